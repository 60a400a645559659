// SPDX-License-Identifier: MIT
#pragma once

#include "app/DemoSessions.h"
#include "domain/Patient.h"

#include <array>

namespace palpate::app {

class Knowledge;

/// Ana Kovács, the invented patient of every picture of Palpate: low back pain on the right, seven
/// weekly sessions, getting better; the seventh is still being written.
class DemoKovacs {
public:
    static constexpr int kSessions = 7;

    /// Throws DataError as demoPlace does. The knowledge must outlive it.
    explicit DemoKovacs(const Knowledge& knowledge);

    /// The day of session `index`, from 0; the last one on `lastDay`.
    [[nodiscard]] static Date dayOf(int index, Date lastDay);
    [[nodiscard]] static Patient person(PatientId id);
    [[nodiscard]] Case record(CaseId id, PatientId patient, Date lastDay) const;
    /// Session `index`, from 0, unsigned. Must be asked for in order.
    [[nodiscard]] Session next(const DemoWorld& world, const Case& record, int index, Instant at);

private:
    static constexpr int kPoints = 7;
    const atlas::BodyMap& map_;
    std::vector<DemoPlace> places_;
    std::vector<TriggerPoint> points_;
    std::optional<Session> previous_;
    std::optional<DrawnPain> drawnBefore_;
};

} // namespace palpate::app
