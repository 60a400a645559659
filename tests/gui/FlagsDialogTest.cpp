// SPDX-License-Identifier: MIT
// What is typed to settle one red flag stays until it is recorded or given up knowingly.
#include "gui/FlagsDialog.h"

#include "app/FillingForms.h"
#include "app/OpenClinic.h"
#include "gui/GuiTest.h"
#include "gui/PillButton.h"
#include "gui/Words.h"

#include <catch2/catch_test_macros.hpp>
#include <wx/textctrl.h>

using namespace palpate;
using namespace palpate::gui;
using namespace palpate::guitest;

TEST_CASE("words of one flag stay while another is settled, and are not dropped unasked",
          "[gui][forms]") {
    test::OpenClinic clinic;
    const auto filled =
        test::screenFor(clinic, "red-flags-low-back", {"ces_saddle", "ces_bladder"});
    REQUIRE(filled.raised.size() == 2);
    Stage stage;
    stage.show();
    FlagsDialog dialog{&stage.frame(), *clinic, clinic.patient()};
    dialog.Show(); // beside the test, which has the loop
    pump();
    namedAs<PillButton>("flag1.goOn").onClick();
    namedAs<wxTextCtrl>("flag1.goOnReason").SetValue("sensation is full today");

    namedAs<PillButton>("flags.accept").onClick();
    CHECK(dialog.IsShown());
    CHECK(dynamic_cast<TextBlock&>(named("flags.problems")).text().Contains("not recorded"));
    namedAs<PillButton>("flag0.letter").onClick();
    CHECK_FALSE(dialog.wantsLetter());

    namedAs<PillButton>("flag0.told").onClick();
    namedAs<wxTextCtrl>("flag0.toldWhom").SetValue("emergency care");
    namedAs<PillButton>("flag0.toldRecord").onClick();
    // What has still to be settled stands first now.
    waitFor("the other is carried over", [] {
        const auto* const reason =
            dynamic_cast<wxTextCtrl*>(wxWindow::FindWindowByName("flag0.goOnReason"));
        return reason && reason->GetValue() == "sensation is full today";
    });
    CHECK(named("flag0.goOnReason").IsShownOnScreen());
    CHECK(dynamic_cast<wxTextCtrl*>(wxWindow::FindWindowByName("flag1.toldWhom"))
              ->GetValue()
              .empty());
    CHECK(app::flagBanner(*clinic, clinic.patient()).flags.size() == 1);
}
