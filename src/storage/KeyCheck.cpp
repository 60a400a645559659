// SPDX-License-Identifier: MIT
#include "storage/KeyCheck.h"

#include "domain/Error.h"
#include "storage/FailedSignIns.h"
#include "storage/KeyFile.h"

namespace palpate::storage {

bool opensKeys(const std::filesystem::path& folder, const Credentials& credentials,
               const Clock& clock) {
    const auto keys = KeyFile::read(folder / "keys.json");
    try {
        static_cast<void>(openCounted(folder, keys, credentials, clock));
    } catch (const WaitNeeded&) {
        throw;
    } catch (const AccessDenied&) {
        return false;
    }
    beginCountAnew(folder, credentials.userName);
    return true;
}

} // namespace palpate::storage
