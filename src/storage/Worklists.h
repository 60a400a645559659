// SPDX-License-Identifier: MIT
#pragma once

#include "domain/Calendar.h"
#include "domain/Id.h"
#include "domain/Screening.h"
#include "storage/SessionSearch.h"

#include <optional>
#include <string>
#include <vector>

namespace palpate::storage {

class Engine;

/// One thing to do of a clinic's list.
struct WorkRow {
    PatientId patient; ///< the record that goes on, when the case's own was merged
    CaseId caseId;
    SessionId session; ///< the one meant; of a case its newest
    std::string familyName;
    std::string givenName;
    std::string complaint;
    Instant startedAt;                        ///< of `session`
    int number = 1;                           ///< of `session` in its case, the oldest being 1
    bool isSigned = false;                    ///< `session`
    Instant since;                            ///< what the row stands in the list for; see the list
    std::optional<Date> nextVisit = {};       ///< as agreed last in the case
    std::optional<HomeCareKey> homeCare = {}; ///< of reviewsDue
    std::optional<Date> review = {};          ///< of reviewsDue: the day itself, in no zone
    bool wasRated = true; ///< of ratedBefore: false when pain now was never asked in the case
    friend bool operator==(const WorkRow&, const WorkRow&) = default;
};

struct Worklist {
    std::vector<WorkRow> rows; ///< the most pressing first
    HitCount count;            ///< of all there are
};

struct UnsettledFlagRow {
    RaisedFlagId flag;
    PatientId patient; ///< the record that goes on
    std::optional<CaseId> caseId;
    std::string familyName;
    std::string givenName;
    std::string pointsTo;
    std::string urgency;
    Instant raised;
    friend bool operator==(const UnsettledFlagRow&, const UnsettledFlagRow&) = default;
};
struct FlagWorklist {
    std::vector<UnsettledFlagRow> rows;
    HitCount count;
};

/// The lists with which a clinic's day begins, in time that does not grow with the clinic. Leave no
/// trace. Lists of cases hold open cases that have a session, of patients who are not archived. The
/// front desk gets `begun` and `agreedFor`, without complaints; the others throw AccessDenied then.
class Worklists {
public:
    explicit Worklists(Engine& engine) noexcept : engine_{engine} {}

    /// Sessions started at or after `from` and before `to`, the earliest first; since: their start.
    [[nodiscard]] Worklist begun(Instant from, Instant to, int limit) const;
    /// Open cases whose next visit, as agreed last, is that day; since: the start of the newest
    /// session. By family name.
    [[nodiscard]] Worklist agreedFor(Date day, int limit) const;
    /// Unsigned sessions of the person signed in, the earliest first; since: when they were begun
    /// to be written.
    [[nodiscard]] Worklist drafts(int limit) const;
    /// Open cases in which pain now was last asked, or which began without asking it, before
    /// `before`; since: that session's start. The longest ago first.
    [[nodiscard]] Worklist ratedBefore(Instant before, int limit) const;
    /// Open cases with home care agreed, whose days of doing it were last asked, or which was first
    /// agreed without ever asking, before `before`; since: that session's start. The longest ago
    /// first.
    [[nodiscard]] Worklist homeCareAskedBefore(Instant before, int limit) const;
    /// Open cases whose newest session is before `before` and which have no agreed visit on `today`
    /// or later; since: that session's start. The longest ago first.
    [[nodiscard]] Worklist unseenSince(Instant before, Date today, int limit) const;
    /// Flags about which nothing was done yet, the most pressing first (`urgencies`: their keys in
    /// that order), then the longest ago.
    [[nodiscard]] FlagWorklist flagsUnsettled(const std::vector<std::string>& urgencies,
                                              int limit) const;
    /// Items of home-care plans of open cases whose review is at or before `day`; since: the start
    /// of that day in UTC. The longest ago first.
    [[nodiscard]] Worklist reviewsDue(Date day, int limit) const;

private:
    Engine& engine_;
};

} // namespace palpate::storage
