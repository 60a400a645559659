// SPDX-License-Identifier: MIT
#include "domain/Message.h"
#include "domain/Text.h"
#include "forms/PathEvaluator.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>

namespace palpate::forms {

namespace {

void index(const std::vector<Item>& items,
           std::unordered_map<std::string_view, const Item*>& into) {
    for (const auto& item : items) {
        into.emplace(item.linkId, &item);
        index(item.items, into);
    }
}

[[nodiscard]] std::int64_t wholeNumber(double number) {
    if (!(std::abs(number) < 9e15)) {
        throw NotWorkedOut{tr("a number becomes too large")};
    }
    return static_cast<std::int64_t>(number);
}

[[nodiscard]] std::optional<double> numberFrom(const AnswerValue& value) {
    if (const auto* truth = std::get_if<bool>(&value)) {
        return *truth ? 1.0 : 0.0;
    }
    if (const auto number = numberIn(value)) {
        return number;
    }
    const auto text = textIn(value);
    if (!text || text->empty()) {
        return std::nullopt;
    }
    double number = 0;
    const auto [end, failure] = std::from_chars(text->data(), text->data() + text->size(), number);
    return failure == std::errc{} && end == text->data() + text->size() && std::isfinite(number)
               ? std::optional{number}
               : std::nullopt;
}

[[nodiscard]] std::string numberText(double number) {
    std::array<char, 32> digits{};
    const auto [end, failure] = std::to_chars(digits.data(), digits.data() + digits.size(), number);
    return {digits.data(), failure == std::errc{} ? end : digits.data()};
}

/// Sum, mean, least or greatest of the numbers; what is no number can't be worked out.
[[nodiscard]] PathNodes overNumbers(const std::string& name, const PathNodes& of) {
    std::vector<AnswerValue> numbers;
    for (const auto& node : of) {
        const auto value = valueOf(node);
        if (!value || !numberIn(*value)) {
            throw NotWorkedOut{shown({tr("{1}() needs numbers"), {name}})};
        }
        numbers.push_back(std::holds_alternative<Quantity>(*value) ? AnswerValue{*numberIn(*value)}
                                                                   : *value);
    }
    if (name == "sum" || name == "avg") {
        if (numbers.empty() && name == "avg") {
            return {};
        }
        AnswerValue sum = std::int64_t{0};
        bool isNothing = false;
        for (const auto& number : numbers) {
            sum = calculated("+", sum, number, isNothing);
        }
        if (name == "avg") {
            return oneNode(*numberIn(sum) / static_cast<double>(numbers.size()));
        }
        return oneNode(std::move(sum));
    }
    if (numbers.empty()) {
        return {};
    }
    const auto least = [](const AnswerValue& one, const AnswerValue& other) {
        return *numberIn(one) < *numberIn(other);
    };
    return oneNode(name == "min" ? *std::ranges::min_element(numbers, least)
                                 : *std::ranges::max_element(numbers, least));
}

[[nodiscard]] bool isOfType(const AnswerValue& value, std::string_view type) {
    constexpr std::array<std::string_view, std::variant_size_v<AnswerValue>> kTypes{
        "boolean", "decimal", "integer", "date",     "dateTime",  "time",
        "string",  "uri",     "Coding",  "Quantity", "Attachment"};
    return kTypes.at(value.index()) == type;
}

} // namespace

PathNodes PathEvaluator::call(const PathExpression& part, const Focus& focus) {
    const auto of = part.left ? value(*part.left, focus) : focus.nodes;
    count(of.size() + 1);
    if (part.name == "iif") {
        if (truthOf(value(*part.arguments[0], focus)) == true) {
            return value(*part.arguments[1], focus);
        }
        return part.arguments.size() > 2 ? value(*part.arguments[2], focus) : PathNodes{};
    }
    for (const auto way : {&PathEvaluator::callOverEach, &PathEvaluator::callOnAll,
                           &PathEvaluator::callOnNumbers, &PathEvaluator::callOnTexts}) {
        if (auto found = (this->*way)(part, of, focus)) {
            return *std::move(found);
        }
    }
    throw NotWorkedOut{shown({tr("{1}() is not worked out here"), {part.name}})};
}

std::optional<PathNodes> PathEvaluator::callOverEach(const PathExpression& part,
                                                     const PathNodes& of, const Focus& focus) {
    const auto& name = part.name;
    if (name == "aggregate") {
        return aggregate(part, of, focus);
    }
    const bool isFilter = name == "where" || (name == "exists" && !part.arguments.empty());
    if (!isFilter && name != "select" && name != "all") {
        return std::nullopt;
    }
    PathNodes found;
    for (std::size_t i = 0; i < of.size(); ++i) {
        const Focus one{{of[i]}, i, focus.total};
        auto result = value(*part.arguments.front(), one);
        if (name == "select") {
            count(result.size());
            std::ranges::move(result, std::back_inserter(found));
        } else if (truthOf(result) == true) {
            found.push_back(of[i]);
        } else if (name == "all") {
            return oneNode(false);
        }
    }
    if (name == "all") {
        return oneNode(true);
    }
    if (name == "exists") {
        return oneNode(!found.empty());
    }
    return found;
}

PathNodes PathEvaluator::aggregate(const PathExpression& part, const PathNodes& of,
                                   const Focus& focus) {
    auto total = part.arguments.size() > 1 ? value(*part.arguments[1], focus) : PathNodes{};
    for (std::size_t i = 0; i < of.size(); ++i) {
        const auto before = std::move(total);
        total = value(*part.arguments.front(), Focus{{of[i]}, i, &before});
    }
    return total;
}

std::optional<PathNodes> PathEvaluator::callOnAll(const PathExpression& part, const PathNodes& of,
                                                  const Focus& focus) {
    const auto& name = part.name;
    const auto size = static_cast<std::int64_t>(of.size());
    if (name == "exists" || name == "hasValue") {
        return oneNode(!of.empty());
    }
    if (name == "empty") {
        return oneNode(of.empty());
    }
    if (name == "count") {
        return oneNode(size);
    }
    if (name == "not") {
        const auto truth = truthOf(of);
        return truth ? oneNode(!*truth) : PathNodes{};
    }
    if (name == "allTrue" || name == "anyTrue" || name == "allFalse" || name == "anyFalse") {
        const bool wanted = name.ends_with("True");
        const auto is = [wanted](const PathNode& node) { return truthOf({node}) == wanted; };
        return oneNode(name.starts_with("all") ? std::ranges::all_of(of, is)
                                               : std::ranges::any_of(of, is));
    }
    if (name == "first" || name == "last") {
        return of.empty() ? PathNodes{} : PathNodes{name == "first" ? of.front() : of.back()};
    }
    if (name == "tail" || name == "skip" || name == "take") {
        const auto asked = name == "tail" ? 1 : whole(*part.arguments.front(), focus).value_or(0);
        const auto at = of.begin() + std::clamp<std::int64_t>(asked, 0, size);
        return name == "take" ? PathNodes(of.begin(), at) : PathNodes(at, of.end());
    }
    if (name == "distinct" || name == "combine" || name == "union") {
        auto all = of;
        if (name != "distinct") {
            std::ranges::move(value(*part.arguments.front(), focus), std::back_inserter(all));
        }
        if (name == "combine") {
            return all;
        }
        PathNodes once;
        for (const auto& node : all) {
            count(once.size() + 1);
            if (std::ranges::none_of(once, [&](const auto& one) { return areEqual(one, node); })) {
                once.push_back(node);
            }
        }
        return once;
    }
    if (name == "children" || name == "descendants") {
        PathNodes found;
        for (const auto& node : of) {
            below(node, found, name == "descendants");
        }
        return found;
    }
    if (name == "ordinal" || name == "weight") {
        return weights(of);
    }
    if (name == "ofType") {
        PathNodes found;
        const auto& type = part.arguments.front()->name;
        std::ranges::copy_if(of, std::back_inserter(found), [&](const PathNode& node) {
            const auto value = valueOf(node);
            return value && isOfType(*value, type);
        });
        return found;
    }
    return std::nullopt;
}

void PathEvaluator::below(const PathNode& node, PathNodes& into, bool deep) {
    const auto add = [&](PathNode child) {
        count();
        into.push_back(child);
        if (deep) {
            below(child, into, true);
        }
    };
    const auto addItems = [&](const std::vector<AnsweredItem>& items) {
        for (const auto& item : items) {
            add(ItemNode{&item});
        }
    };
    if (const auto* response = std::get_if<ResponseNode>(&node)) {
        addItems(response->response->items);
    } else if (const auto* item = std::get_if<ItemNode>(&node)) {
        for (const auto& answer : item->item->answers) {
            add(AnswerNode{&answer, &item->item->linkId});
        }
        addItems(item->item->items);
    } else if (const auto* answer = std::get_if<AnswerNode>(&node)) {
        add(ValueNode{answer->answer->value, answer->linkId});
        addItems(answer->answer->items);
    }
}

PathNodes PathEvaluator::weights(const PathNodes& of) {
    if (items_.empty()) {
        index(form_.items, items_);
    }
    PathNodes found;
    for (const auto& node : of) {
        const auto* answer = std::get_if<AnswerNode>(&node);
        const auto* value = std::get_if<ValueNode>(&node);
        const auto* linkId = answer != nullptr  ? answer->linkId
                             : value != nullptr ? value->linkId
                                                : nullptr;
        const auto item = linkId != nullptr ? items_.find(*linkId) : items_.end();
        if (item == items_.end()) {
            continue;
        }
        count(item->second->options.size());
        for (const auto& option : item->second->options) {
            if (option.weight && areEqual(node, ValueNode{option.value})) {
                found.emplace_back(ValueNode{*option.weight});
                break;
            }
        }
    }
    return found;
}

std::optional<std::int64_t> PathEvaluator::whole(const PathExpression& argument,
                                                 const Focus& focus) {
    const auto found = single(value(argument, focus));
    if (!found) {
        return std::nullopt;
    }
    const auto* number = std::get_if<std::int64_t>(&*found);
    if (number == nullptr) {
        throw NotWorkedOut{tr("a whole number is needed")};
    }
    return *number;
}

std::optional<PathNodes> PathEvaluator::callOnNumbers(const PathExpression& part,
                                                      const PathNodes& of, const Focus& focus) {
    const auto& name = part.name;
    if (name == "sum" || name == "avg" || name == "min" || name == "max") {
        return overNumbers(name, of);
    }
    constexpr std::array<std::string_view, 9> kOnOne{
        "abs", "ceiling", "floor", "round", "truncate", "sqrt", "toInteger", "toDecimal", "power"};
    if (std::ranges::find(kOnOne, std::string_view{name}) == kOnOne.end()) {
        return std::nullopt;
    }
    const auto given = single(of);
    const auto number = given ? numberFrom(*given) : std::nullopt;
    if (!number) {
        if (given && !name.starts_with("to")) {
            throw NotWorkedOut{shown({tr("{1}() needs numbers"), {name}})};
        }
        return PathNodes{};
    }
    if (name == "toDecimal") {
        return oneNode(*number);
    }
    if (name == "toInteger") {
        return *number == std::trunc(*number) ? oneNode(wholeNumber(*number)) : PathNodes{};
    }
    if (name == "abs") {
        return std::holds_alternative<std::int64_t>(*given)
                   ? oneNode(wholeNumber(std::abs(*number)))
                   : oneNode(std::abs(*number));
    }
    if (name == "sqrt") {
        return *number < 0 ? PathNodes{} : oneNode(std::sqrt(*number));
    }
    if (name == "power") {
        const auto exponent = single(value(*part.arguments.front(), focus));
        const auto by = exponent ? numberIn(*exponent) : std::nullopt;
        const double result = by ? std::pow(*number, *by) : NAN;
        return std::isfinite(result) ? oneNode(result) : PathNodes{};
    }
    if (name == "round") {
        const auto places = part.arguments.empty()
                                ? std::int64_t{0}
                                : whole(*part.arguments.front(), focus).value_or(0);
        if (places < 0 || places > 12) {
            throw NotWorkedOut{tr("round() takes 0 to 12 decimal places")};
        }
        const double scale = std::pow(10.0, static_cast<double>(places));
        const double result = std::round(*number * scale) / scale;
        return places == 0 ? oneNode(wholeNumber(result)) : oneNode(result);
    }
    return oneNode(wholeNumber(name == "ceiling" ? std::ceil(*number)
                               : name == "floor" ? std::floor(*number)
                                                 : std::trunc(*number)));
}

std::optional<PathNodes> PathEvaluator::callOnTexts(const PathExpression& part, const PathNodes& of,
                                                    const Focus& focus) {
    const auto& name = part.name;
    if (name == "toString") {
        const auto given = single(of);
        if (!given) {
            return PathNodes{};
        }
        if (const auto* truth = std::get_if<bool>(&*given)) {
            return oneNode(std::string{*truth ? "true" : "false"});
        }
        if (const auto* whole = std::get_if<std::int64_t>(&*given)) {
            return oneNode(std::to_string(*whole));
        }
        if (const auto* number = std::get_if<double>(&*given)) {
            return oneNode(numberText(*number));
        }
        const auto text = textIn(*given);
        return text ? oneNode(*text) : PathNodes{};
    }
    if (name != "contains" && name != "startsWith" && name != "endsWith" && name != "length") {
        return std::nullopt;
    }
    const auto given = single(of);
    const auto text = given ? textIn(*given) : std::nullopt;
    if (!text) {
        return PathNodes{};
    }
    if (name == "length") {
        return oneNode(static_cast<std::int64_t>(lengthInCharacters(*text)));
    }
    const auto argument = single(value(*part.arguments.front(), focus));
    const auto wanted = argument ? textIn(*argument) : std::nullopt;
    if (!wanted) {
        return PathNodes{};
    }
    return oneNode(name == "contains"     ? text->find(*wanted) != std::string::npos
                   : name == "startsWith" ? text->starts_with(*wanted)
                                          : text->ends_with(*wanted));
}

} // namespace palpate::forms
