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

/// What the patient wants to reach, and how one will see it.
struct Goal {
    GoalId id;
    std::string text;
    std::string measure = {}; ///< what is measured: "sitting", "NPRS"; may be empty
    std::string target = {};  ///< "60 min"; may be empty
    std::optional<Date> by = {};
    std::optional<Date> reached = {}; ///< empty: not yet
    friend bool operator==(const Goal&, const Goal&) = default;
};

/// What was planned for the case; each empty: not planned.
struct CasePlan {
    std::optional<double> visitsPerWeek = {};
    std::optional<int> weeks = {};
    std::vector<TechniqueKey> techniques = {};
    friend bool operator==(const CasePlan&, const CasePlan&) = default;
};

/// One complaint from first visit to discharge.
struct Case {
    CaseId id;
    PatientId patient;
    std::string complaint; ///< in words: "Low back pain, right"
    BodyArea area = BodyArea::Any;
    std::optional<Date> onset; ///< the day, where it is known
    std::string onsetNote;     ///< how: "lifting a box"
    std::string diagnosisCode; ///< ICD-10-CM, row of diagnoses.json; empty: none given
    std::string referrer;
    std::string goal; ///< in the patient's own words
    CaseStatus status = CaseStatus::Open;
    Date opened;
    std::string onsetAbout = {}; ///< about when, where no day is known: "in spring 2024"
    std::vector<std::string> furtherDiagnoses = {}; ///< ICD-10-CM, beside the first
    std::vector<Goal> goals = {};
    CasePlan plan = {};
    std::optional<Date> closed = {}; ///< when it was discharged or referred on; empty: not noted
    std::string outcome = {};        ///< at the end, in words
    std::string referredTo = {};     ///< of a case referred on
    friend bool operator==(const Case&, const Case&) = default;
};

/// What keeps the record from being stored. The complaint is required; onset and closing not after
/// `today`; an open case has no closing day; a goal has a text; a plan at most 14 visits a week and
/// 104 weeks; a field at most 500 characters.
[[nodiscard]] std::vector<Message> problems(const Case& record, Date today);

[[nodiscard]] std::string_view name(CaseStatus status) noexcept;
[[nodiscard]] std::optional<CaseStatus> parseCaseStatus(std::string_view text) noexcept;
/// "low_back", "any" ...: the words of outcome-measures.json.
[[nodiscard]] std::string_view name(BodyArea area) noexcept;
[[nodiscard]] std::optional<BodyArea> parseBodyArea(std::string_view text) noexcept;

} // namespace palpate
