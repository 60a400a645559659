// SPDX-License-Identifier: MIT
#pragma once

#include "storage/Store.h"
#include "support/Builders.h"
#include "support/TempFolder.h"

#include <filesystem>
#include <memory>
#include <string>
#include <string_view>

namespace palpate::test {

inline constexpr std::string_view kPassword = "correct horse battery staple";

/// A real encrypted clinic in a temporary folder, owned by aPractitioner(), whose keys cost nothing
/// to derive.
class TestClinic {
public:
    TestClinic()
        : recoveryKey{storage::createClinic(folder(), aClinicProfile(), aPractitioner(), kPassword,
                                            time.clock, time.ids, storage::KdfCost::forTests())} {}

    [[nodiscard]] std::filesystem::path folder() const { return temp.path() / "northside.palpate"; }
    [[nodiscard]] std::filesystem::path database() const { return folder() / "clinic.db"; }
    [[nodiscard]] std::unique_ptr<storage::Store> open(storage::OpenOptions options = {}) const {
        return open(aPractitioner().userName, kPassword, std::move(options));
    }
    [[nodiscard]] std::unique_ptr<storage::Store> open(std::string_view userName,
                                                       std::string_view password,
                                                       storage::OpenOptions options = {}) const {
        return std::make_unique<storage::Store>(folder(), storage::Credentials{userName, password},
                                                time.clock, std::move(options));
    }

    TempFolder temp;
    FixedTime time;
    storage::RecoveryKey recoveryKey;
};

/// The same with Ana Kovács, her case, and the store open.
class OpenClinic : public TestClinic {
public:
    explicit OpenClinic(storage::OpenOptions options = {}) : store{open(std::move(options))} {
        store->patients().add(aPatient());
        store->cases().add(aCase());
    }

    std::unique_ptr<storage::Store> store;
};

/// Every kind of field filled: what goes in must come out.
[[nodiscard]] Session aFullSession(std::uint32_t number = 0);

/// The same as earlier versions of the tables knew it: without all that makes a session one of
/// version 3 of the canonical form.
[[nodiscard]] Session withoutCharting(Session session);

/// The bytes of a file.
[[nodiscard]] std::string contentOf(const std::filesystem::path& file);

/// The database file by its key, past all of the room's own doors: what an attacker with the
/// password could do.
class BackDoor {
public:
    explicit BackDoor(const TestClinic& clinic);
    ~BackDoor();
    BackDoor(const BackDoor&) = delete;
    BackDoor& operator=(const BackDoor&) = delete;
    /// Throws std::runtime_error with SQLite's words when the database refuses.
    void run(const std::string& sql);
    /// The first column of the first row, as text.
    [[nodiscard]] std::string ask(const std::string& sql);

private:
    struct Handle;
    std::unique_ptr<Handle> handle_;
};

/// So that what only a trigger forbids can be done.
void dropTriggers(BackDoor& door);

} // namespace palpate::test
