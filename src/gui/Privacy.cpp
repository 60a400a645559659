// SPDX-License-Identifier: MIT
#include "gui/Privacy.h"

#include "gui/TextBlock.h"

#include <wx/toplevel.h>

#include <utility>

namespace palpate::gui {

namespace {

std::function<std::string(const std::string&)> masked;

void renew(wxWindow& window) {
    for (wxWindow* const child : window.GetChildren()) {
        renew(*child);
    }
    if (auto* const text = dynamic_cast<TextBlock*>(&window)) {
        text->wrapAnew();
    }
    window.InvalidateBestSize();
    window.Layout();
    window.Refresh();
}

} // namespace

bool areNamesHidden() noexcept {
    return static_cast<bool>(masked);
}

void hideNames(std::function<std::string(const std::string&)> mask) {
    masked = std::move(mask);
    for (wxWindow* const window : wxTopLevelWindows) {
        if (auto* const top = dynamic_cast<wxTopLevelWindow*>(window); top && masked) {
            top->SetTitle(onScreen(top->GetTitle()));
        }
        renew(*window);
    }
}

wxString onScreen(const wxString& text) {
    return masked ? toWx(masked(fromWx(text))) : text;
}

} // namespace palpate::gui
