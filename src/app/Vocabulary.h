// SPDX-License-Identifier: MIT
#pragma once

#include <functional>
#include <string>
#include <string_view>

namespace palpate::reference {
class Reference;
}

namespace palpate::app {

/// The words by which a search finds what the record keeps as a key: names and short forms of
/// muscles (with the groups they belong to), techniques and reference points. The answer keeps
/// nothing of `reference`.
[[nodiscard]] std::function<std::string(std::string_view key)>
vocabularyOf(const reference::Reference& reference);

} // namespace palpate::app
