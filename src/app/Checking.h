// SPDX-License-Identifier: MIT
#pragma once

#include "app/Verification.h"

#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace palpate::app {

class Clinic;

struct CheckView {
    std::vector<CheckLine> checks; ///< of the last one that went to its end; empty: none yet
    std::string
        verdict; ///< "Checked today, 10:45: all is sound"; "Not checked since you signed in"
    bool isSound = true;
    bool isRunning = false;
    double share = 0;                   ///< 0 to 1
    std::optional<std::string> problem; ///< why it could not be carried out
};

/// Checks the clinic's whole record beside the window. The clinic must outlive it, and it must be
/// gone before the person signs out; what runs then is given up. `onChange` is called whenever the
/// view has changed, on the thread that calls the rest.
class Checking {
public:
    /// `wake` is called on any thread when `deliver` has something to do. Throws AccessDenied
    /// unless the person may check the record.
    Checking(Clinic& clinic, std::function<void()> wake);
    ~Checking();
    Checking(const Checking&) = delete;
    Checking& operator=(const Checking&) = delete;

    std::function<void()> onChange;
    [[nodiscard]] const CheckView& view() const noexcept;
    void begin(); ///< nothing while one is running
    void stop();  ///< what was found before stays
    void deliver();
    /// Returns when nothing is running any more and the view is up to date. For tests.
    void finish();
    /// What was found as a text file, recorded in the trail first. Throws ReportError or
    /// StorageError; there is no file then.
    void save(const std::filesystem::path& file) const;

private:
    struct Inside;
    std::unique_ptr<Inside> inside_;
};

/// What to do about a fault that the check of that name found; one or two sentences.
[[nodiscard]] std::string whatToDo(const std::string& check);

} // namespace palpate::app
