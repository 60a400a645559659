// SPDX-License-Identifier: MIT
#pragma once

#include "domain/Case.h"
#include "domain/Patient.h"
#include "domain/Practitioner.h"
#include "domain/Session.h"

#include <optional>
#include <string>
#include <vector>

namespace palpate::reference {
class Reference;
}

namespace palpate::app {

// Keys of the tables as a person reads them. English; sentences are marked for translation where
// they are built.

/// "R quadratus lumborum", as lists and the map write it; a middle muscle has no letter.
[[nodiscard]] std::string shortMuscle(const reference::Reference& reference,
                                      const MuscleKey& muscle, Side side);
/// "right quadratus lumborum", as sentences write it.
[[nodiscard]] std::string longMuscle(const reference::Reference& reference, const MuscleKey& muscle,
                                     Side side);
/// "Pressure release": the technique's short name on a chip.
[[nodiscard]] std::string techniqueLabel(const reference::Reference& reference,
                                         const TechniqueKey& technique);
/// "pressure release 47 s × 2", with the dose that was logged.
[[nodiscard]] std::string treatmentText(const reference::Reference& reference,
                                        const Treatment& treatment);
[[nodiscard]] std::string stateWord(State state);
/// "a", "a and b", "a, b and c".
[[nodiscard]] std::string listed(const std::vector<std::string>& items);
/// "−2", "+1", "±0": a true minus sign, as the pages have it.
[[nodiscard]] std::string signedText(int value);
/// "118 cm²": projected area in whole square centimetres, below 10 with one decimal.
[[nodiscard]] std::string areaText(double squareCentimetres);
/// "layer 4, deepest"; empty for skin and bones.
[[nodiscard]] std::string layerWords(Layer layer);
/// "upper buttock", "lumbar region": within a sentence, without its side.
[[nodiscard]] std::string regionWord(const RegionKey& region);
/// "R upper buttock"; a region of the midline has no letter.
[[nodiscard]] std::string shortRegion(const RegionKey& region, Side side);
/// "Ache"; "Pain" when it was not described.
[[nodiscard]] std::string painWord(std::optional<PainQuality> quality);
/// "Back": the view as the buttons name it.
[[nodiscard]] std::string viewWord(View view);
[[nodiscard]] std::string professionWord(Profession profession);
/// "46 y · female"; empty parts are left out, never guessed.
[[nodiscard]] std::string ageAndSex(const Patient& patient, Date today);
/// "Anticoagulant" for the alert's key, with its detail.
[[nodiscard]] std::string alertText(const reference::Reference& reference, const Alert& alert);
/// Seconds logged as the treatment's duration; empty when none.
[[nodiscard]] std::optional<double> secondsOf(const Treatment& treatment);

} // namespace palpate::app
