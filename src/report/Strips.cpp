// SPDX-License-Identifier: MIT
#include "report/Strips.h"

#include "report/Characters.h"

#include <algorithm>
#include <array>

namespace palpate::report {
namespace {

constexpr std::array<std::string_view, 10> kRaised{"⁰", "¹", "²", "³", "⁴",
                                                   "⁵", "⁶", "⁷", "⁸", "⁹"};

std::size_t raisedDigitAt(std::string_view text) noexcept {
    for (const std::string_view digit : kRaised) {
        if (text.starts_with(digit)) {
            return digit.size();
        }
    }
    return 0;
}

/// cm², m³: a unit's power, no footnote.
bool isPower(std::string_view before, std::string_view mark) noexcept {
    const bool isTwoOrThree = mark == kRaised[2] || mark == kRaised[3];
    if (!isTwoOrThree || !before.ends_with('m')) {
        return false;
    }
    before.remove_suffix(1);
    if (!before.empty() && std::string_view{"cmkd"}.find(before.back()) != std::string_view::npos) {
        before.remove_suffix(1);
    }
    return before.empty() || !((before.back() >= 'a' && before.back() <= 'z') ||
                               (before.back() >= 'A' && before.back() <= 'Z'));
}

void putShapes(std::vector<drawing::Shape> shapes, double x, double y,
               std::vector<drawing::Shape>& into) {
    if (!shapes.empty()) {
        drawing::Group group;
        group.transform = {1, x, y};
        group.shapes = std::move(shapes);
        into.emplace_back(std::move(group));
    }
}

} // namespace

double heightOf(const Strips& strips) noexcept {
    double height = 0;
    for (const Strip& strip : strips) {
        height += (&strip == &strips.front() ? 0 : strip.before) + strip.height;
    }
    return height;
}

std::string_view noteMarkAt(std::string_view text) noexcept {
    std::size_t end = 0;
    for (std::size_t one = raisedDigitAt(text); one > 0; one = raisedDigitAt(text.substr(end))) {
        end += one;
    }
    return text.substr(0, end);
}

void place(Strip strip, double x, double y, Strip& whole) {
    for (Strip::Bookmark& mark : strip.bookmarks) {
        whole.bookmarks.push_back({std::move(mark.title), mark.level, mark.y + y});
    }
    for (Strip::NoteMark& mark : strip.noteMarks) {
        mark.area.x += x;
        mark.area.y += y;
        whole.noteMarks.push_back(std::move(mark));
    }
    for (Strip::Address& link : strip.addresses) {
        link.area.x += x;
        link.area.y += y;
        whole.addresses.push_back(std::move(link));
    }
    for (Strip::Note& note : strip.notes) {
        whole.notes.push_back({std::move(note.mark), note.y + y});
    }
    whole.smallPrint.insert(whole.smallPrint.end(), strip.smallPrint.begin(),
                            strip.smallPrint.end());
    putShapes(std::move(strip.ground), x, y, whole.ground);
    putShapes(std::move(strip.shapes), x, y, whole.shapes);
    for (Strip::Column& column : strip.columns) {
        placeAll(std::move(column.strips), x + column.x, y, whole);
    }
}

double placeAll(Strips strips, double x, double y, Strip& whole) {
    bool isFirst = true;
    for (Strip& strip : strips) {
        y += isFirst ? 0 : strip.before;
        isFirst = false;
        const double height = strip.height;
        place(std::move(strip), x, y, whole);
        y += height;
    }
    return y;
}

void putLine(const TextLine& line, double x, double y, const TextLook& look,
             const Typefaces& typefaces, Strip& strip) {
    paintLine(line, x, y, look, strip.shapes);
    for (const Segment& segment : line.segments) {
        const std::string_view text = segment.text;
        if (!segment.address.empty()) {
            strip.addresses.push_back(
                {segment.address, {x + segment.x, y, segment.width, line.height}});
        }
        for (std::size_t at = 0; at < text.size();) {
            const std::string_view mark = noteMarkAt(text.substr(at));
            if (mark.empty()) {
                (void)nextCharacter(text, at);
                continue;
            }
            if (!isPower(text.substr(0, at), mark)) {
                const double before =
                    look.size * typefaces.width(text.substr(0, at), segment.bold, segment.italic);
                const double width =
                    look.size * typefaces.width(mark, segment.bold, segment.italic);
                strip.noteMarks.push_back(
                    {std::string{mark}, {x + segment.x + before, y, width, line.height}});
            }
            at += mark.size();
        }
    }
}

PaperSize sizeOf(Paper paper) noexcept {
    return paper == Paper::Letter ? PaperSize{215.9, 279.4} : PaperSize{210, 297};
}

} // namespace palpate::report
