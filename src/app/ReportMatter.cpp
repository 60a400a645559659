// SPDX-License-Identifier: MIT
// What a report is made of, gathered from the store.
#include "app/Clinic.h"
#include "app/ReportParts.h"
#include "app/TimeText.h"
#include "app/Words.h"
#include "domain/Error.h"
#include "storage/Store.h"

#include <algorithm>
#include <array>

namespace palpate::app {

namespace {

/// Its sessions of the period, oldest first, and the number of the first of them within the case.
struct Period {
    std::vector<Session> sessions;
    int firstNumber = 1;
};
/// Throws EditRefused when there is none.
[[nodiscard]] Period periodOf(Clinic& clinic, const CaseId& record, const ReportRequest& request) {
    auto sessions = clinic.store().sessions().ofCase(record);
    const auto before = std::ranges::count_if(sessions, [&](const Session& session) {
        return request.from && localDay(session.startedAt, session.timeZone) < *request.from;
    });
    std::erase_if(sessions, [&](const Session& session) {
        const auto day = localDay(session.startedAt, session.timeZone);
        return (request.from && day < *request.from) || (request.to && day > *request.to);
    });
    if (sessions.empty()) {
        throw EditRefused{
            {tr("This case has no session in the period, so there is nothing to report."), {}}};
    }
    return {std::move(sessions), static_cast<int>(before) + 1};
}

[[nodiscard]] const Case& wantedOf(const std::vector<Case>& cases,
                                   const std::optional<CaseId>& wanted) {
    const auto found = std::ranges::find_if(
        cases, [&](const Case& record) { return !wanted || record.id == *wanted; });
    if (found == cases.end()) {
        throw EditRefused{
            {tr("There is no such case of this patient, so there is nothing to report."), {}}};
    }
    return *found;
}

[[nodiscard]] std::map<PractitionerId, std::string> namesOf(Clinic& clinic,
                                                            std::span<const Session> sessions) {
    std::map<PractitionerId, std::string> names;
    const auto add = [&](const PractitionerId& id) {
        if (!names.contains(id)) {
            const auto person = clinic.store().practitioners().find(id);
            names.emplace(id, person ? person->displayName : std::string{});
        }
    };
    for (const auto& session : sessions) {
        add(session.practitioner);
        if (session.signature) {
            add(session.signature->by);
        }
        for (const auto& addendum : session.addenda) {
            add(addendum.by);
        }
    }
    return names;
}

/// Pain now of the sessions alone is told elsewhere.
[[nodiscard]] std::vector<MeasureTrend> scoresOf(Clinic& clinic, const CaseId& record,
                                                 const ReportRequest& request) {
    auto trends = measureTrends(clinic, record, {request.from, request.to});
    std::erase_if(trends, [](const MeasureTrend& trend) { return !trend.fromForms; });
    return trends;
}

/// As it stands behind a name. Empty for "other", which says nothing that the name does not.
[[nodiscard]] std::string printedProfession(const std::optional<Practitioner>& person) {
    return person && person->profession != Profession::Other ? professionWord(person->profession)
                                                             : std::string{};
}

} // namespace

const MeasureTrend* functionIn(std::span<const MeasureTrend> scores) {
    // Those of outcome-measures.json whose construct is function or disability.
    static constexpr std::array kOfFunction{"psfs", "odi", "rmdq", "qbpds", "ndi"};
    const auto found = std::ranges::find_if(scores, [](const MeasureTrend& trend) {
        return std::ranges::find(kOfFunction, trend.measure.text()) != kOfFunction.end();
    });
    return found == scores.end() ? nullptr : &*found;
}

ReportMatter matterOf(Clinic& clinic, const ReportRequest& request, Patient patient) {
    const auto cases = clinic.store().cases().ofPatient(patient.id);
    const auto& record = wantedOf(cases, request.caseId);
    auto [sessions, firstNumber] = periodOf(clinic, record.id, request);
    const auto person = clinic.store().practitioners().find(sessions.back().practitioner);
    auto names = namesOf(clinic, sessions);
    return {.patient = std::move(patient),
            .story = storyOf(record, std::move(sessions)),
            .practitionerName = person ? person->displayName : std::string{},
            .profession = printedProfession(person),
            .registration = person ? person->registration : std::string{},
            .names = std::move(names),
            .hasOtherCases = cases.size() > 1,
            .firstNumber = firstNumber,
            .from = request.from,
            .to = request.to,
            .care = clinic.store().carePlans().ofCase(record.id),
            .scores = scoresOf(clinic, record.id, request)};
}

SessionMatter sessionMatterOf(Clinic& clinic, const ReportRequest& request, Patient patient) {
    auto wanted = request;
    if (request.session) {
        const auto session = clinic.store().sessions().find(*request.session);
        // A session of a merged record keeps that one's identity.
        if (!session || clinic.store().patients().current(session->patient) != patient.id) {
            throw EditRefused{
                {tr("There is no such session of this patient, so there is nothing to report."),
                 {}}};
        }
        wanted.caseId = session->caseId;
        wanted.from.reset();
        wanted.to.reset();
    }
    const auto cases = clinic.store().cases().ofPatient(patient.id);
    const auto& record = wantedOf(cases, wanted.caseId);
    const auto period = periodOf(clinic, record.id, wanted).sessions;
    const auto id = request.session.value_or(period.back().id);
    // What is compared with lies before the session, be it outside the period or not.
    auto earlier = clinic.store().sessions().ofCase(record.id);
    const auto at = std::ranges::find(earlier, id, &Session::id);
    if (at == earlier.end()) {
        throw EditRefused{
            {tr("There is no such session of this case, so there is nothing to report."), {}}};
    }
    auto session = *at;
    earlier.erase(at, earlier.end());
    const auto person = clinic.store().practitioners().find(session.practitioner);
    auto names = namesOf(clinic, std::span{&session, 1});
    return {.patient = std::move(patient),
            .record = record,
            .earlier = std::move(earlier),
            .session = std::move(session),
            .names = std::move(names),
            .profession = printedProfession(person),
            .registration = person ? person->registration : std::string{}};
}

} // namespace palpate::app
