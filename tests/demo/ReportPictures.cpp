// SPDX-License-Identifier: MIT
// Reports, letters and what left the clinic.
#include "demo/Pictures.h"
#include "gui/JourneyApp.h"
#include "gui/PagesView.h"
#include "gui/RowList.h"
#include "gui/Words.h"

#include <wx/textctrl.h>

namespace palpate::pictures {

namespace {

using journey::theApp;

void waitForPages(const wxString& view) {
    Me::waitFor("the pages are shown", [&] {
        const auto* const pages = dynamic_cast<gui::PagesView*>(Me::find(view));
        return pages && pages->count() > 0;
    });
}

void openDocuments(const Stage& stage) {
    openAna(stage);
    Me::click("rail.documents");
    waitForPages("documents.preview.pages");
}

/// By keys: most of them lie outside what the list shows.
void choose(const std::string& title) {
    clickRow("documents.templates", 0);
    for (int row = rowTitled("documents.templates", title); row > 0; --row) {
        Me::press("Down");
    }
    Me::press("Return");
    Me::waitFor("it is chosen", [&] {
        const auto& list = Me::the<gui::RowList>("documents.templates");
        return gui::fromWx(list.row(list.current()).title) == title &&
               list.row(list.current()).marked;
    });
    waitForPages("documents.preview.pages");
}

void save(const std::filesystem::path& pdf) {
    Me::see([&] { theApp().nextFile = pdf; });
    Me::click("documents.save");
    Me::waitFor("it is saved", [&] { return std::filesystem::exists(pdf); });
    waitForText("documents.told", "Saved as");
}

void report(Stage& stage) {
    openDocuments(stage);
    stage.take();
}

void progressReport(Stage& stage) {
    openDocuments(stage);
    const auto pdf = stage.place("progress-report.pdf");
    save(pdf);
    stage.takePage(pdf);
}

void documents(Stage& stage) {
    openDocuments(stage);
    Me::chip("delivery.recipient.usual", "Physician");
    Me::chip("delivery.purpose.usual", "Progress");
    save(stage.place("progress-report.pdf"));
    choose("Home care");
    Me::chip("delivery.recipient.usual", "Patient");
    save(stage.place("home-care.pdf"));
    choose("Progress report");
    Me::chip("delivery.recipient.usual", "Insurer");
    Me::chip("delivery.purpose.usual", "On request");
    save(stage.place("for-the-insurer.pdf"));
    Me::segment("documents.parts", 2);
    Me::waitFor("all are listed", [] {
        const auto* const list = dynamic_cast<gui::RowList*>(Me::find("disclosures.list"));
        return list && list->count() == 3;
    });
    stage.take();
}

void letter(Stage& stage) {
    openDocuments(stage);
    choose("Referral letter");
    Me::chip("letter.physician", "Dr M. Patel");
    Me::chip("letter.urgency", "Urgent");
    Me::click("letter.chooseFlags");
    waitForSight("redFlags.list");
    Me::fill("redFlags.search.field", "foot drop");
    Me::waitFor("one is found", [] { return Me::the<gui::RowList>("redFlags.list").count() == 1; });
    clickRow("redFlags.list", 0);
    Me::click("redFlags.accept");
    Me::waitFor("it is named", [] { return Me::find("redFlags.list") == nullptr; });
    waitForPages("documents.preview.pages");
    stage.take();
}

void templateEditor(Stage& stage) {
    openDocuments(stage);
    Me::click("documents.editTemplate");
    waitForPages("templateEditor.preview.pages");
    Me::see([] {
        auto& text = Me::the<wxTextCtrl>("templateEditor.text");
        text.SetInsertionPoint(text.GetValue().Find("{{summary}}"));
        text.SetFocus();
    });
    Me::type("Dear {{patient.calld}}, {{#goals}} ");
    Me::waitFor("the faults are listed", [] {
        const auto* const list = dynamic_cast<gui::RowList*>(Me::find("templateEditor.faults"));
        return list && list->count() >= 2;
    });
    stage.take();
}

} // namespace

std::vector<Scene> reportScenes() {
    return {{"report", report},
            {"progress-report", progressReport},
            {"documents", documents},
            {"letter", letter},
            {"template-editor", templateEditor}};
}

} // namespace palpate::pictures
