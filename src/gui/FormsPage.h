// SPDX-License-Identifier: MIT
#pragma once

#include "app/FormPresenter.h"
#include "domain/Id.h"
#include "gui/FormsLists.h"

#include <wx/panel.h>
#include <wx/simplebook.h>

#include <functional>
#include <memory>
#include <optional>
#include <string>

namespace palpate::app {
class Clinic;
class Prompter;
struct ReportRequest;
} // namespace palpate::app

namespace palpate::gui {

class CareCard;
class FormEditor;
class MeasureCards;
class PanelScroller;
class TextBlock;

/// A patient's forms: which are due, begun, filled in or empty; one of them being filled in; what
/// their scores and answers lead to. Clinic and prompter must outlive it.
class FormsPage : public wxPanel {
public:
    FormsPage(wxWindow* parent, app::Clinic& clinic, app::Prompter& prompter);
    ~FormsPage() override;

    std::function<void()> onCompleted; ///< red flags may have been raised
    std::function<void(std::unique_ptr<app::FormPresenter>)> onHandOver;
    std::function<void(const wxString&)> onNotice;
    /// "Low back pain, right"; empty: it is no case of the patient who is shown.
    std::function<std::string(const CaseId&)> caseTitle;

    /// Of which record, read anew; the form that is open stays unless it belongs to another patient
    /// or case.
    void show(const PatientId& patient, const std::optional<CaseId>& caseId,
              const std::optional<SessionId>& session);
    /// Begins the form of that url, or goes on with the one that was begun.
    void start(const std::string& url);
    /// Goes on with a form of the patient, or shows a completed one.
    void choose(const FormRecordId& record);
    /// Shows nothing of any record any more.
    void close();
    void flush();
    void focusFirst();
    [[nodiscard]] FormEditor& editor() noexcept { return *editor_; }

private:
    enum Part : std::size_t { Lists, Editor };
    void reload();
    void act(FormsLists::Act what, const app::FormLineView& line, const std::string& language);
    [[nodiscard]] std::vector<std::string> languagesOf(const app::FormLineView& line) const;
    [[nodiscard]] std::unique_ptr<app::FormPresenter> presenterOf(const app::FormLineView& line,
                                                                  FilledBy filledBy);
    void open(std::unique_ptr<app::FormPresenter> form);
    void backToLists();
    void completed();
    void putAway(const FormRecordId& record, const std::string& title);
    void print(const app::ReportRequest& request, const std::string& title);
    void save(const app::ReportRequest& request, const std::string& title);
    void addForm();
    void tell(const wxString& sentence, bool good);

    app::Clinic& clinic_;
    app::Prompter& prompter_;
    std::optional<PatientId> patient_;
    std::optional<CaseId> case_;
    std::optional<SessionId> session_;

    wxSimplebook* book_; ///< children of this window, as all below
    PanelScroller* scroller_;
    TextBlock* told_;
    FormsLists* lists_;
    MeasureCards* measures_;
    CareCard* care_;
    FormEditor* editor_;
};

} // namespace palpate::gui
