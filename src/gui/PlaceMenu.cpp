// SPDX-License-Identifier: MIT
#include "gui/PlaceMenu.h"

#include "gui/UnderMenu.h"

#include <wx/menu.h>

namespace palpate::gui {

PlaceMenu::PlaceMenu(wxWindow* parent, const wxString& name, const wxString& text,
                     std::vector<MapPlace> places)
    : PillButton{parent, name, text, Kind::Secondary, Size::Compact}, places_{std::move(places)} {
    onClick = [this] { popUp(); };
}

void PlaceMenu::popUp() {
    wxMenu menu;
    constexpr int kFirst = 1;
    for (std::size_t i = 0; i < places_.size(); ++i) {
        const MapPlace& place = places_[i];
        if (place.newGroup && i > 0) {
            menu.AppendSeparator();
        }
        menu.Append(kFirst + static_cast<int>(i), menuText(place.label, place.key));
    }
    const wxPoint below{FromDIP(dip::kFocusRoom), GetClientSize().y};
    const int chosen = GetPopupMenuSelectionFromUser(menu, below) - kFirst;
    if (chosen >= 0 && chosen < static_cast<int>(places_.size()) && onPlace) {
        onPlace(chosen);
    }
}

} // namespace palpate::gui
