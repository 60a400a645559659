// SPDX-License-Identifier: MIT
#include "app/Demo.h"

#include "app/DemoBody.h"
#include "app/DemoCases.h"
#include "app/DemoKovacs.h"
#include "app/DemoPeople.h"
#include "app/DemoSessions.h"
#include "app/DemoTechniques.h"
#include "app/LocalDay.h"
#include "app/TimeText.h"
#include "domain/Error.h"
#include "storage/Store.h"

#include <algorithm>
#include <memory>
#include <queue>
#include <system_error>
#include <unordered_map>
#include <vector>

namespace palpate::app {

namespace {

using std::chrono::days;
using std::chrono::minutes;
using std::chrono::sys_days;

constexpr int kEventsPerTransaction = 2048; ///< larger: memory grows, speed no longer
constexpr int kDraftsOfTheLastDay = 8;      ///< at most, Ana Kovács's besides

enum class EventKind { Visit, Signing, Addendum };

/// What happens next, to whom. A clinic's days are lived in order of time, so that the audit
/// trail, the identifiers and the file look as if they had grown.
struct Event {
    Instant at;
    int patient = 0;
    EventKind kind = EventKind::Visit;
    bool draft = false; ///< a visit that is still being written when the demonstration ends
    friend bool operator>(const Event& a, const Event& b) {
        return std::tuple{a.at, a.patient, a.kind} > std::tuple{b.at, b.patient, b.kind};
    }
};

/// Somebody in treatment. Forgotten as soon as the case is over, so that memory does not grow with
/// the number of patients.
struct InTreatment {
    PatientId id;
    std::vector<AlertKey> alerts;
    std::optional<DemoCourse> course; ///< empty: Ana Kovács
    std::optional<Case> record;       ///< hers
    int visits = 0;
    std::optional<SessionId> unsignedSession;
    std::optional<SessionId> signedSession;
    bool secondCase = false;
};

constexpr auto kAddenda = std::to_array<std::string_view>(
    {"The patient called: sore for a day, then better.",
     "Letter of the physician received; it "
     "changes nothing in the plan.",
     "The medication list arrived and is complete.",
     "The patient reports by telephone that the exercise was done as shown.",
     "Side of the home exercise confirmed with the patient."});

class DemoClinic {
public:
    DemoClinic(Clinic& clinic, SetClock& clock, IdMaker& ids, const DemoRequest& request)
        : store_{clinic.store()}, clock_{clock}, ids_{ids}, request_{request},
          reference_{clinic.reference()}, body_{clinic.knowledge()},
          techniques_{clinic.reference()}, ana_{clinic.knowledge()},
          world_{clinic.reference(),       body_, techniques_, ids, clinic.practitioner().id,
                 clinic.profile().timeZone} {}

