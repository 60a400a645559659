// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <string>
#include <vector>

namespace palpate::storage {
struct VerificationReport;
}

namespace palpate::app {

class Clinic;

/// One check of a clinic in words.
struct CheckLine {
    std::string id;    ///< "audit_chain"
    std::string title; ///< the check as a sentence
    std::int64_t examined = 0;
    std::int64_t faultCount = 0;
    std::vector<std::string> faults; ///< the first ones, each naming its place
    friend bool operator==(const CheckLine&, const CheckLine&) = default;
};

/// Reads the whole record and says what is sound. Takes seconds on a large clinic; changes nothing.
[[nodiscard]] std::vector<CheckLine> verifyClinic(Clinic& clinic);
/// The same of a clinic, or a copy of one, that was checked already.
[[nodiscard]] std::vector<CheckLine> linesOf(const storage::VerificationReport& report);
[[nodiscard]] bool isSound(const std::vector<CheckLine>& checks);

} // namespace palpate::app
