// SPDX-License-Identifier: MIT
#include "storage/Derived.h"

#include "storage/FormSearch.h"
#include "storage/OpenCases.h"
#include "storage/OutcomeSums.h"
#include "storage/SessionReader.h"

#include <algorithm>
#include <array>
#include <string>
#include <vector>

namespace palpate::storage {

namespace {

constexpr int kBatch = 1000;
/// From this version on the words are the same: an index needs the layout only.
constexpr int kSameWordsFrom = 5;
constexpr std::array kIndexes{"session_fts", "patient_fts", "form_fts"};
constexpr int kManyParts = 8; ///< of an index

void setOption(Engine& engine, const std::string& index, const std::string& option, int value) {
    engine.connection().run("INSERT INTO " + index + " (" + index + ", rank) VALUES ('" + option +
                            "', " + std::to_string(value) + ")");
}

/// Every question looks into every part of an index: two of a size become one, where FTS5 by itself
/// waits for four. What is written is written twice as often, in return.
constexpr int kPartsIntoOne = 2;
/// Where several words must stand together, FTS5 jumps to a page of a common word's sessions and
/// reads on from its beginning: a quarter of its usual page halves the time of combined filters.
/// Four of this size, with what FTS5 may add and what SQLite keeps beside each, fill a page of the
/// encrypted file; of 1,000 bytes there is room for three (docs/performance.md).
constexpr int kBytesOfPage = 976;

/// SQLite 3.46's FTS5, when it packs a part of an index because much of it is deleted, may pack one
/// that another packing still writes to; from then on the index can be neither read nor written,
/// and nothing of a session either. Without that kind of packing deleted rows go when their part
/// is packed anyway.
constexpr int kNoPackingOfDeletions = 0;

void setLayout(Engine& engine) {
    setOption(engine, "session_fts", "pgsz", kBytesOfPage);
    for (const std::string index : kIndexes) {
        setOption(engine, index, "deletemerge", kNoPackingOfDeletions);
        setOption(engine, index, "automerge", kPartsIntoOne);
        setOption(engine, index, "usermerge", kPartsIntoOne);
    }
}

/// FTS5 packs what was written as it goes, parts into larger ones, and again those: made in one go,
/// an index would be written many times over. Here its parts are larger and packed once, which also
/// leaves it as fast to search as it can be.
void beginInLargeParts(Engine& engine) {
    constexpr int kBytesInMemory = 64 << 20;
    setOption(engine, "session_fts", "automerge", 0);
    setOption(engine, "session_fts", "hashsize", kBytesInMemory);
}

void pack(Engine& engine, const std::string& index) {
    engine.connection().run("INSERT INTO " + index + " (" + index + ") VALUES ('optimize')");
}

/// As every word that is looked up is sought in each part.
[[nodiscard]] bool isInManyParts(Engine& engine, const std::string& index) {
    auto& file = engine.connection();
    Prepared next{file.raw(), "SELECT min(segid) FROM " + index + "_idx WHERE segid > ?1"};
    std::int64_t last = 0;
    for (int parts = 0; parts <= kManyParts; ++parts) {
        Query row{next};
        if (!row.with(last).next() || row.isNull(0)) {
            return false;
        }
        last = row.integer(0);
    }
    return true;
}

void packParts(Engine& engine) {
    constexpr int kBytesInMemory = 1 << 20; // as FTS5 itself has it
    pack(engine, "session_fts");
    setOption(engine, "session_fts", "automerge", kPartsIntoOne);
    setOption(engine, "session_fts", "hashsize", kBytesInMemory);
}

/// Past FTS5 itself, which can't even open an index whose layout it does not understand. What is
/// written is an empty index as FTS5 writes it: no totals; a layout without levels, segments and
/// writes, whose first row will have the origin 1.
void layEmpty(Engine& engine, const std::string& index) {
    auto& file = engine.connection();
    for (const std::string part : {"_data", "_idx", "_docsize"}) {
        file.run("DELETE FROM " + index + part);
    }
    file.run("INSERT INTO " + index +
             "_data (id, block) VALUES (1, x''), (10, x'00000000FF00000100000001')");
    // Also what this connection remembers of it.
    file.run("INSERT INTO " + index + " (" + index + ") VALUES ('delete-all')");
}

void indexSessions(Engine& engine) {
    std::int64_t after = 0;
    for (;;) {
        const auto sessions = loadSessionsAfter(engine, after, kBatch);
        if (sessions.empty()) {
            return;
        }
        for (const auto& stored : sessions) {
            engine.index().put(stored.searchKey, true, stored.session,
                               settingOf(engine, stored.caseNo));
            after = std::max(after, stored.no);
        }
        engine.index().flush();
    }
}

void indexPatients(Engine& engine) {
    std::int64_t after = 0;
    for (;;) {
        std::vector<std::int64_t> numbers;
        {
            auto rows = engine.use("SELECT no FROM patient WHERE no > ?1 ORDER BY no LIMIT ?2");
            rows.with(after, kBatch);
            while (rows.next()) {
                numbers.push_back(rows.integer(0));
            }
        }
        if (numbers.empty()) {
            return;
        }
        for (const auto no : numbers) {
            engine.index().patientChanged(no, std::nullopt);
        }
        engine.index().flush();
        after = numbers.back();
    }
}

/// All of it, from nothing.
void makeAnew(Engine& engine) {
    for (const auto* index : kIndexes) {
        layEmpty(engine, index);
    }
    setLayout(engine);
    beginInLargeParts(engine);
    indexSessions(engine);
    packParts(engine);
    indexPatients(engine);
    rebuildFormWords(engine);
    rebuildOpenCases(engine);
    rebuildOutcomes(engine);
}

[[nodiscard]] int versionOf(Engine& engine) {
    auto row = engine.use("SELECT version FROM search_state");
    return row.next() ? row.number(0) : 0;
}

} // namespace

bool isScattered(Engine& engine) {
    return std::ranges::any_of(
        kIndexes, [&](const std::string& index) { return isInManyParts(engine, index); });
}

void gather(Engine& engine) {
    constexpr int kPages = 3000; // a few tenths of a second
    for (const std::string index : {"session_fts", "form_fts"}) {
        setOption(engine, index, "merge", kPages);
    }
    if (isInManyParts(engine, "patient_fts")) {
        pack(engine, "patient_fts"); // of 100,000 patients: a second
    }
}

bool isDerivedUpToDate(Engine& engine) {
    return versionOf(engine) >= kDerivedVersion;
}

void bringDerivedUpToDate(Engine& engine) {
    const int version = versionOf(engine);
    if (version >= kDerivedVersion) {
        return;
    }
    if (version < kSameWordsFrom) {
        makeAnew(engine);
    } else {
        setLayout(engine);
        pack(engine, "patient_fts"); // seconds at most
    }
    engine.use("UPDATE search_state SET version = ?1").with(kDerivedVersion).run();
}

} // namespace palpate::storage
