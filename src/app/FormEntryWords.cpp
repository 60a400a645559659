// SPDX-License-Identifier: MIT
// How a line of a form is answered, and answers in words.
#include "app/FormEntry.h"
#include "app/TimeText.h"

#include <algorithm>

namespace palpate::app {

namespace {

using forms::Item;
using forms::ItemControl;
using forms::ItemType;

constexpr std::size_t kMostShownWhole = 12; ///< longer lists are folded

[[nodiscard]] std::string dateWords(const PartialDate& date) {
    const auto day =
        dayText(Date{std::chrono::year{date.year}, std::chrono::month{date.month.value_or(1)},
                     std::chrono::day{date.day.value_or(1)}});
    if (date.month && date.day) {
        return day;
    }
    return date.month ? day.substr(day.find(' ') + 1) : isoText(date);
}

[[nodiscard]] std::string momentWords(const FormDateTime& moment, const std::string& zone) {
    if (const auto day = parsePartialDate(moment.text)) {
        return dateWords(*day);
    }
    const auto instant = parseIsoInstant(moment.text);
    return instant ? dayText(localDay(*instant, zone)) + ", " + clockText(*instant, zone)
                   : moment.text; // with another zone: as it was written
}

/// Numbers and texts in the form's words, the rest as everywhere else.
[[nodiscard]] std::optional<std::string> timeWords(const AnswerValue& value,
                                                   const std::string& zone) {
    if (const auto* date = std::get_if<PartialDate>(&value)) {
        return dateWords(*date);
    }
    if (const auto* moment = std::get_if<FormDateTime>(&value)) {
        return momentWords(*moment, zone);
    }
    if (const auto* time = std::get_if<FormTime>(&value)) {
        const auto text = time->text;
        return text.size() == 8 && text.ends_with(":00") ? text.substr(0, 5) : text;
    }
    return std::nullopt;
}

} // namespace

FieldKind kindOf(const Item& item) {
    if (item.type == ItemType::Group) {
        return FieldKind::Section;
    }
    if (item.type == ItemType::Display) {
        return FieldKind::Note;
    }
    if (item.calculated) {
        return FieldKind::Calculated;
    }
    if (item.control == ItemControl::BodyMap) {
        return FieldKind::BodyMap;
    }
    if (item.type == ItemType::Boolean) {
        return FieldKind::YesNo;
    }
    if (item.type == ItemType::Attachment) {
        return FieldKind::File;
    }
    if (!item.options.empty()) {
        if (item.repeats) {
            return FieldKind::ChooseMany;
        }
        const bool isFolded = item.control == ItemControl::DropDown ||
                              item.control == ItemControl::Autocomplete ||
                              item.options.size() > kMostShownWhole;
        return isFolded && item.control != ItemControl::Radio ? FieldKind::DropDown
                                                              : FieldKind::ChooseOne;
    }
    const bool isNumber = item.type == ItemType::Integer || item.type == ItemType::Decimal;
    if (item.control == ItemControl::Slider && isNumber && item.minValue && item.maxValue &&
        !item.repeats) {
        return FieldKind::Slider;
    }
    return item.type == ItemType::Text || takesLines(item) ? FieldKind::LongText : FieldKind::Typed;
}

std::string answerWords(const Item& item, const AnswerValue& value, const std::string& zone) {
    if (!item.options.empty()) {
        return forms::wordsOf(item, value);
    }
    return timeWords(value, zone).value_or(forms::wordsOf(item, value));
}

std::string answerText(const Item& item, const AnswerValue& value, const std::string& zone) {
    if (const auto words = timeWords(value, zone)) {
        return *words;
    }
    if (const auto* quantity = std::get_if<Quantity>(&value);
        quantity != nullptr && quantity->value && !item.units.empty()) {
        return forms::wordsOf(Item{}, *quantity->value);
    }
    const bool isNumber =
        std::holds_alternative<double>(value) || std::holds_alternative<std::int64_t>(value);
    return isNumber ? forms::wordsOf(Item{}, value) : answerWords(item, value, zone);
}

std::string entryHint(const Item& item) {
    if (!item.entryFormat.empty()) {
        return item.entryFormat;
    }
    if (takesLines(item)) {
        return tr("one answer a line");
    }
    switch (item.type) {
    case ItemType::Integer:
    case ItemType::Decimal:
    case ItemType::Quantity:
        return item.minValue && item.maxValue ? shown({tr("{1} to {2}"),
                                                       {answerText(item, *item.minValue, {}),
                                                        answerText(item, *item.maxValue, {})}})
                                              : std::string{};
    case ItemType::Date:
        return item.consent ? tr("such as 14 Mar 2026, or today") // it needs its whole day
                            : tr("such as 14 Mar 1980; a year or month alone will do");
    case ItemType::DateTime:
        return tr("such as 14 Mar 2026, 10:42");
    case ItemType::Time:
        return tr("such as 10:42");
    case ItemType::Url:
        return tr("such as https://example.org");
    default:
        return {};
    }
}

} // namespace palpate::app
