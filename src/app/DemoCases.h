// SPDX-License-Identifier: MIT
#pragma once

#include "domain/Case.h"
#include "domain/Practitioner.h"

#include <optional>
#include <string>
#include <string_view>

namespace palpate::app {

class DemoChance;
class DemoTechniques;
struct DemoTopic;

/// What a case is begun with.
struct DemoIntake {
    PatientId patient;
    Date day;
    Profession profession = Profession::Other; ///< of the person who takes it
};

/// A case for the topic, opened on the day: onset, diagnoses, goals, plan, referrer. Its sessions
/// come from DemoCourse.
[[nodiscard]] Case inventedCase(DemoChance& chance, IdMaker& ids, const DemoIntake& intake,
                                const DemoTopic& topic, const DemoTechniques& techniques);

/// How a case ends. StaysAway: nobody closes it.
enum class DemoEnding { Discharged, GoalReached, ReferredOn, StaysAway };

/// How the pain went from the first visit to the last, where it was asked.
struct DemoPainCourse {
    std::optional<int> first;
    std::optional<int> last;
    int visits = 1;
};
/// Somebody to whom a case is referred on.
[[nodiscard]] std::string_view demoSpecialist(DemoChance& chance);
/// The case as it is closed on that day: goals, outcome in words, and to whom it goes on.
[[nodiscard]] Case closedCase(Case record, DemoEnding ending, const DemoPainCourse& pain, Date day,
                              std::string_view specialist);

} // namespace palpate::app
