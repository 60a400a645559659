// SPDX-License-Identifier: MIT
#pragma once

#include "storage/Verification.h"

namespace palpate::storage {

class Engine;

/// Counts a fault and keeps it, unless there are too many to read.
void fault(CheckResult& result, Message message);

void checkDocuments(Engine& engine, CheckResult& result);
void checkDisclosures(Engine& engine, CheckResult& result);

} // namespace palpate::storage
