// SPDX-License-Identifier: MIT
#pragma once

#include "domain/Id.h"
#include "storage/Store.h"

#include <string_view>

namespace palpate::bench {

/// The family name of a patient whose one case has very many sessions: nobody else's.
[[nodiscard]] constexpr std::string_view longRecordName() {
    return "Longcase";
}

struct LongRecord {
    PatientId patient;
    CaseId caseId;
};
/// Adds that patient: each of the signed sessions has five of twelve points, three treatments, two
/// drawn areas, three motions and written paragraphs. Throws StorageError.
[[nodiscard]] LongRecord addLongRecord(storage::Store& store, IdMaker& ids, int sessions);

} // namespace palpate::bench
