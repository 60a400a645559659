// SPDX-License-Identifier: MIT
#include "app/ClinicSettings.h"

#include "app/Accounting.h"
#include "app/Clinic.h"
#include "app/FormFields.h"
#include "app/Rights.h"
#include "app/TimeText.h"
#include "domain/Error.h"
#include "domain/FieldText.h"
#include "domain/Text.h"
#include "report/Images.h"
#include "storage/Store.h"

#include <charconv>

namespace palpate::app {

namespace {

constexpr std::size_t kFieldLimit = 500;

[[nodiscard]] ClinicProfile asStored(ClinicProfile profile) {
    profile.name = trimmed(profile.name);
    profile.address = trimmed(profile.address);
    profile.phone = trimmed(profile.phone);
    profile.timeZone = trimmed(profile.timeZone);
    return profile;
}

[[nodiscard]] Letterhead asStored(Letterhead letterhead) {
    letterhead.email = trimmed(letterhead.email);
    letterhead.website = trimmed(letterhead.website);
    return letterhead;
}

} // namespace

std::vector<Message> problems(const ClinicProfile& profile) {
    std::vector<Message> all;
    if (trimmed(profile.name).empty()) {
        all.push_back({tr("Name: is missing; enter the clinic's name as reports show it."), {}});
    }
    checkText(all, tr("Name"), profile.name, kFieldLimit);
    checkText(all, tr("Address"), profile.address, kFieldLimit);
    checkText(all, tr("Phone"), profile.phone, kFieldLimit);
    if (!isTimeZone(trimmed(profile.timeZone))) {
        all.push_back({tr("Time zone: {1} is not known; type it as Europe/London."),
                       {trimmed(profile.timeZone)}});
    }
    return all;
}

void storeProfile(Clinic& clinic, const ClinicProfile& profile) {
    require(clinic, Right::ManageClinic);
    refuseWith(problems(profile));
    clinic.store().setProfile(asStored(profile));
    clinic.reloadProfile();
}

Letterhead letterheadOf(Clinic& clinic) {
    return clinic.store().letterhead();
}

std::vector<Message> letterheadProblems(const Letterhead& letterhead) {
    auto all = problems(asStored(letterhead));
    if (all.empty() && !letterhead.logo.empty()) {
        try {
            static_cast<void>(report::decodedImage(letterhead.logo));
        } catch (const ReportError& error) {
            all.push_back({tr("Logo: {1}"), {error.what()}});
        }
    }
    return all;
}

void storeLetterhead(Clinic& clinic, const Letterhead& letterhead) {
    require(clinic, Right::ManageClinic);
    refuseWith(letterheadProblems(letterhead));
    clinic.store().setLetterhead(asStored(letterhead));
}

std::string logoFrom(const std::filesystem::path& file) {
    auto bytes = attachableBytes(file);
    refuseWith(letterheadProblems({.logo = bytes}));
    return bytes;
}

std::string colourText(std::uint32_t colour) {
    constexpr std::string_view kDigits = "0123456789ABCDEF";
    constexpr unsigned kTop = 20; ///< bits to the right of the first digit
    std::string text = "#";
    for (unsigned shift = kTop; text.size() < 7; shift -= 4) {
        text += kDigits.at((colour >> shift) & 0xFU);
    }
    return text;
}

std::optional<std::uint32_t> parseColour(std::string_view text) {
    constexpr std::size_t kDigits = 6;
    const std::string digits = trimmed(text);
    const std::string_view hex = std::string_view{digits}.substr(digits.starts_with('#') ? 1 : 0);
    std::uint32_t colour = 0;
    const auto [end, error] =
        std::from_chars(hex.data(), hex.data() + hex.size(), colour, 16); // NOLINT: both ends
    if (hex.size() != kDigits || error != std::errc{} || end != hex.data() + hex.size()) {
        return std::nullopt;
    }
    return colour;
}

std::vector<std::pair<PressureUnit, std::string>> pressureUnits() {
    std::vector<std::pair<PressureUnit, std::string>> units;
    for (const auto unit :
         {PressureUnit::Kilopascals, PressureUnit::KgfPerCm2, PressureUnit::NewtonsPerCm2}) {
        units.emplace_back(unit, pressureSign(unit));
    }
    return units;
}

std::string pressureSign(PressureUnit unit) {
    switch (unit) {
    case PressureUnit::Kilopascals:
        return "kPa";
    case PressureUnit::KgfPerCm2:
        return "kgf/cm²";
    case PressureUnit::NewtonsPerCm2:
        break;
    }
    return "N/cm²";
}

} // namespace palpate::app
