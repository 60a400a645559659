// SPDX-License-Identifier: MIT
// Each way into a patient's record, once.
#include "app/CarePlans.h"
#include "app/ClinicLists.h"
#include "app/ContactNotes.h"
#include "app/Duplicates.h"
#include "app/FormLibrary.h"
#include "app/FormPresenter.h"
#include "app/HandedOver.h"
#include "app/HistoryPresenter.h"
#include "app/MeasureTrends.h"
#include "app/OverviewFacts.h"
#include "app/PatientList.h"
#include "app/PatientPresenter.h"
#include "app/RecordForms.h"
#include "app/RecordLists.h"
#include "app/ScreeningOffers.h"
#include "app/Screenings.h"
#include "app/SessionDifference.h"
#include "app/SessionPresenter.h"
#include "app/Unfinished.h"
#include "app/UnsignedDrafts.h"
#include "app/UseCases.h"
#include "app/WhatHelps.h"
#include "support/Builders.h"

namespace palpate::test {

namespace {

using app::Clinic;
using app::Right;

[[nodiscard]] Case theCase(const Tried& tried) {
    auto record = aCase();
    record.id = tried.caseId;
    record.patient = tried.patient;
    return record;
}

[[nodiscard]] Patient thePatient(const Tried& tried) {
    auto patient = aPatient();
    patient.id = tried.patient;
    return patient;
}

[[nodiscard]] RaisedFlag aFlag(const Tried& tried) {
    return {.id = idOf<RaisedFlagId>(1),
            .patient = tried.patient,
            .form = idOf<FormRecordId>(1),
            .flag = key<RedFlagKey>("cauda_equina"),
            .question = "Numbness?",
            .pointsTo = "cauda equina syndrome",
            .urgency = "emergency",
            .action = "Send at once.",
            .raised = kNow,
            .by = aPractitioner().id};
}

[[nodiscard]] std::vector<UseCase> ofPatients() {
    return {
        {"PatientList.h", "findPatients", Right::SeePatients,
         [](Clinic& c, const Tried&) { static_cast<void>(app::findPatients(c, {})); }},
        {"RecordLists.h", "listPatients", Right::SeePatients,
         [](Clinic& c, const Tried&) { static_cast<void>(app::listPatients(c, {}, 5)); }},
        {"Duplicates.h", "duplicatesOf", Right::SeePatients,
         [](Clinic& c, const Tried& t) { static_cast<void>(app::duplicatesOf(c, t.patient)); }},
        {"Duplicates.h", "duplicatesOf", Right::SeePatients,
         [](Clinic& c, const Tried&) {
             static_cast<void>(app::duplicatesOf(c, app::formOf(aPatient(3))));
         }},
        {"ClinicLists.h", "clinicLists", Right::SeePatients,
         [](Clinic& c, const Tried&) { static_cast<void>(app::clinicLists(c)); }},
        {"ClinicLists.h", "clinicList", Right::ReadRecords,
         [](Clinic& c, const Tried&) {
             static_cast<void>(app::clinicList(c, app::ClinicList::Drafts, 5));
         }},
        {"RecordForms.h", "addPatient", Right::EditPatients,
         [](Clinic& c, const Tried&) {
             app::PatientForm form;
             form.familyName = "Orr";
             static_cast<void>(app::addPatient(c, form));
         }},
        {"RecordForms.h", "contactToEdit", Right::EditPatients,
         [](Clinic& c, const Tried& t) { static_cast<void>(app::contactToEdit(c, t.patient)); }},
        {"RecordForms.h", "updatePatient", Right::EditPatients,
         [](Clinic& c, const Tried& t) {
             app::updatePatient(c, thePatient(t), app::formOf(thePatient(t)));
         }},
        {"PatientPresenter.h", "PatientPresenter", Right::ReadRecords,
         [](Clinic& c, const Tried& t) {
             const app::PatientPresenter shown{c, t.patient};
         }},
        {"Duplicates.h", "mergedInto", Right::ReadRecords,
         [](Clinic& c, const Tried& t) { static_cast<void>(app::mergedInto(c, t.patient)); }},
        {"Duplicates.h", "mergePatients", Right::WriteRecords,
         [](Clinic& c, const Tried& t) { app::mergePatients(c, t.other, t.patient); }},
        {"Duplicates.h", "unmergePatient", Right::WriteRecords,
         [](Clinic& c, const Tried& t) { app::unmergePatient(c, t.other); }},
        {"Duplicates.h", "archivePatient", Right::WriteRecords,
         [](Clinic& c, const Tried& t) { app::archivePatient(c, t.patient); }},
        {"Duplicates.h", "restorePatient", Right::WriteRecords,
         [](Clinic& c, const Tried& t) { app::restorePatient(c, t.patient); }},
    };
}

[[nodiscard]] std::vector<UseCase> ofCases() {
    return {
        {"RecordForms.h", "addCase", Right::WriteRecords,
         [](Clinic& c, const Tried& t) {
             app::CaseForm form;
             form.complaint = "Neck pain";
             static_cast<void>(app::addCase(c, t.patient, form));
         }},
        {"RecordForms.h", "updateCase", Right::WriteRecords,
         [](Clinic& c, const Tried& t) {
             app::updateCase(c, theCase(t), app::formOf(theCase(t), c));
         }},
        {"RecordForms.h", "closeCase", Right::WriteRecords,
         [](Clinic& c, const Tried& t) {
             app::closeCase(c, theCase(t), app::closingOf(theCase(t), c));
         }},
        {"RecordForms.h", "reopenCase", Right::WriteRecords,
         [](Clinic& c, const Tried& t) { app::reopenCase(c, theCase(t)); }},
        {"ContactNotes.h", "contactLines", Right::ReadRecords,
         [](Clinic& c, const Tried& t) { static_cast<void>(app::contactLines(c, t.caseId)); }},
        {"ContactNotes.h", "addContact", Right::WriteRecords,
         [](Clinic& c, const Tried& t) { app::addContact(c, t.caseId, {.text = "called"}); }},
        {"CarePlans.h", "carePlan", Right::ReadRecords,
         [](Clinic& c, const Tried& t) { static_cast<void>(app::carePlan(c, t.caseId)); }},
        {"CarePlans.h", "runningCare", Right::ReadRecords,
         [](Clinic& c, const Tried& t) { static_cast<void>(app::runningCare(c, t.caseId)); }},
        {"CarePlans.h", "agree", Right::WriteRecords,
         [](Clinic& c, const Tried& t) {
             app::agree(c, t.caseId, key<HomeCareKey>("heat"), {}, {}, {});
         }},
        {"CarePlans.h", "changeCare", Right::WriteRecords,
         [](Clinic& c, const Tried& t) {
             app::changeCare(c, t.caseId, idOf<CarePlanItemId>(1), {}, {});
         }},
        {"CarePlans.h", "stopCare", Right::WriteRecords,
         [](Clinic& c, const Tried& t) {
             app::stopCare(c, t.caseId, idOf<CarePlanItemId>(1), "done");
         }},
        {"MeasureTrends.h", "measureTrends", Right::ReadRecords,
         [](Clinic& c, const Tried& t) { static_cast<void>(app::measureTrends(c, t.caseId)); }},
        {"OverviewFacts.h", "overviewFacts", Right::ReadRecords,
         [](Clinic& c, const Tried& t) {
             static_cast<void>(app::overviewFacts(c, theCase(t), {}));
         }},
        {"WhatHelps.h", "whatHelpsHere", Right::ReadRecords,
         [](Clinic& c, const Tried&) { static_cast<void>(app::whatHelpsHere(c)); }},
    };
}

[[nodiscard]] std::vector<UseCase> ofSessions() {
    return {
        {"SessionPresenter.h", "SessionPresenter", Right::ReadRecords,
         [](Clinic& c, const Tried& t) {
             const app::SessionPresenter open{c, t.session};
         }},
        {"SessionPresenter.h", "begin", Right::WriteRecords,
         [](Clinic& c, const Tried& t) {
             static_cast<void>(app::SessionPresenter::begin(c, t.caseId));
         }},
        {"HistoryPresenter.h", "HistoryPresenter", Right::ReadRecords,
         [](Clinic& c, const Tried& t) { app::HistoryPresenter{c}.open(t.patient, t.caseId, {}); }},
        {"SessionDifference.h", "differenceOf", Right::ReadRecords,
         [](Clinic& c, const Tried& t) {
             static_cast<void>(app::differenceOf(c, {}, t.session, t.draft));
         }},
        {"RecordLists.h", "listSessions", Right::ReadRecords,
         [](Clinic& c, const Tried& t) { static_cast<void>(app::listSessions(c, t.patient, 5)); }},
        {"RecordLists.h", "latestSession", Right::ReadRecords,
         [](Clinic& c, const Tried& t) { static_cast<void>(app::latestSession(c, t.patient)); }},
        {"PatientList.h", "findSessions", Right::ReadRecords,
         [](Clinic& c, const Tried&) { static_cast<void>(app::findSessions(c, "pain")); }},
        {"UnsignedDrafts.h", "unsignedDrafts", Right::ReadRecords,
         [](Clinic& c, const Tried&) { static_cast<void>(app::unsignedDrafts(c)); }},
        {"UnsignedDrafts.h", "openDrafts", Right::ReadRecords,
         [](Clinic& c, const Tried& t) { static_cast<void>(app::openDrafts(c, t.patient)); }},
        {"Unfinished.h", "unfinished", Right::ReadRecords,
         [](Clinic& c, const Tried& t) {
             static_cast<void>(app::unfinished(c, app::ContactText{t.caseId}));
         }},
        {"Unfinished.h", "keepUnfinished", Right::WriteRecords,
         [](Clinic& c, const Tried& t) {
             app::keepUnfinished(c, app::ContactText{t.caseId}, "called");
         }},
    };
}

[[nodiscard]] std::vector<UseCase> ofForms() {
    return {
        {"FormPresenter.h", "FormPresenter", Right::WriteRecords,
         [](Clinic& c, const Tried& t) {
             const auto library = app::formLibrary(c);
             const app::FormPresenter form{c, library.all().front(), {t.patient}};
         }},
        {"FormPresenter.h", "FormPresenter", Right::ReadRecords,
         [](Clinic& c, const Tried&) {
             const app::FormPresenter form{c, idOf<FormRecordId>(1)};
         }},
        {"FormPresenter.h", "putAwayForm", Right::WriteRecords,
         [](Clinic& c, const Tried&) { app::putAwayForm(c, idOf<FormRecordId>(1)); }},
        {"FormPresenter.h", "patientForms", Right::ReadRecords,
         [](Clinic& c, const Tried& t) {
             static_cast<void>(app::patientForms(c, t.patient, t.caseId));
         }},
        {"HandedOver.h", "handOverGreeting", Right::ReadRecords,
         [](Clinic& c, const Tried& t) { static_cast<void>(app::handOverGreeting(c, t.patient)); }},
        {"Screenings.h", "flagBanner", Right::ReadRecords,
         [](Clinic& c, const Tried& t) { static_cast<void>(app::flagBanner(c, t.patient)); }},
        {"Screenings.h", "flagView", Right::ReadRecords,
         [](Clinic& c, const Tried& t) { static_cast<void>(app::flagView(c, aFlag(t))); }},
        {"Screenings.h", "raisedFlags", Right::ReadRecords,
         [](Clinic& c, const Tried& t) { static_cast<void>(app::raisedFlags(c, t.patient)); }},
        {"Screenings.h", "settleAsTold", Right::WriteRecords,
         [](Clinic& c, const Tried&) {
             app::settleAsTold(c, idOf<RaisedFlagId>(1), "Dr Patel", {}, {});
         }},
        {"Screenings.h", "settleAsReferred", Right::WriteRecords,
         [](Clinic& c, const Tried&) {
             app::settleAsReferred(c, idOf<RaisedFlagId>(1), "Dr Patel");
         }},
        {"Screenings.h", "unsettledAmong", Right::ReadRecords,
         [](Clinic& c, const Tried& t) {
             static_cast<void>(app::unsettledAmong(c, t.patient, {}));
         }},
        {"Screenings.h", "settleByLetter", Right::WriteRecords,
         [](Clinic& c, const Tried& t) { app::settleByLetter(c, t.patient, {}, "Dr Patel"); }},
        {"Screenings.h", "settleAsGoingOn", Right::WriteRecords,
         [](Clinic& c, const Tried&) {
             app::settleAsGoingOn(c, idOf<RaisedFlagId>(1), "known for years");
         }},
        {"ScreeningOffers.h", "ScreeningOffers", Right::ReadRecords,
         [](Clinic& c, const Tried&) { app::ScreeningOffers{c}.renew(); }},
        {"Screenings.h", "screeningDue", Right::ReadRecords,
         [](Clinic& c, const Tried& t) { static_cast<void>(app::screeningDue(c, t.caseId)); }},
    };
}

} // namespace

std::vector<UseCase> recordUseCases() {
    auto all = ofPatients();
    for (auto& more : {ofCases(), ofSessions(), ofForms()}) {
        all.insert(all.end(), more.begin(), more.end());
    }
    return all;
}

} // namespace palpate::test
