// SPDX-License-Identifier: MIT
#include "app/CheckInWords.h"

#include "domain/Message.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace palpate::app {

namespace {

/// "7", "7.5"
[[nodiscard]] std::string numberText(double value) {
    const auto tenths = std::llround(value * 10);
    const auto text = std::to_string(tenths / 10);
    return tenths % 10 == 0 ? text : text + "." + std::to_string(std::abs(tenths % 10));
}

template <class Number>
[[nodiscard]] std::optional<double> asNumber(const std::optional<Number>& value) {
    return value ? std::optional{static_cast<double>(*value)} : std::nullopt;
}

[[nodiscard]] std::optional<double> valueOf(const CheckIn& checkIn, CheckInField field) {
    switch (field) {
    case CheckInField::Sleep:
        return checkIn.sleepHours;
    case CheckInField::Stress:
        return checkIn.stress ? std::optional<double>{checkIn.stress->value()} : std::nullopt;
    case CheckInField::Water:
        return checkIn.waterLitres;
    case CheckInField::Sitting:
        return checkIn.sittingHours;
    case CheckInField::Activity:
        return asNumber(checkIn.activeDays);
    case CheckInField::HomeCare:
        break;
    }
    return asNumber(checkIn.homeCareDays);
}

struct Question {
    CheckInField field;
    const char* label;
    const char* unit;
    const char* answer;  ///< of the field
    const char* summary; ///< of the one line for all
    double most;
};
constexpr std::array kQuestions{
    Question{CheckInField::Sleep, tr("Sleep"), tr("h a night"), tr("{1} h"), tr("slept {1} h"), 12},
    Question{CheckInField::Stress, tr("Stress"), tr("of 10"), tr("{1}"), tr("stress {1}"), 10},
    Question{CheckInField::Water, tr("Water"), tr("litres a day"), tr("{1} l"),
             tr("drank {1} l a day"), 5},
    Question{CheckInField::Sitting, tr("Sitting"), tr("h a day"), tr("{1} h"), tr("sat {1} h"), 16},
    Question{CheckInField::Activity, tr("Activity"), tr("days of 7"), tr("{1} of 7 days"),
             tr("active {1} of 7 days"), 7},
    Question{CheckInField::HomeCare, tr("Home care"), tr("days of 7"), tr("{1} of 7 days"),
             tr("home care {1} of 7 days"), 7},
};

} // namespace

std::vector<CheckInLine> checkInLines(const CheckIn& now, const CheckIn* last) {
    std::vector<CheckInLine> lines;
    for (const auto& question : kQuestions) {
        CheckInLine line{.field = question.field,
                         .label = question.label,
                         .unit = question.unit,
                         .text = {},
                         .value = valueOf(now, question.field),
                         .last = last != nullptr ? valueOf(*last, question.field) : std::nullopt,
                         .most = question.most};
        if (line.value) {
            line.text = palpate::shown({question.answer, {numberText(*line.value)}});
        }
        lines.push_back(std::move(line));
    }
    return lines;
}

std::string summaryOf(const CheckInLine& line) {
    const auto question = std::ranges::find(kQuestions, line.field, &Question::field);
    return line.value ? palpate::shown({question->summary, {numberText(*line.value)}})
                      : std::string{};
}

std::string valueText(double value, const CheckInLine& line) {
    return numberText(value) + " " + line.unit;
}

} // namespace palpate::app
