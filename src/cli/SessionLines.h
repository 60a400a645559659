// SPDX-License-Identifier: MIT
#pragma once

#include "app/RecordLists.h"

#include <iosfwd>
#include <vector>

namespace palpate::cli {

/// Sessions as a script reads them: an array of objects with id.
void printJson(std::ostream& out, const std::vector<app::ListedSession>& sessions);
/// Sessions as a person reads them.
void printTable(std::ostream& out, const std::vector<app::ListedSession>& sessions);

} // namespace palpate::cli
