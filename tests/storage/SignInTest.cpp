// SPDX-License-Identifier: MIT
// Wrong passwords are counted, slow the next try down and are told; who may not sign in does not.
#include "domain/Error.h"
#include "storage/FailedSignIns.h"
#include "storage/KeyCheck.h"
#include "storage/TestClinic.h"
#include "support/Printing.h"

#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>
#include <catch2/matchers/catch_matchers_string.hpp>

#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <fstream>

namespace palpate::test {

namespace {

using Catch::Matchers::ContainsSubstring;
using namespace std::chrono_literals;
using storage::FailedSignIns;
using storage::KdfCost;

void failToOpen(const TestClinic& clinic, std::string_view userName, int times) {
    for (int i = 0; i < times; ++i) {
        CHECK_THROWS_AS(clinic.open(userName, "wrong"), AccessDenied);
    }
}

[[nodiscard]] std::chrono::seconds waitOf(const TestClinic& clinic, std::string_view userName) {
    try {
        static_cast<void>(clinic.open(userName, "wrong"));
    } catch (const WaitNeeded& needed) {
        return needed.wait();
    } catch (const AccessDenied&) {
    }
    return 0s;
}

/// The details of the failed sign-ins in the trail, oldest first.
[[nodiscard]] std::vector<std::string> toldOf(storage::Store& store) {
    std::vector<std::string> details;
    for (const auto& row : store.audit().list({.kind = storage::AuditKind::FailedSignIn})) {
        details.insert(details.begin(), row.detail);
    }
    return details;
}

[[nodiscard]] std::filesystem::path countFile(const TestClinic& clinic) {
    return clinic.folder() / "failed-sign-ins.json";
}

} // namespace

TEST_CASE("after three wrong passwords the next has to wait, twice as long each time",
          "[storage][people]") {
    TestClinic clinic;
    failToOpen(clinic, "okafor", 4); // the fourth is the first that costs something
    std::vector<std::int64_t> waits;
    for (int i = 0; i < 10; ++i) {
        const auto wait = waitOf(clinic, "OKAFOR");
        waits.push_back(wait.count());
        CHECK_THROWS_AS(clinic.open(), WaitNeeded); // also the right one
        clinic.time.clock.advance(wait - 1s);
        CHECK(waitOf(clinic, "okafor") == 1s);
        clinic.time.clock.advance(1s);
        failToOpen(clinic, "okafor", 1);
    }
    CHECK(waits == std::vector<std::int64_t>{2, 4, 8, 16, 32, 64, 128, 256, 300, 300});
    SECTION("the right one gets in, and the count begins anew") {
        clinic.time.clock.advance(300s);
        clinic.open()->signOut();
        failToOpen(clinic, "okafor", 3);
        CHECK_NOTHROW(clinic.open());
    }
    SECTION("a clock that was set back keeps nobody out") {
        clinic.time.clock.advance(-24h);
        CHECK_NOTHROW(clinic.open());
    }
    SECTION("a clock that was set back a little does not shorten it") {
        clinic.time.clock.advance(-10s);
        CHECK(waitOf(clinic, "okafor") == 300s);
    }
}

TEST_CASE("a name that the clinic does not know waits like one that it knows",
          "[storage][people]") {
    TestClinic clinic;
    failToOpen(clinic, "sesame", 2);
    failToOpen(clinic, "open", 2);
    CHECK(waitOf(clinic, "third") == 2s);
    CHECK_NOTHROW(clinic.open()); // a name that it knows does not wait for it
    CHECK_THROWS_AS(clinic.open("sesame", "wrong"), AccessDenied);
    CHECK(contentOf(countFile(clinic)).find("sesame") == std::string::npos);
}

TEST_CASE("wrong passwords are told to the trail at the next sign-in, without what was typed",
          "[storage][people]") {
    TestClinic clinic;
    failToOpen(clinic, "okafor", 1);
    CHECK(contentOf(countFile(clinic)).find("wrong") == std::string::npos);
    clinic.open()->signOut();
    clinic.time.clock.advance(60s);
    failToOpen(clinic, "Okafor", 2);
    clinic.time.clock.advance(5s);
    failToOpen(clinic, "okafor", 1);
    failToOpen(clinic, "sesame", 1);
    const auto store = clinic.open();
    CHECK(toldOf(*store) ==
          std::vector<std::string>{"1 wrong password for okafor at 2026-11-23T10:45:00Z\n",
                                   "3 wrong passwords for okafor between 2026-11-23T10:46:00Z and "
                                   "2026-11-23T10:46:05Z\n",
                                   "1 wrong password for a name that the clinic does not know at "
                                   "2026-11-23T10:46:05Z\n"});
    const auto rows = store->audit().list({.kind = storage::AuditKind::FailedSignIn});
    CHECK(rows.back().subjectId == aPractitioner().id.value());
    CHECK(rows.front().subject == storage::AuditSubject::Clinic);
    store->signOut();
    CHECK(toldOf(*clinic.open()).size() == 3); // once each
    CHECK(FailedSignIns{clinic.folder()}.untold().empty());
}

TEST_CASE("each door counts: unlocking, the keys alone, and the old password",
          "[storage][people]") {
    TestClinic clinic;
    auto store = clinic.open();
    CHECK(store->practitioners().isPassword(kPassword));
    CHECK_FALSE(std::filesystem::exists(countFile(clinic))); // a right one leaves no trace
    CHECK_FALSE(store->practitioners().isPassword("wrong"));
    CHECK_FALSE(storage::opensKeys(clinic.folder(), {"okafor", "wrong"}, clinic.time.clock));
    CHECK_THROWS_WITH(store->practitioners().changePassword("wrong", "new", KdfCost::forTests()),
                      ContainsSubstring("The old password is not right"));
    failToOpen(clinic, "okafor", 1);
    CHECK_THROWS_AS(store->practitioners().isPassword(kPassword), WaitNeeded);
    CHECK_THROWS_AS(storage::opensKeys(clinic.folder(), {"okafor", kPassword}, clinic.time.clock),
                    WaitNeeded);
    CHECK_THROWS_AS(store->practitioners().changePassword(kPassword, "new", KdfCost::forTests()),
                    WaitNeeded);
    clinic.time.clock.advance(2s);
    CHECK(store->practitioners().isPassword(kPassword));
    CHECK_FALSE(store->practitioners().isPassword("wrong")); // in a row no more
    CHECK(store->practitioners().isPassword(kPassword));
    CHECK_THAT(toldOf(*clinic.open()).back(), ContainsSubstring("5 wrong passwords for okafor"));
}

TEST_CASE("wrong recovery keys are counted and slowed like wrong passwords, and told",
          "[storage][people]") {
    TestClinic clinic;
    const TestClinic other;
    const auto openWith = [&](const storage::RecoveryKey& key) {
        storage::Store{clinic.folder(), key, clinic.time.clock}.signOut();
    };
    auto slip = clinic.recoveryKey.text();
    slip[3] = slip[3] == '7' ? '8' : '7';
    for (int i = 0; i < 5; ++i) {
        CHECK_THROWS_WITH(openWith(storage::RecoveryKey{slip}), ContainsSubstring("mistyped"));
    }
    CHECK_FALSE(std::filesystem::exists(countFile(clinic))); // a slip is no guess
    for (int i = 0; i < 4; ++i) {
        CHECK_THROWS_WITH(openWith(other.recoveryKey), ContainsSubstring("not the recovery key"));
    }
    CHECK(contentOf(countFile(clinic)).find(other.recoveryKey.text()) == std::string::npos);
    CHECK_THROWS_AS(openWith(clinic.recoveryKey), WaitNeeded); // also the right one
    CHECK_THROWS_WITH(openWith(other.recoveryKey),
                      "Too many wrong recovery keys; try again in 2 seconds.");
    clinic.time.clock.advance(1s);
    CHECK_THROWS_WITH(openWith(clinic.recoveryKey),
                      "Too many wrong recovery keys; try again in 1 second.");

    SECTION("passwords do not wait for them, and the trail is told at the next sign-in") {
        auto store = clinic.open();
        CHECK(toldOf(*store) ==
              std::vector<std::string>{"4 wrong recovery keys between 2026-11-23T10:45:00Z and "
                                       "2026-11-23T10:45:00Z\n"});
        CHECK(store->audit().list({.kind = storage::AuditKind::FailedSignIn}).front().subject ==
              storage::AuditSubject::Clinic);
        CHECK_THROWS_AS(openWith(clinic.recoveryKey), WaitNeeded); // a password ends no wait for it
    }
    SECTION("after the wait the right one opens, and the count begins anew") {
        clinic.time.clock.advance(1s);
        openWith(clinic.recoveryKey);
        for (int i = 0; i < 3; ++i) {
            CHECK_THROWS_AS(openWith(other.recoveryKey), AccessDenied);
        }
        CHECK_NOTHROW(openWith(clinic.recoveryKey));
        CHECK(toldOf(*clinic.open()).size() == 2);
        CHECK(FailedSignIns{clinic.folder()}.untold().empty());
    }
}

TEST_CASE("the count is its owner's alone, and what is no count counts as none",
          "[storage][people]") {
    TestClinic clinic;
    const auto mask = ::umask(0000);
    failToOpen(clinic, "okafor", 4);
    ::umask(mask);
    struct stat status {};
    REQUIRE(::stat(countFile(clinic).c_str(), &status) == 0);
    CHECK((status.st_mode & 0777U) == 0600);
    CHECK(waitOf(clinic, "okafor") == 2s);

    const std::string damaged = GENERATE(
        "", "{", "[]", "null", R"({"format": "palpate-failed-sign-ins", "version": 1})",
        R"({"format": "palpate-failed-sign-ins", "version": 1, "names": [1, {}, {"user": 7}]})",
        R"({"format": "palpate-failed-sign-ins", "version": 1, "names": [{"user": "okafor",
            "in_a_row": 9223372036854775807, "untold": -4, "last": "2026-11-23T10:45:00Z",
            "first_untold": "2026-11-23T10:45:00Z"}]})",
        R"({"format": "palpate-failed-sign-ins", "version": 1, "names": [{"user": "okafor",
            "in_a_row": 5, "untold": 0, "last": "yesterday", "first_untold": ""}]})");
    std::ofstream{countFile(clinic)} << damaged;
    CAPTURE(damaged);
    CHECK(FailedSignIns{clinic.folder()}.wait("okafor", kNow) == 0s);
    failToOpen(clinic, "okafor", 1);
    CHECK(FailedSignIns{clinic.folder()}.untold().front().untold == 1);
    CHECK(clinic.open()->verify().isSound());
}

