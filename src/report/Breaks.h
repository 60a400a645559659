// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

namespace palpate::report {

/// Where a line may end within text that has no spaces: behind a hyphen, between the ideographs and
/// kana of China and Japan (but no line begins with a closing sign or ends with an opening one),
/// between the words of Thai. Bytes, in order, without start and end. `word` must be valid UTF-8.
[[nodiscard]] std::vector<std::size_t> breaksIn(std::string_view word);

} // namespace palpate::report
