// SPDX-License-Identifier: MIT
#pragma once

#include "app/SideGuard.h"
#include "domain/Practitioner.h"
#include "domain/Session.h"

#include <span>
#include <string>

namespace palpate::reference {
class Reference;
}

namespace palpate::app {

// The paragraphs that write themselves: plain clinical English from the entries of one session.
// Only what was entered is said, each number with its unit; what was not assessed is named as such
// and never called none. Each is empty when there is nothing to say. `earlier` are the sessions of
// the case before this one, oldest first: what a value is compared with is the latest of them in
// which it was assessed, and it is dated when that was not last time.

/// What was found: the drawn pain (the sentence of composedPain(), empty when none was drawn), each
/// point with its state, side, muscle, tenderness and what became of it since last time, signs and
/// threshold in `unit`; then ranges of motion, tests and palpation; at last what was not assessed.
/// Points of which the same is to be said share a sentence.
[[nodiscard]] std::string composedObjective(const Session& session,
                                            std::span<const Session> earlier,
                                            const reference::Reference& reference,
                                            const std::string& drawnPain,
                                            PressureUnit unit = PressureUnit::Kilopascals);

/// What was done: consent, each technique with its target, dose and effect at the target, why one
/// went on in spite of an alert, the patient's pain after, unwanted effects.
[[nodiscard]] std::string composedTreatment(const Session& session,
                                            const reference::Reference& reference,
                                            PressureUnit unit = PressureUnit::Kilopascals);

/// What comes next: the points still open, those not assessed today, the next visit, home care.
[[nodiscard]] std::string composedPlan(const Session& session,
                                       const reference::Reference& reference);

/// Everyday life since last time in one sentence for the Subjective, as a proposal: "Slept 7 h a
/// night (was 6 h), stress 4/10, home care done on 5 of the last 7 days." Only what was asked.
[[nodiscard]] std::string checkInSentence(const Session& session, std::span<const Session> earlier);

/// "210 kPa", "2.1 kg/cm²", "21 N/cm²".
[[nodiscard]] std::string pressureText(Pressure pressure, PressureUnit unit);

} // namespace palpate::app
