// SPDX-License-Identifier: MIT
#include "domain/Practitioner.h"

#include "domain/FieldText.h"
#include "domain/Named.h"
#include "domain/Text.h"

#include <algorithm>
#include <array>

namespace palpate {

namespace {

constexpr std::array kProfessions{Profession::Physiotherapist, Profession::Chiropractor,
                                  Profession::MassageTherapist, Profession::Other};
constexpr std::array kRoles{Role::Owner, Role::Practitioner, Role::FrontDesk, Role::Auditor};

constexpr std::array kPressureUnits{PressureUnit::Kilopascals, PressureUnit::KgfPerCm2,
                                    PressureUnit::NewtonsPerCm2};

[[nodiscard]] bool isShortcutSign(char c) noexcept {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' ||
           c == '_';
}

} // namespace

std::vector<Message> problems(const Snippet& snippet) {
    constexpr std::size_t kShortcutLimit = 20;
    constexpr std::size_t kTextLimit = 20000;
    std::vector<Message> out;
    if (snippet.shortcut.empty() || snippet.shortcut.size() > kShortcutLimit ||
        !std::ranges::all_of(snippet.shortcut, isShortcutSign)) {
        out.push_back({tr("Shortcut: takes 1 to {1} letters, digits, '-' or '_', as in ql."),
                       {std::to_string(kShortcutLimit)}});
    }
    if (trimmed(snippet.text).empty()) {
        out.push_back({tr("Text: is missing; write what the shortcut stands for."), {}});
    }
    checkText(out, tr("Text"), snippet.text, kTextLimit);
    return out;
}

std::string_view name(PressureUnit unit) noexcept {
    switch (unit) {
    case PressureUnit::Kilopascals:
        return "kPa";
    case PressureUnit::KgfPerCm2:
        return "kg/cm2";
    case PressureUnit::NewtonsPerCm2:
        break;
    }
    return "N/cm2";
}

std::optional<PressureUnit> parsePressureUnit(std::string_view text) noexcept {
    return named(kPressureUnits, text);
}

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
