// SPDX-License-Identifier: MIT
#include "app/FilmFrames.h"

#include "app/MapFigures.h"
#include "app/TimeText.h"
#include "domain/Change.h"
#include "domain/Message.h"

namespace palpate::app {

FilmFrameView filmFrame(const Session& session, const atlas::BodyMap& map, View view, bool current,
                        std::optional<Date> today) {
    drawing::FilmFrame frame;
    const auto day = localDay(session.startedAt, session.timeZone);
    frame.title = current && !isSigned(session) && day == today ? std::string{tr("Today")}
                                                                : shortDayText(day);
    const auto totals = totalsOf(session.findings);
    frame.lines.push_back(palpate::shown({totals.points == 1 ? tr("{1} point") : tr("{1} points"),
                                          {std::to_string(totals.points)}}));
    if (totals.tendernessAssessed > 0) {
        frame.lines.push_back(
            palpate::shown({tr("tender {1}"), {std::to_string(totals.totalTenderness)}}));
    }
    if (session.painNow) {
        frame.figure = palpate::shown({tr("pain {1}"), {std::to_string(session.painNow->value())}});
    }
    frame.view = view;
    frame.marks = marksIn(session, map, view);
    frame.areas = areasIn(session, view);
    frame.current = current;
    return {session.id, std::move(frame)};
}

} // namespace palpate::app
