// SPDX-License-Identifier: MIT
#include "gui/ScreeningOffer.h"

#include "gui/Accessible.h"
#include "gui/Announcement.h"
#include "gui/Phrases.h"
#include "gui/PillButton.h"
#include "gui/TextBlock.h"

#include <wx/sizer.h>

namespace palpate::gui {

ScreeningOffer::ScreeningOffer(wxWindow* parent, const wxString& name, Place place)
    : Bar{parent, name, place == Place::AbovePage ? wxBOTTOM : wxTOP} {
    const bool narrow = place == Place::BelowSession;
    auto* row = new wxBoxSizer{wxHORIZONTAL};
    words_ = new TextBlock{this, name + ".words", {}, TextStyle::Control};
    if (narrow) { // the session's column is as wide as it is: the words wrap
        words_->SetMinSize({FromDIP(80), words_->GetMinSize().y});
    }
    row->Add(words_, wxSizerFlags{1}.CentreVertical().Border(wxLEFT, FromDIP(18)));
    screen_ = new PillButton{this, name + ".screen",
                             narrow ? said("Screen now") : said("Screen for red flags"),
                             PillButton::Kind::Secondary, PillButton::Size::Compact};
    if (!narrow) {
        screen_->setIcon(Icon::Checklist);
    }
    screen_->onClick = [this] {
        const std::string url = shown_->formUrl; // what is shown may change meanwhile
        onScreen(url);
    };
    row->Add(screen_, wxSizerFlags{}.CentreVertical().Border(wxLEFT, FromDIP(12)));
    later_ = new PillButton{this, name + ".later", said("Later"), PillButton::Kind::Quiet,
                            PillButton::Size::Compact};
    later_->setWords(
        narrow ? said("Later, not in this session: the screening stays due among the forms")
               : said("Screen for red flags later: it stays due among the forms"));
    later_->onClick = [this] { onLater(); };
    row->Add(later_, wxSizerFlags{}.CentreVertical().Border(wxLEFT, FromDIP(8)));
    row->AddSpacer(FromDIP(18)); // as far from the edge as the words are
    auto* padded = new wxBoxSizer{wxVERTICAL};
    padded->Add(row, wxSizerFlags{}.Expand().Border(wxTOP | wxBOTTOM, FromDIP(3)));
    SetSizer(padded);
    Hide();
}

bool ScreeningOffer::render(const std::optional<app::ScreeningDue>& due) {
    if (due == shown_) {
        return false;
    }
    shown_ = due;
    if (due) {
        const wxString sentence = said("Red-flag screening is due. {1}", {due->why});
        setAccessible(*this, Role::Panel, sentence);
        screen_->setWords(said("Screen for red flags. {1}", {due->why}));
        words_->setText(sentence);
        words_->setInk(due->pressing ? TextBlock::Ink::Warning : TextBlock::Ink::Muted);
    }
    Show(due.has_value());
    if (due && IsShownOnScreen()) { // it comes while one writes, and the focus stays there
        announce(*this, words_->text());
    }
    return true;
}

void ScreeningOffer::focusFirst() {
    screen_->SetFocus();
}

} // namespace palpate::gui
