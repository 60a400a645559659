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
constexpr auto kBetterOpenings = std::to_array<Text>(
    {"Better since the last visit.", "A clear step forward.", "Easier all week.",
     "Less pain, and shorter when it comes.", "Slept better and moves more freely.",
     "The good days are more than the bad ones now.",
     "Sore for a day after treatment, then better.",
     "Noticeably better; the mornings are easier."});
constexpr auto kGoneOpenings =
    std::to_array<Text>({"No pain since the last visit.", "Free of pain all week.",
                         "Has forgotten about it on most days.",
                         "Nothing to report: no pain at work and none at night."});
constexpr auto kProvokes =
    std::to_array<Text>({"Comes on with {1}.", "Worst with {1}.", "Still provoked by {1}.",
                         "{2} is the worst moment.", "Mainly felt with {1}.", "Careful with {1}."});
constexpr auto kEases = std::to_array<Text>(
    {"Easier with warmth.", "Walking helps.", "Lying down for ten minutes helps.",
     "Changing position helps.", "A hot shower gives half an hour of relief.",
     "Stretching takes the edge off.", "Nothing helps for long.",
     "Rest does not help, moving does."});
constexpr auto kHabits =
    std::to_array<Text>({"Sleeps about six hours.", "Sleeps well.", "Wakes once or twice at night.",
                         "Work has been stressful.", "Sits most of the day.",
                         "On the feet all day.", "Has started to walk to work.",
                         "Drinks little during the day.", "Took a painkiller on two days.",
                         "No tablets needed.", "Under less pressure at work this week.",
                         "Holiday next week.", "Child ill at home, short nights."});
constexpr auto kHomeDone = std::to_array<Text>(
    {"Did the exercise on five of seven days: {1}.", "Home exercise most days ({1}).",
     "Forgot the home exercise on most days.", "Keeps up {1}.", "Manages {1}, but not at work.",
     "Has not found time for {1}."});
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
     "Muscular pain, {2} leading; joints and nerves give no signs today.",
     "Main source at present: {2}."});
constexpr auto kBetterAssessments = std::to_array<Text>(
    {"Improving as expected.", "Good response to treatment.", "Clear progress.",
     "Tenderness and pain both down.", "On course.", "Responds well; load can go up."});
constexpr auto kSameAssessments = std::to_array<Text>(
    {"Stalled for now.", "Little change; load outside treatment still too high.",
     "Short relief only.", "Holding, without progress.", "Change of approach worth trying.",
     "Plateau; the daily sitting time is the likely reason."});
constexpr auto kWorseAssessments = std::to_array<Text>(
    {"Setback after overload.", "More irritable than last time.", "Worse; no neurological signs.",
     "Flare-up. Treated more gently.", "Not on course; to be discussed if it goes on."});
constexpr auto kPointAssessments =
    std::to_array<Text>({"The {1} remains the main finding.", "Most tender today: {1}.",
                         "The {1} still keeps the pattern going.", "{2} to be followed."});
constexpr auto kReferralAssessments =
    std::to_array<Text>({"It refers to the {1}.", "Pain spreads to the {1} when pressed.",
                         "Pressure there brings the familiar pain in the {1}."});

constexpr auto kPlanSteps = std::to_array<Text>(
    {"Continue {1} at the {2}.", "Again {1} for the {2}, then loading.",
     "Re-test the {2}; if still tender, {1} once more.", "Next: {1}, {2} first."});
constexpr auto kPlanHome = std::to_array<Text>(
    {"At home: {1}.", "Home care: {1}.", "Keep up {1}.", "Added for home: {1}."});
constexpr auto kPlanExtras = std::to_array<Text>(
    {"Ask about lifting at work.", "Re-assess range of motion.", "Check sleep and stress again.",
     "Measure before and after.", "Bring the diary.", "Look at the workplace photographs.",
     "If no change in three visits, write to the physician.", "Increase load if calm.",
     "Space the visits out."});
constexpr auto kDischarges = std::to_array<Text>(
    {"Discharged; returns if needed.", "Goal reached. Discharged with home programme.",
     "Case closed today. Home exercise twice a week.",
     "Last session of this series; to call if it comes back."});

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

[[nodiscard]] std::string firstStory(DemoChance& chance, const DemoTalk& talk) {
    const auto& record = *talk.record;
    std::string text = record.complaint + ", " + std::string{chance.from(kFirstQuality)} + ".";
    if (!record.onsetNote.empty()) {
        add(text, "Began: " + record.onsetNote + ".");
    }
    add(text, filled(chance.from(kProvokes), chance.from(talk.topic->complaint->provokedBy),
                     capitalised(std::string{chance.from(talk.topic->complaint->provokedBy)})));
    add(text, chance.from(kEases));
    add(text, chance.from(kHabits));
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
        add(text, chance.from(kHabits));
    }
    if (chance.happens(0.6)) {
        add(text, filled(chance.from(kHomeDone), talk.homeCare));
    }
    return text;
}

std::string demoAssessment(DemoChance& chance, const DemoTalk& talk) {
    std::string text;
    if (talk.number == 1) {
        const auto where =
            talk.worst.empty() ? std::string{talk.topic->complaint->place} : talk.worst;
        text = filled(chance.from(kFirstAssessments), talk.topic->complaint->place, where);
        return text;
    }
    if (talk.course) {
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
    if (talk.last) {
        text = chance.from(kDischarges);
        add(text, filled(chance.from(kPlanHome), talk.homeCare));
        return text;
    }
    if (!talk.technique.empty() && !talk.worst.empty()) {
        add(text, filled(chance.from(kPlanSteps), talk.technique, talk.worst));
    }
    if (talk.number == 1 || chance.happens(0.6)) {
        add(text, filled(chance.from(kPlanHome), talk.homeCare));
    }
    if (chance.happens(0.45)) {
        add(text, chance.from(kPlanExtras));
    }
    add(text, talk.daysToNext <= 5    ? "Next visit this week."
              : talk.daysToNext <= 8  ? "Next visit in a week."
              : talk.daysToNext <= 16 ? "Next visit in two weeks."
                                      : "Next visit in a month.");
    return text;
}

} // namespace palpate::app
