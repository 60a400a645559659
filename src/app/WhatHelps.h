// SPDX-License-Identifier: MIT
#pragma once

#include "domain/Id.h"
#include "domain/Session.h"
#include "drawing/Palette.h"
#include "drawing/Picture.h"

#include <functional>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace palpate::app {

class Clinic;

/// Fewer than so many values of one patient, and values of fewer patients of a clinic, say nothing.
inline constexpr int kLeastUses = 3;
inline constexpr int kLeastPatients = 10;

/// A mean of differences and its 95 % confidence interval (Student's t). Negative: less tender.
struct MeanChange {
    int count = 0;
    double mean = 0;
    double low = 0; ///< meaningful when count >= 2
    double high = 0;
    friend bool operator==(const MeanChange&, const MeanChange&) = default;
};
/// Of a mean, with its sign and always with a decimal, so that those of a list stand alike: "−2.6",
/// "−2.0", "±0.0".
[[nodiscard]] std::string signedMean(double value);
/// Empty for no values; low and high equal the mean for one.
[[nodiscard]] std::optional<MeanChange> meanChange(std::span<const double> differences);

/// One technique in one muscle. A use is a treatment of a point whose finding of that day lies in
/// the muscle, or of the muscle itself. At once: the treatment's tenderness after minus the
/// finding's, where both were assessed. At the next session: the tenderness found before treatment
/// in the next session of the same case, drafts too, minus that of this one; where that session did
/// not assess the point there is no value, whatever a later one found. Of a patient a mean takes
/// kLeastUses values, of a clinic values of kLeastPatients patients.
struct Help {
    TechniqueKey technique;
    MuscleKey muscle;
    std::string title; ///< "Pressure release, quadratus lumborum"
    int uses = 0;      ///< all, measured or not
    int patients = 1;
    std::optional<MeanChange> atOnce = {};      ///< empty: too few
    std::optional<MeanChange> atNextVisit = {}; ///< empty: too few
    bool isEnough = false;                      ///< either mean is there
    std::string sentence = {}; ///< "17 uses; ... −2.6 at once (95 % interval −3.0 to −2.2)"
};

struct WhatHelps {
    std::vector<Help> rows; ///< those that are enough, largest change at once first
    int tooFew = 0;         ///< combinations left out: measured too rarely, or in too few patients
    std::string warning;    ///< that this is observation, not proof; always shown with it
};

/// For one patient: `oldestFirst` are sessions of one case or of all. A point treated by several
/// techniques in one session counts for each of them, and the warning says so.
[[nodiscard]] WhatHelps whatHelps(const Clinic& clinic, std::span<const Session> oldestFirst);

/// For the whole clinic. `progress` is told a share from 0 to 1 and answers whether to go on;
/// empty result: it did not.
[[nodiscard]] std::optional<WhatHelps>
whatHelpsHere(Clinic& clinic, const std::function<bool(double)>& progress = {});

/// The rows as bars with their intervals around zero.
[[nodiscard]] drawing::Picture helpPicture(const WhatHelps& helps, double width, double height,
                                           drawing::Ground ground);

} // namespace palpate::app
