// SPDX-License-Identifier: MIT
// What a locked screen leaves in the trail, and who opens it.
#include "app/Locking.h"

#include "app/CoreDumps.h"
#include "app/HandedOver.h"
#include "app/OpenClinic.h"
#include "domain/Error.h"
#include "storage/AuditTrail.h"
#include "storage/Store.h"

#include <catch2/catch_test_macros.hpp>
#include <catch2/matchers/catch_matchers.hpp>

#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <filesystem>

namespace {

using namespace palpate;
using storage::AuditKind;

constexpr const char* kPassword = "a long enough pass phrase";

[[nodiscard]] std::size_t rows(test::OpenClinic& clinic, AuditKind kind) {
    storage::AuditFilter filter;
    filter.kind = kind;
    return clinic->store().audit().list(filter).size();
}

TEST_CASE("the password of who is signed in unlocks, and that is no sign-in", "[locking]") {
    test::OpenClinic clinic;
    const auto signIns = rows(clinic, AuditKind::SignIn);
    app::noteLocked(*clinic, app::LockedBy::Key);
    CHECK_FALSE(app::unlock(*clinic, "a wrong pass phrase"));
    CHECK(rows(clinic, AuditKind::Lock) == 1);
    CHECK(rows(clinic, AuditKind::Unlock) == 0);
    CHECK(app::unlock(*clinic, kPassword));
    CHECK(rows(clinic, AuditKind::Unlock) == 1);
    CHECK(rows(clinic, AuditKind::SignIn) == signIns);
}

TEST_CASE("after a few wrong passwords one has to wait, also with the right one", "[locking]") {
    test::OpenClinic clinic;
    for (int i = 0; i < 4; ++i) {
        try {
            CHECK_FALSE(app::unlock(*clinic, "a wrong pass phrase"));
        } catch (const WaitNeeded& error) {
            clinic.advance(error.wait());
            --i;
        }
    }
    CHECK_THROWS_AS(app::unlock(*clinic, kPassword), WaitNeeded);
    CHECK_THROWS_AS(app::isPassword(*clinic, kPassword), WaitNeeded);
    clinic.advance(std::chrono::minutes{6});
    CHECK(app::unlock(*clinic, kPassword));
    CHECK_FALSE(app::unlock(*clinic, "a wrong pass phrase")); // the count has begun anew
    CHECK(app::unlock(*clinic, kPassword));
}

TEST_CASE("a role that was changed holds from the next lock on", "[locking]") {
    test::OpenClinic clinic;
    const auto jo = clinic.programOfJo();
    auto person = jo->practitioner();
    person.displayName = "Jo Lindqvist-Berg";
    clinic->store().practitioners().update(person);
    CHECK(app::unlock(*jo, kPassword)); // a new name keeps nobody out

    person.role = Role::FrontDesk;
    clinic->store().practitioners().update(person);
    CHECK_FALSE(app::unlock(*jo, "a wrong pass phrase")); // who does not know it learns nothing
    CHECK_THROWS_WITH(app::unlock(*jo, kPassword),
                      "What you may do was changed: you are Front desk now. Sign out, and sign in "
                      "again.");
    CHECK(rows(clinic, AuditKind::Unlock) == 1);
    CHECK(rows(clinic, AuditKind::Refuse) == 1);
    jo->signOut();
    const auto again = clinic.programOfJo();
    CHECK(again->practitioner().role == Role::FrontDesk);
    CHECK(app::unlock(*again, kPassword));
}

TEST_CASE("how the screen locks is stored for everybody, and only by an owner", "[locking]") {
    test::OpenClinic clinic;
    const LockSettings wanted{.idleMinutes = 3, .clipboardSeconds = 30};
    CHECK(app::lockSettings(*clinic) == LockSettings{});
    app::storeLockSettings(*clinic, wanted);
    CHECK(app::lockSettings(*clinic) == wanted);
    CHECK_THROWS_AS(app::storeLockSettings(*clinic, {.idleMinutes = 0}), EditRefused);
    const auto jo = clinic.programOfJo();
    CHECK(app::lockSettings(*jo) == wanted);
    CHECK_THROWS_AS(app::storeLockSettings(*jo, {}), AccessDenied);
    CHECK(app::lockSettings(*clinic) == wanted);
}

TEST_CASE("a process that forbids it leaves no core dump", "[locking]") {
    const pid_t child = fork();
    if (child == 0) { // nothing of the test runs here
        const bool done = app::forbidCoreDumps();
        rlimit limit{1, 1};
        getrlimit(RLIMIT_CORE, &limit);
        const bool holds =
            limit.rlim_cur == 0 && limit.rlim_max == 0 && prctl(PR_GET_DUMPABLE, 0, 0, 0, 0) == 0;
        _exit(done && holds ? 0 : 1);
    }
    int status = -1;
    REQUIRE(waitpid(child, &status, 0) == child);
    CHECK(WIFEXITED(status));
    CHECK(WEXITSTATUS(status) == 0);
}

} // namespace
