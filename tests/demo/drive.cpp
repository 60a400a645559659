// SPDX-License-Identifier: MIT
// palpate_drive OUT_DIR: opens the demonstration clinic, charts in it by real clicks, and leaves a
// picture of the screen and a report saved through the window.
#include "gui/ChartMap.h"
#include "gui/ChartingPerson.h"
#include "gui/JourneyApp.h"
#include "gui/PagesView.h"

#include <wx/app.h>

#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <string>

namespace {

using namespace palpate;
using journey::JourneyApp;
using journey::theApp;
using Me = journey::ChartingPerson;

void drive(const std::filesystem::path& out) {
    theApp().open({"--demo"});
    Me::waitFor("the demonstration clinic is open",
                [] { return Me::find("workplace") != nullptr; });
    Me::type("kov");
    Me::press("Return");
    Me::waitFor("the overview is shown", [] { return Me::find("overview.start") != nullptr; });
    Me::click("overview.start");
    Me::waitFor("the chart is open", [] { return Me::find("chart.map") != nullptr; });

    const std::size_t before = Me::see([] { return Me::shown().points.size(); });
    Me::clickMuscle("gluteus_maximus", Side::Right);
    Me::waitFor("a new point is placed",
                [before] { return Me::shown().points.size() == before + 1 && Me::shown().card; });
    Me::press("3");
    Me::press("l");
    Me::chip("card.signs", "Taut band");
    Me::chip("card.signs", "Tender spot");
    Me::chip("card.techniques", "Pressure release");
    Me::waitFor("the treatment has its row",
                [] { return Me::find("treatment.0.after") != nullptr; });
    Me::score("treatment.0.after", 1);

    // The first point's card is the one to look at.
    Me::chooseLayer(Layer::Deepest);
    Me::click("point.0");
    Me::waitFor("the first point's card is open",
                [] { return Me::shown().points.front().selected; });
    Me::pointAt("session.counts", [](wxWindow& window) { return wxRect{window.GetClientSize()}; });
    Me::waitFor("the map is painted sharply",
                [] { return !Me::the<gui::ChartMap>("chart.map").isSettling(); });
    if (std::system(("import -window root '" + (out / "chart.png").string() + "'").c_str()) != 0) {
        throw journey::Stuck{"the screen can't be pictured"};
    }

    Me::click("rail.documents");
    Me::waitFor("the pages are shown", [] {
        return Me::find("documents.preview.pages") &&
               Me::the<gui::PagesView>("documents.preview.pages").count() > 0;
    });
    const auto pdf = out / "progress-report.pdf";
    Me::see([&] { theApp().nextFile = pdf; });
    Me::click("documents.save");
    Me::waitFor("the report is saved", [&] { return std::filesystem::exists(pdf); });
    theApp().close();
}

} // namespace

int main(int count, char** words) {
    if (count != 2) {
        std::fputs("usage: palpate_drive OUT_DIR\n", stderr);
        return 2;
    }
    const std::filesystem::path out{words[1]};
    auto* const app = new JourneyApp{[out] { // wx takes it
        try {
            drive(out);
            return 0;
        } catch (const std::exception& error) {
            std::fprintf(stderr, "palpate_drive: %s\n", error.what());
            return 1;
        }
    }};
    wxApp::SetInstance(app);
    int one = 1;
    wxEntry(one, words);
    return journey::Life::status();
}
