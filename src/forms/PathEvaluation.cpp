// SPDX-License-Identifier: MIT
#include "domain/Message.h"
#include "forms/PathEvaluator.h"

#include <algorithm>

namespace palpate::forms {

namespace {

constexpr std::size_t kMostSteps = 300'000;

using Kind = PathExpression::Kind;

[[nodiscard]] PathNodes ofItems(const std::vector<AnsweredItem>& items) {
    PathNodes nodes;
    for (const auto& item : items) {
        nodes.emplace_back(ItemNode{&item});
    }
    return nodes;
}

void addText(PathNodes& nodes, const std::string& text) {
    if (!text.empty()) {
        nodes.emplace_back(ValueNode{text});
    }
}

/// A part of a value: the code of a coding, the unit of a quantity.
void addPart(PathNodes& nodes, const ValueNode& of, std::string_view name) {
    if (const auto* coding = std::get_if<Coding>(&of.value)) {
        if (name == "code" || name == "display" || name == "system") {
            addText(nodes, name == "code"      ? coding->code
                           : name == "display" ? coding->display
                                               : coding->system);
        }
    } else if (const auto* quantity = std::get_if<Quantity>(&of.value)) {
        if (name == "value" && quantity->value) {
            nodes.emplace_back(ValueNode{*quantity->value});
        } else if (name == "unit" || name == "code" || name == "system") {
            addText(nodes, name == "unit"   ? quantity->unit
                           : name == "code" ? quantity->code
                                            : quantity->system);
        }
    } else if (const auto* file = std::get_if<AttachmentAnswer>(&of.value)) {
        if (name == "title" || name == "contentType") {
            addText(nodes, name == "title" ? file->title : file->mediaType);
        }
    }
}

[[nodiscard]] PathNodes truth(std::optional<bool> value) {
    return value ? oneNode(*value) : PathNodes{};
}

} // namespace

void PathEvaluator::count(std::size_t steps) {
    steps_ += steps;
    if (steps_ > kMostSteps) {
        throw NotWorkedOut{tr("it takes too long to work out")};
    }
}

PathNodes PathEvaluator::run(const PathExpression& root) {
    return value(root, Focus{{ResponseNode{&answers_}}});
}

PathNodes PathEvaluator::value(const PathExpression& part, const Focus& focus) {
    count();
    switch (part.kind) {
    case Kind::Literal:
        return part.value ? oneNode(*part.value) : PathNodes{};
    case Kind::This:
        return focus.nodes;
    case Kind::Index:
        return oneNode(static_cast<std::int64_t>(focus.index));
    case Kind::Total:
        return focus.total != nullptr ? *focus.total : PathNodes{};
    case Kind::Environment:
        return environment(part.name);
    case Kind::Member:
        return member(part.left ? value(*part.left, focus) : focus.nodes, part.name);
    case Kind::Call:
        return call(part, focus);
    case Kind::Item:
        return item(part, focus);
    case Kind::Sign:
        return sign(part, focus);
    case Kind::Binary:
        return binary(part, focus);
    }
    return {};
}

PathNodes PathEvaluator::environment(const std::string& name) const {
    if (name == "resource" || name == "context" || name == "rootResource") {
        return {ResponseNode{&answers_}};
    }
    const auto known = names_.find(name);
    if (known == names_.end()) {
        throw NotWorkedOut{shown({tr("%{1} is not known"), {name}})};
    }
    return known->second;
}

PathNodes PathEvaluator::member(const PathNodes& of, const std::string& name) {
    PathNodes found;
    for (const auto& node : of) {
        count();
        if (const auto* response = std::get_if<ResponseNode>(&node)) {
            if (name == "item") {
                std::ranges::move(ofItems(response->response->items), std::back_inserter(found));
            } else if (name == "QuestionnaireResponse") {
                found.push_back(node);
            } else if (name == "questionnaire") {
                addText(found, response->response->formUrl);
            }
        } else if (const auto* item = std::get_if<ItemNode>(&node)) {
            if (name == "item") {
                std::ranges::move(ofItems(item->item->items), std::back_inserter(found));
            } else if (name == "answer") {
                for (const auto& answer : item->item->answers) {
                    found.emplace_back(AnswerNode{&answer, &item->item->linkId});
                }
            } else if (name == "linkId" || name == "text") {
                addText(found, name == "text" ? item->item->text : item->item->linkId);
            }
        } else if (const auto* answer = std::get_if<AnswerNode>(&node)) {
            if (name == "item") {
                std::ranges::move(ofItems(answer->answer->items), std::back_inserter(found));
            } else if (name == "value" || (name.starts_with("value") && name.size() > 5)) {
                found.emplace_back(ValueNode{answer->answer->value, answer->linkId});
            }
        } else if (const auto* value = std::get_if<ValueNode>(&node)) {
            addPart(found, *value, name);
        }
    }
    count(found.size());
    return found;
}

PathNodes PathEvaluator::item(const PathExpression& part, const Focus& focus) {
    const auto of = value(*part.left, focus);
    const auto at = whole(*part.arguments.front(), focus);
    if (!at || *at < 0 || static_cast<std::size_t>(*at) >= of.size()) {
        return {};
    }
    return {of[static_cast<std::size_t>(*at)]};
}

PathNodes PathEvaluator::sign(const PathExpression& part, const Focus& focus) {
    const auto of = single(value(*part.left, focus));
    if (!of) {
        return {};
    }
    bool isNothing = false;
    return oneNode(calculated("-", AnswerValue{std::int64_t{0}}, *of, isNothing));
}

PathNodes PathEvaluator::logic(const PathExpression& part, const Focus& focus) {
    const auto left = truthOf(value(*part.left, focus));
    if (part.name == "and" && left == false) {
        return oneNode(false);
    }
    if (part.name == "or" && left == true) {
        return oneNode(true);
    }
    if (part.name == "implies" && left == false) {
        return oneNode(true);
    }
    const auto right = truthOf(value(*part.right, focus));
    if (part.name == "and") {
        return truth(right == false ? std::optional{false} : left && right ? right : std::nullopt);
    }
    if (part.name == "or") {
        return truth(right == true ? std::optional{true} : left && right ? right : std::nullopt);
    }
    if (part.name == "implies") {
        return truth(right == true ? std::optional{true} : left ? right : std::nullopt);
    }
    return truth(left && right ? std::optional{*left != *right} : std::nullopt); // xor
}

PathNodes PathEvaluator::binary(const PathExpression& part, const Focus& focus) {
    const auto& op = part.name;
    if (op == "and" || op == "or" || op == "xor" || op == "implies") {
        return logic(part, focus);
    }
    const auto left = value(*part.left, focus);
    const auto right = value(*part.right, focus);
    if (op == "|") {
        PathNodes all;
        for (const auto* side : {&left, &right}) {
            for (const auto& node : *side) {
                count(all.size() + 1);
                if (std::ranges::none_of(all,
                                         [&](const auto& one) { return areEqual(one, node); })) {
                    all.push_back(node);
                }
            }
        }
        return all;
    }
    if (op == "in" || op == "contains") {
        const auto& one = op == "in" ? left : right;
        const auto& all = op == "in" ? right : left;
        if (one.empty()) {
            return {};
        }
        if (one.size() > 1) {
            throw NotWorkedOut{tr("there are several values where one is needed")};
        }
        count(all.size());
        return oneNode(
            std::ranges::any_of(all, [&](const auto& node) { return areEqual(node, one[0]); }));
    }
    if (op == "=" || op == "!=" || op == "~" || op == "!~") {
        if (op.size() == 1 ? op == "=" : op == "!=") {
            if (left.empty() || right.empty()) {
                return {};
            }
        }
        count(left.size());
        const bool same = std::ranges::equal(
            left, right, [](const auto& a, const auto& b) { return areEqual(a, b); });
        return oneNode(same == !op.starts_with('!'));
    }
    if (op == "&") {
        const auto one = single(left);
        const auto other = single(right);
        return oneNode(std::string{(one ? textIn(*one) : std::nullopt).value_or("")} +
                       (other ? textIn(*other) : std::nullopt).value_or(""));
    }
    const auto one = single(left);
    const auto other = single(right);
    if (!one || !other) {
        return {};
    }
    if (op.starts_with('<') || op.starts_with('>')) {
        const auto order = ordered(*one, *other);
        if (!order) {
            return {};
        }
        return oneNode(op == "<"    ? *order < 0
                       : op == "<=" ? *order <= 0
                       : op == ">"  ? *order > 0
                                    : *order >= 0);
    }
    bool isNothing = false;
    auto result = calculated(op, *one, *other, isNothing);
    return isNothing ? PathNodes{} : oneNode(std::move(result));
}

PathResult evaluate(const Path& path, const Questionnaire& form, const FormAnswers& answers,
                    const PathNames& names) {
    try {
        return {PathEvaluator{form, answers, names}.run(path.root()), {}};
    } catch (const NotWorkedOut& reason) {
        return {{}, reason.sentence};
    }
}

} // namespace palpate::forms
