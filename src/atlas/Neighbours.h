// SPDX-License-Identifier: MIT
#pragma once

#include "atlas/BodyMap.h"

#include <array>
#include <cstddef>
#include <vector>

namespace palpate::atlas {

/// On the map as it is seen, not in the patient's body.
enum class Direction { Left, Right, Up, Down };

/// The ways that arrow keys go from muscle to muscle, among those that show in one view with one
/// peel. Every muscle that shows can be reached from every other; going back usually returns. Made
/// anew when view or peel change; shares the map's content.
class Neighbours {
public:
    Neighbours(const BodyMap& map, View view, Peel peel);

    /// The next muscle that way; nullptr at the edge. From a muscle that doesn't show: the one that
    /// shows nearest to it.
    [[nodiscard]] const Muscle* from(const Muscle& muscle, Direction direction) const noexcept;
    /// The muscle that shows nearest to a place of the view; nullptr when none shows.
    [[nodiscard]] const Muscle* nearest(Place near) const noexcept;
    /// Those that show, from top to bottom.
    [[nodiscard]] std::vector<const Muscle*> all() const;
    /// A place where it shows, for a pin or a view's centre; nullptr when it doesn't.
    [[nodiscard]] const Place* placeOf(const Muscle& muscle) const noexcept;

private:
    static constexpr std::size_t kNowhere = static_cast<std::size_t>(-1);
    struct Stop {
        const Muscle* muscle = nullptr;
        Place at;                                                                ///< shows there
        std::array<std::size_t, 4> next{kNowhere, kNowhere, kNowhere, kNowhere}; ///< by Direction
    };
    [[nodiscard]] std::size_t find(const Muscle& muscle) const noexcept;
    [[nodiscard]] std::size_t best(std::size_t from, Direction direction) const noexcept;
    [[nodiscard]] std::vector<bool> reachableFrom(std::size_t first) const;
    void joinWhatIsCutOff();

    View view_;
    std::vector<Stop> stops_; ///< from top to bottom, so that ties fall the same way each time
};

/// One step of the above, when nothing is kept between two keys.
[[nodiscard]] const Muscle* neighbour(const BodyMap& map, View view, Peel peel, const Muscle& from,
                                      Direction direction);
[[nodiscard]] const Muscle* firstMuscle(const BodyMap& map, View view, Peel peel, Place near);

} // namespace palpate::atlas
