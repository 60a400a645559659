// SPDX-License-Identifier: MIT
#pragma once

#include "storage/Keys.h"

#include <filesystem>

namespace palpate::storage {

/// Whether the password opens the keys of the clinic at `folder`; leaves no trace, and takes as
/// long as signing in. Throws StorageError when keys.json can't be read.
[[nodiscard]] bool opensKeys(const std::filesystem::path& folder, const Credentials& credentials);

} // namespace palpate::storage
