// SPDX-License-Identifier: MIT
#include "gui/ThemeMemory.h"

#include "gui/LargeControls.h"
#include "gui/Words.h"

#include <wx/app.h>
#include <wx/stdpaths.h>

#include <array>
#include <filesystem>
#include <fstream>
#include <optional>
#include <system_error>

namespace palpate::gui {

namespace {

struct Word {
    ThemeChoice choice;
    const char* word;
};
constexpr std::array kWords{Word{ThemeChoice::Desktop, "desktop"},
                            Word{ThemeChoice::Light, "light"}, Word{ThemeChoice::Dark, "dark"},
                            Word{ThemeChoice::HighContrast, "high-contrast"}};

/// Each choice is one word in a file of its own.
[[nodiscard]] std::filesystem::path fileOf(const char* choice) {
    wxStandardPaths::Get().SetFileLayout(wxStandardPaths::FileLayout_XDG);
    return std::filesystem::path{fromWx(wxStandardPaths::Get().GetUserConfigDir())} / "palpate" /
           choice;
}

void remember(const char* choice, const char* word) {
    std::error_code ignored; // the choice is taken up all the same
    std::filesystem::create_directories(fileOf(choice).parent_path(), ignored);
    std::ofstream{fileOf(choice), std::ios::trunc} << word << '\n';
}

[[nodiscard]] std::string recalled(const char* choice) {
    std::string word;
    std::ifstream{fileOf(choice)} >> word;
    return word;
}

constexpr const char* kLook = "look";
constexpr const char* kControls = "controls";
constexpr const char* kHoldSound = "hold-sound";

} // namespace

void chooseTheme(ThemeChoice choice) {
    for (const Word& each : kWords) {
        if (each.choice == choice) {
            remember(kLook, each.word);
        }
    }
    setThemeChoice(choice);
}

void recallTheme() {
    const std::string word = recalled(kLook);
    for (const Word& each : kWords) {
        if (word == each.word) {
            setThemeChoice(each.choice);
        }
    }
}

void chooseLargeControls(bool large) {
    remember(kControls, large ? "large" : "regular");
    setLargeControls(large);
}

void recallLargeControls() {
    setLargeControls(recalled(kControls) == "large");
}

void noteTouch() {
    if (hasLargeControls() || !recalled(kControls).empty()) {
        return;
    }
    // After the touch: what is under the finger must not move away from it.
    wxTheApp->CallAfter([] { chooseLargeControls(true); });
}

bool holdSounds() {
    return recalled(kHoldSound) == "on";
}

void chooseHoldSounds(bool sounds) {
    remember(kHoldSound, sounds ? "on" : "off");
}

} // namespace palpate::gui
