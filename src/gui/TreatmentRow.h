// SPDX-License-Identifier: MIT
#pragma once

#include "app/SessionPresenter.h"
#include "gui/DoseFields.h"
#include "gui/HoldTimer.h"
#include "gui/PillButton.h"
#include "gui/ScoreStrip.h"
#include "gui/TextBlock.h"

#include <wx/panel.h>

#include <chrono>
#include <functional>
#include <optional>

namespace palpate::gui {

class LateReason;

/// The clinic's clock, as the timers read it.
using HoldNow = std::function<std::chrono::milliseconds()>;

/// One technique given: its name and dose in words, the timer where pressure is held, the value
/// after; opened, exactly the fields that the technique calls for and the patient's pain.
class TreatmentRow : public wxPanel {
public:
    /// `wide`: not at a point, so that the target is named and there is no tenderness after.
    TreatmentRow(wxWindow* parent, const wxString& name, HoldNow now, bool wide);

    /// An edit; the presenter is open. An exception is the owner's to handle.
    std::function<void(const std::function<void(app::SessionPresenter&)>&)> onEdit;
    /// Its dose was opened or closed by the user.
    std::function<void()> onResized;

    /// The care that alerts ask for, or the question for a reason, was opened or closed by the
    /// user.
    std::function<void()> onUnfolded;

    /// `words`: where those go that were typed for the treatment shown here before.
    void render(const app::TreatmentCard& treatment, const std::optional<app::HoldView>& hold,
                bool readOnly, LeftWords& words);
    /// Shows nothing any more.
    void leave(LeftWords& words);
    void flush();
    void forget();
    /// Tells nobody.
    void openDose(bool open);
    [[nodiscard]] bool isDoseOpen() const noexcept { return open_; }
    /// Starts or stops the timer, if the treatment has one.
    void pressTimer();
    /// The keyboard goes to what is open here: the reason that is called for, else the timer.
    void focusOpenEnd();
    [[nodiscard]] std::optional<TreatmentId> treatment() const noexcept { return id_; }
    [[nodiscard]] HoldTimer& timer() noexcept { return *timer_; }
    [[nodiscard]] ScoreStrip& after() noexcept { return *after_; }

private:
    void build(const wxString& name, HoldNow now);
    void connect();
    void renderDose();
    void renderCare();
    /// Calls with the treatment's identity.
    void edit(const std::function<void(app::TreatmentPresenter&, const TreatmentId&)>& act);

    bool wide_;
    bool open_ = false;
    bool readOnly_ = false;
    bool careIsOpen_ = false;
    std::optional<TreatmentId> id_;
    std::optional<app::TreatmentCard> shown_;
    TextBlock* label_ = nullptr; ///< children of this window, as all below
    PillButton* remove_ = nullptr;
    HoldTimer* timer_ = nullptr;
    PillButton* dose_ = nullptr;
    ScoreStrip* after_ = nullptr;
    DoseFields* fields_ = nullptr;
    ScoreStrip* painBefore_ = nullptr;
    ScoreStrip* painAfter_ = nullptr;
    LineField* note_ = nullptr;
    TypedText typedNote_;
    TextBlock* cautions_ = nullptr;
    LateReason* lateReason_ = nullptr;
    PillButton* careOpen_ = nullptr; ///< folds what is below it
    TextBlock* careText_ = nullptr;
};

} // namespace palpate::gui
