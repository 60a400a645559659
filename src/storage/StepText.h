// SPDX-License-Identifier: MIT
#pragma once

#include "domain/SessionEdit.h"

#include <optional>
#include <string>
#include <string_view>

namespace palpate::storage {

/// A step as text, for the list of undo: a line with the version, then the lines of the canonical
/// form, in which measurements have all their digits. Throws EditRefused for a pain area that can't
/// be kept and StorageError for a measurement that is no number.
[[nodiscard]] std::string textOf(const SessionStep& step);

/// Empty unless the text is such a step, whole and of a version that this program knows.
[[nodiscard]] std::optional<SessionStep> parseStep(std::string_view text);

} // namespace palpate::storage
