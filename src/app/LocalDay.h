// SPDX-License-Identifier: MIT
#pragma once

#include "domain/Calendar.h"

#include <string>

namespace palpate::app {

/// The moment at which a day begins in an IANA time zone; where clocks skip midnight, the first
/// moment after it. An unknown zone throws DataError.
[[nodiscard]] Instant startOf(Date day, const std::string& zone);

/// The day after.
[[nodiscard]] Date dayAfter(Date day);

} // namespace palpate::app
