// SPDX-License-Identifier: MIT
#pragma once

#include "storage/Verification.h"

#include <string>
#include <string_view>

namespace palpate::storage {

class Engine;

/// Counts a fault and keeps it, unless there are too many to read.
void fault(CheckResult& result, Message message);

/// Runs a pragma that lists what is wrong, one row each; `sound` is the row that says that nothing
/// is.
void listFrom(Engine& engine, CheckResult& result, const std::string& pragma,
              std::string_view sound);

void checkSearchIndex(Engine& engine, CheckResult& result);
void checkDocuments(Engine& engine, CheckResult& result);
void checkDisclosures(Engine& engine, CheckResult& result);

} // namespace palpate::storage
