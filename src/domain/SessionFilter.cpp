// SPDX-License-Identifier: MIT
#include "domain/SessionFilter.h"

#include "domain/Session.h"

#include <algorithm>
#include <utility>

namespace palpate {

namespace {

template <class Value>
[[nodiscard]] bool holds(const std::vector<Value>& anyOf, const Value& value) {
    return anyOf.empty() || std::ranges::find(anyOf, value) != anyOf.end();
}

/// What was not assessed is none of those that are looked for.
template <class Value>
[[nodiscard]] bool holds(const std::vector<Value>& anyOf, const std::optional<Value>& value) {
    return anyOf.empty() || (value && holds(anyOf, *value));
}

template <class Tag>
[[nodiscard]] std::optional<int> numberOf(const std::optional<ZeroToTen<Tag>>& score) {
    return score ? std::optional{score->value()} : std::nullopt;
}

struct TreatedPlace {
    std::optional<MuscleKey> muscle; ///< empty: a region or a joint
    std::optional<Side> side;        ///< empty: a point that the session does not have
};

[[nodiscard]] TreatedPlace placeOf(const TreatmentTarget& target,
                                   const std::vector<Finding>& findings) {
    if (const auto* point = std::get_if<TriggerPointId>(&target)) {
        const auto finding = std::ranges::find_if(
            findings, [&](const Finding& one) { return one.point.id == *point; });
        return finding == findings.end() ? TreatedPlace{}
                                         : TreatedPlace{finding->muscle, finding->side};
    }
    if (const auto* muscle = std::get_if<MuscleTarget>(&target)) {
        return {muscle->muscle, muscle->side};
    }
    if (const auto* region = std::get_if<RegionTarget>(&target)) {
        return {{}, region->side};
    }
    return {{}, std::get<JointTarget>(target).side};
}

[[nodiscard]] bool matches(const DoseFilter& filter, const Treatment& treatment) {
    return filter.amount.isOpen() ||
           std::ranges::any_of(treatment.dose, [&](const LogValue& logged) {
               const auto* number = std::get_if<double>(&logged.value);
               return logged.field == filter.field && number != nullptr &&
                      filter.amount.holds(*number);
           });
}

[[nodiscard]] bool isPainted(const SessionFilter& filter, const Session& session,
                             const PaintedRegions& painted) {
    if (!filter.painted) {
        return true;
    }
    return painted && std::ranges::any_of(session.painAreas, [&](const PainArea& area) {
               return std::ranges::any_of(painted(area), [&](const PaintedRegion& one) {
                   return one.region == *filter.painted &&
                          (!filter.paintedSide || one.side == *filter.paintedSide);
               });
           });
}

} // namespace

bool FindingFilter::isOpen() const noexcept {
    return muscles.empty() && !side && states.empty() && tenderness.isOpen() && changes.empty();
}

bool TreatmentFilter::isOpen() const noexcept {
    return techniques.empty() && muscles.empty() && !side &&
           std::ranges::all_of(doses, [](const DoseFilter& dose) { return dose.amount.isOpen(); });
}

bool matches(const FindingFilter& filter, const Finding& finding) {
    return holds(filter.muscles, finding.muscle) &&
           (!filter.side || *filter.side == finding.side) && holds(filter.states, finding.state) &&
           filter.tenderness.holds(numberOf(finding.tenderness)) &&
           holds(filter.changes, finding.settled);
}

bool matches(const TreatmentFilter& filter, const Treatment& treatment,
             const std::vector<Finding>& findings) {
    const auto place = placeOf(treatment.target, findings);
    return holds(filter.techniques, treatment.technique) && holds(filter.muscles, place.muscle) &&
           (!filter.side || place.side == filter.side) &&
           std::ranges::all_of(filter.doses,
                               [&](const DoseFilter& dose) { return matches(dose, treatment); });
}

bool matches(const SessionFilter& filter, const Session& session, const PaintedRegions& painted) {
    const auto isFound = [&](const Finding& finding) { return matches(filter.finding, finding); };
    const auto isTreated = [&](const Treatment& treatment) {
        return matches(filter.treatment, treatment, session.findings);
    };
    const auto isAgreed = [&](const HomeCareItem& item) {
        return std::ranges::find(filter.homeCare, item.item) != filter.homeCare.end();
    };
    return (!filter.caseId || *filter.caseId == session.caseId) &&
           (!filter.practitioner || *filter.practitioner == session.practitioner) &&
           filter.painNow.holds(numberOf(session.painNow)) &&
           (filter.finding.isOpen() || std::ranges::any_of(session.findings, isFound)) &&
           (filter.treatment.isOpen() || std::ranges::any_of(session.treatments, isTreated)) &&
           (filter.homeCare.empty() || std::ranges::any_of(session.homeCare, isAgreed)) &&
           isPainted(filter, session, painted);
}

} // namespace palpate
