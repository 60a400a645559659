// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>

namespace palpate {

/// Well-formed UTF-8 without surrogates, overlong forms or NUL.
[[nodiscard]] bool isValidUtf8(std::string_view text) noexcept;
/// The same with white space (ASCII) removed at both ends.
[[nodiscard]] std::string trimmed(std::string_view text);
/// Code points, not bytes. `text` must be valid UTF-8.
[[nodiscard]] std::size_t lengthInCharacters(std::string_view text) noexcept;

} // namespace palpate
