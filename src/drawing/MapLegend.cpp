// SPDX-License-Identifier: MIT
#include "drawing/MapLegend.h"

#include "domain/Message.h"
#include "drawing/KnownPoints.h"
#include "drawing/MarkPainter.h"
#include "drawing/TextWidth.h"

#include <algorithm>

namespace palpate::drawing {

namespace {

[[nodiscard]] const char* wordFor(std::optional<PainQuality> quality) noexcept {
    if (!quality) {
        return tr("pain, not described");
    }
    switch (*quality) {
    case PainQuality::Ache:
        return tr("ache");
    case PainQuality::Sharp:
        return tr("sharp");
    case PainQuality::Burning:
        return tr("burning");
    case PainQuality::Numbness:
        return tr("numbness");
    case PainQuality::Tingling:
        return tr("tingling");
    case PainQuality::Stiffness:
        return tr("stiffness");
    case PainQuality::Radiating:
        return tr("radiating");
    }
    return "";
}

[[nodiscard]] LegendEntry swatchEntry(Swatch swatch, const char* word,
                                      std::optional<PainQuality> quality = {}) {
    LegendEntry entry;
    entry.word = word;
    entry.swatch = swatch;
    entry.quality = quality;
    return entry;
}

[[nodiscard]] bool isAreaSwatch(Swatch swatch) noexcept {
    return swatch == Swatch::Area || swatch == Swatch::AreaThen || swatch == Swatch::DeepArea;
}
[[nodiscard]] bool isPointSwatch(Swatch swatch) noexcept {
    return swatch == Swatch::KnownPoint || swatch == Swatch::SuggestedPoint;
}

/// Measures, places and paints the symbols of a legend.
class Legend {
public:
    explicit Legend(const MarkStyle& style) noexcept : style_{style}, radius_{style.diameter / 2} {}

    [[nodiscard]] double row() const noexcept {
        return std::max(radius_ * 3.2, style_.textSize * 1.7);
    }
    [[nodiscard]] double gap() const noexcept { return style_.textSize * 1.5; }
    [[nodiscard]] double symbolWidth(const LegendEntry& entry) const noexcept {
        // A pattern needs a field of some width to be known again.
        const bool isField = entry.swatch && !isPointSwatch(*entry.swatch);
        return isField ? fieldWidth() : radius_ * 2.9;
    }
    [[nodiscard]] double width(const LegendEntry& entry) const noexcept {
        return symbolWidth(entry) + wordGap() + estimatedWidth(entry.word, style_.textSize);
    }

    void paint(const LegendEntry& entry, double x, double middle, std::vector<Shape>& out) const {
        const double wide = symbolWidth(entry);
        const Point centre{x + wide / 2, middle};
        if (!entry.swatch) {
            MarkPainter painter{entry.symbol, centre, radius_, style_, out};
            entry.signOnly ? painter.paintSign() : painter.paint();
        } else if (isPointSwatch(*entry.swatch)) {
            paintKnownPoint(centre, radius_, *entry.swatch == Swatch::SuggestedPoint, style_.ground,
                            out);
        } else {
            paintField({x, middle - fieldHeight() / 2, wide, fieldHeight()}, entry, out);
        }
        out.emplace_back(TextShape{{x + wide + wordGap(), middle + style_.textSize * 0.36},
                                   entry.word,
                                   style_.textSize,
                                   Align::Start,
                                   Weight::Regular,
                                   false,
                                   inks(style_.ground).text,
                                   {}});
    }

private:
    [[nodiscard]] double wordGap() const noexcept { return style_.textSize * 0.45; }
    [[nodiscard]] double fieldWidth() const noexcept {
        return std::max(radius_ * 4.2, style_.textSize * 2.1);
    }
    [[nodiscard]] double fieldHeight() const noexcept {
        return std::max(radius_ * 2.2, style_.textSize * 1.15);
    }

