// SPDX-License-Identifier: MIT
#pragma once

#include "app/SearchPresenter.h"

#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace palpate::app {

/// findAnything() beside the window: each new text drops the search of the one before. The clinic
/// must outlive it, and it must be gone before the person signs out. All calls come from one
/// thread. For whoever reads no records it finds the patients of the list, if they may see it, and
/// what the program can do.
class AnythingFinder {
public:
    /// `wake` is called when `deliver` has something to do, by custom on another thread.
    AnythingFinder(Clinic& clinic, std::function<void()> wake);
    ~AnythingFinder();
    AnythingFinder(const AnythingFinder&) = delete;
    AnythingFinder& operator=(const AnythingFinder&) = delete;

    void ask(std::string_view text, const std::vector<FinderSetting>& settings,
             const std::optional<PatientId>& patient = {}, int limit = 20);
    /// Nothing is looked for any more; what was found stays.
    void drop();
    /// Takes what was found for the last text; whether there was anything new.
    bool deliver();
    /// The same of the last text, once it has been looked for.
    bool finish();

    [[nodiscard]] const std::vector<FoundThing>& things() const noexcept;
    [[nodiscard]] const std::string& foundFor() const noexcept; ///< the text that things() are of
    /// One sentence when it could not be searched; things() is empty then.
    [[nodiscard]] const std::optional<std::string>& problem() const noexcept;

private:
    struct Inside;
    std::unique_ptr<Inside> inside_;
};

} // namespace palpate::app
