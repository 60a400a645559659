// SPDX-License-Identifier: MIT
#include "domain/Wipe.h"

namespace palpate {

void wipe(void* from, std::size_t bytes) noexcept {
    // Each write to something volatile must happen, seen or not.
    volatile char* const at = static_cast<volatile char*>(from);
    for (std::size_t i = 0; i < bytes; ++i) {
        at[i] = 0;
    }
}

void wipe(std::string& text) noexcept {
    // Shorter texts than before leave their ends behind the end.
    text.resize(text.capacity()); // never asks for memory
    wipe(text.data(), text.size());
    text.clear();
}

} // namespace palpate
