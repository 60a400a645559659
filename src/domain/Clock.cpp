// SPDX-License-Identifier: MIT
#include "domain/Clock.h"

namespace palpate {

Milliseconds SystemClock::preciseNow() const {
    return std::chrono::floor<std::chrono::milliseconds>(std::chrono::system_clock::now());
}

} // namespace palpate
