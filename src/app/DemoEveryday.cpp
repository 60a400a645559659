// SPDX-License-Identifier: MIT
#include "app/DemoEveryday.h"

#include "app/DemoChance.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <string_view>

namespace palpate::app {

namespace {

constexpr auto kMild = std::to_array<std::string_view>(
    {"sore where it was pressed", "a little light-headed on getting up, gone after a minute",
     "warm and red skin for some minutes", "tired"});
constexpr auto kModerate = std::to_array<std::string_view>(
    {"small bruise", "more pain than before for some minutes", "felt faint, lay down for a while"});

[[nodiscard]] double inSteps(double value, double step, double low, double high) {
    return std::clamp(std::round(value / step) * step, low, high);
}
[[nodiscard]] int whole(double value, int low, int high) {
    return std::clamp(static_cast<int>(std::lround(value)), low, high);
}

} // namespace

DemoEveryday::DemoEveryday(DemoChance& chance, const DemoComplaint& complaint)
    : complaint_{&complaint} {
    const double practice = chance.unit();
    asks_ = practice < 0.75 ? 0.97 : practice < 0.92 ? 0.6 : 0.1;
    sleep_ = chance.between(6.2, 8.2);
    stress_ = chance.between(1.5, 6.0);
    water_ = chance.between(0.8, 2.0);
    sitting_ = chance.between(2.0, 10.0);
    active_ = chance.between(0.0, 4.0);
    diligence_ = chance.between(2.0, 6.5);
}

CheckIn DemoEveryday::told(DemoChance& chance, int number, double severity) {
    const auto asked = [&] { return chance.happens(asks_); };
    CheckIn told;
    // Drawn in any case, so that a question left out changes nothing that follows.
    const double sleep = sleep_ - 1.4 * severity + 0.25 * chance.spread();
    const double stress = stress_ + 2.5 * severity + 0.6 * chance.spread();
    const double water = water_ + 0.04 * number + 0.08 * chance.spread();
    const double sitting = sitting_ - 0.1 * number + 0.5 * chance.spread();
    const double active = active_ + 0.15 * number + 0.5 * chance.spread();
    const double homeCare = diligence_ + 0.9 * chance.spread();
    if (asked()) {
        told.sleepHours = inSteps(sleep, 0.5, 3, 10);
    }
    if (asked()) {
        told.stress = StressScore::from(whole(stress, 0, 10));
    }
    if (asked()) {
        // A tenth of a litre, and no dust behind it.
        told.waterLitres = std::round(10 * inSteps(water, 0.1, 0.4, 3.5)) / 10;
    }
    if (asked()) {
        told.sittingHours = inSteps(sitting, 0.5, 0.5, 13);
    }
    if (asked()) {
        told.activeDays = whole(active, 0, 7);
    }
    const bool asksHomeCare = asked();
    if (asksHomeCare && number > 0 && homeCare_ != nullptr) {
        told.homeCareDays = whole(homeCare, 0, 7);
    }
    return told;
}

const DemoHomeCare* DemoEveryday::agreed(DemoChance& chance, Session& session, int number) {
    const bool isNew = number == 0 || chance.happens(0.15);
    if (number > 0 && !isNew && !chance.happens(0.3)) {
        return nullptr;
    }
    if (isNew) {
        homeCare_ = &chance.from(complaint_->homeCare);
    }
    const auto item = HomeCareKey::from(homeCare_->item);
    if (!item) {
        return nullptr;
    }
    session.homeCare.push_back({*item, std::string{homeCare_->words}});
    return homeCare_;
}

std::optional<Reaction> demoReaction(DemoChance& chance, const Session& session) {
    if (session.treatments.empty() || !chance.happens(0.8)) {
        return std::nullopt;
    }
    const double how = chance.unit();
    if (how < 0.955) {
        return Reaction{ReactionGrade::None, {}};
    }
    return how < 0.995 ? Reaction{ReactionGrade::Mild, std::string{chance.from(kMild)}}
                       : Reaction{ReactionGrade::Moderate, std::string{chance.from(kModerate)}};
}

} // namespace palpate::app
