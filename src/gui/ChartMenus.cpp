// SPDX-License-Identifier: MIT
// The menus of the Chart screen, and the ways of the map out of the window.
#include "app/Clinic.h"
#include "app/MapFile.h"
#include "app/Prompter.h"
#include "domain/Error.h"
#include "gui/ChartPage.h"
#include "gui/ChartToolbar.h"
#include "gui/FilmStripView.h"
#include "gui/LargeControls.h"
#include "gui/MapOutput.h"
#include "gui/Phrases.h"
#include "gui/Theme.h"
#include "gui/ThemeMemory.h"
#include "gui/UnderMenu.h"

namespace palpate::gui {

void ChartPage::openMuscleMenu(BodyPoint where) {
    if (!presenter_) {
        return;
    }
    const auto onMark = presenter_->view().frozen || presenter_->view().pain.painting
                            ? std::nullopt
                            : map_->markAt({where.x, where.y});
    // Of a mark that stands beside its place the place counts.
    const auto muscles =
        onMark ? presenter_->map().musclesAt(*onMark) : presenter_->map().musclesUnder(where);
    if (muscles.empty()) {
        return;
    }
    const Finding* const marked = onMark ? findingAt(presenter_->session(), *onMark) : nullptr;
    const bool mayMark = !presenter_->view().frozen && !presenter_->view().pain.painting;
    std::vector<UnderItem> items;
    const auto offer = [&](const char* sentence) {
        const bool behindOthers = !items.empty();
        for (const app::MuscleChoice& muscle : muscles) {
            const bool isIn =
                marked != nullptr && marked->muscle == muscle.muscle && marked->side == muscle.side;
            items.push_back({fromWx(said(sentence, {muscle.label})), muscle.layer, isIn,
                             behindOthers && &muscle == &muscles.front()});
        }
    };
    if (onMark) {
        offer(tr("It lies in {1}"));
        items.push_back({fromWx(said("The same on the other side")), {}, false, true});
        items.push_back({fromWx(said("It is on the other side")), {}});
        items.push_back({fromWx(said("Take it out of the session")), {}});
    } else {
        if (mayMark) {
            offer(tr("Mark in {1}"));
        }
        offer(tr("Show {1}"));
    }
    const auto pixel = map_->camera().toPixel({where.x, where.y});
    const auto chosen =
        showMuscleMenu(*map_, {static_cast<int>(pixel.x), static_cast<int>(pixel.y)}, items,
                       fromWx(said("Muscles here, from the skin inwards")));
    if (!chosen) {
        return;
    }
    const auto index = static_cast<std::size_t>(*chosen);
    app::MapPresenter& map = presenter_->map();
    if (onMark) {
        if (index < muscles.size()) {
            map.setMuscle(*onMark, muscles[index].muscle, muscles[index].side);
        } else if (index == muscles.size()) {
            map.mirror(*onMark);
        } else if (index == muscles.size() + 1) {
            map.changeSide(*onMark);
        } else {
            presenter_->removePoint(*onMark);
        }
        return;
    }
    const app::MuscleChoice& muscle = muscles[index % muscles.size()];
    if (mayMark && index < muscles.size()) {
        map.markAt(where, muscle.muscle, muscle.side);
    } else {
        map.showMuscle(muscle.muscle, muscle.side);
    }
}

bool ChartPage::offerJoints(BodyPoint where) {
    if (presenter_->view().frozen || presenter_->view().holder) {
        return false;
    }
    const std::vector<app::TargetChoice> joints = presenter_->care().jointsAt(where);
    if (joints.empty()) {
        return false;
    }
    std::vector<UnderItem> items;
    for (const app::TargetChoice& joint : joints) {
        items.push_back({fromWx(said("Treat {1} …", {joint.label})), {}});
    }
    const auto pixel = map_->camera().toPixel({where.x, where.y});
    const auto chosen =
        showMuscleMenu(*map_, {static_cast<int>(pixel.x), static_cast<int>(pixel.y)}, items,
                       fromWx(said("Joints here")));
    if (chosen) {
        panel_->offerTreatment(joints.at(static_cast<std::size_t>(*chosen)));
    }
    return true;
}

void ChartPage::openMore() {
    if (!presenter_) {
        return;
    }
    const app::MapState& map = presenter_->view().map;
    const ThemeChoice theme = themeChoice();
    const std::vector<UnderItem> items{
        {fromWx(said("Outlines of the muscles above")), {}, map.showOutlines},
        {fromWx(said("Usual referral of the chosen point")), {}, map.showReferral},
        {fromWx(said("Film strip of the sessions")), {}, strip_->IsShown()},
        {fromWx(said("Numbers and legend on the map")), {}, map_->showsCards()},
        {fromWx(said("Copy the map as a picture")), {}, false, true},
        {fromWx(said("Print the map …")), {}},
        {fromWx(said("Save the map …")), {}},
        {fromWx(said("Colours of the desktop")), {}, theme == ThemeChoice::Desktop, true},
        {fromWx(said("Light")), {}, theme == ThemeChoice::Light},
        {fromWx(said("Dark")), {}, theme == ThemeChoice::Dark},
        {fromWx(said("High contrast")), {}, theme == ThemeChoice::HighContrast},
        {fromWx(said("Large controls")), {}, hasLargeControls(), true},
        {fromWx(said("Sound when the usual time is held")), {}, holdSounds()}};
    wxWindow& button = toolbar_->moreButton();
    const auto chosen = showMuscleMenu(button, {0, button.GetSize().y}, items, {}, false);
    switch (chosen.value_or(-1)) {
    case 0:
        presenter_->map().setShowOutlines(!map.showOutlines);
        break;
    case 1:
        presenter_->map().setShowReferral(!map.showReferral);
        break;
    case 2:
        stripWanted_ = !strip_->IsShown();
        renderStrip(presenter_->view());
        break;
    case 3:
        map_->showCards(!map_->showsCards());
        break;
    case 4:
        copyMap();
        break;
    case 5:
        printMap();
        break;
    case 6:
        saveMap();
        break;
    case 7:
        chooseTheme(ThemeChoice::Desktop);
        break;
    case 8:
        chooseTheme(ThemeChoice::Light);
        break;
    case 9:
        chooseTheme(ThemeChoice::Dark);
        break;
    case 10:
        chooseTheme(ThemeChoice::HighContrast);
        break;
    case 11:
        chooseLargeControls(!hasLargeControls());
        break;
    case 12:
        chooseHoldSounds(!holdSounds());
        break;
    default:
        break;
    }
}

app::MapRequest ChartPage::mapRequest() const {
    const app::MapState& map = presenter_->view().map;
    app::MapRequest request{.session = presenter_->view().id,
                            .view = map.view,
                            .layer = map.layer,
                            .showArm = map.showArm};
    if (!map_->camera().showsAll()) {
        request.shown = map_->camera().shown();
    }
    return request;
}

void ChartPage::copyMap() {
    if (!presenter_) {
        return;
    }
    flush();
    app::recordMapExport(clinic_, presenter_->view().id, DisclosureMeans::Copied);
    if (!copyPicture(app::sessionMap(clinic_, mapRequest()))) {
        prompter_.tell(
            {tr("Another program holds the clipboard; close it or try again in a moment."), {}});
    }
}

void ChartPage::printMap() {
    if (!presenter_) {
        return;
    }
    flush();
    const drawing::Picture picture = app::sessionMap(clinic_, mapRequest());
    printPicture(wxGetTopLevelParent(this), picture, toWx(picture.title), [this] {
        app::recordMapExport(clinic_, presenter_->view().id, DisclosureMeans::Printed);
    });
}

void ChartPage::saveMap() {
    if (!presenter_) {
        return;
    }
    flush();
    auto file =
        prompter_.chooseSaveFile({tr("Save the body map (.svg or .pdf)"), {}}, "body-map.svg");
    if (!file) {
        return;
    }
    auto format = app::mapFormatOf(*file);
    if (!format) {
        *file += ".svg";
        format = app::MapFormat::Svg;
    }
    app::writeMap(clinic_, mapRequest(), *file, *format);
}

} // namespace palpate::gui
