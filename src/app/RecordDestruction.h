// SPDX-License-Identifier: MIT
#pragma once

#include "app/CompleteExport.h"
#include "domain/Retention.h"

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace palpate::app {

class Clinic;

/// What must be known before a record is destroyed.
struct DestructionRequest {
    PatientId patient;
    std::string reason;
    std::string typedName;              ///< the patient's full name, typed as a confirmation
    std::filesystem::path exportFolder; ///< the complete export made first; see exportRecord()
    std::filesystem::path certificate;  ///< PDF
};

struct DestroyedRecord {
    CompleteExport exported;
    std::vector<Destruction> destructions; ///< the record's own, then of those merged into it
    std::filesystem::path certificate;
};

/// Where its certificate may be written in that folder.
[[nodiscard]] std::filesystem::path certificateFileIn(Clinic& clinic, const PatientId& patient,
                                                      const std::filesystem::path& parent);

/// What keeps the record from being destroyed, each a sentence; empty when all is there.
[[nodiscard]] std::vector<Message> problems(Clinic& clinic, const DestructionRequest& request);

/// The complete export, then the destruction with its certificate: the certificate could be made,
/// or nothing was destroyed. Owners only. Throws AccessDenied, EditRefused with the first problem
/// or because a session is being charted, ReportError, StorageError; the record is whole then, but
/// the export may have been made and recorded.
DestroyedRecord destroyRecord(Clinic& clinic, const DestructionRequest& request);

/// A record that was destroyed, in words.
struct DestructionLine {
    Destruction destruction;
    std::string when;   ///< "26 Nov 2026, 10:45"
    std::string by;     ///< "D. Okafor"
    std::string amount; ///< "4 sessions, 2 documents, 311 rows"
};
/// Newest first. Owners only.
[[nodiscard]] std::vector<DestructionLine> destructionsOf(Clinic& clinic);

/// The certificate again, without the name: that is kept nowhere. Owners only.
void writeCertificate(Clinic& clinic, const DestructionId& id, const std::filesystem::path& file);

} // namespace palpate::app
