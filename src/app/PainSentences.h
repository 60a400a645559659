// SPDX-License-Identifier: MIT
#pragma once

#include "app/CaseStory.h"

#include <string>
#include <vector>

namespace palpate::app {

/// What a summary says of pain now over the sessions of a case: what was asked, how it changed,
/// what lay between, whether the change matters. Never empty: that it was not asked is said too.
[[nodiscard]] std::vector<std::string> painSentences(const CaseStory& story,
                                                     const reference::Reference& reference,
                                                     const Wording& wording);

} // namespace palpate::app
