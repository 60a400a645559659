// SPDX-License-Identifier: MIT
#include "reference/Motions.h"

#include "domain/Text.h"
#include "reference/Table.h"

#include <cmath>
#include <map>
#include <sstream>

namespace palpate::reference {

namespace {

constexpr auto kDirections = std::to_array<Word<bool>>({{"lower_is_better", true}});

/// The words for a joint, or for a motion of any joint.
struct Term {
    std::string label;
    std::vector<std::string> alsoCalled;
};
using Terms = std::map<std::string, Term>;

struct Limits {
    double min = 0;
    double max = 0;
    double step = 1;
};
using Units = std::map<std::string, Limits>;

[[nodiscard]] Terms termsOf(const Table& table, std::string_view list) {
    Terms terms;
    for (const auto& row : table.rows(list, "id")) {
        if (!terms
                 .emplace(row.text("id"),
                          Term{.label = row.text("label"), .alsoCalled = row.texts("also_called")})
                 .second) {
            row.refuse("id", "must not repeat the id of an earlier row");
        }
    }
    return terms;
}

[[nodiscard]] Units unitsOf(const Table& table) {
    Units units;
    for (const auto& row : table.rows("units", "unit")) {
        const Limits limits{
            .min = row.number("min"), .max = row.number("max"), .step = row.number("step")};
        if (!(limits.min < limits.max)) {
            row.refuse("max", "must be greater than min");
        }
        if (!(limits.step > 0)) {
            row.refuse("step", "must be greater than 0");
        }
        units.insert_or_assign(row.text("unit"), limits);
    }
    return units;
}

template <class Found>
[[nodiscard]] const Found& named(const std::map<std::string, Found>& terms, const Row& row,
                                 std::string_view field, std::string_view list) {
    const auto found = terms.find(row.text(field));
    if (found == terms.end()) {
        row.refuse(field,
                   "names " + row.text(field) + ", which the list " + std::string{list} + " lacks");
    }
    return found->second;
}

/// "lumbar lateral flexion", "lx sb" ...: each name of the joint with each name of the motion.
[[nodiscard]] std::vector<std::string> namesOf(const Term& joint, const Term& motion) {
    auto joints = joint.alsoCalled;
    joints.insert(joints.begin(), joint.label);
    auto motions = motion.alsoCalled;
    motions.insert(motions.begin(), motion.label);
    std::vector<std::string> names;
    for (const auto& first : joints) {
        for (const auto& second : motions) {
            names.push_back(first + " " + second);
        }
    }
    return names;
}

[[nodiscard]] std::pair<double, double> usualOf(const Row& row) {
    const auto usual = row.numbers("normal");
    if (usual.size() != 2 || !(usual.front() <= usual.back())) {
        row.refuse("normal", "must give low and high as two numbers, the smaller first");
    }
    return {usual.front(), usual.back()};
}

struct Lists {
    Terms joints;
    Terms movements;
    Units units;
};

[[nodiscard]] KnownMotion motionOf(const Row& row, const Lists& lists, const Sources& sources) {
    const auto& joint = named(lists.joints, row, "joint", "joints");
    const auto& movement = named(lists.movements, row, "motion", "movements");
    const auto& limits = named(lists.units, row, "unit", "units");
    const auto [low, high] = usualOf(row);
    KnownMotion motion{
        .key = row.key<MotionKey>("id"),
        .joint = row.text("joint"),
        .motion = row.text("motion"),
        .label = row.has("label") ? row.text("label") : joint.label + " " + movement.label,
        .alsoCalled = namesOf(joint, movement),
        .unit = row.text("unit"),
        .low = low,
        .high = high,
        .min = limits.min,
        .max = limits.max,
        .step = limits.step,
        .sided = row.flag("sided"),
        .lowerIsBetter = row.has("direction") && row.oneOf<bool>("direction", kDirections),
        .note = row.optionalText("note"),
        .sources = row.citedFrom(sources)};
    for (auto& name : row.optionalTexts("also_called")) {
        motion.alsoCalled.push_back(std::move(name));
    }
    if (low < limits.min || high > limits.max) {
        row.refuse("normal", "must lie within the limits of its unit");
    }
    return motion;
}

[[nodiscard]] std::string plain(double number) {
    std::ostringstream out; // short form: 22, 7.5
    out << number;
    return out.str();
}

[[nodiscard]] bool isWithin(const KnownMotion& motion, const std::optional<double>& value) {
    return !value || (std::isfinite(*value) && *value >= motion.min && *value <= motion.max);
}

} // namespace

BesideRange besideRange(const KnownMotion& motion, double value) noexcept {
    if (value < motion.low) {
        return BesideRange::Below;
    }
    return value > motion.high ? BesideRange::Above : BesideRange::Within;
}

bool isLimited(const KnownMotion& motion, double value) noexcept {
    return besideRange(motion, value) ==
           (motion.lowerIsBetter ? BesideRange::Above : BesideRange::Below);
}

Motions Motions::load(const std::filesystem::path& file, Sources& sources) {
    const Table table{file, sources};
    const Lists lists{.joints = termsOf(table, "joints"),
                      .movements = termsOf(table, "movements"),
                      .units = unitsOf(table)};
    Motions out;
    for (const auto& row : table.rows("motions", "id")) {
        auto motion = motionOf(row, lists, sources);
        const auto at = out.motions_.size();
        place(out.places_, motion.key, at, row, "id");
        out.names_.add(at, motion.label);
        out.names_.add(at, motion.key.text());
        for (const auto& name : motion.alsoCalled) {
            out.names_.add(at, name);
        }
        out.motions_.push_back(std::move(motion));
    }
    return out;
}

const KnownMotion* Motions::find(const MotionKey& key) const noexcept {
    return findIn(motions_, places_, key);
}

std::vector<MotionKey> Motions::lookUp(std::string_view text) const {
    return keysAt(motions_, names_.lookUp(text));
}

std::vector<MotionKey> Motions::search(std::string_view typed, std::size_t limit) const {
    return keysAt(motions_, names_.search(typed, limit));
}

std::optional<Message> Motions::problem(const RangeOfMotion& measured) const {
    const auto* motion = find(measured.at.motion);
    if (motion == nullptr) {
        return Message{tr("There is no motion \"{1}\" in the table."), {measured.at.motion.text()}};
    }
    if (motion->sided && measured.at.side == Side::Middle) {
        return Message{tr("{1} needs a side, left or right."), {motion->label}};
    }
    if (!motion->sided && measured.at.side != Side::Middle) {
        return Message{tr("{1} has no sides; leave left and right out."), {motion->label}};
    }
    if (!measured.active && !measured.passive && !measured.pain) {
        return Message{tr("{1} needs a value: active, passive or the pain in the motion."),
                       {motion->label}};
    }
    if (!isWithin(*motion, measured.active) || !isWithin(*motion, measured.passive)) {
        return Message{tr("{1} must lie between {2} and {3} {4}."),
                       {motion->label, plain(motion->min), plain(motion->max), motion->unit}};
    }
    return problemOfNote(measured.note, motion->label);
}

} // namespace palpate::reference
