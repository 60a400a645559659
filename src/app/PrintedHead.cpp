// SPDX-License-Identifier: MIT
#include "app/PrintedHead.h"

#include "app/Clinic.h"
#include "app/Rights.h"
#include "domain/Error.h"
#include "storage/Backup.h"
#include "storage/Store.h"
#include "storage/TypedKey.h"

namespace palpate::app {

namespace {

[[nodiscard]] storage::TrailHead headOf(const PrintedHead& printed) {
    const auto hash = storage::readAsHash(printed.hash);
    if (printed.row <= 0 || !hash) {
        throw EditRefused{{tr("The printed report gives a row, which is a number above 0, and a "
                              "hash of 64 digits from 0 to f; type both as they stand there."),
                           {}}};
    }
    return {.count = printed.row, .hash = *hash};
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
