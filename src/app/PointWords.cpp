// SPDX-License-Identifier: MIT
// What is said of one trigger point, and what has become of it since last time.
#include "app/PointWords.h"

#include "app/Sentences.h"
#include "app/Words.h"

#include <algorithm>
#include <array>

namespace palpate::app {

namespace {

struct Openings {
    const char* one;
    const char* many;
};

[[nodiscard]] Openings openJudged(State state, std::optional<Relation> relation) {
    const bool isActive = state == State::Active;
    if (!relation) {
        return isActive ? Openings{tr("Active trigger point in the {1}"),
                                   tr("Active trigger points in the {1}")}
                        : Openings{tr("Latent trigger point in the {1}"),
                                   tr("Latent trigger points in the {1}")};
    }
    switch (*relation) {
    case Relation::Primary:
        return isActive ? Openings{tr("Active primary trigger point in the {1}"),
                                   tr("Active primary trigger points in the {1}")}
                        : Openings{tr("Latent primary trigger point in the {1}"),
                                   tr("Latent primary trigger points in the {1}")};
    case Relation::Satellite:
        return isActive ? Openings{tr("Active satellite trigger point in the {1}"),
                                   tr("Active satellite trigger points in the {1}")}
                        : Openings{tr("Latent satellite trigger point in the {1}"),
                                   tr("Latent satellite trigger points in the {1}")};
    case Relation::Key:
        break;
    }
    return isActive ? Openings{tr("Active key trigger point in the {1}"),
                               tr("Active key trigger points in the {1}")}
                    : Openings{tr("Latent key trigger point in the {1}"),
                               tr("Latent key trigger points in the {1}")};
}

[[nodiscard]] Openings openUnjudged(std::optional<Relation> relation) {
    if (!relation) {
        return {tr("Point in the {1}, state not judged"),
                tr("Points in the {1}, their state not judged")};
    }
    switch (*relation) {
    case Relation::Primary:
        return {tr("Primary point in the {1}, state not judged"),
                tr("Primary points in the {1}, their state not judged")};
    case Relation::Satellite:
        return {tr("Satellite point in the {1}, state not judged"),
                tr("Satellite points in the {1}, their state not judged")};
    case Relation::Key:
        break;
    }
    return {tr("Key point in the {1}, state not judged"),
            tr("Key points in the {1}, their state not judged")};
}

[[nodiscard]] Openings openingOf(const Finding& finding) {
    if (!finding.state) {
        return openUnjudged(finding.relation);
    }
    if (*finding.state != State::Resolved) {
        return openJudged(*finding.state, finding.relation);
    }
    return finding.settled == Settled::Gone
               ? Openings{tr("Trigger point in the {1} no longer found"),
                          tr("Trigger points in the {1} no longer found")}
               : Openings{tr("Trigger point in the {1} resolved"),
                          tr("Trigger points in the {1} resolved")};
}

/// "taut band and referred pain; no jump sign; pain recognised by the patient"
[[nodiscard]] std::string signWords(const Signs& signs) {
    struct Named {
        Sign sign;
        const char* words;
    };
    const std::array named{
        Named{signs.tautBand, tr("taut band")}, Named{signs.tenderSpot, tr("tender spot")},
        Named{signs.referredPain, tr("referred pain")},
        Named{signs.twitch, tr("local twitch response")}, Named{signs.jump, tr("jump sign")}};
    std::vector<std::string> present;
    std::vector<std::string> absent;
    for (const auto& each : named) {
        if (each.sign != Sign::NotAssessed) {
            (each.sign == Sign::Present ? present : absent).emplace_back(each.words);
        }
    }
    std::vector<std::string> parts{listed(present)};
    if (!absent.empty()) {
        const auto last = absent.back();
        absent.pop_back();
        const auto before = joined(absent, ", ");
        parts.push_back(before.empty() ? shown({tr("no {1}"), {last}})
                                       : shown({tr("no {1} or {2}"), {before, last}}));
    }
    switch (signs.recognised) {
    case Recognition::Yes:
        parts.emplace_back(tr("pain recognised by the patient"));
        break;
    case Recognition::Partly:
        parts.emplace_back(tr("pain partly recognised by the patient"));
        break;
    case Recognition::No:
        parts.emplace_back(tr("pain not recognised by the patient"));
        break;
    case Recognition::NotAssessed:
        break;
    }
    return joined(parts, "; ");
}

[[nodiscard]] std::string scoreText(Tenderness score) {
    return std::to_string(score.value()) + "/10";
}

class PointTeller {
public:
    PointTeller(const Session& session, std::span<const Session> earlier, PressureUnit unit)
        : session_{session}, earlier_{earlier}, unit_{unit} {}

    [[nodiscard]] PointWords told(const Finding& finding) const {
        const auto openings = openingOf(finding);
        PointWords words{.place = {finding.muscle, finding.side},
                         .number = finding.point.number,
                         .one = openings.one,
                         .many = openings.many,
                         .signs = signWords(finding.signs),
                         .note = asSentence(finding.note)};
        const auto tender = lastOf(finding, &Finding::tenderness);
        const auto state = lastOf(finding, &Finding::state);
        const auto threshold = lastOf(finding, &Finding::threshold);
        const ComparedDays days{
            session_,
            earlier_,
            {finding.tenderness && tender ? tender->second : nullptr,
             finding.state && state && state->first != *finding.state ? state->second : nullptr,
             finding.threshold && threshold ? threshold->second : nullptr}};
        words.change = changeOfState(finding, state, tender, days);
        if (finding.tenderness) {
            words.tenderness = scoreText(*finding.tenderness);
            words.was = wasWords(*finding.tenderness, tender, finding.settled, days);
        }
        if (finding.threshold) {
            words.others.push_back(thresholdWords(*finding.threshold, threshold, days));
        }
        if (isNew(finding)) {
            words.others.emplace_back(tr("first charted today"));
        }
        words.isAsBefore = finding.settled == Settled::Still && !differs(finding, state, tender);
        words.settled = settledWords(finding, words.isAsBefore);
        if (!days.ofAll().empty() && words.settled.empty()) {
            words.others.push_back(shown({tr("last assessed on {1}"), {days.ofAll()}}));
        }
        return words;
    }

private:
    template <class Value> using Last = std::optional<std::pair<Value, const Session*>>;

