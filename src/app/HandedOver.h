// SPDX-License-Identifier: MIT
#pragma once

#include "domain/Id.h"

#include <string>

namespace palpate::app {

class Clinic;

// The screen is in the patient's hands while they fill in a form: what the window needs for that.

/// "Hello Ana": as the patient wants to be called, and nothing else of the record. Empty when there
/// is no such patient.
[[nodiscard]] std::string handOverGreeting(Clinic& clinic, const PatientId& patient);

/// Whether this is the password of the person signed in; takes as long as signing in. A right one
/// is in the audit trail as an unlocking, since somebody took the record up again, unless the disk
/// is full. Wrong ones count with those of signing in. Throws WaitNeeded after too many of them,
/// StorageError when the clinic's keys can't be read.
[[nodiscard]] bool isPassword(Clinic& clinic, const std::string& password);

} // namespace palpate::app
