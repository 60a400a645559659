// SPDX-License-Identifier: MIT
#pragma once

#include "forms/FormAnswersText.h"
#include "forms/Questionnaire.h"

#include <string>
#include <string_view>
#include <vector>

namespace palpate::forms {

/// The languages that a form can be asked in: its own first, which is "" where the form does not
/// say which it is, then those of its translations by their codes. A form without translations has
/// one.
[[nodiscard]] std::vector<std::string> languagesOf(const Questionnaire& form);
/// The form with its texts in that language, one of languagesOf(); what has no translation stays as
/// it was written. Answers mean the same in each, and can be gone on with in another.
[[nodiscard]] Questionnaire inLanguage(const Questionnaire& form, const std::string& language);
/// The text as the form was written, whatever language it is in by now.
[[nodiscard]] const std::string& asWritten(const FormText& text);
/// Whether these are the text's words in one of its languages.
[[nodiscard]] bool reads(const FormText& text, std::string_view words);
/// In which of its languages most of the answered questions were asked; its own where that can't be
/// told from their words.
[[nodiscard]] std::string languageOf(const Questionnaire& form, const FormAnswers& answers);

/// As responseText() without the form, with the language in which it was answered.
[[nodiscard]] std::string responseText(const FormAnswers& answers, const ResponseHead& head,
                                       const Questionnaire& form);

} // namespace palpate::forms
