// SPDX-License-Identifier: MIT
#pragma once

#include "app/ReportRequest.h"
#include "domain/Disclosure.h"
#include "domain/StoredDocument.h"

#include <array>
#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>

namespace palpate::app {

class Clinic;

// What reports, documents and maps share when something is kept or leaves the clinic.

/// Something that leaves.
struct Leaving {
    PatientId patient; ///< with a case, the case's own
    std::optional<CaseId> caseId = {};
    DisclosureMeans means = DisclosureMeans::SavedFile;
    std::string what;
    std::optional<DocumentId> document = {}; ///< the kept copy
    std::optional<std::array<std::uint8_t, 32>> digest = {};
};

/// Throws EditRefused when recipient or purpose can't be recorded: before any work is done for it.
void requireRecordable(const Delivery& delivery);
/// Whose record a case is: a merged one keeps its own. Without a case `patient` itself.
[[nodiscard]] PatientId recordOf(Clinic& clinic, const PatientId& patient,
                                 const std::optional<CaseId>& caseId);
/// One transaction with its row in the trail. Throws EditRefused, StorageError.
DisclosureId recordLeaving(Clinic& clinic, const Leaving& leaving, const Delivery& delivery);

/// Keeps the bytes; identity, digest, size, who and when are filled in. Throws EditRefused naming
/// what is wrong with it, StorageError.
struct Keeping {
    PatientId patient; ///< with a case, the case's own
    std::optional<CaseId> caseId = {};
    DocumentOrigin origin = DocumentOrigin::Produced;
    std::string title;
    std::string fileName;
    std::string mediaType = "application/pdf";
    std::string templateName = {};
};
DocumentId keepBytes(Clinic& clinic, const Keeping& keeping, const std::string& bytes);

/// The bytes of a file that somebody chose. Throws EditRefused for an empty one or one larger than
/// a document may be, StorageError when it can't be read.
[[nodiscard]] std::string attachableBytes(const std::filesystem::path& file);

/// At most so many characters, none cut in two.
[[nodiscard]] std::string fittingIn(std::string text, std::size_t characters);

} // namespace palpate::app
