// SPDX-License-Identifier: MIT
#include "storage/Finder.h"

#include "storage/PatientSearch.h"
#include "storage/SessionScan.h"

#include <unordered_set>

namespace palpate::storage {

namespace {

/// Patients are counted in so many sessions at most.
constexpr int kMostLookedAt = 20'000;

[[nodiscard]] std::size_t sizeOf(const HitPage& page) {
    return static_cast<std::size_t>(std::max(page.limit, 0));
}

} // namespace

SessionPage Finder::sessions(const SessionFilter& filter, const HitPage& page) const {
    SessionPage found;
    seam_.read("searching the sessions", [&] {
        const SessionScan scan{seam_, filter};
        std::vector<HitKey> keys;
        scan.each(page.behind, [&](HitKey key) {
            found.hasMore = keys.size() == sizeOf(page);
            if (!found.hasMore) {
                keys.push_back(key);
            }
            return !found.hasMore;
        });
        for (const auto key : keys) {
            seam_.checkWanted();
            found.hits.push_back(scan.foundAt(key));
        }
    });
    return found;
}

PatientPage Finder::patients(const SessionFilter& filter, const HitPage& page) const {
    PatientPage found;
    seam_.read("searching the patients by their sessions", [&] {
        const SessionScan scan{seam_, filter};
        std::unordered_set<std::int64_t> seen;
        std::vector<std::pair<HitKey, HitCount>> places;
        scan.each(page.behind, [&](HitKey key) {
            const auto patient = scan.patientAt(key);
            if (!seen.insert(patient).second) {
                return true;
            }
            const auto [newest, count] = scan.ofPatient(patient);
            if (newest != key) {
                return true; // on a page before
            }
            found.hasMore = places.size() == sizeOf(page);
            if (!found.hasMore) {
                places.emplace_back(key, count);
            }
            return !found.hasMore;
        });
        for (const auto& [key, count] : places) {
            seam_.checkWanted();
            found.hits.push_back({scan.foundAt(key), count});
        }
    });
    return found;
}

HitCount Finder::countSessions(const SessionFilter& filter) const {
    HitCount found;
    seam_.read("counting the sessions found", [&] { found = SessionScan{seam_, filter}.count(); });
    return found;
}

HitCount Finder::countPatients(const SessionFilter& filter) const {
    HitCount found;
    seam_.read("counting the patients found", [&] {
        const SessionScan scan{seam_, filter};
        std::unordered_set<std::int64_t> seen;
        int lookedAt = 0;
        scan.each({}, [&](HitKey key) {
            if (++lookedAt > kMostLookedAt) {
                found.isMore = true;
                return false;
            }
            seen.insert(scan.patientAt(key));
            found.isMore = seen.size() > static_cast<std::size_t>(kMostCounted);
            return !found.isMore;
        });
        found.count = std::min(static_cast<int>(seen.size()), kMostCounted);
    });
    return found;
}

std::vector<PatientRow> Finder::people(std::string_view text, int limit, PatientScope scope) const {
    std::vector<PatientRow> rows;
    seam_.read("searching the patients", [&] { rows = searchPatients(seam_, text, limit, scope); });
    return rows;
}

} // namespace palpate::storage
