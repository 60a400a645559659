// SPDX-License-Identifier: MIT
#include "storage/Derived.h"

#include "storage/AskOn.h"
#include "storage/FormSearch.h"
#include "storage/IndexPacking.h"
#include "storage/OpenCases.h"
#include "storage/OutcomeSums.h"
#include "storage/SessionReader.h"

#include <algorithm>
#include <string>
#include <vector>

namespace palpate::storage {

namespace {

constexpr int kBatch = 1000;
/// From this version on the words are the same: an index needs the layout only.
constexpr int kSameWordsFrom = 5;

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

void setLayout(Connection& connection) {
    setIndexOption(connection, "session_fts", "pgsz", kBytesOfPage);
    for (const std::string index : kFullTextIndexes) {
        setIndexOption(connection, index, "deletemerge", kNoPackingOfDeletions);
        setIndexOption(connection, index, "automerge", kPartsIntoOne);
        setIndexOption(connection, index, "usermerge", kPartsIntoOne);
    }
}

/// FTS5 packs what was written as it goes, parts into larger ones, and again those: made in one go,
/// an index would be written many times over. Here its parts are larger and packed once, which also
/// leaves it as fast to search as it can be.
void beginInLargeParts(Connection& connection) {
    constexpr int kBytesInMemory = 64 << 20;
    setIndexOption(connection, "session_fts", "automerge", 0);
    setIndexOption(connection, "session_fts", "hashsize", kBytesInMemory);
}

void packParts(Connection& connection) {
    constexpr int kBytesInMemory = 1 << 20; // as FTS5 itself has it
    packWhole(connection, "session_fts");
    setIndexOption(connection, "session_fts", "automerge", kPartsIntoOne);
    setIndexOption(connection, "session_fts", "hashsize", kBytesInMemory);
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

[[nodiscard]] std::int64_t lastOf(Engine& engine, std::string_view newest) {
    auto row = engine.use(newest);
    return row.next() && !row.isNull(0) ? row.integer(0) : 0;
}

void indexSessions(Engine& engine, const GoesOn& goesOn) {
    const auto last = lastOf(engine, "SELECT max(no) FROM session");
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
        askOn(goesOn, static_cast<double>(after) / static_cast<double>(std::max(after, last)));
    }
}

void indexPatients(Engine& engine, const GoesOn& goesOn) {
    const auto last = lastOf(engine, "SELECT max(no) FROM patient");
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
        askOn(goesOn, static_cast<double>(after) / static_cast<double>(std::max(after, last)));
    }
}

/// All of it, from nothing.
void makeAnew(Engine& engine) {
    for (const auto* index : kFullTextIndexes) {
        layEmpty(engine, index);
    }
    setLayout(engine.connection());
    beginInLargeParts(engine.connection());
    // As long as each took with a million sessions, about.
    constexpr double kSessions = 0.75;
    constexpr double kPacked = 0.9;
    const auto& goesOn = engine.options().whileIndexing;
    indexSessions(engine, partOf(goesOn, 0.0, kSessions));
    packParts(engine.connection());
    indexPatients(engine, partOf(goesOn, kPacked, 1.0));
    rebuildFormWords(engine);
    rebuildOpenCases(engine);
    rebuildOutcomes(engine);
}

[[nodiscard]] int versionOf(Engine& engine) {
    auto row = engine.use("SELECT version FROM search_state");
    return row.next() ? row.number(0) : 0;
}

} // namespace

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
        setLayout(engine.connection());
        packWhole(engine.connection(), "patient_fts"); // seconds at most
    }
    engine.use("UPDATE search_state SET version = ?1").with(kDerivedVersion).run();
}

} // namespace palpate::storage
