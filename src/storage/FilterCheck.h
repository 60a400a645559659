// SPDX-License-Identifier: MIT
#pragma once

#include "domain/SessionFilter.h"
#include "storage/Connection.h"
#include "storage/SearchTags.h"
#include "storage/SessionSearch.h"

#include <set>
#include <string>
#include <vector>

namespace palpate::storage {

/// Looks at the rows of a session that the index has named, where its words are wider than the
/// filter: the meaning of domain's `matches` for a finding and a treatment, without loading the
/// session.
class FilterCheck {
public:
    FilterCheck(const SessionFilter& filter, const Narrowing& narrowing);
    [[nodiscard]] bool isNeeded() const noexcept { return checksFinding_ || checksTreatment_; }
    [[nodiscard]] bool holds(Connection& connection, HitKey key) const;

private:
    using Words = std::set<std::string, std::less<>>;
    struct Dose {
        std::string field;
        Range<double> amount;
    };
    [[nodiscard]] bool hasFinding(Connection& connection, HitKey key) const;
    [[nodiscard]] bool hasTreatment(Connection& connection, HitKey key) const;
    [[nodiscard]] bool hasDose(Connection& connection, std::int64_t session, std::int64_t position,
                               const Dose& dose) const;

    bool checksFinding_;
    bool checksTreatment_;
    Words foundMuscles_;
    std::string foundSide_; ///< empty: either
    Words states_;
    Words changes_;
    Range<int> tenderness_;
    Words techniques_;
    Words treatedMuscles_;
    std::string treatedSide_; ///< empty: either
    std::vector<Dose> doses_;
};

} // namespace palpate::storage
