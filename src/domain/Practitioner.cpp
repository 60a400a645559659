// SPDX-License-Identifier: MIT
#include "domain/Practitioner.h"

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
    for (const auto profession : kProfessions) {
        if (name(profession) == text) {
            return profession;
        }
    }
    return std::nullopt;
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
    for (const auto role : kRoles) {
        if (name(role) == text) {
            return role;
        }
    }
    return std::nullopt;
}

} // namespace palpate
