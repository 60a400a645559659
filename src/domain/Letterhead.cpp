// SPDX-License-Identifier: MIT
#include "domain/Letterhead.h"

#include "domain/FieldText.h"
#include "domain/Named.h"
#include "domain/Text.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace palpate {

namespace {

constexpr std::array kPapers{PaperFormat::A4, PaperFormat::Letter};
constexpr std::array kAbouts{ReportAbout::Case, ReportAbout::Session, ReportAbout::Patient,
                             ReportAbout::Clinic};
constexpr std::size_t kLargestLogo = 1'000'000;
constexpr std::size_t kLargestTemplate = 1'000'000;
constexpr std::size_t kLongestName = 60;
constexpr std::size_t kLongestField = 200;

/// Contrast of a colour on white as WCAG 2.2 defines it.
[[nodiscard]] double contrastOnWhite(std::uint32_t colour) {
    const auto channel = [&](unsigned shift) {
        const double value = ((colour >> shift) & 0xFFU) / 255.0;
        return value <= 0.04045 ? value / 12.92 : std::pow((value + 0.055) / 1.055, 2.4);
    };
    const double luminance = 0.2126 * channel(16) + 0.7152 * channel(8) + 0.0722 * channel(0);
    return 1.05 / (luminance + 0.05);
}

[[nodiscard]] bool isNameSign(char c) noexcept {
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-';
}

} // namespace

std::vector<Message> problems(const Letterhead& letterhead) {
    constexpr double kReadable = 4.5;
    std::vector<Message> out;
    checkText(out, tr("E-mail"), letterhead.email, kLongestField);
    checkText(out, tr("Website"), letterhead.website, kLongestField);
    if (letterhead.accent && contrastOnWhite(*letterhead.accent) < kReadable) {
        out.push_back(
            {tr("Colour: is too pale to be read on white paper; choose a darker one."), {}});
    }
    if (letterhead.logo.size() > kLargestLogo) {
        out.push_back({tr("Logo: is larger than 1 MB; save it smaller and choose it again."), {}});
    }
    return out;
}

std::vector<Message> problems(const ClinicTemplate& own) {
    std::vector<Message> out;
    if (own.name.empty() || own.name.size() > kLongestName ||
        !std::ranges::all_of(own.name, isNameSign)) {
        out.push_back({tr("Name: takes 1 to {1} of a-z, 0-9 and '-', as in progress-report."),
                       {std::to_string(kLongestName)}});
    }
    if (trimmed(own.text).empty()) {
        out.push_back({tr("Text: is missing; a template holds at least a title."), {}});
    }
    checkText(out, tr("Text"), own.text, kLargestTemplate);
    return out;
}

std::string_view name(PaperFormat paper) noexcept {
    return paper == PaperFormat::A4 ? "a4" : "letter";
}

std::optional<PaperFormat> parsePaperFormat(std::string_view text) noexcept {
    return named(kPapers, text);
}

std::string_view name(ReportAbout about) noexcept {
    switch (about) {
    case ReportAbout::Case:
        return "case";
    case ReportAbout::Session:
        return "session";
    case ReportAbout::Patient:
        return "patient";
    case ReportAbout::Clinic:
        break;
    }
    return "clinic";
}

std::optional<ReportAbout> parseReportAbout(std::string_view text) noexcept {
    return named(kAbouts, text);
}

} // namespace palpate
