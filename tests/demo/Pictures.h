// SPDX-License-Identifier: MIT
#pragma once

#include "gui/ChartingPerson.h"
#include "gui/Theme.h"

#include <filesystem>
#include <string>
#include <vector>

namespace palpate::pictures {

using Me = journey::ChartingPerson;

/// The screen that a picture is taken on; the program is started once for each.
enum class Screen {
    Usual, ///< 1440 x 900
    Small, ///< 1280 x 800
    Twice, ///< 2880 x 1800, at twice the scale
};

/// Where a scene plays: an encrypted demonstration clinic, the same at the beginning of each scene,
/// and a folder beside it.
class Stage {
public:
    /// Makes the clinic, which takes some seconds. Pictures go to `out`.
    explicit Stage(std::filesystem::path out);
    Stage(const Stage&) = delete;
    Stage& operator=(const Stage&) = delete;
    ~Stage();

    /// The clinic and the folder are as new.
    void begin(const std::string& name, Screen screen);
    [[nodiscard]] std::filesystem::path clinic() const;
    [[nodiscard]] std::filesystem::path place(const std::string& name) const { return at_ / name; }
    /// Opens the program on the clinic; somebody of it signs in.
    void signIn(const std::string& user = kOwner) const;
    /// The screen once nothing moves on it any more, under the scene's name.
    void take() const;
    /// Of a file, and in pixels of another screen: a page of a PDF.
    void takePage(const std::filesystem::path& pdf) const;
    /// The map alone, the middle of it, so much of its width, under the name of a part; `join` puts
    /// the parts into the scene's picture.
    void takeMap(const std::string& part, double share = 1);
    void join(int columns, int width) const;

    static constexpr const char* kOwner = "okafor";
    static constexpr const char* kPassword = "lantern quietly orbits maple";

private:
    void shoot(const std::filesystem::path& file) const;
    void keep(const std::string& words) const;

    std::filesystem::path out_;
    std::filesystem::path at_;
    std::filesystem::path untouched_;
    std::string name_;
    Screen screen_ = Screen::Usual;
    std::vector<std::filesystem::path> parts_;
};

struct Scene {
    std::string name;
    void (*play)(Stage&); ///< takes the picture; the window may stay open
    Screen screen = Screen::Usual;
    gui::ThemeChoice colours = gui::ThemeChoice::Light;
};

[[nodiscard]] std::vector<Scene> chartScenes();
[[nodiscard]] std::vector<Scene> formScenes();
[[nodiscard]] std::vector<Scene> mapScenes();
[[nodiscard]] std::vector<Scene> recordScenes();
[[nodiscard]] std::vector<Scene> reportScenes();
[[nodiscard]] std::vector<Scene> trustScenes();

// What several scenes do.
void waitForSight(const wxString& name);
void waitForText(const wxString& block, const std::string& words);
void clickRow(const wxString& list, int row);
/// The first row whose title holds these words, once there is one.
[[nodiscard]] int rowTitled(const wxString& list, const std::string& words);
/// By the finder; the overview is there.
void openPatient(const std::string& typed, const std::string& familyName);
void openChart(); ///< of the patient who is open: the session of today, or the draft
void openAna(const Stage& stage); ///< the owner signs in, Ana Kovács' overview is there

} // namespace palpate::pictures
