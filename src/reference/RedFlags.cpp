// SPDX-License-Identifier: MIT
#include "reference/RedFlags.h"

#include "reference/Table.h"

#include <algorithm>
#include <array>
#include <tuple>

namespace palpate::reference {

namespace {

constexpr auto kRegions = std::to_array<Word<FlagRegion>>({{"low_back", FlagRegion::LowBack},
                                                           {"neck", FlagRegion::Neck},
                                                           {"headache", FlagRegion::Headache},
                                                           {"shoulder", FlagRegion::Shoulder},
                                                           {"chest", FlagRegion::Chest},
                                                           {"hip_leg", FlagRegion::HipLeg},
                                                           {"general", FlagRegion::General}});

[[nodiscard]] std::vector<Urgency> urgenciesOf(const Row& top) {
    std::vector<Urgency> urgencies;
    for (const auto& [key, meaning] : top.members("urgency")) {
        if (!meaning->is_string() || meaning->get_ref<const std::string&>().empty()) {
            top.refuse("urgency", "must say in words what " + key + " means");
        }
        urgencies.push_back({key, meaning->get<std::string>()});
    }
    if (urgencies.empty()) {
        top.refuse("urgency", "must list at least one urgency");
    }
    return urgencies;
}

[[nodiscard]] std::size_t urgencyIn(const Row& row, const std::vector<Urgency>& urgencies) {
    std::vector<Word<std::size_t>> words;
    words.reserve(urgencies.size());
    for (std::size_t at = 0; at < urgencies.size(); ++at) {
        words.emplace_back(urgencies[at].key, at);
    }
    return row.oneOf<std::size_t>("urgency", words);
}

[[nodiscard]] std::vector<FlagRegion> regionsIn(const Row& row) {
    std::vector<FlagRegion> regions;
    for (const auto& word : row.texts("regions")) {
        regions.push_back(row.oneOf<FlagRegion>("regions", word, kRegions));
    }
    if (regions.empty()) {
        row.refuse("regions", "must name at least one region");
    }
    return regions;
}

[[nodiscard]] KnownRedFlag flagOf(const Row& row, const std::vector<Urgency>& urgencies,
                                  const Sources& sources) {
    return {.key = row.key<RedFlagKey>("id"),
            .regions = regionsIn(row),
            .ask = row.text("ask"),
            .pointsTo = row.text("points_to"),
            .urgency = urgencyIn(row, urgencies),
            .action = row.text("do"),
            .strongerWith = row.optionalTexts("stronger_with"),
            .confidence = row.oneOf<Confidence>("confidence", kConfidences),
            .sources = row.citedFrom(sources)};
}

/// Whether it is asked because of one of the regions, and not of everybody.
[[nodiscard]] bool isOf(const KnownRedFlag& flag, std::span<const FlagRegion> regions) {
    return std::ranges::any_of(flag.regions, [&](FlagRegion region) {
        return region != FlagRegion::General && std::ranges::find(regions, region) != regions.end();
    });
}

} // namespace

RedFlags RedFlags::load(const std::filesystem::path& file, Sources& sources) {
    const Table table{file, sources};
    RedFlags out;
    out.urgencies_ = urgenciesOf(table.top());
    out.note_ = table.top().text("note");
    for (const auto& row : table.rows("flags", "id")) {
        auto flag = flagOf(row, out.urgencies_, sources);
        const auto at = out.flags_.size();
        place(out.places_, flag.key, at, row, "id");
        out.names_.add(at, flag.pointsTo + " " + flag.ask);
        out.flags_.push_back(std::move(flag));
    }
    return out;
}

const KnownRedFlag* RedFlags::find(const RedFlagKey& key) const noexcept {
    return findIn(flags_, places_, key);
}

const Urgency* RedFlags::findUrgency(std::string_view key) const noexcept {
    const auto found = std::ranges::find(urgencies_, key, &Urgency::key);
    return found == urgencies_.end() ? nullptr : &*found;
}

std::vector<const KnownRedFlag*> RedFlags::concerning(std::span<const FlagRegion> regions) const {
    std::vector<const KnownRedFlag*> found;
    for (const auto& flag : flags_) {
        if (std::ranges::any_of(flag.regions, [&](FlagRegion region) {
                return std::ranges::find(regions, region) != regions.end();
            })) {
            found.push_back(&flag);
        }
    }
    std::ranges::stable_sort(found, {}, [&](const KnownRedFlag* flag) {
        return std::tuple{flag->urgency, !isOf(*flag, regions)};
    });
    return found;
}

std::vector<RedFlagKey> RedFlags::search(std::string_view typed, std::size_t limit) const {
    return keysAt(flags_, names_.search(typed, limit));
}

} // namespace palpate::reference
