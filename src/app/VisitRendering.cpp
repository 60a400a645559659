// SPDX-License-Identifier: MIT
// The frame of a visit as part of a SessionView.
#include "app/CheckInWords.h"
#include "app/Clinic.h"
#include "app/SessionInside.h"
#include "app/TimeText.h"
#include "app/TypedTimes.h"
#include "atlas/BodyMap.h"
#include "reference/Reference.h"

#include <algorithm>
#include <cmath>

namespace palpate::app {

namespace {

constexpr std::size_t kProposals = 8; // of home care: what is read at a glance

[[nodiscard]] Date daysAfter(Date day, int days) {
    return Date{std::chrono::sys_days{day} + std::chrono::days{days}};
}

[[nodiscard]] std::string waitText(int days) {
    if (days == 7) {
        return tr("in a week");
    }
    return days % 7 == 0 ? palpate::shown({tr("in {1} weeks"), {std::to_string(days / 7)}})
                         : palpate::shown({days == 1 ? tr("tomorrow") : tr("in {1} days"),
                                           {std::to_string(days)}});
}

/// First what the plan of the case says, then what is common.
[[nodiscard]] std::vector<std::pair<std::string, Date>> nextVisits(const CasePlan& plan,
                                                                   Date today) {
    std::vector<int> waits;
    if (plan.visitsPerWeek && *plan.visitsPerWeek > 0) {
        waits.push_back(std::max(1, static_cast<int>(std::lround(7 / *plan.visitsPerWeek))));
    }
    for (const int days : {7, 14, 28}) {
        if (std::ranges::count(waits, days) == 0) {
            waits.push_back(days);
        }
    }
    std::vector<std::pair<std::string, Date>> visits;
    for (const int days : waits) {
        visits.emplace_back(waitText(days), daysAfter(today, days));
    }
    return visits;
}

} // namespace

HomeCareRow SessionInside::homeCareRow(const HomeCareItem& item) const {
    const auto& reference = clinic.reference();
    HomeCareRow row{.item = item,
                    .label = item.item.text(),
                    .usual = {},
                    .cautions = {},
                    .sources = {},
                    .fromLast =
                        previous() != nullptr && homeCareOf(*previous(), item.item) != nullptr,
                    .fromPlan = std::ranges::count(care, item.item, &CarePlanItem::item) != 0};
    if (const auto* known = reference.homeCare().find(item.item)) {
        row.label = known->name;
        row.usual = known->dose;
        for (const auto& caution : known->cautions) {
            row.cautions += (row.cautions.empty() ? "" : "; ") + caution;
        }
        for (const auto& source : known->sources) {
            row.sources += (row.sources.empty() ? "" : ", ") + source.text();
        }
        if (const auto warning = reference.sources().warningFor(known->sources)) {
            row.sources += (row.sources.empty() ? "" : " · ") + palpate::shown(*warning);
        }
    }
    return row;
}

std::vector<HomeCareRow> SessionInside::homeCareProposals() const {
    std::vector<HomeCareRow> rows;
    // The whole plan, however long; then what is read at a glance.
    const auto add = [&](const HomeCareItem& item, std::size_t most = kProposals) {
        const bool known = homeCareOf(session, item.item) != nullptr ||
                           std::ranges::any_of(rows, [&](const HomeCareRow& row) {
                               return row.item.item == item.item;
                           });
        if (!known && rows.size() < most) {
            rows.push_back(homeCareRow(item));
        }
    };
    for (const auto& planned : care) {
        add({planned.item, planned.dose}, care.size());
    }
    if (previous() != nullptr) {
        for (const auto& item : previous()->homeCare) {
            add(item);
        }
    }
    std::vector<MuscleKey> muscles;
    std::vector<RegionKey> regions;
    for (const auto& finding : session.findings) {
        muscles.push_back(finding.muscle);
        const auto* muscle = muscleOf(finding);
        if (muscle != nullptr && muscle->partOf) {
            muscles.push_back(*muscle->partOf); // the table may speak of the whole
        }
        const auto* shape = muscle != nullptr ? muscle->shapeIn(finding.at.view) : nullptr;
        const bool onArm = shape != nullptr && shape->plane == atlas::Plane::Arm;
        if (const auto* region = clinic.map().regionAt(finding.at, {}, onArm)) {
            regions.push_back(region->key);
        }
    }
    for (const auto* item : clinic.reference().homeCare().meantFor(muscles, regions)) {
        add({item->key, item->dose});
    }
    return rows;
}

void SessionInside::renderVisit() {
    auto& visit = shown.visit;
    const auto& zone = session.timeZone;
    visit.startedAt = session.startedAt;
    visit.endedAt = session.endedAt;
    visit.timesText = clockText(session.startedAt, zone);
    if (session.endedAt) {
        visit.timesText += "-" + clockText(*session.endedAt, zone);
    }
    visit.day = dayText(localDay(session.startedAt, zone));
    visit.start = clockText(session.startedAt, zone);
    visit.end = session.endedAt ? clockText(*session.endedAt, zone) : std::string{};
    visit.lateText = isLateEntry(session)
                         ? palpate::shown({tr("Late entry, written {1}, {2}"),
                                           {dayText(localDay(session.writtenAt, zone)),
                                            clockText(session.writtenAt, zone)}})
                         : std::string{};
    visit.consent = session.consent;
    visit.checkInText.clear();
    visit.checkIn =
        checkInLines(session.checkIn, previous() != nullptr ? &previous()->checkIn : nullptr);
    for (const auto& line : visit.checkIn) {
        if (line.value) {
            visit.checkInText += (visit.checkInText.empty() ? "" : " · ") + summaryOf(line);
        }
    }
    visit.reaction = session.reaction;
    visit.nextVisit = session.nextVisit;
    visit.nextVisitText = session.nextVisit ? weekdayText(*session.nextVisit) : std::string{};
    visit.nextVisits = nextVisits(plan, localDay(session.startedAt, zone));
    visit.homeCare.clear();
    for (const auto& item : session.homeCare) {
        visit.homeCare.push_back(homeCareRow(item));
    }
    visit.homeCareProposals = isSigned(session) ? std::vector<HomeCareRow>{} : homeCareProposals();
}

} // namespace palpate::app
