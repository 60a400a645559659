// SPDX-License-Identifier: MIT
#pragma once

#include "domain/Case.h"

#include <span>
#include <string_view>

namespace palpate::app {

using DemoWords = std::span<const std::string_view>;

/// What the patient wants back, and how one will see it.
struct DemoGoal {
    std::string_view words;   ///< "Lift 10 kg without pain"
    std::string_view measure; ///< "lifting"
    std::string_view target;  ///< "10 kg"
};

/// Self-care to agree on: a row of home-care.json, and how it is done in words.
struct DemoHomeCare {
    std::string_view item;  ///< "stretch_ql"
    std::string_view words; ///< "side-bending stretch, three times 30 s a day"
};

/// Something with which people come: how it begins, where its points lie, what makes it worse and
/// what they want back. Words and keys only; DemoBody finds the places.
struct DemoComplaint {
    double weight; ///< of 100 cases
    BodyArea area;
    std::string_view words; ///< "Low back pain"
    std::string_view place; ///< within a sentence: "low back"
    bool sided;
    std::string_view codeRight; ///< ICD-10-CM; the same as codeLeft where the code has no side
    std::string_view codeLeft;
    DemoWords points;     ///< reference points, the likeliest first
    DemoWords otherSide;  ///< those that may also be found on the other side
    DemoWords regions;    ///< for what is done to a region
    DemoWords onset;      ///< "lifting a box"
    DemoWords provokedBy; ///< "sitting for more than half an hour"
    std::span<const DemoGoal> goals;
    std::span<const DemoHomeCare> homeCare;
    DemoWords motions;      ///< rows of rom.json, the most telling first
    DemoWords tests;        ///< rows of tests.json, likewise
    DemoWords joints;       ///< rows of joints.json where it is mobilised or manipulated
    DemoWords furtherCodes; ///< ICD-10-CM that may stand beside the first
};

/// Low back first: a little more than half of all.
[[nodiscard]] std::span<const DemoComplaint> demoComplaints();

} // namespace palpate::app
