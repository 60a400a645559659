// SPDX-License-Identifier: MIT
#pragma once

#include "storage/Engine.h"

namespace palpate::storage {

/// What the search index, the open cases and the outcomes hold: to be raised when any of them gets
/// other content, or another layout, from the same records.
inline constexpr int kDerivedVersion = 6;

[[nodiscard]] bool isDerivedUpToDate(Engine& engine);
/// Makes all that can be derived again when it is of an older program: after a migration, or when
/// the words of the tables have changed. Inside a writing transaction, under whose lock it looks
/// once more whether another program has done it meanwhile.
void bringDerivedUpToDate(Engine& engine);

} // namespace palpate::storage
