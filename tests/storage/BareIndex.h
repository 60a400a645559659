// SPDX-License-Identifier: MIT
#pragma once

#include "storage/Engine.h"
#include "storage/IndexPacking.h"
#include "storage/IndexWords.h"
#include "storage/TestClinic.h"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace palpate::test {

/// A clinic's index of sessions with nothing but what a test writes into it.
class BareIndex {
public:
    explicit BareIndex(const TestClinic& clinic)
        : engine_{clinic.folder(),
                  storage::Credentials{aPractitioner().userName, kPassword},
                  clinic.time.clock,
                  {}} {}

    [[nodiscard]] storage::Connection& connection() { return engine_.connection(); }
    void option(const std::string& name, int value) {
        storage::setIndexOption(connection(), "session_fts", name, value);
    }
    void put(std::int64_t row, const std::string& text) {
        connection()
            .use("INSERT INTO session_fts (rowid, text) VALUES (?1, ?2)")
            .with(row, text)
            .run();
    }
    void remove(std::int64_t row) {
        connection().use("DELETE FROM session_fts WHERE rowid = ?1").with(row).run();
    }
    [[nodiscard]] std::optional<std::vector<std::string>> beginning(const std::string& so) {
        return storage::wordsBeginning(connection(), storage::sessionWords(), so);
    }

private:
    storage::Engine engine_;
};

} // namespace palpate::test
