// SPDX-License-Identifier: MIT
#pragma once

#include "domain/Clock.h"
#include "storage/Keys.h"

#include <filesystem>

namespace palpate::storage {

/// Whether the password opens the keys of the clinic at `folder`; takes as long as signing in. A
/// right one leaves no trace, a wrong one is counted as at sign-in (FailedSignIns.h). Throws
/// WaitNeeded after too many of them, StorageError when keys.json can't be read.
[[nodiscard]] bool opensKeys(const std::filesystem::path& folder, const Credentials& credentials,
                             const Clock& clock);

} // namespace palpate::storage
