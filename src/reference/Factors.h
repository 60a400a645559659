// SPDX-License-Identifier: MIT
#pragma once

#include "domain/CarePlan.h"
#include "domain/Id.h"
#include "reference/HomeCare.h"
#include "reference/Sources.h"

#include <filesystem>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace palpate::reference {

using palpate::FactorKey;

/// What may keep muscles tight, and what can be done about it.
struct Factor {
    FactorKey key;
    std::string name;
    std::string group; ///< key of a group: "mechanical"
    std::string what;
    std::string ask;                     ///< the question to the person
    std::vector<HomeCareKey> answeredBy; ///< home care that answers it; the first ones first
    Evidence evidence = Evidence::Weak;  ///< that it matters; say so where it is weak
    std::vector<SourceKey> sources;
    friend bool operator==(const Factor&, const Factor&) = default;
};

/// factors.json.
class Factors {
public:
    /// Adds the file's sources to `sources`. Throws DataError naming file, row and field, also for
    /// home care that is not in its table.
    [[nodiscard]] static Factors load(const std::filesystem::path& file, const HomeCare& homeCare,
                                      Sources& sources);

    /// In the order of the table.
    [[nodiscard]] const std::vector<Factor>& all() const noexcept { return factors_; }
    /// nullptr when there is none. It lives as long as this table.
    [[nodiscard]] const Factor* find(const FactorKey& key) const noexcept;
    /// "Mechanical" of "mechanical"; the key itself when there is none.
    [[nodiscard]] std::string groupName(std::string_view group) const;
    /// The home care that answers any of them, each once: what answers most of them first, then in
    /// the order in which the factors name it.
    [[nodiscard]] std::vector<HomeCareKey> answersTo(std::span<const FactorKey> factors) const;

private:
    std::vector<Factor> factors_;
    std::vector<std::pair<std::string, std::string>> groups_;
    std::unordered_map<FactorKey, std::size_t> places_;
};

} // namespace palpate::reference
