// SPDX-License-Identifier: MIT
#pragma once

#include "domain/Letterhead.h"
#include "domain/Message.h"
#include "domain/Practitioner.h"

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace palpate::app {

class Clinic;

/// What keeps the profile from being stored, each a sentence that names the field.
[[nodiscard]] std::vector<Message> problems(const ClinicProfile& profile);
/// Stores it; `clinic.profile()` is the new one from then on. Owners only, else AccessDenied;
/// EditRefused with the first problem. Nothing is stored then.
void storeProfile(Clinic& clinic, const ClinicProfile& profile);

/// How the clinic's printed pages look; the default until it was set.
[[nodiscard]] Letterhead letterheadOf(Clinic& clinic);
/// What keeps it from being stored, each a sentence that names the field; also a logo that is no
/// sound picture, and why.
[[nodiscard]] std::vector<Message> letterheadProblems(const Letterhead& letterhead);
/// Owners only, else AccessDenied; EditRefused with the first problem. Nothing is stored then.
void storeLetterhead(Clinic& clinic, const Letterhead& letterhead);
/// The bytes of a picture's file, for a logo. Throws EditRefused when it is too large or no sound
/// PNG or JPEG, StorageError when it can't be read.
[[nodiscard]] std::string logoFrom(const std::filesystem::path& file);

/// "#0F766E", and back: six hexadecimal digits, with or without the sign; empty when it is none.
[[nodiscard]] std::string colourText(std::uint32_t colour);
[[nodiscard]] std::optional<std::uint32_t> parseColour(std::string_view text);
/// Of headings and lines where the clinic chose none.
inline constexpr std::uint32_t kUsualAccent = 0x0F766E;

/// Every unit with its sign on the screen: "kPa", "kgf/cm²", "N/cm²".
[[nodiscard]] std::vector<std::pair<PressureUnit, std::string>> pressureUnits();
[[nodiscard]] std::string pressureSign(PressureUnit unit);

} // namespace palpate::app
