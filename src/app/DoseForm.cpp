// SPDX-License-Identifier: MIT
#include "app/DoseForm.h"

#include "app/DoseNumbers.h"
#include "app/SentenceWords.h"
#include "app/TimeText.h"
#include "app/TypedWords.h"
#include "domain/Text.h"
#include "reference/Reference.h"

#include <algorithm>
#include <array>
#include <utility>

namespace palpate::app {

namespace {

using reference::FieldType;
using reference::LogField;

struct OwnPlace {
    std::string_view field;
    DosePlace place;
};
// Log fields that the record or the window keeps in a place of their own.
constexpr std::array kOwnPlaces{OwnPlace{"pain_before", DosePlace::PainBefore},
                                OwnPlace{"pain_after", DosePlace::PainAfter},
                                OwnPlace{"tenderness_before", DosePlace::TendernessBefore},
                                OwnPlace{"tenderness_after", DosePlace::TendernessAfter},
                                OwnPlace{"duration_s", DosePlace::Timer}};
constexpr std::string_view kJointLevel = "joint_level";
constexpr std::array kYesNo{tr("yes"), tr("no")};

[[nodiscard]] DosePlace ownPlace(const LogFieldKey& key) {
    const auto found = std::ranges::find(kOwnPlaces, key.text(), &OwnPlace::field);
    return found != kOwnPlaces.end() ? found->place : DosePlace::Dose;
}

[[nodiscard]] DosePlace placeOfField(const LogField& field, const TreatmentTarget& target) {
    const bool isTarget =
        (std::holds_alternative<JointTarget>(target) && field.key.text() == kJointLevel) ||
        (std::holds_alternative<RegionTarget>(target) && field.isRegion);
    return isTarget ? DosePlace::Target : ownPlace(field.key);
}

[[nodiscard]] DoseType typeOf(const LogField& field) {
    switch (field.type) {
    case FieldType::Number:
        return DoseType::Number;
    case FieldType::Integer:
        return DoseType::WholeNumber;
    case FieldType::Choice:
        return DoseType::Choice;
    case FieldType::Boolean:
        return DoseType::YesNo;
    case FieldType::Duration:
        return DoseType::Duration;
    case FieldType::Text:
        break;
    }
    if (field.isDate) {
        return DoseType::Day;
    }
    return field.isRegion ? DoseType::Region : DoseType::Text;
}

[[nodiscard]] bool isNumeric(FieldType type) {
    return type == FieldType::Number || type == FieldType::Integer || type == FieldType::Duration;
}

[[nodiscard]] const LogValue* storedValue(const Treatment& treatment, const LogFieldKey& key) {
    const auto found = std::ranges::find(treatment.dose, key, &LogValue::field);
    return found != treatment.dose.end() ? &*found : nullptr;
}

[[nodiscard]] std::string usualText(const reference::Technique& technique, const LogField& field,
                                    const ShownUnit& unit) {
    for (const auto& dose : technique.typicalDose) {
        if (dose.field != field.key) {
            continue;
        }
        if (const auto* words = std::get_if<std::string>(&dose.value)) {
            return *words;
        }
        if (const auto* range = std::get_if<reference::DoseRange>(&dose.value)) {
            if (field.type == FieldType::Duration) {
                return durationRange(range->low, range->high);
            }
            const auto low = numberShown(range->low / unit.factor, unit.step);
            const auto high = numberShown(range->high / unit.factor, unit.step);
            const auto gap = unit.text.empty() || unit.text == "°" ? "" : " ";
            return (low == high ? low : low + "–" + high) + gap + unit.text;
        }
        return kYesNo[std::get<bool>(dose.value) ? 0 : 1];
    }
    return {};
}

void addChoices(DoseEntry& entry, const LogField& field) {
    for (const auto& choice : field.choices) {
        entry.choices.push_back({choice, entry.value == choice});
    }
    if (field.type == FieldType::Boolean) {
        for (const auto* answer : kYesNo) {
            entry.choices.push_back({answer, entry.value == answer});
        }
    }
}

[[nodiscard]] DoseEntry entryOf(const LogField& field, const Treatment& treatment,
                                const reference::Reference& reference, PressureUnit pressure) {
    const auto unit = shownUnit(field, pressure);
    DoseEntry entry{.key = field.key,
                    .label = field.label,
                    .type = typeOf(field),
                    .place = placeOfField(field, treatment.target),
                    .unit = isNumeric(field.type) ? unit.text : std::string{},
                    .help = field.help};
    if (const auto* stored = storedValue(treatment, field.key)) {
        entry.value = doseText(*stored, reference, pressure);
        if (const auto wrong = reference.logFields().problem(*stored)) {
            entry.problem = palpate::shown(*wrong);
        }
    }
    if (field.type == FieldType::Duration && entry.value.find(':') != std::string::npos) {
        entry.unit = tr("min");
    }
    if (isNumeric(field.type)) {
        entry.min = *field.min / unit.factor;
        entry.max = *field.max / unit.factor;
        entry.step = unit.step;
    }
    addChoices(entry, field);
    if (const auto* technique = reference.techniques().find(treatment.technique)) {
        entry.usual = usualText(*technique, field, unit);
    }
    return entry;
}

/// The technique's fields, then what else was logged.
[[nodiscard]] std::vector<LogFieldKey> fieldsOf(const TechniqueKey& technique,
                                                const std::vector<LogValue>& dose,
                                                const reference::Reference& reference) {
    std::vector<LogFieldKey> keys;
    if (const auto* row = reference.techniques().find(technique)) {
        keys = row->logFields;
    }
    for (const auto& value : dose) {
        if (std::ranges::find(keys, value.field) == keys.end()) {
            keys.push_back(value.field);
        }
    }
    return keys;
}

[[nodiscard]] std::optional<Message> problemOfNumber(const LogField& field, double stored,
                                                     PressureUnit pressure) {
    const auto unit = shownUnit(field, pressure);
    if (stored >= *field.min && stored <= *field.max) {
        return std::nullopt; // a whole number or not: the table says so itself
    }
    if (field.type == FieldType::Duration) {
        return Message{tr("{1} must lie between {2} and {3}."),
                       {field.label, durationRange(*field.min, *field.min),
                        durationRange(*field.max, *field.max)}};
    }
    const auto most = numberShown(*field.max / unit.factor, unit.step);
    return Message{tr("{1} must lie between {2} and {3}."),
                   {field.label, numberShown(*field.min / unit.factor, unit.step),
                    unit.text.empty() ? most : most + " " + unit.text}};
}

/// The one of `choices` that was typed whole, or the only one that begins with it.
[[nodiscard]] std::variant<std::string, Message>
chosen(const std::string& label, const std::vector<std::string>& choices, std::string_view text) {
    const auto typed = folded(text);
    std::vector<std::string> begun;
    for (const auto& choice : choices) {
        if (folded(choice) == typed) {
            return choice;
        }
        if (folded(choice).starts_with(typed)) {
            begun.push_back(choice);
        }
    }
    if (begun.size() == 1) {
        return begun.front();
    }
    std::string list;
    for (const auto& choice : begun.empty() ? choices : begun) {
        list += (list.empty() ? "" : ", ") + choice;
    }
    return begun.empty()
               ? Message{tr("{1} has no choice “{2}”; choose one of: {3}."), {label, typed, list}}
               : Message{tr("{1}: which one is meant: {2}?"), {label, list}};
}

[[nodiscard]] TypedDose typedText(const LogField& field, std::string_view text) {
    auto value = palpate::trimmed(text);
    if (field.isDate) {
        const auto day = parseTypedDay(value);
        if (!day) {
            return Message{tr("{1} takes a day, as in: 23 Nov 2026."), {field.label}};
        }
        value = isoDate(*day);
    }
    return LogValue{field.key, std::move(value)};
}

[[nodiscard]] TypedDose typedValue(const LogField& field, std::string_view text,
                                   PressureUnit pressure) {
    if (isNumeric(field.type)) {
        const auto number = field.type == FieldType::Duration ? typedDuration(field, text)
                                                              : typedNumber(field, text, pressure);
        if (const auto* wrong = std::get_if<Message>(&number)) {
            return *wrong;
        }
        const auto stored = std::get<double>(number);
        if (auto wrong = problemOfNumber(field, stored, pressure)) {
            return *std::move(wrong);
        }
        return LogValue{field.key, stored};
    }
    if (field.type == FieldType::Text) {
        return typedText(field, text);
    }
    const bool isYesNo = field.type == FieldType::Boolean;
    auto choice = chosen(
        field.label,
        isYesNo ? std::vector<std::string>{kYesNo.begin(), kYesNo.end()} : field.choices, text);
    if (const auto* wrong = std::get_if<Message>(&choice)) {
        return *wrong;
    }
    auto& answer = std::get<std::string>(choice);
    return isYesNo ? LogValue{field.key, answer == kYesNo.front()}
                   : LogValue{field.key, std::move(answer)};
}

} // namespace

std::vector<DoseEntry> doseEntries(const Treatment& treatment,
                                   const reference::Reference& reference, PressureUnit pressure) {
    std::vector<DoseEntry> entries;
    for (const auto& key : fieldsOf(treatment.technique, treatment.dose, reference)) {
        if (const auto* field = reference.logFields().find(key)) {
            entries.push_back(entryOf(*field, treatment, reference, pressure));
        } else if (const auto* stored = storedValue(treatment, key)) {
            entries.push_back(
                {.key = key, .label = key.text(), .value = doseText(*stored, reference, pressure)});
            if (const auto wrong = reference.logFields().problem(*stored)) {
                entries.back().problem = palpate::shown(*wrong);
            }
        }
    }
    return entries;
}

TypedDose typedDose(const LogFieldKey& key, std::string_view text,
                    const reference::Reference& reference, PressureUnit pressure) {
    const auto* field = reference.logFields().find(key);
    if (field == nullptr) {
        return Message{tr("The treatment log has no field \"{1}\"."), {key.text()}};
    }
    if (!isValidUtf8(text)) {
        return Message{tr("{1} contains characters that are damaged."), {field->label}};
    }
    if (palpate::trimmed(text).empty()) {
        return Message{tr("{1} is empty."), {field->label}};
    }
    auto typed = typedValue(*field, text, pressure);
    if (const auto* value = std::get_if<LogValue>(&typed)) {
        if (auto wrong = reference.logFields().problem(*value)) {
            return *std::move(wrong);
        }
    }
    return typed;
}

std::string doseText(const LogValue& value, const reference::Reference& reference,
                     PressureUnit pressure) {
    const auto* field = reference.logFields().find(value.field);
    if (const auto* number = std::get_if<double>(&value.value)) {
        if (field == nullptr) {
            return numberShown(*number, std::nullopt);
        }
        if (field->type == FieldType::Duration) {
            return durationShown(*number);
        }
        const auto unit = shownUnit(*field, pressure);
        return numberShown(*number / unit.factor, unit.step);
    }
    if (const auto* answer = std::get_if<bool>(&value.value)) {
        return kYesNo[*answer ? 0 : 1];
    }
    const auto& text = std::get<std::string>(value.value);
    const auto day = field != nullptr && field->isDate ? parseIsoDate(text) : std::nullopt;
    return day ? dayText(*day) : text;
}

std::vector<LogValue> usualDose(const TechniqueKey& technique,
                                const reference::Reference& reference) {
    std::vector<LogValue> dose;
    const auto* row = reference.techniques().find(technique);
    if (row == nullptr) {
        return dose;
    }
    for (const auto& key : row->logFields) {
        const auto range = typicalRange(*row, key);
        if (range && range->low == range->high && ownPlace(key) == DosePlace::Dose) {
            dose.push_back({key, range->low});
        }
    }
    return dose;
}

std::string doseWords(const Treatment& treatment, const reference::Reference& reference,
                      PressureUnit pressure) {
    std::string words;
    for (const auto& entry : doseEntries(treatment, reference, pressure)) {
        if (entry.value.empty()) {
            continue;
        }
        const auto gap = entry.unit.empty() || entry.unit == "°" || entry.unit == "%" ? "" : " ";
        const auto value = entry.value + gap + entry.unit;
        const bool isMeasured = entry.type == DoseType::Number ||
                                entry.type == DoseType::WholeNumber ||
                                entry.type == DoseType::Duration;
        auto part = entry.place == DosePlace::Timer
                        ? value
                        : uncapitalised(entry.label) + (isMeasured ? " " : ": ") + value;
        words += (words.empty() ? "" : ", ") + part;
    }
    return words;
}

std::vector<LogValue> withDose(std::vector<LogValue> dose, LogValue value,
                               const TechniqueKey& technique,
                               const reference::Reference& reference) {
    dose = withoutDose(std::move(dose), value.field);
    dose.push_back(std::move(value));
    const auto order = fieldsOf(technique, {}, reference);
    const auto rank = [&](const LogValue& one) {
        return std::ranges::find(order, one.field) - order.begin(); // others stay behind
    };
    std::stable_sort(dose.begin(), dose.end(), [&](const LogValue& one, const LogValue& other) {
        return rank(one) < rank(other);
    });
    return dose;
}

std::vector<LogValue> withoutDose(std::vector<LogValue> dose, const LogFieldKey& field) {
    std::erase_if(dose, [&](const LogValue& value) { return value.field == field; });
    return dose;
}

} // namespace palpate::app
