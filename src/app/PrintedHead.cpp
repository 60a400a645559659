// SPDX-License-Identifier: MIT
#include "app/PrintedHead.h"

#include "app/Clinic.h"
#include "app/Rights.h"
#include "domain/Error.h"
#include "storage/Backup.h"
#include "storage/Store.h"

#include <optional>
#include <string_view>

namespace palpate::app {

namespace {

[[nodiscard]] std::optional<int> digitOf(char c) noexcept {
    if (c >= '0' && c <= '9') {
        return c - '0';
    }
    const char lower = c >= 'A' && c <= 'F' ? static_cast<char>(c - 'A' + 'a') : c;
    return lower >= 'a' && lower <= 'f' ? std::optional{lower - 'a' + 10} : std::nullopt;
}

[[nodiscard]] storage::TrailHead headOf(const PrintedHead& printed) {
    storage::TrailHead head{.count = printed.row, .hash = {}};
    std::size_t read = 0;
    bool isHash = printed.row > 0;
    for (const char c : printed.hash) {
        if (c == ' ') {
            continue;
        }
        const auto digit = digitOf(c);
        isHash = isHash && digit && read < 2 * head.hash.size();
        if (!isHash) {
            break;
        }
        auto& byte = head.hash.at(read / 2);
        byte = static_cast<std::uint8_t>(byte * 16 + *digit);
        ++read;
    }
    if (!isHash || read != 2 * head.hash.size()) {
        throw EditRefused{{tr("The printed report gives a row, which is a number above 0, and a "
                              "hash of 64 digits from 0 to f; type both as they stand there."),
                           {}}};
    }
    return head;
}

} // namespace

PrintedHeadAnswer compareWithPrint(Clinic& clinic, const PrintedHead& printed) {
    require(clinic, Right::CheckRecord);
    const auto row = std::to_string(printed.row);
    switch (clinic.store().copier()->compare(headOf(printed))) {
    case storage::TrailAgreement::Holds:
        return {.holds = true,
                .sentence = shown({tr("The audit trail holds row {1} as it was printed."), {row}})};
    case storage::TrailAgreement::Shorter:
        return {.holds = false,
                .sentence = shown({tr("The audit trail does not reach row {1} any more: its newest "
                                      "part was cut off, or the clinic is an older copy of itself. "
                                      "Keep it as it is, and compare with the backups."),
                                   {row}})};
    case storage::TrailAgreement::Differs:
        break;
    }
    return {.holds = false,
            .sentence = shown({tr("Row {1} of the audit trail is not what was printed: the trail "
                                  "was rewritten. Keep it as it is, and compare with the backups."),
                               {row}})};
}

} // namespace palpate::app
