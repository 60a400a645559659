// SPDX-License-Identifier: MIT
#pragma once

#include "storage/Backup.h"
#include "storage/Store.h"

#include <filesystem>

namespace palpate::storage {

enum class InPlaceOf {
    Nothing,  ///< there must be no clinic yet
    PutAside, ///< the one that is there is kept, under another name
};

struct RestoreWish {
    std::filesystem::path backup;
    std::filesystem::path to; ///< the clinic's new folder
    InPlaceOf inPlaceOf = InPlaceOf::Nothing;
    bool evenIfUnsound = false; ///< when no better backup is there
};

struct Restored {
    std::filesystem::path folder;
    std::optional<std::filesystem::path> aside; ///< where the clinic is that was there before
    RecordCounts counts;
    VerificationReport report;
};

/// Makes a clinic of a backup: copied beside its place, compared with what was verified when the
/// backup was made, opened with `credentials` as they were then, checked whole, and only then put
/// in its place in one step; audited there. Throws AccessDenied, SchemaTooNew, WorkDropped or
/// StorageError; nothing is changed then, and what is at `to` is still there.
[[nodiscard]] Restored restore(const RestoreWish& wish, const Credentials& credentials,
                               const Clock& clock, OpenOptions options = {},
                               const GoesOn& goesOn = {});

} // namespace palpate::storage
