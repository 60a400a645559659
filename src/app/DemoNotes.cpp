// SPDX-License-Identifier: MIT
#include "app/DemoNotes.h"

#include "app/DemoChance.h"

#include <array>
#include <string_view>

namespace palpate::app {

namespace {

using Text = std::string_view;
constexpr auto kWorseOpenings = std::to_array<Text>(
    {"Worse since the last visit.", "A bad week.", "The pain is back, stronger than before.",
     "Felt good for two days, then worse than at the last visit.", "More pain than last time.",
     "Had to leave work early on one day.", "The week began well and ended badly."});
constexpr auto kSameOpenings = std::to_array<Text>(
    {"Much as last time.", "No real change.", "Better for a day after treatment, then as before.",
     "About the same; good and bad days.", "Neither better nor worse.",
     "Two easier days after the last visit, now the same again.", "Unchanged on the whole."});
constexpr auto kBetterOpenings =
    std::to_array<Text>({"Better since the last visit.", "A clear step forward.",
                         "Easier all week.", "Less pain, and shorter when it comes.",
                         "Moves more freely.", "The good days are more than the bad ones now.",
                         "Sore for a day after treatment, then better.",
                         "Noticeably better; the mornings are easier."});
constexpr auto kGoneOpenings =
    std::to_array<Text>({"No pain since the last visit.", "Free of pain all week.",
                         "Has forgotten about it on most days.",
                         "Nothing to report: no pain at work and none at night."});
constexpr auto kProvokes =
    std::to_array<Text>({"Comes on with {1}.", "Worst with {1}.", "Still provoked by {1}.",
                         "Worst moment: {1}.", "Mainly felt with {1}.", "Careful with {1}."});
constexpr auto kEases = std::to_array<Text>(
    {"Easier with warmth.", "Walking helps.", "Lying down for ten minutes helps.",
     "Changing position helps.", "A hot shower gives half an hour of relief.",
     "Stretching takes the edge off.", "Nothing helps for long.",
     "Rest does not help, moving does."});
/// What is said of everyday life must fit what the check-in holds; what was not asked fits.
struct Habit {
    Text words;
    bool (*fits)(const CheckIn& told);
};
const auto kHabits = std::to_array<Habit>({
    {"Sleeps well.", [](const CheckIn& told) { return told.sleepHours.value_or(7) >= 7; }},
    {"Short nights.", [](const CheckIn& told) { return told.sleepHours.value_or(6) <= 6; }},
    {"Wakes once or twice at night.",
     [](const CheckIn& told) { return told.sleepHours.value_or(6) < 7.5; }},
    {"Work has been stressful.",
     [](const CheckIn& told) { return !told.stress || told.stress->value() >= 5; }},
    {"Under little pressure at work.",
     [](const CheckIn& told) { return !told.stress || told.stress->value() <= 3; }},
    {"Sits most of the day.",
     [](const CheckIn& told) { return told.sittingHours.value_or(8) >= 6; }},
    {"On the feet all day.",
     [](const CheckIn& told) { return told.sittingHours.value_or(2) <= 4; }},
    {"Has started to walk to work.",
     [](const CheckIn& told) { return told.activeDays.value_or(4) >= 3; }},
    {"Hardly moves outside work.",
     [](const CheckIn& told) { return told.activeDays.value_or(1) <= 1; }},
    {"Drinks little during the day.",
     [](const CheckIn& told) { return told.waterLitres.value_or(1) <= 1.1; }},
    {"Took a painkiller on two days.", [](const CheckIn&) { return true; }},
    {"No tablets needed.", [](const CheckIn&) { return true; }},
    {"Holiday next week.", [](const CheckIn&) { return true; }},
});
constexpr auto kCounts =
    std::to_array<Text>({"none", "one", "two", "three", "four", "five", "six", "all"});
constexpr auto kHomeDone =
    std::to_array<Text>({"Home exercise on {2} of seven days: {1}.",
                         "Home care ({1}) on {2} of seven days.", "Did {1} on {2} of seven days."});
constexpr auto kHomeUnasked =
    std::to_array<Text>({"Keeps up {1}.", "Manages {1}, but not at work."});
constexpr auto kFirstQuality = std::to_array<Text>(
    {"dull and deep", "aching, sometimes sharp", "tight and pulling", "dull, with stiffness",
     "a constant ache", "sharp on certain movements, else dull", "burning after long sitting"});
constexpr auto kRedFlags = std::to_array<Text>(
    {"No numbness, no weakness, no bladder or bowel change.",
     "Asked about fever, weight loss and night pain: none.", "No tingling and no loss of strength.",
     "General health good; nothing that calls for a "
     "physician."});

constexpr auto kFirstAssessments = std::to_array<Text>(
    {"Myofascial pain of the {1} with trigger points, most of all in the {2}.",
     "The picture fits trigger points around the {1}; the {2} gives the familiar pain.",
     "Main source at present: {2}."});
constexpr auto kMuscularOnly = std::to_array<Text>(
    {"Joints and nerves give no signs today.", "Nothing found beside the muscles."});
constexpr auto kBetterAssessments =
    std::to_array<Text>({"Improving as expected.", "Good response to treatment.", "Clear progress.",
                         "Less pain, as hoped.", "On course.", "Responds well; load can go up."});
constexpr auto kSameAssessments = std::to_array<Text>(
    {"Stalled for now.", "Little change; load outside treatment still too high.",
     "Short relief only.", "Holding, without progress.", "Change of approach worth trying.",
     "Plateau."});
constexpr auto kWorseAssessments = std::to_array<Text>(
    {"Setback after overload.", "More irritable than last time.", "Worse than last time.",
     "Flare-up.", "Not on course; to be discussed if it goes on."});
constexpr auto kReachedAssessments = std::to_array<Text>(
    {"What was wanted is reached.", "Well enough to go on alone.", "Goal reached."});
constexpr auto kPointAssessments =
    std::to_array<Text>({"The {1} remains the main finding.", "Most tender today: {1}.",
                         "The {1} still keeps the pattern going.", "{2} to be followed."});
constexpr auto kReferralAssessments =
    std::to_array<Text>({"It refers to the {1}.", "Pain spreads to the {1} when pressed.",
                         "Pressure there brings the familiar pain in the {1}."});

constexpr auto kPlanSteps = std::to_array<Text>(
    {"Continue {1} at the {2}.", "Again {1} for the {2}, then loading.",
     "Re-test the {2}; if still tender, {1} once more.", "Next: {1}, {2} first."});
constexpr auto kPlanHome = std::to_array<Text>({"At home: {1}.", "Home care: {1}."});
constexpr auto kPlanAgain = std::to_array<Text>({"Keep up {1}.", "Go on with {1}."});
constexpr auto kPlanAdded = std::to_array<Text>({"Added for home: {1}.", "New for home: {1}."});
constexpr auto kPlanExtras = std::to_array<Text>(
    {"Ask about lifting at work.", "Re-assess range of motion.", "Check sleep and stress again.",
     "Measure before and after.", "Bring the diary.", "Look at the workplace photographs.",
     "If no change in three visits, write to the physician.", "Increase load if calm.",
     "Space the visits out."});
constexpr auto kDischarges =
    std::to_array<Text>({"Discharged; returns if needed.", "Case closed today.",
                         "Last session of this series; to call if it comes back."});
constexpr auto kReached =
    std::to_array<Text>({"Goal reached. Discharged with home programme.",
                         "Goal reached; case closed today, to call if it comes back."});
constexpr auto kReferrals = std::to_array<Text>(
    {"Referred on: {1}; letter goes out today.", "No lasting gain here: referred on, {1}."});

[[nodiscard]] std::string capitalised(std::string text) {
    if (!text.empty() && text[0] >= 'a' && text[0] <= 'z') {
        text[0] = static_cast<char>(text[0] - 'a' + 'A');
    }
    return text;
}

/// {1} becomes `first`, {2} `second`.
[[nodiscard]] std::string filled(Text sentence, Text first, Text second = {}) {
    std::string text;
    text.reserve(sentence.size() + first.size() + second.size());
    for (std::size_t i = 0; i < sentence.size(); ++i) {
        if (sentence[i] == '{') {
            text += sentence[i + 1] == '1' ? first : second;
            i += 2;
        } else {
            text += sentence[i];
        }
    }
    return text;
}

void add(std::string& text, Text sentence) {
    text += text.empty() ? "" : " ";
    text += sentence;
}

void addHabit(DemoChance& chance, std::string& text, const CheckIn& told) {
    constexpr int kTries = 6;
    for (int i = 0; i < kTries; ++i) {
        const auto& habit = chance.from(kHabits);
        if (habit.fits(told)) {
            add(text, habit.words);
            return;
        }
    }
}

void addHomeCare(DemoChance& chance, std::string& text, const DemoTalk& talk) {
    if (talk.homeCare.empty()) {
        return;
    }
    if (talk.checkIn.homeCareDays) {
        const auto days = static_cast<std::size_t>(*talk.checkIn.homeCareDays);
        add(text, filled(chance.from(kHomeDone), talk.homeCare, kCounts.at(days)));
    } else {
        add(text, filled(chance.from(kHomeUnasked), talk.homeCare));
    }
}

[[nodiscard]] std::string firstStory(DemoChance& chance, const DemoTalk& talk) {
    const auto& record = *talk.record;
    std::string text = record.complaint + ", " + std::string{chance.from(kFirstQuality)} + ".";
    if (!record.onsetNote.empty()) {
        add(text, "Began: " + record.onsetNote + ".");
    }
    add(text, filled(chance.from(kProvokes), chance.from(talk.topic->complaint->provokedBy),
                     capitalised(std::string{chance.from(talk.topic->complaint->provokedBy)})));
    add(text, chance.from(kEases));
    addHabit(chance, text, talk.checkIn);
    add(text, chance.from(kRedFlags));
    if (talk.anticoagulant) {
        add(text, "Takes an anticoagulant: light to moderate pressure only.");
    }
    add(text, "Goal: " + record.goal + ".");
    return text;
}

[[nodiscard]] Text openingFor(DemoChance& chance, const DemoTalk& talk) {
    if (!talk.course) {
        return {};
    }
    switch (*talk.course) {
    case Course::Worse:
        return chance.from(kWorseOpenings);
    case Course::Same:
        return chance.from(kSameOpenings);
    case Course::Better:
        return chance.from(kBetterOpenings);
    case Course::Gone:
        return chance.from(kGoneOpenings);
    }
    return {};
}

[[nodiscard]] Text nextVisitWords(int days) {
    return days < 7     ? "Next visit within a week."
           : days <= 8  ? "Next visit in a week."
           : days <= 12 ? "Next visit in ten days or so."
           : days <= 17 ? "Next visit in two weeks."
                        : "Next visit in some weeks.";
}

} // namespace

std::string demoSubjective(DemoChance& chance, const DemoTalk& talk) {
    if (talk.number == 1) {
        return firstStory(chance, talk);
    }
    std::string text{openingFor(chance, talk)};
    const bool hurts = talk.pain.value_or(1) > 0 && talk.course != Course::Gone;
    if (hurts && chance.happens(0.8)) {
        const auto what = chance.from(talk.topic->complaint->provokedBy);
        add(text, filled(chance.from(kProvokes), what, capitalised(std::string{what})));
    }
    if (hurts && chance.happens(0.4)) {
        add(text, chance.from(kEases));
    }
    if (chance.happens(0.5)) {
        addHabit(chance, text, talk.checkIn);
    }
    if (chance.happens(0.6)) {
        addHomeCare(chance, text, talk);
    }
    return text;
}

std::string demoAssessment(DemoChance& chance, const DemoTalk& talk) {
    std::string text;
    if (talk.number == 1) {
        const auto where =
            talk.worst.empty() ? std::string{talk.topic->complaint->place} : talk.worst;
        text = filled(chance.from(kFirstAssessments), talk.topic->complaint->place, where);
        if (talk.isMuscularOnly && chance.happens(0.4)) {
            add(text, chance.from(kMuscularOnly));
        }
        return text;
    }
    if (talk.last && talk.ending == DemoEnding::GoalReached) {
        add(text, chance.from(kReachedAssessments));
    } else if (talk.course) {
        switch (*talk.course) {
        case Course::Gone:
        case Course::Better:
            add(text, chance.from(kBetterAssessments));
            break;
        case Course::Same:
            add(text, chance.from(kSameAssessments));
            break;
        case Course::Worse:
            add(text, chance.from(kWorseAssessments));
            break;
        }
    }
    if (talk.pain && talk.painBefore && *talk.pain != *talk.painBefore && chance.happens(0.35)) {
        add(text, "Pain " + std::to_string(*talk.pain) + " of 10, was " +
                      std::to_string(*talk.painBefore) + ".");
    }
    if (talk.resolvedNow > 0) {
        add(text, talk.resolvedNow == 1
                      ? "One point has resolved."
                      : std::to_string(talk.resolvedNow) + " points have resolved.");
    }
    if (!talk.worst.empty()) {
        add(text, filled(chance.from(kPointAssessments), talk.worst, capitalised(talk.worst)));
        if (!talk.referral.empty() && chance.happens(0.3)) {
            add(text, filled(chance.from(kReferralAssessments), talk.referral));
        }
    }
    return text;
}

std::string demoPlan(DemoChance& chance, const DemoTalk& talk) {
    std::string text;
    const auto addHome = [&](Text openings) {
        if (!talk.homeCareToday.empty()) {
            add(text, filled(openings, talk.homeCareToday));
        }
    };
    if (talk.last && talk.ending != DemoEnding::StaysAway) {
        text = talk.ending == DemoEnding::ReferredOn
                   ? filled(chance.from(kReferrals), talk.specialist)
                   : std::string{talk.ending == DemoEnding::GoalReached ? chance.from(kReached)
                                                                        : chance.from(kDischarges)};
        addHome(chance.from(kPlanHome));
        return text;
    }
    if (!talk.technique.empty() && !talk.worst.empty()) {
        add(text, filled(chance.from(kPlanSteps), talk.technique, talk.worst));
    }
    addHome(talk.homeCare.empty()                 ? chance.from(kPlanHome)
            : talk.homeCare == talk.homeCareToday ? chance.from(kPlanAgain)
                                                  : chance.from(kPlanAdded));
    if (chance.happens(0.45)) {
        add(text, chance.from(kPlanExtras));
    }
    if (talk.daysToNext > 0) {
        add(text, nextVisitWords(talk.daysToNext));
    }
    return text;
}

} // namespace palpate::app
