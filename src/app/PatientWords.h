// SPDX-License-Identifier: MIT
#pragma once

#include "domain/Calendar.h"

#include <optional>
#include <string>

namespace palpate::app {

/// "Kovács, Ana", or the one name there is.
[[nodiscard]] std::string listName(const std::string& familyName, const std::string& givenName);
/// "Ana Kovács", or the one name there is.
[[nodiscard]] std::string fullName(const std::string& familyName, const std::string& givenName);
/// "42 y · born 9 Mar 1984"; empty when it was not asked.
[[nodiscard]] std::string birthText(const std::optional<Date>& birthDate, Date today);

} // namespace palpate::app
