// SPDX-License-Identifier: MIT
#include "gui/TabOrder.h"

#include "gui/Loaded.h"

#include <wx/bookctrl.h>
#include <wx/scrolwin.h>

#include <algorithm>

namespace palpate::gui {

bool hasTabStop(const wxWindow& window) {
    if (!window.IsShown() || !window.IsEnabled()) {
        return false;
    }
    const auto& children = window.GetChildren();
    if (std::any_of(children.begin(), children.end(), [](const wxWindow* child) {
            return !child->IsTopLevel() && hasTabStop(*child);
        })) {
        return true;
    }
    // A panel is there for what is in it; an empty one that scrolls is turned by keys.
    const bool only = dynamic_cast<const wxPanel*>(&window) != nullptr ||
                      dynamic_cast<const wxBookCtrlBase*>(&window) != nullptr;
    const bool scrolls =
        children.empty() && dynamic_cast<const wxScrolledWindow*>(&window) != nullptr;
    return (!only || scrolls) && window.AcceptsFocusFromKeyboard();
}

void renewTabOrder([[maybe_unused]] const wxWindow& topLevel) {
#if defined(__WXGTK__)
    static const auto prepend = loaded<void* (*)(void*, void*)>("g_list_prepend");
    static const auto reverse = loaded<void* (*)(void*)>("g_list_reverse");
    static const auto release = loaded<void (*)(void*)>("g_list_free");
    static const auto setChain = loaded<void (*)(void*, void*)>("gtk_container_set_focus_chain");
    if (!prepend || !reverse || !release || !setChain) {
        return;
    }
    void* chain = nullptr;
    for (const wxWindow* child : topLevel.GetChildren()) {
        if (child->IsTopLevel()) {
            continue;
        }
        if (hasTabStop(*child)) {
            chain = prepend(chain, child->GetHandle());
        }
        renewTabOrder(*child);
    }
    if (topLevel.m_wxwindow) {
        chain = reverse(chain);
        setChain(topLevel.m_wxwindow, chain);
    }
    release(chain);
#endif
}

} // namespace palpate::gui
