// SPDX-License-Identifier: MIT
#pragma once

#include "app/DemoForms.h"
#include "app/DemoKovacs.h"
#include "app/DemoSessions.h"
#include "app/DemoShowpiece.h"
#include "app/DemoStaff.h"

#include <array>
#include <cstdint>
#include <functional>
#include <optional>
#include <queue>
#include <tuple>
#include <unordered_map>
#include <vector>

namespace palpate::app {

struct DemoRequest;

/// The years of a demonstration clinic, day by day. A clinic's days are lived in order of time, so
/// that the audit trail, the identifiers and the file look as if they had grown.
class DemoYears {
public:
    /// Everything must outlive it.
    DemoYears(DemoStaff& staff, SetClock& clock, IdMaker& ids, const DemoRequest& request,
              const Knowledge& knowledge);

    void live(Date firstDay);

private:
    enum class EventKind { Visit, Signing, Addendum, Contact };
    /// What happens next, to whom.
    struct Event {
        Instant at;
        int patient = 0;
        EventKind kind = EventKind::Visit;
        bool draft = false; ///< a visit that is still being written when the demonstration ends
        std::optional<Instant> visited = {}; ///< of a visit that is written up later
        friend bool operator>(const Event& a, const Event& b) {
            return std::tuple{a.at, a.patient, a.kind} > std::tuple{b.at, b.patient, b.kind};
        }
    };
    /// Somebody in treatment. Forgotten as soon as the case is over, so that memory does not grow
    /// with the number of patients.
    struct InTreatment {
        PatientId id;
        std::optional<std::vector<Alert>> alerts;
        std::optional<DemoCourse> course; ///< empty: one who is told in full
        std::optional<Case> record;       ///< of such a one
        int visits = 0;
        std::optional<SessionId> unsignedSession;
        std::optional<SessionId> signedSession;
        std::optional<DemoContact> contact; ///< of Ana Kovács, to come
        bool secondCase = false;
    };
    /// When somebody comes again.
    struct Appointment {
        Date day;
        bool draft = false;   ///< sits in the treatment room when the demonstration ends
        bool isLived = false; ///< within the years of the demonstration
    };

    [[nodiscard]] bool isToldInFull(int patient) const noexcept;
    [[nodiscard]] std::size_t treating(int patient) const;
    [[nodiscard]] storage::Store& storeOf(int patient);
    [[nodiscard]] const DemoWorld& worldOf(int patient) const;

    void planArrivals(Date firstDay);
    void addWorld(std::size_t person);
    [[nodiscard]] bool isJoiningDue() const;
    void joinWhenDue();
    void happen(const Event& event);

    // Those who are told in full.
    [[nodiscard]] Instant toldAt(int patient, int visit) const;
    [[nodiscard]] int toldVisits(int patient) const noexcept;
    [[nodiscard]] InTreatment newToldPerson(int patient);
    void toldPersonComes(const Event& event);

    // Everybody else.
    [[nodiscard]] Instant slotOn(DemoChance& chance, Date day) const;
    [[nodiscard]] DemoCourse newCourse(DemoChance& chance, int patient, const InTreatment& person,
                                       Date day);
    [[nodiscard]] InTreatment& newPerson(int patient, Date day);
    void comes(const Event& event);
    /// Whether the visit is only written up on the day after: then that is planned.
    [[nodiscard]] bool isPutOff(const Event& event, Date day);
    [[nodiscard]] Appointment appointmentAfter(int patient, DemoChance& chance, int visits,
                                               Date day);
    void signSession(int patient, InTreatment& person);
    void finish(const Event& event);
    void writeAddendum(int patient, InTreatment& person);
    void writeContact(int patient, InTreatment& person);
    void afterwards(Instant at, int patient, InTreatment& person, bool isSigning);
    void closeCase(int patient, InTreatment& person, Instant at);

    DemoStaff& staff_;
    SetClock& clock_;
    IdMaker& ids_;
    const DemoRequest& request_;
    const reference::Reference& reference_;
    std::string timeZone_;
    DemoBody body_;
    DemoTechniques techniques_;
    DemoKovacs ana_;
    std::array<DemoShowpiece, 2> showpieces_;
    DemoForms forms_;
    Instant joiningAt_;             ///< when the owner stops being alone
    std::vector<DemoWorld> worlds_; ///< by who treats
    std::priority_queue<Event, std::vector<Event>, std::greater<>> events_;
    std::vector<std::uint8_t> treating_; ///< by patient: who
    std::unordered_map<int, InTreatment> people_;
    int arrived_ = 0;
    int drafts_ = 0;
};

} // namespace palpate::app
