// SPDX-License-Identifier: MIT
#pragma once

#include "app/DemoSessions.h"
#include "domain/ContactNote.h"
#include "domain/Patient.h"

#include <array>
#include <optional>
#include <string_view>
#include <vector>

namespace palpate::app {

class Knowledge;

/// A word with the patient that was no session.
struct DemoContact {
    ContactKind kind = ContactKind::Telephone;
    std::string_view text;
    int daysLater = 1; ///< after the session, in the morning
};

/// Ana Kovács, the invented patient of every picture of Palpate: low back pain on the right, seven
/// weekly sessions, getting better; the seventh is still being written.
class DemoKovacs {
public:
    static constexpr int kSessions = 7;

    /// Throws DataError as demoPlace does. The knowledge must outlive it.
    explicit DemoKovacs(const Knowledge& knowledge);

    /// The day of session `index`, from 0; the last one on `lastDay`.
    [[nodiscard]] static Date dayOf(int index, Date lastDay);
    [[nodiscard]] static Patient person(IdMaker& ids, Date lastDay);
    [[nodiscard]] static Case record(IdMaker& ids, PatientId patient, Date lastDay);
    /// The record as it stands when session `index` is over: she reaches a goal on the way.
    [[nodiscard]] static Case afterSession(Case record, int index, Date lastDay);
    /// Session `index`, from 0, unsigned. Must be asked for in order.
    [[nodiscard]] Session next(const DemoWorld& world, const Case& record, int index, Instant at,
                               Date lastDay);
    /// What was said on the telephone between the sessions `index` and the next.
    [[nodiscard]] static std::optional<DemoContact> contactAfter(int index);

private:
    static constexpr int kPoints = 7;
    const atlas::BodyMap& map_;
    std::vector<DemoPlace> places_;
    std::vector<TriggerPoint> points_;
    static void ask(Session& session, std::size_t index);
    void measure(Session& session, std::size_t index) const;
    void treat(const DemoWorld& world, Session& session, std::size_t index) const;
    std::vector<Session> earlier_; ///< oldest first
    std::optional<DrawnPain> drawnBefore_;
};

} // namespace palpate::app
