// SPDX-License-Identifier: MIT
#pragma once

#include "storage/Backup.h"
#include "storage/Connection.h"
#include "storage/KeyFile.h"
#include "storage/Store.h"

#include <string>
#include <vector>

namespace palpate::storage {

class Engine;

/// A copier's own connection, on which nothing can be written, and what it needs of the store.
class Copier::Parts {
public:
    /// Throws AccessDenied once signed out.
    explicit Parts(Engine& engine);

    [[nodiscard]] BackupMade backUp(const std::filesystem::path& folder, const GoesOn& goesOn);
    [[nodiscard]] Rehearsal rehearse(const std::filesystem::path& backup, const GoesOn& goesOn);
    [[nodiscard]] TrailAgreement compare(const TrailHead& outside);
    [[nodiscard]] VerificationReport check(const GoesOn& goesOn);

    /// Those that are whole, newest first.
    [[nodiscard]] std::vector<FoundBackup> ofThisClinic(const std::filesystem::path& folder) const;

private:
    void guardPlace(const std::filesystem::path& folder);
    void write(const std::filesystem::path& folder, BackupMade& result, const GoesOn& goesOn);
    [[nodiscard]] static std::filesystem::path freeName(const std::filesystem::path& folder,
                                                        const std::string& stem);
    std::vector<std::filesystem::path> rotate(const std::filesystem::path& folder,
                                              const std::filesystem::path& justMade);

    std::filesystem::path folder_; ///< the clinic's
    Uuid clinic_;
    OpenedKeys keys_; ///< without a signing key: nothing is signed
    const Clock& clock_;
    OpenOptions options_;
    Connection connection_;
};

} // namespace palpate::storage
