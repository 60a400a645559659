// SPDX-License-Identifier: MIT
#pragma once

#include "app/HistoryPresenter.h"

#include <functional>
#include <span>
#include <string>
#include <vector>

namespace palpate::app {

/// The filter but for its case and its text; `day` is that of the session in its own zone.
[[nodiscard]] bool passes(const HistoryFilter& filter, const Session& session, Date day);

/// What occurs in these sessions, each with the number of sessions that have it, by name.
[[nodiscard]] std::vector<HistoryChoice<MuscleKey>>
musclesIn(std::span<const Session> sessions, const reference::Reference& reference);
[[nodiscard]] std::vector<HistoryChoice<TechniqueKey>>
techniquesIn(std::span<const Session> sessions, const reference::Reference& reference);
[[nodiscard]] std::vector<HistoryChoice<PractitionerId>>
practitionersIn(std::span<const Session> sessions,
                const std::function<std::string(const PractitionerId&)>& nameOf);

/// "since 25 Oct 2026", "until 31 Oct 2026", "1 Oct 2026 to 31 Oct 2026", "on 1 Oct 2026"; empty:
/// any time.
[[nodiscard]] std::string daysWords(const Range<Date>& days);

/// What was typed as days; with a problem, none are.
struct ReadDays {
    Range<Date> days;
    std::vector<Message> problems; ///< each naming its field
};
[[nodiscard]] ReadDays readDays(const TypedDays& typed);

/// The figures of one session, as those of a comparison: what was not assessed is called so.
[[nodiscard]] std::vector<DifferenceFigure> figuresOf(const Clinic& clinic, const Session& session);

} // namespace palpate::app
