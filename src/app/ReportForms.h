// SPDX-License-Identifier: MIT
#pragma once

#include "app/FormLibrary.h"
#include "app/ReportRequest.h"

#include <filesystem>
#include <string>

namespace palpate::report {
struct Document;
}

namespace palpate::app {

class Clinic;
class Knowledge;

inline constexpr auto kBlankFormTemplate = "form-blank";
inline constexpr auto kFilledFormTemplate = "form-filled";

/// What reportPages(), writeReport() and the others print of a form filled in.
[[nodiscard]] ReportRequest filledFormRequest(const PatientId& patient, const FormRecordId& form);
/// The same of an empty form; with a patient, whose name stands on it.
[[nodiscard]] ReportRequest blankFormRequest(const std::string& url,
                                             const std::optional<PatientId>& patient = {});

/// "Kovács-Ana-Patient-specific-function-PSFS-2026-11-23.pdf".
[[nodiscard]] std::string formFileName(Clinic& clinic, const ReportRequest& request);

/// An empty form without a clinic.
[[nodiscard]] report::Document blankFormSheet(const Knowledge& knowledge, const KnownForm& form);
/// Throws ReportError when the file can't be written; the target is then as it was.
void writeBlankForm(const Knowledge& knowledge, const KnownForm& form,
                    const std::filesystem::path& file);

} // namespace palpate::app
