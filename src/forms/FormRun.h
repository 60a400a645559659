// SPDX-License-Identifier: MIT
#pragma once

#include "domain/Message.h"
#include "forms/Questionnaire.h"

#include <compare>
#include <cstddef>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace palpate::forms {

/// Where an item stands in a form that is being filled in: link ids from the top, each with which
/// repetition of a group, or which answer of a question, it lies in or is.
struct Step {
    std::string linkId;
    std::size_t index = 0;
    friend auto operator<=>(const Step&, const Step&) = default;
};
using FormPlace = std::vector<Step>;

/// A line of the page: an item in one repetition of its groups.
struct FormLine {
    FormPlace place;
    const Item* item = nullptr;       ///< lives as long as the form
    int depth = 0;                    ///< how many groups it lies in
    bool enabled = true;              ///< disabled ones are not shown, and not part of the answers
    std::vector<AnswerValue> answers; ///< of a question; empty: not asked or not answered
    bool calculated = false;          ///< the value is worked out, nobody types it
    std::string notCalculated;        ///< why it can't be worked out here; empty: it can
    std::size_t repetitions = 1;      ///< of a group that repeats: how many there are
    std::vector<Message> problems;    ///< of an answer that can't be kept so, or a missing one
};

/// A form being filled in. Answers can be given in any order; what is disabled meanwhile is kept
/// and comes back when it is enabled again. The form must outlive it.
class FormRun {
public:
    /// Blank but for the initial answers.
    explicit FormRun(const Questionnaire& form);
    /// Goes on with what was answered before. Answers to questions that the form does not have, or
    /// of another kind than it asks, are left out and told; they are in `homeless` then, where that
    /// is given, without the groups that they stood in.
    FormRun(const Questionnaire& form, const FormAnswers& before, std::vector<FormFault>& leftOut,
            std::vector<AnsweredItem>* homeless = nullptr);
    ~FormRun();
    FormRun(FormRun&&) noexcept;
    FormRun& operator=(FormRun&&) noexcept;

    [[nodiscard]] const Questionnaire& form() const noexcept;
    /// All lines, in the order of the page. With `asked` false those not enabled are there too.
    [[nodiscard]] const std::vector<FormLine>& lines() const noexcept;
    /// nullptr when there is none.
    [[nodiscard]] const FormLine* lineAt(const FormPlace& place) const noexcept;

    /// Replaces all answers of a question; none: it is not answered any more. A value that can't
    /// be one of the question's (its type, its options) is refused: the sentence, and nothing
    /// changes. One that breaks a limit is kept, with the problem on its line.
    [[nodiscard]] std::optional<Message> answer(const FormPlace& question,
                                                std::vector<AnswerValue> values);
    /// Another repetition behind the last; where it stands. Empty: the group does not repeat.
    [[nodiscard]] std::optional<FormPlace> addRepetition(const FormPlace& group);
    /// Removes that repetition with its answers; the last one is emptied instead.
    void removeRepetition(const FormPlace& group);

    /// What keeps the form from being completed: missing and wrong answers, with their places.
    [[nodiscard]] std::vector<std::pair<FormPlace, Message>> gaps() const;
    /// Of those that are asked, how many are answered: for "7 of 12".
    [[nodiscard]] std::size_t askedCount() const noexcept;
    [[nodiscard]] std::size_t answeredCount() const noexcept;

    /// The answers that count: those of enabled questions, and what was calculated.
    [[nodiscard]] FormAnswers answers() const;
    /// All, also those of disabled questions: for going on later.
    [[nodiscard]] FormAnswers everything() const;

private:
    struct Inside;
    std::unique_ptr<Inside> inside_;
};

/// Whether the value can be an answer to the item at all: the sentence that says why not.
[[nodiscard]] std::optional<Message> refusal(const Item& item, const AnswerValue& value);
/// What is wrong with an answer that can be kept until the form is completed: too long, too small.
[[nodiscard]] std::vector<Message> problemsOf(const Item& item, const AnswerValue& value);

/// "7", "3.5 kg", "yes", "Low back", "23 Nov 2026" as the form's own words.
[[nodiscard]] std::string wordsOf(const Item& item, const AnswerValue& value,
                                  std::string_view language = {});

} // namespace palpate::forms
