// SPDX-License-Identifier: MIT
#include "storage/Derived.h"

#include "storage/FormSearch.h"
#include "storage/OpenCases.h"
#include "storage/OutcomeSums.h"
#include "storage/SessionReader.h"

#include <array>
#include <string>
#include <vector>

namespace palpate::storage {

namespace {

constexpr int kBatch = 1000;
constexpr std::array kIndexes{"session_fts", "patient_fts", "form_fts"};

/// SQLite 3.46's FTS5, when it packs a part of an index because much of it is deleted, may pack one
/// that another packing still writes to; from then on the index can be neither read nor written,
/// and nothing of a session either. Without that kind of packing deleted rows go when their part
/// is packed anyway.
void keepFromPackingDeletions(Engine& engine) {
    for (const std::string index : kIndexes) {
        engine.connection().run("INSERT INTO " + index + " (" + index +
                                ", rank) VALUES ('deletemerge', 0)");
    }
}

void setOption(Engine& engine, const std::string& option, int value) {
    engine.connection().run("INSERT INTO session_fts (session_fts, rank) VALUES ('" + option +
                            "', " + std::to_string(value) + ")");
}

/// Where several words must stand together, FTS5 jumps to a page of a common word's sessions and
/// reads on from its beginning. A quarter of its usual page halves the time of combined filters
/// (docs/performance.md).
void takeSmallPages(Engine& engine) {
    constexpr int kBytes = 1000;
    setOption(engine, "pgsz", kBytes);
}

/// FTS5 packs what was written as it goes, four parts into one, and again four of those: made in
/// one go, an index would be written five times over. Here its parts are larger and packed once,
/// which also leaves it as fast to search as it can be.
void beginInLargeParts(Engine& engine) {
    constexpr int kBytesInMemory = 64 << 20;
    setOption(engine, "automerge", 0);
    setOption(engine, "hashsize", kBytesInMemory);
}

/// The options are then as FTS5 itself has them.
void packParts(Engine& engine) {
    constexpr int kPartsIntoOne = 4;
    constexpr int kBytesInMemory = 1 << 20;
    engine.connection().run("INSERT INTO session_fts (session_fts) VALUES ('optimize')");
    setOption(engine, "automerge", kPartsIntoOne);
    setOption(engine, "hashsize", kBytesInMemory);
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
    keepFromPackingDeletions(engine);
    takeSmallPages(engine);
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

bool isDerivedUpToDate(Engine& engine) {
    return versionOf(engine) >= kDerivedVersion;
}

void bringDerivedUpToDate(Engine& engine) {
    if (isDerivedUpToDate(engine)) {
        return;
    }
    makeAnew(engine);
    engine.use("UPDATE search_state SET version = ?1").with(kDerivedVersion).run();
}

} // namespace palpate::storage
