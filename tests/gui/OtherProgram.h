// SPDX-License-Identifier: MIT
#pragma once

#include <wx/gdicmn.h>

#include <sys/types.h>

#include <filesystem>
#include <string>
#include <vector>

namespace palpate::journey {

/// The program `palpate` itself in a process of its own on the same screen: for what only a second
/// program shows, and to be killed. Driven by keys and by clicks at places of the screen; each
/// returns when the X server has it. Killed with this.
class OtherProgram {
public:
    /// Starts `palpate WORDS` and waits until its window is there and has the keyboard.
    explicit OtherProgram(const std::vector<std::string>& words);
    ~OtherProgram();
    OtherProgram(const OtherProgram&) = delete;
    OtherProgram& operator=(const OtherProgram&) = delete;

    /// Types the password of a clinic whose user is remembered, and waits for the workplace.
    void signIn(const std::string& password, const std::string& clinicName) const;
    void comeToFront() const;
    /// Until it has had nothing to do for a third of a second: all it was told is on its screen.
    void waitForRest() const;
    void press(const std::string& keys) const; ///< as xdotool names them
    void click(wxPoint onScreen) const;
    /// kill -9; from any thread.
    void kill() noexcept;
    void waitForEnd() noexcept;
    [[nodiscard]] pid_t process() const noexcept { return process_; }

private:
    pid_t process_ = -1;
    std::string window_; ///< as X numbers it
};

/// Brings this process's window, of that title, to the front.
void bringToFront(const std::string& title);

} // namespace palpate::journey
