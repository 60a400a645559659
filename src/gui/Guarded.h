// SPDX-License-Identifier: MIT
#pragma once

#include <functional>

namespace palpate::gui {

/// Does something that may throw where no event handler of wx stands around it, such as in a timer
/// or a CallAfter: an exception goes to the program's one place for errors instead of through GTK.
void guarded(const std::function<void()>& act);

} // namespace palpate::gui
