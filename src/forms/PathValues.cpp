// SPDX-License-Identifier: MIT
#include "domain/Message.h"
#include "forms/PathEvaluator.h"

#include <cmath>
#include <limits>

namespace palpate::forms {

namespace {

/// Numbers that were worked out differ in their last digits; scores do not.
constexpr double kSameNumber = 1e-9;

[[nodiscard]] bool areEqualValues(const AnswerValue& one, const AnswerValue& other) {
    const auto number = numberIn(one);
    const auto second = numberIn(other);
    if (number && second) {
        return std::abs(*number - *second) <=
               kSameNumber * std::max(1.0, std::max(std::abs(*number), std::abs(*second)));
    }
    const auto* coding = std::get_if<Coding>(&one);
    const auto* otherCoding = std::get_if<Coding>(&other);
    if (coding != nullptr && otherCoding != nullptr) {
        return coding->code == otherCoding->code && coding->system == otherCoding->system &&
               (!coding->code.empty() || coding->display == otherCoding->display);
    }
    const auto text = textIn(one);
    const auto otherText = textIn(other);
    if (text && otherText) {
        return *text == *otherText;
    }
    return one == other;
}

[[nodiscard]] std::optional<std::int64_t> wholeIn(const AnswerValue& value) noexcept {
    const auto* whole = std::get_if<std::int64_t>(&value);
    return whole != nullptr ? std::optional{*whole} : std::nullopt;
}

[[nodiscard]] double checked(double number) {
    if (!std::isfinite(number)) {
        throw NotWorkedOut{tr("a number becomes too large")};
    }
    return number;
}

[[nodiscard]] std::optional<std::int64_t> wholeResult(std::string_view op, std::int64_t one,
                                                      std::int64_t other) {
    std::int64_t result = 0;
    const bool isLost = op == "+"   ? __builtin_add_overflow(one, other, &result)
                        : op == "-" ? __builtin_sub_overflow(one, other, &result)
                                    : __builtin_mul_overflow(one, other, &result);
    if (isLost) {
        throw NotWorkedOut{tr("a number becomes too large")};
    }
    return result;
}

} // namespace

std::optional<AnswerValue> valueOf(const PathNode& node) {
    if (const auto* value = std::get_if<ValueNode>(&node)) {
        return value->value;
    }
    if (const auto* answer = std::get_if<AnswerNode>(&node)) {
        return answer->answer->value;
    }
    return std::nullopt;
}

PathNodes oneNode(AnswerValue value) {
    return {ValueNode{std::move(value)}};
}

std::optional<AnswerValue> single(const PathNodes& nodes) {
    if (nodes.empty()) {
        return std::nullopt;
    }
    if (nodes.size() > 1) {
        throw NotWorkedOut{tr("there are several values where one is needed")};
    }
    auto value = valueOf(nodes.front());
    if (!value) {
        throw NotWorkedOut{tr("a value is needed where there is an item")};
    }
    return value;
}

std::optional<double> numberIn(const AnswerValue& value) noexcept {
    if (const auto* number = std::get_if<double>(&value)) {
        return *number;
    }
    if (const auto* whole = std::get_if<std::int64_t>(&value)) {
        return static_cast<double>(*whole);
    }
    if (const auto* quantity = std::get_if<Quantity>(&value)) {
        return quantity->value;
    }
    return std::nullopt;
}

std::optional<std::string> textIn(const AnswerValue& value) {
    if (const auto* text = std::get_if<std::string>(&value)) {
        return *text;
    }
    if (const auto* url = std::get_if<FormUrl>(&value)) {
        return url->text;
    }
    if (const auto* date = std::get_if<PartialDate>(&value)) {
        return isoText(*date);
    }
    if (const auto* moment = std::get_if<FormDateTime>(&value)) {
        return moment->text;
    }
    if (const auto* time = std::get_if<FormTime>(&value)) {
        return time->text;
    }
    return std::nullopt;
}

std::optional<bool> truthOf(const PathNodes& nodes) {
    if (nodes.empty()) {
        return std::nullopt;
    }
    if (nodes.size() > 1) {
        throw NotWorkedOut{tr("there are several values where one is needed")};
    }
    const auto value = valueOf(nodes.front());
    const auto* truth = value ? std::get_if<bool>(&*value) : nullptr;
    return truth == nullptr || *truth; // something is there: true
}

bool areEqual(const PathNode& one, const PathNode& other) {
    const auto value = valueOf(one);
    const auto second = valueOf(other);
    if (value && second) {
        return areEqualValues(*value, *second);
    }
    const auto* item = std::get_if<ItemNode>(&one);
    const auto* otherItem = std::get_if<ItemNode>(&other);
    return item != nullptr && otherItem != nullptr && item->item == otherItem->item;
}

std::optional<int> ordered(const AnswerValue& one, const AnswerValue& other) {
    const auto number = numberIn(one);
    const auto second = numberIn(other);
    if (number && second) {
        return areEqualValues(one, other) ? 0 : *number < *second ? -1 : 1;
    }
    const auto text = textIn(one);
    const auto otherText = textIn(other);
    if (!text || !otherText) {
        return std::nullopt;
    }
    if (one.index() == other.index() && !std::holds_alternative<std::string>(one) &&
        text->size() != otherText->size() && !std::holds_alternative<FormTime>(one)) {
        return std::nullopt; // a year and a day in it: neither comes first
    }
    const int order = text->compare(*otherText);
    return order == 0 ? 0 : order < 0 ? -1 : 1;
}

AnswerValue calculated(std::string_view op, const AnswerValue& one, const AnswerValue& other,
                       bool& isNothing) {
    isNothing = false;
    if (op == "+") {
        const auto* text = std::get_if<std::string>(&one);
        const auto* second = std::get_if<std::string>(&other);
        if (text != nullptr && second != nullptr) {
            return *text + *second;
        }
    }
    const auto number = numberIn(one);
    const auto second = numberIn(other);
    if (!number || !second) {
        throw NotWorkedOut{shown({tr("\"{1}\" needs numbers"), {std::string{op}}})};
    }
    const auto whole = wholeIn(one);
    const auto otherWhole = wholeIn(other);
    if (op == "+" || op == "-" || op == "*") {
        if (whole && otherWhole) {
            return *wholeResult(op, *whole, *otherWhole);
        }
        return checked(op == "+"   ? *number + *second
                       : op == "-" ? *number - *second
                                   : *number * *second);
    }
    if (*second == 0) { // nothing, not an error
        isNothing = true;
        return false;
    }
    if (op == "/") {
        return checked(*number / *second);
    }
    if (op == "mod") {
        if (whole && otherWhole) {
            return *otherWhole == -1 ? std::int64_t{0} : *whole % *otherWhole;
        }
        return checked(std::fmod(*number, *second));
    }
    const double quotient = std::trunc(*number / *second);
    if (std::abs(quotient) > 9e15) {
        throw NotWorkedOut{tr("a number becomes too large")};
    }
    return static_cast<std::int64_t>(quotient);
}

} // namespace palpate::forms
