// SPDX-License-Identifier: MIT
#include "forms/AnswerRules.h"

#include "domain/Text.h"
#include "forms/FormRun.h"
#include "forms/PathEvaluator.h"
#include "forms/Pattern.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>

namespace palpate::forms {

namespace {

constexpr std::size_t kLongestAnswer = 100'000; ///< characters

[[nodiscard]] std::string numberText(double number) {
    std::array<char, 400> digits{};
    const auto [end, failure] = std::to_chars(digits.data(), digits.data() + digits.size(), number,
                                              std::chars_format::fixed);
    return {digits.data(), failure == std::errc{} ? end : digits.data()};
}

[[nodiscard]] int decimalPlaces(double number) {
    const auto text = numberText(number);
    const auto point = text.find('.');
    return point == std::string::npos ? 0 : static_cast<int>(text.size() - point - 1);
}

[[nodiscard]] bool isTyped(const Item& item) noexcept {
    return item.type == ItemType::OpenChoice ||
           (item.type == ItemType::Choice && item.optionsElsewhere);
}

[[nodiscard]] Message wrongKind(const Item& item) {
    switch (item.type) {
    case ItemType::Boolean:
        return {tr("The answer is yes or no."), {}};
    case ItemType::Decimal:
        return {tr("The answer is a number."), {}};
    case ItemType::Integer:
        return {tr("The answer is a whole number."), {}};
    case ItemType::Date:
        return {tr("The answer is a day, such as 23.11.2026."), {}};
    case ItemType::DateTime:
        return {tr("The answer is a day, or a day with a time."), {}};
    case ItemType::Time:
        return {tr("The answer is a time of day, such as 10:42."), {}};
    case ItemType::Url:
        return {tr("The answer is an address, such as https://example.org."), {}};
    case ItemType::Quantity:
        return {tr("The answer is a number with a unit."), {}};
    case ItemType::Attachment:
        return {tr("The answer is a file."), {}};
    case ItemType::Group:
    case ItemType::Display:
        return {tr("This is no question."), {}};
    case ItemType::String:
    case ItemType::Text:
    case ItemType::Choice:
    case ItemType::OpenChoice:
        break;
    }
    return {tr("The answer is a text."), {}};
}

/// What the item's type would make of the value; empty: nothing.
[[nodiscard]] std::optional<AnswerValue> ofType(const Item& item, const AnswerValue& value) {
    const auto as = [&]<class Kind>(std::type_identity<Kind>) -> std::optional<AnswerValue> {
        return std::holds_alternative<Kind>(value) ? std::optional{value} : std::nullopt;
    };
    const auto* text = std::get_if<std::string>(&value);
    switch (item.type) {
    case ItemType::Boolean:
        return as(std::type_identity<bool>{});
    case ItemType::Decimal:
        if (const auto* whole = std::get_if<std::int64_t>(&value)) {
            return AnswerValue{static_cast<double>(*whole)};
        }
        return as(std::type_identity<double>{});
    case ItemType::Integer:
        return as(std::type_identity<std::int64_t>{});
    case ItemType::Date:
        return as(std::type_identity<PartialDate>{});
    case ItemType::DateTime:
        if (const auto* day = std::get_if<PartialDate>(&value)) {
            return AnswerValue{FormDateTime{isoText(*day)}};
        }
        return as(std::type_identity<FormDateTime>{});
    case ItemType::Time:
        return as(std::type_identity<FormTime>{});
    case ItemType::String:
    case ItemType::Text:
        return text != nullptr && !text->empty() ? std::optional{value} : std::nullopt;
    case ItemType::Url:
        if (text != nullptr && !text->empty()) {
            return AnswerValue{FormUrl{*text}};
        }
        return as(std::type_identity<FormUrl>{});
    case ItemType::Quantity: {
        const auto* quantity = std::get_if<Quantity>(&value);
        return quantity != nullptr && quantity->value ? std::optional{value} : std::nullopt;
    }
    case ItemType::Attachment:
        return as(std::type_identity<AttachmentAnswer>{});
    case ItemType::Choice:
    case ItemType::OpenChoice:
        if (isTyped(item) && text != nullptr) {
            return text->empty() ? std::nullopt : std::optional{value};
        }
        return isTyped(item) && item.options.empty() ? as(std::type_identity<Coding>{})
                                                     : std::nullopt;
    case ItemType::Group:
    case ItemType::Display:
        break;
    }
    return std::nullopt;
}

} // namespace

std::optional<AnswerValue> fitting(const Item& item, const AnswerValue& value) {
    for (const auto& option : item.options) {
        if (areEqual(ValueNode{option.value}, ValueNode{value})) {
            return option.value;
        }
    }
    const bool mustBeOption = !item.options.empty() && item.type != ItemType::OpenChoice;
    return mustBeOption ? std::nullopt : ofType(item, value);
}

std::optional<Message> refusal(const Item& item, const AnswerValue& value) {
    if (fitting(item, value)) {
        return std::nullopt;
    }
    if (!item.options.empty() && item.isQuestion()) {
        return Message{tr("The answer is none of those to choose from."), {}};
    }
    return wrongKind(item);
}

std::vector<Message> problemsOf(const Item& item, const AnswerValue& value) {
    std::vector<Message> problems;
    if (const auto text = textIn(value)) {
        const auto length = isValidUtf8(*text) ? lengthInCharacters(*text) : text->size();
        const auto most = std::min<std::size_t>(
            item.maxLength ? static_cast<std::size_t>(*item.maxLength) : kLongestAnswer,
            kLongestAnswer);
        if (!isValidUtf8(*text)) {
            problems.push_back({tr("The text is not valid UTF-8; type it again."), {}});
        }
        if (length > most) {
            problems.push_back({tr("At most {1} characters; there are {2}."),
                                {std::to_string(most), std::to_string(length)}});
        }
        if (item.minLength && length < static_cast<std::size_t>(*item.minLength)) {
            problems.push_back({tr("At least {1} characters; there are {2}."),
                                {std::to_string(*item.minLength), std::to_string(length)}});
        }
        if (!item.regex.empty()) {
            const auto answer = matchWhole(item.regex, *text);
            if (answer == PatternAnswer::TooLong) {
                problems.push_back({tr("Whether the answer has the wanted form could not be found "
                                       "out: its pattern takes too long."),
                                    {}});
            } else if (answer == PatternAnswer::Differs) {
                problems.push_back(
                    item.entryFormat.empty()
                        ? Message{tr("The answer does not have the wanted form."), {}}
                        : Message{tr("The answer does not have the wanted form: "
                                     "{1}."),
                                  {item.entryFormat}});
            }
        }
    }
    const auto least = item.minValue ? ordered(value, *item.minValue) : std::nullopt;
    if (least && *least < 0) {
        problems.push_back({tr("Not less than {1}."), {wordsOf(item, *item.minValue)}});
    }
    const auto most = item.maxValue ? ordered(value, *item.maxValue) : std::nullopt;
    if (most && *most > 0) {
        problems.push_back({tr("Not more than {1}."), {wordsOf(item, *item.maxValue)}});
    }
    const auto number = numberIn(value);
    if (number && item.maxDecimalPlaces && decimalPlaces(*number) > *item.maxDecimalPlaces) {
        problems.push_back(*item.maxDecimalPlaces == 0
                               ? Message{tr("A whole number, please."), {}}
                               : Message{tr("At most {1} decimal places."),
                                         {std::to_string(*item.maxDecimalPlaces)}});
    }
    return problems;
}

std::string wordsOf(const Item& item, const AnswerValue& value, std::string_view language) {
    for (const auto& option : item.options) {
        if (!option.display.empty() && areEqual(ValueNode{option.value}, ValueNode{value})) {
            return option.display.in(language);
        }
    }
    const auto unit = item.units.size() == 1 ? " " + item.units.front().unit : std::string{};
    if (const auto* truth = std::get_if<bool>(&value)) {
        return *truth ? tr("yes") : tr("no");
    }
    if (const auto* whole = std::get_if<std::int64_t>(&value)) {
        return std::to_string(*whole) + unit;
    }
    if (const auto* number = std::get_if<double>(&value)) {
        return numberText(*number) + unit;
    }
    if (const auto* coding = std::get_if<Coding>(&value)) {
        return coding->display.empty() ? coding->code : coding->display;
    }
    if (const auto* quantity = std::get_if<Quantity>(&value)) {
        return (quantity->value ? numberText(*quantity->value) : std::string{}) +
               (quantity->unit.empty() ? unit : " " + quantity->unit);
    }
    if (const auto* file = std::get_if<AttachmentAnswer>(&value)) {
        return file->title;
    }
    return textIn(value).value_or("");
}

} // namespace palpate::forms
