// SPDX-License-Identifier: MIT
#pragma once

#include "domain/Outlines.h"
#include "drawing/Picture.h"

#include <memory>
#include <vector>

namespace palpate::drawing {

using SharedPath = std::shared_ptr<const Path>;

/// The same lines twice, body millimetres: as the atlas has them, and rounded for close views.
struct TwoPaths {
    SharedPath plain; ///< nullptr: none
    SharedPath round;
    [[nodiscard]] const SharedPath& at(double scale) const noexcept {
        return scale < kRoundFrom ? plain : round;
    }
    explicit operator bool() const noexcept { return plain != nullptr; }

    /// Below this scale (a body of half a metre) nobody sees the difference.
    static constexpr double kRoundFrom = 0.26;
};

/// How far a rounded line may stray from the atlas's, millimetres.
inline constexpr double kMostStray = 2.5;

/// Collects lines as they are and rounded.
class TwoPathsBuilder {
public:
    explicit TwoPathsBuilder(double mostStray = kMostStray);
    void add(const std::vector<Place>& places, bool closed);
    void add(const Polygon& polygon);
    /// Only the edges for which `keeps[i]` (from place i to the next) is true, in runs.
    void addRuns(const std::vector<Place>& places, bool closed, const std::vector<bool>& keeps);
    /// None when nothing was added.
    [[nodiscard]] TwoPaths take() &&;

private:
    double most_;
    std::shared_ptr<Path> plain_ = std::make_shared<Path>();
    std::shared_ptr<Path> round_ = std::make_shared<Path>();
};

} // namespace palpate::drawing
