// SPDX-License-Identifier: MIT
#include "app/UnsignedDrafts.h"

#include "app/Clinic.h"
#include "app/Rights.h"
#include "app/TimeText.h"
#include "domain/Message.h"
#include "storage/Store.h"

#include <algorithm>

namespace palpate::app {

namespace {

constexpr std::chrono::hours kMayWait{24};
constexpr int kMostShown = 100;

[[nodiscard]] std::string waitingText(std::chrono::seconds since) {
    const auto days = std::chrono::floor<std::chrono::days>(since).count();
    return shown({days == 1 ? tr("{1} day") : tr("{1} days"), {std::to_string(days)}});
}

} // namespace

std::vector<UnsignedDraft> unsignedDrafts(Clinic& clinic) {
    require(clinic, Right::ReadRecords);
    auto& store = clinic.store();
    const auto now = clinic.clock().now();
    std::vector<UnsignedDraft> drafts;
    for (const auto& row : store.sessions().unsignedDrafts(now - kMayWait, kMostShown)) {
        const auto session = store.sessions().find(row.id);
        const auto record = store.cases().find(row.caseId);
        const auto patient = store.patients().find(store.patients().current(row.patient));
        if (!session || !record || !patient) {
            continue; // discarded by another program since
        }
        drafts.push_back({.session = row.id,
                          .caseId = row.caseId,
                          .patient = patient->id,
                          .patientName = fullName(*patient),
                          .complaint = record->complaint,
                          .day = weekdayText(localDay(session->startedAt, session->timeZone)),
                          .waiting = waitingText(now - session->writtenAt)});
    }
    return drafts;
}

std::vector<OpenDraft> openDrafts(Clinic& clinic, const PatientId& patient) {
    requireRecord(clinic, Right::ReadRecords, patient);
    auto& store = clinic.store();
    std::vector<Practitioner> people;
    std::vector<OpenDraft> drafts;
    for (const auto& row : store.sessions().draftsOf(patient)) {
        const auto session = store.sessions().find(row.id);
        const auto record = session ? store.cases().find(row.caseId) : std::nullopt;
        if (!record) {
            continue;
        }
        std::string detail = record->complaint;
        if (row.practitioner != clinic.practitioner().id) {
            if (people.empty()) {
                people = store.practitioners().list();
            }
            const auto who = std::ranges::find(people, row.practitioner, &Practitioner::id);
            detail += who != people.end() ? " · " + who->displayName : std::string{};
        }
        drafts.push_back({.session = row.id,
                          .title = shown({tr("Draft of {1}, {2}"),
                                          {shortDayText(localDay(row.startedAt, session->timeZone)),
                                           clockText(row.startedAt, session->timeZone)}}),
                          .detail = std::move(detail)});
    }
    return drafts;
}

} // namespace palpate::app
