// SPDX-License-Identifier: MIT
#include "gui/TreatmentRow.h"

#include "gui/Phrases.h"

#include <wx/sizer.h>

#include <cmath>

namespace palpate::gui {

TreatmentRow::TreatmentRow(wxWindow* parent, const wxString& name)
    : wxPanel{parent, wxID_ANY, wxDefaultPosition, wxDefaultSize, wxTAB_TRAVERSAL | wxBORDER_NONE,
              name} {
    SetBackgroundColour(palette().panelSoft);
    auto* column = new wxBoxSizer{wxVERTICAL};
    label_ =
        new TextBlock{this, name + ".label", {}, TextStyle::SmallStrong, TextBlock::Ink::Muted};
    column->Add(label_, wxSizerFlags{}.Expand());
    auto* line = new wxBoxSizer{wxHORIZONTAL};
    timer_ = new HoldTimer{this, name + ".timer", said("Time held")};
    line->Add(timer_, wxSizerFlags{}.CentreVertical().Border(wxRIGHT, FromDIP(6)));
    after_ = new ScoreStrip{this, name + ".after", said("after"), ScoreStrip::Size::Compact};
    line->AddStretchSpacer();
    line->Add(after_, wxSizerFlags{}.CentreVertical());
    column->Add(line, wxSizerFlags{}.Expand());
    SetSizer(column);
    timer_->onStop = [this](std::chrono::seconds held) {
        if (id_ && onHeld) {
            onHeld(*id_, static_cast<double>(held.count()));
        }
    };
    after_->onChange = [this](std::optional<int> value) {
        if (id_ && onAfter) {
            onAfter(*id_, value ? Tenderness::from(*value) : std::nullopt);
        }
    };
}

void TreatmentRow::stopTimer() {
    timer_->stop();
}

std::optional<HeldTime> TreatmentRow::takeTime() {
    if (!id_ || !timer_->isRunning()) {
        return {};
    }
    const HeldTime time{*id_, static_cast<double>(timer_->held().count())};
    timer_->setHeld(std::chrono::seconds{0});
    return time;
}

void TreatmentRow::render(const app::TreatmentCard& treatment, bool frozen) {
    id_ = treatment.id;
    label_->setText(toWx(treatment.label));
    timer_->Show(treatment.timed);
    if (!timer_->isRunning()) {
        timer_->setHeld(std::chrono::seconds{std::lround(treatment.seconds.value_or(0))});
    }
    timer_->setTarget(std::chrono::seconds{std::lround(treatment.usualSeconds.value_or(0))});
    after_->setValue(treatment.after ? std::optional{treatment.after->value()} : std::nullopt);
    timer_->Enable(!frozen);
    after_->Enable(!frozen);
}

} // namespace palpate::gui
