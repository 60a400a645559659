// SPDX-License-Identifier: MIT
// What the program does for the search index while nobody touches it, and while a clinic opens.
#include "gui/ChartingPerson.h"
#include "gui/JourneyApp.h"
#include "gui/JourneyClinic.h"
#include "gui/TextBlock.h"
#include "gui/Words.h"
#include "storage/Engine.h"
#include "storage/IndexPacking.h"

#include <catch2/catch_test_macros.hpp>

#include <atomic>
#include <chrono>
#include <string>
#include <thread>

namespace {

using namespace palpate;
using journey::JourneyClinic;
using journey::theApp;
using Me = journey::ChartingPerson;

/// The clinic's search index, looked at by another program.
class Index {
public:
    explicit Index(const JourneyClinic& clinic)
        : engine_{clinic.folder(),
                  storage::Credentials{clinic.userName(), clinic.password()},
                  clock_,
                  {}} {}
    ~Index() { engine_.signOut(); }
    Index(const Index&) = delete;
    Index& operator=(const Index&) = delete;

    /// As of fifty thousand sessions, in two parts: of words as long as a small page.
    void swell() {
        auto& file = engine_.connection();
        storage::setIndexOption(file, "session_fts", "pgsz", 32);
        constexpr int kRows = 240;
        constexpr std::int64_t kBehindAll = 1'000'000'000; // other rows
        for (int row = 1; row <= kRows; ++row) {
            if (row % (kRows / 2) == 1) {
                file.begin(true);
            }
            std::string text;
            for (int word = 0; word < 1000; ++word) {
                text += "somewhatlongthanusual" + std::to_string(row * 1000 + word) + " ";
            }
            file.use("INSERT INTO session_fts (rowid, text) VALUES (?1, ?2)")
                .with(kBehindAll + row, text)
                .run();
            if (row % (kRows / 2) == 0) {
                file.commit();
            }
        }
    }
    /// As if an older program had written it.
    void age() { engine_.connection().run("UPDATE search_state SET version = 1"); }
    [[nodiscard]] storage::IndexShape shape() {
        return storage::shapeOf(engine_.connection(), "session_fts").value();
    }

private:
    SystemClock clock_;
    storage::Engine engine_;
};

TEST_CASE("a clinic of an older program opens, and its index is made anew", "[journey]") {
    JourneyClinic clinic;
    clinic.addWeekly(3, {});
    Index{clinic}.age();
    clinic.openPatient();
    CHECK(Me::see([] {
        const auto* const told =
            dynamic_cast<gui::TextBlock*>(wxWindow::FindWindowByName("signIn.told"));
        return told && gui::fromWx(told->text()).find("100 % so far") != std::string::npos;
    }));
    theApp().close();
    CHECK(clinic.isSound());
}

TEST_CASE("a large search index is packed while nobody touches the window", "[journey]") {
    JourneyClinic clinic;
    std::atomic<std::chrono::milliseconds> now{std::chrono::hours{1}};
    theApp().awake = [&now] { return now.load(); };
    clinic.openPatient();
    {
        Index index{clinic};
        index.swell();
        const auto before = index.shape();
        REQUIRE(before.pages > storage::WholePacking{}.fromPages);
        REQUIRE(before.largest < before.pages * 3 / 4);
        Me::press("F1"); // not while somebody works
        Me::waitFor("a dialog opens", [] { return Me::find("keys.accept") != nullptr; });
        std::this_thread::sleep_for(std::chrono::seconds{5});
        CHECK(index.shape() == before);
        now = now.load() + std::chrono::minutes{2};
        Me::waitFor("packing has begun", [&] { return index.shape().isBeingPacked; });
    }
    Me::press("Escape");
    theApp().awake = gui::timeSinceBoot;
    theApp().close();
}

} // namespace
