// SPDX-License-Identifier: MIT
// Red flags as a query names them.
#include "app/Clinic.h"
#include "app/QueryNames.h"
#include "app/SentenceWords.h"
#include "reference/Reference.h"

#include <algorithm>
#include <utility>

namespace palpate::app {

NameTable<std::vector<RedFlagKey>> flagTable(const Clinic& clinic) {
    NameTable<std::vector<RedFlagKey>> table;
    std::vector<std::pair<std::string, std::vector<RedFlagKey>>> meanings;
    for (const auto& flag : clinic.reference().redFlags().all()) {
        table.add({flag.key}, flag.key.text(), {spaced(flag.key.text())});
        const auto meaning = uncapitalised(flag.pointsTo);
        const auto known =
            std::ranges::find(meanings, meaning, [](const auto& m) { return m.first; });
        if (known == meanings.end()) {
            meanings.emplace_back(meaning, std::vector{flag.key});
        } else {
            known->second.push_back(flag.key);
        }
    }
    for (auto& [meaning, flags] : meanings) {
        if (table.named(meaning).isUnknown()) { // "sepsis" is a key too
            table.add(std::move(flags), meaning);
        }
    }
    return table;
}

NameTable<FlagState> flagStateTable() {
    NameTable<FlagState> table;
    table.add(FlagState::Raised, "any", {"raised"});
    table.add(FlagState::Unsettled, "unsettled", {"open", "not settled"});
    return table;
}

} // namespace palpate::app
