// SPDX-License-Identifier: MIT
#pragma once

#include "domain/FormAnswer.h"

#include <string>
#include <string_view>
#include <vector>

namespace palpate::storage {

// How the answers of a form are kept: as the list "item" of a FHIR R4 QuestionnaireResponse, JSON
// without blanks or line ends between its parts. docs/file-format.md describes it.

/// StorageError when a text is no valid UTF-8 or a number is none; `problems(FormRecord)` tells
/// before.
[[nodiscard]] std::string answersText(const std::vector<AnsweredItem>& items);
/// Gives back what `answersText` was given. StorageError for anything that it would not have
/// written.
[[nodiscard]] std::vector<AnsweredItem> answersIn(std::string_view text);

/// The words of a value that a person may look for; empty for "yes" and "no".
[[nodiscard]] std::string wordsOf(const AnswerValue& value);

} // namespace palpate::storage
