// SPDX-License-Identifier: MIT
#pragma once

#include "app/DemoSessions.h"
#include "domain/Patient.h"

namespace palpate::app {

class Knowledge;

/// Two invented patients who are told in full beside Ana Kovács, so that the usual techniques of
/// other professions can be looked at: neck pain at a chiropractor's, a shoulder at a massage
/// therapist's. A first visit each, and a follow-up still being written on the last day.
class DemoShowpiece {
public:
    static constexpr int kSessions = 2;

    /// Of number 1 (the chiropractor's) or 2 (the massage therapist's). Throws DataError as
    /// demoPlace does. The knowledge must outlive it.
    DemoShowpiece(const Knowledge& knowledge, int number);

    [[nodiscard]] Date dayOf(int index, Date lastDay) const;
    [[nodiscard]] Patient person(IdMaker& ids, Date lastDay) const;
    [[nodiscard]] Case record(IdMaker& ids, PatientId patient, Date lastDay) const;
    /// Session `index`, from 0, unsigned. Must be asked for in order.
    [[nodiscard]] Session next(const DemoWorld& world, const Case& record, int index, Instant at,
                               Date lastDay);

private:
    bool isChiropractic_;
    std::vector<DemoPlace> places_;
    std::vector<TriggerPoint> points_;
    std::vector<Session> earlier_;
};

} // namespace palpate::app
