// SPDX-License-Identifier: MIT
#include "gui/RecordsClinic.h"

#include "app/Clinic.h"
#include "gui/ChartingPerson.h"
#include "gui/JourneyApp.h"
#include "storage/Store.h"
#include "support/Builders.h"

#include <wx/textctrl.h>

#include <chrono>

namespace palpate::journey {

namespace {

constexpr const char* kPassword = "correct horse";

} // namespace

RecordsClinic::RecordsClinic() : folder_{temp_.path() / "Riverside.palpate"} {
    const SystemClock clock;
    IdMaker ids{clock};
    (void)app::createClinic(folder_, test::aClinicProfile(), test::aPractitioner(), kPassword,
                            clock, ids, app::KeyStrength::FastForThrowAway);
    with([&](storage::Store& store) {
        store.patients().add(test::aPatient());
        Case complaint = test::aCase();
        complaint.opened =
            std::chrono::floor<std::chrono::days>(clock.now()) - std::chrono::days{60};
        complaint.onset.reset();
        store.cases().add(complaint);
    });
}

void RecordsClinic::with(const std::function<void(storage::Store&)>& act) const {
    const SystemClock clock;
    storage::Store store{folder_, {test::aPractitioner().userName, kPassword}, clock};
    act(store);
    store.signOut();
}

void RecordsClinic::signIn() const {
    theApp().open({folder_.string()});
    if (Person::see([] { return Person::the<wxTextCtrl>("signIn.user").IsEmpty(); })) {
        Person::fill("signIn.user", test::aPractitioner().userName);
    }
    Person::fill("signIn.password", kPassword);
    Person::press("Return");
    Person::waitFor("the workplace opens", [] { return Person::find("workplace") != nullptr; });
}

void RecordsClinic::signInAs(Role role) const {
    Practitioner person = test::aPractitioner();
    person.id = test::idOf<PractitionerId>(20U + static_cast<unsigned>(role));
    person.userName = palpate::name(role);
    person.displayName = "Jo Lindqvist";
    person.role = role;
    with([&](storage::Store& store) {
        if (!store.practitioners().find(person.id)) {
            store.practitioners().add(person, kPassword, storage::KdfCost::forTests());
        }
    });
    theApp().open({folder_.string()});
    Person::refill("signIn.user", person.userName);
    Person::fill("signIn.password", kPassword);
    Person::press("Return");
    Person::waitFor("the workplace opens", [] { return Person::find("workplace") != nullptr; });
}

std::vector<std::string> RecordsClinic::refusals() const {
    std::vector<std::string> told;
    with([&](storage::Store& store) {
        for (const auto& row : store.audit().list({.kind = storage::AuditKind::Refuse})) {
            told.push_back(row.detail);
        }
    });
    return told;
}

void RecordsClinic::openPatient() const {
    signIn();
    Person::type("kov");
    Person::press("Return");
    Person::waitFor("the overview is shown",
                    [] { return Person::find("overview.start") != nullptr; });
}

Patient RecordsClinic::patient(const PatientId& id) const {
    std::optional<Patient> found;
    with([&](storage::Store& store) { found = store.patients().find(id); });
    return found.value();
}

Patient RecordsClinic::patient() const {
    return patient(test::aPatient().id);
}

std::vector<Case> RecordsClinic::cases() const {
    std::vector<Case> found;
    with([&](storage::Store& store) { found = store.cases().ofPatient(test::aPatient().id); });
    return found;
}

std::vector<ContactNote> RecordsClinic::contactNotes() const {
    std::vector<ContactNote> found;
    with([&](storage::Store& store) { found = store.contactNotes().ofCase(test::aCase().id); });
    return found;
}

std::vector<Snippet> RecordsClinic::snippets() const {
    std::vector<Snippet> found;
    with([&](storage::Store& store) { found = store.snippets().list(); });
    return found;
}

ClinicProfile RecordsClinic::profile() const {
    ClinicProfile found;
    with([&](storage::Store& store) { found = store.profile(); });
    return found;
}

void RecordsClinic::addPatient(const Patient& patient) const {
    with([&](storage::Store& store) { store.patients().add(patient); });
}

void RecordsClinic::change(const Patient& patient) const {
    with([&](storage::Store& store) { store.patients().update(patient); });
}

void RecordsClinic::addComing(const Patient& patient, int daysAgo, int inDays) const {
    const SystemClock clock;
    const auto today = std::chrono::floor<std::chrono::days>(clock.now());
    const SetClock then{clock.preciseNow() - std::chrono::days{daysAgo}};
    IdMaker ids{then};
    Case complaint = test::aCase();
    complaint.id = CaseId::create(ids);
    complaint.patient = patient.id;
    complaint.opened = today - std::chrono::days{60};
    complaint.onset.reset();
    Session session = test::aSession();
    session.id = SessionId::create(ids);
    session.caseId = complaint.id;
    session.patient = patient.id;
    session.startedAt = then.now();
    session.writtenAt = then.now();
    session.nextVisit = today + std::chrono::days{inDays};
    with([&](storage::Store& store) {
        store.patients().add(patient);
        store.cases().add(complaint);
        store.sessions().begin(session);
    });
}

SessionId RecordsClinic::addDraft(std::chrono::hours ago) const {
    const SystemClock clock;
    const SetClock then{clock.preciseNow() - ago};
    IdMaker ids{then};
    Session session = test::aSession();
    session.id = SessionId::create(ids);
    session.startedAt = then.now();
    session.writtenAt = then.now();
    with([&](storage::Store& store) { store.sessions().begin(session); });
    return session.id;
}

void RecordsClinic::copyTo(const std::filesystem::path& elsewhere) const {
    std::filesystem::copy(folder_, elsewhere, std::filesystem::copy_options::recursive);
}

} // namespace palpate::journey
