// SPDX-License-Identifier: MIT
#pragma once

namespace palpate::app {

/// No copy of this process's memory, which holds keys and records, is written to the disk when it
/// ends by force, and no other program of the same user may attach to it or read its memory. Call
/// it first in main(); false when the system refuses, which is no reason not to go on.
bool forbidCoreDumps() noexcept;

} // namespace palpate::app
