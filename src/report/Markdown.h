// SPDX-License-Identifier: MIT
#pragma once

#include "report/Blocks.h"
#include "report/Fill.h"

namespace palpate::report {

/// Parses a filled template. Parts that come out empty (a paragraph whose value is missing, an
/// empty column) are left out.
[[nodiscard]] Blocks blocksOf(const Filled& filled);

} // namespace palpate::report
