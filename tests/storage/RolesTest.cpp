// SPDX-License-Identifier: MIT
// What the front desk and an auditor get of a clinic, whatever a program asks for.
#include "domain/Error.h"
#include "storage/TestClinic.h"
#include "support/Printing.h"

#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>
#include <catch2/matchers/catch_matchers_string.hpp>

namespace palpate::test {

namespace {

using Catch::Matchers::ContainsSubstring;
using storage::AuditKind;

/// Ana Kovács with everything known of her, and a person of that role signed in.
class RoleClinic : public OpenClinic {
public:
    explicit RoleClinic(Role role) : ana{aPatient()} {
        ana.phone = "020 7946 0321";
        ana.note = "Prefers mornings.";
        ana.hand = Hand::Left;
        ana.alerts = std::vector<Alert>{{key<AlertKey>("anticoagulation"), "apixaban"}};
        ana.allergies = std::vector<Allergy>{{"latex", "rash"}};
        ana.physician = {"Dr M. Patel", "Mill Lane", "020 7946 0999"};
        store->patients().update(ana);
        auto person = aPractitioner();
        person.id = idOf<PractitionerId>(7);
        person.userName = "somebody";
        person.role = role;
        store->practitioners().add(person, kPassword, storage::KdfCost::forTests());
        theirs = open(person.userName, kPassword);
    }

