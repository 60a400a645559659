// SPDX-License-Identifier: MIT
#pragma once

#include "app/ReportRequest.h"
#include "domain/Disclosure.h"
#include "domain/StoredDocument.h"

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace palpate::app {

class Clinic;

/// A kept file, in words.
struct DocumentLine {
    StoredDocument document;
    std::string when;        ///< "26 Nov 2026, 09:10"
    std::string by;          ///< "D. Okafor"
    std::string size;        ///< "102 kB"
    std::string digest = {}; ///< 64 hexadecimal digits
};
/// Newest first, also those of records that were merged into this one. Throws StorageError when
/// there is no such patient.
[[nodiscard]] std::vector<DocumentLine> documentsOf(Clinic& clinic, const PatientId& patient);

/// The identity again when it is one of that patient's, or of a record merged into the patient's;
/// else StorageError.
[[nodiscard]] DocumentId documentOf(Clinic& clinic, const PatientId& patient, const DocumentId& id);

/// Keeps a file as it is: a PDF, or a PNG or JPEG that can be decoded. Throws EditRefused for
/// another kind, an empty file or one over 25 MB; StorageError when it can't be read.
DocumentId attachFile(Clinic& clinic, const PatientId& patient, const std::optional<CaseId>& caseId,
                      const std::filesystem::path& file, const std::string& title);

/// The bytes, checked against the digest; audited as a view. Throws StorageError when there is none
/// or it does not match.
[[nodiscard]] std::string documentBytes(Clinic& clinic, const DocumentId& id);
/// Writes it outside the clinic: disclosed and audited first. A password is for PDFs only.
void saveDocument(Clinic& clinic, const DocumentId& id, const std::filesystem::path& file,
                  const Delivery& delivery);

/// What left the clinic of this patient's record.
struct DisclosureLine {
    Disclosure disclosure;
    std::string when;
    std::string by;
    std::string means;       ///< "saved as a file", "printed"
    std::string digest = {}; ///< of the file that left, 64 hexadecimal digits; empty: no file left
};
/// Newest first, also those of records that were merged into this one. Throws StorageError when
/// there is no such patient.
[[nodiscard]] std::vector<DisclosureLine> disclosuresOf(Clinic& clinic, const PatientId& patient);

/// Records that something left by other means than a report: a picture copied, a map saved.
DisclosureId disclose(Clinic& clinic, const PatientId& patient, const std::optional<CaseId>& caseId,
                      DisclosureMeans means, const std::string& what, const Delivery& delivery);

} // namespace palpate::app
