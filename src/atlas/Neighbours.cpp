// SPDX-License-Identifier: MIT
#include "atlas/Neighbours.h"

#include "atlas/Runs.h"
#include "atlas/Shapes.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <tuple>

namespace palpate::atlas {

namespace {

constexpr double kFar = std::numeric_limits<double>::infinity();
/// Less than this of a muscle can't be seen or pointed at: square millimetres.
constexpr double kLeastVisible = 1;
constexpr std::array kDirections{Direction::Left, Direction::Right, Direction::Up, Direction::Down};

[[nodiscard]] std::size_t indexOf(Direction direction) noexcept {
    return static_cast<std::size_t>(direction);
}

[[nodiscard]] Direction opposite(Direction direction) noexcept {
    switch (direction) {
    case Direction::Left:
        return Direction::Right;
    case Direction::Right:
        return Direction::Left;
    case Direction::Up:
        return Direction::Down;
    case Direction::Down:
        break;
    }
    return Direction::Up;
}

/// How far `to` lies in the direction, and how far aside.
struct Way {
    double along;
    double aside;
};
[[nodiscard]] Way wayTo(Place from, Place to, Direction direction) noexcept {
    const double dx = to.x - from.x;
    const double dy = to.y - from.y;
    switch (direction) {
    case Direction::Left:
        return {-dx, std::abs(dy)};
    case Direction::Right:
        return {dx, std::abs(dy)};
    case Direction::Up:
        return {-dy, std::abs(dx)};
    case Direction::Down:
        break;
    }
    return {dy, std::abs(dx)};
}

[[nodiscard]] Direction mostlyTowards(Place from, Place to) noexcept {
    const double dx = to.x - from.x;
    const double dy = to.y - from.y;
    if (std::abs(dx) >= std::abs(dy)) {
        return dx < 0 ? Direction::Left : Direction::Right;
    }
    return dy < 0 ? Direction::Up : Direction::Down;
}

[[nodiscard]] double distance(Place a, Place b) noexcept {
    return std::hypot(a.x - b.x, a.y - b.y);
}

/// Places inside of the polygons, those with most room to the sides first.
[[nodiscard]] std::vector<Place> placesInside(const std::vector<Polygon>& polygons) {
    struct Candidate {
        Place at;
        double room;
    };
    std::vector<Candidate> candidates;
    constexpr int kLines = 16;
    for (const Polygon& polygon : polygons) {
        if (squareMillimetres(polygon) < kLeastVisible) {
            continue;
        }
        const Box box = boxAround(polygon.front());
        for (int line = 1; line < kLines; ++line) {
            const double y = box.top + (box.bottom - box.top) * line / kLines;
            if (const auto run = widestRun({polygon}, y)) {
                for (const double at : {0.5, 0.25, 0.75}) {
                    candidates.push_back({{run->from + at * run->length(), y}, run->length()});
                }
            }
        }
    }
    std::stable_sort(candidates.begin(), candidates.end(),
                     [](const Candidate& a, const Candidate& b) { return a.room > b.room; });
    std::vector<Place> places;
    std::transform(candidates.begin(), candidates.end(), std::back_inserter(places),
                   [](const Candidate& one) { return one.at; });
    return places;
}

/// Square millimetres that two boxes have in common.
[[nodiscard]] double overlapOf(const Box& one, const Box& other) noexcept {
    const double width = std::min(one.right, other.right) - std::max(one.left, other.left);
    const double height = std::min(one.bottom, other.bottom) - std::max(one.top, other.top);
    return width > 0 && height > 0 ? width * height : 0;
}

[[nodiscard]] const Outline* armSkin(const BodyMap& map, View view) noexcept {
    for (const SkinPlane& skin : map.skin(view)) {
        if (skin.plane == Plane::Arm) {
            return &skin.outline;
        }
    }
    return nullptr;
}

/// Where the muscle shows: its own anchor when nothing hides it, else a place with most room in
/// what is left; empty when next to nothing is.
[[nodiscard]] std::optional<Place> shownPlace(const BodyMap& map, View view, Peel peel,
                                              std::span<const PaintedMuscle> painted,
                                              std::size_t which, Plane plane) {
    const PaintedMuscle& one = painted[which];
    const auto hits = [&](Place place) {
        return map.muscleAt({view, place.x, place.y}, peel) == one.muscle;
    };
    if (hits(one.shape->anchor)) {
        return one.shape->anchor;
    }
    const auto firstHit = [&](const std::vector<Polygon>& polygons) {
        const auto places = placesInside(polygons);
        const auto found = std::find_if(places.begin(), places.end(), hits);
        return found == places.end() ? std::nullopt : std::optional{*found};
    };
    if (const auto place = firstHit(one.shape->visible.polygons())) {
        return place;
    }
    // Little or nothing is left: cut away what lies before it, the most first, until nothing is.
    std::vector<const Outline*> before;
    for (const PaintedMuscle& later : painted.subspan(which + 1)) {
        before.push_back(&later.shape->visible);
    }
    if (peel.showArm && plane == Plane::Body) {
        if (const Outline* arm = armSkin(map, view)) {
            before.push_back(arm);
        }
    }
    const Box& box = one.shape->visible.box();
    std::erase_if(before, [&](const Outline* each) { return overlapOf(each->box(), box) <= 0; });
    std::stable_sort(before.begin(), before.end(), [&](const Outline* a, const Outline* b) {
        return overlapOf(a->box(), box) > overlapOf(b->box(), box);
    });
    std::vector<Polygon> left = one.shape->visible.polygons();
    for (std::size_t i = 0; i < before.size() && !left.empty(); ++i) {
        left = without(left, before[i]->polygons());
    }
    return firstHit(left);
}

} // namespace

Neighbours::Neighbours(const BodyMap& map, View view, Peel peel) : view_{view} {
    // With the skin on top the first muscle below it answers, as in BodyMap::muscleAt.
    const Layer top = peel.top == Layer::Skin ? Layer::Superficial : peel.top;
    for (const Plane plane : {Plane::Body, Plane::Arm}) {
        if (plane == Plane::Arm && !peel.showArm) {
            continue;
        }
        const auto painted = map.paintedMuscles(view, plane, top);
        for (std::size_t i = 0; i < painted.size(); ++i) {
            if (const auto place = shownPlace(map, view, peel, painted, i, plane)) {
                stops_.push_back({painted[i].muscle, *place, {}});
            }
        }
    }
    std::stable_sort(stops_.begin(), stops_.end(), [](const Stop& a, const Stop& b) {
        return std::tie(a.at.y, a.at.x) < std::tie(b.at.y, b.at.x);
    });
    for (std::size_t i = 0; i < stops_.size(); ++i) {
        for (const Direction direction : kDirections) {
            stops_[i].next.at(indexOf(direction)) = best(i, direction);
        }
    }
    joinWhatIsCutOff();
}

/// The nearest in the quarter of the plane that lies that way; what lies aside counts as twice as
/// far.
std::size_t Neighbours::best(std::size_t from, Direction direction) const noexcept {
    std::size_t found = kNowhere;
    double least = kFar;
    for (std::size_t i = 0; i < stops_.size(); ++i) {
        const Way way = wayTo(stops_[from].at, stops_[i].at, direction);
        const double cost = way.along + 2 * way.aside;
        if (i != from && way.along > 0 && way.aside <= way.along && cost < least) {
            least = cost;
            found = i;
        }
    }
    return found;
}

std::vector<bool> Neighbours::reachableFrom(std::size_t first) const {
    std::vector<bool> reached(stops_.size(), false);
    std::vector<std::size_t> open{first};
    reached[first] = true;
    while (!open.empty()) {
        const std::size_t at = open.back();
        open.pop_back();
        for (const std::size_t next : stops_[at].next) {
            if (next != kNowhere && !reached[next]) {
                reached[next] = true;
                open.push_back(next);
            }
        }
    }
    return reached;
}

/// A muscle to which no way leads is put between its nearest neighbour and what came next there, so
/// that nothing else is lost: whoever was reached still is, and going back returns.
void Neighbours::joinWhatIsCutOff() {
    if (stops_.empty()) {
        return;
    }
    for (std::size_t rounds = 0; rounds < stops_.size(); ++rounds) {
        const auto reached = reachableFrom(0);
        std::size_t cutOff = kNowhere;
        std::size_t beside = kNowhere;
        double least = kFar;
        for (std::size_t i = 0; i < stops_.size(); ++i) {
            for (std::size_t j = 0; !reached[i] && j < stops_.size(); ++j) {
                if (reached[j] && distance(stops_[i].at, stops_[j].at) < least) {
                    least = distance(stops_[i].at, stops_[j].at);
                    cutOff = i;
                    beside = j;
                }
            }
        }
        if (cutOff == kNowhere) {
            return;
        }
        const Direction towards = mostlyTowards(stops_[beside].at, stops_[cutOff].at);
        std::size_t& next = stops_[beside].next.at(indexOf(towards));
        if (next != kNowhere) {
            stops_[cutOff].next.at(indexOf(towards)) = next;
        }
        next = cutOff;
        stops_[cutOff].next.at(indexOf(opposite(towards))) = beside;
    }
}

std::size_t Neighbours::find(const Muscle& muscle) const noexcept {
    const auto found = std::find_if(stops_.begin(), stops_.end(),
                                    [&](const Stop& stop) { return stop.muscle == &muscle; });
    return found == stops_.end() ? kNowhere : static_cast<std::size_t>(found - stops_.begin());
}

const Muscle* Neighbours::from(const Muscle& muscle, Direction direction) const noexcept {
    const std::size_t at = find(muscle);
    if (at == kNowhere) {
        const MuscleShape* shape = muscle.shapeIn(view_);
        return nearest(shape != nullptr ? shape->anchor : Place{});
    }
    const std::size_t next = stops_[at].next.at(indexOf(direction));
    return next == kNowhere ? nullptr : stops_[next].muscle;
}

const Muscle* Neighbours::nearest(Place near) const noexcept {
    const auto found =
        std::min_element(stops_.begin(), stops_.end(), [&](const Stop& a, const Stop& b) {
            return distance(a.at, near) < distance(b.at, near);
        });
    return found == stops_.end() ? nullptr : found->muscle;
}

std::vector<const Muscle*> Neighbours::all() const {
    std::vector<const Muscle*> muscles;
    std::transform(stops_.begin(), stops_.end(), std::back_inserter(muscles),
                   [](const Stop& stop) { return stop.muscle; });
    return muscles;
}

const Place* Neighbours::placeOf(const Muscle& muscle) const noexcept {
    const std::size_t at = find(muscle);
    return at == kNowhere ? nullptr : &stops_[at].at;
}

const Muscle* neighbour(const BodyMap& map, View view, Peel peel, const Muscle& from,
                        Direction direction) {
    return Neighbours{map, view, peel}.from(from, direction);
}

const Muscle* firstMuscle(const BodyMap& map, View view, Peel peel, Place near) {
    return Neighbours{map, view, peel}.nearest(near);
}

} // namespace palpate::atlas
