// SPDX-License-Identifier: MIT
#include "storage/Checks.h"

namespace palpate::storage {

void checkAmendments(Engine&, CheckResult&) {} // not built yet

} // namespace palpate::storage
