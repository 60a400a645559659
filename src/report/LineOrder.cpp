// SPDX-License-Identifier: MIT
#include "report/LineOrder.h"

#include "report/Bidi.h"
#include "report/Characters.h"

#include <optional>

namespace palpate::report {
namespace {

using drawing::ReadingDirection;

/// A stretch of one segment that is read in one direction.
struct Part {
    std::size_t segment = 0;
    std::size_t from = 0; ///< bytes of its text
    std::size_t to = 0;
    BidiLevel level = 0;
};

std::vector<Part> partsOf(const TextLine& line, ReadingDirection paragraph) {
    constexpr char32_t kObject = 0xFFFC; // stands for a figure
    std::vector<char32_t> characters;
    for (const Segment& segment : line.segments) {
        if (segment.figure) {
            characters.push_back(kObject);
        }
        for (std::size_t at = 0; at < segment.text.size();) {
            characters.push_back(nextCharacter(segment.text, at));
        }
    }
    const BidiLevels bidi = bidiLevels(characters, paragraph);
    if (!bidi.hasRightToLeft) {
        return {};
    }
    std::vector<Part> parts;
    std::size_t index = 0;
    for (std::size_t i = 0; i < line.segments.size(); ++i) {
        const Segment& segment = line.segments[i];
        if (segment.figure) {
            parts.push_back({i, 0, 0, bidi.levels[index++]});
        }
        bool isFirst = true;
        for (std::size_t at = 0; at < segment.text.size();) {
            const std::size_t from = at;
            (void)nextCharacter(segment.text, at);
            const BidiLevel level = bidi.levels[index++];
            if (isFirst || parts.back().level != level) {
                parts.push_back({i, from, at, level});
            }
            parts.back().to = at;
            isFirst = false;
        }
    }
    return parts;
}

} // namespace

ReadingDirection directionOf(const Inlines& text) {
    std::optional<ReadingDirection> first;
    long surplus = 0; // of letters read from the left
    for (const Inline& part : text) {
        const auto* span = std::get_if<Span>(&part);
        for (std::size_t at = 0; span != nullptr && at < span->text.size();) {
            const Strength strength = strengthOf(nextCharacter(span->text, at));
            if (strength == Strength::RightToLeft) {
                first = first.value_or(ReadingDirection::RightToLeft);
                --surplus;
            } else if (strength == Strength::LeftToRight) {
                first = first.value_or(ReadingDirection::LeftToRight);
                ++surplus;
            }
        }
    }
    return first == ReadingDirection::RightToLeft && surplus < 0 ? ReadingDirection::RightToLeft
                                                                 : ReadingDirection::LeftToRight;
}

void order(TextLine& line, ReadingDirection paragraph, const TextLook& look,
           const Typefaces& typefaces) {
    if (line.segments.size() == 1) {
        line.segments.front().direction = paragraph;
        return;
    }
    std::vector<Part> parts = partsOf(line, paragraph);
    if (parts.empty()) {
        return;
    }
    for (const Segment& segment : line.segments) {
        line.reads += segment.text;
    }
    line.direction = paragraph;
    orderByLevel(parts, [](const Part& part) { return part.level; });
    std::vector<Segment> seen;
    double x = 0;
    for (const Part& part : parts) {
        Segment segment = line.segments[part.segment];
        if (!segment.figure) {
            segment.text = segment.text.substr(part.from, part.to - part.from);
            segment.direction =
                part.level % 2 != 0 ? ReadingDirection::RightToLeft : ReadingDirection::LeftToRight;
            segment.width =
                look.size *
                typefaces.shaped(segment.text, segment.bold, segment.italic, segment.direction)
                    .width;
        }
        segment.x = x;
        x += segment.width;
        seen.push_back(std::move(segment));
    }
    line.segments = std::move(seen);
}

} // namespace palpate::report
