// SPDX-License-Identifier: MIT
// Records of patients, their history, and what is found in them.
#include "demo/Pictures.h"
#include "gui/FoundList.h"
#include "gui/RowList.h"
#include "gui/SessionTimeline.h"
#include "gui/TextBlock.h"

namespace palpate::pictures {

namespace {

enum Pane { kSideBySide = 1, kPoints = 4, kHelps = 5 };

void editedCase(Stage& stage) {
    openAna(stage);
    Me::click("overview.editCase");
    waitForSight("case.accept");
    stage.take();
}

void patientRecord(Stage& stage) {
    openAna(stage);
    Me::click("patient.edit");
    waitForSight("patient.accept");
    stage.take();
}

void overview(Stage& stage) {
    openAna(stage);
    stage.take();
}

void patients(Stage& stage) {
    stage.signIn();
    waitForText("patients.newestBackup", "Newest backup");
    stage.take();
}

void openHistory(const Stage& stage) {
    openAna(stage);
    Me::click("rail.history");
    Me::waitFor("the sessions are listed with their maps", [] {
        const auto* const list = dynamic_cast<gui::SessionTimeline*>(Me::find("history.list"));
        return list && list->count() > 0 && list->pictures() > 0;
    });
}

void history(Stage& stage) {
    openHistory(stage);
    stage.take();
}

void compareLastTwo(const Stage& stage) {
    openHistory(stage);
    for (const int row : {0, 1}) {
        Me::click("history.list", [row](wxWindow& window) {
            return dynamic_cast<gui::SessionTimeline&>(window).boxArea(row);
        });
    }
    waitForText("history.title", "against");
}

void difference(Stage& stage) {
    compareLastTwo(stage);
    stage.take();
}

void sideBySide(Stage& stage) {
    compareLastTwo(stage);
    Me::segment("history.panes", kSideBySide);
    waitForSight("history.laterMap");
    stage.take();
}

void points(Stage& stage) {
    openHistory(stage);
    Me::segment("history.panes", kPoints);
    waitForSight("history.lifeTable");
    stage.take();
}

void whatHelps(Stage& stage) {
    openHistory(stage);
    Me::segment("history.panes", kHelps);
    waitForSight("history.helpsTable");
    stage.take();
}

void searchFor(const std::string& query) {
    Me::press("ctrl+shift+f");
    Me::waitFor("the field has the focus", [] {
        const auto* const field = Me::find("search.query.field");
        return field && field->HasFocus();
    });
    Me::type(query);
    Me::waitFor("something is found", [] {
        const auto* const list = dynamic_cast<gui::RowList*>(Me::find("search.hits"));
        return list && list->count() > 0 &&
               !Me::the<gui::TextBlock>("search.count").text().StartsWith("Searching");
    });
}

void search(Stage& stage) {
    openAna(stage);
    searchFor("right gluteus medius tender:>=5 pressure release ");
    stage.take();
}

void finder(Stage& stage) {
    openAna(stage);
    Me::press("ctrl+k");
    Me::type("quad");
    Me::waitFor("points and sessions are found", [] {
        const auto* const list = dynamic_cast<gui::FoundList*>(Me::find("finder.list"));
        return list && list->rows().size() >= 5;
    });
    stage.take();
}

void keys(Stage& stage) {
    openHistory(stage);
    Me::press("F1");
    waitForSight("keys");
    stage.take();
}

/// Names as initials, also where somebody is looked for.
void privacy(Stage& stage) {
    openAna(stage);
    Me::press("F12");
    waitForSight("topBar.hidden");
    Me::press("ctrl+k");
    Me::type("ana");
    Me::waitFor("she is found", [] {
        const auto* const list = dynamic_cast<gui::FoundList*>(Me::find("finder.list"));
        return list && list->rows().size() >= 5;
    });
    stage.take();
    Me::press("Escape F12"); // the program keeps it as long as it runs
}

} // namespace

std::vector<Scene> recordScenes() {
    using gui::ThemeChoice;
    return {{"case", editedCase},
            {"patient-record", patientRecord},
            {"overview", overview},
            {"overview-dark", overview, Screen::Usual, ThemeChoice::Dark},
            {"history", history},
            {"history-1280", history, Screen::Small},
            {"history-scale2", history, Screen::Twice},
            {"history-dark", history, Screen::Usual, ThemeChoice::Dark},
            {"history-difference", difference},
            {"history-side-by-side", sideBySide},
            {"history-points", points},
            {"what-helps", whatHelps},
            {"search", search},
            {"search-1280", search, Screen::Small},
            {"search-scale2", search, Screen::Twice},
            {"search-dark", search, Screen::Usual, ThemeChoice::Dark},
            {"finder", finder},
            {"patients", patients},
            {"keys", keys},
            {"privacy", privacy}};
}

} // namespace palpate::pictures
