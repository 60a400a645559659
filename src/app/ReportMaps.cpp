// SPDX-License-Identifier: MIT
// Maps beside those of a progress report: the film strip, every view, a patient's own points.
#include "app/ReportMaps.h"

#include "app/Clinic.h"
#include "app/FilmFrames.h"
#include "app/MapFigures.h"
#include "app/SentenceWords.h"
#include "app/TimeText.h"
#include "app/Words.h"
#include "drawing/FilmStrip.h"
#include "drawing/SimplerPaths.h"

#include <algorithm>
#include <iterator>
#include <utility>

namespace palpate::app {

namespace {

constexpr double kMapProportion = 1.34;
constexpr double kMarkDiameter = 4.2; // read at arm's length
constexpr double kMoreBody = 170;     // mm of the standard figure
constexpr double kFilmGap = 2;
constexpr double kFilmProportion = 1.3; // height to width of a frame
constexpr double kFilmText = 2.2;
constexpr drawing::SimplerPaths::Fineness kFilmFineness{.tolerance = 0.08, .least = 0.5};
constexpr double kFilmLeading = 2.9;
constexpr std::size_t kMostFilmRows = 6; // all at once, that a page holds

// Film strip ------------------------------------------------------------------------------------

/// What stands under a small map: the day, and what was asked before treatment.
[[nodiscard]] std::vector<std::string> wordsUnder(const Session& session, bool showsYear) {
    const auto day = localDay(session.startedAt, session.timeZone);
    std::vector<std::string> words{showsYear ? dayText(day) : shortDayText(day)};
    const auto view = session.painNow
                          ? shown({tr("pain {1}"), {std::to_string(session.painNow->value())}})
                          : std::string{tr("pain not asked")};
    words.push_back(view);
    return words;
}

class Film {
public:
    Film(const Clinic& clinic, std::span<const Session> sessions, double width)
        : clinic_{clinic}, sessions_{sessions} {
        const auto across = static_cast<double>(kFilmRow);
        style_.gap = kFilmGap;
        style_.frameWidth = (width - (across - 1) * kFilmGap) / across;
        style_.height = style_.frameWidth * kFilmProportion;
        std::vector<Finding> findings;
        for (const auto& session : sessions) {
            findings.insert(findings.end(), session.findings.begin(), session.findings.end());
        }
        view_ = findings.empty() ? mainView(sessions.back()) : mainView(findings);
        frame();
    }

    /// Rows from `first` on, one under the other.
    [[nodiscard]] drawing::Picture rows(std::size_t first, std::size_t count) const {
        const double rowHeight = style_.height + kFilmLeading * 2 + kFilmGap;
        drawing::Picture picture;
        const auto from = first * kFilmRow;
        const auto to = std::min(sessions_.size(), from + count * kFilmRow);
        picture.width = drawing::filmStripWidth(kFilmRow, style_);
        picture.height =
            static_cast<double>((to - from + kFilmRow - 1) / kFilmRow) * rowHeight - kFilmGap;
        picture.title = tr("The map of every session");
        drawing::SimplerPaths paths{kFilmFineness};
        for (auto i = from; i < to; ++i) {
            const auto place = drawing::filmFrameRect((i - from) % kFilmRow, style_);
            const auto y = static_cast<double>((i - from) / kFilmRow) * rowHeight;
            draw(sessions_[i], place.x, y, paths, picture);
        }
        return picture;
    }

private:
    /// The same part of the body in all frames.
    void frame() {
        std::vector<BodyPoint> places;
        for (const auto& session : sessions_) {
            std::ranges::copy(
                placesIn(marksIn(session, clinic_.map(), view_), areasIn(session, view_), view_),
                std::back_inserter(places));
        }
        style_.shown =
            drawing::windowAround(clinic_.map(), view_, atlas::Peel{.top = Layer::Superficial},
                                  places, style_.frameWidth, style_.height)
                .shown;
    }

    void draw(const Session& session, double x, double y, drawing::SimplerPaths& paths,
              drawing::Picture& to) const {
        auto frame = filmFrame(session, clinic_.map(), view_, false).frame;
        frame.title.clear();
        frame.lines.clear();
        frame.figure.clear();
        const auto body = drawing::filmFrame(clinic_.shapes(), frame, style_);
        to.shapes.emplace_back(drawing::Group{{1, x, y}, {}, "session", paths.of(body.shapes)});
        const auto& inks = drawing::inks(style_.ground);
        const bool showsYear = localDay(sessions_.front().startedAt, session.timeZone).year() !=
                               localDay(sessions_.back().startedAt, session.timeZone).year();
        double line = y + style_.height + kFilmLeading;
        bool isFirst = true;
        for (const auto& words : wordsUnder(session, showsYear)) {
            to.shapes.emplace_back(
                drawing::TextShape{{x + style_.frameWidth / 2, line},
                                   words,
                                   kFilmText,
                                   drawing::Align::Middle,
                                   isFirst ? drawing::Weight::Bold : drawing::Weight::Regular,
                                   false,
                                   isFirst ? inks.text : inks.quietText,
                                   {}});
            line += kFilmLeading;
            isFirst = false;
        }
    }

