// SPDX-License-Identifier: MIT
// Forms, what a red flag asks, and home care.
#include "demo/Pictures.h"
#include "gui/FormPane.h"
#include "gui/FormRow.h"
#include "gui/RowList.h"
#include "gui/TextBlock.h"
#include "gui/Words.h"

namespace palpate::pictures {

namespace {

enum Answer { kYes, kNo };
constexpr int kHandOver = 1; ///< in the menu of an empty form

void openForms() {
    Me::press("F8");
    waitForSight("forms.lists");
}

/// The list in sight that holds a form of that title, and its row.
[[nodiscard]] std::pair<wxString, int> lineOf(const std::string& title) {
    return Me::see([&]() -> std::pair<wxString, int> {
        std::vector<wxString> names{"forms.due", "forms.begun"};
        for (int i = 0; i < 9; ++i) {
            names.push_back(wxString::Format("forms.empty%d", i));
        }
        for (const wxString& name : names) {
            const auto* const list = dynamic_cast<gui::RowList*>(Me::find(name));
            for (int row = 0; list && row < list->count(); ++row) {
                if (gui::fromWx(list->row(row).title).find(title) != std::string::npos) {
                    return {name, row};
                }
            }
        }
        throw journey::Stuck{"no form is called " + title};
    });
}

void openForm(const std::string& title) {
    const auto [list, row] = lineOf(title);
    clickRow(list, row);
    waitForText("formEditor.title", title);
}

void answer(const wxString& question, Answer with) {
    Me::segment(question + ".answer", with);
    Me::waitFor("it is answered", [&] {
        return Me::the<gui::FormRow>(question).view().truth == std::optional{with == kYes};
    });
}

void openIngrid(const Stage& stage) {
    stage.signIn();
    openPatient("solb", "Solbakken");
}

void forms(Stage& stage) {
    openAna(stage);
    openForms();
    stage.take();
}

void form(Stage& stage) {
    openIngrid(stage);
    openForms();
    openForm("Contributing factors");
    const wxString group = "form.factors.mechanical/factor.";
    answer(group + "posture", kYes);
    Me::type("\t"); // to what was told
    Me::type("at the desk, leaning on the left");
    answer(group + "sitting", kNo);
    answer(group + "overuse", kYes);
    stage.take();
}

/// The patient's own screen, in the second part.
void handOver(Stage& stage) {
    openIngrid(stage);
    openForms();
    const auto [list, row] = lineOf("Symptoms");
    Me::click(list, [row = row](wxWindow& window) {
        return dynamic_cast<gui::RowList&>(window).dotsArea(row);
    });
    Me::chooseFromMenu(kHandOver);
    waitForText("handOver.greeting", "Hello");
    Me::click("handOver.next");
    waitForText("handOver.progressText", "Part 2");
    Me::score("form.how/pain.now.answer", 6);
    Me::score("form.how/pain.best.answer", 2);
    Me::score("form.how/pain.worst.answer", 8);
    Me::chip("form.how/quality.answer", "Dull, aching");
    Me::chip("form.how/quality.answer", "Stiff, tight");
    stage.take();
    // No other way leads out.
    Me::click("handOver.leave");
    Me::fill("leave.password", Stage::kPassword);
    Me::press("Return");
    waitForSight("patient.name");
}

void bodyMap(Stage& stage) {
    openIngrid(stage);
    openForms();
    openForm("Symptoms");
    const wxString question = "form.where/map.answer";
    Me::segment(question + ".view", 1); // from behind
    const auto stroke = [&](double x, double y, wxPoint by) {
        Me::pointAt(question + ".map", [x, y](wxWindow& window) {
            const wxSize size = window.GetClientSize();
            return wxRect{wxRound(size.x * x), wxRound(size.y * y), 1, 1};
        });
        Me::hold();
        Me::moveBy(by);
        Me::letGo();
    };
    stroke(0.53, 0.27, {8, 26});
    stroke(0.47, 0.72, {2, 40});
    Me::waitFor("it is painted",
                [] { return Me::the<gui::FormRow>("form.where/map").view().isAnswered; });
    stage.take();
}

void flagBanner(Stage& stage) {
    openIngrid(stage);
    waitForSight("flagBanner.settle");
    stage.take();
}

void flagSettling(Stage& stage) {
    openIngrid(stage);
    Me::click("flagBanner.settle");
    Me::click("flag0.goOn");
    Me::fill("flag0.goOnReason", "seen by her physician this morning");
    stage.take();
}

void screeningOffer(Stage& stage) {
    stage.signIn();
    openPatient("sikor", "Sikorska");
    openChart();
    waitForSight("chart.screening.screen");
    stage.take();
}

void carePlan(Stage& stage) {
    openAna(stage);
    openForms();
    Me::pointAt("care.proposals",
                [](wxWindow& window) { return dynamic_cast<gui::RowList&>(window).rowArea(1); });
    stage.take();
}

} // namespace

std::vector<Scene> formScenes() {
    return {{"forms", forms},
            {"form", form, Screen::Small},
            {"form-dark", form, Screen::Usual, gui::ThemeChoice::Dark},
            {"form-handover", handOver},
            {"form-body-map", bodyMap},
            {"flag-banner", flagBanner},
            {"flag-settling", flagSettling},
            {"screening-offer", screeningOffer},
            {"care-plan", carePlan}};
}

} // namespace palpate::pictures
