// SPDX-License-Identifier: MIT
#pragma once

#include "domain/Case.h"

#include <span>
#include <string_view>

namespace palpate::app {

using DemoWords = std::span<const std::string_view>;

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
    DemoWords goals;      ///< "Lift 10 kg without pain"
    DemoWords homeCare;   ///< "side-bending stretch 3 × 30 s a day"
};

/// Low back first: a little more than half of all.
[[nodiscard]] std::span<const DemoComplaint> demoComplaints();

} // namespace palpate::app
