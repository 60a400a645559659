// SPDX-License-Identifier: MIT
#include "gui/SessionSection.h"

#include "gui/Theme.h"

namespace palpate::gui {

namespace {

[[nodiscard]] wxWindow* firstStop(wxWindow& window) {
    for (wxWindow* const child : window.GetChildren()) {
        if (!child->IsShown() || !child->IsEnabled() || child->IsTopLevel()) {
            continue;
        }
        if (wxWindow* const inside = firstStop(*child)) {
            return inside;
        }
        if (child->GetChildren().empty() && !dynamic_cast<wxPanel*>(child) &&
            child->AcceptsFocusFromKeyboard()) {
            return child;
        }
    }
    return nullptr;
}

} // namespace

SessionSection::SessionSection(wxWindow* parent, const wxString& name)
    : wxPanel{parent, wxID_ANY, wxDefaultPosition, wxDefaultSize, wxTAB_TRAVERSAL | wxBORDER_NONE,
              name} {
    dressAsPanel(*this);
}

void SessionSection::focusFirst() {
    if (wxWindow* const stop = firstStop(*this)) {
        stop->SetFocus();
    }
}

void SessionSection::edit(const std::function<void(app::SessionPresenter&)>& act) {
    if (!presenter_) {
        return;
    }
    try {
        act(*presenter_);
    } catch (...) {
        if (onRefused) {
            onRefused();
        }
        throw;
    }
}

void SessionSection::resized() const {
    if (onResized) {
        onResized();
    }
}

void enable(wxWindow& window, bool enabled) {
    if (window.IsThisEnabled() != enabled) {
        window.Enable(enabled);
    }
}

} // namespace palpate::gui
