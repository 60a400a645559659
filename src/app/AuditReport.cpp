// SPDX-License-Identifier: MIT
#include "app/AuditReport.h"

#include "app/AuditTexts.h"
#include "app/Clinic.h"
#include "app/LocalDay.h"
#include "app/OutgoingFile.h"
#include "app/Reports.h"
#include "app/Rights.h"
#include "app/SearchExport.h"
#include "app/TimeText.h"
#include "domain/Error.h"
#include "domain/Text.h"
#include "storage/Store.h"

#include <algorithm>
#include <array>

namespace palpate::app {

namespace {

constexpr int kPageOfExport = 1000;

using storage::AuditKind;

constexpr std::array kKinds{
    AuditKind::SignIn,   AuditKind::FailedSignIn, AuditKind::SignOut, AuditKind::View,
    AuditKind::Create,   AuditKind::Change,       AuditKind::Discard, AuditKind::Sign,
    AuditKind::Addendum, AuditKind::Complete,     AuditKind::Print,   AuditKind::Export,
    AuditKind::Refuse,   AuditKind::Emergency,    AuditKind::Erase,   AuditKind::Destroy,
    AuditKind::TakeOver, AuditKind::Lock,         AuditKind::Unlock,  AuditKind::Migrate};

[[nodiscard]] storage::AuditFilter filterOf(const Clinic& clinic, const AuditWish& wish) {
    storage::AuditFilter filter;
    filter.patient = wish.patient;
    filter.practitioner = wish.person;
    if (!wish.kind.empty()) {
        filter.kind = storage::parseAuditKind(wish.kind);
        if (!filter.kind) {
            throw EditRefused{{tr("The audit trail knows no act of the kind “{1}”."), {wish.kind}}};
        }
    }
    const auto& zone = clinic.profile().timeZone;
    if (wish.from) {
        filter.from = startOf(*wish.from, zone);
    }
    if (wish.to) {
        filter.to = startOf(dayAfter(*wish.to), zone);
    }
    return filter;
}

[[nodiscard]] storage::AuditSort sortOf(AuditOrder order) {
    switch (order) {
    case AuditOrder::Who:
        return storage::AuditSort::Who;
    case AuditOrder::What:
        return storage::AuditSort::What;
    case AuditOrder::Record:
        return storage::AuditSort::Record;
    case AuditOrder::Time:
        break;
    }
    return storage::AuditSort::Time;
}

[[nodiscard]] AuditLine lineOf(Clinic& clinic, const storage::NamedAuditEntry& named) {
    const auto& entry = named.entry;
    const auto& zone = clinic.profile().timeZone;
    AuditLine line;
    line.seq = entry.seq;
    line.at = entry.at;
    line.when = weekdayText(localDay(entry.at, zone)) + ", " + clockText(entry.at, zone);
    line.who = named.who.empty() ? std::string{tr("an unknown user")} : named.who;
    line.kind = storage::name(entry.kind);
    line.what = named.session
                    ? shown({tr("{1} the session of {2}"),
                             {actWord(entry.kind), dayText(localDay(*named.session, zone))}})
                    : actText(entry);
    line.patient = entry.patient;
    line.record = named.record;
    if (entry.patient && named.record.empty()) {
        line.record = tr("a record that is gone");
    }
    line.shortly = notedShortly(entry);
    line.details = notedLines(entry, may(clinic.store().signedIn().role, Right::ReadRecords));
    line.isErased = entry.detailErased;
    return line;
}

} // namespace

AuditPage auditPage(Clinic& clinic, const AuditWish& wish, std::int64_t skipped, int limit) {
    require(clinic, Right::ReadTrail);
    const auto filter = filterOf(clinic, wish);
    const auto& trail = clinic.store().audit();
    AuditPage page;
    page.total = trail.count(filter);
    for (const auto& named :
         trail.page({filter, sortOf(wish.order), wish.isAscending, skipped, limit})) {
        page.lines.push_back(lineOf(clinic, named));
    }
    return page;
}

std::vector<AuditKindChoice> auditKinds() {
    std::vector<AuditKindChoice> choices;
    for (const auto kind : kKinds) {
        choices.push_back({std::string{storage::name(kind)}, actWord(kind)});
    }
    return choices;
}

std::vector<AuditPersonChoice> auditPeople(Clinic& clinic) {
    require(clinic, Right::ReadTrail);
    std::vector<AuditPersonChoice> choices;
    for (const auto& person : clinic.store().practitioners().list()) {
        choices.push_back({person.id, person.displayName, person.userName});
    }
    return choices;
}

std::vector<AuditPatientChoice> auditPatients(Clinic& clinic, const std::string& typed, int limit) {
    require(clinic, Right::ReadTrail);
    std::vector<AuditPatientChoice> choices;
    for (const auto& found : clinic.store().audit().patientsNamed(trimmed(typed), limit)) {
        const auto birth = parseTypedDay(found.birthDate);
        choices.push_back({found.id, found.name,
                           birth ? shown({tr("born {1}"), {dayText(*birth)}}) : std::string{}});
    }
    return choices;
}

bool writeAuditCsv(Clinic& clinic, const AuditWish& wish, const std::filesystem::path& file,
                   const AuditGoesOn& goesOn) {
    require(clinic, Right::ReadTrail);
    std::string csv = csvLine({tr("Row"), tr("Time (UTC)"), tr("Time"), tr("Who"), tr("Kind"),
                               tr("What"), tr("Patient"), tr("Record"), tr("Detail")});
    std::int64_t done = 0;
    for (;;) {
        const auto page = auditPage(clinic, wish, done, kPageOfExport);
        for (const auto& line : page.lines) {
            std::string detail;
            for (const auto& each : line.details) {
                detail += (detail.empty() ? "" : "\n") + each;
            }
            csv += csvLine({std::to_string(line.seq), isoInstant(line.at), line.when, line.who,
                            line.kind, line.what, line.record,
                            line.patient ? line.patient->text() : std::string{},
                            line.isErased ? tr("(lawfully erased)") : detail});
        }
        done += static_cast<std::int64_t>(page.lines.size());
        if (page.lines.size() < static_cast<std::size_t>(kPageOfExport)) {
            break;
        }
        if (goesOn && !goesOn(done, page.total)) {
            return false;
        }
    }
    OutgoingFile outgoing{file, csv.size()};
    clinic.store().audit().record(AuditKind::Export, std::nullopt,
                                  "audit_trail " + std::to_string(done) + " rows as CSV\ndigest " +
                                      storage::hexOf(storage::digestOf(csv)) + "\n");
    outgoing.release(csv);
    return true;
}

void writeAuditPdf(Clinic& clinic, const AuditWish& wish, const std::filesystem::path& file) {
    require(clinic, Right::ReadTrail);
    if (wish.patient && !may(clinic.store().signedIn().role, Right::ReadRecords)) {
        throw EditRefused{{tr("A PDF about one patient is a disclosure of their record, which an "
                              "auditor does not make; save the rows as a table."),
                           {}}};
    }
    ReportRequest request;
    request.templateName = "audit-report";
    request.patient = wish.patient;
    request.from = wish.from;
    request.to = wish.to;
    request.auditBy = wish.person;
    request.auditKind = wish.kind;
    static_cast<void>(writeReport(clinic, request, file));
}

} // namespace palpate::app
