// SPDX-License-Identifier: MIT
#pragma once

#include "domain/Calendar.h"
#include "domain/Clock.h"
#include "domain/Id.h"
#include "domain/Message.h"

#include <optional>
#include <string>
#include <vector>

namespace palpate {

using CarePlanItemId = Id<struct CarePlanItemTag>;
using FactorKey = Key<struct FactorKeyTag>; ///< row of factors.json, such as "sitting"

/// Home care that was agreed on for a case, until it is stopped.
struct CarePlanItem {
    CarePlanItemId id;
    CaseId caseId;
    HomeCareKey item;
    std::string dose = {};               ///< "2 x 30 s, twice a day"; may be empty
    std::vector<FactorKey> because = {}; ///< contributing factors that it answers
    Date start;
    std::optional<Date> review = {}; ///< when it is to be talked over; empty: not agreed
    std::optional<Date> stopped = {};
    std::string stoppedBecause = {}; ///< may be empty
    PractitionerId by;               ///< who agreed on it
    Instant written;
    friend bool operator==(const CarePlanItem&, const CarePlanItem&) = default;
};

/// What keeps the item from being stored: a review or an end before the start, a text beyond 500
/// characters, a reason without an end. Each a sentence; empty when all is well.
[[nodiscard]] std::vector<Message> problems(const CarePlanItem& item);

} // namespace palpate
