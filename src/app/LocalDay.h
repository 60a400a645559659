// SPDX-License-Identifier: MIT
#pragma once

#include "domain/Calendar.h"

#include <chrono>
#include <string>

namespace palpate::app {

/// The moment at which a day begins in an IANA time zone; where clocks skip midnight, the first
/// moment after it. An unknown zone throws DataError.
[[nodiscard]] Instant startOf(Date day, const std::string& zone);

/// The moment at which that time of day is read from the clocks of the zone; the first of two where
/// they are set back, the moment of the change where they skip it.
[[nodiscard]] Instant momentIn(Date day, std::chrono::minutes time, const std::string& zone);

/// The day after.
[[nodiscard]] Date dayAfter(Date day);

} // namespace palpate::app
