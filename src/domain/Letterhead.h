// SPDX-License-Identifier: MIT
#pragma once

#include "domain/Clock.h"
#include "domain/Id.h"
#include "domain/Message.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace palpate {

enum class PaperFormat { A4, Letter };

/// Which record a template's fields are of.
enum class ReportAbout { Case, Session, Patient, Clinic };

/// How the clinic's printed pages look, beside the name, address and telephone of its profile. One
/// row a clinic.
struct Letterhead {
    std::string email = {};
    std::string website = {};
    PaperFormat paper = PaperFormat::A4;      ///< where a template names none
    std::optional<std::uint32_t> accent = {}; ///< 0xRRGGBB of headings and lines; empty: Palpate's
    std::string logo = {}; ///< a PNG or JPEG file's bytes, at most 1 MB; empty: none
    friend bool operator==(const Letterhead&, const Letterhead&) = default;
};

/// What keeps it from being stored, each a sentence; empty when all is well. Whether the logo is a
/// sound picture is for who decodes it. An accent too pale to be read on white (under 4.5 : 1, WCAG
/// 2.2 success criterion 1.4.3) is refused.
[[nodiscard]] std::vector<Message> problems(const Letterhead& letterhead);

/// A report template that the clinic wrote, or a shipped one that it changed: then it has the same
/// name and is used instead. Each storing keeps the one before.
struct ClinicTemplate {
    std::string name; ///< 1 to 60 of a-z, 0-9 and '-', as a file's name without ".md"
    std::string text; ///< front matter and Markdown; at most 1 MB
    PractitionerId by;
    Instant at;
    friend bool operator==(const ClinicTemplate&, const ClinicTemplate&) = default;
};
[[nodiscard]] std::vector<Message> problems(const ClinicTemplate& own);

/// The words of a template's front matter: "case", "session", "patient", "clinic".
[[nodiscard]] std::string_view name(ReportAbout about) noexcept;
[[nodiscard]] std::optional<ReportAbout> parseReportAbout(std::string_view text) noexcept;
[[nodiscard]] std::string_view name(PaperFormat paper) noexcept;
[[nodiscard]] std::optional<PaperFormat> parsePaperFormat(std::string_view text) noexcept;

} // namespace palpate
