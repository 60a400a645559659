// SPDX-License-Identifier: MIT
#pragma once

#include "domain/Clock.h"
#include "storage/Keys.h"

#include <filesystem>

namespace palpate::fuzz {

/// A folder that goes when the program ends.
class ScratchFolder {
public:
    ScratchFolder();
    ScratchFolder(const ScratchFolder&) = delete;
    ScratchFolder& operator=(const ScratchFolder&) = delete;
    ~ScratchFolder();
    [[nodiscard]] const std::filesystem::path& path() const noexcept { return path_; }

private:
    std::filesystem::path path_;
};

/// The newest clinic of tests/data/databases, brought to this program's tables, to be spoilt anew
/// with every input.
class SeedClinic {
public:
    SeedClinic();
    /// Puts the sound files back.
    void restore();
    [[nodiscard]] std::filesystem::path folder() const { return scratch_.path() / "c.palpate"; }
    [[nodiscard]] std::filesystem::path database() const { return folder() / "clinic.db"; }
    [[nodiscard]] const Clock& clock() const noexcept { return clock_; }
    [[nodiscard]] static storage::Credentials credentials() noexcept {
        return {"okafor", "correct horse battery staple"};
    }

private:
    [[nodiscard]] std::filesystem::path sound() const { return scratch_.path() / "sound"; }

    ScratchFolder scratch_;
    SystemClock clock_;
};

/// Opens the clinic, reads everything in it and lets it be checked. Whatever is wrong with it is
/// told in sentences; anything else ends the program.
void readEverything(const SeedClinic& clinic);

} // namespace palpate::fuzz
