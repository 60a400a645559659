// SPDX-License-Identifier: MIT
#include "storage/Migrations.h"

#include "storage/Files.h"

#include <algorithm>

namespace palpate::storage {

namespace {

/// One transaction that undoes itself unless committed.
class Step {
public:
    explicit Step(Connection& connection) : connection_{connection} { connection_.begin(true); }
    Step(const Step&) = delete;
    Step& operator=(const Step&) = delete;
    ~Step() {
        if (!done_) {
            connection_.rollback();
        }
    }
    void commit() {
        connection_.commit();
        done_ = true;
    }

private:
    Connection& connection_;
    bool done_ = false;
};

/// A folder that can be opened as a clinic by the program that wrote the older file: same key, same
/// keys.json.
void keepCopy(Connection& connection, int version, const std::filesystem::path& backups,
              const Clock& clock) {
    auto stamp = isoInstant(clock.now());
    std::erase_if(stamp, [](char c) { return c == ':' || c == '-'; });
    const auto folder = backups / ("before-version-" + std::to_string(version + 1) + "-" + stamp);
    if (!std::filesystem::exists(backups)) {
        makeOwnFolder(backups);
    }
    makeOwnFolder(folder);
    const auto copy = folder / "clinic.db";
    makeOwnFile(copy);
    auto query = SQLite::Statement{connection.raw(), "VACUUM INTO ?1"}; // keeps the key
    query.bind(1, copy.string());
    query.exec();
    const auto keys = connection.file().parent_path() / "keys.json";
    if (std::filesystem::exists(keys)) {
        writeOwnFile(folder / "keys.json", readFile(keys, 4U << 20U));
    }
    flushFolder(folder);
}

} // namespace

bool isEmpty(Connection& connection) {
    return connection.pragma("application_id") == 0 && connection.pragma("user_version") == 0 &&
           connection.raw().execAndGet("SELECT count(*) FROM sqlite_master").getInt() == 0;
}

void guardVersion(Connection& connection, std::span<const Migration> steps) {
    connection.guarded("reading the version of the clinic's file", [&] {
        const int version = connection.pragma("user_version");
        const int latest = steps.back().version;
        if (isEmpty(connection)) {
            return;
        }
        if (connection.pragma("application_id") != kApplicationId) {
            throw StorageError{{tr("{1} was not made by Palpate; nothing was changed."),
                                {connection.file().string()}}};
        }
        if (version > latest) {
            throw SchemaTooNew{
                {tr("{1} was written by a newer Palpate (version {2} of its tables, this program "
                    "knows "
                    "{3}); nothing was changed. Install the newer program."),
                 {connection.file().string(), std::to_string(version), std::to_string(latest)}}};
        }
    });
}

void migrate(Connection& connection, std::span<const Migration> steps,
             const std::filesystem::path& backups, const Clock& clock,
             const std::function<void(const Migration&)>& afterStep) {
    guardVersion(connection, steps);
    connection.guarded("bringing the clinic's file up to date", [&] {
        const int version = connection.pragma("user_version");
        const bool isNew = isEmpty(connection);
        if (version == steps.back().version) {
            return;
        }
        if (!isNew) {
            keepCopy(connection, version, backups, clock);
        }
        for (const auto& step : steps) {
            Step transaction{connection};
            // Read again under the lock: another program may have taken the step meanwhile.
            if (connection.pragma("user_version") >= step.version) {
                continue;
            }
            connection.run(std::string{step.sql});
            connection.run("PRAGMA application_id = " + std::to_string(kApplicationId));
            connection.run("PRAGMA user_version = " + std::to_string(step.version));
            if (!isNew && afterStep) {
                afterStep(step);
            }
            transaction.commit();
        }
    });
}

} // namespace palpate::storage
