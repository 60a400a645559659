// SPDX-License-Identifier: MIT
#pragma once

#include "app/MapFigures.h"
#include "domain/Id.h"

#include <filesystem>
#include <optional>
#include <string_view>

namespace palpate::app {

class Clinic;

enum class MapFormat { Svg, Pdf };
/// By the file's extension, upper or lower case; empty for any other.
[[nodiscard]] std::optional<MapFormat> mapFormatOf(const std::filesystem::path& file);

/// The audit records that a session's body map is about to leave the clinic by another way, such as
/// "clipboard" or "printer".
void recordMapExport(Clinic& clinic, const SessionId& session, std::string_view way);

/// Writes a session's body map, with heading and legend, beside the target first. The audit records
/// that the record was opened and that a file left the clinic. Throws StorageError when there is no
/// such session, ReportError when the file can't be written; the target is then as it was.
void writeMap(Clinic& clinic, const MapRequest& request, const std::filesystem::path& file,
              MapFormat format);

} // namespace palpate::app
