// SPDX-License-Identifier: MIT
#include "app/CoreDumps.h"

#include <sys/prctl.h>
#include <sys/resource.h>

namespace palpate::app {

bool forbidCoreDumps() noexcept {
    const rlimit none{};
    const bool isLimited = setrlimit(RLIMIT_CORE, &none) == 0;
    // A collector that the system pipes dumps to takes no notice of the limit, but of this.
    return prctl(PR_SET_DUMPABLE, 0, 0, 0, 0) == 0 && isLimited;
}

} // namespace palpate::app
