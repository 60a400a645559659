// SPDX-License-Identifier: MIT
#include "app/Rights.h"

#include "app/Clinic.h"
#include "domain/Error.h"
#include "domain/Message.h"
#include "storage/Store.h"

#include <algorithm>
#include <array>
#include <string_view>

namespace palpate::app {

namespace {

/// One line of the table: who has the right, what is said to whoever has not, and what the trail
/// says was refused.
struct Rule {
    Right right;
    bool owner;
    bool practitioner;
    bool frontDesk;
    bool auditor;
    const char* refusal;
    std::string_view act;
};

constexpr std::array kRules{
    Rule{Right::SeePatients, true, true, true, false,
         tr("Only an owner, a practitioner or the front desk may see the list of patients."),
         "to see the list of patients"},
    Rule{Right::EditPatients, true, true, true, false,
         tr("Only an owner, a practitioner or the front desk may add patients and change how to "
            "reach them."),
         "to add a patient or change how to reach one"},
    Rule{Right::ReadRecords, true, true, false, false,
         tr("Only an owner or a practitioner may read patients' records."),
         "to read what is clinical"},
    Rule{Right::WriteRecords, true, true, false, false,
         tr("Only an owner or a practitioner may write in patients' records."),
         "to write in a record"},
    Rule{Right::GiveOut, true, true, false, false,
         tr("Only an owner or a practitioner may save, print or copy what leaves the clinic."),
         "to save, print or copy what leaves the clinic"},
    Rule{Right::ManagePeople, true, false, false, false,
         tr("Only an owner of the clinic may add and change the people who sign in."),
         "to change the people who sign in"},
    Rule{Right::ManageClinic, true, false, false, false,
         tr("Only an owner of the clinic may change its settings and templates."),
         "to change the clinic's settings or templates"},
    Rule{Right::RestrictRecords, true, false, false, false,
         tr("Only an owner of the clinic may say who opens a record."),
         "to say who opens a record"},
    Rule{Right::KeepAndDestroy, true, false, false, false,
         tr("Only an owner of the clinic may set how long records are kept, and destroy one."),
         "to set how long records are kept or destroy one"},
    Rule{Right::ReadTrail, true, false, false, true,
         tr("Only an owner or an auditor may read the audit trail."), "to read the audit trail"},
    Rule{Right::CheckRecord, true, true, false, true,
         tr("Only an owner, a practitioner or an auditor may check the clinic's files."),
         "to check the clinic's files"},
    Rule{Right::BackUp, true, true, true, false,
         tr("Only an owner, a practitioner or the front desk may make a backup."),
         "to make a backup"},
};

constexpr const Rule& ruleOf(Right right) noexcept {
    return kRules[static_cast<std::size_t>(right)];
}

static_assert(std::ranges::all_of(kRules,
                                  [](const Rule& rule) { return &ruleOf(rule.right) == &rule; }),
              "the rules stand in the order of the rights");

[[nodiscard]] Message messageOf(Right right) {
    return {ruleOf(right).refusal, {}};
}

} // namespace

bool may(Role role, Right right) noexcept {
    const auto& rule = ruleOf(right);
    switch (role) {
    case Role::Owner:
        return rule.owner;
    case Role::Practitioner:
        return rule.practitioner;
    case Role::FrontDesk:
        return rule.frontDesk;
    case Role::Auditor:
        break;
    }
    return rule.auditor;
}

bool may(const Clinic& clinic, Right right) noexcept {
    return may(clinic.practitioner().role, right);
}

void require(Clinic& clinic, Right right, std::optional<PatientId> patient) {
    // As it is stored now, which another program may have changed since they signed in.
    if (!may(clinic.store().signedIn().role, right)) {
        clinic.store().audit().recordRefusal(patient, ruleOf(right).act);
        throw AccessDenied{messageOf(right)};
    }
}

void requireRecord(Clinic& clinic, Right right, const PatientId& patient) {
    require(clinic, right, patient);
    clinic.store().access().require(patient);
}

Clinic& permitted(Clinic& clinic, Right right) {
    require(clinic, right);
    return clinic;
}

Clinic& permittedRecord(Clinic& clinic, Right right, const PatientId& patient) {
    requireRecord(clinic, right, patient);
    return clinic;
}

std::string refusal(Right right) {
    return shown(messageOf(right));
}

std::string roleName(Role role) {
    switch (role) {
    case Role::Owner:
        return tr("Owner");
    case Role::Practitioner:
        return tr("Practitioner");
    case Role::FrontDesk:
        return tr("Front desk");
    case Role::Auditor:
        break;
    }
    return tr("Auditor");
}

} // namespace palpate::app
