// SPDX-License-Identifier: MIT
#pragma once

#include "app/TreatmentView.h"
#include "domain/Message.h"

#include <optional>
#include <string>
#include <vector>

namespace palpate::app {

struct SessionInside;

/// What was done in one session: techniques at points, muscles, regions and joints, their dose and
/// their answer. Every edit is stored before the call returns; any call may throw StorageError or
/// EditRefused, and record and view are then unchanged.
class TreatmentPresenter {
public:
    explicit TreatmentPresenter(SessionInside& inside) noexcept : inside_{inside} {}

    /// Adds the technique at the target. Where an alert calls for a reason nothing is stored:
    /// view().asking says what speaks against it, and goOn() or holdBack() answers. The alerts are
    /// those that the file holds now.
    void give(TreatmentTarget target, TechniqueKey technique);
    /// Adds the technique at the selected point and starts its timer where it is timed; chosen
    /// again, takes it away. A timer that was not started by hand is logged when it is stopped or a
    /// value after is entered, and dropped when the session is left or signed. Throws EditRefused
    /// when no point is selected.
    void toggle(TechniqueKey technique);
    /// Stores the technique that was asked about, with the reason, which must not be blank, kept
    /// for each alert that calls for one. Where an alert came since it was asked, nothing is
    /// stored: the question shows it, and the view says so.
    void goOn(const std::string& reason);
    void holdBack();
    /// The reason for a technique that was given before one was called for: its point was moved
    /// since, or the alert came later. Kept for each alert that calls for one and has none; when
    /// there is no such alert, nothing is stored. EditRefused when it is blank.
    void giveReason(TreatmentId treatment, const std::string& reason);
    void remove(TreatmentId treatment);

    /// Text as typed into the field of that technique; an empty text takes the value away. What is
    /// not understood comes back as one sentence, and nothing is stored. A typed duration is the
    /// whole time: a timer of that treatment ends and adds nothing.
    [[nodiscard]] std::optional<Message> setDose(TreatmentId treatment, LogFieldKey field,
                                                 const std::string& typed);
    void setNote(TreatmentId treatment, const std::string& note);
    void setTendernessAfter(TreatmentId treatment, std::optional<Tenderness> value);
    void setPainBefore(TreatmentId treatment, std::optional<PainScore> score);
    void setPainAfter(TreatmentId treatment, std::optional<PainScore> score);

    /// One timer at a time: another one that runs is stopped and logged first, unless it came with
    /// its technique less than five seconds ago.
    void startHold(TreatmentId treatment);
    /// Logs the time held, added to what was logged before. Nothing when none runs.
    void stopHold();

    /// The timer ends and nothing of it is logged.
    void dropHold();

    /// Opens the card of a treatment that is not at a point; empty: closes it.
    void open(std::optional<TreatmentId> treatment);
    /// Brings the treatment into the view: selects its point, or opens its card.
    void show(TreatmentId treatment);
    /// What the words may mean, best first: "c5 left", "r sij", "right ql", "lumbar r".
    [[nodiscard]] std::vector<TargetChoice> targetsFor(const std::string& typed) const;
    /// The joints under a place of the map's bones layer; empty: none.
    [[nodiscard]] std::vector<TargetChoice> jointsAt(BodyPoint where) const;
    /// All techniques for a target, this profession's first, each with its caution.
    [[nodiscard]] std::vector<TechniqueChip> techniquesFor(const TreatmentTarget& target) const;

private:
    SessionInside& inside_;
};

} // namespace palpate::app
