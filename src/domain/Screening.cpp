// SPDX-License-Identifier: MIT
#include "domain/Screening.h"

#include "domain/FieldText.h"
#include "domain/Named.h"
#include "domain/Text.h"

#include <array>

namespace palpate {

namespace {

constexpr std::array kDeeds{FlagDeedKind::Told, FlagDeedKind::Referred, FlagDeedKind::GoesOn};
constexpr std::size_t kLongest = 2'000;

} // namespace

std::vector<Message> problems(const FlagDeed& deed) {
    std::vector<Message> out;
    if (deed.kind == FlagDeedKind::GoesOn) {
        if (trimmed(deed.reason).empty()) {
            out.push_back({tr("Reason: is missing; say why treatment goes on."), {}});
        }
    } else if (trimmed(deed.whom).empty()) {
        out.push_back({deed.kind == FlagDeedKind::Told
                           ? tr("Told: is missing; say who was told.")
                           : tr("Referred to: is missing; say to whom."),
                       {}});
    }
    checkText(out, tr("Whom"), deed.whom, kLongest);
    checkText(out, tr("Reason"), deed.reason, kLongest);
    if (deed.done > deed.written) {
        out.push_back({tr("When: lies in the future; check day and time."), {}});
    }
    return out;
}

std::string_view name(FlagDeedKind kind) noexcept {
    switch (kind) {
    case FlagDeedKind::Told:
        return "told";
    case FlagDeedKind::Referred:
        return "referred";
    case FlagDeedKind::GoesOn:
        break;
    }
    return "goes_on";
}

std::optional<FlagDeedKind> parseFlagDeedKind(std::string_view text) noexcept {
    return named(kDeeds, text);
}

} // namespace palpate
