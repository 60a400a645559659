// SPDX-License-Identifier: MIT
#pragma once

#include "domain/Session.h"

#include <optional>
#include <string>
#include <vector>

namespace palpate::app {

enum class CheckInField { Sleep, Stress, Water, Sitting, Activity, HomeCare };

/// One answer about everyday life.
struct CheckInLine {
    CheckInField field = CheckInField::Sleep;
    std::string label; ///< "Sleep"
    std::string unit;  ///< "h a night", "of 10", "days of 7"
    std::string text;  ///< "7 h"; "" not asked
    std::optional<double> value;
    std::optional<double> last;
    double most = 10; ///< of a strip of whole numbers from 0
    friend bool operator==(const CheckInLine&, const CheckInLine&) = default;
};

struct HomeCareRow {
    HomeCareItem item;
    std::string label;    ///< "Gentle static stretch"
    std::string usual;    ///< the usual dose in words: a proposal
    std::string cautions; ///< may be empty
    std::string sources;
    bool fromLast = false; ///< agreed last time
    bool fromPlan = false; ///< goes on in the home-care plan of the case
    friend bool operator==(const HomeCareRow&, const HomeCareRow&) = default;
};

/// The frame of a visit: when, with whose consent, how life was, what comes next.
struct VisitView {
    Instant startedAt{};
    std::optional<Instant> endedAt;
    std::string timesText;  ///< "10:30-11:10", "10:30"
    std::string lateText;   ///< "Late entry, written 26 Nov 2026, 09:10"; "" when it is none
    std::string day = {};   ///< "20 Nov 2026", as VisitPresenter::setTimes takes it
    std::string start = {}; ///< "10:30"
    std::string end = {};   ///< "11:10"; "" not told
    std::optional<TodayConsent> consent;
    std::vector<CheckInLine> checkIn;
    std::string
        checkInText; ///< "slept 7 h · stress 4 · sat 6 h · home care 5 of 7 days"; may be empty
    std::optional<Reaction> reaction;
    std::optional<Date> nextVisit;
    std::string nextVisitText;                            ///< "Mon 30 Nov 2026"; ""
    std::vector<std::pair<std::string, Date>> nextVisits; ///< "in a week": proposals by the plan
    std::vector<HomeCareRow> homeCare;                    ///< agreed today
    std::vector<HomeCareRow>
        homeCareProposals; ///< the plan's, last time's, then those for today's muscles
    friend bool operator==(const VisitView&, const VisitView&) = default;
};

/// Somebody else charts this draft; it can be read, and taken over knowingly.
struct HolderView {
    std::string name;  ///< "D. Okafor"
    std::string since; ///< "10:42"
    friend bool operator==(const HolderView&, const HolderView&) = default;
};

/// What a signature would leave open.
struct SigningGap {
    std::string text;
    std::optional<TreatmentId> treatment; ///< where to close it
    friend bool operator==(const SigningGap&, const SigningGap&) = default;
};

/// What the practitioner is shown before signing.
struct SigningView {
    std::vector<std::string> blockers;
    std::vector<SigningGap> gaps;
    std::string copied; ///< "34 % of the text was copied from the session of 18 Nov."; "" when none
    friend bool operator==(const SigningView&, const SigningView&) = default;
};

} // namespace palpate::app
