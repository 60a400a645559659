// SPDX-License-Identifier: MIT
#include "gui/SessionFooter.h"

#include "gui/Bar.h"
#include "gui/Phrases.h"

#include <wx/sizer.h>

#include <cmath>

namespace palpate::gui {

namespace {

void call(const std::function<void()>& act) {
    if (act) {
        act();
    }
}

} // namespace

SessionFooter::SessionFooter(wxWindow* parent, HoldNow now)
    : SessionSection{parent, "session.foot"} {
    auto* column = new wxBoxSizer{wxVERTICAL};
    buildHold(*column, std::move(now));
    buildBar(*column);
    SetSizer(column);
}

void SessionFooter::buildHold(wxSizer& column, HoldNow now) {
    holdBar_ = new Bar{this, "hold", wxTOP};
    auto* line = new wxBoxSizer{wxHORIZONTAL};
    timer_ = new HoldTimer{holdBar_, "hold.timer", said("Time held"), std::move(now)};
    timer_->SetToolTip(said("F4 stops it, and the time is logged"));
    timer_->onPress = [this] {
        edit([](app::SessionPresenter& presenter) { presenter.care().stopHold(); });
    };
    line->Add(timer_, wxSizerFlags{}.CentreVertical().Border(wxLEFT, FromDIP(18)));
    holdLabel_ = new TextBlock{holdBar_, "hold.label", {}, TextStyle::Control};
    holdLabel_->setSingleLine();
    line->Add(holdLabel_, wxSizerFlags{1}.CentreVertical().Border(wxLEFT | wxRIGHT, FromDIP(10)));
    drop_ = new PillButton{holdBar_, "hold.drop", said("Drop"), PillButton::Kind::Quiet,
                           PillButton::Size::Compact};
    drop_->SetToolTip(said("The timer ends and nothing of it is logged"));
    drop_->onClick = [this] {
        edit([](app::SessionPresenter& presenter) { presenter.care().dropHold(); });
    };
    line->Add(drop_, wxSizerFlags{}.CentreVertical().Border(wxRIGHT, FromDIP(14)));
    auto* padded = new wxBoxSizer{wxVERTICAL};
    padded->Add(line, wxSizerFlags{1}.Expand().Border(wxTOP | wxBOTTOM, FromDIP(5)));
    holdBar_->SetSizer(padded);
    holdBar_->Hide();
    column.Add(holdBar_, wxSizerFlags{}.Expand());
}

void SessionFooter::buildBar(wxSizer& column) {
    auto* bar = new Bar{this, "session.footer", wxTOP};
    auto* line = new wxBoxSizer{wxHORIZONTAL};
    plan_ = new PillButton{bar, "session.plan", said("Plan & home care")};
    plan_->onClick = [this] { call(onPlan); };
    line->AddSpacer(FromDIP(18));
    line->Add(plan_, wxSizerFlags{}.CentreVertical().Border(wxRIGHT, FromDIP(10)));
    counts_ = new TextBlock{bar, "session.counts", {}, TextStyle::Control, TextBlock::Ink::Muted};
    counts_->setSingleLine();
    line->Add(counts_, wxSizerFlags{1}.CentreVertical().Border(wxLEFT, FromDIP(dip::kFocusRoom)));
    addendum_ = new PillButton{bar, "session.addAddendum", said("Add addendum …")};
    addendum_->onClick = [this] { call(onAddendum); };
    line->Add(addendum_, wxSizerFlags{}.CentreVertical().Border(wxRIGHT, FromDIP(18)));
    sign_ = new PillButton{bar, "session.sign", said("Sign …"), PillButton::Kind::Primary};
    sign_->SetToolTip(said("F9"));
    sign_->onClick = [this] { call(onSign); };
    line->Add(sign_, wxSizerFlags{}.CentreVertical().Border(wxRIGHT, FromDIP(18)));
    auto* padded = new wxBoxSizer{wxVERTICAL};
    padded->Add(line, wxSizerFlags{1}.Expand().Border(wxTOP | wxBOTTOM, FromDIP(8)));
    bar->SetSizer(padded);
    column.Add(bar, wxSizerFlags{}.Expand());
}

bool SessionFooter::renderHold(const std::optional<app::HoldView>& hold) {
    if (hold) {
        timer_->setTarget(std::chrono::seconds{std::lround(hold->usualSeconds.value_or(0))});
        timer_->run(hold->startedAt.time_since_epoch(),
                    std::chrono::seconds{std::lround(hold->before)});
        holdLabel_->setText(toWx(hold->label));
        drop_->setWords(said("Drop the time of {1}", {hold->label}));
    } else {
        timer_->setHeld(std::chrono::seconds{0});
    }
    return holdBar_->Show(hold.has_value());
}

bool SessionFooter::render(const app::SessionView& view, bool readOnly) {
    bool changed = renderHold(view.frozen ? std::nullopt : view.hold);
    counts_->setText(toWx(view.frozen ? view.status : view.footer));
    changed = plan_->Show(!view.frozen) || changed;
    changed = sign_->Show(!view.frozen) || changed;
    enable(*sign_, !readOnly || view.frozen);
    enable(*timer_, !readOnly);
    return addendum_->Show(view.frozen) || changed;
}

} // namespace palpate::gui
