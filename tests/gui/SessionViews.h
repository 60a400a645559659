// SPDX-License-Identifier: MIT
#pragma once

#include "app/SessionView.h"

#include <string>

namespace palpate::guitest {

/// A session as a presenter would hand it to the window, made up, for looking at and for measuring
/// the panel without a clinic. States: "follow-up" (nothing said yet), "half-done" (a card open, a
/// timer runs), "caution" (a technique waits for a reason), "held" (somebody else charts it),
/// "signed" (with an addendum), "full" (everything filled in).
[[nodiscard]] app::SessionView madeUpSession(const std::string& state);

} // namespace palpate::guitest
