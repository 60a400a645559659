// SPDX-License-Identifier: MIT
#include "gui/OtherProgram.h"

#include "gui/Person.h"

#include <fcntl.h>
#include <signal.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <sstream>
#include <thread>

namespace palpate::journey {

namespace {

using Clock = std::chrono::steady_clock;
constexpr std::chrono::seconds kPatience{20};
/// A busy machine is not the program's fault: it goes before others where that is allowed.
constexpr int kBeforeOthers = -15;

void xdotool(const std::string& words) {
    if (std::system(("xdotool " + words).c_str()) != 0) {
        throw Stuck{"xdotool " + words + " failed"};
    }
}

/// The first line that the command says; empty when it says none.
[[nodiscard]] std::string answerOf(const std::string& command) {
    std::string line;
    std::FILE* const pipe = popen((command + " 2>/dev/null").c_str(), "r");
    if (!pipe) {
        throw Stuck{command + " can't be run"};
    }
    bool first = true;
    for (int c = std::fgetc(pipe); c != EOF; c = std::fgetc(pipe)) {
        first = first && c != '\n';
        if (first) {
            line += static_cast<char>(c);
        }
    }
    pclose(pipe);
    return line;
}

/// The window of the process whose title holds the words, once there is one.
[[nodiscard]] std::string windowOf(pid_t process, const std::string& title) {
    // xdotool can't search for words in a title that is not all ASCII, but tells it.
    const std::string search =
        "for each in $(xdotool search --all --onlyvisible --pid " + std::to_string(process) +
        "); do echo $each $(xdotool getwindowname $each); done | grep -F '" + title + "'";
    for (const auto start = Clock::now(); Clock::now() - start < kPatience;) {
        if (const std::string found = answerOf(search); !found.empty()) {
            return found.substr(0, found.find(' '));
        }
        std::this_thread::sleep_for(std::chrono::milliseconds{40});
    }
    throw Stuck{"no window of " + std::to_string(process) + " is called " + title};
}

/// Ticks of the clock that the process has used.
[[nodiscard]] long ticksOf(pid_t process) {
    std::ifstream file{"/proc/" + std::to_string(process) + "/stat"};
    std::string line;
    std::getline(file, line);
    std::istringstream fields{line.substr(std::min(line.size(), line.rfind(')') + 1))};
    std::string skipped;
    for (int i = 0; i < 11; ++i) { // state to cmajflt
        fields >> skipped;
    }
    long user = 0;
    long system = 0;
    fields >> user >> system;
    return user + system;
}

} // namespace

OtherProgram::OtherProgram(const std::vector<std::string>& words) {
    std::vector<std::string> all{PALPATE_PROGRAM};
    all.insert(all.end(), words.begin(), words.end());
    std::vector<char*> arguments;
    for (std::string& word : all) {
        arguments.push_back(word.data());
    }
    arguments.push_back(nullptr);
    process_ = fork();
    if (process_ == 0) { // only what is safe between fork and exec
        setpriority(PRIO_PROCESS, 0, kBeforeOthers);
        execv(arguments[0], arguments.data());
        _exit(127);
    }
    window_ = windowOf(process_, "Palpate");
    comeToFront();
}

OtherProgram::~OtherProgram() {
    kill();
    waitForEnd();
}

void OtherProgram::signIn(const std::string& password, const std::string& clinicName) const {
    xdotool("type --delay 8 -- '" + password + "'");
    press("Return");
    (void)windowOf(process_, clinicName);
    waitForRest();
}

void OtherProgram::comeToFront() const {
    xdotool("windowactivate --sync " + window_);
}

void OtherProgram::waitForRest() const {
    using namespace std::chrono_literals;
    constexpr long kCaret = 1; // blinks
    long before = ticksOf(process_);
    for (int looks = 0; looks < 60; ++looks) {
        std::this_thread::sleep_for(333ms);
        const long now = ticksOf(process_);
        if (now - before <= kCaret) {
            return;
        }
        before = now;
    }
    throw Stuck{"the other program never rests"};
}

void OtherProgram::press(const std::string& keys) const {
    xdotool("key " + keys);
}

void OtherProgram::click(wxPoint onScreen) const {
    xdotool("mousemove " + std::to_string(onScreen.x - 2) + " " + std::to_string(onScreen.y - 1) +
            " mousemove " + std::to_string(onScreen.x) + " " + std::to_string(onScreen.y) +
            " click 1");
}

void OtherProgram::kill() noexcept {
    if (process_ > 0) {
        ::kill(process_, SIGKILL);
    }
}

void OtherProgram::waitForEnd() noexcept {
    if (process_ > 0) {
        waitpid(process_, nullptr, 0);
        process_ = -1;
    }
}

void bringToFront(const std::string& title) {
    xdotool("windowactivate --sync " + windowOf(getpid(), title));
}

} // namespace palpate::journey
