// SPDX-License-Identifier: MIT
// The points of a session as the Chart screen shows them: their list, the open card, the ghosts.
#include "app/Clinic.h"
#include "app/SessionInside.h"
#include "app/TimeText.h"
#include "app/Words.h"
#include "atlas/BodyMap.h"
#include "domain/Criteria.h"
#include "reference/Reference.h"

#include <algorithm>
#include <cmath>

namespace palpate::app {

namespace {

constexpr std::array kStates{State::Active, State::Latent, State::Resolved};
constexpr std::array kRelations{Relation::Primary, Relation::Satellite, Relation::Key};

[[nodiscard]] std::string relationWord(Relation relation) {
    switch (relation) {
    case Relation::Primary:
        return tr("Primary");
    case Relation::Satellite:
        return tr("Satellite");
    case Relation::Key:
        break;
    }
    return tr("Key");
}

[[nodiscard]] std::string stateChip(State state) {
    switch (state) {
    case State::Active:
        return tr("Active");
    case State::Latent:
        return tr("Latent");
    case State::Resolved:
        break;
    }
    return tr("Resolved");
}

[[nodiscard]] std::string tendernessWords(const std::optional<Tenderness>& now,
                                          const std::optional<Tenderness>& last) {
    if (!now && !last) {
        return tr("not assessed");
    }
    if (!now) {
        return palpate::shown({tr("not assessed, was {1}"), {std::to_string(last->value())}});
    }
    return last ? palpate::shown({tr("{1} was {2}"),
                                  {std::to_string(now->value()), std::to_string(last->value())}})
                : std::to_string(now->value());
}

/// Builds the parts of the list and the card; lives only while they are rendered.
class SessionRendering {
public:
    SessionRendering(Clinic& clinic, const Session& session) : clinic_{clinic}, session_{session} {}

    [[nodiscard]] std::string treatmentWords(const Finding& finding) const {
        std::string text;
        for (const auto& treatment : treatmentsAt(session_, finding.point.id)) {
            text += (text.empty() ? "" : "; ") + treatmentText(clinic_.reference(), treatment);
            if (treatment.tendernessAfter) {
                text += " → " + std::to_string(treatment.tendernessAfter->value());
            }
        }
        return text;
    }

    [[nodiscard]] std::string placeWords(const Finding& finding,
                                         const std::vector<Session>& earlier) const {
        std::string text;
        if (finding.referencePoint) {
            if (const auto* point =
                    clinic_.reference().triggerPoints().find(*finding.referencePoint)) {
                text = point->name;
            }
        }
        for (const auto& before : earlier) {
            if (findingAt(before, finding.point.id) != nullptr) {
                const auto day = shortDayText(localDay(before.startedAt, before.timeZone));
                text += (text.empty() ? "" : " · ") + palpate::shown({tr("since {1}"), {day}});
                break;
            }
        }
        return text;
    }

