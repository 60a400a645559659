// SPDX-License-Identifier: MIT
// Making, opening, sharing and leaving a clinic.
#include "domain/Error.h"
#include "storage/TestClinic.h"
#include "storage/UserNames.h"
#include "support/Printing.h"

#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>
#include <catch2/matchers/catch_matchers_exception.hpp>
#include <catch2/matchers/catch_matchers_string.hpp>

#include <sys/stat.h>

#include <fstream>
#include <sstream>

namespace palpate::test {

namespace {

using Catch::Matchers::ContainsSubstring;
using Catch::Matchers::MessageMatches;

[[nodiscard]] unsigned modeOf(const std::filesystem::path& path) {
    struct stat status {};
    REQUIRE(::stat(path.c_str(), &status) == 0);
    return status.st_mode & 0777U;
}

} // namespace

TEST_CASE("a new clinic is readable by its owner alone, and its database by nobody without a key",
          "[storage]") {
    const auto mask = ::umask(GENERATE(0000U, 0022U, 0277U));
    const OpenClinic clinic;
    ::umask(mask);
    CHECK(modeOf(clinic.folder()) == 0700);
    CHECK(modeOf(clinic.folder() / "backups") == 0700);
    CHECK(modeOf(clinic.folder() / "keys.json") == 0600);
    CHECK(modeOf(clinic.database()) == 0600);
    CHECK(modeOf(clinic.folder() / "clinic.db-wal") == 0600); // in use
    CHECK(modeOf(clinic.folder() / "clinic.db-shm") == 0600);
    CHECK(contentOf(clinic.database()).substr(0, 16) != std::string{"SQLite format 3\0", 16});
    CHECK(contentOf(clinic.database()).size() >= 4096);
}

TEST_CASE("nothing of a record can be read from any file while the clinic is in use", "[storage]") {
    const TempFolder temporary;
    ::setenv("TMPDIR", temporary.path().c_str(), 1);
    ::setenv("SQLITE_TMPDIR", temporary.path().c_str(), 1);
    OpenClinic clinic;
    ::unsetenv("TMPDIR");
    ::unsetenv("SQLITE_TMPDIR");
    auto& store = *clinic.store;
    store.atomically([&] { // enough to spill out of the cache of a small sort or journal
        for (std::uint32_t i = 0; i < 300; ++i) {
            store.sessions().begin(aFullSession(i));
        }
    });
    CHECK(store.sessions().search({.text = "knife", .limit = 1000}).size() == 300);
    CHECK(std::filesystem::file_size(clinic.folder() / "clinic.db-wal") > 100'000);

    const std::vector<std::string> secrets{"Kov\xC3\xA1"
                                           "cs",
                                           "kovacs",
                                           "like a knife",
                                           "quadratus",
                                           "SQLite format 3",
                                           "lateral border",
                                           "CREATE TABLE"};
    std::size_t files = 0;
    for (const auto& root : {clinic.folder(), temporary.path()}) {
        for (const auto& entry : std::filesystem::recursive_directory_iterator{root}) {
            if (!entry.is_regular_file()) {
                continue;
            }
            ++files;
            const auto content = contentOf(entry.path());
            for (const auto& secret : secrets) {
                CAPTURE(entry.path(), secret);
                CHECK(content.find(secret) == std::string::npos);
            }
        }
    }
    CHECK(files >= 4); // keys.json, clinic.db, -wal, -shm
    // The scan itself can find: the user's name stands in keys.json.
    CHECK(contentOf(clinic.folder() / "keys.json").find("okafor") != std::string::npos);
}

TEST_CASE("signing in takes the right name and the right password", "[storage]") {
    const TestClinic clinic;
    CHECK(clinic.open("OKAFOR", kPassword)->signedIn() == aPractitioner());
    CHECK_THROWS_AS(clinic.open("okafor", "wrong"), AccessDenied);
    CHECK_THROWS_AS(clinic.open("okafor", ""), AccessDenied);
    CHECK_THROWS_AS(clinic.open("nobody", kPassword), AccessDenied);
    CHECK(clinic.open()->profile() == aClinicProfile());
}

TEST_CASE("who can sign in is told without a password", "[storage]") {
    const TestClinic clinic;
    CHECK(storage::userNames(clinic.folder()) == std::vector<std::string>{"okafor"});
    CHECK_THROWS_AS(storage::userNames(clinic.temp.path() / "nowhere"), StorageError);
    CHECK_THROWS_AS(storage::userNames(clinic.temp.path()),
                    StorageError); // a folder without keys.json
}

TEST_CASE("the standard cost of a password is recorded and works", "[storage]") {
    const TempFolder temp;
    FixedTime time;
    static_cast<void>(storage::createClinic(temp.path() / "c.palpate", aClinicProfile(),
                                            aPractitioner(), kPassword, time.clock, time.ids));
    const auto keys = contentOf(temp.path() / "c.palpate" / "keys.json");
    CHECK_THAT(keys, ContainsSubstring("\"passes\": 3") &&
                         ContainsSubstring("\"memory_kib\": 262144") &&
                         ContainsSubstring("argon2id"));
    CHECK(storage::Store(temp.path() / "c.palpate", storage::Credentials{"okafor", kPassword},
                         time.clock)
              .signedIn() == aPractitioner());
}

SCENARIO("the recovery key opens a clinic whose password is lost", "[storage]") {
    TestClinic clinic;
    GIVEN("the printed key") {
        const auto& text = clinic.recoveryKey.text();
        CHECK(text.size() == 41); // seven groups of five
        CHECK(clinic.recoveryKey.isWellFormed());
        CHECK(contentOf(clinic.folder() / "keys.json").find(text) == std::string::npos);

        THEN("typed in any way it opens, reads, and can't sign") {
            auto typed = text;
            std::ranges::transform(typed, typed.begin(), [](char c) {
                return static_cast<char>(c == '-' ? ' '
                                                  : std::tolower(static_cast<unsigned char>(c)));
            });
            storage::Store store{clinic.folder(), storage::RecoveryKey{typed}, clinic.time.clock};
            store.patients().add(aPatient());
            store.cases().add(aCase());
            store.sessions().begin(aFullSession());
            CHECK_THROWS_AS(store.sessions().sign(aFullSession().id, kNow), AccessDenied);
            CHECK(store.signedIn() == aPractitioner());
            store.practitioners().renewAccess(aPractitioner().id, "a new password",
                                              storage::KdfCost::forTests());
            CHECK_NOTHROW(store.sessions().sign(aFullSession().id, kNow));
            store.signOut();
            CHECK_THROWS_AS(clinic.open(), AccessDenied);
            CHECK(clinic.open("okafor", "a new password")->verify().isSound());
        }
        THEN("a slip of typing is told from a wrong key") {
            auto slip = text;
            slip[3] = slip[3] == '7' ? '8' : '7';
            CHECK_FALSE(storage::RecoveryKey{slip}.isWellFormed());
            CHECK_THROWS_WITH(
                (storage::Store{clinic.folder(), storage::RecoveryKey{slip}, clinic.time.clock}),
                ContainsSubstring("mistyped"));
            const TestClinic other;
            CHECK_THROWS_WITH(
                (storage::Store{clinic.folder(), other.recoveryKey, clinic.time.clock}),
                ContainsSubstring("not the recovery key of this clinic"));
        }
    }
}

TEST_CASE("a password is changed, and the old one ends", "[storage]") {
    const TestClinic clinic;
    auto store = clinic.open();
    CHECK_THROWS_AS(
        store->practitioners().changePassword("wrong", "new", storage::KdfCost::forTests()),
        AccessDenied);
    store->practitioners().changePassword(kPassword, "new", storage::KdfCost::forTests());
    CHECK_THROWS_AS(clinic.open(), AccessDenied);
    CHECK(clinic.open("okafor", "new")->verify().isSound());
    CHECK_NOTHROW(storage::Store{clinic.folder(), clinic.recoveryKey, clinic.time.clock});
}

TEST_CASE("a place that is taken is left alone", "[storage]") {
    TempFolder temp;
    FixedTime time;
    const auto place = temp.path() / "c.palpate";
    const auto create = [&] {
        static_cast<void>(storage::createClinic(place, aClinicProfile(), aPractitioner(), kPassword,
                                                time.clock, time.ids,
                                                storage::KdfCost::forTests()));
    };
    SECTION("a folder with something in it") {
        std::filesystem::create_directory(place);
        std::ofstream{place / "letter.txt"} << "mine";
        CHECK_THROWS_AS(create(), StorageError);
        CHECK(contentOf(place / "letter.txt") == "mine");
    }
    SECTION("a file") {
        std::ofstream{place} << "mine";
        CHECK_THROWS_AS(create(), StorageError);
        CHECK(contentOf(place) == "mine");
    }
    SECTION("an empty folder is used") {
        std::filesystem::create_directory(place);
        create();
        CHECK(std::filesystem::exists(place / "clinic.db"));
        CHECK_THROWS_AS(create(), StorageError);
    }
    SECTION("a clinic that can't be finished leaves nothing") {
        auto nameless = aClinicProfile();
        nameless.name.clear(); // refused by the last step, the rows
        CHECK_THROWS_AS(storage::createClinic(place, nameless, aPractitioner(), kPassword,
                                              time.clock, time.ids, storage::KdfCost::forTests()),
                        StorageError);
        CHECK(std::filesystem::is_empty(temp.path()));
    }
}

SCENARIO("two programs have the same clinic open", "[storage]") {
    OpenClinic clinic;
    const auto other = clinic.open({.patience = std::chrono::milliseconds{50}});
    WHEN("both write in turn") {
        clinic.store->sessions().begin(aFullSession(0));
        other->sessions().apply(aFullSession(0).id, SessionStep{SetPain{PainMoment::Now, pain(1)}});
        clinic.store->sessions().apply(aFullSession(0).id,
                                       SessionStep{SetPain{PainMoment::After, pain(0)}});
        THEN("each sees the other's, and the trail is one chain") {
            CHECK(other->sessions().find(aFullSession(0).id)->painAfter == pain(0));
            CHECK(clinic.store->sessions().find(aFullSession(0).id)->painNow == pain(1));
            CHECK(clinic.store->verify().isSound());
        }
    }
    WHEN("one keeps the file locked for too long") {
        THEN("the other says so, and can read meanwhile") {
            clinic.store->atomically([&] {
                clinic.store->sessions().begin(aFullSession(0));
                CHECK_THROWS_MATCHES(other->patients().add(aPatient(1)), StorageError,
                                     MessageMatches(ContainsSubstring("Another program kept")));
                CHECK(other->patients().find(aPatient().id) == aPatient());
                CHECK(other->sessions().count() == 0);
            });
            CHECK_NOTHROW(other->patients().add(aPatient(1)));
        }
    }
}

SCENARIO("several things are stored together or not at all", "[storage]") {
    OpenClinic clinic;
    auto& store = *clinic.store;
    const auto trail = store.audit().list({}).size();
    WHEN("the work fails") {
        CHECK_THROWS_AS(store.atomically([&] {
            store.patients().add(aPatient(1));
            store.atomically([&] { store.patients().add(aPatient(2)); });
            throw EditRefused{{"stop", {}}};
        }),
                        EditRefused);
        THEN("nothing of it is there, nor in the trail, nor in the index") {
            CHECK(store.patients().count() == 1);
            CHECK(store.audit().list({}).size() == trail);
            CHECK(store.patients().search("kovacs", 10).size() == 1);
        }
    }
    WHEN("an inner part is refused before it wrote, and the outer goes on") {
        store.atomically([&] {
            store.patients().add(aPatient(1));
            CHECK_THROWS_AS(store.sessions().sign(aSession(8).id, kNow), EditRefused);
        });
        THEN("the outer is stored") {
            CHECK(store.patients().count() == 2);
        }
    }
    WHEN("an inner part fails after it wrote, and the outer tries to go on") {
        CHECK_THROWS_AS(store.atomically([&] {
            try {
                store.atomically([&] {
                    store.patients().add(aPatient(1));
                    throw EditRefused{{"stop", {}}};
                });
            } catch (const EditRefused&) {
                store.patients().add(aPatient(2));
            }
        }),
                        StorageError);
        THEN("nothing is stored: half of a thing never is") {
            CHECK(store.patients().count() == 1);
        }
    }
    WHEN("something is added and searched for before it is committed") {
        store.atomically([&] {
            store.patients().add(aPatient(1));
            CHECK(store.patients().search("kovacs", 10).size() == 2);
        });
    }
}

TEST_CASE("after signing out nothing is answered", "[storage]") {
    OpenClinic clinic;
    clinic.store->signOut();
    clinic.store->signOut();
    CHECK_THROWS_AS(clinic.store->patients().search("", 1), AccessDenied);
    CHECK_THROWS_AS(clinic.store->signedIn(), AccessDenied);
    CHECK_THROWS_AS(clinic.store->verify(), AccessDenied);
}

TEST_CASE("only an owner changes the clinic and its people", "[storage]") {
    OpenClinic clinic;
    auto assistant = aPractitioner();
    assistant.id = idOf<PractitionerId>(3);
    assistant.userName = "reception";
    assistant.role = Role::FrontDesk;
    auto& people = clinic.store->practitioners();
    people.add(assistant, "pw", storage::KdfCost::forTests());
    CHECK_THROWS_AS(people.add(assistant, "pw", storage::KdfCost::forTests()), EditRefused);
    CHECK(people.list() == std::vector{aPractitioner(), assistant});
    CHECK(people.byUserName("RECEPTION") == assistant);
    CHECK_FALSE(people.find(idOf<PractitionerId>(9)).has_value());
    auto renamed = aClinicProfile();
    renamed.name = "Southside";
    clinic.store->setProfile(renamed);
    CHECK(clinic.store->profile() == renamed);

    const auto desk = clinic.open("reception", "pw");
    CHECK_THROWS_AS(desk->setProfile(aClinicProfile()), AccessDenied);
    CHECK_THROWS_AS(desk->practitioners().add(assistant, "pw", storage::KdfCost::forTests()),
                    AccessDenied);
    CHECK_THROWS_AS(desk->sessions(), AccessDenied);
    CHECK_THROWS_AS(desk->audit().eraseDetail(1, "curious"), AccessDenied);
    auto fresh = aPatient(1);
    fresh.alerts.reset(); // for those who treat to ask
    CHECK_NOTHROW(desk->patients().add(fresh));
    CHECK(clinic.store->verify().isSound());
}

} // namespace palpate::test
