// SPDX-License-Identifier: MIT
#pragma once

#include "domain/Calendar.h"

#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>

namespace palpate::storage {

// How the words of one canonical line are put together (Canonical.h).

/// Words joined by one blank each; free text comes last.
[[nodiscard]] std::string joined(std::initializer_list<std::string_view> words);
/// The field's name and its text on one line.
[[nodiscard]] std::string field(std::string_view name, std::string_view text);
/// "2026-11-23", "-" when there is none.
[[nodiscard]] std::string day(const std::optional<Date>& date);

} // namespace palpate::storage
