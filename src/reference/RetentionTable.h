// SPDX-License-Identifier: MIT
#pragma once

#include "domain/Retention.h"
#include "reference/Sources.h"

#include <filesystem>
#include <vector>

namespace palpate::reference {

/// retention.json: how long records are kept in some countries, for a clinic to begin with.
class RetentionTable {
public:
    /// Adds the file's sources to `sources`. Throws DataError naming file, row and field.
    [[nodiscard]] static RetentionTable load(const std::filesystem::path& file, Sources& sources);

    /// In the order of the table, by country. The source of each is its citation, with "source not
    /// yet checked" where nobody has opened it.
    [[nodiscard]] const std::vector<RetentionRule>& all() const noexcept { return rules_; }

private:
    std::vector<RetentionRule> rules_;
};

} // namespace palpate::reference
