// SPDX-License-Identifier: MIT
#include "domain/CheckIn.h"

#include <string>

namespace palpate {

namespace {

constexpr double kHoursOfDay = 24;
constexpr double kMostLitres = 20; // a guard against slips of typing, no advice
constexpr int kDaysOfWeek = 7;

template <class Number>
void checkRange(std::vector<Message>& out, const std::optional<Number>& value, Number most,
                const char* sentence) {
    if (value && !(*value >= Number{} && *value <= most)) {
        out.push_back({sentence, {std::to_string(static_cast<int>(most))}});
    }
}

} // namespace

std::vector<Message> problems(const CheckIn& checkIn) {
    std::vector<Message> out;
    checkRange(out, checkIn.sleepHours, kHoursOfDay,
               tr("Sleep: is a number of hours a night, 0 to {1}; check it."));
    checkRange(out, checkIn.waterLitres, kMostLitres,
               tr("Water: is a number of litres a day, 0 to {1}; check it."));
    checkRange(out, checkIn.sittingHours, kHoursOfDay,
               tr("Sitting: is a number of hours a day, 0 to {1}; check it."));
    checkRange(out, checkIn.activeDays, kDaysOfWeek,
               tr("Active days: is a number of days of the last week, 0 to {1}; check it."));
    checkRange(out, checkIn.homeCareDays, kDaysOfWeek,
               tr("Home care: is a number of days of the last week, 0 to {1}; check it."));
    return out;
}

} // namespace palpate
