// SPDX-License-Identifier: MIT
#pragma once

#include "domain/Clock.h"

#include <chrono>
#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

namespace palpate::storage {

/// Wrong passwords of one user name of the clinic.
struct FailedSignIn {
    std::string userName; ///< as in keys.json; empty: a name that the clinic does not know
    std::int64_t inARow = 0;
    Instant last;
    std::int64_t untold = 0; ///< since the trail was told of them
    Instant firstUntold;
    friend bool operator==(const FailedSignIn&, const FailedSignIn&) = default;
};

/// Wrong passwords, kept beside the encrypted file because nothing can be written into it without a
/// key: `failed-sign-ins.json` in the clinic's folder, without what was typed. Slows down guessing
/// through the program; who has the files can guess without it. A file that is missing or
/// malformed counts as empty. Several programs may use it at once.
class FailedSignIns {
public:
    explicit FailedSignIns(std::filesystem::path folder);

    /// How long this name has to wait: nothing after 3 wrong passwords in a row, then 2, 4, 8 ...
    /// seconds up to 5 minutes after the last. A clock that was set back never lengthens it beyond
    /// that.
    [[nodiscard]] std::chrono::seconds wait(std::string_view userName, Instant now) const;
    /// `userName` empty: one that the clinic does not know.
    void add(std::string_view userName, Instant now);
    /// What the trail has to be told; forgotten by `told`.
    [[nodiscard]] std::vector<FailedSignIn> untold() const;
    /// The trail has these now. `signedIn` has signed in: the count in a row begins anew.
    void told(const std::vector<FailedSignIn>& what, std::string_view signedIn);

private:
    std::filesystem::path file_;
};

} // namespace palpate::storage
