// SPDX-License-Identifier: MIT
#include "app/VisitPresenter.h"

#include "app/Clinic.h"
#include "app/LocalDay.h"
#include "app/SessionInside.h"
#include "app/TimeText.h"
#include "app/TypedTimes.h"
#include "domain/Error.h"
#include "domain/Text.h"
#include "reference/Reference.h"

#include <cmath>

namespace palpate::app {

namespace {

constexpr std::size_t kMatches = 12; // rows of a list while one types

/// The typed minute of that day; the moment itself where day and minute are those that it shows, so
/// that typing what stands there changes nothing, not its seconds, nor which of two hours it was
/// where the clocks were set back.
[[nodiscard]] Instant momentOf(Date day, std::chrono::minutes time, const std::string& zone,
                               const std::optional<Instant>& present) {
    const bool same =
        present && localDay(*present, zone) == day && typedTime(clockText(*present, zone)) == time;
    return same ? *present : momentIn(day, time, zone);
}

/// The typed end: where the clocks are set back it may be the second of two moments, and a session
/// that ends in the minute in which it begins ends when it begins.
[[nodiscard]] Instant endOf(Date day, std::chrono::minutes time, const std::string& zone,
                            Instant startedAt, const std::optional<Instant>& present) {
    auto end = momentOf(day, time, zone, present);
    if (end < startedAt) {
        end = momentIn(day, time, zone, Doubled::Second);
    }
    const auto minuteOf = [](Instant at) { return std::chrono::floor<std::chrono::minutes>(at); };
    return end < startedAt && minuteOf(end) == minuteOf(startedAt) ? startedAt : end;
}

template <class Number>
[[nodiscard]] std::optional<Number> whole(const std::optional<double>& value) {
    if (!value) {
        return std::nullopt;
    }
    if (std::round(*value) != *value || std::abs(*value) > 1000) {
        throw EditRefused{{tr("That takes a whole number; type one without a fraction."), {}}};
    }
    return static_cast<Number>(*value);
}

[[nodiscard]] CheckIn changed(CheckIn checkIn, CheckInField field, std::optional<double> value) {
    switch (field) {
    case CheckInField::Sleep:
        checkIn.sleepHours = value;
        break;
    case CheckInField::Stress:
        checkIn.stress.reset();
        if (const auto score = whole<int>(value)) {
            checkIn.stress = StressScore::from(*score);
            if (!checkIn.stress) {
                throw EditRefused{{tr("Stress is rated from 0, none, to 10."), {}}};
            }
        }
        break;
    case CheckInField::Water:
        checkIn.waterLitres = value;
        break;
    case CheckInField::Sitting:
        checkIn.sittingHours = value;
        break;
    case CheckInField::Activity:
        checkIn.activeDays = whole<int>(value);
        break;
    case CheckInField::HomeCare:
        checkIn.homeCareDays = whole<int>(value);
        break;
    }
    return checkIn;
}

} // namespace

std::optional<Message> VisitPresenter::setTimes(const std::string& day, const std::string& start,
                                                const std::string& end) {
    inside_.requireDraft();
    const auto& session = inside_.session;
    const auto& zone = session.timeZone;
    const auto now = inside_.clinic.clock().now();
    const auto date = trimmed(day).empty() ? std::optional{localDay(session.startedAt, zone)}
                                           : typedDay(day, localDay(now, zone), Meant::Past);
    if (!date) {
        return Message{tr("“{1}” is no day; type it as 20 Nov or 2026-11-20."), {trimmed(day)}};
    }
    const auto from = typedTime(start);
    if (!from) {
        return Message{tr("“{1}” is no time of day; type the start as 10:30."), {trimmed(start)}};
    }
    const auto startedAt = momentOf(*date, *from, zone, session.startedAt);
    if (startedAt > now) {
        return Message{tr("{1}, {2} is still to come; a session is written when it begins."),
                       {dayText(*date), clockText(startedAt, zone)}};
    }
    std::optional<Instant> endedAt;
    if (!trimmed(end).empty()) {
        const auto to = typedTime(end);
        if (!to) {
            return Message{tr("“{1}” is no time of day; type the end as 11:10, or leave it out."),
                           {trimmed(end)}};
        }
        endedAt = endOf(*date, *to, zone, startedAt, session.endedAt);
        if (*endedAt < startedAt) {
            return Message{tr("The session ends at {1}, before it begins at {2}; type a later end "
                              "or an earlier start, or leave the end out."),
                           {clockText(*endedAt, zone), clockText(startedAt, zone)}};
        }
    }
    if (startedAt != session.startedAt || endedAt != session.endedAt) {
        inside_.commit({SetTimes{startedAt, endedAt}});
        inside_.tell();
    }
    return std::nullopt;
}

void VisitPresenter::setConsent(std::optional<TodayConsent> consent) {
    inside_.commit({SetConsent{consent}});
    inside_.tell();
}

void VisitPresenter::setCheckIn(CheckInField field, std::optional<double> value) {
    inside_.requireDraft();
    const auto next = changed(inside_.session.checkIn, field, value);
    if (const auto found = problems(next); !found.empty()) {
        throw EditRefused{found.front()};
    }
    inside_.commit({SetCheckIn{next}});
    inside_.tell();
}

void VisitPresenter::setReaction(std::optional<Reaction> reaction) {
    if (reaction && !isValidUtf8(reaction->what)) {
        throw EditRefused{{tr("The text holds characters that are not valid; type it again."), {}}};
    }
    inside_.requireDraft();
    const auto& before = inside_.session.reaction;
    if (reaction == before) {
        return;
    }
    if (reaction && before && reaction->grade == before->grade) {
        inside_.type(ReactionText{}, {SetReaction{std::move(reaction)}});
    } else {
        inside_.commit({SetReaction{std::move(reaction)}});
    }
    inside_.tell();
}

void VisitPresenter::setNextVisit(std::optional<Date> day) {
    const auto today = localDay(inside_.session.startedAt, inside_.session.timeZone);
    if (day && (!day->ok() || *day < today)) {
        throw EditRefused{{tr("The next visit lies before this one; choose a later day."), {}}};
    }
    inside_.commit({SetNextVisit{day}});
    inside_.tell();
}

std::optional<Message> VisitPresenter::setNextVisit(const std::string& typed) {
    inside_.requireDraft();
    if (trimmed(typed).empty()) {
        setNextVisit(std::optional<Date>{});
        return std::nullopt;
    }
    const auto today = localDay(inside_.session.startedAt, inside_.session.timeZone);
    const auto day = typedNextDay(typed, today);
    if (!day) {
        return Message{tr("“{1}” is no day; type it as 30 Nov, in 2 weeks or +7."),
                       {trimmed(typed)}};
    }
    if (*day < today) {
        return Message{tr("{1} lies before this session; choose a later day."), {dayText(*day)}};
    }
    setNextVisit(day);
    return std::nullopt;
}

void VisitPresenter::putHomeCare(HomeCareItem item) {
    item.dose = trimmed(item.dose);
    if (auto problem = inside_.clinic.reference().homeCare().problem(item)) {
        throw EditRefused{*std::move(problem)};
    }
    inside_.requireDraft();
    const auto* before = homeCareOf(inside_.session, item.item);
    if (before == nullptr) {
        inside_.commit({PutHomeCare{std::move(item)}});
    } else if (before->dose != item.dose) {
        const auto key = item.item;
        inside_.type(key, {PutHomeCare{std::move(item)}});
    }
    inside_.tell();
}

void VisitPresenter::removeHomeCare(HomeCareKey item) {
    inside_.commit({RemoveHomeCare{std::move(item)}});
    inside_.tell();
}

std::vector<HomeCareRow> VisitPresenter::homeCareMatching(const std::string& typed) const {
    if (trimmed(typed).empty()) {
        return inside_.homeCareProposals();
    }
    std::vector<HomeCareRow> rows;
    const auto& table = inside_.clinic.reference().homeCare();
    for (const auto& key : table.search(typed, kMatches)) {
        const auto* known = table.find(key);
        rows.push_back(inside_.homeCareRow({key, known != nullptr ? known->dose : std::string{}}));
    }
    return rows;
}

} // namespace palpate::app