    /// The same painters as on the map, on a window of its own whose body is the field.
    void paintField(const Rect& field, const LegendEntry& entry, std::vector<Shape>& out) const {
        const double inset = 0.2;
        const Ring ring{{inset, inset},
                        {field.width - inset, inset},
                        {field.width - inset, field.height - inset},
                        {inset, field.height - inset}};
        const MapWindow window{
            View::Posterior, {}, {0, 0, field.width, field.height}, field.width, field.height};
        Picture picture;
        if (isAreaSwatch(*entry.swatch)) {
            MapArea area;
            area.shape = {{ring}};
            area.quality = entry.quality;
            area.then = *entry.swatch == Swatch::AreaThen;
            if (*entry.swatch == Swatch::DeepArea) {
                area.depth = PainDepth::Deep;
                area.intensity = PainScore::from(0);
            }
            if (entry.quality == PainQuality::Radiating) {
                area.arrows = {{{field.width * 0.14, field.height / 2},
                                {field.width * 0.86, field.height / 2}}};
            }
            picture = areaPicture(std::span{&area, 1}, window, style_.ground);
        } else {
            ReferralZone zone;
            (*entry.swatch == Swatch::Essential ? zone.essential : zone.spillover) = {{ring}};
            picture = zonePicture(std::span{&zone, 1}, window, style_.ground);
        }
        out.emplace_back(Group{{1, field.x, field.y}, {}, {}, std::move(picture.shapes)});
    }

    const MarkStyle& style_;
    double radius_;
};

} // namespace

std::vector<LegendEntry> areaLegend(std::span<const MapArea> areas) {
    std::vector<LegendEntry> entries;
    const auto any = [&](auto has) { return std::ranges::any_of(areas, has); };
    const auto add = [&](std::optional<PainQuality> quality) {
        if (any([&](const MapArea& area) { return !area.then && area.quality == quality; })) {
            entries.push_back(swatchEntry(Swatch::Area, wordFor(quality), quality));
        }
    };
    for (const PainQuality quality : kPainQualities) {
        add(quality);
    }
    add(std::nullopt);
    if (any([](const MapArea& area) { return !area.then && area.depth == PainDepth::Deep; })) {
        entries.push_back(swatchEntry(Swatch::DeepArea, tr("deep pain")));
    }
    if (any([](const MapArea& area) { return area.then; })) {
        entries.push_back(swatchEntry(Swatch::AreaThen, tr("pain then")));
    }
    return entries;
}

std::vector<LegendEntry> zoneLegend(std::span<const ReferralZone> zones) {
    std::vector<LegendEntry> entries;
    if (std::ranges::any_of(zones, [](const ReferralZone& z) { return !z.essential.empty(); })) {
        entries.push_back(swatchEntry(Swatch::Essential, tr("usual referral")));
    }
    if (std::ranges::any_of(zones, [](const ReferralZone& z) { return !z.spillover.empty(); })) {
        entries.push_back(swatchEntry(Swatch::Spillover, tr("usual spill-over")));
    }
    return entries;
}

std::vector<LegendEntry> knownPointLegend(std::span<const KnownPoint> points) {
    std::vector<LegendEntry> entries;
    if (std::ranges::any_of(points, [](const KnownPoint& p) { return !p.suggested; })) {
        entries.push_back(swatchEntry(Swatch::KnownPoint, tr("known point")));
    }
    if (std::ranges::any_of(points, [](const KnownPoint& p) { return p.suggested; })) {
        entries.push_back(swatchEntry(Swatch::SuggestedPoint, tr("suggested point")));
    }
    return entries;
}

Picture markLegend(std::span<const LegendEntry> entries, double width, const MarkStyle& style) {
    Picture picture{width, 0, {}, {}};
    const Legend legend{style};
    double x = 0;
    double y = 0;
    for (const LegendEntry& entry : entries) {
        const double needed = legend.width(entry);
        if (x > 0 && x + needed > width) {
            x = 0;
            y += legend.row();
        }
        legend.paint(entry, x, y + legend.row() / 2, picture.shapes);
        x += needed + legend.gap();
    }
    picture.height = entries.empty() ? 0 : y + legend.row();
    return picture;
}

double legendWidth(std::span<const LegendEntry> entries, const MarkStyle& style, double wrapAt) {
    const Legend legend{style};
    double widest = 0;
    double x = 0;
    for (const LegendEntry& entry : entries) {
        const double needed = legend.width(entry);
        if (x > 0 && x + needed > wrapAt) {
            x = 0;
        }
        widest = std::max(widest, x + needed);
        x += needed + legend.gap();
    }
    return widest;
}

} // namespace palpate::drawing
