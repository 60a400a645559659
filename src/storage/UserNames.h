// SPDX-License-Identifier: MIT
#pragma once

#include <filesystem>
#include <string>
#include <vector>

namespace palpate::storage {

/// Who can sign in at the clinic in `folder`, as keys.json names them, in its order. Needs no
/// password: the names are readable by whoever may read the file. Throws StorageError, one
/// sentence, when the folder is no clinic.
[[nodiscard]] std::vector<std::string> userNames(const std::filesystem::path& folder);

} // namespace palpate::storage
