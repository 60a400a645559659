// SPDX-License-Identifier: MIT
#pragma once

#include "domain/Id.h"

#include <optional>

namespace palpate::app {

class Clinic;

/// The draft that the person signed in had open when the program ended by force: power cut, kill.
/// Everything of it that had been typed is stored; opening it goes on where it was. Empty: none.
[[nodiscard]] std::optional<SessionId> leftOpen(Clinic& clinic);

} // namespace palpate::app
