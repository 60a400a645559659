// SPDX-License-Identifier: MIT
#include "gui/SnippetsDialog.h"

#include "app/Clinic.h"
#include "app/Snippets.h"
#include "domain/Error.h"
#include "domain/Text.h"
#include "gui/Phrases.h"

#include <algorithm>

namespace palpate::gui {

namespace {

constexpr int kInSight = 5;

} // namespace

SnippetsDialog::SnippetsDialog(wxWindow* parent, app::Clinic& clinic)
    : FormDialog{parent, "snippets", said("Snippets"), said("Done"), 640}, clinic_{clinic} {
    fields().Add(
        new TextBlock{&ground(), "snippets.meaning",
                      said("Type a semicolon, the shortcut and a blank in any note, and the text "
                           "stands there. They are yours alone."),
                      TextStyle::Control, TextBlock::Ink::Muted},
        wxSizerFlags{}.Expand().Border(wxBOTTOM, FromDIP(8)));
    none_ = new TextBlock{&ground(), "snippets.none", said("None yet. Write the first one below."),
                          TextStyle::Body, TextBlock::Ink::Muted};
    addWide(none_);
    list_ = new RowList{&ground(), "snippets.list", said("Your snippets"), 0};
    list_->onOpen = [this](int row) {
        edit(snippets_.at(static_cast<std::size_t>(row)).shortcut);
        text_->SetFocus();
    };
    addWide(list_);
    heading_ = new TextBlock{&ground(), "snippets.heading", {}, TextStyle::BodyStrong};
    fields().Add(heading_, wxSizerFlags{}.Expand().Border(wxBOTTOM, FromDIP(6)));
    shortcut_ = addField(*addRow(), "snippets.shortcut", said("Shortcut, without the semicolon"), 1,
                         0, "ql");
    text_ = addField(*addRow(), "snippets.text", said("Text"), 1, wxTE_MULTILINE,
                     said("quadratus lumborum, side-lying, pressure release"));
    preview_ = new TextBlock{
        &ground(), "snippets.preview", {}, TextStyle::Control, TextBlock::Ink::Accent};
    addWide(preview_);
    auto* buttons = new wxBoxSizer{wxHORIZONTAL};
    const auto button = [&](const wxString& name, const wxString& words) {
        auto* made = new PillButton{&ground(), name, words};
        buttons->Add(made, wxSizerFlags{}.Border(wxRIGHT, FromDIP(8)));
        return made;
    };
    store_ = button("snippets.store", said("Add"));
    store_->onClick = [this] { store(); };
    new_ = button("snippets.new", said("New one"));
    new_->onClick = [this] {
        edit({});
        shortcut_->SetFocus();
    };
    remove_ = button("snippets.remove", said("Remove"));
    remove_->onClick = [this] { remove(); };
    fields().Add(buttons);
    for (wxTextCtrl* const field : {shortcut_, text_}) {
        field->Bind(wxEVT_TEXT, [this](wxCommandEvent&) { showPreview(); });
    }
    cancelButton().Hide();
    problemsGoTo("Shortcut", shortcut_);
    problemsGoTo("Text", text_);
    showList();
    edit({});
    finish(shortcut_);
}

Snippet SnippetsDialog::typed() const {
    // A semicolon that was typed along is meant well.
    std::string shortcut = trimmed(fromWx(shortcut_->GetValue()));
    if (shortcut.starts_with(';')) {
        shortcut.erase(0, 1);
    }
    return {shortcut, trimmed(fromWx(text_->GetValue()))};
}

bool SnippetsDialog::hasChanges() const {
    const Snippet now = typed();
    if (editing_.empty()) {
        return !now.shortcut.empty() || !now.text.empty();
    }
    return std::none_of(snippets_.begin(), snippets_.end(),
                        [&](const Snippet& each) { return each == now; });
}

void SnippetsDialog::showList() {
    snippets_ = app::snippets(clinic_);
    std::vector<ListRow> rows;
    for (const Snippet& each : snippets_) {
        ListRow row;
        row.title = toWx(";" + each.shortcut);
        row.aside = toWx(each.text).BeforeFirst('\n');
        row.marked = each.shortcut == editing_;
        rows.push_back(std::move(row));
    }
    list_->setRows(std::move(rows));
    list_->growTo(kInSight);
    fields().Show(list_, !snippets_.empty());
    fields().Show(none_, snippets_.empty());
    refit();
}

void SnippetsDialog::edit(const std::string& shortcut) {
    editing_ = shortcut;
    Snippet shown;
    for (const Snippet& each : snippets_) {
        if (each.shortcut == shortcut) {
            shown = each;
        }
    }
    shortcut_->ChangeValue(toWx(shown.shortcut));
    text_->ChangeValue(toWx(shown.text));
    heading_->setText(editing_.empty() ? said("A new snippet") : said("Change ;{1}", {editing_}));
    store_->setText(editing_.empty() ? said("Add") : said("Change"));
    new_->Show(!editing_.empty());
    remove_->Show(!editing_.empty());
    showProblems({});
    showList();
    showPreview();
    takeAsStored();
}

void SnippetsDialog::showPreview() {
    const Snippet snippet = typed();
    wxString words;
    if (!snippet.shortcut.empty() && !snippet.text.empty()) {
        const std::string keys = ";" + snippet.shortcut + "\t"; // a tab leaves nothing behind
        const std::vector<Snippet> only{snippet};
        if (const auto expanded = app::expanded(keys, keys.size(), only)) {
            words = said("“{1}” becomes “{2}”", {";" + snippet.shortcut + " ", expanded->text});
        }
    }
    preview_->setText(words);
    fields().Show(preview_, !words.empty());
    refit();
}

void SnippetsDialog::store() {
    if (attempt()) {
        edit({});
        shortcut_->SetFocus();
    }
}

void SnippetsDialog::remove() {
    try {
        app::removeSnippet(clinic_, editing_);
        edit({});
        shortcut_->SetFocus();
    } catch (const Error& error) {
        showProblems(said(error));
    }
}

std::vector<Message> SnippetsDialog::accept() {
    if (!hasChanges()) {
        return {};
    }
    const Snippet snippet = typed();
    auto found = app::problems(clinic_, snippet, editing_);
    if (!found.empty()) {
        return found;
    }
    if (editing_.empty()) {
        app::addSnippet(clinic_, snippet);
    } else {
        app::changeSnippet(clinic_, editing_, snippet);
    }
    return {};
}

} // namespace palpate::gui
