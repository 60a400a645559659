// SPDX-License-Identifier: MIT
#include "storage/UserNames.h"

#include "domain/Error.h"
#include "storage/KeyFile.h"

#include <system_error>

namespace palpate::storage {

std::vector<std::string> userNames(const std::filesystem::path& folder) {
    std::error_code failure;
    if (!std::filesystem::is_directory(folder, failure)) {
        throw StorageError{{tr("There is no clinic at {1}."), {folder.string()}}};
    }
    const auto keys = KeyFile::read(folder / "keys.json"); // must outlive the loop over its holders
    std::vector<std::string> names;
    for (const auto& holder : keys.holders()) {
        names.push_back(holder.userName);
    }
    return names;
}

} // namespace palpate::storage
