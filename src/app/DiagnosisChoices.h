// SPDX-License-Identifier: MIT
#pragma once

#include "domain/Calendar.h"

#include <optional>
#include <string>
#include <vector>

namespace palpate::app {

class Clinic;

/// A code of ICD-10-CM and what is known of it on a day. For charting, not advice on billing.
struct DiagnosisChoice {
    std::string code; ///< "M54.59"
    std::string text; ///< shortened in our own words; empty for a code that is not in the table
    /// "Valid in FY2027." or "Not valid since FY2027; use M67.A01-M67.A09 ..."; never empty.
    std::string validity;
    std::optional<bool> valid = {}; ///< on that day; empty: the table doesn't say
    bool choosable = true;          ///< false: it is no code of the table, only explained
    /// "M54.59 Other low back pain": what the field of the form takes.
    [[nodiscard]] std::string line() const;
    friend bool operator==(const DiagnosisChoice&, const DiagnosisChoice&) = default;
};

/// For what was typed, words or the beginning of a code: at most `limit`, those that are valid
/// today first. A code that was split since comes first, explained and not choosable. Nothing typed
/// finds nothing.
[[nodiscard]] std::vector<DiagnosisChoice>
diagnosisChoices(const Clinic& clinic, const std::string& typed, int limit = 20);
/// The code of a record with what is known of it today; never chosen for anybody.
[[nodiscard]] DiagnosisChoice diagnosisOf(const Clinic& clinic, const std::string& code);

} // namespace palpate::app
