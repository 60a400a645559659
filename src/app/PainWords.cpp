// SPDX-License-Identifier: MIT
#include "app/PainWords.h"

#include "app/Words.h"
#include "domain/Message.h"

#include <algorithm>
#include <cmath>

namespace palpate::app {

namespace {

/// A region that is only brushed at its edge is not named.
constexpr double kLeastNamed = 1; // cm2
constexpr std::size_t kNamedRegions = 4;

[[nodiscard]] const char* inSentence(std::optional<PainQuality> quality) {
    if (!quality) {
        return tr("pain");
    }
    switch (*quality) {
    case PainQuality::Ache:
        return tr("ache");
    case PainQuality::Sharp:
        return tr("sharp pain");
    case PainQuality::Burning:
        return tr("burning");
    case PainQuality::Numbness:
        return tr("numbness");
    case PainQuality::Tingling:
        return tr("tingling");
    case PainQuality::Stiffness:
        return tr("stiffness");
    case PainQuality::Radiating:
        break;
    }
    return tr("radiating pain");
}

/// ", 5 of 10, deep"
[[nodiscard]] std::string told(const PainArea& area) {
    std::string text;
    if (area.intensity) {
        text += ", " + shown({tr("{1} of 10"), {std::to_string(area.intensity->value())}});
    }
    if (area.depth) {
        text += ", ";
        text += *area.depth == PainDepth::Deep ? tr("deep") : tr("at the surface");
    }
    return text;
}

/// "the right upper buttock and lumbar region and the sacrum": those of one side together.
[[nodiscard]] std::string placesOf(const DrawnPain::Part& part) {
    std::vector<std::string> groups;
    std::vector<Side> sides;
    for (const auto& [region, side] : part.regions) {
        if (std::ranges::count(sides, side) > 0) {
            continue;
        }
        sides.push_back(side);
        std::vector<std::string> names;
        for (const auto& [other, otherSide] : part.regions) {
            if (otherSide == side) {
                names.push_back(regionWord(other));
            }
        }
        const auto words = listed(names);
        groups.push_back(side == Side::Left    ? shown({tr("the left {1}"), {words}})
                         : side == Side::Right ? shown({tr("the right {1}"), {words}})
                                               : shown({tr("the {1}"), {words}}));
    }
    return listed(groups);
}

} // namespace

std::vector<PaintedRegion> regionsUnder(const atlas::BodyMap& map, const PainArea& area) {
    std::vector<PaintedRegion> regions;
    for (const auto& touched :
         atlas::regionsTouched(map, area.view, atlas::planeOf(area), area.shape)) {
        if (regions.empty() || touched.area.value >= kLeastNamed) {
            regions.push_back({touched.region->key, touched.region->side});
        }
    }
    return regions;
}

DrawnPain drawnPain(const atlas::BodyMap& map, std::span<const PainArea> areas) {
    DrawnPain drawn{.parts = {}, .totals = atlas::paintedTotals(map, areas)};
    for (const auto& area : areas) {
        DrawnPain::Part part;
        part.squareCentimetres = atlas::unionArea(area.shape).value;
        for (const auto& [region, side] : regionsUnder(map, area)) {
            if (part.regions.size() < kNamedRegions) {
                part.regions.emplace_back(region, side);
            }
        }
        drawn.parts.push_back(std::move(part));
    }
    return drawn;
}

std::string painLabel(const PainArea& area) {
    return painWord(area.quality) + told(area);
}

std::string painTotal(const atlas::PaintedTotals& totals) {
    std::string words;
    const auto add = [&](const std::string& part) { words += (words.empty() ? "" : "; ") + part; };
    if (totals.shareOfFigure) {
        const auto perMille = std::llround(*totals.shareOfFigure * 1000);
        add(shown({tr("{1}, {2} % of front and back"),
                   {areaText(totals.frontAndBack.value),
                    std::to_string(perMille / 10) + "." + std::to_string(perMille % 10)}}));
    }
    if (totals.sides.value > 0) {
        add(shown({tr("side views {1}"), {areaText(totals.sides.value)}}));
    }
    if (totals.arms.value > 0) {
        add(shown({tr("arms from the side {1}"), {areaText(totals.arms.value)}}));
    }
    if (totals.soles.value > 0) {
        add(shown({tr("soles {1}"), {areaText(totals.soles.value)}}));
    }
    return words;
}

std::string onlyPlane(const atlas::PaintedTotals& totals) {
    const std::pair<double, const char*> planes[] = {{totals.frontAndBack.value, ""},
                                                     {totals.sides.value, tr("side views")},
                                                     {totals.arms.value, tr("arms from the side")},
                                                     {totals.soles.value, tr("soles")}};
    std::string only;
    int painted = 0;
    for (const auto& [area, words] : planes) {
        if (area > 0) {
            ++painted;
            only = words;
        }
    }
    return painted == 1 ? only : std::string{};
}

bool isOnlyFrontAndBack(const atlas::PaintedTotals& totals) noexcept {
    return totals.sides.value <= 0 && totals.soles.value <= 0 && totals.arms.value <= 0;
}

std::string painAreaShort(const atlas::PaintedTotals& totals) {
    if (!totals.shareOfFigure || isOnlyFrontAndBack(totals)) {
        return totals.shareOfFigure ? areaText(totals.frontAndBack.value) : painTotal(totals);
    }
    return shown({tr("{1} front and back"), {areaText(totals.frontAndBack.value)}});
}

std::optional<int> painDelta(const atlas::PaintedTotals& now,
                             const std::optional<DrawnPain>& last) {
    if (!now.shareOfFigure || !last || !last->totals.shareOfFigure || !isOnlyFrontAndBack(now) ||
        !isOnlyFrontAndBack(last->totals)) {
        return std::nullopt;
    }
    return static_cast<int>(std::lround(now.frontAndBack.value) -
                            std::lround(last->totals.frontAndBack.value));
}

std::string composedPain(std::span<const PainArea> areas, const DrawnPain& now,
                         const std::optional<DrawnPain>& last) {
    if (areas.empty()) {
        return {};
    }
    std::string drawn;
    for (std::size_t i = 0; i < areas.size(); ++i) {
        const auto what = inSentence(areas[i].quality) + told(areas[i]);
        const auto where = placesOf(now.parts.at(i));
        drawn += i > 0 ? "; " : "";
        drawn += where.empty() ? what
                 : areas[i].intensity || areas[i].depth
                     ? shown({tr("{1}, over {2}"), {what, where}})
                     : shown({tr("{1} over {2}"), {what, where}});
    }
    std::vector<std::string> sizes;
    const auto add = [&](const char* words, double area) {
        if (area > 0) {
            sizes.push_back(shown({words, {areaText(area)}}));
        }
    };
    const auto isSummed = [](const PainArea& area) {
        return area.view == View::Anterior || area.view == View::Posterior;
    };
    add(!isOnlyFrontAndBack(now.totals)              ? tr("{1} on front and back")
        : std::ranges::count_if(areas, isSummed) > 1 ? tr("{1} in all")
                                                     : tr("{1}"),
        now.totals.frontAndBack.value);
    add(tr("{1} seen from the side"), now.totals.sides.value);
    add(tr("{1} of the arm seen from the side"), now.totals.arms.value);
    add(tr("{1} of the soles"), now.totals.soles.value);
    auto sentence = shown({tr("The patient drew {1}: {2}, projected area on a standard figure"),
                           {drawn, listed(sizes)}});
    if (const auto delta = painDelta(now.totals, last)) {
        const auto size = std::to_string(std::abs(*delta));
        sentence += *delta < 0   ? shown({tr(", {1} cm² less than last time"), {size}})
                    : *delta > 0 ? shown({tr(", {1} cm² more than last time"), {size}})
                                 : std::string{tr(", as much as last time")};
    }
    return sentence + ".";
}

} // namespace palpate::app
