// SPDX-License-Identifier: MIT
#include "app/LeftOpen.h"

#include "app/Clinic.h"
#include "storage/Store.h"

namespace palpate::app {

std::optional<SessionId> leftOpen(Clinic& clinic) {
    return clinic.store().sessions().leftOpen();
}

} // namespace palpate::app
