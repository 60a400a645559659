// SPDX-License-Identifier: MIT
#pragma once

#include "domain/Calendar.h"
#include "domain/Id.h"
#include "domain/Message.h"

#include <optional>
#include <string>
#include <vector>

namespace palpate::app {

class Clinic;

// What the forms of patients, cases and contact notes have in common.

/// An identity that is never stored: the rules look at the other fields only.
template <class Some> [[nodiscard]] Some anyId() {
    return *Some::parse("00000000-0000-7000-8000-000000000000");
}

/// The sentence when something is typed and is no day; empty when all is well or nothing is typed.
[[nodiscard]] std::optional<Message> dayProblem(const char* field, const std::string& typed);
void addDayProblem(std::vector<Message>& all, const char* field, const std::string& typed);

/// Throws EditRefused with the first of them.
void refuseWith(const std::vector<Message>& problems);

} // namespace palpate::app
