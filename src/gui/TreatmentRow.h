// SPDX-License-Identifier: MIT
#pragma once

#include "app/SessionView.h"
#include "gui/HoldTimer.h"
#include "gui/ScoreStrip.h"
#include "gui/TextBlock.h"

#include <wx/panel.h>

#include <functional>
#include <optional>

namespace palpate::gui {

/// How long pressure was held, and at which treatment.
struct HeldTime {
    TreatmentId treatment;
    double seconds;
};

/// One technique given at the selected point: its name, the timer where pressure is held, and the
/// tenderness after.
class TreatmentRow : public wxPanel {
public:
    TreatmentRow(wxWindow* parent, const wxString& name);

    std::function<void(const TreatmentId&, double seconds)> onHeld;
    std::function<void(const TreatmentId&, std::optional<Tenderness>)> onAfter;

    /// A timer that runs goes on: take its time first when the row is given to another treatment.
    void render(const app::TreatmentCard& treatment, bool frozen);
    /// Stops a timer that runs; tells onHeld.
    void stopTimer();
    /// Stops a timer that runs and hands out its time instead of telling it.
    [[nodiscard]] std::optional<HeldTime> takeTime();
    [[nodiscard]] std::optional<TreatmentId> treatment() const noexcept { return id_; }
    [[nodiscard]] HoldTimer& timer() noexcept { return *timer_; }
    [[nodiscard]] ScoreStrip& after() noexcept { return *after_; }

private:
    std::optional<TreatmentId> id_;
    TextBlock* label_; ///< children of this window
    HoldTimer* timer_;
    ScoreStrip* after_;
};

} // namespace palpate::gui
