// SPDX-License-Identifier: MIT
#pragma once

#include "drawing/Picture.h"

#include <map>
#include <memory>
#include <optional>
#include <vector>

namespace palpate::drawing {

/// Takes out of outlines what nobody would miss on paper, so that a page of small bodies stays a
/// small file: points that hardly bend a line, and contours beside what a group's clip lets
/// through. What shapes share is shared by the results, and worked out once.
class SimplerPaths {
public:
    /// Millimetres of the picture: no outline moves by more than `tolerance`, and a closed one that
    /// is smaller than `least` in both directions goes.
    struct Fineness {
        double tolerance = 0.05;
        double least = 0.05;
    };
    explicit SimplerPaths(Fineness fineness) noexcept : fineness_{fineness} {}

    [[nodiscard]] std::vector<Shape> of(const std::vector<Shape>& shapes) {
        return of(shapes, Sight{});
    }

private:
    using SharedPath = std::shared_ptr<const Path>;
    /// How shapes are seen: millimetres of the picture to one of theirs, and what of their plane
    /// the innermost clip lets through, in their units; empty: all.
    struct Sight {
        double scale = 1;
        std::optional<Rect> seen;
        friend bool operator==(const Sight&, const Sight&) = default;
    };
    [[nodiscard]] std::vector<Shape> of(const std::vector<Shape>& shapes, const Sight& sight);
    [[nodiscard]] SharedPath simpler(const SharedPath& path, const Sight& sight);

    Fineness fineness_;
    struct Made {
        SharedPath from; ///< held, so that no other path takes its place
        Sight sight;
        SharedPath to;
    };
    std::multimap<const Path*, Made> made_;
};

} // namespace palpate::drawing
