// SPDX-License-Identifier: MIT
#include "reference/OutcomeMeasures.h"

#include "reference/Table.h"

#include <algorithm>

namespace palpate::reference {

namespace {

constexpr auto kKinds = std::to_array<Word<ChangeKind>>({{"MCID", ChangeKind::Mcid},
                                                         {"MIC", ChangeKind::Mic},
                                                         {"MDC", ChangeKind::Mdc},
                                                         {"anchor", ChangeKind::Anchor},
                                                         {"cut_off", ChangeKind::CutOff}});
constexpr auto kDirections =
    std::to_array<Word<Direction>>({{"lower_is_better", Direction::LowerIsBetter},
                                    {"higher_is_better", Direction::HigherIsBetter}});

[[nodiscard]] std::vector<BodyArea> areasOf(const Row& row) {
    std::vector<BodyArea> areas;
    for (const auto& word : row.texts("applies_to")) {
        const auto area = parseBodyArea(word);
        if (!area) {
            row.refuse("applies_to", "names " + word + ", which is no area of a complaint");
        }
        areas.push_back(*area);
    }
    if (areas.empty()) {
        row.refuse("applies_to", "must name at least one area");
    }
    return areas;
}

[[nodiscard]] ImportantChange changeOf(const Row& row, const Sources& sources) {
    ImportantChange change{.value = row.number("value"),
                           .unit = row.text("unit"),
                           .kind = row.oneOf<ChangeKind>("kind", kKinds),
                           .population = row.text("population"),
                           .appliesTo = areasOf(row),
                           .preferred = row.flag("preferred"),
                           .sources = row.citedFrom(sources)};
    if (!(change.value > 0)) {
        row.refuse("value", "must be greater than 0");
    }
    return change;
}

[[nodiscard]] MeasureScale scaleOf(const Row& row) {
    MeasureScale scale{.min = row.number("min"),
                       .max = row.number("max"),
                       .step = row.number("step"),
                       .unit = row.text("unit")};
    if (!(scale.min < scale.max)) {
        row.refuse("max", "must be greater than min");
    }
    if (!(scale.step > 0)) {
        row.refuse("step", "must be greater than 0");
    }
    return scale;
}

[[nodiscard]] OutcomeMeasure measureOf(const Row& row, const Sources& sources) {
    OutcomeMeasure measure{.key = row.key<MeasureKey>("id"),
                           .name = row.text("name"),
                           .abbreviation = row.text("abbr"),
                           .construct = row.text("construct"),
                           .scale = scaleOf(row.object("scale")),
                           .direction = row.oneOf<Direction>("direction", kDirections),
                           .scoring = row.text("scoring"),
                           .changes = {},
                           .items = {},
                           .licence = row.text("licence"),
                           .loinc = row.optionalText("loinc"),
                           .note = row.optionalText("note"),
                           .confidence = row.oneOf<Confidence>("confidence", kConfidences),
                           .sources = row.citedFrom(sources)};
    for (const auto& change : row.rows("change", "kind")) {
        measure.changes.push_back(changeOf(change, sources));
    }
    if (row.has("items")) {
        for (const auto& item : row.rows("items", "id")) {
            measure.items.push_back({.id = item.text("id"),
                                     .about = item.text("about"),
                                     .min = item.number("min"),
                                     .max = item.number("max")});
            if (!(measure.items.back().min < measure.items.back().max)) {
                item.refuse("max", "must be greater than min");
            }
        }
    }
    return measure;
}

[[nodiscard]] bool holdsFor(const ImportantChange& change, BodyArea area) {
    return std::ranges::find(change.appliesTo, area) != change.appliesTo.end();
}

/// The first preferred row for the area itself, else for any.
[[nodiscard]] const ImportantChange* preferredOf(const OutcomeMeasure* measure, BodyArea area,
                                                 bool inPercent) {
    if (measure == nullptr) {
        return nullptr;
    }
    for (const auto wanted : {area, BodyArea::Any}) {
        const auto found = std::ranges::find_if(measure->changes, [&](const ImportantChange& c) {
            const bool matters = c.kind == ChangeKind::Mcid || c.kind == ChangeKind::Mic;
            return matters && c.preferred && c.isPercent() == inPercent && holdsFor(c, wanted);
        });
        if (found != measure->changes.end()) {
            return &*found;
        }
    }
    return nullptr;
}

} // namespace

OutcomeMeasures OutcomeMeasures::load(const std::filesystem::path& file, Sources& sources) {
    const Table table{file, sources};
    OutcomeMeasures out;
    for (const auto& row : table.rows("measures", "id")) {
        auto measure = measureOf(row, sources);
        place(out.places_, measure.key, out.measures_.size(), row, "id");
        out.measures_.push_back(std::move(measure));
    }
    return out;
}

const OutcomeMeasure* OutcomeMeasures::find(const MeasureKey& key) const noexcept {
    return findIn(measures_, places_, key);
}

const ImportantChange* OutcomeMeasures::preferredChange(const MeasureKey& measure,
                                                        BodyArea area) const noexcept {
    return preferredOf(find(measure), area, false);
}

const ImportantChange* OutcomeMeasures::preferredPercentChange(const MeasureKey& measure,
                                                               BodyArea area) const noexcept {
    return preferredOf(find(measure), area, true);
}

std::vector<const ImportantChange*> OutcomeMeasures::detectableChanges(const MeasureKey& measure,
                                                                       BodyArea area) const {
    std::vector<const ImportantChange*> out;
    const auto* found = find(measure);
    for (const auto wanted : {area, BodyArea::Any}) {
        if (found == nullptr || !out.empty()) {
            break;
        }
        for (const auto& change : found->changes) {
            if (change.kind == ChangeKind::Mdc && holdsFor(change, wanted)) {
                out.push_back(&change);
            }
        }
    }
    return out;
}

} // namespace palpate::reference
