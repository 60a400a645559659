// SPDX-License-Identifier: MIT
#pragma once

#include "forms/PathParts.h"

#include <cstddef>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>

namespace palpate::forms {

/// Thrown and caught within the evaluation: it can't be worked out.
struct NotWorkedOut {
    std::string sentence;
};

/// Walks over a path once. One an evaluation.
class PathEvaluator {
public:
    PathEvaluator(const Questionnaire& form, const FormAnswers& answers, const PathNames& names)
        : form_{form}, answers_{answers}, names_{names} {}

    [[nodiscard]] PathNodes run(const PathExpression& root);

private:
    /// What $this, $index and $total are.
    struct Focus {
        PathNodes nodes;
        std::size_t index = 0;
        const PathNodes* total = nullptr;
    };

    [[nodiscard]] PathNodes value(const PathExpression& part, const Focus& focus);
    [[nodiscard]] PathNodes member(const PathNodes& of, const std::string& name);
    [[nodiscard]] PathNodes environment(const std::string& name) const;
    [[nodiscard]] PathNodes item(const PathExpression& part, const Focus& focus);
    [[nodiscard]] PathNodes sign(const PathExpression& part, const Focus& focus);
    [[nodiscard]] PathNodes binary(const PathExpression& part, const Focus& focus);
    [[nodiscard]] PathNodes logic(const PathExpression& part, const Focus& focus);
    [[nodiscard]] PathNodes call(const PathExpression& part, const Focus& focus);

    // In PathFunctions.cpp.
    [[nodiscard]] std::optional<PathNodes> callOverEach(const PathExpression& part,
                                                        const PathNodes& of, const Focus& focus);
    [[nodiscard]] std::optional<PathNodes> callOnAll(const PathExpression& part,
                                                     const PathNodes& of, const Focus& focus);
    [[nodiscard]] std::optional<PathNodes> callOnNumbers(const PathExpression& part,
                                                         const PathNodes& of, const Focus& focus);
    [[nodiscard]] std::optional<PathNodes> callOnTexts(const PathExpression& part,
                                                       const PathNodes& of, const Focus& focus);
    [[nodiscard]] PathNodes aggregate(const PathExpression& part, const PathNodes& of,
                                      const Focus& focus);
    [[nodiscard]] PathNodes weights(const PathNodes& of);
    [[nodiscard]] std::optional<std::int64_t> whole(const PathExpression& argument,
                                                    const Focus& focus);
    void below(const PathNode& node, PathNodes& into, bool deep);

    void count(std::size_t steps = 1);

    const Questionnaire& form_;
    const FormAnswers& answers_;
    const PathNames& names_;
    std::size_t steps_ = 0;
    std::unordered_map<std::string_view, const Item*> items_; ///< by link id; filled when needed
};

// Values, as FHIRPath has them.

/// The value of a node; empty: it is no value (an item, the response).
[[nodiscard]] std::optional<AnswerValue> valueOf(const PathNode& node);
[[nodiscard]] PathNodes oneNode(AnswerValue value);
/// Empty for no node; throws NotWorkedOut for several.
[[nodiscard]] std::optional<AnswerValue> single(const PathNodes& nodes);
[[nodiscard]] std::optional<double> numberIn(const AnswerValue& value) noexcept;
[[nodiscard]] std::optional<std::string> textIn(const AnswerValue& value);
/// As a condition; empty: neither true nor false.
[[nodiscard]] std::optional<bool> truthOf(const PathNodes& nodes);
[[nodiscard]] bool areEqual(const PathNode& one, const PathNode& other);
/// Less than 0, 0, more than 0; empty: they have no order.
[[nodiscard]] std::optional<int> ordered(const AnswerValue& one, const AnswerValue& other);
/// Throws NotWorkedOut for what is no number, or leaves the range.
[[nodiscard]] AnswerValue calculated(std::string_view op, const AnswerValue& one,
                                     const AnswerValue& other, bool& isNothing);

} // namespace palpate::forms
