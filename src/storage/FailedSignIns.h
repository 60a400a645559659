// SPDX-License-Identifier: MIT
#pragma once

#include "domain/Clock.h"
#include "storage/KeyFile.h"

#include <chrono>
#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

namespace palpate::storage {

/// Counted like a user name: recovery keys that are not this clinic's. No user name begins with a
/// tab.
inline constexpr std::string_view kByRecoveryKey = "\trecovery key";

/// Wrong passwords of one user name of the clinic.
struct FailedSignIn {
    std::string userName; ///< as in keys.json; empty: a name that the clinic does not know; or
                          ///< kByRecoveryKey
    std::int64_t inARow = 0;
    Instant last;
    std::int64_t untold = 0; ///< since the trail was told of them
    Instant firstUntold;
    friend bool operator==(const FailedSignIn&, const FailedSignIn&) = default;
};

/// Wrong passwords, kept beside the encrypted file because nothing can be written into it without a
/// key: `failed-sign-ins.json` in the clinic's folder, without what was typed. Slows down guessing
/// through the program; who has the files can guess without it. A file that is missing or
/// malformed counts as empty. Several programs may use it at once. Its figures are our own choice.
class FailedSignIns {
public:
    explicit FailedSignIns(std::filesystem::path folder);

    /// How long this name has to wait: not at all after up to 3 wrong passwords in a row, then 2,
    /// 4, 8 ... seconds up to 5 minutes after the last. A clock that was set back by more than that
    /// ends it: nobody is kept out until the clock has caught up.
    [[nodiscard]] std::chrono::seconds wait(std::string_view userName, Instant now) const;
    /// Whether the trail knows of it already.
    enum class Told { No, Yes };
    /// `userName` empty: one that the clinic does not know. Throws StorageError.
    void add(std::string_view userName, Instant now, Told told = Told::No);
    /// What the trail has to be told; forgotten by `told`.
    [[nodiscard]] std::vector<FailedSignIn> untold() const;
    /// The trail has these now. `signedIn` has signed in: the count in a row begins anew, also of
    /// names that the clinic does not know. Throws StorageError.
    void told(const std::vector<FailedSignIn>& what, std::string_view signedIn);

private:
    std::filesystem::path file_;
};

/// What the password opens. A wrong one is counted; a right one leaves the count as it is until
/// whoever asked is in. Throws WaitNeeded before anything is derived, AccessDenied.
[[nodiscard]] OpenedKeys openCounted(const std::filesystem::path& folder, const KeyFile& keys,
                                     const Credentials& credentials, const Clock& clock);
/// The same of a recovery key that was typed without a slip; one with a slip is no guess and is not
/// counted.
[[nodiscard]] OpenedKeys openCounted(const std::filesystem::path& folder, const KeyFile& keys,
                                     const RecoveryKey& key, const Clock& clock);
/// Somebody is in, and the trail has `told` of these: `FailedSignIns::told`, but what can't be
/// written is left.
void beginCountAnew(const std::filesystem::path& folder, std::string_view userName,
                    const std::vector<FailedSignIn>& told = {});
/// `FailedSignIns::add`, but whoever typed it is told that it is wrong and not of a full disk: what
/// can't be written is not counted.
void countWrong(const std::filesystem::path& folder, std::string_view userName, Instant now,
                FailedSignIns::Told told = FailedSignIns::Told::No);

} // namespace palpate::storage
