// SPDX-License-Identifier: MIT
#include "app/OverviewFacts.h"

#include "app/CheckInWords.h"
#include "app/Clinic.h"
#include "app/ClinicLists.h"
#include "app/ReadSessions.h"
#include "app/Rights.h"
#include "app/SentenceWords.h"
#include "app/SessionDays.h"
#include "app/TimeText.h"
#include "domain/Message.h"
#include "reference/Reference.h"

#include <algorithm>
#include <chrono>

namespace palpate::app {

namespace {

/// The latest answer to each question, and the one before it.
[[nodiscard]] std::vector<ToldLine> everydayOf(std::span<const Session> oldestFirst) {
    std::vector<ToldLine> told(checkInLines({}, nullptr).size());
    std::vector<bool> isKnownBefore(told.size());
    for (auto session = oldestFirst.rbegin(); session != oldestFirst.rend(); ++session) {
        const auto day = shortDayText(dayOf(*session));
        const auto answers = checkInLines(session->checkIn, nullptr);
        for (std::size_t i = 0; i < answers.size(); ++i) {
            const auto& answer = answers[i];
            if (answer.value && told[i].label.empty()) {
                told[i] = {answer.label, valueText(*answer.value, answer), day};
            } else if (answer.value && !isKnownBefore[i]) {
                told[i].when = shown({tr("{1}; {2} on {3}"), {told[i].when, answer.text, day}});
                isKnownBefore[i] = true;
            }
        }
    }
    std::erase_if(told, [](const ToldLine& line) { return line.label.empty(); });
    return told;
}

void addHomeCare(OverviewFacts& facts, std::span<const Session> oldestFirst,
                 const reference::Reference& reference) {
    const auto agreed =
        std::find_if(oldestFirst.rbegin(), oldestFirst.rend(),
                     [](const Session& session) { return !session.homeCare.empty(); });
    if (agreed == oldestFirst.rend()) {
        return;
    }
    facts.homeCareDay = shortDayText(dayOf(*agreed));
    for (const auto& item : agreed->homeCare) {
        const auto* known = reference.homeCare().find(item.item);
        const auto label = known != nullptr ? known->name : item.item.text();
        facts.homeCare.push_back(item.dose.empty() ? label
                                                   : shown({tr("{1}: {2}"), {label, item.dose}}));
    }
}

void addVisit(std::vector<NextStep>& next, std::span<const Session> oldestFirst, Date today) {
    const auto visit = agreedVisit(oldestFirst);
    if (!visit) {
        return;
    }
    const auto day = weekdayText(*visit);
    const auto wait = daysBetween(today, *visit);
    if (wait < 0) {
        next.push_back(
            {shown({tr("A visit was agreed for {1}; no session is recorded since"), {day}}), true});
    } else {
        next.push_back({wait == 0 ? std::string{tr("The next visit is today")}
                                  : shown({tr("Next visit: {1}"), {day}}),
                        false});
    }
}

void addGoals(std::vector<NextStep>& next, const Case& record, Date today) {
    for (const auto& goal : record.goals) {
        if (goal.reached || !goal.by) {
            continue;
        }
        const bool overdue = *goal.by < today;
        next.push_back({shown({overdue ? tr("Goal overdue since {1}: {2}") : tr("Goal by {1}: {2}"),
                               {shortDayText(*goal.by), goal.text}}),
                        overdue});
    }
}

/// Pain now was not asked for a long time.
void addAssessment(std::vector<NextStep>& next, std::span<const Session> oldestFirst, Date today) {
    const auto asked =
        std::find_if(oldestFirst.rbegin(), oldestFirst.rend(),
                     [](const Session& session) { return session.painNow.has_value(); });
    if (asked == oldestFirst.rend()) {
        next.push_back({tr("Ask for pain now: it was never rated in this case"), true});
    } else if (daysBetween(dayOf(*asked), today) > kReassessAfterDays) {
        next.push_back({shown({tr("Rate pain again: last on {1}, {2} days ago"),
                               {shortDayText(dayOf(*asked)),
                                std::to_string(daysBetween(dayOf(*asked), today))}}),
                        true});
    }
}

void addReviews(std::vector<NextStep>& next, const std::vector<CarePlanItem>& items, Date today,
                const reference::Reference& reference) {
    for (const auto& item : items) {
        if (item.review) {
            const bool isDue = *item.review <= today;
            next.push_back({shown({isDue ? tr("Review home care, due since {1}: {2}")
                                         : tr("Review home care by {1}: {2}"),
                                   {shortDayText(*item.review),
                                    uncapitalised(careText(reference, item.item, {}))}}),
                            isDue});
        }
    }
}

void addScores(OverviewFacts& facts, const std::vector<MeasureTrend>& trends) {
    for (const auto& trend : trends) {
        // Pain now of the sessions has its own trend.
        if (!trend.fromForms) {
            continue;
        }
        const auto& first = trend.days.front();
        const auto& last = trend.days.back();
        const bool isOne = trend.days.size() == 1;
        facts.scores.push_back(
            {.label = trend.name,
             .text = isOne ? first.text : shown({tr("{1} → {2}"), {first.text, last.text}}),
             .when = isOne ? first.day : shown({tr("{1} to {2}"), {first.day, last.day}}),
             .sentence = trend.sentence});
    }
}

void addCare(OverviewFacts& facts, Clinic& clinic, const Case& record,
             std::span<const Session> oldestFirst) {
    const auto plan = carePlan(clinic, record, oldestFirst);
    for (const auto& factor : plan.factors) {
        facts.factors.push_back(shown({tr("{1} ({2})"), {factor.title, factor.evidence}}));
    }
    facts.adherence = plan.adherence;
    for (const auto& item : runningCare(clinic, record.id)) {
        facts.plan.push_back(careText(clinic.reference(), item.item, item.dose));
    }
}

} // namespace

std::string meanText(const MeanChange& change) {
    return change.count >= 2
               ? shown({tr("{1} ({2} to {3})"),
                        {signedMean(change.mean), signedMean(change.low), signedMean(change.high)}})
               : signedMean(change.mean);
}

std::string shortHelp(const Help& help) {
    auto text =
        shown({help.uses == 1 ? tr("{1} use") : tr("{1} uses"), {std::to_string(help.uses)}});
    if (help.atOnce) {
        text += shown({tr(" · at once {1}"), {meanText(*help.atOnce)}});
    } else if (help.atNextVisit) {
        text += shown({tr(" · at the next session {1}"), {meanText(*help.atNextVisit)}});
    }
    return text;
}

OverviewFacts overviewFacts(Clinic& clinic, const Case& record,
                            std::span<const Session> oldestFirst) {
    require(clinic, Right::ReadRecords);
    OverviewFacts facts;
    facts.everyday = everydayOf(oldestFirst);
    addHomeCare(facts, oldestFirst, clinic.reference());
    addScores(facts, measureTrends(clinic, record, oldestFirst));
    addCare(facts, clinic, record, oldestFirst);
    for (const auto& flag : flagBanner(clinic, record.patient).flags) {
        facts.flags.push_back(shown({tr("{1}; possible {2}"), {flag.urgency, flag.pointsTo}}));
        facts.next.push_back(
            {shown({tr("Settle the red flag, possible {1}: {2}"), {flag.pointsTo, flag.action}}),
             true});
    }
    if (const auto due = screeningDue(clinic, record, oldestFirst)) {
        facts.next.push_back({shown({tr("Screen for red flags: {1}"), {due->why}}), due->pressing});
    }
    if (record.status == CaseStatus::Open && !oldestFirst.empty()) {
        addReviews(facts.next, runningCare(clinic, record.id), clinic.today(), clinic.reference());
        addVisit(facts.next, oldestFirst, clinic.today());
        addAssessment(facts.next, oldestFirst, clinic.today());
        addGoals(facts.next, record, clinic.today());
    }
    std::ranges::stable_sort(facts.next, std::greater{}, &NextStep::pressing);
    facts.helped = whatHelps(clinic, oldestFirst);
    return facts;
}

} // namespace palpate::app
