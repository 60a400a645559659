// SPDX-License-Identifier: MIT
// Who is trusted with what: people, restricted records, requests, keeping, the trail; each way
// once.
#include "app/Amendments.h"
#include "app/AuditReport.h"
#include "app/Checking.h"
#include "app/CompleteExport.h"
#include "app/Locking.h"
#include "app/PatientAccess.h"
#include "app/People.h"
#include "app/RecordDestruction.h"
#include "app/RecordKeeping.h"
#include "app/UseCases.h"
#include "support/Builders.h"

namespace palpate::test {

namespace {

using app::Clinic;
using app::Right;

[[nodiscard]] std::vector<UseCase> ofRestrictions() {
    return {
        {"PatientAccess.h", "openInEmergency", Right::ReadRecords,
         [](Clinic& c, const Tried& t) {
             app::openInEmergency(c, t.patient, "unconscious in the waiting room");
         }},
        {"PatientAccess.h", "restrictionForm", Right::RestrictRecords,
         [](Clinic& c, const Tried& t) { static_cast<void>(app::restrictionForm(c, t.patient)); }},
        {"PatientAccess.h", "storeRestriction", Right::RestrictRecords,
         [](Clinic& c, const Tried& t) { app::storeRestriction(c, t.patient, {}); }},
        {"PatientAccess.h", "noteEmergency", Right::RestrictRecords,
         [](Clinic& c, const Tried&) { app::noteEmergency(c, idOf<EmergencyAccessId>(1)); }},
        {"Amendments.h", "amendmentsOf", Right::ReadRecords,
         [](Clinic& c, const Tried& t) { static_cast<void>(app::amendmentsOf(c, t.patient)); }},
        {"Amendments.h", "amendmentsOf", Right::ReadRecords,
         [](Clinic& c, const Tried& t) {
             static_cast<void>(app::amendmentsOf(c, t.patient, t.session));
         }},
        {"Amendments.h", "openAmendments", Right::ReadRecords,
         [](Clinic& c, const Tried&) { static_cast<void>(app::openAmendments(c)); }},
        {"Amendments.h", "sessionsToAmend", Right::ReadRecords,
         [](Clinic& c, const Tried& t) { static_cast<void>(app::sessionsToAmend(c, t.patient)); }},
        {"Amendments.h", "addAmendment", Right::WriteRecords,
         [](Clinic& c, const Tried& t) {
             app::addAmendment(c, t.patient,
                               {.session = {}, .askedOn = {}, .wish = "May, not June"});
         }},
        {"Amendments.h", "answerAmendment", Right::WriteRecords,
         [](Clinic& c, const Tried&) { app::answerAmendment(c, idOf<AmendmentId>(1), {}); }},
    };
}

[[nodiscard]] std::vector<UseCase> ofKeeping() {
    return {
        {"CompleteExport.h", "exportPeople", Right::GiveOut,
         [](Clinic& c, const Tried& t) { static_cast<void>(app::exportPeople(c, t.patient)); }},
        {"CompleteExport.h", "exportFolderIn", Right::GiveOut,
         [](Clinic& c, const Tried& t) {
             static_cast<void>(app::exportFolderIn(c, t.patient, t.folder));
         }},
        {"CompleteExport.h", "exportRecord", Right::GiveOut,
         [](Clinic& c, const Tried& t) {
             app::exportRecord(c, t.patient, t.folder / "everything", {});
         }},
        {"RecordKeeping.h", "RecordKeeping", Right::KeepAndDestroy,
         [](Clinic& c, const Tried&) { static_cast<void>(app::RecordKeeping{c}.due(5)); }},
        {"RecordDestruction.h", "certificateFileIn", Right::KeepAndDestroy,
         [](Clinic& c, const Tried& t) {
             static_cast<void>(app::certificateFileIn(c, t.patient, t.folder));
         }},
        {"RecordDestruction.h", "problems", Right::KeepAndDestroy,
         [](Clinic& c, const Tried& t) {
             static_cast<void>(app::problems(c, {t.patient, {}, {}, {}, {}}));
         }},
        {"RecordDestruction.h", "destroyRecord", Right::KeepAndDestroy,
         [](Clinic& c, const Tried& t) {
             app::destroyRecord(c, {t.patient, {}, {}, {}, {}});
         }},
        {"RecordDestruction.h", "destructionsOf", Right::KeepAndDestroy,
         [](Clinic& c, const Tried&) { static_cast<void>(app::destructionsOf(c)); }},
        {"RecordDestruction.h", "writeCertificate", Right::KeepAndDestroy,
         [](Clinic& c, const Tried& t) {
             app::writeCertificate(c, idOf<DestructionId>(1), t.folder / "certificate.pdf");
         }},
    };
}

[[nodiscard]] std::vector<UseCase> ofTrailAndPeople() {
    return {
        {"AuditReport.h", "auditPage", Right::ReadTrail,
         [](Clinic& c, const Tried&) { static_cast<void>(app::auditPage(c, {}, 0, 5)); }},
        {"AuditReport.h", "auditPeople", Right::ReadTrail,
         [](Clinic& c, const Tried&) { static_cast<void>(app::auditPeople(c)); }},
        {"AuditReport.h", "auditPatients", Right::ReadTrail,
         [](Clinic& c, const Tried&) { static_cast<void>(app::auditPatients(c, "kov", 5)); }},
        {"AuditReport.h", "writeAuditCsv", Right::ReadTrail,
         [](Clinic& c, const Tried& t) { app::writeAuditCsv(c, {}, t.folder / "trail.csv"); }},
        {"AuditReport.h", "writeAuditPdf", Right::ReadTrail,
         [](Clinic& c, const Tried& t) { app::writeAuditPdf(c, {}, t.folder / "trail.pdf"); }},
        {"Checking.h", "Checking", Right::CheckRecord,
         [](Clinic& c, const Tried&) {
             const app::Checking check{c, {}};
         }},
        {"Locking.h", "storeLockSettings", Right::ManageClinic,
         [](Clinic& c, const Tried&) { app::storeLockSettings(c, app::lockSettings(c)); }},
        {"People.h", "People", Right::ManagePeople,
         [](Clinic& c, const Tried&) { app::People{c}.disable(idOf<PractitionerId>(999)); }},
    };
}

} // namespace

std::vector<UseCase> trustUseCases() {
    auto all = ofRestrictions();
    for (auto& more : {ofKeeping(), ofTrailAndPeople()}) {
        all.insert(all.end(), more.begin(), more.end());
    }
    return all;
}

} // namespace palpate::test
