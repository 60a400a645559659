// SPDX-License-Identifier: MIT
#pragma once

#include "app/FormPresenter.h"
#include "domain/Calendar.h"
#include "domain/FormAnswer.h"
#include "domain/Message.h"
#include "forms/Questionnaire.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace palpate::app {

// What is typed into the lines of a form, read as the kind of answer that is asked; and answers as
// a person reads them.

[[nodiscard]] FieldKind kindOf(const forms::Item& item);
/// Answers that are typed one a line.
[[nodiscard]] bool takesLines(const forms::Item& item);

struct EntryPlace {
    Date today;
    std::string zone;     ///< IANA, of times of day
    std::size_t unit = 0; ///< of a quantity, among the item's units
};
/// No value and no problem: nothing was typed.
struct TypedAnswers {
    std::vector<AnswerValue> values = {};
    std::optional<Message> problem = {};
};
/// Never guesses: what can mean two things is a problem, too.
[[nodiscard]] TypedAnswers readTyped(const forms::Item& item, std::string_view text,
                                     const EntryPlace& place);

/// "7", "3.5 kg", "yes", "Low back", "23 Nov 2026", "Mar 1980", "23 Nov 2026, 10:42".
[[nodiscard]] std::string answerWords(const forms::Item& item, const AnswerValue& value,
                                      const std::string& zone);
/// The same as it is typed: without the unit of a number.
[[nodiscard]] std::string answerText(const forms::Item& item, const AnswerValue& value,
                                     const std::string& zone);
/// "14 Mar 1980", "0 to 10": how the line is filled in; empty where it needs no word.
[[nodiscard]] std::string entryHint(const forms::Item& item);

} // namespace palpate::app
