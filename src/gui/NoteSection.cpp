// SPDX-License-Identifier: MIT
#include "gui/NoteSection.h"

#include "gui/Guarded.h"
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
    case NotePart::Treatment:
        return said("Treatment given");
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
    case NotePart::Treatment:
        return said("Composed as you treat; or write it yourself");
    case NotePart::Assessment:
        return said("What you make of it …");
    case NotePart::Plan:
        return said("What comes next …");
    }
    return {};
}

[[nodiscard]] bool isComposable(NotePart part) {
    return part == NotePart::Objective || part == NotePart::Treatment || part == NotePart::Plan;
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

[[nodiscard]] std::string_view idOf(NotePart part) {
    return name(part);
}

} // namespace

NoteSection::NoteSection(wxWindow* parent, NotePart part, bool hasHeading)
    : wxPanel{parent,
              wxID_ANY,
              wxDefaultPosition,
              wxDefaultSize,
              wxTAB_TRAVERSAL | wxBORDER_NONE,
              "note." + toWx(idOf(part))},
      part_{part}, typed_{[this](const std::string& text) {
          if (onStore) {
              onStore(text);
          }
      }} {
    dressAsPanel(*this);
    build(hasHeading);
    connect();
}

void NoteSection::build(bool hasHeading) {
    auto* column = new wxBoxSizer{wxVERTICAL};
    const wxString id = GetName();
    if (hasHeading) {
        heading_ = new SectionHeading{this, id + ".heading", titleOf(part_)};
        column->Add(heading_, wxSizerFlags{}.Expand().Border(wxBOTTOM, FromDIP(6)));
    }
    const int lines = part_ == NotePart::Objective ? 3 : 2;
    editor_ = new NoteEditor{this, id + ".editor", titleOf(part_), promptOf(part_), lines};
    column->Add(editor_,
                wxSizerFlags{}.Expand().Border(wxLEFT | wxRIGHT, FromDIP(dip::kFocusRoom)));
    proposal_ = new TextBlock{this, id + ".proposal", {}, TextStyle::Small, TextBlock::Ink::Muted};
    column->Add(proposal_, wxSizerFlags{}.Expand().Border(wxTOP | wxLEFT, FromDIP(6)));
    warnings_ =
        new TextBlock{this, id + ".warnings", {}, TextStyle::Small, TextBlock::Ink::Warning};
    column->Add(warnings_, wxSizerFlags{}.Expand().Border(wxTOP, FromDIP(4)));
    auto* line = new wxBoxSizer{wxHORIZONTAL};
    const auto quiet = [&](const wxString& name, const wxString& text) {
        auto* button = new PillButton{this, id + name, text, PillButton::Kind::Quiet,
                                      PillButton::Size::Compact};
        button->Hide();
        line->Add(button, wxSizerFlags{}.Border(wxRIGHT, FromDIP(10)));
        return button;
    };
    takeProposal_ = quiet(".takeProposal", said("Take last time's text"));
    takeProposal_->SetToolTip(said("Ctrl + Right in the empty field"));
    confirm_ = quiet(".confirm", said("Right as it stands"));
    compare_ = quiet(".compare", said("Show the composed text"));
    takeComposed_ = quiet(".takeComposed", said("Take the composed text"));
    column->Add(line, wxSizerFlags{}.Border(wxTOP, FromDIP(2)));
    composedCard_ = new Card{this, id + ".composedCard", Card::Look::Soft, wxVERTICAL, 9};
    composed_ = new TextBlock{composedCard_, id + ".composed", {}, TextStyle::Control};
    composedCard_->content().Add(composed_, wxSizerFlags{}.Expand());
    column->Add(composedCard_, wxSizerFlags{}.Expand().Border(wxTOP, FromDIP(4)));
    for (wxWindow* later : std::initializer_list<wxWindow*>{proposal_, warnings_, composedCard_}) {
        later->Hide();
    }
    SetSizer(column);
}

