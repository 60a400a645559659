// SPDX-License-Identifier: MIT
#include "drawing/TwoPaths.h"

#include "drawing/Smoothing.h"

#include <algorithm>

namespace palpate::drawing {

namespace {

[[nodiscard]] Contour plainContour(const std::vector<Place>& places, bool closed) {
    Contour contour;
    contour.closed = closed;
    contour.points.reserve(places.size());
    for (const Place place : places) {
        contour.points.push_back({place.x, place.y});
    }
    return contour;
}

} // namespace

TwoPathsBuilder::TwoPathsBuilder(double mostStray) : most_{mostStray} {}

void TwoPathsBuilder::add(const std::vector<Place>& places, bool closed) {
    plain_->contours.push_back(plainContour(places, closed));
    round_->contours.push_back({smoothed(places, closed, most_).points, closed});
}

void TwoPathsBuilder::add(const Polygon& polygon) {
    for (const Ring& ring : polygon) {
        add(ring, true);
    }
}

void TwoPathsBuilder::addRuns(const std::vector<Place>& places, bool closed,
                              const std::vector<bool>& keeps) {
    const std::size_t edges = closed ? places.size() : places.size() - 1;
    const auto kept = static_cast<std::size_t>(
        std::count(keeps.begin(), keeps.begin() + static_cast<std::ptrdiff_t>(edges), true));
    if (kept == edges) {
        add(places, closed);
        return;
    }
    if (kept == 0) {
        return;
    }
    const Smoothed round = smoothed(places, closed, most_);
    const auto roundEnd = [&](std::size_t edge) {
        return edge + 1 < round.starts.size() ? round.starts[edge + 1] : round.points.size();
    };
    // Begin behind a gap, so that a run which passes the first place stays in one piece.
    std::size_t first = 0;
    while (closed && keeps[first]) {
        ++first;
    }
    bool joined = false;
    for (std::size_t n = 0; n < edges; ++n) {
        const std::size_t edge = (first + n) % edges;
        if (!keeps[edge]) {
            joined = false;
            continue;
        }
        if (!joined) {
            plain_->contours.push_back({{{places[edge].x, places[edge].y}}, false});
            round_->contours.push_back({{{places[edge].x, places[edge].y}}, false});
            joined = true;
        }
        const Place to = places[(edge + 1) % places.size()];
        plain_->contours.back().points.push_back({to.x, to.y});
        auto& points = round_->contours.back().points;
        points.insert(points.end(),
                      round.points.begin() + static_cast<std::ptrdiff_t>(round.starts[edge] + 1),
                      round.points.begin() + static_cast<std::ptrdiff_t>(roundEnd(edge)));
        points.push_back({to.x, to.y});
    }
}

TwoPaths TwoPathsBuilder::take() && {
    if (plain_->contours.empty()) {
        return {};
    }
    return {std::move(plain_), std::move(round_)};
}

} // namespace palpate::drawing
