// SPDX-License-Identifier: MIT
#include "gui/Notice.h"

#include "gui/Phrases.h"
#include "gui/PillButton.h"

#include <wx/sizer.h>

namespace palpate::gui {

namespace {

constexpr int kWordMilliseconds = 4000;

} // namespace

Notice::Notice(wxWindow* parent)
    : wxPanel{parent,  wxID_ANY, wxDefaultPosition, wxDefaultSize, wxTAB_TRAVERSAL | wxBORDER_NONE,
              "notice"} {
    auto* line = new wxBoxSizer{wxHORIZONTAL};
    text_ = new TextBlock{this, "notice.text", {}, TextStyle::BodyStrong, TextBlock::Ink::Danger};
    line->Add(text_, wxSizerFlags{1}.CentreVertical().Border(wxALL, FromDIP(10)));
    auto* button = new PillButton{this, "notice.dismiss", said("Dismiss"), PillButton::Kind::Quiet,
                                  PillButton::Size::Compact};
    button->onClick = [this] { dismiss(); };
    line->Add(button, wxSizerFlags{}.CentreVertical().Border(wxRIGHT, FromDIP(12)));
    SetSizer(line);
    timer_.Bind(wxEVT_TIMER, [this](wxTimerEvent&) {
        if (!fault_) {
            dismiss();
        }
    });
    Hide();
}

void Notice::put(const wxString& sentence, bool fault) {
    fault_ = fault;
    SetBackgroundColour(fault ? palette().red.ground : palette().teal.ground);
    text_->setInk(fault ? TextBlock::Ink::Danger : TextBlock::Ink::Accent);
    text_->setText(sentence);
    Show();
    GetParent()->Layout();
    Layout();
    Refresh();
}

void Notice::showFault(const wxString& sentence) {
    timer_.Stop();
    put(sentence, true);
}

void Notice::showWord(const wxString& sentence) {
    if (IsShown() && fault_) {
        return; // a fault is not covered by small talk
    }
    put(sentence, false);
    timer_.StartOnce(kWordMilliseconds);
}

void Notice::showNews(const wxString& sentence) {
    if (IsShown() && fault_) {
        return;
    }
    timer_.Stop();
    put(sentence, false);
}

void Notice::dismiss() {
    Hide();
    GetParent()->Layout();
}

} // namespace palpate::gui
