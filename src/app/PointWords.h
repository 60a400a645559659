// SPDX-License-Identifier: MIT
#pragma once

#include "app/SentenceWords.h"

#include <span>
#include <string>
#include <vector>

namespace palpate::app {

/// What is said of one point, in pieces that tell which points can share a sentence.
struct PointWords {
    MusclePlace place;
    int number = 1;
    const char* one = ""; ///< "Active trigger point in the {1}"
    const char* many = "";
    std::string signs;
    std::string note;
    std::string change = {};              ///< "was active"
    std::string tenderness = {};          ///< "6/10"
    std::string was = {};                 ///< ", was 7"
    std::vector<std::string> others = {}; ///< of the brackets, besides
    std::string settled = {};             ///< "unchanged since 18 Nov"
    bool isAsBefore = false;              ///< settled as still there, and the values say the same
};

[[nodiscard]] PointWords pointWords(const Finding& finding, const Session& session,
                                    std::span<const Session> earlier, PressureUnit unit);

} // namespace palpate::app
