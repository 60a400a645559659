// SPDX-License-Identifier: MIT
#include "reference/MuscleNames.h"

#include "reference/Table.h"
#include "reference/Words.h"

#include <algorithm>

namespace palpate::reference {

namespace {

constexpr std::pair<std::string_view, MuscleKind> kKinds[] = {{"muscle", MuscleKind::Muscle},
                                                              {"composite", MuscleKind::Composite},
                                                              {"fascia", MuscleKind::Fascia},
                                                              {"tendon", MuscleKind::Tendon}};
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

void MuscleNames::index(const std::string& name, const MuscleKey& muscle) {
    addOnce(meanings_[folded(name)].muscles, muscle);
}

void MuscleNames::index(const std::string& name, const MuscleGroupKey& group) {
    addOnce(meanings_[folded(name)].groups, group);
}

MuscleNames MuscleNames::load(const std::filesystem::path& file, Sources& sources) {
    const Table table{file, sources};
    const auto& top = table.top();
    MuscleNames out;
    for (const auto& row : table.rows("muscles", "id")) {
        auto muscle = nameOf(row, sources);
        place(out.places_, muscle.key, out.muscles_.size(), row, "id");
        for (const auto& name : muscle.names) {
            out.index(name, muscle.key);
        }
        for (const auto& name : muscle.abbreviations) {
            out.index(name, muscle.key);
        }
        out.muscles_.push_back(std::move(muscle));
    }
    const auto known = [&out](const Row& row, std::string_view field, const MuscleKey& key) {
        if (out.find(key) == nullptr) {
            row.refuse(field, "names " + key.text() + ", which is no row of muscles");
        }
    };
    for (const auto& row : table.rows("muscles", "id")) {
        if (row.has("parts")) {
            for (const auto& part : row.keys<MuscleKey>("parts")) {
                known(row, "parts", part);
            }
        }
    }
    const auto groups = top.object("groups");
    const auto groupNames = top.object("group_names");
    for (const auto& [text, ignored] : top.members("groups")) {
        const auto key = top.keyFrom<MuscleGroupKey>("groups", text);
        const auto names = groupNames.object(text);
        MuscleGroup group{.key = key,
                          .label = names.text("label"),
                          .names = names.texts("names"),
                          .abbreviations = names.texts("abbreviations"),
                          .muscles = groups.keys<MuscleKey>(text)};
        for (const auto& muscle : group.muscles) {
            known(groups, text, muscle);
        }
        place(out.groupPlaces_, key, out.groups_.size(), groups, text);
        out.index(group.label, key);
        for (const auto& name : group.names) {
            out.index(name, key);
        }
        for (const auto& name : group.abbreviations) {
            out.index(name, key);
        }
        out.groups_.push_back(std::move(group));
    }
    // What the table itself calls ambiguous is so, also where a row lacks the short form.
    for (const auto* field : {"ambiguous_abbreviations", "ambiguous_names"}) {
        const auto meanings = top.object(field);
        for (const auto& [name, ignored] : top.members(field)) {
            for (const auto& meaning : meanings.texts(name)) {
                if (meaning.starts_with(kGroupMark)) {
                    const auto key = meanings.keyFrom<MuscleGroupKey>(
                        name, std::string_view{meaning}.substr(kGroupMark.size()));
                    if (out.find(key) == nullptr) {
                        meanings.refuse(name, "names " + meaning + ", which is no group");
                    }
                    out.index(name, key);
                } else {
                    const auto key = meanings.keyFrom<MuscleKey>(name, meaning);
                    known(meanings, name, key);
                    out.index(name, key);
                }
            }
        }
    }
    return out;
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