    [[nodiscard]] std::vector<Choice<ReferencePointKey>>
    referencePoints(const Finding& finding) const {
        const auto* muscle = clinic_.map().muscle(finding.muscle, finding.side);
        const auto* known = clinic_.reference().triggerPoints().find(
            finding.muscle, muscle != nullptr ? muscle->partOf : std::nullopt);
        std::vector<std::pair<double, Choice<ReferencePointKey>>> byDistance;
        if (known != nullptr) {
            for (const auto& point : known->points) {
                const auto place = clinic_.reference().pointPlaces().placeOf(
                    point.key, finding.side, finding.at.view);
                const double away =
                    place ? std::hypot(place->x - finding.at.x, place->y - finding.at.y) : 1e9;
                byDistance.emplace_back(
                    away, Choice<ReferencePointKey>{point.key, point.name,
                                                    finding.referencePoint == point.key});
            }
        }
        std::ranges::stable_sort(byDistance, {}, [](const auto& each) { return each.first; });
        std::vector<Choice<ReferencePointKey>> choices;
        for (auto& each : byDistance) {
            choices.push_back(std::move(each.second));
        }
        return choices;
    }

private:
    Clinic& clinic_;
    const Session& session_;
};

[[nodiscard]] PointCard cardOf(const SessionRendering& parts, const Finding& finding,
                               const Finding* last) {
    const auto reading = readingOf(finding.signs);
    const auto reason = palpate::shown(reading.reason);
    PointCard card{.id = finding.point.id,
                   .finding = finding,
                   .last = last != nullptr ? last->tenderness : std::nullopt,
                   .signsText = finding.signs == Signs{} ? std::string{tr("No sign assessed")}
                                : reading.state
                                    ? palpate::shown({tr("Signs say {1}: {2}"),
                                                      {stateWord(*reading.state), reason}})
                                    : palpate::shown({tr("Signs: {1}"), {reason}}),
                   .disagrees = disagree(finding),
                   .states = {},
                   .relations = {},
                   .referencePoints = parts.referencePoints(finding),
                   .techniques = {}, // renderTreatments()
                   .treatments = {},
                   .settled = finding.settled,
                   .carried = last != nullptr};
    for (const auto state : kStates) {
        card.states.push_back({state, stateChip(state), finding.state == state});
    }
    for (const auto relation : kRelations) {
        card.relations.push_back({relation, relationWord(relation), finding.relation == relation});
    }
    return card;
}

/// The session in which the point was found so.
[[nodiscard]] const Session* sessionOf(const std::vector<Session>& earlier,
                                       const Finding& finding) {
    for (auto each = earlier.rbegin(); each != earlier.rend(); ++each) {
        if (const auto* found = findingAt(*each, finding.point.id);
            found != nullptr && *found == finding) {
            return &*each;
        }
    }
    return nullptr;
}

} // namespace

void SessionInside::renderPoints() {
    const SessionRendering parts{clinic, session};
    shown.points.clear();
    shown.ghosts.clear();
    shown.card.reset();
    std::size_t treated = 0;
    for (const auto& finding : session.findings) {
        const auto* last = lastOf(finding.point.id);
        const auto was = last != nullptr ? last->tenderness : std::nullopt;
        const auto treatment = parts.treatmentWords(finding);
        treated += treatment.empty() ? 0 : 1;
        shown.points.push_back(
            {.id = finding.point.id,
             .number = finding.point.number,
             .muscle = shortMuscle(clinic.reference(), finding.muscle, finding.side),
             .place = parts.placeWords(finding, earlier),
             .state = finding.state,
             .relation = finding.relation,
             .tenderness = finding.tenderness,
             .last = was,
             .tendernessText = tendernessWords(finding.tenderness, was),
             .treatment = treatment,
             .settled = finding.settled,
             .carried = isCarried(finding),
             .toSettle = !isSigned(session) && isToSettle(finding),
             .selected = selected == finding.point.id});
        if (selected == finding.point.id) {
            shown.card = ::palpate::app::cardOf(parts, finding, last);
        }
    }
    for (const auto& ghost : ghosts) {
        std::string words = ghost.tenderness ? std::to_string(ghost.tenderness->value())
                                             : std::string{tr("not assessed")};
        words += ghost.state ? ", " + stateWord(*ghost.state) : std::string{};
        if (const auto* seen = sessionOf(earlier, ghost)) {
            words += ", " + shortDayText(localDay(seen->startedAt, seen->timeZone));
        }
        shown.ghosts.push_back({.id = ghost.point.id,
                                .number = ghost.point.number,
                                .muscle = shortMuscle(clinic.reference(), ghost.muscle, ghost.side),
                                .lastText = std::move(words)});
    }
    shown.toSettle = static_cast<int>(ghosts.size()) +
                     static_cast<int>(std::ranges::count_if(shown.points, &PointRow::toSettle));
    shown.footer =
        session.findings.empty()
            ? (shown.toSettle > 0 ? palpate::shown({tr("{1} of last time to settle"),
                                                    {std::to_string(shown.toSettle)}})
                                  : std::string{tr("no point yet")})
            : palpate::shown({tr("{1} of {2} points treated"),
                              {std::to_string(treated), std::to_string(session.findings.size())}});
}

} // namespace palpate::app
