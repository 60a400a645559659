// SPDX-License-Identifier: MIT
#pragma once

#include "storage/GoesOn.h"

namespace palpate::storage {

void askOn(const GoesOn& goesOn, double share); ///< throws WorkDropped
/// The part of a whole from `from` to `to`, as a work of its own. `goesOn` must outlive it.
[[nodiscard]] GoesOn partOf(const GoesOn& goesOn, double from, double to);

} // namespace palpate::storage
