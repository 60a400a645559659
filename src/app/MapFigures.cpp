// SPDX-License-Identifier: MIT
#include "app/MapFigures.h"

#include "app/Clinic.h"
#include "app/PainWords.h"
#include "app/TimeText.h"
#include "app/Words.h"
#include "atlas/BodyMap.h"
#include "atlas/Carried.h"
#include "domain/Change.h"
#include "domain/Error.h"
#include "drawing/ChartPicture.h"
#include "storage/Store.h"

#include <algorithm>
#include <iterator>
#include <sstream>

namespace palpate::app {

namespace {

constexpr double kMapWidth =
    120; // millimetres: half of an A4 page's width, readable on a telephone too
constexpr double kMapHeight = 200;
constexpr double kMargin = 6;
constexpr double kHeading = 14;
constexpr double kHeadingLine = 4.5;
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

} // namespace

std::optional<drawing::MapMark> markIn(const Session& session, const Finding& finding,
                                       const atlas::BodyMap& map, View view) {
    auto at = std::optional{finding.at};
    if (finding.at.view != view) {
        const auto* muscle = map.muscle(finding.muscle, finding.side);
        at = muscle != nullptr ? atlas::shownIn(map, finding.at, *muscle, view) : std::nullopt;
    }
    if (!at) {
        return {};
    }
    drawing::MapMark mark;
    mark.at = *at;
    mark.approximate = finding.at.view != view;
    mark.number = finding.point.number;
    mark.state = finding.state;
    mark.relation = finding.relation;
    mark.tenderness = finding.tenderness;
    mark.treated = !treatmentsAt(session, finding.point.id).empty();
    return mark;
}

std::vector<drawing::MapMark> marksIn(const Session& session, const atlas::BodyMap& map,
                                      View view) {
    std::vector<drawing::MapMark> marks;
    for (const auto& finding : session.findings) {
        if (auto mark = markIn(session, finding, map, view)) {
            marks.push_back(*std::move(mark));
        }
    }
    return marks;
}

drawing::MapArea areaOf(const PainArea& area) {
    return {.view = area.view,
            .onArm = area.onArm,
            .shape = area.shape,
            .arrows = area.arrows,
            .quality = area.quality,
            .intensity = area.intensity,
            .depth = area.depth,
            .selected = false,
            .then = false,
            .label = {}};
}

std::vector<drawing::MapArea> areasIn(const Session& session, View view, bool then) {
    std::vector<drawing::MapArea> areas;
    for (const auto& area : session.painAreas) {
        if (area.view == view) {
            areas.push_back(areaOf(area));
            areas.back().then = then;
        }
    }
    return areas;
}

bool anyOnArm(std::span<const drawing::MapArea> areas) noexcept {
    return std::ranges::any_of(areas, &drawing::MapArea::onArm);
}

View mainView(std::span<const Finding> findings) {
    const auto count = [&](View view) {
        return std::ranges::count(findings, view, [](const Finding& f) { return f.at.view; });
    };
    auto best = View::Posterior;
    for (const auto view : kViews) {
        best = count(view) > count(best) ? view : best;
    }
    return best;
}

View mainView(const Session& session) {
    if (!session.findings.empty()) {
        return mainView(session.findings);
    }
    const auto count = [&](View view) {
        return std::ranges::count(session.painAreas, view, &PainArea::view);
    };
    auto best = View::Posterior;
    for (const auto view : kViews) {
        best = count(view) > count(best) ? view : best;
    }
    return best;
}

std::vector<BodyPoint> placesIn(std::span<const drawing::MapMark> marks,
                                std::span<const drawing::MapArea> areas, View view) {
    constexpr double kInset = 80; // mm: a window leaves more room than that round its places
    std::vector<BodyPoint> places;
    for (const auto& mark : marks) {
        if (mark.at.view == view) {
            places.push_back(mark.at);
        }
    }
    for (const auto& area : areas) {
        if (area.view != view || area.shape.empty()) {
            continue;
        }
        const auto box = atlas::Outline{area.shape}.box();
        const double x = std::min(kInset, (box.right - box.left) / 2);
        const double y = std::min(kInset, (box.bottom - box.top) / 2);
        places.push_back({view, box.left + x, box.top + y});
        places.push_back({view, box.right - x, box.bottom - y});
    }
    return places;
}

std::vector<drawing::LegendEntry> legendOf(std::span<const drawing::MapMark> marks,
                                           const char* ghosts) {
    std::vector<drawing::LegendEntry> entries;
    const auto any = [&](auto has) { return std::ranges::any_of(marks, has); };
    const auto add = [&](drawing::MapMark symbol, const char* word) {
        entries.push_back({symbol, word});
    };
    const auto withState = [](State state) {
        drawing::MapMark mark;
        mark.state = state;
        return mark;
    };
    for (const auto state : {State::Active, State::Latent, State::Resolved}) {
        if (any([&](const drawing::MapMark& m) { return m.state == state && !m.ghost; })) {
            entries.push_back({withState(state), stateWord(state)});
        }
    }
    if (any([](const drawing::MapMark& m) { return !m.state && !m.ghost; })) {
        add({}, tr("not judged"));
    }
    auto related = withState(State::Latent);
    const auto addSign = [&](drawing::MapMark symbol, const char* word) {
        entries.push_back({.symbol = symbol, .word = word, .signOnly = true});
    };
    if (any([](const drawing::MapMark& m) { return m.relation == Relation::Primary; })) {
        related.relation = Relation::Primary;
        addSign(related, tr("primary"));
    }
    if (any([](const drawing::MapMark& m) { return m.relation == Relation::Satellite; })) {
        related.relation = Relation::Satellite;
        addSign(related, tr("satellite"));
    }
    if (any([](const drawing::MapMark& m) { return m.relation == Relation::Key; })) {
        related.relation = Relation::Key;
        addSign(related, tr("key point"));
    }
    if (any([](const drawing::MapMark& m) { return m.treated; })) {
        auto treated = withState(State::Active);
        treated.treated = true;
        addSign(treated, tr("treated"));
    }
    if (any([](const drawing::MapMark& m) { return m.approximate && !m.ghost; })) {
        auto elsewhere = withState(State::Active);
        elsewhere.approximate = true;
        add(elsewhere, tr("marked in another view"));
    }
    if (any([](const drawing::MapMark& m) { return m.ghost; })) {
        auto ghost = withState(State::Active);
        ghost.ghost = true;
        add(ghost, ghosts);
    }
    return entries;
}

drawing::Picture sessionMap(Clinic& clinic, const MapRequest& request) {
    const auto session = clinic.store().sessions().open(request.session);
    if (!session) {
        throw StorageError{{tr("There is no session {1} in this clinic; list its sessions first."),
                            {request.session.text()}}};
    }
    const auto patient =
        clinic.store().patients().find(clinic.store().patients().current(session->patient));
    const auto view = request.view.value_or(mainView(*session));
    const auto marks = marksIn(*session, clinic.map(), view);
    const auto areas = areasIn(*session, view);
    const atlas::Peel peel{.top = request.layer,
                           .showArm = request.showArm.value_or(anyOnArm(areas))};
    const auto window = request.shown
                            ? windowOnto(*request.shown, view, peel)
                            : drawing::wholeBody(clinic.map(), view, peel, kMapWidth, kMapHeight);

    drawing::Picture picture;
    picture.width = kMapWidth + 2 * kMargin;
    const auto day = weekdayText(localDay(session->startedAt, session->timeZone));
    picture.title =
        shown({tr("Body map of {1}, {2}"), {patient ? fullName(*patient) : std::string{}, day}});
    picture.shapes.emplace_back(line(kMargin + 4, patient ? fullName(*patient) : std::string{}, 4.2,
                                     drawing::Weight::Bold, 0x1F2A33));
    const auto totals = totalsOf(session->findings);
    const auto tenderness = totals.tendernessAssessed == 0 ? std::string{tr("not assessed")}
                                                           : std::to_string(totals.totalTenderness);
    picture.shapes.emplace_back(
        line(kMargin + 9.5,
             shown({tr("{1} · {2} active, {3} latent · total tenderness {4} ({5} of {6} assessed)"),
                    {day, std::to_string(totals.active), std::to_string(totals.latent), tenderness,
                     std::to_string(totals.tendernessAssessed), std::to_string(totals.points)}}),
             2.8, drawing::Weight::Regular, 0x64748B));
    double heading = kHeading;
    if (const auto drawn = painTotal(atlas::paintedTotals(clinic.map(), session->painAreas));
        !drawn.empty()) {
        picture.shapes.emplace_back(
            line(kMargin + kHeading,
                 shown({tr("pain drawn: {1} (projected area on a standard figure)"), {drawn}}), 2.8,
                 drawing::Weight::Regular, 0x64748B));
        heading += kHeadingLine;
    }
    auto body =
        drawing::bodyMapPicture(clinic.shapes(), window, {}, {},
                                {.hovered = {}, .selected = {}, .marks = marks, .areas = areas});
    picture.shapes.emplace_back(placed(std::move(body), kMargin, kMargin + heading));
    auto entries = legendOf(marks);
    std::ranges::move(drawing::areaLegend(areas), std::back_inserter(entries));
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
