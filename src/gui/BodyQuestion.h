// SPDX-License-Identifier: MIT
#pragma once

#include "app/BodyPainter.h"
#include "domain/Body.h"

#include <wx/panel.h>

#include <functional>
#include <string>

namespace palpate::app {
class Knowledge;
}

namespace palpate::gui {

class MapCanvas;
class PillButton;
class PlaceMenu;
class SegmentedControl;
class TextBlock;
struct MapViewport;

/// The question where it hurts, answered by painting on the body, or by choosing parts of it from a
/// list. For fingers too: the page scrolls beside the map, not on it.
class BodyQuestion : public wxPanel {
public:
    /// `knowledge` must outlive it.
    BodyQuestion(wxWindow* parent, const wxString& name, const wxString& label,
                 const app::Knowledge& knowledge, bool isLarge, bool readOnly);

    std::function<void(const std::string& outlines)> onChange; ///< by the user only

    void set(const std::string& outlines); ///< tells nobody
    [[nodiscard]] int heightFor(int width) const;
    [[nodiscard]] wxWindow* field() const noexcept; ///< where the keyboard begins
    [[nodiscard]] MapCanvas& map() noexcept { return *map_; }
    [[nodiscard]] const app::BodyPainter& painter() const noexcept { return painter_; }

private:
    void buildTools();
    void buildMap();
    void turnTo(View view);
    void changed();
    void render();
    void listParts();
    void setTool();
    [[nodiscard]] int toolsHeight(int width) const;
    int arrangeTools(int width, bool apply) const;
    void arrange();
    [[nodiscard]] drawing::Picture painted(const MapViewport& viewport,
                                           std::vector<drawing::MapArea> areas) const;

    const app::Knowledge& knowledge_;
    app::BodyPainter painter_;
    std::string shown_; ///< the answer that was set last
    wxString label_;
    View view_ = View::Anterior;
    bool isLarge_;
    bool readOnly_;
    SegmentedControl* views_ = nullptr; ///< children of this window, as all below
    SegmentedControl* tool_ = nullptr;
    SegmentedControl* brush_ = nullptr;
    PlaceMenu* parts_ = nullptr;
    PillButton* clear_ = nullptr;
    MapCanvas* map_ = nullptr;
    TextBlock* words_ = nullptr;
};

} // namespace palpate::gui
