// SPDX-License-Identifier: MIT
#include "storage/Derived.h"

#include "storage/FormSearch.h"
#include "storage/OpenCases.h"
#include "storage/OutcomeSums.h"
#include "storage/SessionReader.h"

#include <vector>

namespace palpate::storage {

namespace {

constexpr int kBatch = 1000;

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

} // namespace

bool isDerivedUpToDate(Engine& engine) {
    auto row = engine.use("SELECT version FROM search_state");
    return row.next() && row.number(0) >= kDerivedVersion;
}

void bringDerivedUpToDate(Engine& engine) {
    if (isDerivedUpToDate(engine)) {
        return;
    }
    engine.use("INSERT INTO session_fts (session_fts) VALUES ('delete-all')").run();
    engine.use("INSERT INTO patient_fts (patient_fts) VALUES ('delete-all')").run();
    indexSessions(engine);
    indexPatients(engine);
    rebuildFormWords(engine);
    rebuildOpenCases(engine);
    rebuildOutcomes(engine);
    engine.use("UPDATE search_state SET version = ?1").with(kDerivedVersion).run();
}

} // namespace palpate::storage
