// SPDX-License-Identifier: MIT
#pragma once

#include "domain/Body.h"
#include "domain/Calendar.h"
#include "domain/Id.h"
#include "domain/Message.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace palpate {

enum class CaseStatus { Open, Discharged, ReferredOn };

/// Which row of a table of smallest important changes fits the complaint (outcome-measures.json,
/// applies_to). Any: no row of its own.
enum class BodyArea { Any, LowBack, Neck, Shoulder, Hip, Knee, AnkleFoot, Headache };

/// One complaint from first visit to discharge.
struct Case {
    CaseId id;
    PatientId patient;
    std::string complaint; ///< in words: "Low back pain, right"
    BodyArea area = BodyArea::Any;
    std::optional<Date> onset; ///< the day, where it is known
    std::string onsetNote;     ///< how, or about when: "lifting a box"
    std::string diagnosisCode; ///< ICD-10-CM, row of diagnoses.json; empty: none given
    std::string referrer;
    std::string goal;
    CaseStatus status = CaseStatus::Open;
    Date opened;
    friend bool operator==(const Case&, const Case&) = default;
};

/// What keeps the record from being stored. The complaint is required; onset not after `today`; a
/// field at most 500 characters.
[[nodiscard]] std::vector<Message> problems(const Case& record, Date today);

[[nodiscard]] std::string_view name(CaseStatus status) noexcept;
[[nodiscard]] std::optional<CaseStatus> parseCaseStatus(std::string_view text) noexcept;
/// "low_back", "any" ...: the words of outcome-measures.json.
[[nodiscard]] std::string_view name(BodyArea area) noexcept;
[[nodiscard]] std::optional<BodyArea> parseBodyArea(std::string_view text) noexcept;

} // namespace palpate
