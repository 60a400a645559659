// SPDX-License-Identifier: MIT
// What a screen reader hears of the whole program over at-spi, as another program. Needs an
// accessibility bus (with-at-spi.sh); hidden from the other runs, which have none.
#include "app/SessionPresenter.h"
#include "gui/ChartMap.h"
#include "gui/ChartingPerson.h"
#include "gui/JourneyApp.h"
#include "gui/JourneyClinic.h"
#include "support/TempFolder.h"

#include <catch2/catch_test_macros.hpp>
#include <catch2/matchers/catch_matchers_string.hpp>

#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cstdlib>
#include <fstream>
#include <sstream>
#include <string>

namespace {

using namespace palpate;
using Catch::Matchers::ContainsSubstring;
using journey::JourneyClinic;
using journey::theApp;
using Me = journey::ChartingPerson;

/// A listening screen reader on the person's side, ended with the object.
class ScreenReader {
public:
    ScreenReader() : file_{(folder_.path() / "heard.txt").string()} {
        child_ = fork();
        if (child_ == 0) {
            execl("/usr/bin/python3", "python3", PALPATE_SOURCE_DIR "/tests/gui/listen.py",
                  file_.c_str(), "image map", static_cast<char*>(nullptr));
            _exit(127);
        }
        waitFor("ready");
    }
    ~ScreenReader() {
        kill(child_, SIGTERM);
        waitpid(child_, nullptr, 0);
    }
    ScreenReader(const ScreenReader&) = delete;
    ScreenReader& operator=(const ScreenReader&) = delete;

    [[nodiscard]] std::string all() const {
        std::ostringstream text;
        text << std::ifstream{file_}.rdbuf();
        return text.str();
    }
    void waitFor(const std::string& line) const {
        Me::waitFor("the screen reader hears: " + line,
                    [&] { return all().find(line) != std::string::npos; });
    }

private:
    test::TempFolder folder_;
    std::string file_;
    pid_t child_ = -1;
};

} // namespace

TEST_CASE("a screen reader hears the muscle and the point that are chosen by keys", "[.][at-spi]") {
    REQUIRE(std::getenv("PALPATE_AT_SPI") != nullptr);
    JourneyClinic clinic;
    clinic.openChart();
    const ScreenReader reader;
    CHECK_THAT(reader.all(), ContainsSubstring("here image map|Body map|"));
    for (int back = 0; back < 3; ++back) { // over consent and times
        Me::press("shift+Tab");
    }
    reader.waitFor("focus Body map");
    Me::press("slash");
    Me::waitFor("the line is open", [] { return Me::find("chart.quick") != nullptr; });
    reader.waitFor("focus Place and rate a point by its name");
    Me::type("r ql 6 a");
    Me::press("Return");
    reader.waitFor("name point 1, right quadratus lumborum, active, tenderness 6");
    Me::press("Down");
    Me::waitFor("another muscle is looked at", [] { return Me::shown().map.focused.has_value(); });
    const std::string muscle = Me::see([] { return Me::shown().map.announced; });
    CHECK_THAT(muscle, ContainsSubstring("right") || ContainsSubstring("left"));
    CHECK_THAT(muscle, ContainsSubstring("layer 4"));
    reader.waitFor("name " + muscle);
    INFO(reader.all());
    theApp().close();
}
