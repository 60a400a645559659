// SPDX-License-Identifier: MIT
// Those patients who are told in full, among the years of the clinic.
#include "app/Demo.h"
#include "app/DemoYears.h"
#include "app/LocalDay.h"
#include "storage/Store.h"

namespace palpate::app {

using std::chrono::days;
using std::chrono::minutes;
using std::chrono::sys_days;

int DemoYears::toldVisits(int patient) const noexcept {
    return patient == 0 ? DemoKovacs::kSessions : DemoShowpiece::kSessions;
}

Instant DemoYears::toldAt(int patient, int visit) const {
    const auto day =
        patient == 0
            ? DemoKovacs::dayOf(visit, request_.lastDay)
            : showpieces_.at(static_cast<std::size_t>(patient - 1)).dayOf(visit, request_.lastDay);
    return startOf(day, timeZone_) + minutes{10 * 60 - 30 * patient};
}

DemoYears::InTreatment DemoYears::newToldPerson(int patient) {
    const auto last = request_.lastDay;
    const auto* piece =
        patient == 0 ? nullptr : &showpieces_.at(static_cast<std::size_t>(patient - 1));
    const auto person =
        piece == nullptr ? DemoKovacs::person(ids_, last) : piece->person(ids_, last);
    auto& store = storeOf(patient);
    store.patients().add(person);
    InTreatment told{.id = person.id,
                     .alerts = person.alerts,
                     .course = {},
                     .record = piece == nullptr ? DemoKovacs::record(ids_, person.id, last)
                                                : piece->record(ids_, person.id, last),
                     .unsignedSession = {},
                     .signedSession = {},
                     .contact = {}};
    store.cases().add(*told.record);
    ++arrived_;
    return told;
}

void DemoYears::toldPersonComes(const Event& event) {
    const int patient = event.patient;
    auto found = people_.find(patient);
    if (found == people_.end()) {
        found = people_.emplace(patient, newToldPerson(patient)).first;
    }
    auto& person = found->second;
    const auto& world = worldOf(patient);
    const auto last = request_.lastDay;
    const auto session = patient == 0
                             ? ana_.next(world, *person.record, person.visits, event.at, last)
                             : showpieces_.at(static_cast<std::size_t>(patient - 1))
                                   .next(world, *person.record, person.visits, event.at, last);
    storeOf(patient).sessions().begin(session);
    const int visit = person.visits++;
    forms_.told(staff_.clinicOf(treating(patient)), patient, visit, *person.record, session);
    if (person.visits == toldVisits(patient)) {
        return;
    }
    person.unsignedSession = session.id;
    events_.push({event.at + minutes{65}, patient, EventKind::Signing, false});
    events_.push({toldAt(patient, person.visits), patient, EventKind::Visit, false});
    person.contact = patient == 0 ? DemoKovacs::contactAfter(visit) : std::nullopt;
    if (person.contact) {
        const auto day = sys_days{DemoKovacs::dayOf(visit, last)} + days{person.contact->daysLater};
        events_.push(
            {startOf(Date{day}, timeZone_) + minutes{9 * 60}, patient, EventKind::Contact, false});
    }
}

} // namespace palpate::app
