// SPDX-License-Identifier: MIT
#pragma once

#include "app/FormPresenter.h"
#include "forms/FormRun.h"

#include <cstddef>
#include <functional>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <unordered_set>
#include <vector>

namespace palpate::app {

/// What stands on a line until it is left, and why it can't be read.
struct TypedLine {
    std::string text;
    std::optional<Message> problem = {};
};

/// What the lines of a form being filled in show beside its answers.
struct FormMarks {
    std::map<forms::FormPlace, TypedLine> typed = {};
    std::map<forms::FormPlace, std::size_t> units = {};
    std::set<forms::FormPlace> left = {};
    bool showsAll = false; ///< completion was tried: all problems show

    /// A repetition of a group is gone: what was behind it moves up.
    void forget(const forms::FormPlace& group);
    /// A question has other answers: what stands beneath one goes where it is now.
    void follow(const forms::FormPlace& question, const std::vector<AnswerValue>& before,
                const std::vector<AnswerValue>& after);

private:
    void move(const std::function<std::optional<forms::FormPlace>(forms::FormPlace)>& moved);
};

/// Items of a form that explain another one and stand with it, not as lines of their own.
class FormHelp {
public:
    explicit FormHelp(const forms::Questionnaire& form);
    [[nodiscard]] bool explains(const forms::Item& item) const { return helps_.contains(&item); }
    /// What explains the item; may be empty.
    [[nodiscard]] std::string of(const forms::Item& item) const;

private:
    void add(const std::vector<forms::Item>& items);
    std::unordered_set<const forms::Item*> helps_;
};

/// "3. Where does it hurt?"
[[nodiscard]] std::string labelOf(const forms::Item& item);
/// The rows of the page.
[[nodiscard]] std::vector<FormRowView> rowsOf(const forms::FormRun& run, const FormHelp& help,
                                              const FormMarks& marks, const std::string& zone,
                                              bool completed);
/// The answers that are no option of the question, as typed.
[[nodiscard]] std::string ownAnswers(const forms::Item& item,
                                     const std::vector<AnswerValue>& answers,
                                     const std::string& zone);
[[nodiscard]] bool isOption(const forms::Item& item, const AnswerValue& value);

} // namespace palpate::app
