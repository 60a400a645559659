// SPDX-License-Identifier: MIT
#pragma once

#include "forms/FormRun.h"
#include "forms/Questionnaire.h"

#include <string>
#include <string_view>
#include <vector>

namespace palpate::forms {

/// A Questionnaire with these items: `items` is the inside of a JSON list.
[[nodiscard]] std::string formText(std::string_view items);
/// The same, read; fails the test when it has an error.
[[nodiscard]] Questionnaire formOf(std::string_view items);
/// "error a: ...", "note: ...": what reading tells, one a line.
[[nodiscard]] std::string faultsOf(std::string_view text);
/// The faults of a form with these items.
[[nodiscard]] std::string faultsOfItems(std::string_view items);

/// At the top of the form.
[[nodiscard]] FormPlace at(std::string linkId);
/// Whether the question at the top is asked.
[[nodiscard]] bool isAsked(const FormRun& run, const std::string& linkId);
/// Answers the question, and fails the test if it is refused.
void give(FormRun& run, const FormPlace& place, AnswerValue value);
/// The only answer in the form's words; "" when there is none.
[[nodiscard]] std::string told(const FormRun& run, const FormPlace& place);

} // namespace palpate::forms
