// SPDX-License-Identifier: MIT
#pragma once

#include "domain/Case.h"
#include "domain/SessionFilter.h"

#include <cstdint>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace palpate::storage {

/// What stands beside a session's own text in its index row.
struct SessionSetting {
    std::int64_t patientNo = 0;
    std::string patientName; ///< with that of the record that goes on, when it was merged
    std::string complaint;
    std::int64_t goesOnNo = 0; ///< the record into which the patient's was merged; 0: none
    CaseStatus status = CaseStatus::Open;
    std::vector<std::string> diagnoses; ///< codes, the first of the case first
};

// Words that only the program searches for. docs/file-format.md lists them.

/// The spelling of a diagnosis by which it is found: capital letters and digits, at most 40.
[[nodiscard]] std::string diagnosisSpelling(std::string_view code);

[[nodiscard]] std::string patientTag(std::int64_t patientNo);
/// Of all that a filter may ask of a session.
[[nodiscard]] std::set<std::string> tagsOf(const Session& session, const SessionSetting& setting,
                                           const PaintedRegions& painted);

/// A filter as what must stand in an index row. Where a condition of a finding or a treatment is
/// wider than the filter means, the rows found must be looked at.
struct Narrowing {
    std::vector<std::string> parts; ///< expressions of the index that must all hold
    bool findingIsExact = true;
    bool treatmentIsExact = true;
};
/// Of everything but text, patient, times and profession.
[[nodiscard]] Narrowing narrowingOf(const SessionFilter& filter);

/// Some words of which any must be there, as one expression; without any: one that never holds.
[[nodiscard]] std::string anyOf(const std::vector<std::string>& tags);
[[nodiscard]] std::string practitionerTag(const PractitionerId& practitioner);
/// With a finding or a treatment in the muscle, or treated with the technique.
[[nodiscard]] std::string muscleExpression(const MuscleKey& muscle,
                                           const std::optional<Side>& side);
[[nodiscard]] std::string techniqueTag(const TechniqueKey& technique);

} // namespace palpate::storage
