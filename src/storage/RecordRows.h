// SPDX-License-Identifier: MIT
#pragma once

#include "domain/Retention.h"
#include "storage/Engine.h"

#include <cstdint>
#include <vector>

namespace palpate::storage {

/// One of the records that a patient's whole record is made of.
struct RecordRow {
    std::int64_t no = 0;
    PatientId id;
};
/// The record, then those merged into it, the oldest first. EditRefused: no such patient, or it was
/// itself merged into another. Inside a transaction.
[[nodiscard]] std::vector<RecordRow> wholeRecord(Engine& engine, const PatientId& patient);

/// Newest first. Inside a transaction.
[[nodiscard]] std::vector<Destruction> loadDestructions(Engine& engine);

} // namespace palpate::storage
