// SPDX-License-Identifier: MIT
#pragma once

#include "atlas/Anatomy.h"
#include "drawing/Palette.h"

namespace palpate::drawing {

/// The colours of the body itself, as in a good anatomy book: warm skin, cream bone, rose to
/// terracotta muscle.
struct BodyColours {
    Colour skin;
    Colour skinLine;
    Colour bone;
    Colour boneLine;
    Colour boneShadow;
    Colour softTone;
    Colour deepTone;
    Colour label;
    Colour labelHalo;
    Colour littleMuscle; ///< of all muscles, where one would not be told from another
    Colour littleMuscleLine;
    Colour ghostLine; ///< outlines of muscles peeled away
};
[[nodiscard]] const BodyColours& bodyColours(Ground ground) noexcept;

struct MuscleColours {
    Colour fill;
    Colour line;
    Colour fibre;
};
/// Each muscle has a shade of its own, the same on both sides and in every view; one that lies
/// deeper than the layer on top is a little darker.
[[nodiscard]] MuscleColours muscleColours(const atlas::Muscle& muscle, Layer top,
                                          Ground ground) noexcept;

} // namespace palpate::drawing
