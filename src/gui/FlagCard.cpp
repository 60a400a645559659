// SPDX-License-Identifier: MIT
#include "gui/FlagCard.h"

#include "domain/Error.h"
#include "gui/FlagSign.h"
#include "gui/FormField.h"
#include "gui/PaintedControl.h"
#include "gui/Phrases.h"
#include "gui/PillButton.h"
#include "gui/TextBlock.h"

#include <wx/textctrl.h>

namespace palpate::gui {

namespace {

constexpr int kNear = 6; ///< DIP

/// Enter in one of its fields presses the button below them, not that of the dialog around.
void enterPresses(wxWindow& part, PillButton& button) {
    part.Bind(wxEVT_CHAR_HOOK, [&button](wxKeyEvent& event) {
        const int key = event.GetKeyCode();
        const bool inField = dynamic_cast<wxTextCtrl*>(wxWindow::FindFocus()) != nullptr;
        if (inField && (key == WXK_RETURN || key == WXK_NUMPAD_ENTER)) {
            button.onClick();
        } else {
            event.Skip();
        }
    });
}

} // namespace

/// How pressing it is, by sign and word, and what it points to.
class FlagTitle : public PaintedControl {
public:
    FlagTitle(wxWindow* parent, const wxString& name, const app::FlagView& flag)
        : PaintedControl{parent, name, Focus::Never}, rank_{flag.rank},
          urgency_{toWx(flag.urgency)}, settled_{flag.settled} {
        setAccessible(*this, Role::Heading, urgency_ + ": " + toWx(flag.pointsTo));
    }

protected:
    void draw(wxGraphicsContext& context, wxSize size) override {
        const Palette::Chip& colours = settled_ ? palette().neutral : flagColours(rank_);
        const double sign = px(20);
        drawFlagSign(context, rank_, {0, (size.y - sign) / 2, sign, sign}, colours.text,
                     GetParent()->GetBackgroundColour());
        const double left = sign + px(8);
        drawLine(context, urgency_ + (settled_ ? toWx(" · ") + said("settled") : wxString{}),
                 {left, 0, size.x - left, 1.0 * size.y}, TextStyle::BodyStrong, colours.text);
    }
    wxSize DoGetBestSize() const override {
        return {px(28) + textSize(urgency_, TextStyle::BodyStrong).x, px(26)};
    }

private:
    std::size_t rank_;
    wxString urgency_;
    bool settled_;
};

FlagCard::FlagCard(wxWindow* parent, const wxString& name, const app::FlagView& flag)
    : Card{parent, name, flag.settled ? Look::Raised : Look::Warning, wxVERTICAL, 14}, flag_{flag} {
    buildWords();
    buildWays();
    buildTold();
    buildGoOn();
    problem_ = new TextBlock{
        this, name + ".problem", {}, TextStyle::ControlStrong, TextBlock::Ink::Danger};
    content().Add(problem_, wxSizerFlags{}.Expand().Border(wxTOP, FromDIP(kNear)));
    show(Way::None);
}

void FlagCard::buildWords() {
    const wxString name = GetName();
    content().Add(new FlagTitle{this, name + ".title", flag_}, wxSizerFlags{}.Expand());
    const auto line = [&](const wxString& part, const wxString& words, TextStyle style,
                          TextBlock::Ink ink) {
        if (!words.empty()) {
            content().Add(new TextBlock{this, name + part, words, style, ink},
                          wxSizerFlags{}.Expand().Border(wxTOP, FromDIP(kNear)));
        }
    };
    line(".pointsTo", toWx(flag_.pointsTo), TextStyle::Name, TextBlock::Ink::Normal);
    line(".question", said("Answered with yes: {1}", {flag_.question}), TextStyle::Control,
         TextBlock::Ink::Normal);
    line(".action", said("What to do: {1}", {flag_.action}), TextStyle::BodyStrong,
         TextBlock::Ink::Normal);
    line(".raised", said("Raised {1}", {flag_.raised}), TextStyle::Small, TextBlock::Ink::Muted);
    for (const std::string& deed : flag_.deeds) {
        line(".deed", toWx("✓ " + deed), TextStyle::Control, TextBlock::Ink::Good);
    }
    line(".sources", said("Sources: {1}", {flag_.sources}), TextStyle::Small,
         TextBlock::Ink::Muted);
}

void FlagCard::buildWays() {
    auto* row = new wxBoxSizer{wxHORIZONTAL};
    const auto way = [&](const wxString& part, const wxString& words, std::function<void()> act) {
        auto* made = new PillButton{this, GetName() + part, words};
        made->setWords(words + ": " + toWx(flag_.pointsTo));
        made->onClick = std::move(act);
        row->Add(made, wxSizerFlags{}.Border(wxRIGHT, FromDIP(8)));
        return made;
    };
    told_ = way(".told", said("Told …"),
                [this] { open(toldPart_->IsShown() ? Way::None : Way::Told); });
    way(".letter", said("Referral letter"), [this] { onLetter(); });
    goOn_ = way(".goOn", said("Continue, because …"),
                [this] { open(goOnPart_->IsShown() ? Way::None : Way::GoOn); });
    content().Add(row, wxSizerFlags{}.Border(wxTOP, FromDIP(10)));
}

void FlagCard::buildTold() {
    const wxString name = GetName() + ".told";
    toldPart_ = new wxPanel{
        this,         wxID_ANY, wxDefaultPosition, wxDefaultSize, wxTAB_TRAVERSAL | wxBORDER_NONE,
        name + "Part"};
    dressAsPanel(*toldPart_);
    auto* column = new wxBoxSizer{wxVERTICAL};
    const auto field = [&](const wxString& part, const wxString& label, const wxString& hint) {
        column->Add(new TextBlock{toldPart_, name + part + ".label", label, TextStyle::SmallStrong,
                                  TextBlock::Ink::Muted},
                    wxSizerFlags{}.Expand().Border(wxTOP, FromDIP(kNear)));
        auto* made = newFormField(toldPart_, name + part, label, hint);
        column->Add(made, wxSizerFlags{}.Expand().Border(wxTOP, FromDIP(2)));
        return made;
    };
    whom_ = field("Whom", said("Who was told"), said("emergency care, Dr M. Patel, the patient"));
    when_ = field("When", said("When; empty: now"), said("10:50, yesterday 18:00"));
    remark_ = field("Remark", said("Remark, if there is one"), {});
    auto* record = new PillButton{toldPart_, name + "Record", said("Record that they were told"),
                                  PillButton::Kind::Primary};
    record->onClick = [this] {
        this->record([this] {
            onTold(fromWx(whom_->GetValue()), fromWx(when_->GetValue()),
                   fromWx(remark_->GetValue()));
            for (wxTextCtrl* const each : {whom_, when_, remark_}) {
                each->ChangeValue({}); // it is recorded
            }
        });
    };
    column->Add(record, wxSizerFlags{}.Border(wxTOP, FromDIP(10)));
    enterPresses(*toldPart_, *record);
    toldPart_->SetSizer(column);
    content().Add(toldPart_, wxSizerFlags{}.Expand());
}

void FlagCard::buildGoOn() {
    const wxString name = GetName() + ".goOn";
    goOnPart_ = new wxPanel{
        this,         wxID_ANY, wxDefaultPosition, wxDefaultSize, wxTAB_TRAVERSAL | wxBORDER_NONE,
        name + "Part"};
    dressAsPanel(*goOnPart_);
    auto* column = new wxBoxSizer{wxVERTICAL};
    const wxString label = said("Why treatment goes on; it stays in the record under your name");
    column->Add(new TextBlock{goOnPart_, name + "Reason.label", label, TextStyle::SmallStrong,
                              TextBlock::Ink::Muted},
                wxSizerFlags{}.Expand().Border(wxTOP, FromDIP(kNear)));
    reason_ = newFormField(goOnPart_, name + "Reason", label,
                           said("examined today: reflexes and strength are full and even"));
    column->Add(reason_, wxSizerFlags{}.Expand().Border(wxTOP, FromDIP(2)));
    auto* record = new PillButton{goOnPart_, name + "Record", said("Record the reason"),
                                  PillButton::Kind::Primary};
    record->onClick = [this] {
        this->record([this] {
            onGoOn(fromWx(reason_->GetValue()));
            reason_->ChangeValue({});
        });
    };
    column->Add(record, wxSizerFlags{}.Border(wxTOP, FromDIP(10)));
    enterPresses(*goOnPart_, *record);
    goOnPart_->SetSizer(column);
    content().Add(goOnPart_, wxSizerFlags{}.Expand());
}

bool FlagCard::Typed::isEmpty() const {
    return whom.empty() && when.empty() && remark.empty() && reason.empty();
}

FlagCard::Typed FlagCard::typed() const {
    return {whom_->GetValue(), when_->GetValue(), remark_->GetValue(), reason_->GetValue()};
}

void FlagCard::carry(const Typed& typed) {
    whom_->ChangeValue(typed.whom);
    when_->ChangeValue(typed.when);
    remark_->ChangeValue(typed.remark);
    reason_->ChangeValue(typed.reason);
    const Typed told{typed.whom, typed.when, typed.remark, {}};
    show(!told.isEmpty() ? Way::Told : !typed.reason.empty() ? Way::GoOn : Way::None);
}

void FlagCard::focusTyped() {
    const Typed now = typed();
    const Typed told{now.whom, now.when, now.remark, {}};
    if (!now.isEmpty()) {
        open(told.isEmpty() ? Way::GoOn : Way::Told);
    }
}

void FlagCard::show(Way way) {
    toldPart_->Show(way == Way::Told);
    goOnPart_->Show(way == Way::GoOn);
    told_->setPrimary(way == Way::None && !flag_.settled); // else the way's own button is
    problem_->Hide();
}

void FlagCard::open(Way way) {
    show(way);
    onResized();
    if (way != Way::None) {
        (way == Way::Told ? whom_ : reason_)->SetFocus();
    }
}

void FlagCard::record(const std::function<void()>& act) {
    try {
        act();
    } catch (const EditRefused& refusal) {
        problem_->setText(said(refusal));
        problem_->Show();
        onResized();
    }
}

} // namespace palpate::gui
