// SPDX-License-Identifier: MIT
#include "app/PatientList.h"

#include "app/Clinic.h"
#include "app/PatientWords.h"
#include "app/Rights.h"
#include "app/TimeText.h"
#include "domain/Message.h"
#include "storage/Store.h"

namespace palpate::app {

namespace {

[[nodiscard]] std::string mergedText(Clinic& clinic, const storage::PatientRow& row) {
    if (!row.mergedInto) {
        return {};
    }
    const auto goesOn = clinic.store().patients().row(*row.mergedInto);
    return goesOn
               ? shown({tr("merged into {1}"), {fullName(goesOn->familyName, goesOn->givenName)}})
               : std::string{};
}

} // namespace

std::string listName(const std::string& familyName, const std::string& givenName) {
    if (familyName.empty() || givenName.empty()) {
        return familyName + givenName;
    }
    return familyName + ", " + givenName;
}

std::string fullName(const std::string& familyName, const std::string& givenName) {
    return givenName + (familyName.empty() || givenName.empty() ? "" : " ") + familyName;
}

std::string birthText(const std::optional<Date>& birthDate, Date today) {
    if (!birthDate) {
        return {};
    }
    auto text = shown({tr("born {1}"), {dayText(*birthDate)}});
    if (const auto age = ageOn(*birthDate, today)) {
        text = shown({tr("{1} y"), {std::to_string(*age)}}) + " · " + text;
    }
    return text;
}

std::vector<PatientLine> findPatients(Clinic& clinic, const std::string& typed, int limit,
                                      Listing listing) {
    require(clinic, Right::SeePatients);
    const auto scope = listing == Listing::Daily ? storage::PatientScope::Daily
                                                 : storage::PatientScope::Everything;
    std::vector<PatientLine> lines;
    const auto today = clinic.today();
    for (const auto& row : clinic.store().patients().search(typed, limit, scope)) {
        lines.push_back({.id = row.id,
                         .name = listName(row.familyName, row.givenName),
                         .detail = birthText(row.birthDate, today),
                         .last = row.lastSession ? dayText(localDay(*row.lastSession,
                                                                    clinic.profile().timeZone))
                                                 : std::string{},
                         .complaint = row.openComplaint,
                         .preferredName = row.preferredName,
                         .archived = row.archived,
                         .mergedInto = mergedText(clinic, row),
                         .restricted = row.isRestricted,
                         .closed = row.isClosed});
    }
    return lines;
}

std::vector<SessionLine> findSessions(Clinic& clinic, const std::string& typed, int limit) {
    require(clinic, Right::ReadRecords);
    std::vector<SessionLine> lines;
    storage::SessionQuery query;
    query.text = typed;
    query.limit = limit;
    for (const auto& hit : clinic.store().sessions().search(query)) {
        lines.push_back({.id = hit.session,
                         .patient = hit.patient,
                         .patientName = hit.patientName,
                         .day = weekdayText(localDay(hit.startedAt, clinic.profile().timeZone)),
                         .excerpt = hit.snippet});
    }
    return lines;
}

} // namespace palpate::app
