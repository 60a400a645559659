// SPDX-License-Identifier: MIT
#pragma once

#include "forms/Questionnaire.h"

#include <string>

namespace palpate::reference {
class Reference;
}

namespace palpate::app {

/// Where the form and its questions come from: "Stratford 1995; source not yet checked: ...".
/// Empty when it names no source.
[[nodiscard]] std::string formSources(const forms::Questionnaire& form,
                                      const reference::Reference& reference);

} // namespace palpate::app
