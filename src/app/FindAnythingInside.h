// SPDX-License-Identifier: MIT
#pragma once

#include "app/FindAnything.h"
#include "app/SearchQuery.h"
#include "domain/Calendar.h"
#include "storage/Finder.h"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace palpate::reference {
class Reference;
}

namespace palpate::app {

/// What is better comes first; within a rank the order in which it was found.
enum class FoundRank { Named, Setting, OfOpenRecord, Session, OfOthers, Further };

/// What is looked for: all that the looking needs but the clinic's file and its tables, so that it
/// can be done beside the window.
struct FinderQuestion {
    std::string text; ///< normalised
    bool isTyped = false;
    std::vector<std::string> words;
    ParsedQuery parsed;
    std::vector<FinderSetting> settings;
    std::optional<PatientId> open = {};
    std::size_t limit = 0;
    Date today{};
    std::string zone;
    std::uint64_t number = 0; ///< given when it is asked
};

inline constexpr int kMostFoundPatients = 8;

struct RankedThing {
    FoundRank rank = FoundRank::Further;
    FoundThing thing;
    std::optional<storage::FoundSession> session = {}; ///< yet to be put into words
    SessionFilter filter = {};                         ///< by which it was found
};

/// A patient of the clinic's list. Named when the words are all of the name; a slip, a birth date
/// or a phone number finds less surely.
[[nodiscard]] RankedThing foundPatient(const storage::PatientRow& row,
                                       const FinderQuestion& question);
/// What the program can do, as far as it is named by the words.
void addSettings(std::vector<RankedThing>& found, const FinderQuestion& question);
/// The best first, at most as many as are asked for.
[[nodiscard]] std::vector<RankedThing> bestOf(std::vector<RankedThing> found,
                                              const FinderQuestion& question);

/// Looks with the finder of a store, or of a reader beside it. The best first, at most as many as
/// are asked for.
[[nodiscard]] std::vector<RankedThing> lookForAnything(const storage::Finder& finder,
                                                       const reference::Reference& reference,
                                                       const FinderQuestion& question);

} // namespace palpate::app
