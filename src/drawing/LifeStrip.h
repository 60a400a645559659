// SPDX-License-Identifier: MIT
#pragma once

#include "domain/Finding.h"
#include "drawing/Palette.h"
#include "drawing/Picture.h"

#include <cstddef>
#include <optional>
#include <span>
#include <string>

namespace palpate::drawing {

/// One session in the life of a point. All words are translated by the caller.
struct LifeColumn {
    enum class Kind { Before, NotAssessed, Assessed }; ///< Before: the point was not known yet
    Kind kind = Kind::Before;
    std::optional<State> state; ///< empty: not judged
    std::optional<int> before;  ///< tenderness before treatment, 0-10
    std::optional<int> after;   ///< after it
    bool treated = false;
    std::string day; ///< "12 Oct"; left out where there is no room
};

struct LifeStyle {
    Ground ground = Ground::Light;
    double width = 90;     ///< millimetres
    double height = 20;    ///< millimetres
    double textSize = 2.2; ///< em, millimetres
};

/// A column a session at even distance. Above, the mark of the state, or a dash where nobody
/// looked; where columns are too narrow for marks, a bar: high for active, half as high for latent,
/// flat for resolved. Below, tenderness before treatment as a line that is broken where it was not
/// assessed, with a hollow dot for the value after treatment and a tick where it was treated.
[[nodiscard]] Picture lifeStrip(std::span<const LifeColumn> columns, const LifeStyle& style);
/// The column under a place across the strip; empty: beside them.
[[nodiscard]] std::optional<std::size_t> lifeColumnAt(std::size_t columns, double width, double x);

} // namespace palpate::drawing
