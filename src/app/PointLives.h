// SPDX-License-Identifier: MIT
#pragma once

#include "domain/Session.h"
#include "drawing/Palette.h"
#include "drawing/Picture.h"

#include <optional>
#include <span>
#include <string>
#include <vector>

namespace palpate::app {

class Clinic;

/// What one session says of a point.
struct LifeStep {
    /// Before: the point was not known yet. NotAssessed: known, and nobody looked: a gap, never a
    /// value.
    enum class Kind { Before, NotAssessed, Assessed };
    SessionId session;
    std::string day; ///< "12 Oct"
    Kind kind = Kind::Before;
    std::optional<State> state = {};
    std::optional<Tenderness> tenderness = {};      ///< before treatment
    std::optional<Tenderness> tendernessAfter = {}; ///< after the last treatment of that day
    std::vector<std::string> treatments = {};       ///< "pressure release 60 s, 25 kPa, 7 → 4"
    std::string sentence = {}; ///< all of it in words, for a screen reader and a table
};

/// A point from its first session to the last of its case.
struct PointLife {
    TriggerPoint point;
    std::string place; ///< "Quadratus lumborum, right"
    std::string now;   ///< "latent, tenderness 2, looked at on 23 Nov"; "gone since 2 Nov"
    bool isOpen = true;
    std::vector<LifeStep> steps; ///< one a session of the case, oldest first
};
/// Sessions of one case, oldest first. Open points first, each by number.
[[nodiscard]] std::vector<PointLife> livesOf(const Clinic& clinic,
                                             std::span<const Session> oldestFirst);

/// The strip of a life: a column a session with the state's mark, the tenderness before as a line
/// that is broken where nobody looked, a tick where it was treated, days below.
[[nodiscard]] drawing::Picture lifePicture(const PointLife& life, double width, double height,
                                           drawing::Ground ground);
/// The step under a place across the picture; empty: none there.
[[nodiscard]] std::optional<std::size_t> lifeStepAt(const PointLife& life, double width, double x);

} // namespace palpate::app
