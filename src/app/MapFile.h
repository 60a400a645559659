// SPDX-License-Identifier: MIT
#pragma once

#include "domain/Body.h"
#include "domain/Id.h"

#include <filesystem>
#include <optional>

namespace palpate::app {

class Clinic;

enum class MapFormat { Svg, Pdf };
/// By the file's extension, upper or lower case; empty for any other.
[[nodiscard]] std::optional<MapFormat> mapFormatOf(const std::filesystem::path& file);

/// Writes a session's body map, with heading and legend, beside the target first. `view` empty:
/// where most points lie. The audit records that the record was opened and that a file left the
/// clinic. Throws StorageError when there is no such session, ReportError when the file can't be
/// written; the target is then as it was.
void writeMap(Clinic& clinic, const SessionId& session, std::optional<View> view, Layer layer,
              const std::filesystem::path& file, MapFormat format);

} // namespace palpate::app
