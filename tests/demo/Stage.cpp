// SPDX-License-Identifier: MIT
#include "app/Backups.h"
#include "app/Clinic.h"
#include "app/Demo.h"
#include "demo/Pictures.h"
#include "gui/FoundList.h"
#include "gui/JourneyApp.h"
#include "gui/MainFrame.h"
#include "gui/MapCanvas.h"
#include "gui/RowList.h"
#include "gui/TextBlock.h"
#include "gui/Words.h"
#include "storage/Store.h"

#include <wx/textctrl.h>

#include <cstdlib>
#include <fstream>
#include <iterator>
#include <thread>

namespace palpate::pictures {

namespace {

using journey::theApp;

constexpr int kPatients = 40;
constexpr std::chrono::milliseconds kRest{250}; ///< in which nothing on a screen at rest changes
constexpr int kMostLooks = 20;                  ///< a timer that runs never lets the screen rest
constexpr int kFocusRing = 3;                   ///< pixels, round the map
constexpr int kPageDotsPerInch = 80;
constexpr const char* kBackups = "backup-disk";

void run(const std::string& words) {
    if (std::system(words.c_str()) != 0) {
        throw journey::Stuck{words + " failed"};
    }
}

[[nodiscard]] std::string bytesOf(const std::filesystem::path& file) {
    std::ifstream in{file, std::ios::binary};
    return {std::istreambuf_iterator<char>{in}, {}};
}

[[nodiscard]] bool mapsSettle(const wxWindow& window) {
    for (const wxWindow* const child : window.GetChildren()) {
        const auto* const map = dynamic_cast<const gui::MapCanvas*>(child);
        if (child->IsShown() && ((map && map->isSettling()) || mapsSettle(*child))) {
            return true;
        }
    }
    return false;
}

void copyAnew(const std::filesystem::path& from, const std::filesystem::path& to) {
    std::filesystem::remove_all(to);
    std::filesystem::copy(from, to, std::filesystem::copy_options::recursive);
}

/// Two who are there beside the three who treat.
void addColleagues(app::Clinic& clinic) {
    const auto add = [&](const char* userName, const char* displayName, Role role) {
        clinic.store().practitioners().add({.id = PractitionerId::create(clinic.ids()),
                                            .userName = userName,
                                            .displayName = displayName,
                                            .profession = Profession::Other,
                                            .role = role,
                                            .registration = {}},
                                           Stage::kPassword, storage::KdfCost::forTests());
    };
    add("novak", "P. Novak", Role::FrontDesk);
    add("marsh", "E. Marsh", Role::Auditor);
}

void makeClinic(const std::filesystem::path& folder, const std::filesystem::path& backups) {
    const SystemClock clock;
    IdMaker ids{clock};
    app::DemoRequest request;
    request.patients = kPatients;
    request.lastDay = app::newestDemoDay(clock.now());
    request.userName = Stage::kOwner;
    request.password = Stage::kPassword;
    request.strength = app::KeyStrength::FastForThrowAway;
    (void)app::makeDemoClinic(folder, request, theApp().knowledge());
    app::Clinic clinic{folder, Stage::kOwner, Stage::kPassword, theApp().knowledge(), clock, ids};
    addColleagues(clinic);
    {
        app::Backups kept{clinic, [] {}};
        std::filesystem::create_directory(backups);
        kept.addFolder(backups.string());
        kept.backUpNow();
        kept.finish();
    }
    clinic.signOut();
}

} // namespace

Stage::Stage(std::filesystem::path out)
    : out_{std::move(out)}, at_{std::filesystem::temp_directory_path() / "palpate-pictures"},
      untouched_{std::filesystem::temp_directory_path() / "palpate-pictures-untouched"} {
    std::filesystem::remove_all(at_);
    std::filesystem::create_directory(at_);
    theApp().open({}); // what the program knows of the body is read with its window
    theApp().close();
    Me::see([this] { makeClinic(clinic(), place(kBackups)); });
    copyAnew(at_, untouched_);
}

Stage::~Stage() {
    std::error_code ignored; // in the temporary folder, and without a name of anybody
    std::filesystem::remove_all(at_, ignored);
    std::filesystem::remove_all(untouched_, ignored);
}

void Stage::begin(const std::string& name, Screen screen) {
    name_ = name;
    screen_ = screen;
    parts_.clear();
    copyAnew(untouched_, at_);
    Me::see([] {
        theApp().nextFile.reset();
        theApp().agrees = true;
    });
}

std::filesystem::path Stage::clinic() const {
    return at_ / "Riverside.palpate";
}

void Stage::signIn(const std::string& user) const {
    theApp().open({clinic().string()});
    Me::refill("signIn.user", user);
    Me::fill("signIn.password", kPassword);
    Me::press("Return");
    waitForSight("workplace");
}

void Stage::shoot(const std::filesystem::path& file) const {
    Me::waitFor("the maps are painted sharply", [] {
        for (const wxWindow* const window : wxTopLevelWindows) {
            if (window->IsShown() && mapsSettle(*window)) {
                return false;
            }
        }
        return true;
    });
    std::string before;
    for (int looks = 0; looks < kMostLooks; ++looks) {
        run("import -silent -window root 'ppm:" + file.string() + "'");
        std::string now = bytesOf(file);
        if (now == before) {
            return;
        }
        before = std::move(now);
        std::this_thread::sleep_for(kRest); // whether it rests is seen by comparing
    }
}

void Stage::keep(const std::string& words) const {
    run("convert " + words + " +dither -colors 240 -strip -define png:exclude-chunks=date,time" +
        " 'PNG8:" + (out_ / (name_ + ".png")).string() + "'");
}

void Stage::take() const {
    Me::see([] {});               // what was pressed is let go before the pointer leaves it
    run("xdotool mousemove 0 0"); // nothing is under the pointer
    const auto file = place("screen.ppm");
    shoot(file);
    keep("'" + file.string() + "'" + (screen_ == Screen::Twice ? " -resize 1800x" : ""));
}

void Stage::takePage(const std::filesystem::path& pdf) const {
    const auto page = place("page");
    run("pdftoppm -r " + std::to_string(kPageDotsPerInch) + " -f 1 -l 1 -singlefile '" +
        pdf.string() + "' '" + page.string() + "'");
    keep("'" + page.string() + ".ppm'");
}

void Stage::takeMap(const std::string& part, double share) {
    run("xdotool mousemove 0 0");
    const auto file = place("screen.ppm");
    shoot(file);
    wxRect map = Me::see([] { return Me::the<wxWindow>("chart.map").GetScreenRect(); });
    map.Deflate(kFocusRing);
    const int beside = wxRound(map.width * (1 - share) / 2);
    map.Deflate(beside, 0);
    const auto cut = place(part + ".ppm");
    run("convert '" + file.string() + "' -crop " + std::to_string(map.width) + "x" +
        std::to_string(map.height) + "+" + std::to_string(map.x) + "+" + std::to_string(map.y) +
        " +repage '" + cut.string() + "'");
    parts_.push_back(cut);
}

void Stage::join(int columns, int width) const {
    std::string words;
    for (const auto& part : parts_) {
        words += " '" + part.string() + "'";
    }
    const auto sheet = place("sheet.ppm");
    run("montage" + words + " -tile " + std::to_string(columns) + "x -geometry " +
        std::to_string(width) + "x+4+4 -background white '" + sheet.string() + "'");
    keep("'" + sheet.string() + "'");
}

void waitForSight(const wxString& name) {
    Me::waitFor(name.utf8_string() + " is in sight", [&] { return Me::find(name) != nullptr; });
}

void waitForText(const wxString& block, const std::string& words) {
    Me::waitFor(block.utf8_string() + " says " + words, [&] {
        const auto* const text = dynamic_cast<gui::TextBlock*>(Me::find(block));
        return text && gui::fromWx(text->text()).find(words) != std::string::npos;
    });
}

void clickRow(const wxString& list, int row) {
    Me::click(list,
              [row](wxWindow& window) { return dynamic_cast<gui::RowList&>(window).rowArea(row); });
}

int rowTitled(const wxString& list, const std::string& words) {
    int found = -1;
    Me::waitFor(list.utf8_string() + " has a row " + words, [&] {
        const auto* const rows = dynamic_cast<gui::RowList*>(Me::find(list));
        for (int row = 0; rows && row < rows->count(); ++row) {
            if (gui::fromWx(rows->row(row).title).find(words) != std::string::npos) {
                found = row;
                return true;
            }
        }
        return false;
    });
    return found;
}

void openPatient(const std::string& typed, const std::string& familyName) {
    Me::press("ctrl+k");
    Me::type(typed);
    Me::waitFor(familyName + " is found", [&] {
        const auto* const list = dynamic_cast<gui::FoundList*>(Me::find("finder.list"));
        return list && list->current() == 0 &&
               gui::fromWx(list->rows()[0].title).find(familyName) != std::string::npos;
    });
    Me::press("Return");
    waitForSight("overview.start");
}

void openChart() {
    Me::waitFor("the keys are the window's", [] { return theApp().frame()->IsActive(); });
    Me::press("F2");
    waitForSight("chart.map");
}

void openAna(const Stage& stage) {
    stage.signIn();
    openPatient("kov", "Kovács");
}

} // namespace palpate::pictures
