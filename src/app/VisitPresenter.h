// SPDX-License-Identifier: MIT
#pragma once

#include "app/VisitView.h"

#include <optional>
#include <string>
#include <vector>

namespace palpate::app {

struct SessionInside;

/// The frame of one session: times, consent, everyday life, unwanted effects, next visit, home
/// care. Every edit is stored before the call returns; any call may throw StorageError or
/// EditRefused, and record and view are then unchanged.
class VisitPresenter {
public:
    explicit VisitPresenter(SessionInside& inside) noexcept : inside_{inside} {}

    /// Clinic time, as typed: "2026-11-20", "20 Nov", "10:30"; an empty end: not told. What is
    /// wrong comes back as one sentence, and nothing is stored.
    [[nodiscard]] std::optional<Message> setTimes(const std::string& day, const std::string& start,
                                                  const std::string& end);
    void setConsent(std::optional<TodayConsent> consent);
    /// EditRefused with a sentence when the number is none for that question.
    void setCheckIn(CheckInField field, std::optional<double> value);
    void setReaction(std::optional<Reaction> reaction);
    void setNextVisit(std::optional<Date> day);
    /// As typed: "30 Nov", "in 2 weeks", "+7".
    [[nodiscard]] std::optional<Message> setNextVisit(const std::string& typed);
    void putHomeCare(HomeCareItem item);
    void removeHomeCare(HomeCareKey item);
    /// Items by the beginnings of words; for an empty text the proposals.
    [[nodiscard]] std::vector<HomeCareRow> homeCareMatching(const std::string& typed) const;

private:
    SessionInside& inside_;
};

} // namespace palpate::app
