// SPDX-License-Identifier: MIT
#include "app/Duplicates.h"

#include "app/Clinic.h"
#include "app/FormFields.h"
#include "app/PatientWords.h"
#include "app/Rights.h"
#include "app/TimeText.h"
#include "domain/Error.h"
#include "storage/Store.h"

namespace palpate::app {

namespace {

[[nodiscard]] std::string reasonOf(const storage::AlikePatient& alike) {
    std::string reason;
    if (alike.sameBirthAndName) {
        reason = tr("Same birth date, similar name.");
    }
    if (alike.samePhone) {
        reason += (reason.empty() ? "" : " ") + std::string{tr("Same telephone number.")};
    }
    return reason;
}

[[nodiscard]] std::vector<DuplicateLine> linesLike(Clinic& clinic, const Patient& patient) {
    std::vector<DuplicateLine> lines;
    for (const auto& alike : clinic.store().patients().alike(patient)) {
        const auto& row = alike.row;
        lines.push_back({.id = row.id,
                         .name = listName(row.familyName, row.givenName),
                         .detail = birthText(row.birthDate, clinic.today()),
                         .reason = reasonOf(alike),
                         .last = row.lastSession ? dayText(localDay(*row.lastSession,
                                                                    clinic.profile().timeZone))
                                                 : std::string{},
                         .archived = row.archived});
    }
    return lines;
}

} // namespace

std::vector<DuplicateLine> duplicatesOf(Clinic& clinic, const PatientId& patient) {
    require(clinic, Right::SeePatients);
    const auto stored = clinic.store().patients().find(patient);
    return stored ? linesLike(clinic, *stored) : std::vector<DuplicateLine>{};
}

std::vector<DuplicateLine> duplicatesOf(Clinic& clinic, const PatientForm& typed) {
    require(clinic, Right::SeePatients);
    return linesLike(clinic, Patient{.id = anyId<PatientId>(),
                                     .familyName = typed.familyName,
                                     .givenName = typed.givenName,
                                     .birthDate = parseTypedDay(typed.birthDate),
                                     .phone = typed.phone,
                                     .email = {},
                                     .occupation = {},
                                     .alerts = {},
                                     .note = {},
                                     .preferredName = typed.preferredName});
}

std::vector<MergedLine> mergedInto(Clinic& clinic, const PatientId& patient) {
    require(clinic, Right::ReadRecords);
    std::vector<MergedLine> lines;
    for (const auto& record : clinic.store().patients().mergedInto(patient)) {
        lines.push_back({.id = record.id,
                         .name = listName(record.familyName, record.givenName),
                         .detail = birthText(record.birthDate, clinic.today())});
    }
    return lines;
}

void mergePatients(Clinic& clinic, const PatientId& from, const PatientId& into) {
    requireRecord(clinic, Right::WriteRecords, from);
    requireRecord(clinic, Right::WriteRecords, into);
    clinic.store().patients().merge(from, into);
}

void unmergePatient(Clinic& clinic, const PatientId& from) {
    requireRecord(clinic, Right::WriteRecords, from);
    clinic.store().patients().unmerge(from);
}

void archivePatient(Clinic& clinic, const PatientId& patient) {
    requireRecord(clinic, Right::WriteRecords, patient);
    clinic.store().patients().archive(patient);
}

void restorePatient(Clinic& clinic, const PatientId& patient) {
    requireRecord(clinic, Right::WriteRecords, patient);
    clinic.store().patients().restore(patient);
}

} // namespace palpate::app
