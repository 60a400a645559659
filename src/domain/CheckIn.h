// SPDX-License-Identifier: MIT
#pragma once

#include "domain/Message.h"
#include "domain/Scores.h"

#include <optional>
#include <vector>

namespace palpate {

/// The person's own rating of stress: 0 none, 10 the worst they can think of.
using StressScore = ZeroToTen<struct StressScoreTag>;

/// Everyday life since the last session, as the patient tells it. Each is empty when it was not
/// asked.
struct CheckIn {
    std::optional<double> sleepHours = {};   ///< a night
    std::optional<StressScore> stress = {};  ///< as a rule
    std::optional<double> waterLitres = {};  ///< drunk a day
    std::optional<double> sittingHours = {}; ///< a day
    std::optional<int> activeDays = {};      ///< of the last seven, with exercise
    std::optional<int> homeCareDays =
        {}; ///< of the last seven, on which the agreed home care was done
    friend bool operator==(const CheckIn&, const CheckIn&) = default;
};

/// Slips of typing, each a sentence naming the field: hours beyond a day, more than 20 litres, days
/// beyond a week, a number that is none. Empty when all is well.
[[nodiscard]] std::vector<Message> problems(const CheckIn& checkIn);

} // namespace palpate
