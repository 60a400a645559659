// SPDX-License-Identifier: MIT
#include "gui/AccessStrip.h"

#include "gui/Phrases.h"
#include "gui/PillButton.h"
#include "gui/TextBlock.h"

#include <wx/sizer.h>

namespace palpate::gui {

AccessStrip::AccessStrip(wxWindow* parent, const wxString& name, const wxString& button)
    : Bar{parent, name, wxBOTTOM} {
    auto* row = new wxBoxSizer{wxHORIZONTAL};
    words_ =
        new TextBlock{this, name + ".words", {}, TextStyle::ControlStrong, TextBlock::Ink::Warning};
    row->Add(words_, wxSizerFlags{1}.CentreVertical().Border(wxALL, FromDIP(6)));
    if (!button.empty()) {
        press_ = new PillButton{this, name + ".press", button, PillButton::Kind::Secondary,
                                PillButton::Size::Compact};
        press_->onClick = [this] { onPress(); };
        row->Add(press_, wxSizerFlags{}.CentreVertical().Border(wxLEFT, FromDIP(12)));
    }
    auto* padded = new wxBoxSizer{wxVERTICAL};
    padded->Add(row, wxSizerFlags{}.Expand().Border(wxLEFT | wxRIGHT, FromDIP(12)));
    SetSizer(padded);
    Hide();
}

bool AccessStrip::render(const wxString& sentence) {
    if (sentence == shown_ && IsShown() == !sentence.empty()) {
        return false;
    }
    shown_ = sentence;
    words_->setText(sentence);
    setAccessible(*this, Role::Panel, sentence);
    Show(!sentence.empty());
    return true;
}

} // namespace palpate::gui
