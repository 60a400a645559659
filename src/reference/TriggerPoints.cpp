// SPDX-License-Identifier: MIT
#include "reference/TriggerPoints.h"

#include "reference/Table.h"

namespace palpate::reference {

namespace {

constexpr auto kSides = std::to_array<Word<RelativeSide>>({{"same", RelativeSide::Same},
                                                           {"opposite", RelativeSide::Opposite},
                                                           {"both", RelativeSide::Both},
                                                           {"midline", RelativeSide::Midline}});
constexpr auto kShifts = std::to_array<Word<Shift>>({{"medial", Shift::Medial},
                                                     {"lateral", Shift::Lateral},
                                                     {"anterior", Shift::Anterior},
                                                     {"posterior", Shift::Posterior},
                                                     {"upper", Shift::Upper},
                                                     {"lower", Shift::Lower},
                                                     {"central", Shift::Central}});
constexpr auto kDepths = std::to_array<Word<Depth>>(
    {{"superficial", Depth::Superficial}, {"middle", Depth::Middle}, {"deep", Depth::Deep}});

[[nodiscard]] std::vector<Referral> referralsOf(const Row& row, std::string_view field) {
    std::vector<Referral> out;
    for (const auto& each : row.rows(field, "region")) {
        out.push_back({.region = each.key<RegionKey>("region"),
                       .side = each.oneOf<RelativeSide>("side", kSides)});
    }
    return out;
}

[[nodiscard]] ReferencePoint pointOf(const Row& row, const MuscleKey& muscle,
                                     const Sources& sources) {
    const auto at = row.object("place");
    ReferencePoint point{.key = row.key<ReferencePointKey>("key"),
                         .muscle = muscle,
                         .name = row.text("name"),
                         .location = row.text("location"),
                         .landmark = row.text("landmark"),
                         .along = at.numberWithin("along", 0, 1),
                         .shift = at.oneOf<Shift>("shift", kShifts),
                         .depth = at.oneOf<Depth>("depth", kDepths),
                         .essential = referralsOf(row, "essential"),
                         .spillover = referralsOf(row, "spillover"),
                         .symptoms = row.optionalTexts("symptoms"),
                         .confidence = row.oneOf<Confidence>("confidence", kConfidences),
                         .sources = row.citedFrom(sources)};
    if (!point.key.text().starts_with(muscle.text() + ".")) {
        row.refuse("key", "must begin with the muscle's id and a dot");
    }
    return point;
}

[[nodiscard]] std::string bookOf(const Row& row) {
    if (!row.has("book")) {
        return {};
    }
    const auto book = row.object("book");
    const auto& source = book.text("source");
    if (!book.has("chapter")) {
        return source;
    }
    constexpr double kMostChapters = 1000;
    const auto chapter = static_cast<int>(book.numberWithin("chapter", 1, kMostChapters));
    return source + ", chapter " + std::to_string(chapter);
}

[[nodiscard]] MusclePoints muscleOf(const Row& row, const Sources& sources) {
    const auto axis = row.object("axis");
    return {.muscle = row.key<MuscleKey>("muscle"),
            .attachedFrom = axis.text("from"),
            .attachedTo = axis.text("to"),
            .book = bookOf(row),
            .symptoms = row.texts("symptoms"),
            .activatedBy = row.texts("activated_by"),
            .ruleOut = row.texts("rule_out"),
            .entrapment = row.texts("entrapment"),
            .related = row.keys<MuscleKey>("related"),
            .stretch = row.optionalText("stretch"),
            .homeCare = row.optionalText("home_care"),
            .note = row.optionalText("note"),
            .points = {},
            .sources = row.citedFrom(sources)};
}

} // namespace

TriggerPoints TriggerPoints::load(const std::filesystem::path& file, const MuscleNames& names,
                                  Sources& sources) {
    const Table table{file, sources};
    TriggerPoints out;
    for (const auto& row : table.rows("muscles", "muscle")) {
        auto muscle = muscleOf(row, sources);
        if (names.find(muscle.muscle) == nullptr) {
            row.refuse("muscle", "names a muscle that muscle-names.json lacks");
        }
        for (const auto& related : muscle.related) {
            if (names.find(related) == nullptr) {
                row.refuse("related",
                           "names " + related.text() + ", which muscle-names.json lacks");
            }
        }
        const auto at = out.muscles_.size();
        place(out.places_, muscle.muscle, at, row, "muscle");
        for (const auto& point : row.rows("trigger_points", "key")) {
            muscle.points.push_back(pointOf(point, muscle.muscle, sources));
            const PointAt where{.muscle = at, .point = muscle.points.size() - 1};
            if (!out.points_.emplace(muscle.points.back().key, where).second) {
                point.refuse("key", "must not repeat the key of an earlier row");
            }
        }
        out.muscles_.push_back(std::move(muscle));
    }
    return out;
}

const MusclePoints* TriggerPoints::find(const MuscleKey& muscle,
                                        const std::optional<MuscleKey>& partOf) const noexcept {
    const auto* own = findIn(muscles_, places_, muscle);
    return own != nullptr || !partOf ? own : findIn(muscles_, places_, *partOf);
}

const ReferencePoint* TriggerPoints::find(const ReferencePointKey& key) const noexcept {
    const auto found = points_.find(key);
    return found == points_.end() ? nullptr
                                  : &muscles_[found->second.muscle].points[found->second.point];
}

} // namespace palpate::reference
