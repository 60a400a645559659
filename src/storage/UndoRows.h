// SPDX-License-Identifier: MIT
#pragma once

#include "domain/SessionEdit.h"
#include "storage/Engine.h"

namespace palpate::storage {

// The list of undo of a draft, a row a step: a turn touches the newest rows only, however long the
// list is.

/// As domain's `turned`: EditRefused when there is nothing to undo or redo. Inside a transaction.
void turnUndoList(Engine& engine, std::int64_t sessionNo, const Turn& turn);

/// Empty when there is no such session. A step that can't be read back ends its list there: what is
/// older would not fit the session.
[[nodiscard]] UndoList loadUndoList(Engine& engine, const SessionId& session);

/// Inside a transaction.
void removeUndoList(Engine& engine, std::int64_t sessionNo);

} // namespace palpate::storage
