// SPDX-License-Identifier: MIT
#include "storage/AskOn.h"

namespace palpate::storage {

void askOn(const GoesOn& goesOn, double share) {
    if (goesOn && !goesOn(share)) {
        throw WorkDropped{{tr("It was given up; nothing was changed."), {}}};
    }
}

GoesOn partOf(const GoesOn& goesOn, double from, double to) {
    if (!goesOn) {
        return {};
    }
    return [&goesOn, from, to](double share) { return goesOn(from + (to - from) * share); };
}

} // namespace palpate::storage
