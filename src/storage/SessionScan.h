// SPDX-License-Identifier: MIT
#pragma once

#include "domain/SessionFilter.h"
#include "storage/FilterCheck.h"
#include "storage/ReadSeam.h"
#include "storage/SessionSearch.h"

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <unordered_map>
#include <utility>
#include <vector>

namespace palpate::storage {

/// One search through the sessions, newest first. Made and used inside one read of the seam.
class SessionScan {
public:
    SessionScan(ReadSeam& seam, const SessionFilter& filter);
    /// What older callers ask for: see SessionQuery.
    SessionScan(ReadSeam& seam, const SessionQuery& query);

    /// Each session found that stands behind `behind`, until `take` says false; or `passedOver`,
    /// which is told of each that the index names and looking at it does not find.
    void each(const std::optional<HitKey>& behind, const std::function<bool(HitKey)>& take,
              const std::function<bool()>& passedOver = {}) const;
    struct OfPatient {
        HitKey newest = 0;
        HitCount sessions;
    };
    /// Of each of the patients (row numbers of records that go on): the newest session found and
    /// how many there are, to kMostCountedOfPatient.
    [[nodiscard]] std::unordered_map<std::int64_t, OfPatient>
    ofPatients(const std::vector<std::int64_t>& patients) const;
    /// See Finder::countSessions.
    [[nodiscard]] HitCount count() const;

    /// Row number of the record that goes on.
    [[nodiscard]] std::int64_t patientAt(HitKey key) const;
    [[nodiscard]] SessionHit hitAt(HitKey key) const;
    [[nodiscard]] FoundSession foundAt(HitKey key) const;

private:
    SessionScan(ReadSeam& seam, const SessionFilter& filter, Narrowing narrowing);
    [[nodiscard]] bool isFound(HitKey key) const;
    [[nodiscard]] std::pair<std::int64_t, SessionHit> rowAt(HitKey key) const;

    ReadSeam& seam_;
    Connection& connection_;
    FilterCheck check_;
    std::vector<Wanted> wanted_;
    std::string expression_; ///< empty: every session
    HitKey first_;
    HitKey end_; ///< behind the last
};

} // namespace palpate::storage
