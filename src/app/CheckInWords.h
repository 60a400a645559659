// SPDX-License-Identifier: MIT
#pragma once

#include "app/VisitView.h"
#include "domain/CheckIn.h"

#include <string>
#include <vector>

namespace palpate::app {

/// Every question about everyday life with its answer, in the order of the page. `last`: the
/// answers of the session before; nullptr: there is none.
[[nodiscard]] std::vector<CheckInLine> checkInLines(const CheckIn& now, const CheckIn* last);
/// "slept 7 h"; empty when it was not asked.
[[nodiscard]] std::string summaryOf(const CheckInLine& line);
/// "7 h a night", "5 days of 7": a value of that line's question.
[[nodiscard]] std::string valueText(double value, const CheckInLine& line);

} // namespace palpate::app
