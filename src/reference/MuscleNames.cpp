// SPDX-License-Identifier: MIT
#include "reference/MuscleNames.h"

#include "reference/Table.h"
#include "reference/Words.h"

#include <algorithm>

namespace palpate::reference {

namespace {

constexpr auto kKinds = std::to_array<Word<MuscleKind>>({{"muscle", MuscleKind::Muscle},
                                                         {"composite", MuscleKind::Composite},
                                                         {"fascia", MuscleKind::Fascia},
                                                         {"tendon", MuscleKind::Tendon}});
constexpr std::string_view kGroupMark = "group:";

template <class SomeKey> void addOnce(std::vector<SomeKey>& keys, const SomeKey& key) {
    if (std::ranges::find(keys, key) == keys.end()) {
        keys.push_back(key);
    }
}

[[nodiscard]] MuscleName nameOf(const Row& row, const Sources& sources) {
    MuscleName muscle{.key = row.key<MuscleKey>("id"),
                      .kind = row.oneOf<MuscleKind>("kind", kKinds),
                      .names = row.texts("names"),
                      .abbreviations = row.texts("abbreviations"),
                      .parts = {},
                      .sources = row.citedFrom(sources)};
    if (muscle.names.empty()) {
        row.refuse("names", "must hold at least the atlas name");
    }
    if (row.has("parts")) {
        muscle.parts = row.keys<MuscleKey>("parts");
    }
    if ((muscle.kind == MuscleKind::Composite) == muscle.parts.empty()) {
        row.refuse("parts", "must be there for a composite, and for nothing else");
    }
    return muscle;
}

[[nodiscard]] bool nameBegins(const std::string& name, std::span<const std::string> typed) {
    return eachBeginsAWord(typed, wordsOf(folded(name)));
}

} // namespace

std::optional<MuscleKey> NameMatch::unique() const {
    return muscles.size() == 1 && groups.empty() ? std::optional{muscles.front()} : std::nullopt;
}

MuscleNames MuscleNames::load(const std::filesystem::path& file, Sources& sources) {
    const Table table{file, sources};
    MuscleNames out;
    out.readMuscles(table, sources);
    out.readGroups(table);
    out.readAmbiguities(table);
    return out;
}

void MuscleNames::readMuscles(const Table& table, const Sources& sources) {
    const auto rows = table.rows("muscles", "id");
    for (const auto& row : rows) {
        auto muscle = nameOf(row, sources);
        place(places_, muscle.key, muscles_.size(), row, "id");
        for (const auto* names : {&muscle.names, &muscle.abbreviations}) {
            for (const auto& name : *names) {
                auto& meant =
                    meaningsOf(name).muscles; // rows come one by one: only the last may repeat
                if (meant.empty() || meant.back() != muscle.key) {
                    meant.push_back(muscle.key);
                }
            }
        }
        muscles_.push_back(std::move(muscle));
    }
    for (std::size_t i = 0; i < rows.size(); ++i) { // parts may follow their composite
        for (const auto& part : muscles_[i].parts) {
            requireKnown(rows[i], "parts", part);
        }
    }
}

void MuscleNames::readGroups(const Table& table) {
    const auto members = table.top().object("groups");
    const auto names = table.top().object("group_names");
    for (const auto& [text, ignored] : table.top().members("groups")) {
        const auto naming = names.object(text);
        MuscleGroup group{.key = members.keyFrom<MuscleGroupKey>(text, text),
                          .label = naming.text("label"),
                          .names = naming.texts("names"),
                          .abbreviations = naming.texts("abbreviations"),
                          .muscles = members.keys<MuscleKey>(text)};
        for (const auto& muscle : group.muscles) {
            requireKnown(members, text, muscle);
        }
        place(groupPlaces_, group.key, groups_.size(), members, text);
        addOnce(meaningsOf(group.label).groups, group.key);
        for (const auto* each : {&group.names, &group.abbreviations}) {
            for (const auto& name : *each) {
                addOnce(meaningsOf(name).groups, group.key);
            }
        }
        groups_.push_back(std::move(group));
    }
}

/// What the table itself calls ambiguous is so, also where a row lacks the short form.
void MuscleNames::readAmbiguities(const Table& table) {
    for (const auto* list : {"ambiguous_abbreviations", "ambiguous_names"}) {
        const auto row = table.top().object(list);
        for (const auto& [name, ignored] : table.top().members(list)) {
            for (const auto& meaning : row.texts(name)) {
                if (!meaning.starts_with(kGroupMark)) {
                    const auto key = row.keyFrom<MuscleKey>(name, meaning);
                    requireKnown(row, name, key);
                    addOnce(meaningsOf(name).muscles, key);
                    continue;
                }
                const auto key = row.keyFrom<MuscleGroupKey>(
                    name, std::string_view{meaning}.substr(kGroupMark.size()));
                if (find(key) == nullptr) {
                    row.refuse(name, "names " + meaning + ", which is no group");
                }
                addOnce(meaningsOf(name).groups, key);
            }
        }
    }
}

void MuscleNames::requireKnown(const Row& row, std::string_view field, const MuscleKey& key) const {
    if (find(key) == nullptr) {
        row.refuse(field, "names " + key.text() + ", which is no row of muscles");
    }
}

NameMatch& MuscleNames::meaningsOf(const std::string& name) {
    return meanings_[folded(name)];
}

const MuscleName* MuscleNames::find(const MuscleKey& key) const noexcept {
    return findIn(muscles_, places_, key);
}

const MuscleGroup* MuscleNames::find(const MuscleGroupKey& key) const noexcept {
    return findIn(groups_, groupPlaces_, key);
}

const std::string& MuscleNames::shortLabel(const MuscleKey& key) const noexcept {
    const auto* muscle = find(key);
    return muscle != nullptr ? muscle->names.front() : key.text();
}

std::vector<std::string> MuscleNames::searchWords(const MuscleKey& key) const {
    const auto* muscle = find(key);
    if (muscle == nullptr) {
        return {};
    }
    auto words = muscle->names;
    words.insert(words.end(), muscle->abbreviations.begin(), muscle->abbreviations.end());
    return words;
}

NameMatch MuscleNames::lookUp(std::string_view text) const {
    const auto found = meanings_.find(folded(text));
    return found != meanings_.end() ? found->second : NameMatch{};
}

std::vector<MuscleKey> MuscleNames::candidates(const NameMatch& match) const {
    auto out = match.muscles;
    for (const auto& key : match.groups) {
        if (const auto* group = find(key)) {
            for (const auto& muscle : group->muscles) {
                addOnce(out, muscle);
            }
        }
    }
    return out;
}

std::vector<MuscleKey> MuscleNames::search(std::string_view typed, std::size_t limit) const {
    const auto words = wordsOf(folded(typed));
    if (words.empty()) {
        return {};
    }
    auto out = lookUp(typed).muscles;
    for (const auto& muscle : muscles_) {
        const auto begins = [&words](const std::string& name) { return nameBegins(name, words); };
        if (std::ranges::any_of(muscle.names, begins) ||
            std::ranges::any_of(muscle.abbreviations, begins)) {
            addOnce(out, muscle.key);
        }
    }
    if (out.size() > limit) {
        out.erase(out.begin() + static_cast<std::ptrdiff_t>(limit), out.end());
    }
    return out;
}

} // namespace palpate::reference
