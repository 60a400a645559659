// SPDX-License-Identifier: MIT
#include "storage/Finder.h"

#include "storage/FormSearch.h"
#include "storage/PatientRows.h"
#include "storage/PatientSearch.h"
#include "storage/RecordReading.h"
#include "storage/SessionScan.h"

#include <algorithm>
#include <iterator>
#include <unordered_set>
#include <utility>

namespace palpate::storage {

namespace {

/// Patients are counted in so many sessions at most.
constexpr int kMostLookedAt = 20'000;

[[nodiscard]] std::size_t sizeOf(const HitPage& page) {
    return static_cast<std::size_t>(std::max(page.limit, 0));
}

/// The next patients, each with the newest session behind `behind`, who are not among `seen`.
[[nodiscard]] std::vector<std::pair<HitKey, std::int64_t>>
newPatients(const SessionScan& scan, const std::optional<HitKey>& behind, std::size_t most,
            std::unordered_set<std::int64_t>& seen) {
    std::vector<std::pair<HitKey, std::int64_t>> patients;
    scan.each(behind, [&](HitKey key) {
        const auto patient = scan.patientAt(key);
        if (seen.insert(patient).second) {
            patients.emplace_back(key, patient);
        }
        return patients.size() < most;
    });
    return patients;
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
        const auto wanted = sizeOf(page) + 1; // one more tells that there are more
        std::unordered_set<std::int64_t> seen;
        std::vector<std::pair<HitKey, HitCount>> places;
        auto behind = page.behind;
        for (bool isEnd = false; !isEnd && places.size() < wanted;) {
            const auto next = newPatients(scan, behind, wanted - places.size(), seen);
            isEnd = next.size() < wanted - places.size();
            std::vector<std::int64_t> patients;
            std::ranges::transform(next, std::back_inserter(patients),
                                   [](const auto& one) { return one.second; });
            const auto theirs = scan.ofPatients(patients);
            for (const auto& [key, patient] : next) {
                const auto& [newest, sessions] = theirs.at(patient);
                if (newest == key) { // else it was on a page before
                    places.emplace_back(key, sessions);
                }
                behind = key;
            }
        }
        found.hasMore = places.size() == wanted;
        for (const auto& [key, sessions] : places) {
            seam_.checkWanted();
            if (found.hits.size() < sizeOf(page)) {
                found.hits.push_back({scan.foundAt(key), sessions});
            }
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

PatientId Finder::current(const PatientId& patient) const {
    auto found = patient;
    seam_.read("reading the patient's record",
               [&] { found = currentPatient(seam_.connection(), patient); });
    return found;
}

bool Finder::isClosed(const PatientId& patient) const {
    bool closed = false;
    seam_.read("reading who may open the record",
               [&] { closed = seam_.closedRecords().isClosed(patient); });
    return closed;
}

void Finder::requireOpen(const PatientId& patient) const {
    if (seam_.closedRecords().isClosed(patient)) {
        throw restricted(seam_.connection(), patient);
    }
}

std::optional<Patient> Finder::patient(const PatientId& id) const {
    std::optional<Patient> found;
    seam_.read("reading the patient", [&] {
        requireOpen(id);
        if (auto stored = loadPatient(seam_.connection(), id)) {
            found = std::move(stored->patient);
        }
    });
    return found;
}

std::vector<Case> Finder::casesOf(const PatientId& patient) const {
    std::vector<Case> cases;
    seam_.read("reading the cases", [&] {
        requireOpen(patient);
        cases = casesOfPatient(seam_.connection(), patient);
    });
    return cases;
}

std::vector<StoredDocument> Finder::documentsOf(const PatientId& patient) const {
    std::vector<StoredDocument> documents;
    seam_.read("reading the documents", [&] {
        requireOpen(patient);
        documents = documentsOfPatient(seam_.connection(), patient);
    });
    return documents;
}

std::vector<FormHit> Finder::forms(std::string_view typed, int limit) const {
    return searchForms(seam_, typed, limit);
}

bool Finder::asksForPeople(std::string_view text) const {
    bool asks = false;
    seam_.read("reading a text that is looked for",
               [&] { asks = asksForPatients(text, seam_.tokenizer()); });
    return asks;
}

bool Finder::asksForText(std::string_view text) const {
    bool asks = false;
    seam_.read("reading a text that is looked for",
               [&] { asks = !wantedIn(text, seam_.tokenizer()).empty(); });
    return asks;
}

} // namespace palpate::storage
