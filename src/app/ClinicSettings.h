// SPDX-License-Identifier: MIT
#pragma once

#include "domain/Message.h"
#include "domain/Practitioner.h"

#include <string>
#include <utility>
#include <vector>

namespace palpate::app {

class Clinic;

/// What keeps the profile from being stored, each a sentence that names the field.
[[nodiscard]] std::vector<Message> problems(const ClinicProfile& profile);
/// Stores it; `clinic.profile()` is the new one from then on. Owners only, else AccessDenied;
/// EditRefused with the first problem. Nothing is stored then.
void storeProfile(Clinic& clinic, const ClinicProfile& profile);

/// Every unit with its sign on the screen: "kPa", "kgf/cm²", "N/cm²".
[[nodiscard]] std::vector<std::pair<PressureUnit, std::string>> pressureUnits();
[[nodiscard]] std::string pressureSign(PressureUnit unit);

} // namespace palpate::app
