// SPDX-License-Identifier: MIT
#pragma once

#include "forms/Path.h"

#include <memory>
#include <string>
#include <vector>

namespace palpate::forms {

/// One node of a parsed path.
struct PathExpression {
    enum class Kind {
        Literal,     ///< `value`; without one the empty collection {}
        This,        ///< $this
        Index,       ///< $index
        Total,       ///< $total
        Environment, ///< %name
        Member,      ///< left.name; left is nullptr: of what is looked at
        Call,        ///< left.name(arguments), likewise
        Item,        ///< left[arguments[0]]
        Sign,        ///< -left
        Binary       ///< left name right
    };
    Kind kind = Kind::Literal;
    std::string name = {};
    std::optional<AnswerValue> value = {};
    std::unique_ptr<PathExpression> left = {};
    std::unique_ptr<PathExpression> right = {};
    std::vector<std::unique_ptr<PathExpression>> arguments = {};
    int depth = 1; ///< levels below, this one counted: what walking over it takes of the stack
};

} // namespace palpate::forms
