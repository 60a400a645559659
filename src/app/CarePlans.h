// SPDX-License-Identifier: MIT
#pragma once

#include "domain/CarePlan.h"
#include "domain/Id.h"

#include <optional>
#include <string>
#include <vector>

namespace palpate::reference {
class Reference;
}

namespace palpate::app {

class Clinic;

// Home care has two places. A session tells what was agreed or gone through on that visit, and
// stays as it was signed. The plan of the case tells what goes on between visits, until it is
// stopped. What a session agreed is followed up by everybody's expectation, so it stands among the
// proposals of the plan, first and with its dose, until it is taken over; nothing gets into the
// plan by itself, since start and review are for a person to say. The other way round the items
// that go on are proposed in the next session's home-care list.

/// Home care that answers factors of this patient or was agreed in a session, not yet in the plan.
struct CareProposal {
    HomeCareKey item;
    std::string title;   ///< "Pauses from sitting"
    std::string usual;   ///< the dose of the session, else the usual one in words; may be empty
    std::string because; ///< "agreed in the session of 18 Nov 2026; answers: prolonged sitting"
    std::vector<FactorKey> factors;
    std::string evidence; ///< "weak evidence", as the table says
    std::vector<std::string> cautions;
    std::string sources;
    bool agreedInSession = false; ///< of the newest session that named home care
    friend bool operator==(const CareProposal&, const CareProposal&) = default;
};

struct CareLine {
    CarePlanItemId id;
    std::string title;
    std::string dose;
    std::string when;    ///< "since 12 Oct 2026, review 9 Nov 2026", "stopped 3 Nov: done"
    std::string because; ///< may be empty
    std::string done; ///< "5 of 7 days, helped (23 Nov)", as a check-in told last; empty: not asked
    std::string review; ///< "9 Nov 2026"; empty: none was agreed
    bool reviewDue = false;
    bool stopped = false;
    friend bool operator==(const CareLine&, const CareLine&) = default;
};

/// A factor that a form or session told of, as it was told last.
struct FactorLine {
    FactorKey factor;
    std::string title;    ///< "Prolonged sitting"
    std::string told;     ///< "yes, 23 Nov 2026", "yes, 23 Nov 2026: 9 h at the desk"
    std::string evidence; ///< how sure it is that it matters
    bool isWeak = false;  ///< that evidence is weak, or an opinion only
    friend bool operator==(const FactorLine&, const FactorLine&) = default;
};

/// How everyday life went, beside pain, over the sessions and check-ins of the case.
struct EverydayTrend {
    std::string title; ///< "Sleep"
    std::string unit;  ///< "h a night"
    std::vector<std::pair<Instant, double>> days;
    friend bool operator==(const EverydayTrend&, const EverydayTrend&) = default;
};

struct CarePlanView {
    std::vector<FactorLine> factors; ///< told with "yes"
    std::vector<CareProposal>
        proposals;               ///< agreed in a session first, then by how many they answer
    std::vector<CareLine> items; ///< those that go on first
    std::string adherence;       ///< "home care on 5 of 7 days (23 Nov)"; empty: not asked
    std::vector<EverydayTrend>
        everyday; ///< sleep, stress, hydration, sitting, activity; those told
};
[[nodiscard]] CarePlanView carePlan(Clinic& clinic, const CaseId& caseId);

/// The items that go on, as stored; for whoever charts, lists or prints them.
[[nodiscard]] std::vector<CarePlanItem> runningCare(Clinic& clinic, const CaseId& caseId);
/// "Gentle static stretch: 2 × 30 s, daily"; without a dose the title alone.
[[nodiscard]] std::string careText(const reference::Reference& reference, const HomeCareKey& item,
                                   const std::string& dose);

/// Takes home care into the plan from today; `review` as typed ("in 2 weeks", "9 Dec", empty:
/// none). EditRefused: in the plan already, a date that can't be read.
void agree(Clinic& clinic, const CaseId& caseId, const HomeCareKey& item, const std::string& dose,
           const std::string& review, const std::vector<FactorKey>& because);
void changeCare(Clinic& clinic, const CaseId& caseId, const CarePlanItemId& item,
                const std::string& dose, const std::string& review);
void stopCare(Clinic& clinic, const CaseId& caseId, const CarePlanItemId& item,
              const std::string& reason);

} // namespace palpate::app
