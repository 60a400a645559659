// SPDX-License-Identifier: MIT
#pragma once

#include "domain/Measurement.h"

#include <optional>
#include <string>
#include <vector>

namespace palpate::app {

/// One measured motion.
struct MotionRow {
    RangeOfMotion motion;
    std::string label;  ///< "R lumbar side-bending"
    std::string unit;   ///< "°", "mm", "cm"
    std::string active; ///< "22°"; "" not measured
    std::string passive;
    std::string pain;     ///< "pain 3"; "" not asked
    std::string usual;    ///< "usual 15-25°"
    std::string last;     ///< "was 17°"; "" when there is nothing to compare
    bool outside = false; ///< the active value lies outside the usual range
    std::string sources;
    friend bool operator==(const MotionRow&, const MotionRow&) = default;
};

/// One test, palpation or part of it.
struct TestRow {
    TestResult test;
    std::string label;  ///< "R straight-leg raise", "Knee jerk L", "Tension, R quadratus lumborum"
    std::string result; ///< "positive at 60°"
    std::string last;   ///< "was negative"; may be empty
    std::string note;   ///< what it tells, or a caution
    std::vector<std::string> choices; ///< of the result; empty: a number
    friend bool operator==(const TestRow&, const TestRow&) = default;
};

/// What may be measured or tested, as a list while one types.
struct MeasureChoice {
    std::string label; ///< "Lumbar side-bending right · usual 15-25°", "Straight-leg raise · tests"
    std::string insert; ///< the words to put into the line so that only values are missing
    friend bool operator==(const MeasureChoice&, const MeasureChoice&) = default;
};

} // namespace palpate::app
