// SPDX-License-Identifier: MIT
#pragma once

#include "reference/Alerts.h"
#include "reference/Diagnoses.h"
#include "reference/Factors.h"
#include "reference/HomeCare.h"
#include "reference/Joints.h"
#include "reference/LogFields.h"
#include "reference/Motions.h"
#include "reference/MuscleNames.h"
#include "reference/OutcomeMeasures.h"
#include "reference/PointPlaces.h"
#include "reference/RedFlags.h"
#include "reference/RetentionTable.h"
#include "reference/Sources.h"
#include "reference/Techniques.h"
#include "reference/Tests.h"
#include "reference/TriggerPoints.h"

#include <filesystem>

namespace palpate::reference {

/// All clinical tables, loaded together and checked against one another. Never changes; may be
/// moved, and what its tables pointed at stays where it is.
class Reference {
public:
    /// `folder` holds the JSON files of reference/data. Throws DataError, one sentence naming file,
    /// row and field.
    [[nodiscard]] static Reference load(const std::filesystem::path& folder);

    Reference(Reference&&) = default;
    Reference& operator=(Reference&&) = default;
    Reference(const Reference&) = delete;
    Reference& operator=(const Reference&) = delete;
    ~Reference() = default;

    [[nodiscard]] const Sources& sources() const noexcept { return sources_; }
    [[nodiscard]] const LogFields& logFields() const noexcept { return logFields_; }
    [[nodiscard]] const Techniques& techniques() const noexcept { return techniques_; }
    [[nodiscard]] const MuscleNames& muscleNames() const noexcept { return muscleNames_; }
    [[nodiscard]] const TriggerPoints& triggerPoints() const noexcept { return triggerPoints_; }
    [[nodiscard]] const PointPlaces& pointPlaces() const noexcept { return pointPlaces_; }
    [[nodiscard]] const OutcomeMeasures& outcomeMeasures() const noexcept {
        return outcomeMeasures_;
    }
    [[nodiscard]] const Alerts& alerts() const noexcept { return alerts_; }
    [[nodiscard]] const Diagnoses& diagnoses() const noexcept { return diagnoses_; }
    [[nodiscard]] const Joints& joints() const noexcept { return joints_; }
    [[nodiscard]] const Motions& motions() const noexcept { return motions_; }
    [[nodiscard]] const Tests& tests() const noexcept { return tests_; }
    [[nodiscard]] const HomeCare& homeCare() const noexcept { return homeCare_; }
    [[nodiscard]] const Factors& factors() const noexcept { return factors_; }
    [[nodiscard]] const RedFlags& redFlags() const noexcept { return redFlags_; }
    [[nodiscard]] const RetentionTable& retention() const noexcept { return retention_; }

private:
    Reference() = default;

    Sources sources_; // first: each table adds to it while it is loaded
    LogFields logFields_;
    Techniques techniques_;
    MuscleNames muscleNames_;
    TriggerPoints triggerPoints_;
    PointPlaces pointPlaces_;
    OutcomeMeasures outcomeMeasures_;
    Alerts alerts_;
    Diagnoses diagnoses_;
    Joints joints_;
    Motions motions_;
    Tests tests_;
    HomeCare homeCare_;
    Factors factors_;
    RedFlags redFlags_;
    RetentionTable retention_;
};

} // namespace palpate::reference
