// SPDX-License-Identifier: MIT
#pragma once

#include "gui/PillButton.h"

#include <functional>
#include <string>
#include <vector>

namespace palpate::gui {

/// A part of the body that one can go to.
struct MapPlace {
    std::string label;     ///< translated: "Low back"
    std::string key;       ///< the letter that chooses it while the menu is open; may be empty
    bool newGroup = false; ///< a line above it
    friend bool operator==(const MapPlace&, const MapPlace&) = default;
};

/// A button that opens a menu of places. popUp() opens the same menu from a key.
class PlaceMenu : public PillButton {
public:
    PlaceMenu(wxWindow* parent, const wxString& name, const wxString& text,
              std::vector<MapPlace> places);

    std::function<void(int)> onPlace;

    void setPlaces(std::vector<MapPlace> places) { places_ = std::move(places); }
    [[nodiscard]] const std::vector<MapPlace>& places() const noexcept { return places_; }
    /// Opens the menu under the button and waits until it is closed.
    void popUp();

private:
    std::vector<MapPlace> places_;
};

} // namespace palpate::gui
