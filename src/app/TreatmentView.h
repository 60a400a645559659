// SPDX-License-Identifier: MIT
#pragma once

#include "app/DoseForm.h"
#include "domain/Treatment.h"

#include <chrono>
#include <optional>
#include <string>
#include <vector>

namespace palpate::app {

/// How loud an alert of the patient speaks against a technique, told before it is chosen.
enum class CautionMark { Nothing, NotChecked, Care, Weigh, Never };

/// A technique to choose, with what the patient's alerts say of it here.
struct TechniqueChip {
    TechniqueKey value;
    std::string label;
    bool chosen = false;
    bool usual = false; ///< in use in this profession
    CautionMark mark = CautionMark::Nothing;
    std::string caution; ///< "Anticoagulant: only after weighing the risk"; may be empty
    friend bool operator==(const TechniqueChip&, const TechniqueChip&) = default;
};

/// One alert against one technique, in words.
struct CautionLine {
    std::optional<AlertKey> alert; ///< empty: the alerts were never asked
    CautionMark mark = CautionMark::Nothing;
    std::string heading; ///< "Anticoagulant (warfarin): only after weighing the risk"
    std::string text;    ///< of the table; "Not checked for this technique."
    std::string sources; ///< the keys, or "source not yet checked"; may be empty
    bool needsReason = false;
    std::string reason; ///< why one went on; empty: none was given
    friend bool operator==(const CautionLine&, const CautionLine&) = default;
};

/// A technique was chosen against which an alert speaks: nothing is stored until one goes on.
struct CautionQuestion {
    TechniqueKey technique;
    TreatmentTarget target;
    std::string heading; ///< "Dry needling at R quadratus lumborum"
    std::vector<CautionLine> lines;
    std::vector<std::string> reasons; ///< to take with one tap; those of this patient first
    friend bool operator==(const CautionQuestion&, const CautionQuestion&) = default;
};

/// A technique given, with all that was logged of it.
struct TreatmentCard {
    TreatmentId id;
    TechniqueKey technique;
    TreatmentTarget target;
    std::string label;             ///< "Pressure release"
    std::string targetLabel;       ///< "R quadratus lumborum", "C5 left"
    bool timed = false;            ///< its log fields have a duration: the timer fits
    std::optional<double> seconds; ///< held so far, as logged
    std::optional<double>
        usualSeconds; ///< the upper end of the usual dose; shown, never stored by itself
    std::optional<Tenderness> after; ///< of a point
    std::optional<PainScore> painBefore;
    std::optional<PainScore> painAfter;
    std::vector<DoseEntry> dose; ///< the technique's log fields that have no place of their own,
                                 ///< and the duration, whose place is the Timer
    std::string doseText;        ///< "47 s, 2 times"; "" when nothing was logged
    std::vector<CautionLine> cautions;
    /// What calls for a reason only since it was given: its point was moved, or the alert came
    /// later. Empty: nothing, or it can't be answered any more.
    std::optional<CautionQuestion> unanswered;
    std::string note;
    friend bool operator==(const TreatmentCard&, const TreatmentCard&) = default;
};

/// The timer of held pressure: it runs on whatever else is done.
struct HoldView {
    TreatmentId treatment;
    std::string label;      ///< "Pressure release · R quadratus lumborum"
    Milliseconds startedAt; ///< of the clinic's clock
    double before = 0;      ///< seconds already logged; the hold adds to them
    std::optional<double> usualSeconds;
    friend bool operator==(const HoldView&, const HoldView&) = default;
};

/// What can be treated, as typed or picked: a muscle, a region, a joint or a vertebral level.
struct TargetChoice {
    TreatmentTarget target;
    std::string label; ///< "C5 left", "R quadratus lumborum", "R buttock, upper"
    friend bool operator==(const TargetChoice&, const TargetChoice&) = default;
};

} // namespace palpate::app