    void live(Date firstDay) {
        planArrivals(firstDay);
        while (!events_.empty()) {
            store_.atomically([this] {
                for (int i = 0; i < kEventsPerTransaction && !events_.empty(); ++i) {
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

private:
    void planArrivals(Date firstDay) {
        const int span =
            static_cast<int>((sys_days{request_.lastDay} - sys_days{firstDay}).count());
        events_.push({anaAt(0), 0, EventKind::Visit, false});
        for (int i = 1; i < request_.patients; ++i) {
            DemoChance chance{request_.seed, static_cast<std::uint64_t>(i)};
            const auto day = sys_days{firstDay} + days{chance.between(0, std::max(span - 1, 0))};
            events_.push({slotOn(chance, Date{day}), i, EventKind::Visit, false});
        }
    }

    void happen(const Event& event) {
        clock_.set(std::max<Milliseconds>(event.at, clock_.preciseNow()));
        if (event.kind == EventKind::Visit && event.patient == 0) {
            anaComes(event.at);
        } else if (event.kind == EventKind::Visit) {
            comes(event);
        } else {
            finish(event);
        }
    }

    [[nodiscard]] Instant anaAt(int visit) const {
        return startOf(DemoKovacs::dayOf(visit, request_.lastDay), world_.timeZone) +
               minutes{10 * 60};
    }

    void anaComes(Instant at) {
        auto found = people_.find(0);
        if (found == people_.end()) {
            const auto id = PatientId::create(ids_);
            store_.patients().add(DemoKovacs::person(id));
            found = people_
                        .emplace(0, InTreatment{.id = id,
                                                .alerts = {},
                                                .course = {},
                                                .record = {},
                                                .unsignedSession = {},
                                                .signedSession = {}})
                        .first;
            found->second.record = ana_.record(CaseId::create(ids_), id, request_.lastDay);
            store_.cases().add(*found->second.record);
            ++arrived_;
        }
        auto& ana = found->second;
        const auto session = ana_.next(world_, *ana.record, ana.visits, at);
        store_.sessions().begin(session);
        if (++ana.visits < DemoKovacs::kSessions) {
            ana.unsignedSession = session.id;
            events_.push({at + minutes{65}, 0, EventKind::Signing, false});
            events_.push({anaAt(ana.visits), 0, EventKind::Visit, false});
        }
    }

    /// A quarter of an hour within opening times; on the last day early, so that nothing lies in
    /// the future of whoever looks at the clinic that day.
    [[nodiscard]] Instant slotOn(DemoChance& chance, Date day) const {
        auto open = sys_days{day};
        const std::chrono::weekday weekday{open};
        if (weekday == std::chrono::Sunday && day != request_.lastDay) {
            open = std::min(open + days{1}, sys_days{request_.lastDay});
        }
        const bool isLast = Date{open} == request_.lastDay;
        const int quarter = isLast ? chance.between(0, 8) : chance.between(0, 42);
        return startOf(Date{open}, world_.timeZone) + minutes{8 * 60 + 15 * quarter};
    }

    [[nodiscard]] DemoCourse newCourse(DemoChance& chance, const InTreatment& person, Date day) {
        const auto& pair = chance.weighted(body_.pairs());
        const auto& topic = chance.happens(0.56) ? pair.right : pair.left;
        auto record = inventedCase(chance, CaseId::create(ids_), person.id, topic, day);
        store_.cases().add(record);
        DemoChance own{chance.bits()};
        return DemoCourse{own, topic, std::move(record), person.alerts};
    }

    [[nodiscard]] InTreatment& newPerson(int number, Date day) {
        DemoChance chance{request_.seed ^ 0x5DEECE66DU, static_cast<std::uint64_t>(number)};
        const auto patient = inventedPerson(chance, PatientId::create(ids_), day, reference_);
        store_.patients().add(patient);
        ++arrived_;
        InTreatment person{.id = patient.id,
                           .alerts = {},
                           .course = {},
                           .record = {},
                           .unsignedSession = {},
                           .signedSession = {}};
        for (const auto& alert : patient.alerts.value_or(std::vector<Alert>{})) {
            person.alerts.push_back(alert.kind);
        }
        person.course = newCourse(chance, person, day);
        return people_.emplace(number, std::move(person)).first->second;
    }

    void comes(const Event& event) {
        const auto day = localDay(event.at, world_.timeZone);
        const auto found = people_.find(event.patient);
        auto& person = found != people_.end() ? found->second : newPerson(event.patient, day);
        if (person.course->isOver()) {
            person.course = newCourse(person.course->chance(), person, day);
        }
        auto& course = *person.course;
        const int interval = intervalAfter(course.chance(), person.visits);
        auto session = course.next(world_, event.at, event.draft, interval);
        session.writtenAt = clock_.now();
        store_.sessions().begin(session);
        ++person.visits;
        if (event.draft) {
            people_.erase(event.patient); // nothing more happens to them
            return;
        }
        person.unsignedSession = session.id;
        if (!course.isOver()) {
            planVisit(event.patient, course.chance(), day, interval);
        }
        if (day != request_.lastDay && course.chance().happens(0.07)) {
            // Written up and signed in the evening.
            const auto evening = event.at + minutes{course.chance().between(90, 240)};
            events_.push({evening, event.patient, EventKind::Signing, false});
            return;
        }
        // Where many rooms work side by side the clock may already be further; it never goes back.
        const auto ready = event.at + minutes{course.chance().between(28, 44)};
        clock_.set(std::max<Milliseconds>(ready, clock_.preciseNow()));
        signSession(person);
        afterwards(ready, event.patient, person, true);
    }

    [[nodiscard]] static int intervalAfter(DemoChance& chance, int visits) {
        if (visits < 3) {
            return chance.between(4, 8);
        }
        return visits < 8 ? chance.between(6, 9) : chance.between(7, 16);
    }

    void planVisit(int patient, DemoChance& chance, Date day, int interval) {
        const Date next{sys_days{day} + days{interval}};
        if (next <= request_.lastDay) {
            events_.push({slotOn(chance, next), patient, EventKind::Visit, false});
            return;
        }
        // Beyond the end: some of them sit in the treatment room on the last day.
        const bool worth = sys_days{request_.lastDay} - sys_days{day} >= days{2};
        if (worth && drafts_ < kDraftsOfTheLastDay && chance.happens(0.5)) {
            ++drafts_;
            events_.push({slotOn(chance, request_.lastDay), patient, EventKind::Visit, true});
        }
    }

    void signSession(InTreatment& person) {
        store_.sessions().sign(*person.unsignedSession, clock_.now());
        person.signedSession = std::exchange(person.unsignedSession, std::nullopt);
    }

    void finish(const Event& event) {
        auto& person = people_.at(event.patient);
        if (event.kind == EventKind::Addendum) {
            writeAddendum(person);
        } else {
            signSession(person);
        }
        if (person.course) {
            afterwards(event.at, event.patient, person, event.kind == EventKind::Signing);
        }
    }

    void writeAddendum(InTreatment& person) {
        auto& chance = person.course->chance();
        store_.sessions().addAddendum(*person.signedSession,
                                      {.id = AddendumId::create(ids_),
                                       .by = world_.practitioner,
                                       .at = clock_.now(),
                                       .text = std::string{chance.from(kAddenda)},
                                       .reason = chance.happens(0.5) ? "Learned later" : ""});
    }

    void afterwards(Instant at, int patient, InTreatment& person, bool mayBeAmended) {
        auto& course = *person.course;
        auto& chance = course.chance();
        const auto day = localDay(at, world_.timeZone);
        if (mayBeAmended && chance.happens(0.015)) {
            const auto later = at + minutes{chance.between(60, 2000)};
            if (localDay(later, world_.timeZone) < request_.lastDay) {
                events_.push({later, patient, EventKind::Addendum, false});
                return;
            }
        }
        if (!course.isOver()) {
            return;
        }
        closeCase(course);
        const bool returns = !person.secondCase && chance.happens(0.06);
        const Date again{sys_days{day} + days{chance.between(60, 300)}};
        if (returns && again < request_.lastDay) {
            person.secondCase = true;
            person.visits = 0;
            events_.push({slotOn(chance, again), patient, EventKind::Visit, false});
        } else {
            people_.erase(patient);
        }
    }

    void closeCase(DemoCourse& course) {
        auto record = course.record();
        if (course.outcome() == DemoOutcome::Worsens && course.chance().happens(0.5)) {
            record.status = CaseStatus::ReferredOn;
        } else if (course.chance().happens(0.85)) {
            record.status = CaseStatus::Discharged;
        } else {
            return; // some people just stay away
        }
        store_.cases().update(record);
    }

    storage::Store& store_;
    SetClock& clock_;
    IdMaker& ids_;
    const DemoRequest& request_;
    const reference::Reference& reference_;
    DemoBody body_;
    DemoTechniques techniques_;
    DemoKovacs ana_;
    DemoWorld world_;
    std::priority_queue<Event, std::vector<Event>, std::greater<>> events_;
    std::unordered_map<int, InTreatment> people_;
    int arrived_ = 0;
    int drafts_ = 0;
};

[[nodiscard]] Date firstDayOf(const DemoRequest& request) {
    // A year and a half for a small practice; a large one needs years to see so many people.
    const int span = std::min(3650, 540 + request.patients * 3 / 10);
    return Date{sys_days{request.lastDay} - days{span}};
}

/// Takes a half-made clinic away again; the folder itself stays when it was there before.
class Undo {
public:
    explicit Undo(const std::filesystem::path& folder)
        : folder_{folder}, wasThere_{std::filesystem::exists(folder)} {}
    Undo(const Undo&) = delete;
    Undo& operator=(const Undo&) = delete;
    ~Undo() {
        if (!armed_) {
            return;
        }
        std::error_code ignored; // nothing better can be done while an error is on its way
        for (const auto& entry : std::filesystem::directory_iterator{folder_, ignored}) {
            std::filesystem::remove_all(entry.path(), ignored);
        }
        if (!wasThere_) {
            std::filesystem::remove(folder_, ignored);
        }
    }
    void arm() noexcept { armed_ = true; }
    void disarm() noexcept { armed_ = false; }

private:
    std::filesystem::path folder_;
    bool wasThere_;
    bool armed_ = false;
};

} // namespace

Date newestDemoDay(Instant now) {
    return Date{std::chrono::floor<days>(now - std::chrono::hours{12})};
}

std::string makeDemoClinic(const std::filesystem::path& folder, const DemoRequest& request,
                           const Knowledge& knowledge) {
    if (request.patients < 1 || request.patients > 100'000 || !request.lastDay.ok()) {
        throw EditRefused{{tr("A demonstration has 1 to 100,000 patients and a last day that "
                              "exists."),
                           {}}};
    }
    const ClinicProfile profile{.name = "Riverside Clinic",
                                .address = "12 Mill Lane, Bristol",
                                .phone = "+44 117 496 0101",
                                .timeZone = "Europe/London"};
    const auto firstDay = firstDayOf(request);
    SetClock clock{startOf(firstDay, profile.timeZone) + minutes{7 * 60}};
    IdMaker ids{clock, request.seed};
    const Practitioner owner{.id = PractitionerId::create(ids),
                             .userName = request.userName,
                             .displayName = "D. Okafor",
                             .profession = Profession::Physiotherapist,
                             .role = Role::Owner,
                             .registration = "PH 20417"};
    Undo undo{folder};
    auto recoveryKey =
        createClinic(folder, profile, owner, request.password, clock, ids, request.strength);
    undo.arm();
    {
        Clinic clinic{folder, request.userName, request.password, knowledge, clock, ids};
        DemoClinic{clinic, clock, ids, request}.live(firstDay);
        clinic.signOut();
    }
    undo.disarm();
    return recoveryKey;
}

} // namespace palpate::app
