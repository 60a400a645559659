// SPDX-License-Identifier: MIT
#pragma once

#include "domain/SessionEdit.h"
#include "storage/Engine.h"

namespace palpate::storage {

// The list of undo of a draft, a row a step: a turn touches the newest rows only, however long the
// list is. Inside a transaction.

/// As domain's `turned`: EditRefused when there is nothing to undo or redo.
void turnUndoList(Engine& engine, std::int64_t sessionNo, const Turn& turn);

/// A step that can't be read back ends its list there: what is older would not fit the session.
[[nodiscard]] UndoList loadUndoList(Engine& engine, std::int64_t sessionNo);

void removeUndoList(Engine& engine, std::int64_t sessionNo);

} // namespace palpate::storage
