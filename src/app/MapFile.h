// SPDX-License-Identifier: MIT
#pragma once

#include "app/MapFigures.h"
#include "app/ReportRequest.h"
#include "domain/Disclosure.h"
#include "domain/Id.h"

#include <filesystem>
#include <optional>

namespace palpate::app {

class Clinic;

enum class MapFormat { Svg, Pdf };
/// By the file's extension, upper or lower case; empty for any other.
[[nodiscard]] std::optional<MapFormat> mapFormatOf(const std::filesystem::path& file);

/// Records, in the audit trail and among the patient's disclosures, that a session's body map is
/// about to leave the clinic: by the clipboard, by a printer. Throws StorageError when there is no
/// such session.
void recordMapExport(Clinic& clinic, const SessionId& session, DisclosureMeans means,
                     const Delivery& delivery = {});

/// Writes a session's body map, with heading and legend, beside the target first. The audit records
/// that the record was opened, and the patient's disclosures that a file left the clinic, before
/// the file is there. Throws StorageError when there is no such session, ReportError when the file
/// can't be written; the target is then as it was.
void writeMap(Clinic& clinic, const MapRequest& request, const std::filesystem::path& file,
              MapFormat format, const Delivery& delivery = {});

} // namespace palpate::app
