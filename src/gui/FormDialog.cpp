// SPDX-License-Identifier: MIT
#include "gui/FormDialog.h"

#include "domain/Error.h"
#include "gui/FormField.h"
#include "gui/PanelScroller.h"
#include "gui/Phrases.h"
#include "gui/Privacy.h"
#include "gui/SectionHeading.h"
#include "gui/SegmentedControl.h"
#include "gui/Theme.h"

#include <wx/display.h>
#include <wx/panel.h>

#include <algorithm>

namespace palpate::gui {

namespace {

constexpr int kBarRoom = 10; ///< DIP
/// Of the screen's height, for the frame that the desktop puts around a dialog; DIP.
constexpr int kFrameRoom = 44;
/// Around the field one is in, so that its label is seen too; DIP.
constexpr int kSightRoom = 26;

} // namespace

FormDialog::FormDialog(wxWindow* parent, const wxString& name, const wxString& title,
                       const wxString& acceptText, int widthDip)
    : wxDialog{parent,
               wxID_ANY,
               onScreen(title),
               wxDefaultPosition,
               wxDefaultSize,
               wxDEFAULT_DIALOG_STYLE,
               name},
      width_{FromDIP(widthDip)} {
    auto* whole = new wxBoxSizer{wxVERTICAL};
    ground_ = new wxPanel{this,
                          wxID_ANY,
                          wxDefaultPosition,
                          wxDefaultSize,
                          wxTAB_TRAVERSAL | wxBORDER_NONE,
                          name + ".ground"};
    dressAsPanel(*this);
    dressAsPanel(*ground_);
    whole->Add(ground_, wxSizerFlags{1}.Expand());
    SetSizer(whole);

    column_ = new wxBoxSizer{wxVERTICAL};
    wxBoxSizer* const column = column_;
    column->Add(new TextBlock{ground_, name + ".title", title, TextStyle::Heading},
                wxSizerFlags{}.Expand().Border(wxBOTTOM, FromDIP(14)));
    scroller_ = new PanelScroller{ground_, name + ".scroller"};
    // One child only: GTK complains about hidden ones when it scrolls.
    sheet_ = new wxPanel{scroller_,
                         wxID_ANY,
                         wxDefaultPosition,
                         wxDefaultSize,
                         wxTAB_TRAVERSAL | wxBORDER_NONE,
                         name + ".fields"};
    dressAsPanel(*sheet_);
    auto* outer = new wxBoxSizer{wxVERTICAL};
    // The scroll bar lies over the content's edge.
    outer->Add(sheet_, wxSizerFlags{1}.Expand().Border(wxRIGHT, FromDIP(kBarRoom)));
    scroller_->SetSizer(outer);
    fields_ = new wxBoxSizer{wxVERTICAL};
    sheet_->SetSizer(fields_);
    column->Add(scroller_, wxSizerFlags{1}.Expand());
    problems_ = new TextBlock{
        ground_, name + ".problems", {}, TextStyle::ControlStrong, TextBlock::Ink::Danger};
    problems_->Hide();
    column->Add(problems_, wxSizerFlags{}.Expand().Border(wxTOP, FromDIP(10)));
    auto* buttons = new wxBoxSizer{wxHORIZONTAL};
    cancel_ = new PillButton{ground_, name + ".cancel", said("Cancel")};
    accept_ = new PillButton{ground_, name + ".accept", acceptText, PillButton::Kind::Primary};
    bringIn_ = new PillButton{ground_, name + ".bringIn", said("Take in their change")};
    bringIn_->Hide();
    bringIn_->onClick = [this] {
        bringIn();
        bringIn_->Hide();
        showProblems(said("Their change is in, and what you typed stands. Look it over, then "
                          "store it."));
    };
    buttons->Add(bringIn_);
    buttons->AddStretchSpacer();
    buttons->Add(cancel_, wxSizerFlags{}.Border(wxRIGHT, FromDIP(10)));
    buttons->Add(accept_, wxSizerFlags{}.Border(wxRIGHT, FromDIP(kBarRoom)));
    column->Add(buttons, wxSizerFlags{}.Expand().Border(wxTOP, FromDIP(18)));
    auto* padded = new wxBoxSizer{wxVERTICAL};
    padded->Add(column, wxSizerFlags{1}.Expand().Border(wxALL, FromDIP(22)));
    ground_->SetSizer(padded);

    scroller_->Bind(wxEVT_CHILD_FOCUS, [this](wxChildFocusEvent& event) {
        event.Skip();
        CallAfter([this] {
            if (!wxGetMouseState().LeftIsDown()) {
                showFocused();
            }
        });
    });
    cancel_->onClick = [this] { EndModal(wxID_CANCEL); };
    accept_->onClick = [this] { tryAccept(); };
    Bind(wxEVT_CHAR_HOOK, [this](wxKeyEvent& event) {
        const int key = event.GetKeyCode();
        if (key == WXK_ESCAPE && !event.HasAnyModifiers()) {
            giveUp();
            return;
        }
        if ((key == WXK_RETURN || key == WXK_NUMPAD_ENTER) && !event.ShiftDown()) {
            const auto* field = dynamic_cast<wxTextCtrl*>(FindFocus());
            const bool inLines = field != nullptr && field->IsMultiLine() && !event.ControlDown();
            const bool onButton = dynamic_cast<PillButton*>(FindFocus()) != nullptr;
            if (field != nullptr ? !inLines : !onButton && event.ControlDown()) {
                tryAccept();
                return;
            }
        }
        event.Skip();
    });
    Bind(wxEVT_CLOSE_WINDOW, [this](wxCloseEvent&) { giveUp(); });
}

void FormDialog::collect(const wxWindow& window, std::vector<wxString>& words) {
    for (wxWindow* const child : window.GetChildren()) {
        if (const auto* const field = dynamic_cast<const wxTextCtrl*>(child)) {
            words.push_back(field->GetValue());
        }
        collect(*child, words);
    }
}

std::vector<wxString> FormDialog::words() const {
    std::vector<wxString> all;
    collect(*sheet_, all);
    return all;
}

void FormDialog::giveUp() {
    const std::vector<wxString> now = words();
    if (!asks_ || now == stored_ || now == asked_) {
        if (asks_ && now != stored_ && onDiscard) {
            onDiscard();
        }
        EndModal(wxID_CANCEL);
        return;
    }
    asked_ = now; // who types on is asked again
    showProblems(said("Discard what you typed? Escape again discards it."));
}

void FormDialog::showTakenUp(const std::string& since) {
    auto* const told = new TextBlock{
        sheet_, GetName() + ".takenUp",
        said("Typed on {1} and not added yet. Go on, or press Escape after a change to discard it.",
             {since}),
        TextStyle::Control, TextBlock::Ink::Warning};
    fields_->Insert(0, told, wxSizerFlags{}.Expand().Border(wxBOTTOM, FromDIP(10)));
}

wxBoxSizer* FormDialog::addRow() {
    auto* row = new wxBoxSizer{wxHORIZONTAL};
    fields_->Add(row, wxSizerFlags{}.Expand().Border(wxBOTTOM, FromDIP(10)));
    return row;
}

void FormDialog::addLabelled(wxSizer& row, const wxString& label, wxWindow* control, int share) {
    auto* column = new wxBoxSizer{wxVERTICAL};
    if (!label.empty()) {
        auto* words = new TextBlock{sheet_, control->GetName() + ".label", label,
                                    TextStyle::SmallStrong, TextBlock::Ink::Muted};
        column->Add(words, wxSizerFlags{}.Expand().Border(wxBOTTOM, FromDIP(2)));
    }
    column->Add(control, wxSizerFlags{1}.Expand());
    if (!sections_.empty() && !sections_.back().first) {
        sections_.back().first = control;
    }
    const bool first = row.GetItemCount() == 0;
    row.Add(column, wxSizerFlags{share}.Expand().Border(wxLEFT, first ? 0 : FromDIP(12)));
}

wxTextCtrl* FormDialog::addField(wxSizer& row, const wxString& name, const wxString& label,
                                 int share, long style, const wxString& hint) {
    wxTextCtrl* const field = newFormField(sheet_, name, label, hint, style);
    addLabelled(row, label, field, share);
    return field;
}

void FormDialog::addWide(wxWindow* control) {
    if (!sections_.empty() && !sections_.back().first && control->AcceptsFocusFromKeyboard()) {
        sections_.back().first = control;
    }
    fields_->Add(control, wxSizerFlags{}.Expand().Border(wxBOTTOM, FromDIP(10)));
}

void FormDialog::showProblems(const wxString& sentences) {
    problems_->setText(sentences);
    problems_->Show(!sentences.empty());
    refit();
}

void FormDialog::addSection(const wxString& name, const wxString& title,
                            const wxString& shortTitle) {
    auto* heading = new SectionHeading{sheet_, name, title};
    fields_->Add(heading, wxSizerFlags{}.Expand().Border(wxTOP | wxBOTTOM,
                                                         FromDIP(sections_.empty() ? 2 : 10)));
    sections_.push_back({heading, shortTitle.empty() ? title : shortTitle});
}

void FormDialog::addWays() {
    std::vector<wxString> titles;
    for (const Section& section : sections_) {
        titles.push_back(section.title);
    }
    ways_ =
        new SegmentedControl{ground_, GetName() + ".sections", said("Go to"), std::move(titles)};
    ways_->select(0);
    ways_->onChange = [this](int section) { jumpTo(static_cast<std::size_t>(section)); };
    constexpr std::size_t kBelowTitle = 1;
    column_->Insert(kBelowTitle, ways_, wxSizerFlags{}.Border(wxBOTTOM, FromDIP(12)));
    ways_->MoveBeforeInTabOrder(scroller_);
    scroller_->Bind(wxEVT_CHILD_FOCUS, [this](wxChildFocusEvent& event) {
        event.Skip();
        const wxWindow* const at = event.GetWindow();
        if (at && at != scroller_ && at != sheet_) {
            showSection(sheet_->ScreenToClient(at->GetScreenPosition()).y);
        }
    });
}

void FormDialog::jumpTo(std::size_t section) {
    const Section& at = sections_.at(section);
    scroller_->Scroll(-1, at.heading->GetPosition().y / FromDIP(PanelScroller::kUnit));
    if (at.first && at.first->IsShown()) {
        // The keyboard stays with the ways while it steps through them.
        if (ways_->isUsedByPointer() || !ways_->HasFocus()) {
            CallAfter([first = at.first] { first->SetFocus(); });
        }
    }
}

void FormDialog::showSection(int sheetY) {
    int here = 0;
    for (std::size_t i = 0; i < sections_.size(); ++i) {
        if (sections_[i].heading->GetPosition().y <= sheetY) {
            here = static_cast<int>(i);
        }
    }
    ways_->select(here);
}

void FormDialog::fitHeight() {
    sheet_->InvalidateBestSize();
    ground_->InvalidateBestSize();
    scroller_->SetMinSize({-1, 0});
    const int others = ground_->GetSizer()->CalcMin().y;
    const int most = wxDisplay{this}.GetClientArea().height - FromDIP(kFrameRoom) - others;
    const int wanted = fields_->CalcMin().y;
    scroller_->SetMinSize({-1, std::max(FromDIP(80), std::min(wanted, most))});
    const int height = ground_->GetSizer()->CalcMin().y;
    if (height != GetClientSize().y || GetClientSize().x != width_) {
        SetClientSize(width_, height);
    }
    Layout();
    ground_->Layout();
    scroller_->FitInside();
    scroller_->Layout();
    sheet_->Layout();
}

void FormDialog::refit() {
    fitHeight();
    // Texts and chips have wrapped by then: only now is their height known.
    CallAfter([this] {
        fitHeight();
        showFocused();
    });
}

void FormDialog::showFocused() {
    const wxWindow* const focus = FindFocus();
    if (!focus || !sheet_->IsDescendant(const_cast<wxWindow*>(focus))) {
        return;
    }
    const int unit = FromDIP(PanelScroller::kUnit);
    const int top = sheet_->ScreenToClient(focus->GetScreenPosition()).y;
    const int bottom = top + focus->GetSize().y;
    const int seen = scroller_->GetViewStart().y * unit;
    const int height = scroller_->GetClientSize().y;
    const int room = FromDIP(kSightRoom);
    if (bottom + room > seen + height) {
        scroller_->Scroll(-1, (bottom + room - height + unit - 1) / unit);
    } else if (top - room < seen) {
        scroller_->Scroll(-1, std::max(0, top - room) / unit);
    }
}

void FormDialog::finish(wxWindow* first) {
    if (sections_.size() > 1) {
        addWays();
    }
    // The buttons come last in the order of Tab although they were made first.
    bringIn_->MoveAfterInTabOrder(ground_->GetChildren().GetLast()->GetData());
    cancel_->MoveAfterInTabOrder(bringIn_);
    accept_->MoveAfterInTabOrder(cancel_);
    SetClientSize(width_, FromDIP(400));
    Layout();
    fitHeight();
    fitHeight(); // at this width everything has wrapped
    CentreOnParent();
    CallAfter([this, first] {
        fitHeight();
        CentreOnParent();
        if (first != nullptr) {
            first->SetFocus();
        }
    });
    takeAsStored();
}

wxWindow* FormDialog::fieldOf(const Message& problem) const {
    const std::string sentence = shown(problem);
    for (const auto& [word, field] : answering_) {
        if (sentence.starts_with(word + ":") && field->IsShown()) {
            return field;
        }
    }
    return nullptr;
}

void FormDialog::tryAccept() {
    if (attempt()) {
        EndModal(wxID_OK);
    }
}

bool FormDialog::attempt() {
    try {
        const std::vector<Message> problems = accept();
        if (problems.empty()) {
            takeAsStored();
            return true;
        }
        showProblems(saidLines(problems));
        if (wxWindow* const field = fieldOf(problems.front())) {
            field->SetFocus();
        }
    } catch (const RecordChanged& error) {
        bringIn_->Show(bringIn != nullptr);
        showProblems(said(error));
    } catch (const Error& error) {
        showProblems(said(error));
    }
    return false;
}

} // namespace palpate::gui
