// SPDX-License-Identifier: MIT
#include "app/RecordLists.h"

#include "app/Clinic.h"
#include "app/Rights.h"
#include "app/TimeText.h"
#include "atlas/BodyMap.h"
#include "domain/Error.h"
#include "reference/Reference.h"
#include "storage/Store.h"
#include "storage/UserNames.h"

#include <algorithm>
#include <limits>
#include <tuple>

namespace palpate::app {

namespace {

constexpr std::size_t kSuggestions = 4;

[[nodiscard]] Patient openedPatient(Clinic& clinic, const PatientId& id) {
    auto& patients = clinic.store().patients();
    auto patient = patients.open(patients.current(id)); // a merged record leads to the other
    if (!patient) {
        throw EditRefused{
            {tr("There is no patient {1} in this clinic; list its patients first."), {id.text()}}};
    }
    return std::move(*patient);
}

[[nodiscard]] bool isMuscle(const Clinic& clinic, const MuscleKey& key) {
    const auto muscles = clinic.map().muscles();
    return clinic.map().composite(key) != nullptr ||
           std::ranges::any_of(muscles, [&](const atlas::Muscle& m) { return m.key == key; });
}

[[nodiscard]] std::string commaSeparated(const std::vector<std::string>& words) {
    std::string text;
    for (const auto& word : words) {
        text += (text.empty() ? "" : ", ") + word;
    }
    return text;
}

/// "quadratus", "ql", "quadratus-lumborum": what a person may have typed for a muscle's id.
[[nodiscard]] std::vector<std::string> musclesLike(const Clinic& clinic, std::string typed) {
    std::ranges::replace_if(
        typed, [](char c) { return c == '_' || c == '-' || c == '.'; }, ' ');
    const auto& names = clinic.reference().muscleNames();
    auto found = names.candidates(names.lookUp(typed));
    for (const auto& key : names.search(typed, kSuggestions)) {
        if (std::ranges::find(found, key) == found.end()) {
            found.push_back(key);
        }
    }
    std::vector<std::string> ids;
    for (std::size_t i = 0; i < std::min(found.size(), kSuggestions); ++i) {
        ids.push_back(found[i].text());
    }
    return ids;
}

[[nodiscard]] std::vector<std::string> techniquesLike(const Clinic& clinic,
                                                      const std::string& typed) {
    std::vector<std::string> ids;
    for (const auto& technique : clinic.reference().techniques().all()) {
        const auto& id = technique.key.text();
        const bool alike = id.find(typed) != std::string::npos ||
                           (typed.size() > 3 && typed.find(id.substr(0, 4)) != std::string::npos);
        if (alike && ids.size() < kSuggestions) {
            ids.push_back(id);
        }
    }
    return ids;
}

} // namespace

std::vector<ListedPatient> listPatients(Clinic& clinic, const std::string& search, int limit) {
    require(clinic, Right::SeePatients);
    std::vector<ListedPatient> patients;
    const auto& zone = clinic.profile().timeZone;
    for (const auto& row : clinic.store().patients().search(search, limit)) {
        patients.push_back({.id = row.id,
                            .familyName = row.familyName,
                            .givenName = row.givenName,
                            .birthDate = row.birthDate,
                            .lastSession = row.lastSession
                                               ? std::optional{localDay(*row.lastSession, zone)}
                                               : std::nullopt,
                            .openComplaint = row.openComplaint});
    }
    return patients;
}

namespace {

void addSessionsOf(Clinic& clinic, const PatientId& patient, const std::string& name, int limit,
                   std::vector<ListedSession>& sessions) {
    for (const auto& row : clinic.store().sessions().list(patient, limit)) {
        sessions.push_back({.id = row.id,
                            .patient = row.patient,
                            .caseId = row.caseId,
                            .patientName = name,
                            .startedAt = row.startedAt,
                            .day = localDay(row.startedAt, clinic.profile().timeZone),
                            .isSigned = row.isSigned,
                            .points = row.findings,
                            .treatments = row.treatments,
                            .painNow = row.painNow,
                            .excerpt = row.snippet});
    }
}

} // namespace

std::vector<ListedSession> listSessions(Clinic& clinic, const std::optional<PatientId>& patient,
                                        int limit) {
    require(clinic, Right::ReadRecords, patient);
    std::vector<ListedSession> sessions;
    if (patient) {
        const auto opened = openedPatient(clinic, *patient);
        addSessionsOf(clinic, opened.id, fullName(opened), limit, sessions);
        return sessions;
    }
    for (const auto& row : clinic.store().patients().search({}, std::numeric_limits<int>::max(),
                                                            storage::PatientScope::Everything)) {
        if (row.mergedInto) {
            continue; // the record that goes on lists its sessions
        }
        const bool both = !row.givenName.empty() && !row.familyName.empty();
        addSessionsOf(clinic, row.id, row.givenName + (both ? " " : "") + row.familyName, limit,
                      sessions);
    }
    std::ranges::sort(sessions, [](const ListedSession& a, const ListedSession& b) {
        return std::tie(a.startedAt, a.id) > std::tie(b.startedAt, b.id);
    });
    if (sessions.size() > static_cast<std::size_t>(limit)) {
        sessions.erase(sessions.begin() + limit, sessions.end());
    }
    return sessions;
}

std::optional<Message> problem(const SessionSearchRequest& request, const Clinic& clinic) {
    if (!request.muscle.empty()) {
        const auto key = MuscleKey::from(request.muscle);
        if (!key || !isMuscle(clinic, *key)) {
            const auto like = musclesLike(clinic, request.muscle);
            return like.empty()
                       ? Message{tr("The body map has no muscle \"{1}\"; ids look like "
                                    "quadratus_lumborum."),
                                 {request.muscle}}
                       : Message{tr("The body map has no muscle \"{1}\"; perhaps you mean {2}."),
                                 {request.muscle, commaSeparated(like)}};
        }
    }
    if (!request.technique.empty()) {
        const auto key = TechniqueKey::from(request.technique);
        if (!key || clinic.reference().techniques().find(*key) == nullptr) {
            const auto like = techniquesLike(clinic, request.technique);
            return like.empty()
                       ? Message{tr("There is no technique \"{1}\"; ids look like "
                                    "pressure_release."),
                                 {request.technique}}
                       : Message{tr("There is no technique \"{1}\"; perhaps you mean {2}."),
                                 {request.technique, commaSeparated(like)}};
        }
    }
    if (request.from && request.to && *request.to < *request.from) {
        return Message{tr("The period ends on {1}, before it begins on {2}."),
                       {isoDate(*request.to), isoDate(*request.from)}};
    }
    return std::nullopt;
}

std::string withOptions(const std::string& query, const SessionSearchRequest& request) {
    auto text = query;
    // An open quote must not swallow what follows.
    text += std::ranges::count(query, '"') % 2 == 1 ? "\"" : "";
    const auto add = [&](const char* field, const std::string& value) {
        text += value.empty() ? "" : (text.empty() ? "" : " ") + std::string{field} + value;
    };
    add("muscle:", request.muscle);
    add("technique:", request.technique);
    add("since:", request.from ? isoDate(*request.from) : std::string{});
    add("until:", request.to ? isoDate(*request.to) : std::string{});
    return text;
}

SessionId latestSession(Clinic& clinic, const PatientId& patient) {
    requireRecord(clinic, Right::ReadRecords, patient);
    const auto opened = openedPatient(clinic, patient);
    const auto rows = clinic.store().sessions().list(opened.id, 1);
    if (rows.empty()) {
        throw EditRefused{{tr("{1} has no session yet."), {fullName(opened)}}};
    }
    return rows.front().id;
}

std::vector<std::string> userNames(const std::filesystem::path& folder) {
    return storage::userNames(folder);
}

} // namespace palpate::app