    template <class Value>
    [[nodiscard]] Last<Value> lastOf(const Finding& finding,
                                     std::optional<Value> Finding::*field) const {
        return lastWith(earlier_, [&](const Session& before) {
            const auto* known = findingAt(before, finding.point.id);
            return known != nullptr ? known->*field : std::optional<Value>{};
        });
    }

    [[nodiscard]] bool isNew(const Finding& finding) const {
        return !earlier_.empty() && std::ranges::none_of(earlier_, [&](const Session& each) {
            return findingAt(each, finding.point.id) != nullptr;
        });
    }

    /// "was active"; empty when the state is as before.
    [[nodiscard]] std::string changeOfState(const Finding& finding, const Last<State>& before,
                                            const Last<Tenderness>& tender,
                                            const ComparedDays& days) const {
        if (!finding.state || !before || before->first == *finding.state) {
            return {};
        }
        if (before->first == State::Resolved) {
            return shown(
                {tr("back after being resolved on {1}"), {dayOf(*before->second, session_)}});
        }
        if (finding.settled == Settled::Gone && !finding.tenderness && tender &&
            tender->second == before->second) {
            return shown({tr("{1} with tenderness {2} on {3}"),
                          {stateWord(before->first), scoreText(tender->first),
                           dayOf(*before->second, session_)}});
        }
        return shown({tr("was {1}{2}"), {stateWord(before->first), days.behind(*before->second)}});
    }

    [[nodiscard]] static std::string wasWords(Tenderness now, const Last<Tenderness>& before,
                                              std::optional<Settled> settled,
                                              const ComparedDays& days) {
        if (!before) {
            return {};
        }
        const auto day = days.behind(*before->second);
        if (before->first != now) {
            return shown({tr(", was {1}{2}"), {std::to_string(before->first.value()), day}});
        }
        if (settled) {
            return {}; // the practitioner's own word says it
        }
        return day.empty() ? std::string{tr(", unchanged")} : shown({tr(", as{1}"), {day}});
    }

    [[nodiscard]] std::string thresholdWords(Pressure threshold, const Last<Pressure>& before,
                                             const ComparedDays& days) const {
        const auto now = pressureText(threshold, unit_);
        if (!before) {
            return shown({tr("pressure pain threshold {1}"), {now}});
        }
        const auto was = pressureText(before->first, unit_);
        return was == now ? shown({tr("pressure pain threshold {1}, unchanged"), {now}})
                          : shown({tr("pressure pain threshold {1}, was {2}{3}"),
                                   {now, was, days.behind(*before->second)}});
    }

    /// The day of the session with which the word compares.
    [[nodiscard]] const Session* comparedWith(const Finding& finding) const {
        const auto last = lastWith(earlier_, [&](const Session& before) {
            const auto* known = findingAt(before, finding.point.id);
            return known != nullptr && isAssessed(*known) ? std::optional{true} : std::nullopt;
        });
        return last ? last->second : nullptr;
    }

    [[nodiscard]] static bool differs(const Finding& finding, const Last<State>& state,
                                      const Last<Tenderness>& tender) {
        return (finding.tenderness && tender && tender->first != *finding.tenderness) ||
               (finding.state && state && state->first != *finding.state);
    }

    [[nodiscard]] std::string settledWords(const Finding& finding, bool isAsBefore) const {
        if (!finding.settled ||
            (*finding.settled == Settled::Gone && finding.state == State::Resolved)) {
            return {}; // the opening says it
        }
        const auto* last = comparedWith(finding);
        const auto since = last != nullptr ? dayOf(*last, session_) : std::string{};
        const bool isLast = last == nullptr || last == &earlier_.back();
        const char* words = nullptr;
        switch (*finding.settled) {
        case Settled::Still:
            return last == nullptr ? std::string{tr("unchanged")}
                   : isAsBefore    ? shown({tr("unchanged since {1}"), {since}})
                                   : shown({tr("otherwise unchanged since {1}"), {since}});
        case Settled::Better:
            words = isLast ? tr("better than last time") : tr("better than on {1}");
            break;
        case Settled::Worse:
            words = isLast ? tr("worse than last time") : tr("worse than on {1}");
            break;
        case Settled::Gone:
            words = tr("noted as no longer found");
            break;
        }
        const auto compared = shown({words, {since}});
        return finding.tenderness ? compared : shown({tr("{1}, tenderness not rated"), {compared}});
    }

    const Session& session_;
    std::span<const Session> earlier_;
    PressureUnit unit_;
};

} // namespace

PointWords pointWords(const Finding& finding, const Session& session,
                      std::span<const Session> earlier, PressureUnit unit) {
    return PointTeller{session, earlier, unit}.told(finding);
}

} // namespace palpate::app
