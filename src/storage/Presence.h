// SPDX-License-Identifier: MIT
#pragma once

#include "domain/Clock.h"
#include "domain/Id.h"

#include <filesystem>
#include <optional>

namespace palpate::storage {

/// Tells the open programs of one clinic from those that have died: each keeps an empty file
/// in-use/UUID of the clinic's folder locked, and the operating system drops the lock with the
/// program, however it ends. The name is chance and tells nothing.
class Presence {
public:
    explicit Presence(const std::filesystem::path& clinicFolder)
        : folder_{clinicFolder / "in-use"} {}
    Presence(const Presence&) = delete;
    Presence& operator=(const Presence&) = delete;
    ~Presence() { end(); }

    /// The name under which this one is known; the file is made at the first call, and files of the
    /// dead are removed then. Throws StorageError.
    [[nodiscard]] const Uuid& self(const Clock& clock);
    /// Empty before the first `self` and after `end`.
    [[nodiscard]] const std::optional<Uuid>& known() const noexcept { return self_; }
    [[nodiscard]] bool isAlive(const Uuid& other) const;
    /// Lets go of the lock and removes the file.
    void end() noexcept;

private:
    std::filesystem::path folder_;
    std::optional<Uuid> self_;
    int lock_ = -1;
};

} // namespace palpate::storage
