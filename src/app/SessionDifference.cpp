// SPDX-License-Identifier: MIT
#include "app/SessionDifference.h"

#include "app/Clinic.h"
#include "app/DifferenceInside.h"
#include "app/Rights.h"
#include "app/SentenceWords.h"
#include "app/SessionDays.h"
#include "app/TimeText.h"
#include "domain/Error.h"
#include "storage/Store.h"

#include <algorithm>

namespace palpate::app {

namespace {

class Comparer {
public:
    Comparer(Clinic& clinic, const TwoSessions& two) : clinic_{clinic}, two_{two} {
        if (two.isSameCase()) {
            pairs_ = pointPairs(two.ofCase, *two.earlier, *two.later);
        }
    }

    [[nodiscard]] SessionDifference all() const {
        SessionDifference difference{two_.earlier->id, two_.later->id};
        difference.title = title();
        difference.sameCase = two_.isSameCase();
        difference.rows = two_.isSameCase() ? differenceRows(clinic_.reference(), two_, pairs_)
                                            : differenceRowsApart(clinic_.reference(), two_);
        const auto change = painChangeOf();
        difference.figures = differenceFigures(clinic_, two_, pairs_, change);
        difference.remarks = remarks(change);
        return difference;
    }

private:
    [[nodiscard]] std::string title() const {
        const auto then = dayOf(*two_.earlier);
        const auto now = dayOf(*two_.later);
        const auto today = clinic_.today();
        if (then == now) {
            const auto clock = [](const Session& session) {
                return clockText(session.startedAt, session.timeZone);
            };
            return shown({tr("{1}, {2} against {3}"),
                          {now == today ? std::string{tr("Today")} : dayText(now),
                           clock(*two_.earlier), clock(*two_.later)}});
        }
        const bool showsYear = then.year() != today.year() || now.year() != today.year();
        const auto day = [&](Date date) { return showsYear ? dayText(date) : shortDayText(date); };
        return shown({tr("{1} against {2}"),
                      {day(then), now == today ? std::string{tr("today")} : day(now)}});
    }

    [[nodiscard]] std::optional<PainChange> painChangeOf() const {
        if (!two_.isSameCase() || !two_.earlier->painNow || !two_.later->painNow) {
            return std::nullopt;
        }
        auto record = clinic_.store().cases().find(two_.earlier->caseId);
        return record ? painChange(storyOf(*std::move(record), {*two_.earlier, *two_.later}),
                                   clinic_.reference())
                      : std::nullopt;
    }

    [[nodiscard]] std::vector<std::string> remarks(const std::optional<PainChange>& change) const {
        if (!two_.isSameCase()) {
            return {shown({tr("These sessions belong to different cases ({1}; {2}). Points of the "
                              "one are not looked for in the other, and no number is a change."),
                           {complaint(*two_.earlier), complaint(*two_.later)}})};
        }
        std::vector<std::string> remarks;
        if (change && change->delta() != 0) {
            remarks.push_back(shown({tr("Pain now: {1}"), {uncapitalised(verdictOn(*change))}}));
        }
        if (std::ranges::any_of(pairs_, [](const PointPair& pair) {
                return pair.change.tendernessDelta.value_or(0) != 0;
            })) {
            remarks.emplace_back(tr("There is no accepted smallest change for tenderness on "
                                    "palpation: whether a point's change is more than error can't "
                                    "be told."));
        }
        std::vector<MusclePlace> unseen;
        for (const auto& pair : pairs_) {
            if (const MusclePlace place{pair.last.muscle, pair.last.side};
                isUnseen(pair) && std::ranges::count(unseen, place) == 0) {
                unseen.push_back(place);
            }
        }
        if (!unseen.empty()) {
            remarks.push_back(
                shown({tr("Not assessed in the later session, and so neither gone nor "
                          "unchanged: {1}."),
                       {proseMuscles(clinic_.reference(), unseen)}}));
        }
        if (!two_.earlier->painAreas.empty() || !two_.later->painAreas.empty()) {
            remarks.emplace_back(tr("Areas are projected on a standard figure. Area alone follows "
                                    "pain poorly; read it beside pain and function."));
        }
        return remarks;
    }

    [[nodiscard]] std::string complaint(const Session& session) const {
        const auto record = clinic_.store().cases().find(session.caseId);
        return record ? record->complaint : std::string{};
    }

    Clinic& clinic_;
    const TwoSessions& two_;
    std::vector<PointPair> pairs_;
};

} // namespace

TwoSessions twoSessions(std::span<const Session> ofPatient, const SessionId& one,
                        const SessionId& other) {
    TwoSessions two;
    for (const auto& session : ofPatient) {
        if (session.id == one || session.id == other) {
            (two.earlier == nullptr ? two.earlier : two.later) = &session;
        }
    }
    if (two.later == nullptr) {
        throw EditRefused{{tr("Both sessions of a comparison have to be of this patient, and two "
                              "different ones; choose two of the list."),
                           {}}};
    }
    for (const auto& session : ofPatient) {
        if (session.caseId == two.earlier->caseId) {
            two.ofCase.push_back(&session);
        }
    }
    return two;
}

std::string dayIn(const TwoSessions& two, const Session& session) {
    const auto day = dayOf(session);
    const auto year = dayOf(*two.later).year();
    return day.year() == year && dayOf(*two.earlier).year() == year ? shortDayText(day)
                                                                    : dayText(day);
}

std::string goneWords(const TwoSessions& two, const PointPair& pair) {
    return pair.now.resolved == two.later
               ? std::string{tr("gone")}
               : shown({tr("gone since {1}"), {dayIn(two, *pair.now.resolved)}});
}

SessionDifference differenceOf(Clinic& clinic, const std::vector<Session>& ofPatient,
                               const SessionId& one, const SessionId& other) {
    require(clinic, Right::ReadRecords);
    const auto two = twoSessions(ofPatient, one, other);
    return Comparer{clinic, two}.all();
}

} // namespace palpate::app
