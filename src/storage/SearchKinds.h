// SPDX-License-Identifier: MIT
#pragma once

#include "domain/Body.h"
#include "domain/Id.h"

#include <algorithm>
#include <cmath>
#include <string>
#include <string_view>

namespace palpate::storage {

// The families of words that only the program searches for, by their second character, and how a
// value is written in them. docs/file-format.md lists them.
inline constexpr char kCase = 'e';
inline constexpr char kPractitioner = 'c';
inline constexpr char kPatient = 'p';
inline constexpr char kStatus = '1';
inline constexpr char kDiagnosis = '2';
inline constexpr char kHomeCare = '3';
inline constexpr char kPainNow = 'r';
inline constexpr char kPainAtLeast = '8'; // each number up to it
inline constexpr char kPainted = '4';
inline constexpr char kPaintedOnSide = '5';
inline constexpr char kRaised = '6'; // any flag, and each
inline constexpr char kUnsettled = '7';
// Of a finding. Where a side follows the value it may be left out: at any side.
inline constexpr char kFoundMuscle = 'f';
inline constexpr char kFoundPlace = 'g'; // side and muscle
inline constexpr char kFoundSide = 'q';
inline constexpr char kTenderPlace = 'h';
inline constexpr char kTenderSide = 'j';
inline constexpr char kTenderAtLeast = '9'; // each number up to it, at a side
inline constexpr char kStatePlace = 'i';
inline constexpr char kStateSide = 'k';
inline constexpr char kChangePlace = 'o';
inline constexpr char kChangeSide = 'l';
// Of a treatment.
inline constexpr char kTechnique = 't';
inline constexpr char kTechniqueSide = 'u';
inline constexpr char kTreatedPlace = 'v';
inline constexpr char kTreatedSide = 'y';
inline constexpr char kTechniquePlace = 'w';
inline constexpr char kDose = 'd';
inline constexpr char kDoseAtLeast = 'b'; // each size up to it, from kFirstStep
/// In no session.
inline constexpr char kNever = '0';

[[nodiscard]] inline std::string sideWord(Side side) {
    return std::string{name(side)};
}
[[nodiscard]] inline std::string placeWord(const MuscleKey& muscle, Side side) {
    return sideWord(side) + muscle.text();
}
inline constexpr const char* kAnySide = "";
/// A value before a side or a place. '/' is in neither.
[[nodiscard]] inline std::string valued(std::string_view value, const std::string& place) {
    return std::string{value} + "/" + place;
}

/// A dose's number by its size, so coarse that a range is some words: the power of two below it.
inline constexpr int kLeastSize = -10;
inline constexpr int kMostSize = 30;
/// Whatever is below the size above it: a dose of that field at all.
inline constexpr int kFirstStep = 0;
[[nodiscard]] inline int sizeOf(double amount) {
    if (!(amount > 0)) {
        return kLeastSize - 1; // nothing, and less
    }
    return std::clamp(std::ilogb(amount), kLeastSize, kMostSize);
}
[[nodiscard]] inline std::string doseWord(const LogFieldKey& field, int size) {
    return field.text() + "/" + std::to_string(size - kLeastSize + 1);
}

} // namespace palpate::storage
