// SPDX-License-Identifier: MIT
#pragma once

#include "domain/CarePlan.h"
#include "domain/FormRecord.h"
#include "domain/Screening.h"
#include "storage/TestClinic.h"

namespace palpate::test {

/// Every kind of answer, nested, repeated, with signs that JSON and SQL know.
[[nodiscard]] FormAnswers someAnswers();
/// Ana's, being filled in; the case's of even numbers, in no case of odd ones.
[[nodiscard]] FormRecord aForm(std::uint32_t number = 0);
/// The same, completed ten minutes later.
[[nodiscard]] FormRecord completed(FormRecord record);
/// Raised by aForm(0).
[[nodiscard]] RaisedFlag aFlag(std::uint32_t number = 0);
[[nodiscard]] FlagDeed aDeed(std::uint32_t number = 0);
[[nodiscard]] CarePlanItem aCareItem(std::uint32_t number = 0);

/// The newest row of the trail.
[[nodiscard]] storage::AuditEntry newestRow(storage::Store& store);

} // namespace palpate::test
