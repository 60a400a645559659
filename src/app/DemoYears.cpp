// SPDX-License-Identifier: MIT
#include "app/DemoYears.h"

#include "app/Demo.h"
#include "app/DemoCases.h"
#include "app/DemoPeople.h"
#include "app/LocalDay.h"
#include "app/SessionDays.h"
#include "app/TimeText.h"
#include "storage/Store.h"

#include <algorithm>
#include <utility>

namespace palpate::app {

namespace {

using std::chrono::days;
using std::chrono::minutes;
using std::chrono::sys_days;

constexpr int kEventsPerTransaction = 2048; ///< larger: memory grows, speed no longer
constexpr int kDraftsOfTheLastDay = 8;      ///< at most, those who are told in full besides

constexpr auto kAddenda = std::to_array<std::string_view>(
    {"The patient called: sore for a day, then better.",
     "Letter of the physician received; it changes nothing in the plan.",
     "The medication list arrived and is complete.",
     "The patient reports by telephone that the exercise was done as shown.",
     "Side of the home exercise confirmed with the patient."});

struct ContactWords {
    ContactKind kind;
    std::string_view text;
};
constexpr std::array kContacts{
    ContactWords{ContactKind::Telephone, "Asked whether the exercise may be done twice a day. Yes, "
                                         "as long as it stays comfortable."},
    ContactWords{ContactKind::Telephone, "Called to move the appointment by an hour."},
    ContactWords{ContactKind::Telephone, "No answer; message left with the request to call back."},
    ContactWords{ContactKind::Message, "Photograph of the workplace sent, to be looked at in the "
                                       "next session."},
    ContactWords{ContactKind::Message, "Asked for the home exercise once more; drawing sent."},
    ContactWords{ContactKind::Letter, "Report sent to the physician with the patient's consent."},
    ContactWords{ContactKind::InPerson, "Came by for a receipt; no complaint."},
};

/// A large clinic is made to be searched and measured; forms of all would only take time.
constexpr int kPatientsWithForms = 60;

[[nodiscard]] int intervalAfter(DemoChance& chance, int visits) {
    if (visits < 3) {
        return chance.between(4, 8);
    }
    return visits < 8 ? chance.between(6, 9) : chance.between(7, 16);
}

} // namespace

DemoYears::DemoYears(DemoStaff& staff, SetClock& clock, IdMaker& ids, const DemoRequest& request,
                     const Knowledge& knowledge)
    : staff_{staff}, clock_{clock}, ids_{ids}, request_{request}, reference_{knowledge.reference()},
      timeZone_{staff.clinicOf(DemoStaff::kPhysiotherapist).profile().timeZone}, body_{knowledge},
      techniques_{knowledge.reference(), knowledge.map()}, ana_{knowledge},
      showpieces_{DemoShowpiece{knowledge, 1}, DemoShowpiece{knowledge, 2}}, forms_{knowledge},
      joiningAt_{startOf(DemoStaff::joiningDay(request.lastDay), timeZone_) + minutes{7 * 60}} {
    addWorld(DemoStaff::kPhysiotherapist);
}

void DemoYears::addWorld(std::size_t person) {
    const auto& practitioner = staff_.clinicOf(person).practitioner();
    worlds_.push_back({.reference = reference_,
                       .body = body_,
                       .techniques = techniques_,
                       .ids = ids_,
                       .practitioner = practitioner.id,
                       .profession = practitioner.profession,
                       .timeZone = timeZone_});
}

bool DemoYears::isJoiningDue() const {
    return !staff_.haveJoined() && events_.top().at >= joiningAt_;
}

void DemoYears::joinWhenDue() {
    if (!isJoiningDue()) {
        return;
    }
    clock_.set(std::max<Milliseconds>(joiningAt_, clock_.preciseNow()));
    staff_.join();
    addWorld(DemoStaff::kChiropractor);
    addWorld(DemoStaff::kMassageTherapist);
}

void DemoYears::live(Date firstDay) {
    planArrivals(firstDay);
    while (!events_.empty()) {
        // One transaction for as long as the same person is at work.
        joinWhenDue();
        const auto who = treating(events_.top().patient);
        staff_.clinicOf(who).store().atomically([&] {
            for (int i = 0; i < kEventsPerTransaction && !events_.empty() &&
                            treating(events_.top().patient) == who && !isJoiningDue();
                 ++i) {
                const auto event = events_.top();
                events_.pop();
                happen(event);
            }
        });
        if (request_.onProgress) {
            request_.onProgress(arrived_, request_.patients);
        }
    }
}

bool DemoYears::isToldInFull(int patient) const noexcept {
    return patient < static_cast<int>(DemoStaff::kPeople);
}
std::size_t DemoYears::treating(int patient) const {
    return treating_.at(static_cast<std::size_t>(patient));
}
storage::Store& DemoYears::storeOf(int patient) {
    return staff_.clinicOf(treating(patient)).store();
}
const DemoWorld& DemoYears::worldOf(int patient) const {
    return worlds_.at(treating(patient));
}

void DemoYears::planArrivals(Date firstDay) {
    const int span = daysBetween(firstDay, request_.lastDay);
    for (int i = 0; i < request_.patients; ++i) {
        DemoChance chance{request_.seed, static_cast<std::uint64_t>(i)};
        const Date day{sys_days{firstDay} + days{chance.between(0, std::max(span - 1, 0))}};
        const auto who = DemoStaff::treating(request_.seed, i, day, request_.lastDay);
        treating_.push_back(static_cast<std::uint8_t>(who));
        const auto at = isToldInFull(i)
                            ? toldAt(i, 0)
                            : slotOn(chance, DemoStaff::workday(who, day, request_.lastDay));
        events_.push({at, i, EventKind::Visit, false});
    }
}

void DemoYears::happen(const Event& event) {
    clock_.set(std::max<Milliseconds>(event.at, clock_.preciseNow()));
    if (event.kind != EventKind::Visit) {
        finish(event);
    } else if (isToldInFull(event.patient)) {
        toldPersonComes(event);
    } else {
        comes(event);
    }
}

Instant DemoYears::slotOn(DemoChance& chance, Date day) const {
    // A quarter of an hour within opening times; on the last day early, so that nothing lies in
    // the future of whoever looks at the clinic that day.
    const int quarter = day == request_.lastDay ? chance.between(0, 8) : chance.between(0, 42);
    return startOf(day, timeZone_) + minutes{8 * 60 + 15 * quarter};
}

DemoCourse DemoYears::newCourse(DemoChance& chance, int patient, const InTreatment& person,
                                Date day) {
    const auto& pair = chance.weighted(body_.pairs());
    const auto& topic = chance.happens(0.56) ? pair.right : pair.left;
    auto record = inventedCase(
        chance, ids_, {.patient = person.id, .day = day, .profession = worldOf(patient).profession},
        topic, techniques_);
    storeOf(patient).cases().add(record);
    const DemoChance own{chance.bits()};
    return DemoCourse{own, topic, std::move(record), person.alerts, reference_};
}

DemoYears::InTreatment& DemoYears::newPerson(int patient, Date day) {
    DemoChance chance{request_.seed ^ 0x5DEECE66DU, static_cast<std::uint64_t>(patient)};
    const auto record = inventedPerson(chance, ids_, day, reference_);
    storeOf(patient).patients().add(record);
    ++arrived_;
    InTreatment person{.id = record.id,
                       .alerts = record.alerts,
                       .course = {},
                       .record = {},
                       .unsignedSession = {},
                       .signedSession = {},
                       .contact = {}};
    person.course.emplace(newCourse(chance, patient, person, day));
    return people_.emplace(patient, std::move(person)).first->second;
}

bool DemoYears::isPutOff(const Event& event, Date day) {
    if (event.visited || event.draft || daysBetween(day, request_.lastDay) < 3) {
        return false;
    }
    const auto moment = static_cast<std::uint64_t>(event.at.time_since_epoch().count());
    DemoChance chance{request_.seed ^ moment, static_cast<std::uint64_t>(event.patient)};
    if (!chance.happens(0.008)) {
        return false;
    }
    const auto later = event.at + minutes{24 * 60 + chance.between(10, 300)};
    events_.push({later, event.patient, EventKind::Visit, false, event.at});
    return true;
}

DemoYears::Appointment DemoYears::appointmentAfter(int patient, DemoChance& chance, int visits,
                                                   Date day) {
    const int interval = intervalAfter(chance, visits);
    const Date wished{sys_days{day} + days{interval}};
    if (wished <= request_.lastDay) {
        return {.day = DemoStaff::workday(treating(patient), wished, request_.lastDay),
                .isLived = true};
    }
    if (daysBetween(day, request_.lastDay) >= 2 && drafts_ < kDraftsOfTheLastDay &&
        chance.happens(0.5)) {
        ++drafts_; // some of them sit in the treatment room on the last day
        return {.day = request_.lastDay, .draft = true, .isLived = true};
    }
    return {.day = wished}; // the days to come are not lived, and kept as they are wished
}

void DemoYears::comes(const Event& event) {
    const auto day = localDay(event.visited.value_or(event.at), timeZone_);
    if (isPutOff(event, day)) {
        return;
    }
    const int patient = event.patient;
    const auto found = people_.find(patient);
    auto& person = found != people_.end() ? found->second : newPerson(patient, day);
    if (person.course->isOver()) {
        person.course.emplace(newCourse(person.course->chance(), patient, person, day));
    }
    auto& course = *person.course;
    auto& chance = course.chance();
    DemoVisit visit{.at = event.visited.value_or(event.at), .draft = event.draft, .next = {}};
    visit.minutes = chance.between(22, 42);
    std::optional<Appointment> again;
    if (!event.draft && !course.isLastNext()) {
        again = appointmentAfter(patient, chance, person.visits, day);
        visit.next = again->day;
        visit.daysToNext = daysBetween(day, again->day);
    }
    auto session = course.next(worldOf(patient), visit);
    session.writtenAt = clock_.now();
    storeOf(patient).sessions().begin(session);
    if (patient < kPatientsWithForms && !event.visited) {
        forms_.invented(staff_.clinicOf(treating(patient)), course.visits() - 1, course.record(),
                        session, course.progress());
    }
    ++person.visits;
    if (event.draft) {
        people_.erase(patient); // nothing more happens to them
        return;
    }
    person.unsignedSession = session.id;
    if (again && again->isLived) {
        events_.push({slotOn(chance, again->day), patient, EventKind::Visit, again->draft});
    }
    if (day != request_.lastDay && !event.visited && chance.happens(0.07)) {
        // Written up and signed in the evening.
        const auto evening = event.at + minutes{chance.between(90, 240)};
        events_.push({evening, patient, EventKind::Signing, false});
        return;
    }
    // Where many rooms work side by side the clock may already be further; it never goes back.
    const auto ready = event.at + minutes{visit.minutes + chance.between(2, 6)};
    clock_.set(std::max<Milliseconds>(ready, clock_.preciseNow()));
    signSession(patient, person);
    afterwards(ready, patient, person, true);
}

void DemoYears::signSession(int patient, InTreatment& person) {
    storeOf(patient).sessions().sign(*person.unsignedSession, clock_.now());
    person.signedSession = std::exchange(person.unsignedSession, std::nullopt);
    if (patient == 0) {
        auto record = DemoKovacs::afterSession(*person.record, person.visits - 1, request_.lastDay);
        if (record != *person.record) {
            storeOf(patient).cases().update(record);
            person.record = std::move(record);
        }
    }
}

void DemoYears::finish(const Event& event) {
    const auto found = people_.find(event.patient);
    if (found == people_.end()) {
        return; // a call that came after all was over
    }
    auto& person = found->second;
    switch (event.kind) {
    case EventKind::Addendum:
        writeAddendum(event.patient, person);
        break;
    case EventKind::Contact:
        writeContact(event.patient, person);
        return;
    default:
        signSession(event.patient, person);
        break;
    }
    if (person.course) {
        afterwards(event.at, event.patient, person, event.kind == EventKind::Signing);
    }
}

void DemoYears::writeAddendum(int patient, InTreatment& person) {
    auto& chance = person.course->chance();
    storeOf(patient).sessions().addAddendum(*person.signedSession,
                                            {.id = AddendumId::create(ids_),
                                             .by = worldOf(patient).practitioner,
                                             .at = clock_.now(),
                                             .text = std::string{chance.from(kAddenda)},
                                             .reason = chance.happens(0.5) ? "Learned later" : ""});
}

void DemoYears::writeContact(int patient, InTreatment& person) {
    const auto words = person.course ? person.course->chance().from(kContacts)
                                     : ContactWords{person.contact->kind, person.contact->text};
    storeOf(patient).contactNotes().add(
        {.id = ContactNoteId::create(ids_),
         .caseId = person.course ? person.course->record().id : person.record->id,
         .by = worldOf(patient).practitioner,
         .at = clock_.now(),
         .writtenAt = clock_.now(),
         .kind = words.kind,
         .text = std::string{words.text}});
}

void DemoYears::afterwards(Instant at, int patient, InTreatment& person, bool isSigning) {
    auto& course = *person.course;
    auto& chance = course.chance();
    // Words that come later come to the practitioner's next day at work, in the morning.
    const auto nextDay =
        DemoStaff::workday(treating(patient), dayAfter(localDay(at, timeZone_)), request_.lastDay);
    const auto later = startOf(nextDay, timeZone_) + minutes{7 * 60 + chance.between(30, 58)};
    const bool isBeforeTheEnd = nextDay < request_.lastDay;
    if (isSigning && chance.happens(0.015)) {
        if (isBeforeTheEnd) {
            events_.push({later, patient, EventKind::Addendum, false});
            return;
        }
    }
    if (!course.isOver()) {
        if (isSigning && chance.happens(0.03)) {
            if (isBeforeTheEnd) {
                events_.push({later, patient, EventKind::Contact, false});
            }
        }
        return;
    }
    closeCase(patient, person, at);
    const auto day = localDay(at, timeZone_);
    const bool returns = !person.secondCase && chance.happens(0.06);
    const Date wished{sys_days{day} + days{chance.between(60, 300)}};
    const auto again = DemoStaff::workday(treating(patient), wished, request_.lastDay);
    if (returns && again < request_.lastDay) {
        person.secondCase = true;
        person.visits = 0;
        events_.push({slotOn(chance, again), patient, EventKind::Visit, false});
        return;
    }
    if (chance.happens(0.04)) {
        storeOf(patient).patients().archive(person.id); // moved away, or goes elsewhere
    }
    people_.erase(patient);
}

void DemoYears::closeCase(int patient, InTreatment& person, Instant at) {
    if (person.course->ending() != DemoEnding::StaysAway) {
        storeOf(patient).cases().update(person.course->closed(localDay(at, timeZone_)));
    }
}

} // namespace palpate::app
