// SPDX-License-Identifier: MIT
#include "reference/Factors.h"

#include "reference/EvidenceWords.h"
#include "reference/Table.h"

#include <algorithm>

namespace palpate::reference {

Factors Factors::load(const std::filesystem::path& file, const HomeCare& homeCare,
                      Sources& sources) {
    const Table table{file, sources};
    Factors out;
    for (const auto& [key, name] : table.top().members("groups")) {
        if (!name->is_string()) {
            table.top().refuse("groups", "must give " + key + " a text");
        }
        out.groups_.emplace_back(key, name->get<std::string>());
    }
    for (const auto& row : table.rows("factors", "id")) {
        Factor factor{.key = row.key<FactorKey>("id"),
                      .name = row.text("name"),
                      .group = row.text("group"),
                      .what = row.text("what"),
                      .ask = row.text("ask"),
                      .answeredBy = row.keys<HomeCareKey>("answered_by"),
                      .evidence = row.oneOf<Evidence>("evidence", kEvidences),
                      .sources = row.citedFrom(sources)};
        if (std::ranges::find(out.groups_, factor.group,
                              &std::pair<std::string, std::string>::first) == out.groups_.end()) {
            row.refuse("group", "must be one of the groups above");
        }
        for (const auto& item : factor.answeredBy) {
            if (homeCare.find(item) == nullptr) {
                row.refuse("answered_by", "names " + std::string{item.text()} +
                                              ", which is not in home-care.json");
            }
        }
        place(out.places_, factor.key, out.factors_.size(), row, "id");
        out.factors_.push_back(std::move(factor));
    }
    return out;
}

const Factor* Factors::find(const FactorKey& key) const noexcept {
    return findIn(factors_, places_, key);
}

std::string Factors::groupName(std::string_view group) const {
    const auto found =
        std::ranges::find(groups_, group, &std::pair<std::string, std::string>::first);
    return found != groups_.end() ? found->second : std::string{group};
}

std::vector<HomeCareKey> Factors::answersTo(std::span<const FactorKey> factors) const {
    std::vector<std::pair<HomeCareKey, int>> counted;
    for (const auto& key : factors) {
        const auto* factor = find(key);
        if (factor == nullptr) {
            continue;
        }
        for (const auto& item : factor->answeredBy) {
            const auto known =
                std::ranges::find(counted, item, &std::pair<HomeCareKey, int>::first);
            if (known != counted.end()) {
                ++known->second;
            } else {
                counted.emplace_back(item, 1);
            }
        }
    }
    std::ranges::stable_sort(counted, std::ranges::greater{}, &std::pair<HomeCareKey, int>::second);
    std::vector<HomeCareKey> items;
    for (auto& [item, count] : counted) {
        items.push_back(std::move(item));
    }
    return items;
}

} // namespace palpate::reference
