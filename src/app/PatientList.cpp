// SPDX-License-Identifier: MIT
#include "app/PatientList.h"

#include "app/Clinic.h"
#include "app/TimeText.h"
#include "domain/Calendar.h"
#include "storage/Store.h"

namespace palpate::app {

namespace {

[[nodiscard]] std::string listName(const storage::PatientRow& row) {
    if (row.familyName.empty() || row.givenName.empty()) {
        return row.familyName + row.givenName;
    }
    return row.familyName + ", " + row.givenName;
}

[[nodiscard]] std::string birthText(const storage::PatientRow& row, Date today) {
    if (!row.birthDate) {
        return {};
    }
    auto text = shown({tr("born {1}"), {dayText(*row.birthDate)}});
    if (const auto age = ageOn(*row.birthDate, today)) {
        text = shown({tr("{1} y"), {std::to_string(*age)}}) + " · " + text;
    }
    return text;
}

} // namespace

std::vector<PatientLine> findPatients(Clinic& clinic, const std::string& typed, int limit) {
    std::vector<PatientLine> lines;
    const auto today = clinic.today();
    for (const auto& row : clinic.store().patients().search(typed, limit)) {
        lines.push_back({.id = row.id,
                         .name = listName(row),
                         .detail = birthText(row, today),
                         .last = row.lastSession ? dayText(localDay(*row.lastSession,
                                                                    clinic.profile().timeZone))
                                                 : std::string{},
                         .complaint = row.openComplaint});
    }
    return lines;
}

std::vector<SessionLine> findSessions(Clinic& clinic, const std::string& typed, int limit) {
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
