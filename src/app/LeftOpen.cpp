// SPDX-License-Identifier: MIT
#include "app/LeftOpen.h"

#include "app/Clinic.h"
#include "app/Rights.h"
#include "storage/Store.h"

namespace palpate::app {

std::optional<SessionId> leftOpen(Clinic& clinic) {
    return may(clinic, Right::ReadRecords) ? clinic.store().sessions().leftOpen() : std::nullopt;
}

} // namespace palpate::app
