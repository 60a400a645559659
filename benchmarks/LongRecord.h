// SPDX-License-Identifier: MIT
#pragma once

#include "storage/Store.h"

#include <filesystem>
#include <string_view>

namespace palpate::bench {

/// The family name of a patient whose one case has very many sessions: nobody else's.
[[nodiscard]] constexpr std::string_view longRecordName() {
    return "Longcase";
}

/// Adds that patient to the clinic, unless it was added before: `sessions` signed sessions, each
/// with four findings, three treatments and a note of some 30 words. Throws StorageError.
void addLongRecord(const std::filesystem::path& clinic, const storage::Credentials& who,
                   int sessions);

} // namespace palpate::bench
