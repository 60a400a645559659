// SPDX-License-Identifier: MIT
#include "gui/ThemeMemory.h"

#include "gui/Words.h"

#include <wx/stdpaths.h>

#include <array>
#include <filesystem>
#include <fstream>
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

[[nodiscard]] std::filesystem::path file() {
    wxStandardPaths::Get().SetFileLayout(wxStandardPaths::FileLayout_XDG);
    return std::filesystem::path{fromWx(wxStandardPaths::Get().GetUserConfigDir())} / "palpate" /
           "look";
}

} // namespace

void chooseTheme(ThemeChoice choice) {
    for (const Word& each : kWords) {
        if (each.choice == choice) {
            std::error_code ignored; // the look is taken up all the same
            std::filesystem::create_directories(file().parent_path(), ignored);
            std::ofstream{file(), std::ios::trunc} << each.word << '\n';
        }
    }
    setThemeChoice(choice);
}

void recallTheme() {
    std::string word;
    std::ifstream{file()} >> word;
    for (const Word& each : kWords) {
        if (word == each.word) {
            setThemeChoice(each.choice);
        }
    }
}

} // namespace palpate::gui
