// SPDX-License-Identifier: MIT
// People come, change and go; keys.json and the database agree after each, and one owner stays.
#include "domain/Error.h"
#include "storage/KeyFile.h"
#include "storage/TestClinic.h"
#include "storage/UserNames.h"
#include "support/Printing.h"

#include <catch2/catch_test_macros.hpp>
#include <catch2/matchers/catch_matchers_string.hpp>

#include <fstream>

namespace palpate::test {

namespace {

using Catch::Matchers::ContainsSubstring;
using storage::KdfCost;

[[nodiscard]] Practitioner aColleague(Role role = Role::Practitioner) {
    return {.id = idOf<PractitionerId>(3),
            .userName = "lindqvist",
            .displayName = "S. Lindqvist",
            .profession = Profession::Chiropractor,
            .role = role,
            .registration = "CH 03186"};
}

constexpr std::string_view kTheirs = "three words of theirs";

/// A clinic with its owner's store open and a colleague.
struct Staff : TestClinic {
    explicit Staff(Role role = Role::Practitioner) : store{open()} {
        people().add(aColleague(role), kTheirs, KdfCost::forTests());
    }
    [[nodiscard]] storage::PractitionerRepository& people() { return store->practitioners(); }
    [[nodiscard]] std::unique_ptr<storage::Store> openTheirs() const {
        return open("lindqvist", kTheirs);
    }
    [[nodiscard]] std::string newestDetail() {
        return store->audit().list({.limit = 1}).front().detail;
    }
    std::unique_ptr<storage::Store> store;
};

} // namespace

TEST_CASE(
    "a practitioner's name, profession, role and number are changed, with the old values kept",
    "[storage][people]") {
    Staff clinic;
    auto changed = aColleague(Role::FrontDesk);
    changed.displayName = "S. Lindqvist-Berg";
    changed.registration = "";
    clinic.people().update(changed);
    CHECK(clinic.people().find(changed.id) == changed);
    CHECK(clinic.newestDetail() == "-name S. Lindqvist\n-role practitioner\n"
                                   "-registration CH 03186\n+name S. Lindqvist-Berg\n"
                                   "+role front_desk\n+registration \n");
    CHECK(clinic.openTheirs()->signedIn() == changed);
    const auto rows = clinic.store->audit().head().count;
    clinic.people().update(changed); // nothing new
    CHECK(clinic.store->audit().head().count == rows);

    auto renamed = changed;
    renamed.userName = "berg";
    CHECK_THROWS_AS(clinic.people().update(renamed), EditRefused);
    auto unknown = changed;
    unknown.id = idOf<PractitionerId>(9);
    CHECK_THROWS_AS(clinic.people().update(unknown), EditRefused);
    CHECK_THROWS_AS(clinic.openTheirs()->practitioners().update(changed), AccessDenied);
    CHECK(clinic.people().find(changed.id) == changed);
}

TEST_CASE("who is disabled does not come in, what they signed stays, and may come back",
          "[storage][people]") {
    Staff clinic;
    clinic.store->patients().add(aPatient());
    clinic.store->cases().add(aCase());
    {
        const auto theirs = clinic.openTheirs();
        auto session = aFullSession();
        session.practitioner = aColleague().id;
        theirs->sessions().begin(session);
        static_cast<void>(theirs->sessions().sign(session.id, kNow));
        theirs->signOut();
    }
    const auto oldKeys = contentOf(clinic.folder() / "keys.json");
    clinic.people().disable(aColleague().id);
    CHECK(clinic.newestDetail() == "+disabled\n");
    CHECK(clinic.people().find(aColleague().id)->isDisabled);
    CHECK(storage::userNames(clinic.folder()) == std::vector<std::string>{"okafor"});
    CHECK_THROWS_AS(clinic.openTheirs(), AccessDenied);
    CHECK(clinic.store->verify().isSound());
    CHECK_THROWS_AS(clinic.people().renewAccess(aColleague().id, "pw", KdfCost::forTests()),
                    EditRefused);

    SECTION("an older keys.json lets them no further than the trail, and is found") {
        std::ofstream{clinic.folder() / "keys.json"} << oldKeys;
        CHECK_THROWS_WITH(clinic.openTheirs(), ContainsSubstring("no longer lets this person"));
        const auto row = clinic.store->audit().list({.limit = 1}).front();
        CHECK(row.kind == storage::AuditKind::FailedSignIn);
        CHECK(row.by == aColleague().id);
        CHECK(row.detail == "disabled\n");
        CHECK_FALSE(clinic.store->verify().isSound());
        clinic.people().disable(aColleague().id);
        CHECK(clinic.store->verify().isSound());
        CHECK(clinic.newestDetail() == "out of keys.json\n");
    }
    SECTION("enabled again they have a new password and a new key") {
        clinic.people().enable(aColleague().id, "a new password", KdfCost::forTests());
        CHECK_THAT(clinic.newestDetail(), ContainsSubstring("-disabled\n+public_key "));
        CHECK_THROWS_AS(clinic.openTheirs(), AccessDenied);
        CHECK(clinic.open("lindqvist", "a new password")->verify().isSound());
        CHECK_THROWS_AS(
            clinic.people().enable(aColleague().id, "a new password", KdfCost::forTests()),
            EditRefused);
    }
}

TEST_CASE("one owner who may sign in always remains", "[storage][people]") {
    Staff clinic{Role::Owner};
    auto me = aPractitioner();
    auto other = aColleague(Role::Owner);
    CHECK_THROWS_AS(clinic.people().disable(me.id), EditRefused); // not oneself
    const auto theirs = clinic.openTheirs();

    SECTION("two owners in two programs can't take each other's place away") {
        other.role = Role::Practitioner;
        clinic.people().update(other);
        me.role = Role::Auditor;
        CHECK_THROWS_AS(theirs->practitioners().update(me), AccessDenied); // no owner any more
        CHECK_THROWS_AS(theirs->practitioners().disable(me.id), AccessDenied);
        CHECK_THROWS_AS(clinic.people().update(me), EditRefused); // the last
    }
    SECTION("a disabled owner is none") {
        clinic.people().disable(other.id);
        me.role = Role::Practitioner;
        CHECK_THROWS_WITH(clinic.people().update(me), ContainsSubstring("without an owner"));
        CHECK_THROWS_AS(theirs->practitioners().renewRecoveryKey(), AccessDenied);
    }
    SECTION("an owner may step down while there is another, and is none from then on") {
        me.role = Role::Practitioner;
        clinic.people().update(me);
        CHECK(clinic.store->signedIn().role == Role::Practitioner);
        CHECK_THROWS_AS(clinic.people().disable(other.id), AccessDenied);
        CHECK(theirs->verify().isSound());
    }
}

TEST_CASE("only owners change people", "[storage][people]") {
    Staff clinic;
    const auto theirs = clinic.openTheirs();
    auto& people = theirs->practitioners();
    auto third = aColleague();
    third.id = idOf<PractitionerId>(4);
    third.userName = "mensah";
    CHECK_THROWS_AS(people.add(third, "pw", KdfCost::forTests()), AccessDenied);
    CHECK_THROWS_AS(people.disable(aPractitioner().id), AccessDenied);
    CHECK_THROWS_AS(people.enable(aPractitioner().id, "pw", KdfCost::forTests()), AccessDenied);
    CHECK_THROWS_AS(people.renewAccess(aPractitioner().id, "pw", KdfCost::forTests()),
                    AccessDenied);
    CHECK_THROWS_AS(people.renewRecoveryKey(), AccessDenied);
    CHECK(clinic.people().list() == std::vector{aPractitioner(), aColleague()});
    CHECK(storage::userNames(clinic.folder()).size() == 2);
    people.changePassword(kTheirs, "their own choice", KdfCost::forTests()); // everybody their own
    CHECK_NOTHROW(clinic.open("lindqvist", "their own choice"));
}

TEST_CASE("a new recovery key ends the old one", "[storage][people]") {
    Staff clinic;
    const auto key = clinic.people().renewRecoveryKey();
    CHECK(key.isWellFormed());
    CHECK(clinic.newestDetail() == "recovery key renewed\n");
    CHECK(contentOf(clinic.folder() / "keys.json").find(key.text()) == std::string::npos);
    CHECK_THROWS_AS((storage::Store{clinic.folder(), clinic.recoveryKey, clinic.time.clock}),
                    AccessDenied);
    storage::Store again{clinic.folder(), key, clinic.time.clock};
    CHECK(again.signedIn() == aPractitioner());
    CHECK(again.verify().isSound());
    CHECK_NOTHROW(clinic.open());
}

TEST_CASE("the recovery key opens for an owner, whoever has left since", "[storage][people]") {
    Staff clinic{Role::Owner};
    const auto theirs = clinic.openTheirs();
    theirs->practitioners().disable(aPractitioner().id); // for whom the key was made
    storage::Store store{clinic.folder(), clinic.recoveryKey, clinic.time.clock};
    CHECK(store.signedIn() == aColleague(Role::Owner));
    CHECK(store.audit().list({.limit = 1}).front().by == aColleague().id);
    CHECK(store.audit().list({.limit = 1}).front().detail == "with the recovery key\n");
    store.practitioners().renewAccess(aColleague().id, "a new password", KdfCost::forTests());
    CHECK_NOTHROW(clinic.open("lindqvist", "a new password"));
}

TEST_CASE("programs that change people at the same time don't undo each other",
          "[storage][people]") {
    Staff clinic{Role::Owner};
    const auto theirs = clinic.openTheirs(); // has read keys.json before what follows
    auto third = aColleague();
    third.id = idOf<PractitionerId>(4);
    third.userName = "mensah";
    clinic.people().add(third, "pw of Mensah", KdfCost::forTests());
    theirs->practitioners().changePassword(kTheirs, "their own choice", KdfCost::forTests());
    CHECK_NOTHROW(clinic.open("mensah", "pw of Mensah"));
    auto fourth = third;
    fourth.id = idOf<PractitionerId>(5);
    CHECK_THROWS_AS(theirs->practitioners().add(fourth, "pw", KdfCost::forTests()), EditRefused);
    CHECK(theirs->verify().isSound());
}

TEST_CASE("a change of people that can't be stored leaves the keys as they were",
          "[storage][people]") {
    TestClinic clinic;
    const auto pages = std::filesystem::file_size(clinic.database()) / 4096;
    const auto store = clinic.open({.pageLimit = static_cast<std::uint32_t>(pages)});
    const auto keys = contentOf(clinic.folder() / "keys.json");
    auto third = aColleague();
    third.registration.assign(100'000, 'x'); // fills the disk
    CHECK_THROWS_AS(store->practitioners().add(third, "pw", KdfCost::forTests()), StorageError);
    CHECK(contentOf(clinic.folder() / "keys.json") == keys);
    CHECK(store->practitioners().list() == std::vector{aPractitioner()});
    CHECK(store->verify().isSound());
}

// keys.json is replaced just before the database commits: what a power cut between the two leaves.
TEST_CASE("who is in keys.json or in the database alone is let in by neither",
          "[storage][people]") {
    Staff clinic;
    const auto file = clinic.folder() / "keys.json";
    auto keys = storage::KeyFile::read(file);
    SECTION("added to keys.json alone") {
        auto third = aColleague();
        third.id = idOf<PractitionerId>(4);
        third.userName = "mensah";
        const auto opened = keys.open(storage::Credentials{"okafor", kPassword});
        keys.put("mensah", third.id, "pw", KdfCost::forTests(), opened.databaseKey,
                 storage::makeSigningKey());
        keys.write(file);
        CHECK_THROWS_AS(clinic.open("mensah", "pw"), AccessDenied);
        CHECK(clinic.store->audit().list({.limit = 1}).front().kind ==
              storage::AuditKind::FailedSignIn);
        clinic.people().add(third, "pw of theirs", KdfCost::forTests()); // once more
        CHECK(clinic.open("mensah", "pw of theirs")->verify().isSound());
    }
    SECTION("taken out of keys.json alone") {
        keys.remove(aColleague().id);
        keys.write(file);
        CHECK_THROWS_AS(clinic.openTheirs(), AccessDenied);
        CHECK(clinic.store->verify().isSound());
        clinic.people().disable(aColleague().id); // once more
        CHECK(clinic.people().find(aColleague().id)->isDisabled);
    }
    SECTION("given a new key in keys.json alone") {
        const auto opened = keys.open(storage::Credentials{"okafor", kPassword});
        keys.put("lindqvist", aColleague().id, "pw", KdfCost::forTests(), opened.databaseKey,
                 storage::makeSigningKey());
        keys.write(file);
        CHECK_THROWS_AS(clinic.open("lindqvist", "pw"), AccessDenied);
        CHECK_FALSE(clinic.store->verify().isSound());
        clinic.people().renewAccess(aColleague().id, "pw of theirs", KdfCost::forTests());
        CHECK(clinic.open("lindqvist", "pw of theirs")->verify().isSound());
    }
}

TEST_CASE("a new password costs what the dearest of the clinic costs", "[storage][people]") {
    Staff clinic;
    CHECK(clinic.people().usualCost() == KdfCost::forTests());
    clinic.people().renewAccess(aColleague().id, kTheirs, {2, 16});
    CHECK(clinic.people().usualCost() == KdfCost{2, 16});
}

} // namespace palpate::test
