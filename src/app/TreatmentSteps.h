// SPDX-License-Identifier: MIT
#pragma once

#include "app/SessionInside.h"

namespace palpate::app {

/// The treatment as it is stored now. Throws EditRefused when it was taken away.
[[nodiscard]] Treatment existingTreatment(const SessionInside& inside, const TreatmentId& id);

/// What another timer that runs has to log when a new one begins. A technique chosen only to be
/// logged, with the next one right after it, was not held for those seconds.
[[nodiscard]] SessionStep displacedHold(const SessionInside& inside);

} // namespace palpate::app
