// SPDX-License-Identifier: MIT
#include "cli/Interrupt.h"

namespace palpate::cli {

namespace {

/// The only thing that a handler of a signal may touch.
volatile std::sig_atomic_t asked = 0;

extern "C" void note(int /*signal*/) {
    asked = 1;
}

} // namespace

Interrupt::Interrupt() {
    asked = 0;
    struct sigaction noting {};
    noting.sa_handler = note;
    noting.sa_flags = static_cast<int>(SA_RESETHAND) | SA_RESTART;
    sigemptyset(&noting.sa_mask);
    sigaction(SIGINT, &noting, &beforeInterrupt_);
    sigaction(SIGTERM, &noting, &beforeTerminate_);
}

Interrupt::~Interrupt() {
    sigaction(SIGINT, &beforeInterrupt_, nullptr);
    sigaction(SIGTERM, &beforeTerminate_, nullptr);
}

bool Interrupt::wasAsked() const noexcept {
    return asked != 0;
}

} // namespace palpate::cli
