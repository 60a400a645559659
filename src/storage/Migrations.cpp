// SPDX-License-Identifier: MIT
#include "storage/Migrations.h"

#include "storage/BackupText.h"
#include "storage/Checks.h"
#include "storage/Files.h"
#include "storage/HalfMade.h"

#include <SQLiteCpp/Exception.h>

#include <string>

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

constexpr std::string_view kBeingMade = ".unfinished-";
constexpr std::string_view kTried = "rehearsal-";

void guardRoom(Connection& connection, const std::filesystem::path& backups) {
    constexpr std::uintmax_t kPage = 4096;
    constexpr std::uintmax_t kCopies = 3; // the one that is kept, the one tried on, and the log
    const auto needed =
        static_cast<std::uintmax_t>(connection.pragma("page_count")) * kPage * kCopies;
    std::error_code failure;
    const auto space = std::filesystem::space(backups, failure);
    if (!failure && space.available < needed) {
        throw StorageError{{tr("The disk of {1} is too full to bring the clinic up to date: {2} MB "
                               "are needed, {3} MB are free. Nothing was changed."),
                            {backups.string(), std::to_string(needed / 1'000'000),
                             std::to_string(space.available / 1'000'000)}}};
    }
}

/// A folder that can be opened as a clinic by the program that wrote the older file: same key, same
/// keys.json. Returns it.
std::filesystem::path keepCopy(Connection& connection, int version,
                               const std::filesystem::path& backups, const Clock& clock) {
    if (!std::filesystem::exists(backups)) {
        makeOwnFolder(backups);
    }
    removeLeftOver(backups, kBeingMade);
    guardRoom(connection, backups);
    const auto name = "before-version-" + std::to_string(version + 1) + "-" + stampOf(clock.now());
    auto folder = backups / name;
    for (int more = 2; std::filesystem::exists(folder); ++more) {
        folder = backups / (name + "-" + std::to_string(more));
    }
    IdMaker ids{clock};
    HalfMade made{backups / (name + std::string{kBeingMade} + ids.next().text())};
    const auto copy = made.path() / "clinic.db";
    makeOwnFile(copy);
    auto query = SQLite::Statement{connection.raw(), "VACUUM INTO ?1"}; // keeps the key
    query.bind(1, copy.string());
    query.exec();
    flushFile(copy);
    const auto keys = connection.file().parent_path() / "keys.json";
    if (std::filesystem::exists(keys)) {
        writeOwnFile(made.path() / "keys.json", readFile(keys, 4U << 20U));
    }
    made.moveTo(folder);
    flushFolder(backups);
    return folder;
}

/// Inside a transaction.
void take(Connection& connection, std::span<const Migration> steps,
          const std::function<void(const Migration&)>& afterStep) {
    for (const auto& step : steps) {
        // Read again under the lock: another program may have taken the step meanwhile.
        if (connection.pragma("user_version") >= step.version) {
            continue;
        }
        connection.run(std::string{step.sql});
        connection.run("PRAGMA application_id = " + std::to_string(kApplicationId));
        connection.run("PRAGMA user_version = " + std::to_string(step.version));
        if (afterStep) {
            afterStep(step);
        }
    }
}

[[nodiscard]] std::string firstFault(Connection& connection) {
    const auto pages =
        faultsIn(connection.raw().execAndGet("PRAGMA quick_check(1)").getString(), "ok");
    if (!pages.empty()) {
        return pages.front();
    }
    SQLite::Statement references{connection.raw(), "PRAGMA foreign_key_check"};
    return references.executeStep()
               ? "a row of " + references.getColumn(0).getString() + " refers to nothing"
               : std::string{};
}

/// Throws StorageError, and `kept` is removed then: nothing has happened of which it is the state
/// before.
void tryOn(const std::filesystem::path& kept, std::span<const Migration> steps, const Secret& key,
           const Clock& clock, const std::filesystem::path& file) {
    removeLeftOver(kept.parent_path(), kTried);
    IdMaker ids{clock};
    std::string fault;
    try {
        const HalfMade place{kept.parent_path() / (std::string{kTried} + ids.next().text())};
        copyOwnFile(kept / "clinic.db", place.path() / "clinic.db");
        Connection copy{place.path() / "clinic.db", key, std::chrono::seconds{1}, Sharing::Alone};
        copy.run("PRAGMA foreign_keys = ON; PRAGMA temp_store = MEMORY; PRAGMA synchronous = OFF");
        Step transaction{copy};
        take(copy, steps, {});
        transaction.commit();
        fault = firstFault(copy);
    } catch (const SQLite::Exception& error) {
        fault = error.what();
    } catch (const StorageError& error) {
        fault = error.what();
    }
    if (!fault.empty()) {
        std::error_code ignored; // it says by its name what it is
        std::filesystem::remove_all(kept, ignored);
        throw StorageError{{tr("{1} could not be brought up to date: tried on a copy first, it "
                               "failed ({2}). The clinic is as it was; go on with the older "
                               "program."),
                            {file.string(), fault}}};
    }
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
             const std::function<void(const Migration&)>& afterStep, const Secret* key) {
    guardVersion(connection, steps);
    connection.guarded("bringing the clinic's file up to date", [&] {
        const int version = connection.pragma("user_version");
        const bool isNew = isEmpty(connection);
        if (version == steps.back().version) {
            return;
        }
        if (!isNew) {
            const auto kept = keepCopy(connection, version, backups, clock);
            if (key != nullptr) {
                tryOn(kept, steps, *key, clock, connection.file());
            }
        }
        Step transaction{connection};
        take(connection, steps, isNew ? std::function<void(const Migration&)>{} : afterStep);
        transaction.commit();
    });
}

} // namespace palpate::storage
