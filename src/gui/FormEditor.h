// SPDX-License-Identifier: MIT
#pragma once

#include "app/FormPresenter.h"

#include <wx/panel.h>

#include <functional>
#include <memory>
#include <string>

namespace palpate::app {
class Clinic;
class Prompter;
} // namespace palpate::app

namespace palpate::gui {

class FormPane;
class PillButton;
class ProgressLine;
class TextBlock;

/// A form with what can be done about it: go back, hand it over, print it, complete it. Clinic and
/// prompter must outlive it.
class FormEditor : public wxPanel {
public:
    FormEditor(wxWindow* parent, app::Clinic& clinic, app::Prompter& prompter);
    ~FormEditor() override;

    std::function<void()> onBack;
    std::function<void()> onCompleted;
    std::function<void()> onHandOver; ///< take it by release()
    std::function<void()> onPrint;    ///< of form()
    std::function<void()> onPutAway;

    /// `caseTitle`: of the case it belongs to; empty: of none.
    void open(std::unique_ptr<app::FormPresenter> form, const std::string& caseTitle);
    [[nodiscard]] app::FormPresenter* form() noexcept { return form_.get(); }
    /// Shows nothing any more and hands the form out.
    [[nodiscard]] std::unique_ptr<app::FormPresenter> release();
    void close();
    void flush();
    void focusFirst();
    [[nodiscard]] FormPane& pane() noexcept { return *pane_; }

private:
    void buildHead(wxSizer& column);
    void buildFoot(wxSizer& column);
    void render();
    void complete();
    void tell(const wxString& sentence);

    std::unique_ptr<app::FormPresenter> form_;

    PillButton* back_ = nullptr; ///< children of this window, as all below
    TextBlock* title_ = nullptr;
    TextBlock* case_ = nullptr;
    TextBlock* about_ = nullptr;
    ProgressLine* line_ = nullptr;
    TextBlock* progress_ = nullptr;
    PillButton* print_ = nullptr;
    PillButton* handOver_ = nullptr;
    PillButton* putAway_ = nullptr;
    FormPane* pane_ = nullptr;
    wxPanel* foot_ = nullptr;
    TextBlock* told_ = nullptr;
    TextBlock* sources_ = nullptr;
    PillButton* complete_ = nullptr;
};

} // namespace palpate::gui