    Patient ana;
    std::unique_ptr<storage::Store> theirs;
};

[[nodiscard]] int refusals(storage::Store& store) {
    return static_cast<int>(store.audit().list({.kind = AuditKind::Refuse}).size());
}

} // namespace

TEST_CASE("what is clinical does not come out of the store for whoever does not treat",
          "[storage][roles]") {
    RoleClinic clinic{GENERATE(Role::FrontDesk, Role::Auditor)};
    auto& store = *clinic.theirs;
    CHECK_THROWS_AS(store.cases(), AccessDenied);
    CHECK_THROWS_AS(store.sessions(), AccessDenied);
    CHECK_THROWS_AS(store.contactNotes(), AccessDenied);
    CHECK_THROWS_AS(store.documents(), AccessDenied);
    CHECK_THROWS_AS(store.disclosures(), AccessDenied);
    CHECK_THROWS_AS(store.forms(), AccessDenied);
    CHECK_THROWS_AS(store.screenings(), AccessDenied);
    CHECK_THROWS_AS(store.carePlans(), AccessDenied);
    CHECK_THROWS_AS(store.unfinishedTexts(), AccessDenied);
    CHECK_THROWS_AS(store.savedSearches(), AccessDenied);
    CHECK_THROWS_AS(store.amendments(), AccessDenied);
    CHECK_THROWS_AS(store.finder(), AccessDenied);
    CHECK_THROWS_AS(store.reader(), AccessDenied);
    CHECK_THROWS_AS(store.outcomes(), AccessDenied);
    auto& lists = store.worklists();
    CHECK_THROWS_AS(lists.drafts(5), AccessDenied);
    CHECK_THROWS_AS(lists.ratedBefore(kNow, 5), AccessDenied);
    CHECK_THROWS_AS(lists.homeCareAskedBefore(kNow, 5), AccessDenied);
    CHECK_THROWS_AS(lists.unseenSince(kNow, *parseIsoDate("2026-11-23"), 5), AccessDenied);
    CHECK_THROWS_AS(lists.reviewsDue(*parseIsoDate("2026-11-23"), 5), AccessDenied);
    CHECK_THROWS_AS(lists.flagsUnsettled({}, 5), AccessDenied);
    for (const auto& row : store.patients().search({}, 10)) {
        CHECK(row.openComplaint.empty());
    }
    CHECK_FALSE(clinic.store->patients().search({}, 10).at(0).openComplaint.empty());
    CHECK_THROWS_AS(store.patients().archive(clinic.ana.id), AccessDenied);
    CHECK_THROWS_AS(store.patients().merge(clinic.ana.id, clinic.ana.id), AccessDenied);
    CHECK_THROWS_AS(store.patients().unmerge(clinic.ana.id), AccessDenied);
    CHECK(clinic.store->verify().isSound());
}

TEST_CASE("the front desk changes who a patient is, and what it does not see stays",
          "[storage][roles]") {
    RoleClinic clinic{Role::FrontDesk};
    auto& patients = clinic.theirs->patients();
    const auto seen = patients.open(clinic.ana.id);
    REQUIRE(seen);
    CHECK(seen->familyName == clinic.ana.familyName);
    CHECK(seen->phone == clinic.ana.phone);
    CHECK_FALSE(seen->alerts.has_value());
    CHECK_FALSE(seen->allergies.has_value());
    CHECK(seen->consents.empty());
    CHECK(seen->note.empty());
    CHECK(seen->physician == Contact{});
    CHECK(seen->hand == Hand::NotAsked);
    CHECK(patients.find(clinic.ana.id) == seen);
    SECTION("a new number is stored, with everything clinical as it was") {
        auto changed = *seen;
        changed.phone = "020 7946 0777";
        patients.update(changed, *seen);
        auto wanted = clinic.ana;
        wanted.phone = changed.phone;
        CHECK(clinic.store->patients().find(clinic.ana.id) == wanted);
        const auto row = clinic.store->audit().list({.limit = 1}).at(0);
        CHECK(row.kind == AuditKind::Change);
        CHECK_THAT(row.detail, ContainsSubstring("0777"));
        CHECK_THAT(row.detail, !ContainsSubstring("apixaban"));
    }
    SECTION("an alert that a colleague adds meanwhile is none of the desk's business") {
        auto treated = clinic.ana;
        treated.alerts->push_back({key<AlertKey>("pregnancy"), {}});
        clinic.store->patients().update(treated);
        auto changed = *seen;
        changed.occupation = "teacher";
        CHECK_NOTHROW(patients.update(changed, *seen));
        CHECK(clinic.store->patients().find(clinic.ana.id)->alerts == treated.alerts);
    }
    SECTION("a name that a colleague changes meanwhile is") {
        auto renamed = clinic.ana;
        renamed.familyName = "Kovács-Nagy";
        clinic.store->patients().update(renamed);
        CHECK_THROWS_AS(patients.update(*seen, *seen), RecordChanged);
    }
    SECTION("something clinical is refused, not dropped") {
        auto changed = *seen;
        changed.note = "cheeky";
        CHECK_THROWS_AS(patients.update(changed, *seen), AccessDenied);
        auto fresh = aPatient(5);
        fresh.alerts.emplace();
        CHECK_THROWS_AS(patients.add(fresh), AccessDenied);
        CHECK(clinic.store->patients().find(clinic.ana.id) == clinic.ana);
        CHECK_FALSE(clinic.store->patients().find(fresh.id));
    }
    CHECK_THROWS_AS(clinic.theirs->audit().list({}), AccessDenied);
    CHECK(clinic.store->verify().isSound());
}

TEST_CASE("an auditor reads names and the trail, and changes nothing", "[storage][roles]") {
    RoleClinic clinic{Role::Auditor};
    auto& patients = clinic.theirs->patients();
    const auto seen = patients.find(clinic.ana.id);
    REQUIRE(seen);
    CHECK(fullName(*seen) == fullName(clinic.ana));
    CHECK(seen->phone.empty());
    CHECK(seen->note.empty());
    CHECK_FALSE(clinic.theirs->audit().list({}).empty());
    CHECK_THROWS_AS(patients.add(aPatient(5)), AccessDenied);
    CHECK_THROWS_AS(patients.update(*seen), AccessDenied);
    CHECK_THROWS_AS(clinic.theirs->worklists().begun(kNow, kNow, 5), AccessDenied);
    CHECK(clinic.store->patients().find(clinic.ana.id) == clinic.ana);
}

TEST_CASE("the front desk sees who comes, and not for what", "[storage][roles]") {
    RoleClinic clinic{Role::FrontDesk};
    auto session = aSession();
    session.nextVisit = parseIsoDate("2026-11-30");
    clinic.store->sessions().begin(session);
    using std::chrono::hours;
    const auto begun =
        clinic.theirs->worklists().begun(session.startedAt, session.startedAt + hours{1}, 5);
    REQUIRE(begun.rows.size() == 1);
    CHECK(begun.rows[0].familyName == clinic.ana.familyName);
    CHECK(begun.rows[0].complaint.empty());
    const auto agreed = clinic.theirs->worklists().agreedFor(*session.nextVisit, 5);
    REQUIRE(agreed.rows.size() == 1);
    CHECK(agreed.rows[0].complaint.empty());
}

TEST_CASE("refusals are told in the trail, the same one once a minute", "[storage][roles]") {
    RoleClinic clinic{Role::FrontDesk};
    auto& audit = clinic.theirs->audit();
    for (int i = 0; i < 50; ++i) {
        audit.recordRefusal(clinic.ana.id, "to read what is clinical");
    }
    CHECK(refusals(*clinic.store) == 1);
    const auto row = clinic.store->audit().list({.kind = AuditKind::Refuse}).at(0);
    CHECK(row.by == idOf<PractitionerId>(7));
    CHECK(row.patient == clinic.ana.id);
    CHECK(row.detail == "refused to read what is clinical\n");
    SECTION("of another act, another record, or by another person it is another one") {
        audit.recordRefusal(clinic.ana.id, "to write in a record");
        audit.recordRefusal({}, "to read what is clinical");
        clinic.store->audit().recordRefusal(clinic.ana.id, "to read what is clinical");
        CHECK(refusals(*clinic.store) == 4);
    }
    SECTION("and after a minute it is told again") {
        clinic.time.clock.advance(std::chrono::seconds{59});
        audit.recordRefusal(clinic.ana.id, "to read what is clinical");
        CHECK(refusals(*clinic.store) == 1);
        clinic.time.clock.advance(std::chrono::seconds{2});
        audit.recordRefusal(clinic.ana.id, "to read what is clinical");
        CHECK(refusals(*clinic.store) == 2);
    }
    CHECK(clinic.store->verify().isSound());
}

TEST_CASE("what an owner changes of a person holds at once in the program they are in",
          "[storage][roles]") {
    RoleClinic clinic{GENERATE(Role::Owner, Role::Practitioner)};
    auto& theirs = *clinic.theirs;
    auto person = theirs.signedIn();
    const auto reader = theirs.reader();
    CHECK_NOTHROW(theirs.sessions());
    CHECK(reader->finder().people("kov", 5).size() == 1);
    SECTION("with another role they do no more than it allows, and the trail is told") {
        person.role = GENERATE(Role::FrontDesk, Role::Auditor);
        clinic.store->practitioners().update(person);
        CHECK_THROWS_AS(theirs.sessions(), AccessDenied);
        CHECK_THROWS_AS(theirs.setProfile(aClinicProfile()), AccessDenied);
        CHECK_THROWS_AS(reader->finder().people("kov", 5), AccessDenied);
        CHECK(theirs.signedIn().role == person.role);
        CHECK(refusals(*clinic.store) == 2);
        CHECK(clinic.store->audit().list({.kind = AuditKind::Refuse}).at(0).by == person.id);
    }
    SECTION("who may not sign in any more is refused everything but signing out") {
        clinic.store->practitioners().disable(person.id);
        const auto isTold = ContainsSubstring("no longer lets you sign in");
        CHECK_THROWS_WITH(theirs.patients().search({}, 10), isTold);
        CHECK_THROWS_WITH(theirs.patients().update(clinic.ana), isTold);
        CHECK_THROWS_WITH(theirs.sessions(), isTold);
        CHECK_THROWS_WITH(theirs.verify(), isTold);
        CHECK_THROWS_WITH(theirs.copier(), isTold);
        CHECK_THROWS_WITH(theirs.practitioners().isPassword(kPassword), isTold);
        CHECK_THROWS_WITH(reader->finder().people("kov", 5), isTold);
        CHECK(refusals(*clinic.store) == 1);
        theirs.signOut();
        const auto last = clinic.store->audit().list({.limit = 1}).at(0);
        CHECK(last.kind == AuditKind::SignOut);
        CHECK(last.by == person.id);
    }
    CHECK(clinic.store->verify().isSound());
}

TEST_CASE("an owner who is one no more changes nothing that only owners may", "[storage][roles]") {
    RoleClinic clinic{Role::Owner};
    auto person = clinic.theirs->signedIn();
    person.role = Role::Practitioner;
    clinic.store->practitioners().update(person);
    CHECK_NOTHROW(clinic.theirs->sessions());
    CHECK_THROWS_AS(clinic.theirs->setProfile(aClinicProfile()), AccessDenied);
    person.role = Role::Owner;
    CHECK_THROWS_AS(clinic.theirs->practitioners().update(person), AccessDenied);
    CHECK(clinic.store->practitioners().find(person.id)->role == Role::Practitioner);
    CHECK(refusals(*clinic.store) == 1); // the same refusal twice
}

TEST_CASE("what is refused in the midst of a change is told after it was undone",
          "[storage][roles]") {
    RoleClinic clinic{Role::FrontDesk};
    auto& store = *clinic.theirs;
    auto renamed = *store.patients().find(clinic.ana.id);
    renamed.preferredName = "Annie";
    CHECK_THROWS_AS(store.atomically([&] {
        store.patients().update(renamed);
        static_cast<void>(store.sessions());
    }),
                    AccessDenied);
    CHECK(store.patients().find(clinic.ana.id)->preferredName != "Annie");
    CHECK(refusals(*clinic.store) == 1);
    CHECK(clinic.store->verify().isSound());
}

} // namespace palpate::test
