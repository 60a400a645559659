// SPDX-License-Identifier: MIT
#pragma once

#include "forms/Questionnaire.h"

#include <optional>

namespace palpate::forms {

/// The value as the item keeps it: its own option, its own kind. Empty: it can't be an answer.
[[nodiscard]] std::optional<AnswerValue> fitting(const Item& item, const AnswerValue& value);

} // namespace palpate::forms
