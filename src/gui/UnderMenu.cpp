// SPDX-License-Identifier: MIT
#include "gui/UnderMenu.h"

#include "gui/Privacy.h"
#include "gui/Words.h"

#include <wx/control.h>
#include <wx/menu.h>
#include <wx/window.h>

namespace palpate::gui {

wxString menuText(const std::string& label, const std::string& key) {
    wxString text = wxControl::EscapeMnemonics(toWx(label));
    if (key.empty()) {
        return text;
    }
    const wxString letter = toWx(key).Upper();
    // The underlined letter chooses; the one at the right end only tells it, since GTK underlines
    // nothing in a menu that was opened with the mouse.
    const std::size_t at = text.Upper().find(letter);
    if (at == wxString::npos) {
        text += " (&" + letter + ")";
    } else {
        text.insert(at, "&");
    }
    return text + "\t" + letter;
}

std::optional<int> showMuscleMenu(wxWindow& window, wxPoint at, const std::vector<UnderItem>& items,
                                  const std::string& title, bool numbered) {
    wxMenu menu;
    constexpr int kFirst = 1;
    if (!title.empty()) {
        menu.SetTitle(wxControl::EscapeMnemonics(onScreen(toWx(title))));
    }
    for (std::size_t i = 0; i < items.size(); ++i) {
        const UnderItem& item = items[i];
        if (item.newGroup && i > 0) {
            menu.AppendSeparator();
        }
        std::string words = item.label;
        if (!item.detail.empty()) {
            words += "  ·  " + item.detail;
        }
        constexpr std::size_t kDigits = 9;
        wxString text = wxControl::EscapeMnemonics(onScreen(toWx(words)));
        if (numbered) {
            // Behind the ninth the words stay in line with those above.
            text = (i < kDigits ? "&" + std::to_string(i + 1) + "   " : std::string(5, ' ')) + text;
        }
        const int id = kFirst + static_cast<int>(i);
        wxMenuItem* const entry =
            item.checked ? menu.AppendCheckItem(id, text) : menu.Append(id, text);
        if (item.checked) {
            entry->Check();
        }
        entry->Enable(item.enabled);
    }
    const int chosen = window.GetPopupMenuSelectionFromUser(menu, at) - kFirst;
    if (chosen < 0 || chosen >= static_cast<int>(items.size())) {
        return std::nullopt;
    }
    return chosen;
}

} // namespace palpate::gui