TEST_CASE("several programs count together", "[storage][people]") {
    const TempFolder folder;
    constexpr int kPrograms = 4;
    constexpr int kTries = 25;
    std::vector<pid_t> programs;
    for (int i = 0; i < kPrograms; ++i) {
        programs.push_back(::fork());
        if (programs.back() == 0) {
            for (int each = 0; each < kTries; ++each) {
                FailedSignIns{folder.path()}.add("okafor", kNow);
            }
            ::_exit(0);
        }
    }
    for (const auto program : programs) {
        int status = -1;
        REQUIRE(::waitpid(program, &status, 0) == program);
        CHECK(status == 0);
    }
    const auto counted = FailedSignIns{folder.path()}.untold();
    REQUIRE(counted.size() == 1);
    CHECK(counted.front().untold == kPrograms * kTries);
}

TEST_CASE("what came while the trail was told is told the next time", "[storage][people]") {
    const TempFolder folder;
    FailedSignIns failed{folder.path()};
    failed.add("okafor", kNow);
    failed.add("lindqvist", kNow);
    const auto first = failed.untold();
    failed.add("okafor", kNow + 5s);
    failed.told(first, "lindqvist");
    REQUIRE(failed.untold().size() == 1);
    CHECK(failed.untold().front() == storage::FailedSignIn{.userName = "okafor",
                                                           .inARow = 2,
                                                           .last = kNow + 5s,
                                                           .untold = 1,
                                                           .firstUntold = kNow});
}

} // namespace palpate::test
