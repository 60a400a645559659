// SPDX-License-Identifier: MIT
#pragma once

#include "domain/Body.h"
#include "domain/Id.h"
#include "domain/Scores.h"

#include <optional>
#include <string>
#include <variant>

namespace palpate {

/// One motion of one joint on one side: at most one measurement of it a session.
struct MotionAt {
    MotionKey motion;         ///< row of rom.json; the unit is that row's
    Side side = Side::Middle; ///< Middle: the motion has no sides
    friend bool operator==(const MotionAt&, const MotionAt&) = default;
};

/// How far a joint moves, before treatment. At least one of the values is there.
struct RangeOfMotion {
    MotionAt at;
    std::optional<double> active = {};  ///< by the patient's own strength; empty: not measured
    std::optional<double> passive = {}; ///< moved by the practitioner; empty: not measured
    std::optional<PainScore> pain = {}; ///< in the motion; empty: not asked
    std::string note = {};
    friend bool operator==(const RangeOfMotion&, const RangeOfMotion&) = default;
};

/// Where a test or a palpation of any place was done.
using TestSite = std::variant<RegionKey, MuscleKey, JointKey>;

/// One test, or one of its parts, on one side at one place: at most one result a session.
struct TestAt {
    TestKey test;                      ///< row of tests.json
    std::string part = {};             ///< of the row's parts, "L5"; empty: the whole test
    Side side = Side::Middle;          ///< Middle: the test has no sides
    std::optional<TestSite> site = {}; ///< of a test of any region; empty: as the row says
    friend bool operator==(const TestAt&, const TestAt&) = default;
};

/// What a neurological, orthopaedic or functional test or a palpation gave. A test that was not
/// done has no result: it is never negative.
struct TestResult {
    TestAt at;
    std::variant<double, std::string> result; ///< in the row's unit, or one of its choices
    std::optional<double> also = {};          ///< the row's second value: degrees of a leg raise
    std::string note = {};
    friend bool operator==(const TestResult&, const TestResult&) = default;
};

} // namespace palpate
