// SPDX-License-Identifier: MIT
#pragma once

#include "domain/Message.h"

#include <filesystem>
#include <optional>
#include <string>

namespace palpate {
class Clock;
}

namespace palpate::app {

class Clinic;
class Knowledge;

// Ways in beside name and password: the recovery key, and what is left of one's second factor.

/// Whether the key was typed without a slip; whether it is this clinic's only opening tells. Empty:
/// without one.
[[nodiscard]] std::optional<Message> recoveryKeyProblem(const std::string& typed);
/// Whether what was typed is the last group of the key, as somebody types it who has it on paper.
[[nodiscard]] bool isLastGroup(const std::string& typed, const std::string& recoveryKey);

/// For whoever lost the password and has the printed recovery key.
struct WayByRecoveryKey {
    std::string recoveryKey;          ///< as typed
    std::string userName;             ///< who is let in again
    std::string newPassword;          ///< the caller has judged it
    bool withoutSecondFactor = false; ///< it is lost too, and is taken away
};
/// A new password, and with it a new signing key, for a person of the clinic in `folder`. Audited.
/// Throws AccessDenied when the recovery key is not the clinic's (counted and slowed like a wrong
/// password: WaitNeeded after too many), EditRefused when nobody has the user name or they may not
/// sign in, StorageError. Nothing is changed then.
void renewByRecoveryKey(const std::filesystem::path& folder, const WayByRecoveryKey& way,
                        const Knowledge& knowledge, const Clock& clock);

/// The second factor of the person signed in.
struct MySecondFactor {
    bool isOn = false;
    std::string since; ///< "3 Nov 2026"; empty: off
    int codesLeft = 0; ///< recovery codes not used yet
};
/// Throws StorageError.
[[nodiscard]] MySecondFactor mySecondFactor(Clinic& clinic);

} // namespace palpate::app
