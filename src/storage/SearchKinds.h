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
// Of a finding. At a place: on a side of a muscle, or in the muscle on whichever. At a side: on one
// of them, or anywhere.
inline constexpr char kFoundMuscle = 'f';
inline constexpr char kFoundPlace = 'g'; // side and muscle
inline constexpr char kFoundSide = 'q';
inline constexpr char kTenderPlace = 'h';
inline constexpr char kTenderSide = 'j';
inline constexpr char kTenderAtLeast = '9'; // each number up to it, at a place and at a side
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
// A dose by its field, and by its technique and field.
inline constexpr char kDose = 'd';
inline constexpr char kDoseAtLeast = 'b'; // each octave up to it, from the first
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

/// A dose's number by its octave, the power of two below it.
inline constexpr int kFirstOctave = 0; ///< whatever is below the next one
inline constexpr int kLastOctave = 30;
[[nodiscard]] inline int octaveOf(double amount) {
    return amount > 1 ? std::min(std::ilogb(amount), kLastOctave) : kFirstOctave;
}
/// Each octave in equal parts, so that a bound is missed by an eighth at most.
inline constexpr int kPartsOfOctave = 8;
[[nodiscard]] inline int partOf(double amount) {
    const int octave = octaveOf(amount);
    const double within = std::ldexp(amount, -octave) - 1; // exact
    const double part = std::clamp(within * kPartsOfOctave, 0.0, kPartsOfOctave - 1.0);
    return octave * kPartsOfOctave + static_cast<int>(part);
}
/// `of`: a field, or a technique and a field by valued().
[[nodiscard]] inline std::string doseWord(const std::string& of, int size) {
    return of + "/" + std::to_string(size);
}

} // namespace palpate::storage
