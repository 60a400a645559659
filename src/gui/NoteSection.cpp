// SPDX-License-Identifier: MIT
#include "gui/NoteSection.h"

#include "gui/Phrases.h"
#include "gui/Theme.h"

#include <wx/sizer.h>

namespace palpate::gui {

namespace {

[[nodiscard]] wxString titleOf(NotePart part) {
    switch (part) {
    case NotePart::Subjective:
        return said("Subjective");
    case NotePart::Objective:
        return said("Objective");
    case NotePart::Assessment:
        return said("Assessment");
    case NotePart::Plan:
        return said("Plan");
    }
    return {};
}

[[nodiscard]] wxString promptOf(NotePart part) {
    switch (part) {
    case NotePart::Subjective:
        return said("What the patient says …");
    case NotePart::Objective:
        return said("Composed as you mark points; or write it yourself");
    case NotePart::Assessment:
        return said("What you make of it …");
    case NotePart::Plan:
        return said("What comes next …");
    }
    return {};
}

[[nodiscard]] NoteEditor::Origin originOf(Authorship authorship) {
    switch (authorship) {
    case Authorship::Composed:
        return NoteEditor::Origin::Composed;
    case Authorship::Written:
        return NoteEditor::Origin::Written;
    case Authorship::Copied:
        return NoteEditor::Origin::Copied;
    }
    return NoteEditor::Origin::Written;
}

} // namespace

NoteSection::NoteSection(wxWindow* parent, NotePart part, bool hasHeading)
    : wxPanel{parent,
              wxID_ANY,
              wxDefaultPosition,
              wxDefaultSize,
              wxTAB_TRAVERSAL | wxBORDER_NONE,
              "note." + toWx(name(part))},
      part_{part}, typed_{[this](const std::string& text) {
          if (onStore) {
              onStore(text);
          }
      }} {
    dressAsPanel(*this);
    auto* column = new wxBoxSizer{wxVERTICAL};
    const wxString id = GetName();
    if (hasHeading) {
        heading_ = new SectionHeading{this, id + ".heading", titleOf(part)};
        column->Add(heading_, wxSizerFlags{}.Expand().Border(wxBOTTOM, FromDIP(6)));
    }
    const int lines = part == NotePart::Objective ? 3 : 2;
    editor_ = new NoteEditor{this, id + ".editor", titleOf(part), promptOf(part), lines};
    column->Add(editor_, wxSizerFlags{}.Expand());
    warnings_ =
        new TextBlock{this, id + ".warnings", {}, TextStyle::Small, TextBlock::Ink::Warning};
    warnings_->Hide();
    column->Add(warnings_, wxSizerFlags{}.Expand().Border(wxTOP, FromDIP(4)));
    takeComposed_ = new PillButton{this, id + ".takeComposed", said("Take the composed text again"),
                                   PillButton::Kind::Quiet, PillButton::Size::Compact};
    takeComposed_->Hide();
    column->Add(takeComposed_, wxSizerFlags{}.Border(wxTOP, FromDIP(2)));
    SetSizer(column);

    editor_->onText = [this](const wxString& text) {
        emptied_ = text.empty();
        typed_.typed(text);
    };
    editor_->onLeave = [this] { flush(); };
    takeComposed_->onClick = [this] {
        flush();
        if (onStore) {
            onStore({});
        }
    };
}

wxString NoteSection::hintFor(const app::NoteView& note, bool frozen) const {
    if (frozen) {
        return {};
    }
    switch (note.note.authorship) {
    case Authorship::Composed:
        return part_ == NotePart::Objective || part_ == NotePart::Plan
                   ? said("composed from the entries · edit freely")
                   : wxString{};
    case Authorship::Written:
        return note.composed.empty() ? wxString{} : said("your words · never overwritten");
    case Authorship::Copied:
        return said("copied · not yet confirmed");
    }
    return {};
}

void NoteSection::flush() {
    typed_.flush();
    emptied_ = false;
    showText();
}

void NoteSection::forget() {
    typed_.forget();
    emptied_ = false;
    shown_.reset();
}

void NoteSection::showText() {
    // While someone empties a paragraph to write it anew, the composed text does not come back
    // under the caret; it does when the field is left.
    if (!shown_ || typed_.isWaiting() || (!frozen_ && (typed_.isRefused() || emptied_))) {
        return;
    }
    const NoteText& note = shown_->note;
    const bool composed = note.authorship == Authorship::Composed;
    // What was signed is what was stored: nothing is composed afterwards.
    const std::string& text =
        composed && note.text.empty() && !frozen_ ? shown_->composed : note.text;
    editor_->set(toWx(text), composed && text.empty() ? NoteEditor::Origin::Written
                                                      : originOf(note.authorship));
}

void NoteSection::render(const app::NoteView& note, bool frozen) {
    shown_ = note;
    frozen_ = frozen;
    showText();
    editor_->setReadOnly(frozen);
    if (heading_) {
        heading_->set(titleOf(part_), hintFor(note, frozen));
    }
    wxString warnings;
    for (const std::string& warning : note.warnings) {
        warnings += (warnings.empty() ? "" : "\n") + toWx(warning);
    }
    warnings_->setText(warnings);
    bool changed = warnings_->Show(!warnings.empty());
    changed = takeComposed_->Show(!frozen && note.note.authorship == Authorship::Written &&
                                  !note.composed.empty() && note.composed != note.note.text) ||
              changed;
    if (changed) {
        Layout();
        relayoutAround(*this);
    }
}

} // namespace palpate::gui
