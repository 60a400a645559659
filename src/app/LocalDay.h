// SPDX-License-Identifier: MIT
#pragma once

#include "domain/Calendar.h"

#include <chrono>
#include <string>

namespace palpate::app {

/// The moment at which a day begins in an IANA time zone; where clocks skip midnight, the first
/// moment after it. An unknown zone throws DataError.
[[nodiscard]] Instant startOf(Date day, const std::string& zone);

/// Which of two moments is meant where the clocks are set back.
enum class Doubled { First, Second };
/// The moment at which that time of day is read from the clocks of the zone; the moment of the
/// change where they skip it.
[[nodiscard]] Instant momentIn(Date day, std::chrono::minutes time, const std::string& zone,
                               Doubled which = Doubled::First);

/// The day after.
[[nodiscard]] Date dayAfter(Date day);

} // namespace palpate::app
