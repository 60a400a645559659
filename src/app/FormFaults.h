// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace palpate::app {

/// What is to be known of a form before it is used.
struct FormLineFault {
    bool isError = true; ///< an answer would be lost or distorted; else it only looks different
    std::string linkId;  ///< of the item; empty: the form as a whole
    std::string sentence;
    friend bool operator==(const FormLineFault&, const FormLineFault&) = default;
};

struct FormJudgement {
    bool isUsable = false;
    std::string title; ///< of a usable form
    std::size_t items = 0;
    std::vector<FormLineFault> faults; ///< in the order of the file
};
/// A FHIR Questionnaire, judged; any text is allowed.
[[nodiscard]] FormJudgement judgeForm(std::string_view text);

} // namespace palpate::app
