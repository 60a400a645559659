// SPDX-License-Identifier: MIT
#pragma once

#include "app/ReportRequest.h"
#include "domain/Id.h"
#include "domain/Message.h"

#include <array>
#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

namespace palpate::app {

class Clinic;

struct CompleteExport {
    std::filesystem::path folder;
    std::array<std::uint8_t, 32> digest{}; ///< BLAKE2b-256 of rows.json
    std::size_t documents = 0;
    bool hasReport = false;        ///< false: there is no session to report
    std::vector<Message> warnings; ///< what could not be printed as meant
};

/// The whole record of a patient, with those merged into it, as a folder: record.pdf to read,
/// rows.json with every row, the documents as files, README.txt. Made beside `folder` under another
/// name, for its owner alone, and moved there when it is whole and its disclosure is recorded
/// (exported, with the digest of rows.json). `folder` must not be there, or be empty. Throws
/// AccessDenied, RecordRestricted, EditRefused (also when recipient or purpose can't be recorded),
/// ReportError when it can't be written, StorageError; nothing is left then. A password is not
/// looked at: what is in the folder is not encrypted.
CompleteExport exportRecord(Clinic& clinic, const PatientId& patient,
                            const std::filesystem::path& folder, const Delivery& delivery);
/// Whose it is, and their physician, who may be unknown: the usual ones it is for.
struct ExportPeople {
    std::string patient;
    std::string physician;
};
[[nodiscard]] ExportPeople exportPeople(Clinic& clinic, const PatientId& patient);

/// Where it may be written in that folder: "Kovács-Ana-complete-record-2026-11-26", with a number
/// behind it when that is there.
[[nodiscard]] std::filesystem::path exportFolderIn(Clinic& clinic, const PatientId& patient,
                                                   const std::filesystem::path& parent);

} // namespace palpate::app
