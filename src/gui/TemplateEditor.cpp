// SPDX-License-Identifier: MIT
#include "gui/TemplateEditor.h"

#include "app/Clinic.h"
#include "app/Prompter.h"
#include "app/Reports.h"
#include "domain/Error.h"
#include "gui/FieldUndo.h"
#include "gui/Guarded.h"
#include "gui/Phrases.h"
#include "gui/PreviewPane.h"
#include "gui/RowList.h"
#include "gui/SearchField.h"
#include "gui/SegmentedControl.h"

#include <algorithm>

namespace palpate::gui {

namespace {

constexpr int kPause = 300; ///< milliseconds without a key before the pages are made

[[nodiscard]] app::TemplateChoice choiceNamed(app::Clinic& clinic, const std::string& name) {
    const auto choices = app::templateChoices(clinic);
    const auto found = std::ranges::find(choices, name, &app::TemplateChoice::name);
    app::TemplateChoice none;
    none.name = name;
    none.isShipped = false;
    return found == choices.end() ? none : *found;
}

} // namespace

void TemplateEditor::typed() {
    tell({}, TextBlock::Ink::Muted);
    showState();
    soon_.StartOnce(kPause);
}

std::string TemplateEditor::text() const {
    return fromWx(field_->GetValue());
}

void TemplateEditor::setText(const std::string& text) {
    field_->ChangeValue(toWx(text));
    undo_->forget();
    look();
    showState();
}

bool TemplateEditor::hasChanges() const {
    return mayChange_ && text() != stored_;
}

void TemplateEditor::renewChoice() {
    choice_ = choiceNamed(clinic_, name_);
}

void TemplateEditor::look() {
    soon_.Stop();
    const std::string now = text();
    const ReportAbout about = draft_.about;
    draft_ = app::draftOf(now, name_);
    title_->setText(toWx(draft_.title.empty() ? name_ : draft_.title));
    showFaults();
    showPreview(now);
    if (about != draft_.about) {
        showCatalogue();
    }
}

void TemplateEditor::showFaults() {
    std::vector<ListRow> rows;
    for (const app::TemplateFault& fault : draft_.faults) {
        ListRow row;
        row.title = said("Line {1}, column {2}",
                         {std::to_string(fault.line), std::to_string(fault.column)});
        row.lines = {said(fault.message)};
        rows.push_back(std::move(row));
    }
    const std::size_t count = rows.size();
    faultHeading_->setText(
        count == 0   ? said("No faults.")
        : count == 1 ? said("1 fault. A click leads to its place.")
                     : said("{1} faults. A click leads to their places.", {std::to_string(count)}));
    faultHeading_->setInk(count == 0 ? TextBlock::Ink::Good : TextBlock::Ink::Danger);
    faults_->setRows(std::move(rows));
    if (faults_->IsShown() != (count > 0)) {
        faults_->Show(count > 0);
        faults_->GetParent()->Layout();
    }
}

void TemplateEditor::showPreview(const std::string& now) {
    if (!draft_.isSound) { // the last sound pages stay
        preview_->remark(said("These pages are of the last text that could be printed."));
        return;
    }
    try {
        app::ReportRequest wanted = request_;
        wanted.templateName = name_;
        if (draft_.about == ReportAbout::Clinic) {
            wanted.patient.reset();
            wanted.caseId.reset();
        }
        preview_->show(app::previewPages(clinic_, wanted, now), true);
        preview_->remark({});
    } catch (const Error& error) {
        preview_->showNothing(said(error));
    }
}

void TemplateEditor::showCatalogue() {
    insertions_ = app::insertions(draft_.about, fromWx(search_->text()));
    std::vector<ListRow> rows;
    for (const app::Insertion& each : insertions_) {
        ListRow row;
        row.title = toWx(each.name);
        row.aside = each.within.empty() ? wxString{} : said("within {1}", {each.within});
        row.badge = said(each.kind.c_str());
        row.lines = {toWx(each.meaning)};
        rows.push_back(std::move(row));
    }
    catalogue_->setCurrent(RowList::kNone);
    catalogue_->setRows(std::move(rows));
    search_->setRemark(said("{1} found", {std::to_string(insertions_.size())}));
}

void TemplateEditor::showHistory() {
    versions_ = app::templateHistory(clinic_, name_);
    std::vector<ListRow> rows;
    for (const app::TemplateVersion& each : versions_) {
        ListRow row;
        row.title = toWx(each.when);
        row.aside = toWx(each.by);
        row.badge = each.text ? wxString{} : said("removed");
        rows.push_back(std::move(row));
    }
    history_->setRows(std::move(rows));
    history_->Show(!versions_.empty());
    noHistory_->Show(versions_.empty());
    history_->GetParent()->Layout();
}

void TemplateEditor::showState() {
    const app::TemplateChoice& now = choice_;
    state_->setText(isNew_           ? said("new, not stored yet")
                    : hasChanges()   ? said("changed, not stored yet")
                    : !now.isShipped ? said("your own")
                    : now.isOwn      ? said("the clinic's version of a shipped one")
                                     : said("as shipped"));
    remove_->setText(now.isShipped ? said("Back to the shipped one") : said("Remove"));
    remove_->Show(mayChange_ && now.isOwn);
    save_->Enable(mayChange_ && (isNew_ || hasChanges()));
    save_->GetParent()->Layout();
}

void TemplateEditor::goTo(std::size_t fault) {
    const app::TemplateFault& at = draft_.faults.at(fault);
    const long line = static_cast<long>(at.line) - 1;
    const long column =
        std::min(static_cast<long>(at.column) - 1, static_cast<long>(field_->GetLineLength(line)));
    const long place = field_->XYToPosition(std::max(0L, column), line);
    field_->SetFocus();
    if (place >= 0) {
        field_->SetInsertionPoint(place);
        field_->ShowPosition(place);
        field_->SetSelection(place, field_->XYToPosition(field_->GetLineLength(line), line));
    }
}

void TemplateEditor::insert(std::size_t which) {
    if (!mayChange_) {
        return;
    }
    const app::Insertion& what = insertions_.at(which);
    const wxString before = toWx(what.before);
    const wxString after = toWx(what.after);
    long from = 0;
    long to = 0;
    field_->GetSelection(&from, &to);
    field_->Replace(from, to, before + after);
    field_->SetInsertionPoint(from + static_cast<long>(before.length()));
    field_->ShowPosition(field_->GetInsertionPoint());
    tell(said("{1} stands in the text where the caret was.", {what.name}), TextBlock::Ink::Good);
}

void TemplateEditor::store() {
    try {
        app::storeTemplate(clinic_, name_, text());
        stored_ = text();
        isNew_ = false;
        hasStored_ = true;
        renewChoice();
        look();
        tell(draft_.isSound ? said("Stored as the clinic's own. Updates of Palpate leave it alone.")
                            : said("Stored, but it can't be printed until its faults are mended."),
             draft_.isSound ? TextBlock::Ink::Good : TextBlock::Ink::Warning);
        showHistory();
        showState();
    } catch (const Error& error) {
        tell(said(error), TextBlock::Ink::Danger);
    }
}

void TemplateEditor::remove() {
    const bool isShipped = choice_.isShipped;
    const Message question =
        isShipped ? Message{tr("Go back to the template that Palpate brings along? The clinic's "
                               "version stays among the earlier ones."),
                            {}}
                  : Message{tr("Remove this template? Its text stays among the earlier ones."), {}};
    if (!prompter_.confirm(question,
                           {isShipped ? tr("Back to the shipped one") : tr("Remove"), {}})) {
        return;
    }
    try {
        app::removeTemplate(clinic_, name_);
        hasStored_ = true;
        if (!isShipped) {
            stored_ = text();
            EndModal(wxID_OK);
            return;
        }
        renewChoice();
        stored_ = app::templateText(clinic_, name_);
        field_->SetFocus(); // the button is gone then
        setText(stored_);
        showHistory();
        tell(said("This is the shipped one again."), TextBlock::Ink::Good);
    } catch (const Error& error) {
        tell(said(error), TextBlock::Ink::Danger);
    }
}

void TemplateEditor::close() {
    if ((hasChanges() || (isNew_ && mayChange_)) &&
        !prompter_.confirm({tr("Close without storing what you wrote?"), {}},
                           {tr("Discard it"), {}})) {
        return;
    }
    EndModal(wxID_CANCEL);
}

void TemplateEditor::tell(const wxString& sentence, TextBlock::Ink ink) {
    if (told_->text() != sentence) {
        told_->setInk(ink);
        told_->setText(sentence);
    }
}

} // namespace palpate::gui
