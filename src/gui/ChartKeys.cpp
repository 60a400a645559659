// SPDX-License-Identifier: MIT
// What keys do while the body map has the focus.
#include "gui/ChartPage.h"
#include "gui/ChartToolbar.h"
#include "gui/PainPanel.h"
#include "gui/ScreeningOffer.h"

namespace palpate::gui {

namespace {

using drawing::MapPlace;

[[nodiscard]] std::optional<MapPlace> placeOf(int key) noexcept {
    switch (key) {
    case 'W':
        return MapPlace::WholeBody;
    case 'H':
        return MapPlace::Head;
    case 'N':
        return MapPlace::Neck;
    case 'S':
        return MapPlace::Shoulder;
    case 'E':
        return MapPlace::Forearm;
    case 'U':
        return MapPlace::UpperBack;
    case 'B':
        return MapPlace::LowBack;
    case 'I':
        return MapPlace::Hip;
    case 'T':
        return MapPlace::Thigh;
    case 'K':
        return MapPlace::Knee;
    case 'F':
        return MapPlace::Foot;
    default:
        return {};
    }
}

} // namespace

bool ChartPage::handleKey(const wxKeyEvent& event) {
    if (!presenter_) {
        return false;
    }
    const int key = event.GetKeyCode();
    const int with = event.GetModifiers();
    if (with == wxMOD_CONTROL) {
        switch (key) {
        case 'M':
            showMuscles(true);
            return true;
        case 'P':
            printMap();
            return true;
        case 'Z':
            undo();
            return true;
        case WXK_RETURN:
        case WXK_NUMPAD_ENTER:
            panel_->settleOthers();
            return true;
        default:
            return false;
        }
    }
    if (with == (wxMOD_CONTROL | wxMOD_SHIFT) && key == 'Z') {
        redo();
        return true;
    }
    if (key == WXK_F6 && (with == wxMOD_NONE || with == wxMOD_SHIFT)) {
        stepSection(with == wxMOD_SHIFT ? -1 : 1);
        return true;
    }
    if (with != wxMOD_NONE) {
        return false;
    }
    switch (key) {
    case WXK_F3:
        if (panel_->IsShown()) {
            panel_->focusNextToSettle();
        }
        return true;
    case WXK_F4:
        panel_->pressTimer();
        return true;
    case WXK_F9:
        sign();
        return true;
    default:
        return false;
    }
}

void ChartPage::stepSection(int by) {
    // The map, then the session or while pain is painted its tools, then what is offered below.
    const bool paints = !panel_->IsShown();
    wxWindow* const column = paints ? static_cast<wxWindow*>(pain_) : panel_;
    const auto enterColumn = [&](int from) {
        if (paints) {
            pain_->SetFocus();
        } else {
            panel_->focusEnd(from);
        }
    };
    if (column->IsDescendant(FindFocus())) {
        if (!paints && panel_->focusSection(by)) {
            return;
        }
        if (by > 0 && offer_->IsShown()) {
            offer_->focusFirst();
        } else {
            map_->SetFocus();
        }
    } else if (offer_->IsDescendant(FindFocus())) {
        if (by > 0) {
            map_->SetFocus();
        } else {
            enterColumn(-1);
        }
    } else if (by < 0 && offer_->IsShown()) {
        offer_->focusFirst();
    } else if (map_->HasFocus() || by < 0) {
        enterColumn(by);
    } else {
        map_->SetFocus();
    }
}

bool ChartPage::rate(const wxKeyEvent& event) {
    if (!presenter_->view().card || presenter_->view().frozen) {
        return false;
    }
    const std::optional<int> value = typed_.read(event);
    if (!value) {
        return false;
    }
    presenter_->setTenderness(Tenderness::from(*value));
    return true;
}

bool ChartPage::placeKey(int key) {
    if (key == 'G') {
        toolbar_->openPlaces();
        return true;
    }
    const auto place = placeOf(key);
    if (place) {
        map_->showPlace(*place, Side::Middle);
    }
    return place.has_value();
}

bool ChartPage::paintKey(int key) {
    app::PainPainter& pain = presenter_->pain();
    const app::PainView& now = presenter_->view().pain;
    switch (key) {
    case WXK_ESCAPE:
        if (!pain.stroke().corners.empty()) {
            pain.dropCorners();
        } else if (now.selected) {
            pain.select({});
        } else {
            pain.setPainting(false);
        }
        return true;
    case WXK_BACK:
        pain.removeCorner();
        return true;
    case WXK_DELETE:
        if (now.selected) {
            pain.remove(PainAreaId{*now.selected});
        }
        return true;
    case 'M':
        if (now.selected) {
            pain.mirror(PainAreaId{*now.selected});
        }
        return true;
    case ',':
    case '.':
        pain_->stepBrush(key == ',' ? -1 : 1);
        return true;
    default:
        return false;
    }
}

bool ChartPage::pointKey(const wxKeyEvent& event) {
    const auto& card = presenter_->view().card;
    if (rate(event)) {
        return true;
    }
    const int key = event.GetKeyCode();
    if (key == WXK_ESCAPE && !map_->keyboardPlace() && (card || presenter_->view().map.focused)) {
        flush();
        presenter_->map().lookAway();
        return true;
    }
    if (key == ',' || key == '.') {
        presenter_->map().stepPoint(key == ',' ? -1 : 1);
        return true;
    }
    if (!card || presenter_->view().frozen) {
        return false;
    }
    const TriggerPointId point{card->id};
    switch (key) {
    case 'A':
        presenter_->setState(State::Active);
        return true;
    case 'L':
        presenter_->setState(State::Latent);
        return true;
    case 'R':
        presenter_->setState(State::Resolved);
        return true;
    case 'M':
        presenter_->map().mirror(point);
        return true;
    case WXK_DELETE:
        presenter_->removePoint(point);
        return true;
    default:
        return false;
    }
}

bool ChartPage::mapKey(wxKeyEvent& event) {
    if (!presenter_) {
        return false;
    }
    const int key = event.GetKeyCode();
    if (map_->isDragging()) {
        return key != WXK_ESCAPE; // the map's own: it takes the drag back
    }
    if (event.GetModifiers() == wxMOD_SHIFT && key == 'M' && presenter_->view().card &&
        !presenter_->view().frozen) {
        presenter_->map().changeSide(TriggerPointId{presenter_->view().card->id});
        return true;
    }
    if (event.GetModifiers() == wxMOD_SHIFT && key == WXK_F10) { // keyboards without a menu key
        openMuscleMenu(map_->menuPlace());
        return true;
    }
    if (event.HasAnyModifiers()) {
        return false;
    }
    switch (key) {
    case '[':
    case ']':
        presenter_->map().stepLayer(key == '[' ? -1 : 1);
        return true;
    case '/':
        openQuickLine();
        return true;
    case 'P':
        if (!presenter_->view().frozen) {
            presenter_->pain().setPainting(!presenter_->view().pain.painting);
        }
        return true;
    case 'D':
    case WXK_MENU:
    case WXK_WINDOWS_MENU:
        openMuscleMenu(map_->menuPlace());
        return true;
    default:
        break;
    }
    const bool painting = presenter_->view().pain.painting;
    return (painting ? paintKey(key) : pointKey(event)) || placeKey(key);
}

} // namespace palpate::gui
