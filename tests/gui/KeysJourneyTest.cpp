// SPDX-License-Identifier: MIT
// F1 on every page of the window: the keys of that page first, those of any page beside them.
#include "gui/ChartingPerson.h"
#include "gui/JourneyApp.h"
#include "gui/JourneyClinic.h"
#include "gui/TextBlock.h"
#include "gui/Words.h"
#include "support/Builders.h"

#include <catch2/catch_test_macros.hpp>
#include <wx/toplevel.h>

#include <algorithm>
#include <string>
#include <vector>

namespace {

using namespace palpate;
using journey::theApp;
using Me = journey::ChartingPerson;

/// The texts of that name in the open card, in their order.
[[nodiscard]] std::vector<std::string> textsOf(const wxString& name) {
    return Me::see([&] {
        std::vector<std::string> texts;
        std::vector<const wxWindow*> left{Me::find("keys")};
        while (!left.empty()) {
            const wxWindow* const window = left.back();
            left.pop_back();
            if (window->GetName() == name) {
                texts.push_back(gui::fromWx(dynamic_cast<const gui::TextBlock&>(*window).text()));
            }
            for (auto child = window->GetChildren().GetLast(); child;
                 child = child->GetPrevious()) {
                left.push_back(child->GetData());
            }
        }
        return texts;
    });
}

struct Page {
    const char* rail;
    const char* title;
    const char* ownKeys; ///< of one of its keys what it does
};

} // namespace

TEST_CASE("F1 tells the keys of the page one is on", "[journey]") {
    journey::JourneyClinic clinic;
    clinic.addSigned(7, {test::anActiveFindingOn("quadratus_lumborum", 1)}, {});
    clinic.openPatient();
    for (const auto& page :
         {Page{"rail.overview", "Keys of the overview", "open the row, or choose it"},
          Page{"rail.patients", "Keys of the patients’ page", "to another one"},
          Page{"rail.search", "Keys of the search page", "to what was found"},
          Page{"rail.overview", "Keys of the overview", "open the row, or choose it"},
          Page{"rail.history", "Keys of the history",
               "tick a session; two ticked ones are compared"},
          Page{"rail.documents", "Keys of reports and documents",
               "zoom; as wide as the window; the whole page"},
          Page{"rail.forms", "Keys of the forms", "complete the form"},
          Page{"rail.clinic", "Keys of the clinic’s page", "to another one"}}) {
        CAPTURE(page.rail);
        Me::click(page.rail);
        Me::press("F1");
        Me::waitFor("the keys are shown", [] { return Me::find("keys") != nullptr; });
        CHECK(Me::see([] {
                  return gui::fromWx(wxGetTopLevelParent(Me::find("keys"))->GetLabel());
              }) == page.title);
        const auto told = textsOf("keys.does");
        CHECK(std::ranges::count(told, page.ownKeys) == 1);
        CHECK(std::ranges::count(told, "lock the screen") == 1);
        CHECK(std::ranges::count(told, "sign") == 0); // of the chart alone
        Me::press("Escape");
        Me::waitFor("they are gone", [] { return Me::find("keys") == nullptr; });
    }
    theApp().close();
}

TEST_CASE("a word of the program comes and goes at the foot of the window, and nothing moves",
          "[journey]") {
    journey::JourneyClinic clinic;
    clinic.openChart();
    const auto placeOf = [](const wxString& name) {
        return Me::see([&] { return Me::the<wxWindow>(name).GetScreenRect(); });
    };
    const wxRect map = placeOf("chart.map");
    const wxRect content = placeOf("content");
    Me::press("ctrl+s");
    Me::waitFor("it is told", [] { return Me::find("notice") != nullptr; });
    const wxRect notice = placeOf("notice");
    CAPTURE(notice.x, notice.y, notice.width, notice.height);
    CHECK(content.Contains(notice));
    CHECK(notice.height < content.height / 8);
    CHECK(content.GetBottom() - notice.GetBottom() < content.height / 20);
    CHECK(content.Contains(placeOf("notice.dismiss")));
    CHECK(placeOf("chart.map") == map);
    Me::waitFor("it goes by itself", [] { return Me::find("notice") == nullptr; });
    CHECK(placeOf("chart.map") == map);

    Me::press("ctrl+s");
    Me::click("notice.dismiss");
    Me::waitFor("it is dismissed", [] { return Me::find("notice") == nullptr; });
    theApp().close();
}
