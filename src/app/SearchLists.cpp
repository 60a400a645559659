// SPDX-License-Identifier: MIT
#include "app/SearchLists.h"

#include "app/Clinic.h"
#include "app/Rights.h"
#include "app/SearchExport.h"
#include "app/SearchHits.h"
#include "app/TimeText.h"
#include "app/TypedWords.h"
#include "domain/Error.h"
#include "storage/Store.h"

#include <algorithm>

namespace palpate::app {

std::vector<ListedSession> searchSessions(Clinic& clinic, const SessionFilter& filter, int limit) {
    require(clinic, Right::ReadRecords);
    std::vector<ListedSession> sessions;
    const auto& zone = clinic.profile().timeZone;
    for (const auto& found : clinic.store().finder().sessions(filter, {.limit = limit}).hits) {
        const auto session = clinic.store().sessions().find(found.hit.session);
        if (!session) {
            continue; // discarded by another program since
        }
        sessions.push_back({.id = found.hit.session,
                            .patient = found.hit.patient,
                            .caseId = found.caseId,
                            .patientName = found.hit.patientName,
                            .startedAt = found.hit.startedAt,
                            .day = localDay(found.hit.startedAt, zone),
                            .isSigned = found.hit.isSigned,
                            .points = static_cast<int>(found.findings.size()),
                            .treatments = static_cast<int>(found.treatments.size()),
                            .painNow = session->painNow,
                            .excerpt = found.hit.snippet});
    }
    return sessions;
}

std::vector<ListedFinding> searchPatients(Clinic& clinic, const SessionFilter& filter, int limit) {
    require(clinic, Right::ReadRecords);
    std::vector<ListedFinding> patients;
    const auto& zone = clinic.profile().timeZone;
    for (const auto& found : clinic.store().finder().patients(filter, {.limit = limit}).hits) {
        const auto& newest = found.newest.hit;
        patients.push_back({.patient = newest.patient,
                            .patientName = newest.patientName,
                            .sessions = found.sessions.count,
                            .isMore = found.sessions.isMore,
                            .last = localDay(newest.startedAt, zone),
                            .newest = newest.session});
    }
    return patients;
}

FoundCount countFound(Clinic& clinic, const SessionFilter& filter, ResultsAs as) {
    require(clinic, Right::ReadRecords);
    const auto& finder = clinic.store().finder();
    const auto count =
        as == ResultsAs::Sessions ? finder.countSessions(filter) : finder.countPatients(filter);
    return {count.count, count.isMore, countText(count, as)};
}

std::string savedQuery(Clinic& clinic, const std::string& name) {
    require(clinic, Right::ReadRecords);
    std::string names;
    for (const auto& search : clinic.store().savedSearches().list()) {
        if (folded(search.name) == folded(name)) {
            return search.query;
        }
        names += (names.empty() ? "" : ", ") + search.name;
    }
    throw EditRefused{
        names.empty()
            ? Message{tr("There is no saved search “{1}”; you have saved none yet."), {name}}
            : Message{tr("There is no saved search “{1}”; there are: {2}."), {name, names}}};
}

bool exportSearch(Clinic& clinic, const SessionFilter& filter, ResultsAs as,
                  const std::filesystem::path& file, const Delivery& delivery,
                  const std::function<bool(std::size_t)>& goesOn) {
    require(clinic, Right::GiveOut);
    return writeCsv(clinic, {.filter = filter, .as = as, .goesOn = goesOn}, file, delivery);
}

} // namespace palpate::app
