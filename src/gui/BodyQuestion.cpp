// SPDX-License-Identifier: MIT
#include "gui/BodyQuestion.h"

#include "app/Clinic.h"
#include "drawing/BodyMapPicture.h"
#include "gui/LargeControls.h"
#include "gui/MapCanvas.h"
#include "gui/MapGround.h"
#include "gui/PaintedControl.h"
#include "gui/PanelScroller.h"
#include "gui/Phrases.h"
#include "gui/PillButton.h"
#include "gui/PlaceMenu.h"
#include "gui/SegmentedControl.h"
#include "gui/TextBlock.h"

#include <algorithm>
#include <array>
#include <utility>
#include <vector>

namespace palpate::gui {

namespace {

constexpr int kMapHeight = 430; ///< DIP
constexpr int kLargeMapHeight = 500;
constexpr int kGap = 8;
constexpr int kWordLines = 2; ///< room for what is painted in words

constexpr std::array kShownViews{View::Anterior, View::Posterior, View::Left, View::Right};
enum Tool { Brush, Eraser };
constexpr std::array kRadii{app::BodyPainter::kFine, app::BodyPainter::kUsual,
                            app::BodyPainter::kBroad};

[[nodiscard]] drawing::Rect frameOf(const app::Knowledge& knowledge, View view) {
    return drawing::wholeBody(knowledge.map(), view, {}, 100, 100).shown;
}

[[nodiscard]] drawing::MapStyle styleNow() {
    drawing::MapStyle style;
    style.ground = groundNow();
    style.landmarks = false;
    style.labels = false;
    style.sideWords = {fromWx(said("R")), fromWx(said("L"))};
    return style;
}

[[nodiscard]] drawing::MapWindow windowOf(const MapViewport& viewport, View view) {
    return {view,
            {.top = Layer::Skin, .showArm = false},
            viewport.body,
            viewport.width,
            viewport.height};
}

} // namespace

BodyQuestion::BodyQuestion(wxWindow* parent, const wxString& name, const wxString& label,
                           const app::Knowledge& knowledge, bool isLarge, bool readOnly)
    : wxPanel{parent, wxID_ANY, wxDefaultPosition, wxDefaultSize, wxTAB_TRAVERSAL | wxBORDER_NONE,
              name},
      knowledge_{knowledge}, painter_{knowledge.map()}, label_{label}, isLarge_{isLarge},
      readOnly_{readOnly} {
    SetBackgroundColour(parent->GetBackgroundColour());
    buildTools();
    buildMap();
    words_ = new TextBlock{this, name + ".words", {}, TextStyle::Control, TextBlock::Ink::Muted};
    render();
    Bind(wxEVT_SIZE, [this](wxSizeEvent& event) {
        arrange();
        event.Skip();
    });
    Bind(wxEVT_SYS_COLOUR_CHANGED, [this](wxSysColourChangedEvent& event) {
        SetBackgroundColour(GetParent()->GetBackgroundColour());
        map_->refreshBase();
        map_->refreshOverlay();
        event.Skip();
    });
}

void BodyQuestion::buildTools() {
    const wxString name = GetName();
    views_ = new SegmentedControl{this,
                                  name + ".view",
                                  said("View of the body"),
                                  {said("Front"), said("Back"), said("Left"), said("Right")}};
    views_->onChange = [this](int view) { turnTo(kShownViews.at(static_cast<std::size_t>(view))); };
    tool_ = new SegmentedControl{
        this, name + ".tool", said("Paint or wipe"), {said("Paint"), said("Eraser")}};
    tool_->onChange = [this](int) { setTool(); };
    brush_ = new SegmentedControl{
        this, name + ".brush", said("Brush"), {said("Fine"), said("Medium"), said("Broad")}};
    brush_->select(1);
    brush_->onChange = [this](int) { setTool(); };
    parts_ = new PlaceMenu{this, name + ".parts", said("Choose from a list") + toWx(" ▾"), {}};
    parts_->setWords(said("Choose a part of the body from a list: {1}", {fromWx(label_)}));
    parts_->onPlace = [this](int part) {
        painter_.toggle(view_, static_cast<std::size_t>(part));
        changed();
    };
    clear_ = new PillButton{this, name + ".clearAll", said("Wipe all"), PillButton::Kind::Secondary,
                            PillButton::Size::Compact};
    clear_->onClick = [this] {
        painter_.clear();
        changed();
    };
    for (wxWindow* const tool : std::initializer_list<wxWindow*>{tool_, brush_, parts_, clear_}) {
        tool->Show(!readOnly_);
    }
}

void BodyQuestion::buildMap() {
    map_ = new MapCanvas{this, frameOf(knowledge_, view_), GetName() + ".map"};
    map_->base = [this](const MapViewport& viewport) {
        return drawing::basePicture(knowledge_.shapes(), windowOf(viewport, view_), styleNow());
    };
    map_->overlay = [this](const MapViewport& viewport) {
        return painted(viewport, painter_.areas(view_));
    };
    map_->moving = [this](const MapViewport& viewport) {
        return painted(viewport, painter_.stroke(view_));
    };
    map_->pinned = [this](const MapViewport& viewport) {
        return drawing::sideLetters(knowledge_.shapes(), windowOf(viewport, view_), styleNow(), {});
    };
    // The wheel belongs to the page; with Ctrl it zooms.
    map_->Bind(wxEVT_MOUSEWHEEL, [this](wxMouseEvent& event) {
        if (event.ControlDown()) {
            event.Skip();
            return;
        }
        for (wxWindow* around = GetParent(); around; around = around->GetParent()) {
            if (auto* const scroller = dynamic_cast<PanelScroller*>(around)) {
                scroller->HandleOnMouseWheel(event);
                return;
            }
        }
    });
    if (readOnly_) {
        return;
    }
    const auto at = [this](drawing::Point body) { return BodyPoint{view_, body.x, body.y}; };
    map_->onGrab = [this, at](drawing::Point body) {
        painter_.press(at(body));
        map_->refreshMoving();
        return true;
    };
    map_->onDrag = [this, at](drawing::Point body) {
        painter_.drag(at(body));
        map_->refreshMoving();
    };
    map_->onDrop = [this](drawing::Point) {
        if (painter_.release()) {
            changed();
        }
        map_->refreshMoving();
    };
    map_->onDragCancelled = [this] {
        painter_.cancel();
        map_->refreshMoving();
    };
    map_->onClick = [this, at](drawing::Point body) {
        painter_.press(at(body));
        if (painter_.release()) {
            changed();
        }
        map_->refreshMoving();
    };
    setTool();
}

wxWindow* BodyQuestion::field() const noexcept {
    return readOnly_ ? nullptr : static_cast<wxWindow*>(views_);
}

void BodyQuestion::setTool() {
    painter_.setErasing(tool_->selected() == Eraser);
    painter_.setRadius(kRadii.at(static_cast<std::size_t>(std::max(0, brush_->selected()))));
    map_->setBrush(painter_.radius());
}

void BodyQuestion::turnTo(View view) {
    view_ = view;
    painter_.cancel();
    map_->setFrame(frameOf(knowledge_, view));
    map_->refreshBase();
    map_->refreshOverlay();
    map_->refreshMoving();
    listParts();
}

void BodyQuestion::listParts() {
    std::vector<MapPlace> places;
    for (const app::BodyPart& part : painter_.bodyParts(view_)) {
        places.push_back({(part.painted ? "✓ " : "") + part.label, {}, false});
    }
    parts_->setPlaces(std::move(places));
}

void BodyQuestion::changed() {
    shown_ = painter_.text();
    render();
    if (onChange) {
        onChange(shown_);
    }
}

void BodyQuestion::set(const std::string& outlines) {
    if (outlines == shown_) {
        return;
    }
    shown_ = outlines;
    painter_.set(outlines);
    // What is painted comes into sight first.
    const auto painted = std::ranges::find_if(
        kShownViews, [this](View view) { return !painter_.areas(view).empty(); });
    if (painted != kShownViews.end() && painter_.areas(view_).empty()) {
        views_->select(static_cast<int>(painted - kShownViews.begin()));
        turnTo(*painted);
    }
    render();
}

void BodyQuestion::render() {
    const std::string words = painter_.words();
    words_->setText(words.empty() ? said("Nothing is painted.") : said("Painted: {1}", {words}));
    map_->describe(label_, words_->text());
    clear_->Enable(!painter_.isEmpty());
    map_->refreshOverlay();
    listParts();
}

drawing::Picture BodyQuestion::painted(const MapViewport& viewport,
                                       std::vector<drawing::MapArea> areas) const {
    drawing::MapOverlay overlay;
    overlay.areas = std::move(areas);
    return drawing::lowerOverlay(windowOf(viewport, view_), styleNow(), overlay);
}

int BodyQuestion::arrangeTools(int width, bool apply) const {
    int x = 0;
    int y = 0;
    int row = 0;
    for (wxWindow* const tool :
         std::initializer_list<wxWindow*>{views_, tool_, brush_, parts_, clear_}) {
        if (tool != views_ && readOnly_) {
            continue;
        }
        const wxSize size = tool->GetBestSize();
        if (x > 0 && x + size.x > width) {
            x = 0;
            y += row + FromDIP(4);
            row = 0;
        }
        if (apply) {
            tool->SetSize(x, y, size.x, size.y);
        }
        x += size.x + FromDIP(kGap);
        row = std::max(row, size.y);
    }
    return y + row;
}

int BodyQuestion::toolsHeight(int width) const {
    return arrangeTools(width, false) + FromDIP(kGap);
}

int BodyQuestion::heightFor(int width) const {
    const int words = kWordLines * textPx(*this, 22);
    return toolsHeight(width) + FromDIP(isLarge_ ? kLargeMapHeight : kMapHeight) + FromDIP(kGap) +
           words;
}

void BodyQuestion::arrange() {
    const wxSize size = GetClientSize();
    if (size.x <= 0) {
        return;
    }
    const int top = arrangeTools(size.x, true) + FromDIP(kGap);
    const int words = kWordLines * textPx(*this, 22);
    const int height = std::max(FromDIP(120), size.y - top - FromDIP(kGap) - words);
    map_->SetSize(0, top, size.x, height);
    words_->SetSize(0, top + height + FromDIP(kGap), size.x, words);
}

} // namespace palpate::gui