    const Clinic& clinic_;
    std::span<const Session> sessions_;
    drawing::FilmStyle style_;
    View view_ = View::Posterior;
};

// A patient's own points ------------------------------------------------------------------------

/// The places, and so much above and below them that the patient sees where on the body they are.
[[nodiscard]] std::vector<BodyPoint> withMoreBody(std::vector<BodyPoint> places) {
    const auto [highest, lowest] = std::ranges::minmax_element(places, {}, &BodyPoint::y);
    auto above = *highest;
    auto below = *lowest;
    above.y -= kMoreBody;
    below.y += kMoreBody;
    places.push_back(above);
    places.push_back(below);
    return places;
}

/// Open points as numbers, without judgement and tenderness: a picture for the patient.
[[nodiscard]] std::optional<report::Figure> pointMap(const Clinic& clinic, const CaseStory& story,
                                                     const report::FigureRequest& request) {
    const auto asked = request.parameters.find("view");
    const auto view = asked == request.parameters.end() || asked->second == "main"
                          ? std::optional{mainView(story)}
                          : parseView(asked->second);
    std::vector<drawing::MapMark> marks;
    for (const auto& point : story.points) {
        if (!view || point.state == State::Resolved || point.last.at.view != *view) {
            continue;
        }
        drawing::MapMark mark;
        mark.at = point.last.at;
        mark.number = point.last.point.number;
        mark.state = State::Active; // one and the same look for all
        marks.push_back(std::move(mark));
    }
    if (marks.empty()) {
        return std::nullopt;
    }
    const double width = request.wantedWidth();
    const double height = request.number("height").value_or(width * kMapProportion);
    const auto window =
        drawing::windowAround(clinic.map(), *view, atlas::Peel{.top = Layer::Superficial},
                              withMoreBody(placesIn(marks, {}, *view)), width, height);
    drawing::MapStyle style;
    style.labels = false;
    drawing::MarkStyle markStyle;
    markStyle.diameter = kMarkDiameter;
    return report::Figure{drawing::bodyMapPicture(clinic.shapes(), window, style, markStyle,
                                                  {.marks = std::move(marks)}),
                          {}};
}

/// What of the case lies in a view: "points 1, 2, 5; pain drawn"; empty: nothing.
[[nodiscard]] std::string contentOf(const CaseStory& story, View view) {
    std::vector<int> numbers;
    for (const auto& point : story.points) {
        if (point.last.at.view == view) {
            numbers.push_back(point.last.point.number);
        }
    }
    std::ranges::sort(numbers);
    std::vector<std::string> words;
    std::ranges::transform(numbers, std::back_inserter(words),
                           [](int number) { return std::to_string(number); });
    const bool isPainted = std::ranges::any_of(
        story.latest().painAreas, [view](const PainArea& area) { return area.view == view; });
    std::vector<std::string> parts;
    if (!words.empty()) {
        parts.push_back(
            shown({words.size() == 1 ? tr("point {1}") : tr("points {1}"), {joined(words, ", ")}}));
    }
    if (isPainted) {
        parts.emplace_back(tr("pain drawn"));
    }
    return joined(parts, "; ");
}

} // namespace

std::optional<report::Figure> filmStripFigure(const Clinic& clinic,
                                              std::span<const Session> oldestFirst,
                                              const report::FigureRequest& request) {
    if (oldestFirst.empty()) {
        return std::nullopt;
    }
    const auto rows = (oldestFirst.size() + kFilmRow - 1) / kFilmRow;
    const Film film{clinic, oldestFirst, request.wantedWidth()};
    if (const auto row = request.number("row")) {
        if (*row < 1 || *row > static_cast<double>(rows)) {
            return std::nullopt;
        }
        return report::Figure{film.rows(static_cast<std::size_t>(*row) - 1, 1), {}};
    }
    return report::Figure{film.rows(0, std::min(rows, kMostFilmRows)), {}};
}

std::vector<report::Fields> filmRows(std::size_t sessions) {
    std::vector<report::Fields> rows;
    for (std::size_t row = 1; (row - 1) * kFilmRow < sessions; ++row) {
        rows.emplace_back().set("row", std::to_string(row));
    }
    return rows;
}

void addMaps(ReportContent& content, Clinic& clinic, std::shared_ptr<const ReportMatter> matter) {
    const auto& story = matter->story;
    std::vector<report::Fields> views;
    for (const auto view : kViews) {
        if (auto words = contentOf(story, view); !words.empty()) {
            views.emplace_back()
                .set("view", std::string{name(view)})
                .set("title", viewWord(view))
                .set("caption", std::move(words));
        }
    }
    content.fields.setList("views", std::move(views))
        .setList("filmRows", filmRows(story.sessions.size()));
    content.figures = [&clinic, matter = std::move(matter),
                       next = std::move(content.figures)](const report::FigureRequest& request) {
        return request.name == "point-map" ? pointMap(clinic, matter->story, request)
                                           : next(request);
    };
}

} // namespace palpate::app
