// SPDX-License-Identifier: MIT
#pragma once

#include "domain/Body.h"
#include "domain/Case.h"
#include "domain/Finding.h"
#include "domain/Id.h"
#include "domain/Practitioner.h"
#include "domain/SessionFilter.h"
#include "reference/Names.h"

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace palpate::app {

class Clinic;

/// What a typed name may mean: nothing, one thing, or several of which one must be said.
template <class Value> struct Meant {
    struct Choice {
        Value value;
        std::string label; ///< as within a sentence; typed, it means this one
    };
    std::vector<Choice> choices;
    [[nodiscard]] bool isUnknown() const noexcept { return choices.empty(); }
    [[nodiscard]] bool isClear() const noexcept { return choices.size() == 1; }
};

/// Named things of one kind.
template <class Value> class NameTable {
public:
    void add(Value value, std::string label, const std::vector<std::string>& names = {}) {
        const auto row = rows_.size();
        names_.add(row, label);
        for (const auto& name : names) {
            names_.add(row, name);
        }
        rows_.push_back({std::move(value), std::move(label)});
    }
    /// Those of which it is the whole name.
    [[nodiscard]] Meant<Value> named(std::string_view text) const {
        return meant(names_.lookUp(text));
    }
    /// Those that have a name in which each word begins a word.
    [[nodiscard]] Meant<Value> begun(std::string_view text, std::size_t limit) const {
        return meant(names_.search(text, limit));
    }
    [[nodiscard]] const std::vector<typename Meant<Value>::Choice>& rows() const& noexcept {
        return rows_;
    }
    void rows() const&& = delete; // what it gave would be gone

private:
    [[nodiscard]] Meant<Value> meant(const std::vector<std::size_t>& at) const {
        Meant<Value> found;
        for (const auto row : at) {
            found.choices.push_back(rows_[row]);
        }
        return found;
    }
    std::vector<typename Meant<Value>::Choice> rows_;
    reference::Names names_;
};

/// "ces saddle" of "ces_saddle".
[[nodiscard]] std::string spaced(std::string text);

/// Muscles of the body map, each once; the label has no side.
using Muscles = std::vector<MuscleKey>;
struct NamedRegion {
    RegionKey region;
    std::optional<Side> side = {}; ///< empty: either
};

/// Whether a short form is a word of English, and meant so unless it is in capitals: "is", "met".
[[nodiscard]] bool isOnlyAWord(std::string_view text);
/// Muscles and groups by names and short forms, atlas parts for a composite. Nothing that is only
/// a word.
[[nodiscard]] Meant<Muscles> muscleNamed(const Clinic& clinic, std::string_view text);
/// The same in a field that takes muscles: any short form, keys too.
[[nodiscard]] Meant<Muscles> muscleInField(const Clinic& clinic, std::string_view text);
/// Those with a name that begins so.
[[nodiscard]] Meant<Muscles> muscleBegun(const Clinic& clinic, std::string_view text,
                                         std::size_t limit);
/// Groups of muscles, and parts of the body: "back".
[[nodiscard]] NameTable<Muscles> groupTable(const Clinic& clinic);
/// The muscles of one layer in the order of the body map.
[[nodiscard]] NameTable<Layer> layerTable();
[[nodiscard]] Muscles musclesOf(const Clinic& clinic, Layer layer);
/// A name that means exactly these muscles, in this order: of a muscle, a group, a layer. Empty:
/// none does.
struct NameOfMuscles {
    std::string name;
    bool isGroup = false; ///< only as group:
    bool isLayer = false; ///< only as layer:
};
[[nodiscard]] std::optional<NameOfMuscles> nameOf(const Clinic& clinic, const Muscles& muscles);
/// What is typed to mean this one muscle.
[[nodiscard]] std::string typedMuscle(const Clinic& clinic, const MuscleKey& muscle);

[[nodiscard]] NameTable<TechniqueKey> techniqueTable(const Clinic& clinic);
[[nodiscard]] NameTable<HomeCareKey> homeCareTable(const Clinic& clinic);
/// A row of red-flags.json by its key, or all that point to the same: "cauda equina syndrome".
[[nodiscard]] NameTable<std::vector<RedFlagKey>> flagTable(const Clinic& clinic);
/// Whether something was done about it: "any", "unsettled".
[[nodiscard]] NameTable<FlagState> flagStateTable();
/// "upper buttock", "buttock_upper", with a side in front or behind a colon.
[[nodiscard]] NameTable<RegionKey> regionTable(const Clinic& clinic);
[[nodiscard]] NameTable<PractitionerId> practitionerTable(Clinic& clinic);
[[nodiscard]] NameTable<Profession> professionTable();
[[nodiscard]] NameTable<CaseStatus> statusTable();
[[nodiscard]] NameTable<State> stateTable();
[[nodiscard]] NameTable<Settled> changeTable();
[[nodiscard]] NameTable<Side> sideTable();

/// Empty: it is no side.
[[nodiscard]] std::optional<Side> sideCalled(std::string_view word);
/// A side in front, behind, or behind a colon as in "lumbar:R", and the rest.
struct SidedText {
    std::string text;
    std::optional<Side> side = {};
    bool isInFront = false;
};
[[nodiscard]] SidedText sidedText(std::string_view typed);

/// Beginnings of codes: a typed one, or those that together mean what the words say.
[[nodiscard]] Meant<std::string> diagnosisMeant(const Clinic& clinic, std::string_view text);
/// "M54.5 (Low back pain, not specified)" where the table has it, else the beginning alone.
[[nodiscard]] std::string diagnosisLabel(const Clinic& clinic, const std::string& code);

} // namespace palpate::app
