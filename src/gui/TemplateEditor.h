// SPDX-License-Identifier: MIT
#pragma once

#include "app/ReportRequest.h"
#include "app/TemplateDraft.h"
#include "gui/FormDialog.h"

#include <wx/dialog.h>
#include <wx/simplebook.h>
#include <wx/timer.h>

#include <memory>
#include <string>
#include <vector>

namespace palpate::app {
class Prompter;
} // namespace palpate::app

namespace palpate::gui {

class ChipGroup;
class FieldUndo;
class PreviewPane;
class RowList;
class SearchField;

/// The title of a new template, and what it begins with.
class NewTemplateDialog : public FormDialog {
public:
    /// `chosen`: title of the one that may be copied; empty: none.
    NewTemplateDialog(wxWindow* parent, const std::string& chosen);
    [[nodiscard]] std::string title() const;
    [[nodiscard]] bool isCopy() const;

private:
    [[nodiscard]] std::vector<Message> accept() override;

    wxTextCtrl* title_; ///< children of this window
    ChipGroup* begin_;
};

/// A template as text, with its pages beside it while one writes, its faults below it, and what it
/// may ask for to be looked up and put in. Who may not change templates reads it. Clinic and
/// prompter must outlive it.
class TemplateEditor : public wxDialog {
public:
    /// `request`: which record the preview is filled from.
    TemplateEditor(wxWindow* parent, app::Clinic& clinic, app::Prompter& prompter, std::string name,
                   const std::string& text, app::ReportRequest request, bool isNew);
    ~TemplateEditor() override;

    /// The clinic's templates are other ones than before.
    [[nodiscard]] bool hasStored() const noexcept { return hasStored_; }

private:
    enum Side : std::size_t { Preview, Catalogue, History };

    void build();
    void buildText(wxSizer& row);
    void buildSides(wxSizer& row);
    void buildButtons(wxSizer& column);
    void typed();
    /// Faults and preview of what stands in the field now.
    void look();
    void showFaults();
    void showPreview(const std::string& text);
    void showCatalogue();
    void showHistory();
    void showState();
    void goTo(std::size_t fault);
    void insert(std::size_t which);
    void store();
    void remove();
    void close();
    void setText(const std::string& text);
    [[nodiscard]] std::string text() const;
    [[nodiscard]] bool hasChanges() const;
    void renewChoice();
    void tell(const wxString& sentence, TextBlock::Ink ink);

    app::Clinic& clinic_;
    app::Prompter& prompter_;
    std::string name_;
    std::string stored_;
    app::ReportRequest request_;
    bool isNew_;
    bool mayChange_;
    bool hasStored_ = false;
    app::TemplateChoice choice_; ///< what the clinic has under that name
    app::TemplateDraft draft_;
    std::vector<app::Insertion> insertions_;
    std::vector<app::TemplateVersion> versions_;
    wxTimer soon_;
    std::unique_ptr<FieldUndo> undo_;

    TextBlock* title_ = nullptr; ///< children of this window, as all below
    TextBlock* state_ = nullptr;
    wxTextCtrl* field_ = nullptr;
    TextBlock* faultHeading_ = nullptr;
    RowList* faults_ = nullptr;
    SegmentedControl* sides_ = nullptr;
    wxSimplebook* book_ = nullptr;
    PreviewPane* preview_ = nullptr;
    SearchField* search_ = nullptr;
    RowList* catalogue_ = nullptr;
    TextBlock* noHistory_ = nullptr;
    RowList* history_ = nullptr;
    TextBlock* told_ = nullptr;
    PillButton* remove_ = nullptr;
    PillButton* close_ = nullptr;
    PillButton* save_ = nullptr;
};

} // namespace palpate::gui
