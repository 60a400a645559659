// SPDX-License-Identifier: MIT
#pragma once

#include "forms/Questionnaire.h"

#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace palpate::forms {

struct PathExpression; ///< parsed; see PathParser.cpp

/// FHIRPath of the kind that scores use, ready to be evaluated.
class Path {
public:
    /// Parsed, or the sentence that says what is not understood, where.
    struct Parsed;
    [[nodiscard]] static Parsed parse(std::string_view text);

    ~Path();
    Path(Path&&) noexcept;
    Path& operator=(Path&&) noexcept;

    [[nodiscard]] const PathExpression& root() const noexcept { return *root_; }
    /// The names of the environment it uses, without '%': "resource", "score".
    [[nodiscard]] const std::vector<std::string>& names() const noexcept { return names_; }

private:
    explicit Path(std::unique_ptr<PathExpression> root, std::vector<std::string> names);
    std::unique_ptr<PathExpression> root_;
    std::vector<std::string> names_;
};
struct Path::Parsed {
    std::optional<Path> path;
    std::string obstacle; ///< empty: parsed
};

/// A node of what a path walks over: the response, one of its items, an answer, a value.
struct ResponseNode {
    const FormAnswers* response;
};
struct ItemNode {
    const AnsweredItem* item;
};
struct AnswerNode {
    const Answer* answer;
    const std::string* linkId; ///< of its question, for its options' weights
};
struct ValueNode {
    AnswerValue value;
    const std::string* linkId = nullptr; ///< of the question it answers; nullptr: worked out
};
using PathNode = std::variant<ResponseNode, ItemNode, AnswerNode, ValueNode>;
using PathNodes = std::vector<PathNode>;

/// Empty collection: nothing comes out of it, as FHIRPath has it. `problem`: it could not be
/// worked out (wrong kinds, too long), and nothing is to be shown in its stead.
struct PathResult {
    PathNodes nodes = {};
    std::string problem = {};
};

/// What the names of the environment mean, beside %resource.
using PathNames = std::map<std::string, PathNodes, std::less<>>;

/// Evaluated over the answers; `form` gives the weights of options. In at most some hundred
/// thousand steps.
[[nodiscard]] PathResult evaluate(const Path& path, const Questionnaire& form,
                                  const FormAnswers& answers, const PathNames& names = {});

} // namespace palpate::forms
