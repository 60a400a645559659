// SPDX-License-Identifier: MIT
#pragma once

#include "drawing/BodyMapPicture.h"

#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace palpate::drawing {

/// One session in small. All words are translated and composed by the caller.
struct FilmFrame {
    std::string title;              ///< "12 Oct"
    std::vector<std::string> lines; ///< "7 points", "tender 38"
    std::string figure; ///< "pain 7": bold, in the colour of active points; may be empty
    View view = View::Posterior;
    std::vector<MapMark> marks; ///< numbers, labels and signs are left out
    std::vector<MapArea> areas; ///< one on the arm, in a side view, brings the arm along
    bool current = false;
    friend bool operator==(const FilmFrame&, const FilmFrame&) = default;
};

struct FilmStyle {
    Ground ground = Ground::Light;
    double frameWidth = 27.5; ///< millimetres
    double height = 28;       ///< millimetres
    double gap = 2.2;         ///< between frames
    double textSize = 2.7;
    std::optional<Rect> shown; ///< part of the body, the same in all frames; empty: all of it
};

/// One frame with its border, frameWidth by height: a little body with its marks, words beside it.
[[nodiscard]] Picture filmFrame(const BodyShapes& shapes, const FilmFrame& frame,
                                const FilmStyle& style);
/// The whole row, as wide as filmStripWidth().
[[nodiscard]] Picture filmStrip(const BodyShapes& shapes, std::span<const FilmFrame> frames,
                                const FilmStyle& style);
[[nodiscard]] double filmStripWidth(std::size_t frames, const FilmStyle& style) noexcept;
/// Where in the row a frame lies.
[[nodiscard]] Rect filmFrameRect(std::size_t index, const FilmStyle& style) noexcept;
/// The frame under a point of the row; empty: between frames or beside them.
[[nodiscard]] std::optional<std::size_t> filmFrameAt(Point at, std::size_t frames,
                                                     const FilmStyle& style) noexcept;

} // namespace palpate::drawing
