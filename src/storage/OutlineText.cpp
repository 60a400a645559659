// SPDX-License-Identifier: MIT
#include "storage/OutlineText.h"

#include "domain/Error.h"

#include <algorithm>
#include <array>
#include <bit>
#include <charconv>
#include <cmath>
#include <cstdint>
#include <cstring>

namespace palpate::storage {

namespace {

constexpr std::int32_t kFarthest = 100'000;  // tenths of a millimetre; the figure is 1.8 m high
constexpr std::size_t kMostPlaces = 100'000; // of one area
constexpr std::size_t kLeastOfRing = 3;
constexpr std::size_t kLeastOfArrow = 2;

[[nodiscard]] EditRefused noShape() {
    return EditRefused{{tr("A pain area needs a shape; draw it on the body, or remove it."), {}}};
}

void requireTenths(double value) {
    // The comparison is false for what is no number, too.
    if (!(std::abs(value) * 10 < kFarthest + 0.5)) {
        throw EditRefused{
            {tr("The pain area reaches a place that is not on the map; draw it again."), {}}};
    }
    if (static_cast<double>(std::llround(value * 10)) / 10 != value) {
        throw EditRefused{{tr("The outline of the pain area is not in whole tenths of a "
                              "millimetre and was not stored."),
                           {}}};
    }
}

/// Adds to `places` how many there are.
void requireLine(const std::vector<Place>& line, std::size_t least, std::size_t& places) {
    if (line.size() < least) {
        throw EditRefused{{tr("The pain area has an outline of fewer than three places or an "
                              "arrow of fewer than two; draw it again."),
                           {}}};
    }
    places += line.size();
    for (const auto& place : line) {
        requireTenths(place.x);
        requireTenths(place.y);
    }
}

void append(std::string& text, double value) {
    std::array<char, 16> buffer{};
    const auto end = std::to_chars(buffer.data(), buffer.data() + buffer.size(),
                                   static_cast<std::int32_t>(std::lround(value * 10)));
    text.append(buffer.data(), end.ptr);
}

template <class Outline, class Write>
[[nodiscard]] std::string joined(const std::vector<Outline>& outlines, char border, Write write) {
    std::string text;
    for (const auto& outline : outlines) {
        if (!text.empty()) {
            text += border;
        }
        text += write(outline);
    }
    return text;
}

/// The digits from `at` on, which moves behind them; more than kFarthest for more than can be.
[[nodiscard]] inline std::int32_t takeDigits(const char*& at, const char* end) {
    std::int32_t number = 0;
    for (; at != end && *at >= '0' && *at <= '9' && number <= kFarthest; ++at) {
        number = number * 10 + (*at - '0');
    }
    return number;
}

/// The same of up to seven digits with something behind them, eight characters in one word: how
/// many digits a number has can't be foretold, and asking for each of them costs more than all the
/// rest.
[[nodiscard]] inline std::int32_t takeFewDigits(const char*& at, const char* end) {
    constexpr std::uint64_t kOnes = 0x0101010101010101;
    constexpr std::uint64_t kPairs = 0x000000FF000000FF;
    if (std::endian::native != std::endian::little || end - at < 8) {
        return takeDigits(at, end);
    }
    std::uint64_t eight = 0;
    std::memcpy(&eight, at, sizeof eight);
    eight ^= kOnes * '0'; // a digit is now its value, all else more than 9
    const std::uint64_t others = ((eight + kOnes * (0x7F - 9)) | eight) & (kOnes * 0x80);
    const int digits = std::countr_zero(others) / 8;
    if (digits == 0 || digits == 8) {
        return takeDigits(at, end);
    }
    at += digits;
    eight <<= 8 * (8 - digits); // zeros before them
    // Neighbours into numbers of two digits, those of four, those of eight: the first factor of
    // each product is what the places are worth, shifted to where the sum is read.
    eight = eight * 10 + (eight >> 8);
    constexpr std::uint64_t kFirstAndThird = 100 + (std::uint64_t{1'000'000} << 32);
    constexpr std::uint64_t kSecondAndLast = 1 + (std::uint64_t{10'000} << 32);
    return static_cast<std::int32_t>(
        ((eight & kPairs) * kFirstAndThird + ((eight >> 16) & kPairs) * kSecondAndLast) >> 32);
}

/// A whole number as std::to_chars writes it: one spelling a number, neither 007 nor -0. Outlines
/// are most of what is read of a long case, hence by hand. False: there is none.
[[nodiscard]] inline bool takeNumber(const char*& at, const char* end, double& value) {
    const bool isNegative = at != end && *at == '-';
    at += isNegative ? 1 : 0;
    const char* const first = at;
    const std::int32_t tenths = takeFewDigits(at, end);
    if (tenths > kFarthest || at == first || (*first == '0' && (isNegative || at - first > 1))) {
        return false;
    }
    value = (isNegative ? -tenths : tenths) / 10.0;
    return true;
}

[[nodiscard]] std::optional<std::vector<Place>> parsePlaces(std::string_view text,
                                                            std::size_t least) {
    const auto count = static_cast<std::size_t>(std::ranges::count(text, ' ')) + 1;
    if (count < least || count > kMostPlaces) {
        return std::nullopt;
    }
    std::vector<Place> places(count);
    const char* at = text.data();
    const char* const end = at + text.size();
    // One call, which the compiler can take in: that makes it half as fast again.
    for (std::size_t i = 0; i < 2 * count; ++i) {
        const bool isSecond = i % 2 != 0;
        auto& place = places[i / 2];
        if (i > 0 && (at == end || *at++ != (isSecond ? ',' : ' '))) {
            return std::nullopt;
        }
        if (!takeNumber(at, end, isSecond ? place.y : place.x)) {
            return std::nullopt;
        }
    }
    return at == end ? std::optional{std::move(places)} : std::nullopt;
}

/// The parts of a text, each read by `parse`; empty when one of them can't be read.
template <class Parse>
[[nodiscard]] auto parseParts(std::string_view text, char border, Parse parse)
    -> std::optional<std::vector<typename decltype(parse(text))::value_type>> {
    std::vector<typename decltype(parse(text))::value_type> parts;
    for (;;) {
        const auto end = text.find(border);
        auto part = parse(text.substr(0, end));
        if (!part) {
            return std::nullopt;
        }
        parts.push_back(std::move(*part));
        if (end == std::string_view::npos) {
            return parts;
        }
        text.remove_prefix(end + 1);
    }
}

} // namespace

void requireStorable(const PainArea& area) {
    if (area.onArm && area.view != View::Left && area.view != View::Right) {
        throw EditRefused{{tr("Only the side views have an arm to draw on; draw the pain area in "
                              "one of them."),
                           {}}};
    }
    std::size_t places = 0;
    for (const auto& polygon : area.shape) {
        if (polygon.empty()) {
            throw noShape();
        }
        for (const auto& ring : polygon) {
            requireLine(ring, kLeastOfRing, places);
        }
    }
    if (places == 0) {
        throw noShape();
    }
    for (const auto& arrow : area.arrows) {
        requireLine(arrow, kLeastOfArrow, places);
    }
    if (places > kMostPlaces) {
        throw EditRefused{{tr("The outline of the pain area has {1} places, more than the {2} that "
                              "can be kept; draw it more simply."),
                           {std::to_string(places), std::to_string(kMostPlaces)}}};
    }
}

std::string polygonText(const Polygon& polygon) {
    return joined(polygon, ';', arrowText);
}

std::string arrowText(const Polyline& arrow) {
    std::string text;
    for (const auto& place : arrow) {
        text += text.empty() ? "" : " ";
        append(text, place.x);
        text += ',';
        append(text, place.y);
    }
    return text;
}

std::string shapeText(const std::vector<Polygon>& shape) {
    return joined(shape, '\n', polygonText);
}

std::string arrowsText(const std::vector<Polyline>& arrows) {
    return joined(arrows, '\n', arrowText);
}

std::optional<Polygon> parsePolygon(std::string_view text) {
    return parseParts(text, ';',
                      [](std::string_view ring) { return parsePlaces(ring, kLeastOfRing); });
}

std::optional<Polyline> parseArrow(std::string_view text) {
    return parsePlaces(text, kLeastOfArrow);
}

std::optional<std::vector<Polygon>> parseShape(std::string_view text) {
    return parseParts(text, '\n', parsePolygon);
}

std::optional<std::vector<Polyline>> parseArrows(std::string_view text) {
    return text.empty() ? std::optional{std::vector<Polyline>{}}
                        : parseParts(text, '\n', parseArrow);
}

} // namespace palpate::storage
