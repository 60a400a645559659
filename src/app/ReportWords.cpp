// SPDX-License-Identifier: MIT
#include "app/ReportWords.h"

#include "app/SentenceWords.h"
#include "app/TimeText.h"
#include "app/Words.h"

#include <algorithm>
#include <iterator>

namespace palpate::app {

std::string listedInSentence(const std::vector<std::string>& names) {
    std::vector<std::string> lowered;
    std::ranges::transform(names, std::back_inserter(lowered), uncapitalised);
    return joined(lowered, ", ");
}

std::string ofTen(const std::optional<PainScore>& score) {
    return score ? shown({tr("{1} of 10"), {std::to_string(score->value())}})
                 : std::string{tr("not asked")};
}

std::string timeText(const Session& session) {
    const auto from = clockText(session.startedAt, session.timeZone);
    return session.endedAt ? from + "–" + clockText(*session.endedAt, session.timeZone)
                           : shown({tr("from {1}, end not noted"), {from}});
}

std::string consentText(const std::optional<TodayConsent>& consent) {
    if (!consent) {
        return tr("not asked");
    }
    return *consent == TodayConsent::Given ? tr("given") : tr("declined");
}

std::string courseText(const std::optional<Course>& course) {
    if (!course) {
        return tr("not asked");
    }
    switch (*course) {
    case Course::Worse:
        return tr("worse");
    case Course::Same:
        return tr("the same");
    case Course::Better:
        return tr("better");
    case Course::Gone:
        break;
    }
    return tr("gone");
}

std::string settledText(const std::optional<Settled>& settled) {
    if (!settled) {
        return {};
    }
    switch (*settled) {
    case Settled::Still:
        return tr("as last time");
    case Settled::Better:
        return tr("better than last time");
    case Settled::Worse:
        return tr("worse than last time");
    case Settled::Gone:
        break;
    }
    return tr("gone since last time");
}

std::string relationText(const std::optional<Relation>& relation) {
    if (!relation) {
        return {};
    }
    switch (*relation) {
    case Relation::Primary:
        return tr("primary");
    case Relation::Satellite:
        return tr("satellite");
    case Relation::Key:
        break;
    }
    return tr("key");
}

std::string reactionText(const std::optional<Reaction>& reaction) {
    if (!reaction) {
        return tr("not asked");
    }
    const char* grade = tr("none");
    switch (reaction->grade) {
    case ReactionGrade::None:
        break;
    case ReactionGrade::Mild:
        grade = tr("mild");
        break;
    case ReactionGrade::Moderate:
        grade = tr("moderate");
        break;
    case ReactionGrade::Severe:
        grade = tr("severe");
        break;
    }
    return joined({grade, reaction->what}, ": ");
}

std::string signsText(const Signs& signs) {
    struct Named {
        const char* word;
        Sign sign;
    };
    const std::array named{Named{tr("taut band"), signs.tautBand},
                           Named{tr("tender spot"), signs.tenderSpot},
                           Named{tr("referred pain"), signs.referredPain},
                           Named{tr("twitch"), signs.twitch}, Named{tr("jump"), signs.jump}};
    std::vector<std::string> present;
    std::vector<std::string> absent;
    std::vector<std::string> open;
    for (const auto& each : named) {
        auto& group = each.sign == Sign::Present  ? present
                      : each.sign == Sign::Absent ? absent
                                                  : open;
        group.emplace_back(each.word);
    }
    std::string told;
    switch (signs.recognised) {
    case Recognition::NotAssessed:
        open.emplace_back(tr("recognition"));
        break;
    case Recognition::No:
        told = tr("pain not recognised");
        break;
    case Recognition::Partly:
        told = tr("pain partly recognised");
        break;
    case Recognition::Yes:
        told = tr("pain recognised");
        break;
    }
    if (present.empty() && absent.empty() && told.empty()) {
        return tr("not assessed");
    }
    std::vector<std::string> parts{joined(present, ", ")};
    if (!absent.empty()) {
        parts.push_back(shown({tr("absent: {1}"), {joined(absent, ", ")}}));
    }
    parts.push_back(told);
    if (!open.empty()) {
        parts.push_back(shown({tr("not assessed: {1}"), {joined(open, ", ")}}));
    }
    return joined(parts, "; ");
}

} // namespace palpate::app
