// SPDX-License-Identifier: MIT
// Searching beside the window.
#include "storage/TestForms.h"
#include "support/Printing.h"

#include <catch2/catch_test_macros.hpp>

#include <fcntl.h>
#include <sys/wait.h>
#include <unistd.h>

#include <atomic>
#include <thread>

namespace palpate::test {

namespace {

/// Whether another process finds the database locked. Without a lock it takes the clinic for free
/// when it is the last to close, and deletes the log into which the others write.
[[nodiscard]] bool isLockedForOthers(const std::filesystem::path& database) {
    const auto name = database.string();
    const pid_t other = fork();
    if (other == 0) { // only what is safe in a forked child
        struct flock lock {};
        lock.l_type = F_WRLCK;
        lock.l_whence = SEEK_SET; // from the beginning to the end of the file
        const int handle = open(name.c_str(), O_RDWR | O_CLOEXEC);
        const bool isAsked = handle >= 0 && fcntl(handle, F_GETLK, &lock) == 0;
        _exit(isAsked && lock.l_type != F_UNLCK ? 1 : 0);
    }
    int status = 0;
    REQUIRE(waitpid(other, &status, 0) == other);
    REQUIRE(WIFEXITED(status));
    return WEXITSTATUS(status) == 1;
}

} // namespace

SCENARIO("the clinic stays locked while readers and further stores come and go", "[storage]") {
    OpenClinic clinic;
    REQUIRE(isLockedForOthers(clinic.database()));
    WHEN("a reader is opened and closed") {
        auto reader = clinic.store->reader();
        CHECK(isLockedForOthers(clinic.database()));
        (void)reader->finder().countSessions({});
        CHECK(isLockedForOthers(clinic.database()));
        reader.reset();
        CHECK(isLockedForOthers(clinic.database()));
    }
    WHEN("a second store of the same process is opened and closed") {
        auto second = clinic.open();
        CHECK(isLockedForOthers(clinic.database()));
        second.reset();
        CHECK(isLockedForOthers(clinic.database()));
    }
    WHEN("opening is refused") {
        CHECK_THROWS(clinic.open(aPractitioner().userName, "wrong"));
        CHECK(isLockedForOthers(clinic.database()));
    }
    clinic.store->sessions().begin(aSession(0));
    clinic.store.reset();
    CHECK_FALSE(isLockedForOthers(clinic.database()));
}

SCENARIO("a reader sees what the store has committed", "[storage]") {
    OpenClinic clinic;
    const auto reader = clinic.store->reader();
    auto& finder = reader->finder();
    CHECK(finder.countSessions({}).count == 0);
    auto session = aSession(0);
    session.note[0] = written("knee");
    clinic.store->atomically([&] {
        clinic.store->sessions().begin(session);
        CHECK(clinic.store->finder().countSessions({.text = "knee"}).count == 1);
        CHECK(finder.countSessions({.text = "knee"}).count == 0);
    });
    CHECK(finder.countSessions({.text = "knee"}).count == 1);
    CHECK(finder.sessions({.text = "knee"}).hits ==
          clinic.store->finder().sessions({.text = "knee"}).hits);
    CHECK(finder.people("kovacs", 10) == clinic.store->patients().search("kovacs", 10));
}

TEST_CASE("a reader's search on another thread goes on beside the store's writing", "[storage]") {
    OpenClinic clinic;
    clinic.store->sessions().begin(aFullSession(0));
    const auto reader = clinic.store->reader();
    std::atomic<bool> isWritten = false;
    int searched = 0;
    int least = 1000;
    std::jthread beside{[&] {
        while (!isWritten || searched == 0) {
            least = std::min(least, reader->finder().countSessions({.text = "low"}).count);
            ++searched;
        }
    }};
    for (std::uint32_t i = 1; i < 30; ++i) {
        clinic.store->sessions().begin(aFullSession(i));
    }
    isWritten = true;
    beside.join();
    CHECK(searched > 0);
    CHECK(least >= 1);
    CHECK(reader->finder().countSessions({.text = "low"}).count == 30);
}

TEST_CASE("a search that is given up ends, and the next one is whole", "[storage]") {
    OpenClinic clinic;
    clinic.store->atomically([&] {
        for (std::uint32_t i = 0; i < 400; ++i) {
            auto session = aSession(0);
            session.id = idOf<SessionId>(5000 + i);
            session.note[0] = written("knee");
            clinic.store->sessions().begin(session);
        }
    });
    const auto reader = clinic.store->reader();
    reader->interrupt(); // nothing runs yet: the next search is the one
    CHECK_THROWS_AS(reader->finder().countSessions({.text = "knee"}), storage::SearchDropped);
    CHECK(reader->finder().countSessions({.text = "knee"}).count == 400);
    reader->interrupt();
    reader->resume();
    CHECK(reader->finder().countSessions({.text = "knee"}).count == 400);
    std::atomic<int> dropped = 0;
    std::jthread beside{[&](const std::stop_token& enough) {
        while (!enough.stop_requested()) {
            try {
                static_cast<void>(reader->finder().sessions({.text = "knee"}, {.limit = 400}));
            } catch (const storage::SearchDropped&) {
                ++dropped;
            }
        }
    }};
    while (dropped < 20) {
        reader->interrupt();
        std::this_thread::yield();
    }
    beside.request_stop();
    beside.join();
    reader->resume();
    CHECK(reader->finder().sessions({.text = "knee"}, {.limit = 500}).hits.size() == 400);
}

TEST_CASE("there is no reader once signed out", "[storage]") {
    OpenClinic clinic;
    clinic.store->signOut();
    CHECK_THROWS_AS(clinic.store->reader(), AccessDenied);
}

TEST_CASE("what the finder of everything looks through is readable beside the window",
          "[storage]") {
    OpenClinic clinic;
    auto& store = *clinic.store;
    store.forms().begin(aForm());
    store.patients().add(aPatient(1));
    const auto reader = store.reader();
    auto& finder = reader->finder();
    CHECK(finder.patient(aPatient().id) == aPatient());
    CHECK_FALSE(finder.patient(aPatient(7).id).has_value());
    CHECK(finder.casesOf(aPatient().id) == store.cases().ofPatient(aPatient().id));
    CHECK(finder.casesOf(aPatient().id).size() == 1);
    CHECK(finder.documentsOf(aPatient().id).empty());
    CHECK(finder.forms("low back", 5) == store.forms().search("low back", 5));
    CHECK(finder.forms("low back", 5).size() == 1);
    CHECK(finder.current(aPatient().id) == aPatient().id);
    store.patients().merge(aPatient().id, aPatient(1).id); // seen as soon as it is committed
    CHECK(finder.current(aPatient().id) == aPatient(1).id);
    CHECK(finder.casesOf(aPatient(1).id) == store.cases().ofPatient(aPatient(1).id));
    CHECK(finder.forms("low back", 5).at(0).patient == aPatient(1).id);
    reader->interrupt();
    CHECK_THROWS_AS(finder.forms("low", 5), storage::SearchDropped);
    CHECK(finder.forms("low", 5).size() == 1);
}

} // namespace palpate::test
