// SPDX-License-Identifier: MIT
// A body map as a sheet of its own: of one session, or of two on one body.
#include "app/Clinic.h"
#include "app/MapFigures.h"
#include "app/PainWords.h"
#include "app/Rights.h"
#include "app/SessionDifference.h"
#include "app/TimeText.h"
#include "app/Words.h"
#include "atlas/BodyMap.h"
#include "domain/Change.h"
#include "domain/Error.h"
#include "drawing/ChartPicture.h"
#include "storage/Store.h"

#include <algorithm>
#include <iterator>
#include <sstream>
#include <utility>

namespace palpate::app {

namespace {

constexpr double kMapWidth =
    120; // millimetres: half of an A4 page's width, readable on a telephone too
constexpr double kMapHeight = 200;
constexpr double kMargin = 6;
constexpr double kHeading = 14;
constexpr double kHeadingLine = 4.5;
constexpr double kHeadingSize = 2.8;
constexpr double kGap = 2.5;
constexpr double kSourceSize = 1.7;

[[nodiscard]] drawing::Group placed(drawing::Picture picture, double x, double y) {
    return {.transform = {.scale = 1, .dx = x, .dy = y},
            .clip = {},
            .name = {},
            .shapes = std::move(picture.shapes)};
}

[[nodiscard]] drawing::TextShape line(double y, const std::string& text, double size,
                                      drawing::Weight weight, std::uint32_t colour) {
    return {.at = {kMargin, y},
            .text = text,
            .size = size,
            .align = drawing::Align::Start,
            .weight = weight,
            .italic = false,
            .colour = drawing::rgb(colour),
            .halo = {}};
}

/// Lines no wider than `width` millimetres, broken at blanks, by estimate.
[[nodiscard]] std::vector<std::string> wrapped(const std::string& text, double width, double size) {
    std::vector<std::string> lines{{}};
    std::istringstream words{text};
    for (std::string word; words >> word;) {
        const auto longer = lines.back().empty() ? word : lines.back() + " " + word;
        if (!lines.back().empty() && drawing::estimatedWidth(longer, size) > width) {
            lines.push_back(word);
        } else {
            lines.back() = longer;
        }
    }
    return lines;
}

[[nodiscard]] drawing::MapWindow windowOnto(const drawing::Rect& shown, View view,
                                            atlas::Peel peel) {
    const double height = std::clamp(kMapWidth * shown.height / std::max(shown.width, 1.0),
                                     kMapWidth / 3, kMapHeight);
    return {.view = view, .peel = peel, .shown = shown, .width = kMapWidth, .height = height};
}

/// What a sheet says and shows.
struct Sheet {
    std::string title;
    std::string name;                 ///< whose it is
    std::vector<std::string> heading; ///< below it
    std::vector<drawing::MapMark> marks;
    std::vector<drawing::MapArea> areas;
    View view = View::Posterior;
    const char* ghosts = tr("last session");
};

[[nodiscard]] Session opened(Clinic& clinic, const SessionId& id) {
    auto session = clinic.store().sessions().open(id);
    if (!session) {
        throw StorageError{
            {tr("There is no session {1} in this clinic; list its sessions first."), {id.text()}}};
    }
    return *std::move(session);
}

[[nodiscard]] std::string nameOf(Clinic& clinic, const Session& session) {
    const auto patient =
        clinic.store().patients().find(clinic.store().patients().current(session.patient));
    return patient ? fullName(*patient) : std::string{};
}

[[nodiscard]] Sheet sheetOf(Clinic& clinic, const Session& session, View view) {
    const auto day = weekdayText(localDay(session.startedAt, session.timeZone));
    const auto totals = totalsOf(session.findings);
    const auto tenderness = totals.tendernessAssessed == 0 ? std::string{tr("not assessed")}
                                                           : std::to_string(totals.totalTenderness);
    Sheet sheet{
        .title = {},
        .name = nameOf(clinic, session),
        .heading = {shown(
            {tr("{1} · {2} active, {3} latent · total tenderness {4} ({5} of {6} assessed)"),
             {day, std::to_string(totals.active), std::to_string(totals.latent), tenderness,
              std::to_string(totals.tendernessAssessed), std::to_string(totals.points)}})},
        .marks = marksIn(session, clinic.map(), view),
        .areas = areasIn(session, view),
        .view = view};
    sheet.title = shown({tr("Body map of {1}, {2}"), {sheet.name, day}});
    if (const auto drawn = painTotal(atlas::paintedTotals(clinic.map(), session.painAreas));
        !drawn.empty()) {
        sheet.heading.push_back(
            shown({tr("pain drawn: {1} (projected area on a standard figure)"), {drawn}}));
    }
    return sheet;
}

/// "12 Oct 2026 against 23 Nov 2026": a sheet is read on other days too.
[[nodiscard]] std::string daysOf(const std::vector<Session>& sessions,
                                 const SessionDifference& difference) {
    const auto day = [&](const SessionId& id) {
        const auto& session = *std::ranges::find(sessions, id, &Session::id);
        return dayText(localDay(session.startedAt, session.timeZone));
    };
    return shown({tr("{1} against {2}"), {day(difference.earlier), day(difference.later)}});
}

[[nodiscard]] Sheet differenceSheet(Clinic& clinic, const Session& session, const SessionId& other,
                                    View view) {
    const auto sessions =
        clinic.store().sessions().ofPatient(clinic.store().patients().current(session.patient));
    const auto difference = differenceOf(clinic, sessions, session.id, other);
    auto map = differenceMap(clinic, sessions, difference, view);
    Sheet sheet{.title = {},
                .name = nameOf(clinic, session),
                .heading = {daysOf(sessions, difference)},
                .marks = std::move(map.marks),
                .areas = std::move(map.areas),
                .view = view,
                .ghosts = difference.sameCase ? tr("not looked at this time")
                                              : tr("of the earlier session")};
    sheet.title = shown({tr("Body map of {1}, {2}"), {sheet.name, sheet.heading.front()}});
    for (const auto& figure : difference.figures) {
        sheet.heading.push_back(
            figure.remark.empty()
                ? shown({tr("{1}: {2}"), {figure.name, figure.value}})
                : shown({tr("{1}: {2} · {3}"), {figure.name, figure.value, figure.remark}}));
    }
    for (const auto& remark : difference.remarks) {
        for (auto& text : wrapped(remark, kMapWidth, kHeadingSize)) {
            sheet.heading.push_back(std::move(text));
        }
    }
    return sheet;
}

} // namespace

std::string sheetTitle(Clinic& clinic, const MapRequest& request) {
    require(clinic, Right::ReadRecords);
    const auto session = clinic.store().sessions().find(request.session);
    if (!session || !request.against) {
        return session ? weekdayText(localDay(session->startedAt, session->timeZone))
                       : std::string{};
    }
    const auto sessions =
        clinic.store().sessions().ofPatient(clinic.store().patients().current(session->patient));
    return daysOf(sessions, differenceOf(clinic, sessions, request.session, *request.against));
}

drawing::Picture sessionMap(Clinic& clinic, const MapRequest& request) {
    require(clinic, Right::ReadRecords);
    const auto session = opened(clinic, request.session);
    const auto view = request.view.value_or(mainView(session));
    Sheet sheet;
    if (request.against) {
        static_cast<void>(opened(clinic, *request.against));
        sheet = differenceSheet(clinic, session, *request.against, view);
    } else {
        sheet = sheetOf(clinic, session, view);
    }
    const atlas::Peel peel{.top = request.layer,
                           .showArm = request.showArm.value_or(anyOnArm(sheet.areas))};
    const auto window = request.shown
                            ? windowOnto(*request.shown, view, peel)
                            : drawing::wholeBody(clinic.map(), view, peel, kMapWidth, kMapHeight);

    drawing::Picture picture;
    picture.width = kMapWidth + 2 * kMargin;
    picture.title = sheet.title;
    picture.shapes.emplace_back(
        line(kMargin + 4, sheet.name, 4.2, drawing::Weight::Bold, 0x1F2A33));
    double heading = kHeading - kHeadingLine;
    for (const auto& text : sheet.heading) {
        picture.shapes.emplace_back(
            line(kMargin + heading, text, kHeadingSize, drawing::Weight::Regular, 0x64748B));
        heading += kHeadingLine;
    }
    auto body = drawing::bodyMapPicture(
        clinic.shapes(), window, {}, {},
        {.hovered = {}, .selected = {}, .marks = sheet.marks, .areas = sheet.areas});
    picture.shapes.emplace_back(placed(std::move(body), kMargin, kMargin + heading));
    auto entries = legendOf(sheet.marks, sheet.ghosts);
    std::ranges::move(drawing::areaLegend(sheet.areas), std::back_inserter(entries));
    auto legend = drawing::markLegend(entries, kMapWidth, {});
    double y = kMargin + heading + window.height + kGap;
    const double legendHeight = legend.height;
    picture.shapes.emplace_back(placed(std::move(legend), kMargin, y));
    y += legendHeight + kGap + kSourceSize;
    for (const auto& text : wrapped(clinic.knowledge().attribution(), kMapWidth, kSourceSize)) {
        picture.shapes.emplace_back(line(y, text, kSourceSize, drawing::Weight::Regular, 0x94A3B8));
        y += kSourceSize * 1.35;
    }
    picture.height = y + kMargin / 2;
    return picture;
}

} // namespace palpate::app
