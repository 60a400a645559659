// SPDX-License-Identifier: MIT
#pragma once

#include "domain/Id.h"
#include "domain/Message.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace palpate {

enum class Profession { Physiotherapist, Chiropractor, MassageTherapist, Other };
enum class Role { Owner, Practitioner, FrontDesk, Auditor };

/// A person who signs in.
struct Practitioner {
    PractitionerId id;
    std::string userName;    ///< typed at sign-in; unique in the clinic
    std::string displayName; ///< "D. Okafor", as printed
    Profession profession = Profession::Other;
    Role role = Role::Practitioner;
    std::string registration; ///< number at the professional body; may be empty
    bool isDisabled = false;  ///< may not sign in any more
    friend bool operator==(const Practitioner&, const Practitioner&) = default;
};

/// In which unit a pressure is shown and typed; it is kept in kilopascals.
enum class PressureUnit { Kilopascals, KgfPerCm2, NewtonsPerCm2 };

/// A text that a few letters stand for: ";ql " becomes it while one types.
struct Snippet {
    std::string shortcut; ///< 1 to 20 letters, digits, '-' or '_', without the semicolon
    std::string text;
    friend bool operator==(const Snippet&, const Snippet&) = default;
};
/// What keeps the snippet from being stored; empty when all is well.
[[nodiscard]] std::vector<Message> problems(const Snippet& snippet);

/// What heads a printed page. One row a clinic.
struct ClinicProfile {
    std::string name;
    std::string address;  ///< one line; may be empty
    std::string phone;    ///< may be empty
    std::string timeZone; ///< IANA name such as "Europe/London"; sessions keep it
    PressureUnit pressureUnit = PressureUnit::Kilopascals;
    friend bool operator==(const ClinicProfile&, const ClinicProfile&) = default;
};

[[nodiscard]] std::string_view name(PressureUnit unit) noexcept;
[[nodiscard]] std::optional<PressureUnit> parsePressureUnit(std::string_view text) noexcept;
/// The words of stored rows: "physiotherapist", "front_desk" ...
[[nodiscard]] std::string_view name(Profession profession) noexcept;
[[nodiscard]] std::optional<Profession> parseProfession(std::string_view text) noexcept;
[[nodiscard]] std::string_view name(Role role) noexcept;
[[nodiscard]] std::optional<Role> parseRole(std::string_view text) noexcept;

} // namespace palpate
