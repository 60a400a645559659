// SPDX-License-Identifier: MIT
#pragma once

#include "app/SearchPresenter.h"

#include <string>
#include <string_view>
#include <vector>

namespace palpate::app {

// Words as they are found whatever their accents and case: "kovacs" finds "Kovács". Latin letters
// lose their marks; other scripts stay as they are but for the case of Greek and Cyrillic.

/// Runs of letters and digits.
[[nodiscard]] std::vector<std::string> plainWords(std::string_view text);
/// Whether each of `typed` begins one of `words`; both plain.
[[nodiscard]] bool eachBegins(const std::vector<std::string>& typed,
                              const std::vector<std::string>& words);
/// Where in the text words begin with one of `typed`, as far as they do.
[[nodiscard]] std::vector<BoldSpan> beginningsIn(std::string_view text,
                                                 const std::vector<std::string>& typed);

} // namespace palpate::app
