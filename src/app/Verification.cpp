// SPDX-License-Identifier: MIT
#include "app/Verification.h"

#include "app/Clinic.h"
#include "app/Rights.h"
#include "storage/Store.h"

#include <algorithm>

namespace palpate::app {

std::vector<CheckLine> linesOf(const storage::VerificationReport& report) {
    std::vector<CheckLine> lines;
    for (const auto& result : report.checks) {
        CheckLine line{.id = std::string{storage::name(result.check)},
                       .title = shown(storage::title(result.check)),
                       .examined = result.examined,
                       .faultCount = result.faultCount,
                       .faults = {}};
        for (const auto& fault : result.faults) {
            line.faults.push_back(shown(fault));
        }
        lines.push_back(std::move(line));
    }
    return lines;
}

std::vector<CheckLine> verifyClinic(Clinic& clinic) {
    require(clinic, Right::CheckRecord);
    return linesOf(clinic.store().verify());
}

bool isSound(const std::vector<CheckLine>& checks) {
    return std::ranges::all_of(checks, [](const CheckLine& c) { return c.faultCount == 0; });
}

} // namespace palpate::app
