// SPDX-License-Identifier: MIT
// Records that open only for some: closed everywhere, opened in an emergency, never silently.
#include "domain/Error.h"
#include "storage/TestForms.h"
#include "support/Printing.h"

#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>
#include <catch2/matchers/catch_matchers_exception.hpp>
#include <catch2/matchers/catch_matchers_string.hpp>

#include <algorithm>

namespace palpate::test {

namespace {

using Catch::Matchers::ContainsSubstring;
using storage::AuditKind;
using storage::AuditSubject;

constexpr std::string_view kReason = "Collapsed in the waiting room; which blood thinner?";

[[nodiscard]] Practitioner someone(std::uint32_t number, std::string userName, Role role) {
    return {.id = idOf<PractitionerId>(number),
            .userName = std::move(userName),
            .displayName = "J. Moreau",
            .profession = Profession::MassageTherapist,
            .role = role};
}

[[nodiscard]] StoredDocument aReferral() {
    return {.id = idOf<DocumentId>(900),
            .patient = aPatient().id,
            .caseId = {},
            .origin = DocumentOrigin::Attached,
            .title = "Referral",
            .fileName = "referral.txt",
            .mediaType = "text/plain",
            .templateName = {},
            .size = 5,
            .digest = storage::digestOf("words"),
            .by = aPractitioner().id,
            .at = kNow};
}

[[nodiscard]] Disclosure aDisclosure() {
    return {.id = idOf<DisclosureId>(910),
            .patient = aPatient().id,
            .caseId = {},
            .means = DisclosureMeans::Printed,
            .what = "Session note",
            .recipient = "Dr Patel",
            .purpose = "Referral",
            .document = {},
            .digest = {},
            .by = aPractitioner().id,
            .at = kNow};
}

/// Ana's record holds something of every kind; Ben's a session. Three colleagues may sign in.
struct SharedClinic : OpenClinic {
    SharedClinic() {
        auto& practitioners = store->practitioners();
        for (const auto& person : {jo, ada, desk}) {
            practitioners.add(person, kPassword, storage::KdfCost::forTests());
        }
        auto session = aFullSession(0);
        session.nextVisit = kToday;
        store->sessions().begin(session);
        store->forms().begin(aForm(0));
        store->forms().complete(completed(aForm(0)), std::vector{aFlag(0)});
        store->carePlans().add(aCareItem(0));
        store->documents().keep(aReferral(), "words");
        store->disclosures().add(aDisclosure());
        store->contactNotes().add(note);
        store->patients().add(aPatient(1));
        auto record = aCase(1);
        record.patient = aPatient(1).id;
        store->cases().add(record);
        auto other = aSession(1);
        other.patient = aPatient(1).id;
        other.caseId = record.id;
        other.note[0] = noteOf(aFullSession(0), NotePart::Subjective);
        other.nextVisit = kToday;
        store->sessions().begin(other);
    }

    [[nodiscard]] std::unique_ptr<storage::Store> as(const Practitioner& person) const {
        return open(person.userName, kPassword);
    }
    void restrictAna(std::vector<PractitionerId> mayOpen = {}) {
        store->access().restrict(ana, mayOpen, "A colleague's mother.");
    }

