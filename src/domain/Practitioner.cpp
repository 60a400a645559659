// SPDX-License-Identifier: MIT
#include "domain/Practitioner.h"

#include "domain/Named.h"

#include <array>

namespace palpate {

namespace {

constexpr std::array kProfessions{Profession::Physiotherapist, Profession::Chiropractor,
                                  Profession::MassageTherapist, Profession::Other};
constexpr std::array kRoles{Role::Owner, Role::Practitioner, Role::FrontDesk, Role::Auditor};

} // namespace

std::string_view name(Profession profession) noexcept {
    switch (profession) {
    case Profession::Physiotherapist:
        return "physiotherapist";
    case Profession::Chiropractor:
        return "chiropractor";
    case Profession::MassageTherapist:
        return "massage_therapist";
    case Profession::Other:
        break;
    }
    return "other";
}

std::optional<Profession> parseProfession(std::string_view text) noexcept {
    return named(kProfessions, text);
}

std::string_view name(Role role) noexcept {
    switch (role) {
    case Role::Owner:
        return "owner";
    case Role::Practitioner:
        return "practitioner";
    case Role::FrontDesk:
        return "front_desk";
    case Role::Auditor:
        break;
    }
    return "auditor";
}

std::optional<Role> parseRole(std::string_view text) noexcept {
    return named(kRoles, text);
}

} // namespace palpate
