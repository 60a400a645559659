// SPDX-License-Identifier: MIT
#include "drawing/BodyMapPicture.h"
#include "drawing/LabelSpace.h"
#include "drawing/TextWidth.h"

#include <algorithm>

namespace palpate::drawing {

namespace {

/// The first height from `y` downwards at which no card hides the letter; `y` itself when all of
/// the edge is hidden.
[[nodiscard]] double freeHeight(Rect letter, double bottom, std::span<const Rect> covered) {
    const double y = letter.y;
    for (const Rect* card = covered.data(); card != covered.data() + covered.size();) {
        if (!overlaps(letter, *card)) {
            ++card;
            continue;
        }
        letter.y = card->y + card->height + letter.height * 0.3;
        card = covered.data(); // an earlier card may hide it there
    }
    return letter.y + letter.height <= bottom ? letter.y : y;
}

} // namespace

Picture sideLetters(const BodyShapes& shapes, const MapWindow& window, const MapStyle& style,
                    std::span<const Rect> covered) {
    Picture picture{window.width, window.height, {}, {}};
    const bool isSide = window.view == View::Left || window.view == View::Right;
    const auto skin = shapes.map().skin(window.view);
    if (isSide || skin.empty()) {
        return picture;
    }
    const atlas::Box& body = skin.front().outline.box();
    const Rect seen = window.covered();
    if (body.right < seen.x || body.left > seen.x + seen.width || body.bottom < seen.y ||
        body.top > seen.y + seen.height) {
        return picture;
    }
    const double middle = shapes.map().frame(window.view).width / 2;
    const Point topLeft = window.toPicture({window.view, body.left, body.top});
    const Point topRight = window.toPicture({window.view, body.right, body.top});
    const double size = std::clamp(window.width / 40, 2.6, 4.6);
    const double margin = size * 0.5;
    Group group{{}, {}, "sides", {}};
    const auto write = [&](const std::string& letter, double x) {
        const double width = estimatedWidth(letter, size, Weight::Bold);
        const double high = size * 1.1;
        const double left =
            std::clamp(x - width / 2, margin, std::max(margin, window.width - width - margin));
        const double top =
            std::clamp(topLeft.y, margin, std::max(margin, window.height - high - margin));
        const double free = freeHeight({left, top, width, high}, window.height - margin, covered);
        const Inks& ink = inks(style.ground);
        group.shapes.emplace_back(TextShape{{left, free + size * 0.9},
                                            letter,
                                            size,
                                            Align::Start,
                                            Weight::Bold,
                                            false,
                                            ink.quietText,
                                            withAlpha(ink.ground, 200)});
    };
    // Face to face the patient's right is on the viewer's left; so are the soles seen from below.
    const bool mirrored = window.view != View::Posterior;
    if (seen.x < middle) {
        write(mirrored ? style.sideWords.right : style.sideWords.left, topLeft.x);
    }
    if (seen.x + seen.width > middle) {
        write(mirrored ? style.sideWords.left : style.sideWords.right, topRight.x);
    }
    picture.shapes.emplace_back(std::move(group));
    return picture;
}

} // namespace palpate::drawing
