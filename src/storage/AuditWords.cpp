// SPDX-License-Identifier: MIT
#include "storage/AuditTrail.h"

#include <array>
#include <utility>

namespace palpate::storage {

namespace {

constexpr std::array kKinds{
    std::pair{AuditKind::SignIn, std::string_view{"sign_in"}},
    std::pair{AuditKind::FailedSignIn, std::string_view{"failed_sign_in"}},
    std::pair{AuditKind::SignOut, std::string_view{"sign_out"}},
    std::pair{AuditKind::View, std::string_view{"view"}},
    std::pair{AuditKind::Create, std::string_view{"create"}},
    std::pair{AuditKind::Change, std::string_view{"change"}},
    std::pair{AuditKind::Discard, std::string_view{"discard"}},
    std::pair{AuditKind::Sign, std::string_view{"sign"}},
    std::pair{AuditKind::Addendum, std::string_view{"addendum"}},
    std::pair{AuditKind::Print, std::string_view{"print"}},
    std::pair{AuditKind::Export, std::string_view{"export"}},
    std::pair{AuditKind::Erase, std::string_view{"erase"}},
    std::pair{AuditKind::Migrate, std::string_view{"migrate"}},
    std::pair{AuditKind::TakeOver, std::string_view{"take_over"}},
    std::pair{AuditKind::Complete, std::string_view{"complete"}},
    std::pair{AuditKind::Refuse, std::string_view{"refuse"}},
    std::pair{AuditKind::Emergency, std::string_view{"emergency"}},
    std::pair{AuditKind::Destroy, std::string_view{"destroy"}},
    std::pair{AuditKind::Lock, std::string_view{"lock"}},
    std::pair{AuditKind::Unlock, std::string_view{"unlock"}},
};
constexpr std::array kSubjects{
    std::pair{AuditSubject::Clinic, std::string_view{"clinic"}},
    std::pair{AuditSubject::Practitioner, std::string_view{"practitioner"}},
    std::pair{AuditSubject::Patient, std::string_view{"patient"}},
    std::pair{AuditSubject::Case, std::string_view{"case"}},
    std::pair{AuditSubject::Session, std::string_view{"session"}},
    std::pair{AuditSubject::AuditRow, std::string_view{"audit_row"}},
    std::pair{AuditSubject::ContactNote, std::string_view{"contact_note"}},
    std::pair{AuditSubject::Document, std::string_view{"document"}},
    std::pair{AuditSubject::Disclosure, std::string_view{"disclosure"}},
    std::pair{AuditSubject::Template, std::string_view{"template"}},
    std::pair{AuditSubject::Form, std::string_view{"form"}},
    std::pair{AuditSubject::RaisedFlag, std::string_view{"raised_flag"}},
    std::pair{AuditSubject::FlagDeed, std::string_view{"flag_deed"}},
    std::pair{AuditSubject::CarePlanItem, std::string_view{"care_plan_item"}},
    std::pair{AuditSubject::Restriction, std::string_view{"restriction"}},
    std::pair{AuditSubject::Amendment, std::string_view{"amendment"}},
    std::pair{AuditSubject::Retention, std::string_view{"retention"}},
};

template <class Table, class Value>
[[nodiscard]] std::string_view wordOf(const Table& table, Value value) {
    for (const auto& [entry, word] : table) {
        if (entry == value) {
            return word;
        }
    }
    return {};
}

template <class Value, class Table>
[[nodiscard]] std::optional<Value> valueOf(const Table& table, std::string_view text) {
    for (const auto& [entry, word] : table) {
        if (word == text) {
            return entry;
        }
    }
    return std::nullopt;
}

} // namespace

std::string_view name(AuditKind kind) noexcept {
    return wordOf(kKinds, kind);
}
std::optional<AuditKind> parseAuditKind(std::string_view text) noexcept {
    return valueOf<AuditKind>(kKinds, text);
}
std::string_view name(AuditSubject subject) noexcept {
    return wordOf(kSubjects, subject);
}
std::optional<AuditSubject> parseAuditSubject(std::string_view text) noexcept {
    return valueOf<AuditSubject>(kSubjects, text);
}

} // namespace palpate::storage
