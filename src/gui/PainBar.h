// SPDX-License-Identifier: MIT
#pragma once

#include "domain/PainArea.h"
#include "drawing/Picture.h"

#include <wx/panel.h>

#include <functional>
#include <optional>
#include <string>
#include <vector>

namespace palpate::gui {

class ChipGroup;
class PillButton;
class ScoreStrip;
class SegmentedControl;
class SizeSlider;
class TextBlock;

enum class PainTool { Brush, Polygon, Erase };

/// What the next stroke paints with, and what a chosen area is.
struct PainSettings {
    PainTool tool = PainTool::Brush;
    double brush = 12; ///< radius in body mm; also the eraser's
    std::optional<PainQuality> quality;
    std::optional<int> intensity; ///< 0 to 10; empty: not asked
    std::optional<PainDepth> depth;
    friend bool operator==(const PainSettings&, const PainSettings&) = default;
};
/// A quality and how it looks on the map.
struct PainSwatch {
    PainQuality quality = PainQuality::Ache;
    std::string label;       ///< translated
    drawing::Picture swatch; ///< about 5 x 3.5 mm
};

/// The tools for painting pain, in as many rows as the width asks for (two at 800 pixels). Knows no
/// session: its owner sets it and hears of each change.
class PainBar : public wxPanel {
public:
    static constexpr double kLeastBrush = 3; ///< body mm
    static constexpr double kMostBrush = 60;

    PainBar(wxWindow* parent, const wxString& name, std::vector<PainSwatch> qualities);

    std::function<void(const PainSettings&)> onChange; ///< by the user only
    std::function<void()> onMirror;                    ///< the chosen area to the other side
    std::function<void()> onDelete;

    [[nodiscard]] const PainSettings& settings() const noexcept { return settings_; }
    void set(const PainSettings& settings); ///< tells nobody
    /// What can be done with the chosen area; without one both are off.
    void enableActions(bool mirror, bool remove);
    /// A line behind the buttons: "118 cm², low back and right buttock"; may be empty.
    void setRemark(const wxString& remark);
    /// New swatch pictures, after the theme changed; the same qualities in the same order.
    void setSwatches(std::vector<PainSwatch> qualities);
    /// One step smaller or larger, for the owner's keys; tells.
    void stepBrush(int by);

    /// As high as its rows at the present width.
    wxSize DoGetBestClientSize() const override;

private:
    struct Part {
        wxWindow* window = nullptr;
        ChipGroup* chips = nullptr; ///< the same when it is chips: wraps inside
    };
    void dress();
    int arrange(int width, bool apply) const;
    void change(const std::function<void(PainSettings&)>& alter);
    void show();

    std::vector<PainQuality> qualities_;
    PainSettings settings_;
    std::vector<Part> parts_;
    SegmentedControl* tools_; ///< all children of this window
    SizeSlider* brush_;
    ChipGroup* quality_;
    ScoreStrip* intensity_;
    ChipGroup* depth_;
    PillButton* mirror_;
    PillButton* remove_;
    TextBlock* remark_;
};

} // namespace palpate::gui
