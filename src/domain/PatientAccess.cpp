// SPDX-License-Identifier: MIT
#include "domain/PatientAccess.h"

#include "domain/FieldText.h"
#include "domain/Text.h"

namespace palpate {

std::vector<Message> problemsOfEmergency(std::string_view reason) {
    constexpr std::size_t kLongest = 2'000;
    std::vector<Message> out;
    const auto said = trimmed(reason);
    checkText(out, tr("Reason"), said, kLongest);
    if (out.empty() && lengthInCharacters(said) < kFewestOfReason) {
        out.push_back({tr("Reason: say in some words why the record has to be opened now."), {}});
    }
    return out;
}

} // namespace palpate
