// SPDX-License-Identifier: MIT
#pragma once

#include "domain/Patient.h"
#include "storage/PatientRepository.h"

namespace palpate::storage {

class Engine;

/// What whoever is signed in reads of the record. Owners and practitioners: all of it. The front
/// desk: all but what is clinical, which is alerts, allergies, consents, the note, the physician
/// and the hand. An auditor: the names and the birth date.
[[nodiscard]] Patient readPart(Engine& engine, Patient patient);
[[nodiscard]] PatientRow readPart(Engine& engine, PatientRow row); ///< without its complaint

/// What is to be stored when somebody wants `wanted` of the record that is now `before`: what they
/// don't read stays. AccessDenied: an auditor, or the front desk with something clinical.
[[nodiscard]] Patient writtenPart(Engine& engine, const Patient& wanted, const Patient& before);

} // namespace palpate::storage
