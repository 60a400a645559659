// SPDX-License-Identifier: MIT
#pragma once

#include "report/Fields.h"

#include <string>
#include <vector>

namespace palpate::app {

/// For whom composed sentences are worded: plain for patients, by numbers and goals for insurers.
enum class Audience { Clinician, Patient, Insurer };

/// The sources of a page, numbered in the order in which they are called on, each once.
class Footnotes {
public:
    /// "¹" for the first text, "¹²" for the twelfth; the same for the same text. Empty for an
    /// empty text.
    [[nodiscard]] std::string mark(const std::string& text);
    /// Items of `mark` and `text`.
    [[nodiscard]] std::vector<report::Fields> rows() const;
    [[nodiscard]] const std::vector<std::string>& texts() const noexcept { return texts_; }

private:
    std::vector<std::string> texts_;
};

} // namespace palpate::app
