// SPDX-License-Identifier: MIT
// palpate_pictures OUT_DIR [NAME...]: takes the pictures of the documentation, all or those named,
// by real clicks in demonstration clinics, as far as they belong to a screen of the size it runs
// on. pictures.sh runs it on each.
#include "demo/Pictures.h"

#include "gui/JourneyApp.h"
#include "gui/ThemeMemory.h"

#include <wx/app.h>
#include <wx/gdicmn.h>

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <optional>

namespace {

using namespace palpate;
using journey::JourneyApp;
using journey::theApp;
using pictures::Scene;
using pictures::Screen;

[[nodiscard]] std::vector<Scene> allScenes() {
    std::vector<Scene> all;
    for (const auto& some :
         {pictures::chartScenes(), pictures::recordScenes(), pictures::reportScenes(),
          pictures::formScenes(), pictures::trustScenes(), pictures::mapScenes()}) {
        all.insert(all.end(), some.begin(), some.end());
    }
    return all;
}

[[nodiscard]] std::optional<Screen> screenHere() {
    const wxSize pixels = wxGetDisplaySize();
    const char* const scale = std::getenv("GDK_SCALE");
    if (scale && std::string{scale} == "2") {
        return Screen::Twice;
    }
    return pixels == wxSize{1440, 900}   ? std::optional{Screen::Usual}
           : pixels == wxSize{1280, 800} ? std::optional{Screen::Small}
                                         : std::nullopt;
}

/// Those named, or all; Stuck when a name is of none.
[[nodiscard]] std::vector<Scene> chosen(const std::vector<std::string>& names) {
    const auto all = allScenes();
    for (const auto& name : names) {
        if (std::ranges::none_of(all, [&](const Scene& scene) { return scene.name == name; })) {
            throw journey::Stuck{"no scene is called " + name};
        }
    }
    std::vector<Scene> out;
    std::ranges::copy_if(all, std::back_inserter(out), [&](const Scene& scene) {
        return names.empty() || std::ranges::find(names, scene.name) != names.end();
    });
    return out;
}

/// Whether its picture was taken.
[[nodiscard]] bool play(pictures::Stage& stage, const Scene& scene) {
    const auto start = std::chrono::steady_clock::now();
    bool taken = false;
    std::string why;
    try {
        stage.begin(scene.name, scene.screen);
        pictures::Me::see([&] { gui::chooseTheme(scene.colours); });
        scene.play(stage);
        taken = true;
    } catch (const std::exception& error) {
        why = std::string{": "} + error.what();
    }
    if (pictures::Me::see([] { return !wxTopLevelWindows.empty(); })) {
        theApp().close();
    }
    const std::chrono::duration<double> took = std::chrono::steady_clock::now() - start;
    std::printf("%-22s %5.1f s%s\n", scene.name.c_str(), took.count(), why.c_str());
    std::fflush(stdout);
    return taken;
}

[[nodiscard]] int playAll(const std::filesystem::path& out, const std::vector<std::string>& names) {
    auto scenes = chosen(names);
    const auto here = pictures::Me::see([] { return screenHere(); });
    std::erase_if(scenes, [&](const Scene& scene) { return scene.screen != here; });
    if (scenes.empty()) {
        return 0;
    }
    pictures::Stage stage{out};
    int missing = 0;
    for (const Scene& scene : scenes) {
        missing += play(stage, scene) ? 0 : 1;
    }
    return missing == 0 ? 0 : 1;
}

} // namespace

int main(int count, char** words) {
    if (count < 2) {
        std::fputs("usage: palpate_pictures OUT_DIR [NAME...]\n", stderr);
        return 2;
    }
    const std::filesystem::path out{words[1]};
    const std::vector<std::string> names{words + 2, words + count};
    auto* const app = new JourneyApp{[out, names] { // wx takes it
        try {
            return playAll(out, names);
        } catch (const std::exception& error) {
            std::fprintf(stderr, "palpate_pictures: %s\n", error.what());
            return 1;
        }
    }};
    wxApp::SetInstance(app);
    int one = 1;
    wxEntry(one, words);
    return journey::Life::status();
}
