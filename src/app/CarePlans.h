// SPDX-License-Identifier: MIT
#pragma once

#include "domain/CarePlan.h"
#include "domain/Id.h"

#include <optional>
#include <string>
#include <vector>

namespace palpate::app {

class Clinic;

/// Home care that answers factors of this patient, not yet in the plan.
struct CareProposal {
    HomeCareKey item;
    std::string title;   ///< "Pauses from sitting"
    std::string usual;   ///< the usual dose in words; may be empty
    std::string because; ///< "answers: prolonged sitting, held posture"
    std::vector<FactorKey> factors;
    std::string evidence; ///< "weak evidence", as the table says
    std::vector<std::string> cautions;
    std::string sources;
    friend bool operator==(const CareProposal&, const CareProposal&) = default;
};

struct CareLine {
    CarePlanItemId id;
    std::string title;
    std::string dose;
    std::string when;    ///< "since 12 Oct 2026, review 9 Nov 2026", "stopped 3 Nov: done"
    std::string because; ///< may be empty
    bool reviewDue = false;
    bool stopped = false;
    friend bool operator==(const CareLine&, const CareLine&) = default;
};

/// A factor that a form or session told of, as it was told last.
struct FactorLine {
    FactorKey factor;
    std::string title;    ///< "Prolonged sitting"
    std::string told;     ///< "yes, 23 Nov 2026"
    std::string evidence; ///< how sure it is that it matters
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
    std::vector<FactorLine> factors;     ///< told with "yes"
    std::vector<CareProposal> proposals; ///< answers most of them first
    std::vector<CareLine> items;         ///< those that go on first
    std::string adherence;               ///< "home care on 5 of 7 days (23 Nov)"; empty: not asked
    std::vector<EverydayTrend>
        everyday; ///< sleep, stress, hydration, sitting, activity; those told
};
[[nodiscard]] CarePlanView carePlan(Clinic& clinic, const CaseId& caseId);

/// Takes home care into the plan from today; `review` as typed ("in 2 weeks", "9 Dec", empty:
/// none). EditRefused: in the plan already, a date that can't be read.
void agree(Clinic& clinic, const CaseId& caseId, const HomeCareKey& item, const std::string& dose,
           const std::string& review, const std::vector<FactorKey>& because);
void changeCare(Clinic& clinic, const CaseId& caseId, const CarePlanItemId& item,
                const std::string& dose, const std::string& review);
void stopCare(Clinic& clinic, const CaseId& caseId, const CarePlanItemId& item,
              const std::string& reason);

} // namespace palpate::app
