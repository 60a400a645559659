// SPDX-License-Identifier: MIT
#pragma once

#include "report/Document.h"

#include <filesystem>
#include <string>

namespace palpate::report {

/// The document as a PDF file's bytes: typefaces embedded as subsets, compressed, with bookmarks
/// and metadata. The same document gives the same bytes. Throws ReportError.
[[nodiscard]] std::string pdf(const Document& document);

/// The same as a file, written beside the target and then renamed: on a ReportError (folder
/// missing, read-only, disk full) the target is as it was before.
void writePdf(const Document& document, const std::filesystem::path& target);

} // namespace palpate::report
