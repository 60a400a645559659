// SPDX-License-Identifier: MIT
#pragma once

#include "domain/Id.h"
#include "reference/Sources.h"

#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace palpate::reference {

class Row;
class Table;

using MuscleGroupKey =
    Key<struct MuscleGroupKeyTag>; ///< group of muscle-names.json, such as "rotator_cuff"

/// Composite: a muscle that the atlas stores in parts, such as the biceps.
enum class MuscleKind { Muscle, Composite, Fascia, Tendon };

struct MuscleName {
    MuscleKey key;
    MuscleKind kind = MuscleKind::Muscle;
    std::vector<std::string> names; ///< the first is the atlas's; never empty
    std::vector<std::string> abbreviations;
    std::vector<MuscleKey> parts; ///< of a composite
    std::vector<SourceKey> sources;
    friend bool operator==(const MuscleName&, const MuscleName&) = default;
};

struct MuscleGroup {
    MuscleGroupKey key;
    std::string label;
    std::vector<std::string> names;
    std::vector<std::string> abbreviations;
    std::vector<MuscleKey> muscles;
    friend bool operator==(const MuscleGroup&, const MuscleGroup&) = default;
};

/// What a typed name may mean. More than one meaning: ask, never guess.
struct NameMatch {
    std::vector<MuscleKey> muscles;     ///< that have this name or short form
    std::vector<MuscleGroupKey> groups; ///< that have it

    [[nodiscard]] bool isEmpty() const noexcept { return muscles.empty() && groups.empty(); }
    /// The muscle, when the text means exactly one and no group.
    [[nodiscard]] std::optional<MuscleKey> unique() const;
    friend bool operator==(const NameMatch&, const NameMatch&) = default;
};

/// muscle-names.json: every muscle and composite of the body atlas, as anatomists and as therapists
/// call it.
class MuscleNames {
public:
    /// Adds the file's sources to `sources`. Throws DataError naming file, row and field.
    [[nodiscard]] static MuscleNames load(const std::filesystem::path& file, Sources& sources);

    [[nodiscard]] const std::vector<MuscleName>& all() const noexcept { return muscles_; }
    [[nodiscard]] const std::vector<MuscleGroup>& groups() const noexcept { return groups_; }
    /// nullptr when there is none. It lives as long as this table.
    [[nodiscard]] const MuscleName* find(const MuscleKey& key) const noexcept;
    [[nodiscard]] const MuscleGroup* find(const MuscleGroupKey& key) const noexcept;

    /// The first name, "Quadratus lumborum"; of a muscle that is not in the table its key.
    [[nodiscard]] const std::string& shortLabel(const MuscleKey& key) const noexcept;
    /// Everything by which a search finds the muscle: its names, then its short forms. Empty: not
    /// in the table.
    [[nodiscard]] std::vector<std::string> searchWords(const MuscleKey& key) const;

    /// What the whole text means. Case, and white space at the ends or doubled, don't matter.
    [[nodiscard]] NameMatch lookUp(std::string_view text) const;
    /// The muscles meant, those of a group one by one, each once: what to offer when lookUp() is
    /// not unique.
    [[nodiscard]] std::vector<MuscleKey> candidates(const NameMatch& match) const;
    /// Muscles that have a name or short form in which each typed word begins a word; at most
    /// `limit`, in the order of the table, those whose short form or whole name it is first.
    [[nodiscard]] std::vector<MuscleKey> search(std::string_view typed, std::size_t limit) const;

private:
    void readMuscles(const Table& table, const Sources& sources);
    void readGroups(const Table& table);
    void readAmbiguities(const Table& table);
    void requireKnown(const Row& row, std::string_view field, const MuscleKey& key) const;
    [[nodiscard]] NameMatch& meaningsOf(const std::string& name);

    std::vector<MuscleName> muscles_;
    std::vector<MuscleGroup> groups_;
    std::unordered_map<MuscleKey, std::size_t> places_;
    std::unordered_map<MuscleGroupKey, std::size_t> groupPlaces_;
    std::unordered_map<std::string, NameMatch> meanings_; ///< by the folded name
};

} // namespace palpate::reference
