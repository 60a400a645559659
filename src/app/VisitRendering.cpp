// SPDX-License-Identifier: MIT
// The frame of a visit as part of a SessionView.
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

/// "7", "7.5"
[[nodiscard]] std::string numberText(double value) {
    const auto tenths = std::llround(value * 10);
    const auto text = std::to_string(tenths / 10);
    return tenths % 10 == 0 ? text : text + "." + std::to_string(std::abs(tenths % 10));
}

template <class Number>
[[nodiscard]] std::optional<double> asNumber(const std::optional<Number>& value) {
    return value ? std::optional{static_cast<double>(*value)} : std::nullopt;
}

[[nodiscard]] std::optional<double> valueOf(const CheckIn& checkIn, CheckInField field) {
    switch (field) {
    case CheckInField::Sleep:
        return checkIn.sleepHours;
    case CheckInField::Stress:
        return checkIn.stress ? std::optional<double>{checkIn.stress->value()} : std::nullopt;
    case CheckInField::Water:
        return checkIn.waterLitres;
    case CheckInField::Sitting:
        return checkIn.sittingHours;
    case CheckInField::Activity:
        return asNumber(checkIn.activeDays);
    case CheckInField::HomeCare:
        break;
    }
    return asNumber(checkIn.homeCareDays);
}

struct Question {
    CheckInField field;
    const char* label;
    const char* unit;
    const char* answer;  ///< of the field
    const char* summary; ///< of the one line for all
    double most;
};
constexpr std::array kQuestions{
    Question{CheckInField::Sleep, tr("Sleep"), tr("h a night"), tr("{1} h"), tr("slept {1} h"), 12},
    Question{CheckInField::Stress, tr("Stress"), tr("of 10"), tr("{1}"), tr("stress {1}"), 10},
    Question{CheckInField::Water, tr("Water"), tr("litres a day"), tr("{1} l"),
             tr("drank {1} l a day"), 5},
    Question{CheckInField::Sitting, tr("Sitting"), tr("h a day"), tr("{1} h"), tr("sat {1} h"), 16},
    Question{CheckInField::Activity, tr("Activity"), tr("days of 7"), tr("{1} of 7 days"),
             tr("active {1} of 7 days"), 7},
    Question{CheckInField::HomeCare, tr("Home care"), tr("days of 7"), tr("{1} of 7 days"),
             tr("home care {1} of 7 days"), 7},
};

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
                        previous() != nullptr && homeCareOf(*previous(), item.item) != nullptr};
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
    const auto add = [&](const HomeCareItem& item) {
        const bool known = homeCareOf(session, item.item) != nullptr ||
                           std::ranges::any_of(rows, [&](const HomeCareRow& row) {
                               return row.item.item == item.item;
                           });
        if (!known && rows.size() < kProposals) {
            rows.push_back(homeCareRow(item));
        }
    };
    if (previous() != nullptr) {
        std::ranges::for_each(previous()->homeCare, add);
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
    visit.checkIn.clear();
    visit.checkInText.clear();
    for (const auto& question : kQuestions) {
        CheckInLine line{.field = question.field,
                         .label = question.label,
                         .unit = question.unit,
                         .text = {},
                         .value = valueOf(session.checkIn, question.field),
                         .last = previous() != nullptr
                                     ? valueOf(previous()->checkIn, question.field)
                                     : std::nullopt,
                         .most = question.most};
        if (line.value) {
            const auto value = numberText(*line.value);
            line.text = palpate::shown({question.answer, {value}});
            visit.checkInText += (visit.checkInText.empty() ? "" : " · ") +
                                 palpate::shown({question.summary, {value}});
        }
        visit.checkIn.push_back(std::move(line));
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
