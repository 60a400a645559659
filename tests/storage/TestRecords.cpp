// SPDX-License-Identifier: MIT
#include "storage/TestRecords.h"

namespace palpate::test {

namespace {

using std::chrono::weeks;

constexpr std::string_view kFile = "%PDF-1.7 of a report";

[[nodiscard]] StoredDocument aDocument(std::uint32_t number, const PatientId& patient) {
    return {.id = idOf<DocumentId>(900 + number),
            .patient = patient,
            .caseId = {},
            .title = "Report",
            .fileName = "report.pdf",
            .mediaType = "application/pdf",
            .templateName = "progress-report",
            .size = kFile.size(),
            .digest = storage::digestOf(kFile),
            .by = aPractitioner().id,
            .at = kNow};
}

[[nodiscard]] Disclosure aDisclosure(std::uint32_t number, const PatientId& patient) {
    return {.id = idOf<DisclosureId>(950 + number),
            .patient = patient,
            .caseId = {},
            .what = "Report",
            .recipient = "Dr M. Patel",
            .purpose = "second opinion",
            .document = {},
            .digest = {},
            .by = aPractitioner().id,
            .at = kNow};
}

/// `patient` by its number, with a case of the same number.
[[nodiscard]] Session aChartedSession(std::uint32_t number, std::uint32_t patient) {
    auto session = aSession(number);
    session.patient = aPatient(patient).id;
    session.caseId = aCase(patient).id;
    session.painNow = pain(5);
    auto muscle = aTreatmentAt(1, number * 10);
    muscle.target = MuscleTarget{key<MuscleKey>("piriformis"), Side::Left};
    muscle.tendernessAfter = {};
    session.treatments = {muscle, aRegionTreatment(number * 10 + 1)};
    return session;
}

[[nodiscard]] Patient anaInFull() {
    auto ana = aPatient();
    ana.note = "Keeps a " + std::string{kOnlyHers} + ".";
    ana.familyName += " " + std::string{kOnlyHers};
    ana.alerts = std::vector<Alert>{{key<AlertKey>("pregnancy"), ""}};
    ana.allergies = std::vector<Allergy>{{"latex", "rash"}};
    ana.consents = {{.id = idOf<ConsentId>(40),
                     .scope = "dry needling",
                     .given = kToday,
                     .withdrawn = {},
                     .note = ""}};
    return ana;
}

[[nodiscard]] Case casesInFull() {
    auto record = aCase();
    record.complaint += ", " + std::string{kOnlyHers};
    record.diagnosisCode = "M54.5";
    record.furtherDiagnoses = {"M54.2"};
    record.goals = {{.id = idOf<GoalId>(41),
                     .text = "walk to work",
                     .measure = "",
                     .target = "",
                     .by = {},
                     .reached = {}}};
    record.plan.techniques = {key<TechniqueKey>("heat")};
    return record;
}

void chart(storage::Store& store) {
    for (const auto number : {0U, 1U}) {
        store.sessions().begin(aFullSession(number));
    }
    static_cast<void>(store.sessions().sign(aFullSession(0).id, kNow));
    static_cast<void>(store.sessions().sign(aFullSession(1).id, kNow + weeks{1}));
    store.sessions().addAddendum(aFullSession(0).id, anAddendum());
    auto draft = aFullSession(2);
    store.sessions().begin(draft);
    static_cast<void>(store.sessions().claim(draft.id));
    const SessionStep step{SetNote{NotePart::Plan, written(std::string{kOnlyHers})}};
    store.sessions().apply(draft.id, step, NewStep{inverse(draft, step)});
    store.sessions().release(draft.id);
    store.contactNotes().add({.id = idOf<ContactNoteId>(42),
                              .caseId = aCase().id,
                              .by = aPractitioner().id,
                              .at = kNow,
                              .writtenAt = kNow,
                              .kind = ContactKind::Telephone,
                              .text = "Better."});
    store.unfinishedTexts().keep("addendum", aFullSession(0).id.value(), "and then");
    store.unfinishedTexts().keep("contact", aCase().id.value(), "she said");
}

void fillForms(storage::Store& store) {
    auto form = aForm(0);
    form.title += ", " + std::string{kOnlyHers};
    store.forms().begin(form);
    store.forms().complete(completed(form), std::vector{aFlag(0), aFlag(1)});
    store.screenings().add(aFlag(0).id, aDeed(0));
    store.forms().begin(aForm(1));
    store.forms().putAway(aForm(1).id);
    store.forms().begin(aForm(2));
    store.carePlans().add(aCareItem());
}

[[nodiscard]] Practitioner kim() {
    auto person = aPractitioner();
    person.id = idOf<PractitionerId>(9);
    person.userName = "kim";
    person.role = Role::Practitioner;
    return person;
}

/// Kim has no access, and opens the record all the same.
void openInEmergency(const TestClinic& clinic) {
    const auto store = clinic.open(kim().userName, "another password");
    static_cast<void>(
        store->access().openInEmergency(aPatient().id, "collapsed", idOf<EmergencyAccessId>(43)));
    store->signOut();
}

void restrictAndAsk(const TestClinic& clinic, storage::Store& store) {
    store.access().restrict(aPatient().id, std::vector{aPractitioner().id}, "works here");
    store.practitioners().add(kim(), "another password", storage::KdfCost::forTests());
    openInEmergency(clinic);
    store.access().see(idOf<EmergencyAccessId>(43));
    store.amendments().add({.id = idOf<AmendmentId>(44),
                            .patient = aPatient().id,
                            .session = aFullSession(0).id,
                            .wish = "It was the left side.",
                            .askedOn = kToday,
                            .by = aPractitioner().id,
                            .at = kNow});
    store.amendments().addStep(idOf<AmendmentId>(44), {.kind = AmendmentStepKind::Accepted,
                                                       .text = "",
                                                       .addendum = anAddendum().id,
                                                       .by = aPractitioner().id,
                                                       .at = kNow});
}

} // namespace

void fillWholeRecord(const TestClinic& clinic, storage::Store& store) {
    store.patients().add(anaInFull());
    store.cases().add(casesInFull());
    chart(store);
    fillForms(store);
    store.documents().keep(aDocument(0, aPatient().id), kFile);
    store.disclosures().add(aDisclosure(0, aPatient().id));
    store.patients().add(aPatient(2));
    store.cases().add(aCase(2));
    store.sessions().begin(aChartedSession(6, 2));
    static_cast<void>(store.sessions().sign(aSession(6).id, kNow + weeks{6}));
    store.documents().keep(aDocument(2, aPatient(2).id), kFile);
    store.patients().merge(aPatient(2).id, aPatient().id);
    static_cast<void>(store.patients().open(aPatient().id));
    restrictAndAsk(clinic, store);
}

void addBystander(storage::Store& store) {
    store.patients().add(aPatient(1));
    store.cases().add(aCase(1));
    for (const auto number : {11U, 12U}) {
        store.sessions().begin(aChartedSession(number, 1));
    }
    static_cast<void>(store.sessions().sign(aSession(11).id, kNow + weeks{11}));
    store.documents().keep(aDocument(1, aPatient(1).id), kFile);
    store.disclosures().add(aDisclosure(1, aPatient(1).id));
}

storage::DestructionOrder anOrder() {
    return {.id = idOf<DestructionId>(60),
            .patient = aPatient().id,
            .reason = "no longer needed",
            .rule = "10 years after the last session (a law)",
            .lastSession = kToday,
            .exportDigest = storage::digestOf("the export"),
            .backups = {"/backups/northside-20261126T104500Z.palpate-backup", "another"}};
}

} // namespace palpate::test
