// SPDX-License-Identifier: MIT
#include "reference/LogFields.h"

#include "domain/Calendar.h"
#include "domain/Text.h"
#include "reference/Table.h"

#include <algorithm>
#include <cmath>
#include <sstream>

namespace palpate::reference {

namespace {

constexpr std::size_t kLongestText = 500; // characters, as in the other short fields of a record

constexpr auto kTypes = std::to_array<Word<FieldType>>({{"number", FieldType::Number},
                                                        {"integer", FieldType::Integer},
                                                        {"choice", FieldType::Choice},
                                                        {"text", FieldType::Text},
                                                        {"boolean", FieldType::Boolean},
                                                        {"duration", FieldType::Duration}});

[[nodiscard]] bool isNumeric(FieldType type) {
    return type == FieldType::Number || type == FieldType::Integer || type == FieldType::Duration;
}

[[nodiscard]] std::vector<DisplayUnit> displayOf(const Row& row) {
    std::vector<DisplayUnit> units;
    if (!row.has("display")) {
        return units;
    }
    for (const auto& unit : row.rows("display", "unit")) {
        units.push_back({.unit = unit.text("unit"),
                         .factor = unit.number("factor"),
                         .step = unit.number("step")});
        if (!(units.back().factor > 0)) {
            unit.refuse("factor", "must be greater than 0");
        }
        if (!(units.back().step > 0)) {
            unit.refuse("step", "must be greater than 0");
        }
    }
    return units;
}

[[nodiscard]] LogField fieldOf(const Row& row, const Sources& sources) {
    LogField field{.key = row.key<LogFieldKey>("id"),
                   .label = row.text("label"),
                   .type = row.oneOf<FieldType>("type", kTypes),
                   .unit = row.optionalText("unit"),
                   .min = row.optionalNumber("min"),
                   .max = row.optionalNumber("max"),
                   .step = row.optionalNumber("step"),
                   .choices = row.texts("choices"),
                   .display = displayOf(row),
                   .isRegion = row.optionalText("ref") == "region",
                   .isDate = row.optionalText("format") == "date",
                   .help = row.optionalText("help"),
                   .usedBy = row.keys<TechniqueKey>("used_by_techniques"),
                   .sources = row.citedFrom(sources)};
    if (isNumeric(field.type) && (!field.min || !field.max || *field.min > *field.max)) {
        row.refuse("min", "and max must be numbers, the smaller first");
    }
    if (field.step && !(*field.step > 0)) {
        row.refuse("step", "must be greater than 0");
    }
    if ((field.type == FieldType::Choice) == field.choices.empty()) {
        row.refuse("choices", "must be there for a choice, and for nothing else");
    }
    return field;
}

[[nodiscard]] std::string plain(double number) {
    std::ostringstream out; // short form: 7200, 0.16
    out << number;
    return out.str();
}

[[nodiscard]] std::string withUnit(double number, const LogField& field) {
    const bool speaksForItself =
        field.unit.empty() || field.unit == "count" || field.unit == "0-10";
    return speaksForItself ? plain(number) : plain(number) + " " + field.unit;
}

[[nodiscard]] std::optional<Message> problemOfNumber(const LogField& field, double number) {
    if (!std::isfinite(number) || number < *field.min || number > *field.max) {
        return Message{tr("{1} must lie between {2} and {3}."),
                       {field.label, plain(*field.min), withUnit(*field.max, field)}};
    }
    if (field.type == FieldType::Integer && number != std::floor(number)) {
        return Message{tr("{1} must be a whole number."), {field.label}};
    }
    return std::nullopt;
}

[[nodiscard]] std::optional<Message> problemOfText(const LogField& field, const std::string& text) {
    if (!isValidUtf8(text)) {
        return Message{tr("{1} contains characters that are damaged."), {field.label}};
    }
    if (lengthInCharacters(text) > kLongestText) {
        return Message{tr("{1} is longer than {2} characters."),
                       {field.label, std::to_string(kLongestText)}};
    }
    if (field.isDate && !parseIsoDate(text)) {
        return Message{tr("{1} must be a day, written as year-month-day."), {field.label}};
    }
    return std::nullopt;
}

/// Whether the value is of the kind that the field takes, then whether it is allowed.
struct Check {
    const LogField& field;

    std::optional<Message> operator()(double number) const {
        return isNumeric(field.type) ? problemOfNumber(field, number)
                                     : Message{tr("{1} doesn't take a number."), {field.label}};
    }
    std::optional<Message> operator()(bool /*answer*/) const {
        return field.type == FieldType::Boolean
                   ? std::nullopt
                   : std::optional{Message{tr("{1} doesn't take yes or no."), {field.label}}};
    }
    std::optional<Message> operator()(const std::string& text) const {
        if (field.type == FieldType::Text) {
            return problemOfText(field, text);
        }
        if (field.type != FieldType::Choice) {
            return Message{tr("{1} doesn't take a text."), {field.label}};
        }
        return std::ranges::find(field.choices, text) != field.choices.end()
                   ? std::nullopt
                   : std::optional{Message{tr("{1} has no choice \"{2}\"."), {field.label, text}}};
    }
};

} // namespace

LogFields LogFields::load(const std::filesystem::path& file, Sources& sources) {
    const Table table{file, sources};
    LogFields out;
    for (const auto& row : table.rows("fields", "id")) {
        auto field = fieldOf(row, sources);
        place(out.places_, field.key, out.fields_.size(), row, "id");
        out.fields_.push_back(std::move(field));
    }
    return out;
}

const LogField* LogFields::find(const LogFieldKey& key) const noexcept {
    return findIn(fields_, places_, key);
}

std::optional<Message> LogFields::problem(const LogValue& value) const {
    const auto* field = find(value.field);
    if (field == nullptr) {
        return Message{tr("The treatment log has no field \"{1}\"."), {value.field.text()}};
    }
    return std::visit(Check{*field}, value.value);
}

} // namespace palpate::reference
