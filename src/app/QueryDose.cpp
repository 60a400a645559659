// SPDX-License-Identifier: MIT
#include "app/DoseNumbers.h"
#include "app/QueryTokens.h"
#include "app/QueryValues.h"
#include "app/TypedWords.h"
#include "app/Words.h"
#include "domain/Text.h"
#include "reference/LogFields.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <limits>

namespace palpate::app {

namespace {

using reference::FieldType;
using reference::LogField;
using reference::LogFields;

constexpr const char* kExample = "dose:pressure>=20kPa";

// Kept with the treatment or the point itself.
constexpr std::array<std::string_view, 4> kNoDose{"pain_before", "pain_after", "tenderness_before",
                                                  "tenderness_after"};

[[nodiscard]] std::string spaced(std::string text) {
    std::ranges::replace(text, '_', ' ');
    return folded(text);
}

[[nodiscard]] bool isCalled(const LogField& field, const std::string& word) {
    return spaced(field.key.text()) == spaced(word) || folded(field.label) == folded(word) ||
           doseWord(field) == spaced(word);
}

/// The field that the first words name, and how many bytes they are; nullptr: none does.
struct Naming {
    const LogField* field = nullptr;
    std::size_t length = 0;
};
[[nodiscard]] Naming fieldNamed(const std::string& text, const LogFields& fields) {
    auto end = std::min(text.find_first_of("<>=0123456789:+"), text.size());
    while (end > 0) {
        const auto word = trimmed(std::string_view{text}.substr(0, end));
        for (const auto& field : fields.all()) {
            if (!word.empty() && isCalled(field, word)) {
                return {&field, end};
            }
        }
        end = text.rfind(' ', end - 1);
        end = end == std::string::npos ? 0 : end;
    }
    return {};
}

[[nodiscard]] TypedNumber numberOf(const LogField& field, std::string_view text,
                                   PressureUnit pressure) {
    return field.type == FieldType::Duration ? typedDuration(field, text)
                                             : typedNumber(field, text, pressure);
}

[[nodiscard]] std::string unitOf(const std::string& text) {
    const auto at = text.find_first_not_of("+-0123456789.,: ");
    return at == std::string::npos ? std::string{} : text.substr(at);
}

/// The field whose unit stands behind the amount.
[[nodiscard]] const LogField* fieldByUnit(const RangeText& ends, const LogFields& fields,
                                          PressureUnit pressure) {
    const auto& amount = ends.most.empty() ? ends.least : ends.most;
    if (unitOf(amount).empty() && amount.find(':') == std::string::npos) {
        return nullptr;
    }
    for (const auto* key : {"duration_s", "pressure_kpa", "repetitions"}) {
        const auto* field = fields.find(*LogFieldKey::from(key));
        if (field != nullptr &&
            std::holds_alternative<double>(numberOf(*field, amount, pressure))) {
            return field;
        }
    }
    return nullptr;
}

[[nodiscard]] Message notSaid(std::string_view text) {
    return {tr("“{1}” doesn't say of what dose; write it as in {2}, dose:60s or "
               "dose:repetitions=3."),
            {brief(text), kExample}};
}

[[nodiscard]] std::variant<DoseFilter, Message> filterOf(const LogField& field, RangeText ends,
                                                         PressureUnit pressure) {
    DoseFilter filter{.field = field.key};
    if (unitOf(ends.least).empty() && ends.least.find(':') == std::string::npos) {
        ends.least += ends.least.empty() ? "" : unitOf(ends.most); // "60-90 s"
    }
    if (!ends.least.empty()) {
        const auto least = numberOf(field, ends.least, pressure);
        if (const auto* wrong = std::get_if<Message>(&least)) {
            return *wrong;
        }
        filter.amount.least = std::get<double>(least);
        if (ends.isAbove) {
            filter.amount.least =
                std::nextafter(*filter.amount.least, std::numeric_limits<double>::max());
        }
    }
    if (!ends.most.empty()) {
        const auto most = numberOf(field, ends.most, pressure);
        if (const auto* wrong = std::get_if<Message>(&most)) {
            return *wrong;
        }
        filter.amount.most = std::get<double>(most);
        if (ends.isBelow) {
            filter.amount.most =
                std::nextafter(*filter.amount.most, std::numeric_limits<double>::lowest());
        }
    }
    if (filter.amount.isOpen()) {
        return Message{tr("How much of {1}? Write it as in {2}."),
                       {folded(field.label), "dose:" + doseWord(field) + ">=2"}};
    }
    if (filter.amount.least && filter.amount.most && *filter.amount.least > *filter.amount.most) {
        return Message{tr("The dose ends at {1}, before it begins at {2}; write the smaller one "
                          "first."),
                       {ends.most, ends.least}};
    }
    return filter;
}

/// With all its digits, without an exponent.
[[nodiscard]] std::string digitsOf(double value) {
    std::array<char, 400> buffer{};
    const auto end = std::to_chars(buffer.data(), buffer.data() + buffer.size(), value,
                                   std::chars_format::fixed);
    return {buffer.data(), end.ptr};
}

/// The number in the clinic's unit where that says exactly the same, else in the stored one.
[[nodiscard]] std::string writtenNumber(const LogField& field, double value,
                                        PressureUnit pressure) {
    if (field.type == FieldType::Duration) {
        return digitsOf(value) + "s";
    }
    const auto unit = shownUnit(field, pressure);
    auto unitText = unit.text;
    std::erase(unitText, ' ');
    const auto typed = numberShown(value / unit.factor, unit.step) + unitText;
    const auto again = typedNumber(field, typed, pressure);
    if (const auto* number = std::get_if<double>(&again); number != nullptr && *number == value) {
        return typed;
    }
    auto stored = field.display.empty() ? unitText : field.unit;
    std::erase(stored, ' ');
    return digitsOf(value) + stored;
}

[[nodiscard]] std::string numberInWords(const LogField& field, double value,
                                        PressureUnit pressure) {
    if (field.type == FieldType::Duration) {
        return durationShown(value) + (value < 60 || value != std::floor(value) ? " s" : " min");
    }
    const auto unit = shownUnit(field, pressure);
    return numberShown(value / unit.factor, unit.step) + (unit.text.empty() ? "" : " " + unit.text);
}

} // namespace

std::string doseWord(const LogField& field) {
    static constexpr std::array<std::string_view, 16> kUnits{
        "_kpa", "_s",  "_deg", "_percent", "_cm", "_cm_s",        "_mm",   "_hz",
        "_c",   "_us", "_mhz", "_w_cm2",   "_nm", "_j_per_point", "_days", "_per_min"};
    auto word = field.key.text();
    std::size_t longest = 0;
    for (const auto unit : kUnits) {
        longest = word.ends_with(unit) ? std::max(longest, unit.size()) : longest;
    }
    word.resize(word.size() - longest);
    return spaced(word);
}

bool isDose(const LogField& field) {
    const bool isNumber = field.type == FieldType::Number || field.type == FieldType::Integer ||
                          field.type == FieldType::Duration;
    return isNumber && std::ranges::find(kNoDose, field.key.text()) == kNoDose.end();
}

std::variant<DoseFilter, Message> typedDose(std::string_view typed, const LogFields& fields,
                                            PressureUnit pressure) {
    const auto text = folded(typed);
    const auto naming = fieldNamed(text, fields);
    auto rest = trimmed(std::string_view{text}.substr(naming.length));
    if (rest.starts_with(':')) {
        rest.erase(0, 1);
    }
    const auto ends = rangeText(rest).value_or(RangeText{});
    const auto* field =
        naming.field != nullptr ? naming.field : fieldByUnit(ends, fields, pressure);
    if (field == nullptr) {
        return notSaid(typed);
    }
    if (std::ranges::find(kNoDose, field->key.text()) != kNoDose.end()) {
        return Message{tr("{1} is no part of a dose; pain: and tender: look for what was rated "
                          "before treatment."),
                       {field->label}};
    }
    if (!isDose(*field)) {
        return Message{tr("{1} is no amount, so a search can't compare it; look for its words."),
                       {field->label}};
    }
    return filterOf(*field, ends, pressure);
}

std::string writtenDose(const DoseFilter& dose, const LogFields& fields, PressureUnit pressure) {
    const auto* field = fields.find(dose.field);
    if (field == nullptr || dose.amount.isOpen()) {
        return {};
    }
    // The short word only where it means this field.
    auto word = doseWord(*field);
    if (fieldNamed(word, fields).field != field) {
        word = field->key.text();
    }
    const auto& [least, most] = dose.amount;
    if (least && most) {
        const auto first = writtenNumber(*field, *least, pressure);
        return *least == *most ? word + "=" + first
                               : word + "=" + first + ".." + writtenNumber(*field, *most, pressure);
    }
    return least ? word + ">=" + writtenNumber(*field, *least, pressure)
                 : word + "<=" + writtenNumber(*field, *most, pressure);
}

std::string doseInWords(const DoseFilter& dose, const LogFields& fields, PressureUnit pressure) {
    const auto* field = fields.find(dose.field);
    if (field == nullptr) {
        return dose.field.text();
    }
    const auto name = folded(field->label);
    const auto& [least, most] = dose.amount;
    const auto number = [&](double value) { return numberInWords(*field, value, pressure); };
    if (least && most) {
        return *least == *most
                   ? shown({tr("{1} {2}"), {name, number(*least)}})
                   : shown({tr("{1} {2} to {3}"), {name, number(*least), number(*most)}});
    }
    return least ? shown({tr("{1} {2} or more"), {name, number(*least)}})
                 : shown({tr("{1} {2} or less"), {name, number(most.value_or(0))}});
}

} // namespace palpate::app