void NoteSection::connect() {
    editor_->onText = [this](const wxString& text) {
        emptied_ = text.empty();
        typed_.typed(text);
        const bool grew = text.length() > length_;
        length_ = text.length();
        if (grew && !expanding_) {
            expandSnippet(text);
        }
    };
    editor_->onLeave = [this] {
        flush();
        if (onLeft) {
            onLeft();
        }
    };
    editor_->onKey = [this](wxKeyEvent& event) {
        if (event.GetKeyCode() == WXK_RIGHT && event.GetModifiers() == wxMOD_CONTROL &&
            takeProposal_->IsShown() && editor_->text().empty()) {
            takeProposal();
            return true;
        }
        return false;
    };
    takeProposal_->onClick = [this] { takeProposal(); };
    confirm_->onClick = [this] {
        flush();
        if (onConfirm) {
            onConfirm();
        }
    };
    compare_->onClick = [this] {
        comparing_ = !comparing_;
        if (shown_) {
            render(*shown_, frozen_);
        }
    };
    takeComposed_->onClick = [this] {
        flush();
        comparing_ = false;
        if (onTakeComposed) {
            onTakeComposed();
        }
    };
}

void NoteSection::takeProposal() {
    typed_.forget();
    emptied_ = false;
    if (onTakeProposal) {
        onTakeProposal();
    }
    editor_->field().SetInsertionPointEnd();
}

void NoteSection::expandSnippet(const wxString& text) {
    const auto caret = static_cast<std::size_t>(editor_->field().GetInsertionPoint());
    if (snippets_->empty() || text.Find(';') == wxNOT_FOUND) {
        return;
    }
    const wxString before = text.Left(caret);
    const auto expansion = app::expanded(fromWx(text), fromWx(before).size(), *snippets_);
    if (!expansion) {
        return;
    }
    const wxString after = toWx(std::string_view{expansion->text}.substr(0, expansion->caret));
    // GTK is not done with the keystroke yet; who types fast has typed on until it is.
    CallAfter([this, before, after] {
        const wxString now = editor_->text();
        if (!now.StartsWith(before)) {
            return;
        }
        const long at = editor_->field().GetInsertionPoint() - static_cast<long>(before.length()) +
                        static_cast<long>(after.length());
        expanding_ = true; // a snippet may hold a shortcut itself
        guarded([&] { editor_->replace(after + now.Mid(before.length()), at); });
        expanding_ = false;
    });
}

wxString NoteSection::hintFor(const app::NoteView& note, bool frozen) const {
    if (frozen) {
        return {};
    }
    switch (note.note.authorship) {
    case Authorship::Composed:
        return isComposable(part_) ? said("composed from the entries · edit freely") : wxString{};
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
    comparing_ = false;
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

bool NoteSection::renderProposal(const app::NoteView& note, bool frozen) {
    const bool offered = !frozen && !note.proposal.empty();
    if (offered) {
        proposal_->setText(note.proposalFrom.empty()
                               ? toWx(note.proposal)
                               : toWx(note.proposalFrom) + ": " + toWx(note.proposal));
    }
    bool changed = proposal_->Show(offered);
    changed = takeProposal_->Show(offered) || changed;
    return confirm_->Show(!frozen && note.note.authorship == Authorship::Copied) || changed;
}

bool NoteSection::renderComposed(const app::NoteView& note, bool frozen) {
    const bool differs = !frozen && note.note.authorship != Authorship::Composed &&
                         !note.composed.empty() && note.composed != note.note.text;
    comparing_ = comparing_ && differs;
    compare_->setText(comparing_ ? said("Hide the composed text") : said("Show the composed text"));
    composed_->setText(comparing_ ? toWx(note.composed) : wxString{});
    bool changed = compare_->Show(differs);
    changed = takeComposed_->Show(differs) || changed;
    return composedCard_->Show(comparing_) || changed;
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
    changed = renderProposal(note, frozen) || changed;
    changed = renderComposed(note, frozen) || changed;
    if (changed) {
        Layout();
        relayoutAround(*this);
    }
}

} // namespace palpate::gui
