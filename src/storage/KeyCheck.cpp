// SPDX-License-Identifier: MIT
#include "storage/KeyCheck.h"

#include "domain/Error.h"
#include "storage/KeyFile.h"

namespace palpate::storage {

bool opensKeys(const std::filesystem::path& folder, const Credentials& credentials) {
    const auto keys = KeyFile::read(folder / "keys.json");
    try {
        static_cast<void>(keys.open(credentials));
        return true;
    } catch (const AccessDenied&) {
        return false;
    }
}

} // namespace palpate::storage
