// SPDX-License-Identifier: MIT
// What keeps a clinic from being opened or written: one clear sentence each, and nothing changed.
#include "domain/Error.h"
#include "storage/TestClinic.h"
#include "support/Printing.h"

#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>
#include <catch2/matchers/catch_matchers_exception.hpp>
#include <catch2/matchers/catch_matchers_string.hpp>

#include <sys/types.h>
#include <sys/wait.h>
#include <unistd.h>

#include <fstream>

namespace palpate::test {

namespace {

using Catch::Matchers::ContainsSubstring;
using Catch::Matchers::MessageMatches;

void replace(const std::filesystem::path& file, const std::string& what, const std::string& with) {
    auto text = contentOf(file);
    const auto at = text.find(what);
    REQUIRE(at != std::string::npos);
    text.replace(at, what.size(), with);
    std::ofstream{file, std::ios::binary | std::ios::trunc} << text;
}

} // namespace

TEST_CASE("what is no sound clinic is refused with one sentence and stays as it is", "[storage]") {
    TestClinic clinic;
    const auto keys = clinic.folder() / "keys.json";
    const auto size = std::filesystem::file_size(clinic.database());
    std::string expected;
    SECTION("no folder") {
        std::filesystem::remove_all(clinic.folder());
        expected = "There is no clinic at";
    }
    SECTION("no keys.json") {
        std::filesystem::remove(keys);
        expected = "keys.json is missing";
    }
    SECTION("keys.json that is no JSON") {
        replace(keys, "{", "");
        expected = "keys.json is malformed at /";
    }
    SECTION("keys.json with an entry missing") {
        replace(keys, "\"salt\"", "\"pepper\"");
        expected = "malformed at /practitioners/0/kdf/salt";
    }
    SECTION("keys.json with a strange entry") {
        replace(keys, "\"memory_kib\": 8", "\"memory_kib\": \"much\"");
        expected = "malformed at /practitioners/0/kdf/memory_kib";
    }
    SECTION("keys.json that asks for absurd memory") {
        replace(keys, "\"memory_kib\": 8", "\"memory_kib\": 4294967295");
        expected = "makes no sense";
    }
    SECTION("keys.json that asks for nothing") {
        replace(keys, "\"passes\": 1", "\"passes\": 0");
        expected = "makes no sense";
    }
    SECTION("keys.json with a user name of two lines") {
        replace(keys, "\"user\": \"", "\"user\": \"two\\n");
        expected = "malformed at /practitioners/0/user";
    }
    SECTION("keys.json of a newer version") {
        replace(keys, "\"version\": 1", "\"version\": 2");
        expected = "newer Palpate";
    }
    SECTION("no database") {
        std::filesystem::remove(clinic.database());
        expected = "clinic.db is missing";
    }
    SECTION("an empty database") {
        std::filesystem::resize_file(clinic.database(), 0);
        expected = "damaged or cut short";
    }
    SECTION("a database cut in the middle of a page") {
        std::filesystem::resize_file(clinic.database(), size - 100);
        expected = "damaged or cut short";
    }
    SECTION("a database cut between pages") {
        std::filesystem::resize_file(clinic.database(), size - 4096);
        expected = "damaged or cut short";
    }
    SECTION("a database with a page spoilt") {
        std::fstream file{clinic.database(), std::ios::in | std::ios::out | std::ios::binary};
        file.seekp(100);
        file.put('!');
        file.put('?');
        expected = "damaged or cut short";
    }
    SECTION("an unencrypted database of another program") {
        std::ofstream{clinic.database(), std::ios::binary} << std::string{"SQLite format 3\0", 16}
                                                           << std::string(4080, '\0');
        expected = "not encrypted";
    }
    SECTION("an encrypted database of another program") {
        BackDoor{clinic}.run("PRAGMA application_id = 7");
        expected = "was not made by Palpate";
    }
    SECTION("a newer schema") {
        BackDoor{clinic}.run("PRAGMA user_version = 999");
        expected = "newer Palpate";
    }
    SECTION("the keys of another clinic") {
        const TestClinic other;
        std::filesystem::copy_file(other.folder() / "keys.json", keys,
                                   std::filesystem::copy_options::overwrite_existing);
        expected = "damaged or cut short"; // its key does not open this file
    }
    const auto content = [&] {
        return std::filesystem::exists(clinic.database()) ? contentOf(clinic.database()) : "";
    };
    const auto before = content();
    CHECK_THROWS_MATCHES(clinic.open(), StorageError, MessageMatches(ContainsSubstring(expected)));
    const bool isUntouched = content() == before; // not spelled out when it fails
    CHECK(isUntouched);
}

TEST_CASE("a newer schema has its own kind of error", "[storage]") {
    TestClinic clinic;
    BackDoor{clinic}.run("PRAGMA user_version = 999");
    CHECK_THROWS_AS(clinic.open(), SchemaTooNew);
}

TEST_CASE("a folder that can't be written is refused", "[storage]") {
    // Rights mean nothing to root, so root lets a child process without privileges try.
    TestClinic clinic;
    const uid_t user = ::getuid() == 0 ? 65534 : ::getuid();
    for (const auto& path : {clinic.folder(), clinic.database(), clinic.folder() / "keys.json"}) {
        REQUIRE((::getuid() != 0 || ::chown(path.c_str(), user, static_cast<gid_t>(-1)) == 0));
    }
    std::filesystem::permissions(clinic.temp.path(), std::filesystem::perms::others_exec,
                                 std::filesystem::perm_options::add);
    const bool isFolder = GENERATE(true, false);
    std::filesystem::permissions(isFolder ? clinic.folder() : clinic.database(),
                                 std::filesystem::perms::owner_write,
                                 std::filesystem::perm_options::remove);
    const auto child = ::fork();
    REQUIRE(child >= 0);
    if (child == 0) {
        int outcome = 1;
        if (::getuid() == user || ::setuid(user) == 0) {
            try {
                static_cast<void>(clinic.open());
                outcome = 2;
            } catch (const StorageError& error) {
                outcome = std::string{error.what()}.find("can't be") != std::string::npos ? 0 : 3;
            } catch (const std::exception&) {
                outcome = 4;
            }
        }
        ::_exit(outcome);
    }
    int status = 0;
    REQUIRE(::waitpid(child, &status, 0) == child);
    CHECK(WEXITSTATUS(status) == 0);
    std::filesystem::permissions(clinic.folder(), std::filesystem::perms::owner_all,
                                 std::filesystem::perm_options::replace);
}

TEST_CASE("a full disk refuses the edit in one sentence and keeps what was", "[storage]") {
    TestClinic clinic;
    clinic.open()->patients().add(aPatient());
    clinic.open()->cases().add(aCase());
    const auto pages =
        static_cast<std::uint32_t>(std::filesystem::file_size(clinic.database()) / 4096);
    auto store = clinic.open({.pageLimit = pages + 8});
    std::uint32_t stored = 0;
    CHECK_THROWS_MATCHES(
        [&] {
            for (; stored < 500; ++stored) {
                store->sessions().begin(aFullSession(stored));
            }
        }(),
        StorageError, MessageMatches(ContainsSubstring("The disk is full")));
    CHECK(stored < 500);
    CHECK(store->sessions().count() == static_cast<int>(stored));
    CHECK_FALSE(store->sessions().find(aFullSession(stored).id).has_value());
    store = clinic.open();
    CHECK(store->verify().isSound());
    CHECK_NOTHROW(store->sessions().begin(aFullSession(stored)));
}

} // namespace palpate::test
