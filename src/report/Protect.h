// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>

namespace palpate::report {

/// The PDF, encrypted with AES-256 (PDF 2.0, revision 6): it opens with `password` only; printing
/// and copying are then allowed. The bytes differ each time, since the keys are random. Throws
/// ReportError for an empty password, one of more than 127 bytes, or a file that is no sound PDF.
[[nodiscard]] std::string protectedPdf(const std::string& pdf, std::string_view password);

} // namespace palpate::report
