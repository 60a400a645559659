// SPDX-License-Identifier: MIT
#pragma once

#include "storage/Store.h"

namespace palpate::app {

class Knowledge;

/// How every clinic is opened, and every copy of one: found by the same words.
[[nodiscard]] storage::OpenOptions openOptions(const Knowledge& knowledge,
                                               storage::GoesOn whileIndexing = {});

} // namespace palpate::app
