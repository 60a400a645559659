// SPDX-License-Identifier: MIT
// Which backups are kept, over histories that chance makes.
#include "domain/BackupRotation.h"

#include "domain/Calendar.h"
#include "support/Builders.h"

#include <catch2/catch_get_random_seed.hpp>
#include <catch2/catch_test_macros.hpp>

#include <algorithm>
#include <random>
#include <set>

namespace palpate::test {

namespace {

using namespace std::chrono_literals;
using std::chrono::days;

[[nodiscard]] std::vector<Instant> keptOf(const std::vector<Instant>& taken, Instant now,
                                          const RotationRule& rule = {}) {
    auto kept = taken;
    for (const auto gone : noLongerKept(taken, now, rule)) {
        std::erase(kept, gone);
    }
    return kept;
}

} // namespace

TEST_CASE("a backup a day for two years leaves seven days, four weeks and twelve months",
          "[domain]") {
    // As it goes: each day one more, and what is no longer kept is removed at once.
    std::vector<Instant> there;
    const auto last = kNow; // a Monday
    for (auto day = last - days{730}; day <= last; day += days{1}) {
        there.push_back(day);
        there = keptOf(there, day);
        CHECK(there.size() <= 7 + 4 + 12);
    }
    std::vector<std::string> daysKept;
    for (const auto at : there) {
        daysKept.push_back(isoInstant(at).substr(0, 10));
    }
    // 17 to 23 November are the days; Sundays 8, 15 and 22 and today the weeks; ends of months.
    CHECK(daysKept == std::vector<std::string>{
                          "2025-12-31", "2026-01-31", "2026-02-28", "2026-03-31", "2026-04-30",
                          "2026-05-31", "2026-06-30", "2026-07-31", "2026-08-31", "2026-09-30",
                          "2026-10-31", "2026-11-08", "2026-11-15", "2026-11-17", "2026-11-18",
                          "2026-11-19", "2026-11-20", "2026-11-21", "2026-11-22", "2026-11-23"});
}

TEST_CASE("a clinic that is rarely open keeps its backups, however old", "[domain]") {
    std::vector<Instant> taken;
    for (int year = 0; year < 7; ++year) {
        taken.push_back(kNow - days{400 * year});
    }
    CHECK(noLongerKept(taken, kNow).empty());
}

TEST_CASE("whatever was taken when, rotation keeps what it must", "[domain]") {
    std::mt19937 chance{Catch::getSeed()};
    const auto below = [&](std::int64_t limit) {
        return static_cast<std::int64_t>(chance() % static_cast<std::uint32_t>(limit));
    };
    for (int history = 0; history < 500; ++history) {
        std::vector<Instant> taken(static_cast<std::size_t>(below(80)));
        const auto spread = 1 + below(900L * 86400);
        for (auto& at : taken) {
            at = kNow + 20h - std::chrono::seconds{below(spread)};
        }
        const RotationRule rule{static_cast<int>(below(9)), static_cast<int>(below(6)),
                                static_cast<int>(below(14))};
        CAPTURE(history, taken.size(), rule.days, rule.weeks, rule.months);
        const auto gone = noLongerKept(taken, kNow, rule);
        const auto kept = keptOf(taken, kNow, rule);
        std::vector<Instant> past;
        std::ranges::copy_if(taken, std::back_inserter(past),
                             [](Instant at) { return at <= kNow; });
        // What comes from the future can't be judged.
        CHECK(std::ranges::none_of(gone, [](Instant at) { return at > kNow; }));
        if (!past.empty()) {
            CHECK(std::ranges::find(kept, std::ranges::max(past)) != kept.end());
        }
        // As many days as the rule asks for have one that is kept, or all that have any.
        const auto daysOf = [](const std::vector<Instant>& some) {
            std::set<Instant> found;
            for (const auto at : some) {
                if (at <= kNow) {
                    found.insert(std::chrono::floor<days>(at));
                }
            }
            return found;
        };
        CHECK(daysOf(kept).size() >=
              std::min(daysOf(past).size(), static_cast<std::size_t>(rule.days)));
        const auto distinct = std::set<Instant>(kept.begin(), kept.end());
        const auto future = std::ranges::count_if(distinct, [](Instant at) { return at > kNow; });
        CHECK(static_cast<int>(distinct.size()) - static_cast<int>(future) <=
              std::max(1, rule.days + rule.weeks + rule.months));
        // Once rotated nothing more goes, and the order they are told in does not matter.
        CHECK(noLongerKept(kept, kNow, rule).empty());
        auto shuffled = taken;
        std::ranges::shuffle(shuffled, chance);
        auto other = noLongerKept(shuffled, kNow, rule);
        auto sorted = gone;
        std::ranges::sort(other);
        std::ranges::sort(sorted);
        CHECK(other == sorted);
    }
}

} // namespace palpate::test
