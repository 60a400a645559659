// SPDX-License-Identifier: MIT
#include "gui/JourneyClinic.h"

#include "app/Clinic.h"
#include "app/Verification.h"
#include "gui/ChartingPerson.h"
#include "gui/JourneyApp.h"
#include "storage/Store.h"
#include "support/Builders.h"

#include <wx/textctrl.h>

#include <chrono>

namespace palpate::journey {

namespace {

constexpr const char* kPassword = "correct horse";

/// The person who works in the clinic, on a connection of its own.
struct Reader {
    explicit Reader(const std::filesystem::path& folder)
        : user{test::aPractitioner().userName}, store{folder, {user, kPassword}, clock} {}
    ~Reader() { store.signOut(); }
    Reader(const Reader&) = delete;
    Reader& operator=(const Reader&) = delete;

    SystemClock clock;
    std::string user;
    storage::Store store;
};

/// A draft of somebody who just asked how strong the pain is.
[[nodiscard]] Session draftAt(const SetClock& then, const PractitionerId& who, const CaseId& caseId,
                              const PatientId& patient) {
    IdMaker ids{then};
    return {.id = SessionId::create(ids),
            .caseId = caseId,
            .patient = patient,
            .practitioner = who,
            .startedAt = then.now(),
            .writtenAt = then.now(),
            .timeZone = test::aClinicProfile().timeZone,
            .painNow = test::pain(6),
            .painBest = {},
            .painWorst = {},
            .painAfter = {},
            .course = {},
            .note = {},
            .findings = {},
            .treatments = {},
            .painAreas = {},
            .signature = {},
            .addenda = {}};
}

} // namespace

JourneyClinic::JourneyClinic()
    : folder_{temp_.path() / "Riverside.palpate"}, patient_{test::aPatient().id},
      case_{test::aCase().id} {
    const SystemClock clock;
    IdMaker ids{clock};
    (void)app::createClinic(folder_, test::aClinicProfile(), test::aPractitioner(), kPassword,
                            clock, ids, app::KeyStrength::FastForThrowAway);
    Reader owner{folder_};
    owner.store.patients().add(test::aPatient());
    Case complaint = test::aCase();
    complaint.opened = std::chrono::floor<std::chrono::days>(clock.now()) - std::chrono::days{60};
    complaint.onset.reset();
    owner.store.cases().add(complaint);
}

SessionId JourneyClinic::addSigned(int daysAgo, std::vector<Finding> findings,
                                   std::vector<PainArea> areas) {
    Reader owner{folder_};
    const SetClock then{owner.clock.preciseNow() - std::chrono::days{daysAgo}};
    Session session = draftAt(then, owner.store.signedIn().id, case_, patient_);
    session.findings = std::move(findings);
    session.painAreas = std::move(areas);
    owner.store.sessions().begin(session);
    (void)owner.store.sessions().sign(session.id, then.now());
    return session.id;
}

void JourneyClinic::addWeekly(int sessions, const std::vector<Finding>& findings) {
    Reader owner{folder_};
    owner.store.atomically([&] {
        for (int week = sessions - 1; week >= 0; --week) {
            const SetClock then{owner.clock.preciseNow() - std::chrono::days{7 * week}};
            Session session = draftAt(then, owner.store.signedIn().id, case_, patient_);
            session.findings = findings;
            owner.store.sessions().begin(session);
        }
    });
}

void JourneyClinic::giveAlert(std::string_view kind, const std::string& detail) {
    Reader owner{folder_};
    Patient patient = owner.store.patients().find(patient_).value();
    patient.alerts = std::vector{Alert{test::key<AlertKey>(kind), detail}};
    owner.store.patients().update(patient);
}

void JourneyClinic::openPatient() {
    theApp().open({folder_.string(), "--patient", patient_.text()});
    if (Person::see([] { return Person::the<wxTextCtrl>("signIn.user").IsEmpty(); })) {
        ChartingPerson::fill("signIn.user", test::aPractitioner().userName);
    }
    ChartingPerson::fill("signIn.password", kPassword);
    ChartingPerson::press("Return");
    ChartingPerson::waitFor("the patient is open",
                            [] { return Person::find("overview.start") != nullptr; });
}

void JourneyClinic::openChart() {
    openPatient();
    ChartingPerson::press("F2");
    ChartingPerson::waitFor("the chart is open", [] {
        return Person::find("chart.map") != nullptr && !ChartingPerson::shown().frozen;
    });
}

void JourneyClinic::reopenChart() {
    theApp().close();
    openChart();
}

bool JourneyClinic::isCharted() const {
    Reader reader{folder_};
    const auto all = reader.store.sessions().ofCase(case_);
    return !all.empty() && reader.store.sessions().holder(all.back().id).has_value();
}

std::vector<Session> JourneyClinic::allStored() const {
    Reader reader{folder_};
    return reader.store.sessions().ofCase(case_);
}

Session JourneyClinic::stored() const {
    return allStored().back();
}

UndoList JourneyClinic::storedTurns() const {
    Reader reader{folder_};
    return reader.store.sessions().undoList(reader.store.sessions().ofCase(case_).back().id);
}

bool JourneyClinic::isSound() const {
    return Person::see([&] { // what the program knows belongs to the window's thread
        const SystemClock clock;
        IdMaker ids{clock};
        app::Clinic clinic{folder_, userName(), kPassword, theApp().knowledge(), clock, ids};
        const bool sound = app::isSound(app::verifyClinic(clinic));
        clinic.signOut();
        return sound;
    });
}

const char* JourneyClinic::userName() noexcept {
    static const std::string name = test::aPractitioner().userName;
    return name.c_str();
}

const char* JourneyClinic::password() noexcept {
    return kPassword;
}

Session JourneyClinic::storedIfPowerFailed() const {
    const test::TempFolder elsewhere;
    const auto copy = elsewhere.path() / folder_.filename();
    std::filesystem::copy(folder_, copy, std::filesystem::copy_options::recursive);
    Reader reader{copy};
    return reader.store.sessions().ofCase(case_).back();
}

} // namespace palpate::journey
