// SPDX-License-Identifier: MIT
#include "gui/CautionCard.h"

#include "gui/Phrases.h"

#include <wx/sizer.h>

#include <algorithm>

namespace palpate::gui {

ChipMark chipMark(app::CautionMark mark) noexcept {
    switch (mark) {
    case app::CautionMark::Nothing:
        return ChipMark::Nothing;
    case app::CautionMark::NotChecked:
        return ChipMark::NotChecked;
    case app::CautionMark::Care:
        return ChipMark::Care;
    case app::CautionMark::Weigh:
        return ChipMark::Weigh;
    case app::CautionMark::Never:
        return ChipMark::Never;
    }
    return ChipMark::Nothing;
}

CautionCard::CautionCard(wxWindow* parent, const wxString& name, Asks asks)
    : Card{parent, name, Look::Warning, wxVERTICAL, 12}, asks_{asks} {
    const bool before = asks_ == Asks::Before;
    lines_ = new wxPanel{this, wxID_ANY};
    lines_->SetBackgroundColour(GetBackgroundColour());
    lines_->SetSizer(new wxBoxSizer{wxVERTICAL});
    content().Add(lines_, wxSizerFlags{}.Expand());
    content().Add(
        new TextBlock{this, name + ".ask",
                      before ? said("Go on, because …") : said("Given all the same, because …"),
                      TextStyle::SmallStrong, TextBlock::Ink::Muted},
        wxSizerFlags{}.Expand().Border(wxTOP, FromDIP(8)));
    reasons_ = new ChipGroup{this,
                             name + ".reasons",
                             before ? said("Reasons to go on") : said("Reasons why it was given"),
                             ChipGroup::Kind::Single,
                             {},
                             ChipGroup::Size::Compact};
    content().Add(reasons_, wxSizerFlags{}.Expand().Border(wxTOP, FromDIP(3)));
    reason_ = new LineField{this, name + ".reason",
                            before ? said("Reason to go on") : said("Reason why it was given"),
                            said("or in your own words")};
    reason_->keepUntilEntered();
    content().Add(reason_, wxSizerFlags{}.Expand().Border(wxTOP, FromDIP(6)));
    missing_ =
        new TextBlock{this, name + ".missing", {}, TextStyle::SmallStrong, TextBlock::Ink::Warning};
    missing_->Hide();
    content().Add(missing_, wxSizerFlags{}.Expand().Border(wxTOP, FromDIP(4)));
    auto* buttons = new wxBoxSizer{wxHORIZONTAL};
    // What is safe is what Enter and the eye meet first.
    using Kind = PillButton::Kind;
    goOn_ = new PillButton{this, name + ".goOn", before ? said("Go on") : said("Keep the reason"),
                           before ? Kind::Secondary : Kind::Primary, PillButton::Size::Compact};
    holdBack_ = new PillButton{this, name + ".holdBack", before ? said("Don't") : said("Later"),
                               before ? Kind::Primary : Kind::Secondary, PillButton::Size::Compact};
    buttons->Add(holdBack_, wxSizerFlags{}.Border(wxRIGHT, FromDIP(8)));
    buttons->Add(goOn_);
    content().Add(buttons, wxSizerFlags{}.Border(wxTOP, FromDIP(8)));
    reasons_->onChange = [this](int chip, ChipState now) {
        if (shown_ && now == ChipState::On) {
            reason_->set(toWx(shown_->reasons.at(static_cast<std::size_t>(chip))));
        } else {
            reason_->set({});
        }
        missing_->Hide();
    };
    reason_->onText = [this](const wxString&) { reasons_->clearStates(); };
    reason_->onEnter = [this] { goOn(); };
    goOn_->onClick = [this] { goOn(); };
    holdBack_->onClick = [this] {
        if (onHoldBack) {
            onHoldBack();
        }
    };
    Bind(wxEVT_CHAR_HOOK, [this](wxKeyEvent& event) {
        if (event.GetKeyCode() == WXK_ESCAPE && onHoldBack) {
            onHoldBack();
        } else {
            event.Skip();
        }
    });
}

void CautionCard::goOn() {
    const std::string reason = fromWx(reason_->text().Strip(wxString::both));
    if (reason.empty()) {
        missing_->setText(asks_ == Asks::Before
                              ? said("Going on needs a reason; it is kept with the treatment.")
                              : said("Say in a few words why; it is kept with the treatment."));
        missing_->Show();
        reason_->setProblem(missing_->text());
        relayoutAround(*missing_);
        reason_->field().SetFocus();
        return;
    }
    if (onGoOn) {
        onGoOn(reason);
    }
}

void CautionCard::focusFirst() {
    (reasons_->IsShown() ? static_cast<wxWindow*>(reasons_) : &reason_->field())->SetFocus();
}

void CautionCard::fill(const app::CautionQuestion& question) {
    wxSizer& column = *lines_->GetSizer();
    column.Clear(true); // only text: nothing in it has the focus
    const wxString name = GetName();
    column.Add(
        new TextBlock{lines_, name + ".heading", toWx(question.heading), TextStyle::BodyStrong},
        wxSizerFlags{}.Expand());
    int index = 0;
    for (const app::CautionLine& line : question.lines) {
        const wxString id = name + wxString::Format(".line.%d", index++);
        const bool hard =
            line.mark == app::CautionMark::Never || line.mark == app::CautionMark::Weigh;
        column.Add(new TextBlock{lines_, id, toWx(line.heading), TextStyle::ControlStrong,
                                 hard ? TextBlock::Ink::Danger : TextBlock::Ink::Warning},
                   wxSizerFlags{}.Expand().Border(wxTOP, FromDIP(6)));
        if (!line.text.empty()) {
            column.Add(new TextBlock{lines_, id + ".text", toWx(line.text), TextStyle::Control},
                       wxSizerFlags{}.Expand());
        }
        if (!line.sources.empty()) {
            column.Add(new TextBlock{lines_, id + ".sources", said("Source: {1}", {line.sources}),
                                     TextStyle::Tiny, TextBlock::Ink::Muted},
                       wxSizerFlags{}.Expand());
        }
    }
    std::vector<ChipGroup::Chip> chips;
    for (const std::string& reason : question.reasons) {
        chips.push_back({toWx(reason)});
    }
    reasons_->setChips(std::move(chips));
    reasons_->Show(!question.reasons.empty());
    reason_->set({});
    reason_->setProblem({});
    missing_->Hide();
}

void CautionCard::render(const app::CautionQuestion& question) {
    if (shown_ == question) {
        return;
    }
    shown_ = question;
    fill(question);
    Layout();
}

void CautionCard::forget() {
    shown_.reset();
}

} // namespace palpate::gui
