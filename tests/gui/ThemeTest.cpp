// SPDX-License-Identifier: MIT
#include "gui/Theme.h"

#include "gui/Card.h"
#include "gui/GuiTest.h"
#include "gui/PillButton.h"

#include <catch2/catch_test_macros.hpp>

#include <cmath>

using namespace palpate::gui;
using namespace palpate::guitest;

namespace {

/// Relative luminance and contrast as WCAG 2 defines them.
[[nodiscard]] double luminance(const wxColour& colour) {
    const auto linear = [](unsigned char channel) {
        const double c = channel / 255.0;
        return c <= 0.03928 ? c / 12.92 : std::pow((c + 0.055) / 1.055, 2.4);
    };
    return 0.2126 * linear(colour.Red()) + 0.7152 * linear(colour.Green()) +
           0.0722 * linear(colour.Blue());
}
[[nodiscard]] double contrast(const wxColour& a, const wxColour& b) {
    const double one = luminance(a) + 0.05;
    const double other = luminance(b) + 0.05;
    return one > other ? one / other : other / one;
}

/// The choice of the test, taken back after it.
class Choice {
public:
    explicit Choice(ThemeChoice choice) { setThemeChoice(choice); }
    ~Choice() { setThemeChoice(ThemeChoice::Desktop); }
    Choice(const Choice&) = delete;
    Choice& operator=(const Choice&) = delete;
};

void checkTexts(const Palette& p, double least, double leastQuiet) {
    for (const wxColour& ground : {p.page, p.panel, p.panelSoft, p.tint}) {
        CHECK(contrast(p.ink, ground) >= least);
        CHECK(contrast(p.accentText, ground) >= least);
        CHECK(contrast(p.muted, ground) >= leastQuiet);
    }
    CHECK(contrast(p.onAccent, p.accent) >= least);
    CHECK(contrast(p.onAccent, p.danger) >= least);
    CHECK(contrast(p.good, p.panel) >= least);
    for (const Palette::Chip& chip : {p.neutral, p.teal, p.amber, p.red}) {
        CHECK(contrast(chip.text, chip.ground) >= least);
    }
}

} // namespace

TEST_CASE("high contrast means 7 to 1 for every text, disabled ones too", "[gui][theme]") {
    const Choice choice{ThemeChoice::HighContrast};
    const Palette& p = palette();
    checkTexts(p, 7, 7);
    CHECK(contrast(p.faint, p.panel) >= 7);
    CHECK(contrast(p.onAccent, p.accentDeep) >= 7);
    CHECK(contrast(p.edge, p.panel) >= 7);
    CHECK(contrast(p.focus, p.panel) >= 7);
    CHECK(focusWidth() == 3);
}

TEST_CASE("light and dark texts can be read", "[gui][theme]") {
    for (const ThemeChoice wanted : {ThemeChoice::Light, ThemeChoice::Dark}) {
        const Choice choice{wanted};
        CHECK(isDark() == (wanted == ThemeChoice::Dark));
        checkTexts(palette(), 4.2, 4.0);
        CHECK(focusWidth() == 2);
    }
}

TEST_CASE("windows follow another theme at once", "[gui][theme]") {
    Stage stage;
    dressAsPanel(*stage.panel()); // dressed once, and hears of no change
    auto* card = new Card{stage.panel(), "card"};
    stage.add(card);
    stage.show();
    {
        const Choice choice{ThemeChoice::Dark};
        CHECK(stage.panel()->GetBackgroundColour() == palette().panel);
        CHECK(stage.panel()->GetForegroundColour() == palette().ink);
        CHECK(card->GetBackgroundColour() == palette().panel);
        setThemeChoice(ThemeChoice::HighContrast);
        CHECK(stage.panel()->GetBackgroundColour() == palette().panel);
        CHECK(stage.panel()->GetForegroundColour() == palette().ink);
    }
    CHECK(themeChoice() == ThemeChoice::Desktop);
    CHECK(stage.panel()->GetBackgroundColour() == palette().panel);
}
