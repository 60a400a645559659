// SPDX-License-Identifier: MIT
// What a new password and a second factor are shown with.
#include "gui/Accessible.h"
#include "gui/GuiTest.h"
#include "gui/NewPasswordPanel.h"
#include "gui/QrView.h"
#include "gui/StrengthBar.h"
#include "gui/TextBlock.h"
#include "gui/Theme.h"
#include "gui/Words.h"

#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>
#include <wx/dcclient.h>
#include <wx/dcmemory.h>
#include <wx/image.h>
#include <wx/textctrl.h>

#include <cmath>

using namespace palpate;
using namespace palpate::gui;
using namespace palpate::guitest;

namespace {

/// What the screen shows of the window, in its client pixels.
[[nodiscard]] wxImage seen(wxWindow& window) {
    const wxSize size = window.GetClientSize();
    wxBitmap bitmap{size.x, size.y};
    {
        wxClientDC screen{&window};
        wxMemoryDC copy{bitmap};
        copy.Blit(0, 0, size.x, size.y, &screen, 0, 0);
    }
    return bitmap.ConvertToImage();
}

[[nodiscard]] wxColour at(const wxImage& image, double x, double y) {
    const int column = static_cast<int>(std::lround(x));
    const int row = static_cast<int>(std::lround(y));
    return {image.GetRed(column, row), image.GetGreen(column, row), image.GetBlue(column, row)};
}

class ThemeOfTest {
public:
    explicit ThemeOfTest(ThemeChoice choice) : before_{themeChoice()} { setThemeChoice(choice); }
    ThemeOfTest(const ThemeOfTest&) = delete;
    ThemeOfTest& operator=(const ThemeOfTest&) = delete;
    ~ThemeOfTest() { setThemeChoice(before_); }

private:
    ThemeChoice before_;
};

} // namespace

TEST_CASE("the strength bar fills part by part, and tells by colour and words whether it is enough",
          "[gui][access]") {
    const ThemeOfTest light{ThemeChoice::Light};
    Stage stage;
    auto* bar = new StrengthBar{stage.panel(), "strength"};
    bar->SetMinSize({400, 20});
    stage.add(bar);
    stage.show();
    const auto colourOf = [&](int part) {
        const auto area = bar->partArea(part);
        return at(seen(*bar), area.m_x + area.m_width / 2, area.m_y + area.m_height / 2);
    };
    bar->set(1, false, "Too easy to guess");
    waitFor("one part is red", [&] { return colourOf(0) == palette().danger; });
    CHECK(colourOf(1) == palette().hairline);
    CHECK(colourOf(3) == palette().hairline);
    CHECK(accessibleName(*bar) == "Too easy to guess");

    bar->set(3, true, "Strong");
    waitFor("three parts are green", [&] { return colourOf(2) == palette().good; });
    CHECK(colourOf(0) == palette().good);
    CHECK(colourOf(3) == palette().hairline);

    bar->set(9, true, "Strong");
    CHECK(bar->filled() == StrengthBar::kParts);
}

TEST_CASE("a QR code is black on white in every theme, each square of whole pixels",
          "[gui][access]") {
    const ThemeChoice theme =
        GENERATE(ThemeChoice::Light, ThemeChoice::Dark, ThemeChoice::HighContrast);
    const ThemeOfTest chosen{theme};
    const app::QrCode code = app::qrCode("otpauth://totp/Riverside:okafor?secret=JBSWY3DPEHPK3PXP");
    REQUIRE(code.size > 20);
    Stage stage;
    auto* view = new QrView{stage.panel(), "qr", "QR code"};
    view->SetMinSize({331, 307}); // no multiple of anything
    stage.add(view);
    view->set(code);
    stage.show();
    const auto first = view->squareArea(0, 0);
    CHECK(first.m_width == std::floor(first.m_width));
    CHECK(first.m_x == std::floor(first.m_x));
    waitFor("it is painted", [&] { return at(seen(*view), 0, 0) == *wxWHITE; });
    const wxImage image = seen(*view);
    int wrong = 0;
    for (int row = 0; row < code.size; ++row) {
        for (int column = 0; column < code.size; ++column) {
            const auto area = view->squareArea(column, row);
            const bool dark = code.dark.at(static_cast<std::size_t>(row * code.size + column));
            const wxColour wanted = dark ? *wxBLACK : *wxWHITE;
            // Its first and its last pixel: no grey edge.
            wrong += at(image, area.m_x, area.m_y) != wanted;
            wrong += at(image, area.m_x + area.m_width - 1, area.m_y + area.m_height - 1) != wanted;
        }
    }
    CHECK(wrong == 0);
}

TEST_CASE("a new password is judged while it is typed, also by the names around it",
          "[gui][access]") {
    Stage stage;
    auto* panel = new NewPasswordPanel{stage.panel(), "new"};
    std::string name = "Okafor";
    panel->known = [&] { return std::vector{name}; };
    stage.add(panel);
    stage.show();
    CHECK_FALSE(panel->problems().empty());
    const auto type = [](const wxString& field, const wxString& text) {
        namedAs<wxTextCtrl>(field).SetValue(text);
    };
    type("new.first", "password");
    CHECK(namedAs<StrengthBar>("new.strength").filled() == 1);
    CHECK(panel->problems().size() == 1);

    type("new.first", "lantern quietly orbits maple");
    CHECK(namedAs<StrengthBar>("new.strength").filled() == StrengthBar::kParts);
    CHECK(panel->problems() == panel->differences());
    CHECK(panel->differences().size() == 1);
    type("new.again", "lantern quietly orbits maple");
    CHECK(panel->problems().empty());
    CHECK(panel->password() == "lantern quietly orbits maple");

    type("new.first", "wilhelmina-brandenburger");
    type("new.again", "wilhelmina-brandenburger");
    CHECK(panel->problems().empty());
    name = "Wilhelmina Brandenburger";
    panel->judge();
    CHECK_FALSE(panel->problems().empty());
    panel->clear();
    CHECK(panel->password().empty());
    CHECK(namedAs<StrengthBar>("new.strength").filled() == 0);
}