    PatientId ana = aPatient().id;
    Practitioner jo = someone(2, "jo", Role::Practitioner);
    Practitioner ada = someone(3, "ada", Role::Practitioner);
    Practitioner desk = someone(4, "desk", Role::FrontDesk);
    ContactNote note{.id = idOf<ContactNoteId>(920),
                     .caseId = aCase().id,
                     .by = aPractitioner().id,
                     .at = kNow,
                     .writtenAt = kNow,
                     .kind = ContactKind::Telephone,
                     .text = "Asked for an earlier visit."};
};

/// Everything that opens a record or what is in it; each must refuse.
void checkClosed(storage::Store& store) {
    const auto ana = aPatient().id;
    const auto session = aFullSession(0);
    const auto form = aForm(0);
    auto& patients = store.patients();
    CHECK_FALSE(store.access().mayOpen(ana));
    CHECK_THROWS_AS(store.access().require(ana), RecordRestricted);
    CHECK_THROWS_AS(patients.open(ana), RecordRestricted);
    CHECK_THROWS_AS(patients.find(ana), RecordRestricted);
    CHECK_THROWS_AS(patients.mergedInto(ana), RecordRestricted);
    CHECK_THROWS_AS(patients.update(aPatient()), RecordRestricted);
    CHECK_THROWS_AS(patients.archive(ana), RecordRestricted);
    CHECK_THROWS_AS(patients.merge(ana, aPatient(1).id), RecordRestricted);
    CHECK_THROWS_AS(patients.merge(aPatient(1).id, ana), RecordRestricted);
    CHECK_THROWS_AS(store.cases().find(aCase().id), RecordRestricted);
    CHECK_THROWS_AS(store.cases().ofPatient(ana), RecordRestricted);
    CHECK_THROWS_AS(store.cases().update(aCase()), RecordRestricted);
    auto another = aCase(5);
    another.patient = ana;
    CHECK_THROWS_AS(store.cases().add(another), RecordRestricted);
    auto& sessions = store.sessions();
    CHECK_THROWS_AS(sessions.open(session.id), RecordRestricted);
    CHECK_THROWS_AS(sessions.find(session.id), RecordRestricted);
    CHECK_THROWS_AS(sessions.undoList(session.id), RecordRestricted);
    CHECK_THROWS_AS(sessions.ofCase(aCase().id), RecordRestricted);
    CHECK_THROWS_AS(sessions.ofPatient(ana), RecordRestricted);
    CHECK_THROWS_AS(sessions.list(ana, 5), RecordRestricted);
    CHECK_THROWS_AS(sessions.begin(aSession(7)), RecordRestricted);
    const std::vector<SessionEdit> edits{SetPain{PainMoment::Now, pain(3)}};
    CHECK_THROWS_AS(sessions.apply(session.id, edits), RecordRestricted);
    CHECK_THROWS_AS(sessions.sign(session.id, kNow), RecordRestricted);
    CHECK_THROWS_AS(sessions.claim(session.id), RecordRestricted);
    CHECK_THROWS_AS(sessions.discardDraft(session.id), RecordRestricted);
    auto addendum = anAddendum();
    addendum.by = store.signedIn().id;
    CHECK_THROWS_AS(sessions.addAddendum(session.id, addendum), RecordRestricted);
    auto& forms = store.forms();
    CHECK_THROWS_AS(forms.open(form.id), RecordRestricted);
    CHECK_THROWS_AS(forms.find(form.id), RecordRestricted);
    CHECK_THROWS_AS(forms.ofPatient(ana), RecordRestricted);
    CHECK_THROWS_AS(forms.keep(form.id, someAnswers(), someAnswers()), RecordRestricted);
    CHECK_THROWS_AS(forms.setFilledBy(form.id, FilledBy::Patient), RecordRestricted);
    CHECK_THROWS_AS(forms.putAway(form.id), RecordRestricted);
    CHECK_THROWS_AS(forms.complete(completed(form), {}), RecordRestricted);
    auto begun = aForm(4);
    begun.by = store.signedIn().id;
    CHECK_THROWS_AS(forms.begin(begun), RecordRestricted);
    CHECK_THROWS_AS(store.screenings().ofPatient(ana), RecordRestricted);
    CHECK_THROWS_AS(store.screenings().unsettled(ana), RecordRestricted);
    CHECK_THROWS_AS(store.screenings().find(aFlag(0).id), RecordRestricted);
    auto deed = aDeed();
    deed.by = store.signedIn().id;
    CHECK_THROWS_AS(store.screenings().add(aFlag(0).id, deed), RecordRestricted);
    CHECK_THROWS_AS(store.carePlans().ofCase(aCase().id), RecordRestricted);
    CHECK_THROWS_AS(store.carePlans().change(aCareItem(0), aCareItem(0)), RecordRestricted);
    auto item = aCareItem(2);
    item.by = store.signedIn().id;
    CHECK_THROWS_AS(store.carePlans().add(item), RecordRestricted);
    CHECK_THROWS_AS(store.documents().ofPatient(ana), RecordRestricted);
    CHECK_THROWS_AS(store.documents().find(aReferral().id), RecordRestricted);
    CHECK_THROWS_AS(store.documents().open(aReferral().id), RecordRestricted);
    CHECK_THROWS_AS(store.documents().bytes(aReferral().id), RecordRestricted);
    auto document = aReferral();
    document.id = idOf<DocumentId>(901);
    document.by = store.signedIn().id;
    CHECK_THROWS_AS(store.documents().keep(document, "words"), RecordRestricted);
    CHECK_THROWS_AS(store.disclosures().ofPatient(ana), RecordRestricted);
    CHECK_THROWS_AS(store.disclosures().find(aDisclosure().id), RecordRestricted);
    auto disclosure = aDisclosure();
    disclosure.id = idOf<DisclosureId>(911);
    disclosure.by = store.signedIn().id;
    CHECK_THROWS_AS(store.disclosures().add(disclosure), RecordRestricted);
    CHECK_THROWS_AS(store.contactNotes().ofCase(aCase().id), RecordRestricted);
    CHECK_THROWS_AS(store.contactNotes().find(idOf<ContactNoteId>(920)), RecordRestricted);
    CHECK_THROWS_AS(store.amendments().ofPatient(ana), RecordRestricted);
}

/// What the searches and lists of one seam tell; Ben's session and Ana's lie in all of them.
struct Told {
    std::size_t sessions = 0;
    std::size_t all = 0;
    std::size_t patients = 0;
    int countedSessions = 0;
    int countedPatients = 0;
    std::size_t forms = 0;
    friend bool operator==(const Told&, const Told&) = default;
};

[[nodiscard]] Told toldBy(const storage::Finder& finder) {
    const SessionFilter text{.text = "knife"};
    return {.sessions = finder.sessions(text).hits.size(),
            .all = finder.sessions({}).hits.size(),
            .patients = finder.patients(text).hits.size(),
            .countedSessions = finder.countSessions({}).count,
            .countedPatients = finder.countPatients(text).count,
            .forms = finder.forms("low back", 10).size()};
}

struct Listed {
    std::size_t rows = 0;
    int count = 0;
    friend bool operator==(const Listed&, const Listed&) = default;
};
[[nodiscard]] std::vector<Listed> listedBy(const storage::Worklists& lists) {
    const auto later = kNow + std::chrono::days{400};
    std::vector<Listed> all;
    for (const auto& list :
         {lists.begun(kNow - std::chrono::days{1}, later, 9), lists.agreedFor(kToday, 9),
          lists.ratedBefore(later, 9), lists.unseenSince(later, kToday + std::chrono::years{2}, 9),
          lists.reviewsDue(kToday + std::chrono::years{2}, 9)}) {
        all.push_back({list.rows.size(), list.count.count});
    }
    const auto flags = lists.flagsUnsettled({"emergency"}, 9);
    all.push_back({flags.rows.size(), flags.count.count});
    return all;
}

[[nodiscard]] const storage::PatientRow& rowOf(const std::vector<storage::PatientRow>& rows,
                                               const PatientId& patient) {
    const auto found = std::ranges::find(rows, patient, &storage::PatientRow::id);
    REQUIRE(found != rows.end());
    return *found;
}

} // namespace

SCENARIO("a restricted record opens only for owners and those who are named", "[storage][access]") {
    SharedClinic clinic;
    clinic.restrictAna({clinic.ada.id});
    const auto row = newestRow(*clinic.store);
    CHECK(row.kind == AuditKind::Create);
    CHECK(row.subject == AuditSubject::Restriction);
    CHECK(row.patient == clinic.ana);
    CHECK_THAT(row.detail, ContainsSubstring("+may_open " + clinic.ada.id.text() + "\n"));
    CHECK_THAT(row.detail, ContainsSubstring("+reason A colleague's mother.\n"));

    THEN("the owner opens it") {
        CHECK(clinic.store->access().closed().empty());
        CHECK(clinic.store->patients().open(clinic.ana) == aPatient());
    }
    THEN("whoever is named opens it") {
        const auto ada = clinic.as(clinic.ada);
        CHECK(ada->access().mayOpen(clinic.ana));
        CHECK(ada->patients().open(clinic.ana) == aPatient());
        CHECK(ada->sessions().ofPatient(clinic.ana).size() == 1);
        CHECK(ada->access().find(clinic.ana)->reason == "A colleague's mother.");
    }
    THEN("everybody else finds it closed, by every way in") {
        const auto jo = clinic.as(clinic.jo);
        CHECK(jo->access().closed() == std::vector{clinic.ana});
        checkClosed(*jo);
        CHECK_THROWS_WITH(jo->patients().open(clinic.ana),
                          ContainsSubstring("The record of Ana Kovács is restricted"));
        CHECK(jo->patients().open(aPatient(1).id) == aPatient(1));
        const auto told = jo->access().find(clinic.ana);
        REQUIRE(told);
        CHECK(told->by == aPractitioner().id);
        CHECK(told->mayOpen == std::vector{clinic.ada.id});
        CHECK(told->reason.empty()); // not for whom it keeps out
    }
    THEN("the front desk does not open it either") {
        const auto desk = clinic.as(clinic.desk);
        CHECK_THROWS_AS(desk->patients().open(clinic.ana), RecordRestricted);
        CHECK_THROWS_AS(
            desk->access().openInEmergency(clinic.ana, kReason, idOf<EmergencyAccessId>(1)),
            AccessDenied);
    }
    THEN("it opens again for all once the restriction is lifted") {
        clinic.store->access().lift(clinic.ana);
        CHECK(newestRow(*clinic.store).kind == AuditKind::Discard);
        CHECK(newestRow(*clinic.store).subject == AuditSubject::Restriction);
        CHECK_FALSE(clinic.store->access().find(clinic.ana));
        CHECK(clinic.as(clinic.jo)->patients().open(clinic.ana) == aPatient());
    }
    CHECK(clinic.store->verify().isSound());
}

SCENARIO("nothing clinical of a closed record is found", "[storage][access]") {
    SharedClinic clinic;
    const auto jo = clinic.as(clinic.jo);
    const auto reader = jo->reader();
    const Told both{2, 2, 2, 2, 2, 1};
    const std::vector<Listed> listed{{2, 2}, {2, 2}, {2, 2}, {2, 2}, {1, 1}, {1, 1}};
    REQUIRE(toldBy(jo->finder()) == both);
    REQUIRE(toldBy(reader->finder()) == both);
    REQUIRE(listedBy(jo->worklists()) == listed);

    clinic.restrictAna();
    const Told one{1, 1, 1, 1, 1, 0};
    const std::vector<Listed> less{{1, 1}, {1, 1}, {1, 1}, {1, 1}, {0, 0}, {0, 0}};
    CHECK(toldBy(jo->finder()) == one);
    CHECK(toldBy(reader->finder()) == one); // beside the window too
    CHECK(listedBy(jo->worklists()) == less);
    CHECK(jo->sessions().search({.text = "knife"}).size() == 1);
    CHECK(jo->sessions().search({.text = "knife", .patient = clinic.ana}).empty());
    CHECK(jo->forms().search("low back", 10).empty());
    CHECK(jo->finder().countSessions({.text = "-nothing"}).count == 1);
    CHECK_THROWS_AS(reader->finder().patient(clinic.ana), RecordRestricted);
    CHECK_THROWS_AS(reader->finder().casesOf(clinic.ana), RecordRestricted);
    CHECK_THROWS_AS(jo->finder().documentsOf(clinic.ana), RecordRestricted);

    THEN("its line stays in the list of patients, marked, without the complaint") {
        for (const auto& rows :
             {jo->patients().search("", 10), jo->patients().search("kov", 10),
              reader->finder().people("kov", 10), std::vector{*jo->patients().row(clinic.ana)}}) {
            const auto& row = rowOf(rows, clinic.ana);
            CHECK(row.familyName == aPatient().familyName);
            CHECK(row.isRestricted);
            CHECK(row.isClosed);
            CHECK(row.openComplaint.empty());
        }
        const auto rows = clinic.store->patients().search("", 10);
        CHECK(rowOf(rows, clinic.ana).isRestricted);
        CHECK_FALSE(rowOf(rows, clinic.ana).isClosed);
        CHECK(rowOf(rows, clinic.ana).openComplaint == aCase().complaint);
        CHECK_FALSE(rowOf(rows, aPatient(1).id).isRestricted);
    }
    THEN("the owner finds all of it") {
        CHECK(toldBy(clinic.store->finder()) == both);
        CHECK(listedBy(clinic.store->worklists()) == listed);
    }
    THEN("it is found again after an emergency, until a working day has passed") {
        static_cast<void>(
            jo->access().openInEmergency(clinic.ana, kReason, idOf<EmergencyAccessId>(1)));
        CHECK(toldBy(jo->finder()) == both);
        CHECK(toldBy(reader->finder()) == both);
        clinic.time.clock.advance(kEmergencyLasts);
        CHECK(toldBy(jo->finder()) == one);
        CHECK(toldBy(reader->finder()) == one);
    }
}

SCENARIO("a draft in a record that was closed to its author is in no list", "[storage][access]") {
    SharedClinic clinic;
    const auto jo = clinic.as(clinic.jo);
    auto draft = aSession(3);
    draft.practitioner = clinic.jo.id;
    jo->sessions().begin(draft);
    const auto later = kNow + std::chrono::days{400};
    CHECK(jo->sessions().recentDrafts(clinic.jo.id, 5).size() == 1);
    CHECK(jo->sessions().unsignedDrafts(later, 5).size() == 1);
    CHECK(jo->worklists().drafts(5).count.count == 1);
    CHECK(jo->sessions().draftsOf(clinic.ana).size() == 2); // whoever wrote them

    clinic.restrictAna();
    CHECK_THROWS_AS(jo->sessions().draftsOf(clinic.ana), RecordRestricted);
    CHECK(jo->sessions().recentDrafts(clinic.jo.id, 5).empty());
    CHECK(jo->sessions().unsignedDrafts(later, 5).empty());
    CHECK(jo->worklists().drafts(5).count.count == 0);
    CHECK(jo->worklists().drafts(5).rows.empty());
}

SCENARIO("a restricted record is opened in an emergency, and an owner is told",
         "[storage][access]") {
    SharedClinic clinic;
    clinic.restrictAna();
    const auto jo = clinic.as(clinic.jo);
    const auto id = idOf<EmergencyAccessId>(31);
    const auto access = jo->access().openInEmergency(clinic.ana, kReason, id);
    CHECK(access == EmergencyAccess{id, clinic.ana, clinic.jo.id, std::string{kReason}, kNow});
    const auto row = newestRow(*clinic.store);
    CHECK(row.kind == AuditKind::Emergency);
    CHECK(row.patient == clinic.ana);
    CHECK(row.by == clinic.jo.id);
    CHECK_THAT(row.detail, ContainsSubstring("+reason " + std::string{kReason} + "\n"));
    CHECK(jo->patients().open(clinic.ana) == aPatient());
    CHECK(jo->sessions().ofPatient(clinic.ana).size() == 1);
    CHECK_FALSE(clinic.as(clinic.ada)->access().mayOpen(clinic.ana)); // for jo alone
    CHECK_THROWS_AS(jo->access().openInEmergency(clinic.ana, kReason, idOf<EmergencyAccessId>(32)),
                    EditRefused); // it is open

    auto& owners = clinic.store->access();
    CHECK(owners.emergencies(true) == std::vector{access});
    CHECK_THROWS_AS(jo->access().emergencies(true), AccessDenied);
    CHECK_THROWS_AS(jo->access().see(id), AccessDenied);

    WHEN("an owner takes note of it") {
        owners.see(id);
        CHECK_THAT(newestRow(*clinic.store).detail, ContainsSubstring("+seen "));
        const auto seq = newestRow(*clinic.store).seq;
        owners.see(id); // once
        CHECK(newestRow(*clinic.store).seq == seq);
        CHECK(owners.emergencies(true).empty());
        CHECK(owners.emergencies(false) == std::vector{access});
        CHECK(clinic.store->verify().isSound());
    }
    WHEN("a working day has passed") {
        clinic.time.clock.advance(kEmergencyLasts - std::chrono::seconds{1});
        CHECK(jo->access().mayOpen(clinic.ana));
        clinic.time.clock.advance(std::chrono::seconds{1});
        checkClosed(*jo);
    }
    CHECK(clinic.store->verify().isSound());
}

SCENARIO("only an owner restricts, and only for practitioners", "[storage][access]") {
    SharedClinic clinic;
    const auto jo = clinic.as(clinic.jo);
    CHECK_THROWS_AS(jo->access().restrict(clinic.ana, {}, ""), AccessDenied);
    CHECK_THROWS_AS(jo->access().lift(clinic.ana), AccessDenied);
    CHECK_THROWS_AS(clinic.restrictAna({clinic.desk.id}), EditRefused);
    CHECK_THROWS_AS(clinic.restrictAna({idOf<PractitionerId>(99)}), EditRefused);
    CHECK_THROWS_AS(clinic.store->access().restrict(aPatient(9).id, {}, ""), EditRefused);
    CHECK(clinic.store->access().list().empty());

    clinic.restrictAna({clinic.jo.id});
    const auto seq = newestRow(*clinic.store).seq;
    clinic.restrictAna({clinic.jo.id}); // the same again
    CHECK(newestRow(*clinic.store).seq == seq);
    clinic.restrictAna({clinic.ada.id});
    CHECK(newestRow(*clinic.store).kind == AuditKind::Change);
    CHECK(clinic.store->access().find(clinic.ana)->mayOpen == std::vector{clinic.ada.id});
    CHECK_FALSE(jo->access().mayOpen(clinic.ana));
    CHECK(clinic.store->access().list().size() == 1);
}

SCENARIO("merged records are closed as one, and stay closed when they are taken apart",
         "[storage][access]") {
    SharedClinic clinic;
    auto& patients = clinic.store->patients();
    const auto ben = aPatient(1).id;
    const auto jo = clinic.as(clinic.jo);
    WHEN("the record that is restricted is merged into another") {
        clinic.restrictAna();
        patients.merge(clinic.ana, ben);
        CHECK_FALSE(jo->access().mayOpen(ben));
        CHECK(jo->finder().sessions({}).hits.empty());
        CHECK(clinic.store->access().find(clinic.ana)->patient == ben);
        patients.unmerge(clinic.ana);
        CHECK(jo->access().mayOpen(ben));
        CHECK_FALSE(jo->access().mayOpen(clinic.ana));
    }
    WHEN("the record into which another was merged is restricted") {
        patients.merge(clinic.ana, ben);
        clinic.store->access().restrict(clinic.ana, std::vector{clinic.ada.id}, "");
        CHECK_FALSE(jo->access().mayOpen(clinic.ana));
        CHECK_FALSE(jo->access().mayOpen(ben));
        CHECK(clinic.as(clinic.ada)->access().mayOpen(clinic.ana));
        checkClosed(*jo);
        patients.unmerge(clinic.ana);
        CHECK_FALSE(jo->access().mayOpen(ben));
        CHECK_FALSE(jo->access().mayOpen(clinic.ana));
        CHECK(clinic.store->access().find(clinic.ana)->mayOpen == std::vector{clinic.ada.id});
        CHECK(clinic.store->access().list().size() == 2);
    }
    CHECK(clinic.store->verify().isSound());
}

TEST_CASE("nobody changes what tells of an emergency, and a check finds who did past the doors",
          "[storage][access]") {
    SharedClinic clinic;
    clinic.restrictAna();
    static_cast<void>(clinic.as(clinic.jo)->access().openInEmergency(clinic.ana, kReason,
                                                                     idOf<EmergencyAccessId>(1)));
    static_cast<void>(clinic.as(clinic.ada)
                          ->access()
                          .openInEmergency(clinic.ana, kReason, idOf<EmergencyAccessId>(2)));
    clinic.store->access().see(idOf<EmergencyAccessId>(1));
    REQUIRE(clinic.store->verify().isSound());
    const std::string attack =
        GENERATE(as<std::string>{}, "DELETE FROM emergency_seen",
                 "DELETE FROM emergency_access WHERE no = 2",
                 "UPDATE emergency_access SET reason = 'nothing of note'",
                 "UPDATE emergency_access SET practitioner_no = 1",
                 "INSERT INTO emergency_seen (emergency_no, practitioner_no, at) VALUES (2, 1, 1)",
                 "UPDATE emergency_seen SET at = at + 1");
    CAPTURE(attack);
    BackDoor door{clinic};
    if (!attack.starts_with("INSERT")) { // an owner with the key may write a note, but not silently
        CHECK_THROWS(door.run(attack));
    }
    dropTriggers(door);
    door.run(attack);
    CHECK_FALSE(clinic.store->verify().isSound());
}

} // namespace palpate::test
