// SPDX-License-Identifier: MIT
#pragma once

#include "domain/Patient.h"

#include <optional>
#include <vector>

namespace palpate::app {

class Clinic;

/// The record that goes on, with the alerts, allergies and consents of those that were merged into
/// it: what speaks against a technique must not be lost from sight by merging. For looking at and
/// charting by, never for storing. Leaves no trace. Empty: no such patient.
[[nodiscard]] std::optional<Patient> wholePatient(Clinic& clinic, const PatientId& id);
/// The same for the stored record that goes on and the stored records that were merged into it.
[[nodiscard]] Patient wholePatient(Patient patient, const std::vector<Patient>& merged);

} // namespace palpate::app
