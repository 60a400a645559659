// SPDX-License-Identifier: MIT
#pragma once

#include "forms/Questionnaire.h"

#include <string_view>

namespace palpate::forms {

/// As readForm(), but with the form as far as it could be read beside its errors: to be checked
/// further in one go, never to be filled in.
[[nodiscard]] FormReading readUnsoundForm(std::string_view json);

} // namespace palpate::forms
