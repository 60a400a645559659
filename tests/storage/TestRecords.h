// SPDX-License-Identifier: MIT
#pragma once

#include "storage/RetentionRepository.h"
#include "storage/TestForms.h"

#include <string_view>

namespace palpate::test {

/// A word that stands in Ana's record only.
inline constexpr std::string_view kOnlyHers = "quetzalcoatlus";

/// All of Ana's record, aPatient(0), with a row in every table that a record may have one in, and
/// of aPatient(2), who was merged into it. aPatient(0) and aCase(0) are not there yet. `store` is
/// one of the clinic's owner.
void fillWholeRecord(const TestClinic& clinic, storage::Store& store);
/// aPatient(1): a case, two sessions of which one is signed, a document and a disclosure.
void addBystander(storage::Store& store);

[[nodiscard]] storage::DestructionOrder anOrder();

} // namespace palpate::test
