// SPDX-License-Identifier: MIT
#pragma once

#if defined(__WXGTK__)
#include <dlfcn.h>
#endif

namespace palpate::gui {

/// A function of the toolkit below wx by its name, of which the program needs no header: GTK is
/// loaded with wx. nullptr: this toolkit has none of that name.
template <class Function>
[[nodiscard]] Function loaded([[maybe_unused]] const char* name) noexcept {
#if defined(__WXGTK__)
    return reinterpret_cast<Function>(dlsym(RTLD_DEFAULT, name));
#else
    return nullptr;
#endif
}

} // namespace palpate::gui
