// SPDX-License-Identifier: MIT
// A report about the clinic: who did or saw what, and whether the trail is whole.
#include "app/AuditTexts.h"
#include "app/Clinic.h"
#include "app/LocalDay.h"
#include "app/PatientWords.h"
#include "app/ReportParts.h"
#include "app/SentenceWords.h"
#include "app/TimeText.h"
#include "domain/Error.h"
#include "storage/AuditTrail.h"
#include "storage/DocumentRepository.h"
#include "storage/Store.h"
#include "storage/Verification.h"

#include <algorithm>
#include <map>
#include <sstream>

namespace palpate::app {

namespace {

constexpr std::size_t kMostRows = 5000; ///< of one report
constexpr std::size_t kDigestGroup = 8;

using storage::AuditEntry;

[[nodiscard]] std::string groupsOf(const std::string& digits) {
    std::string text;
    for (std::size_t i = 0; i < digits.size(); ++i) {
        text += i > 0 && i % kDigestGroup == 0 ? " " : "";
        text += digits[i];
    }
    return text;
}

class AuditPages {
public:
    AuditPages(Clinic& clinic, const ReportRequest& request) : clinic_{clinic} {
        auto& filter = filter_;
        filter.patient = request.patient
                             ? std::optional{clinic.store().patients().current(*request.patient)}
                             : std::nullopt;
        const auto& zone = clinic.profile().timeZone;
        if (request.from) {
            filter.from = momentIn(*request.from, std::chrono::minutes{0}, zone);
        }
        if (request.to) {
            filter.to = momentIn(Date{std::chrono::sys_days{*request.to} + std::chrono::days{1}},
                                 std::chrono::minutes{0}, zone);
        }
        filter.practitioner = request.auditBy;
        filter.kind = storage::parseAuditKind(request.auditKind);
        filter.limit = 500;
    }

    void fill(report::Fields& fields) {
        std::vector<report::Fields> rows;
        while (!isFull_) {
            const auto page = clinic_.store().audit().list(filter_);
            for (const auto& entry : page) {
                if (rows.size() == kMostRows) {
                    isFull_ = true;
                    break;
                }
                newest_ = newest_ ? newest_ : std::optional{entry.at};
                rows.push_back(rowOf(entry));
            }
            if (page.size() < static_cast<std::size_t>(filter_.limit)) {
                break;
            }
            filter_.beforeSeq = page.back().seq;
        }
        const auto count = rows.size();
        fields.setFlag("audit.hasRows", count > 0)
            .set("audit.count",
                 shown({count == 1 ? tr("{1} row") : tr("{1} rows"), {std::to_string(count)}}))
            .set("audit.left", isFull_ ? shown({tr("The newest {1} rows are printed; older ones of "
                                                   "the period are left out. Ask for a shorter "
                                                   "period to see them."),
                                                {std::to_string(count)}})
                                       : std::string{})
            .setList("audit.rows", std::move(rows));
    }
    [[nodiscard]] const std::optional<Instant>& newest() const { return newest_; }

private:
    [[nodiscard]] report::Fields rowOf(const AuditEntry& entry) {
        const auto& zone = clinic_.profile().timeZone;
        report::Fields row;
        row.set("number", std::to_string(entry.seq))
            .set("when", dayText(localDay(entry.at, zone)) + ", " + clockText(entry.at, zone))
            .set("who", practitioner(entry.by))
            .set("what", actText(entry))
            .set("patient", entry.patient ? patient(*entry.patient) : std::string{})
            .set("detail", notedShortly(entry));
        return row;
    }
    [[nodiscard]] const std::string& practitioner(const PractitionerId& id) {
        auto found = people_.find(id);
        if (found == people_.end()) {
            const auto person = clinic_.store().practitioners().find(id);
            found =
                people_
                    .emplace(id, person ? person->displayName : std::string{tr("an unknown user")})
                    .first;
        }
        return found->second;
    }
    [[nodiscard]] const std::string& patient(const PatientId& id) {
        auto found = patients_.find(id);
        if (found == patients_.end()) {
            const auto line = clinic_.store().patients().row(id); // also of a closed record
            found = patients_
                        .emplace(id, line ? fullName(line->familyName, line->givenName)
                                          : std::string{tr("a record that is gone")})
                        .first;
        }
        return found->second;
    }

    Clinic& clinic_;
    storage::AuditFilter filter_;
    bool isFull_ = false;
    std::optional<Instant> newest_;
    std::map<PractitionerId, std::string> people_;
    std::map<PatientId, std::string> patients_;
};

void setChain(report::Fields& fields, const storage::AuditTrail& trail) {
    const auto head = trail.head();
    std::vector<report::Fields> faults;
    std::int64_t found = 0;
    for (const auto& check : trail.check()) {
        found += check.faultCount;
        for (const auto& fault : check.faults) {
            faults.emplace_back().set("text", shown(fault));
        }
    }
    const auto count = std::to_string(head.count);
    fields.setFlag("audit.isSound", found == 0)
        .set("audit.verdict",
             found == 0
                 ? shown({tr("The whole trail was read: its {1} rows follow one another, their "
                             "details fit and every signed head is genuine."),
                          {count}})
                 : shown({found == 1 ? tr("The whole trail of {1} rows was read: {2} fault.")
                                     : tr("The whole trail of {1} rows was read: {2} faults."),
                          {count, std::to_string(found)}}))
        .setList("audit.faults", std::move(faults))
        .set("audit.headRow", count)
        .set("audit.head", groupsOf(storage::hexOf(head.hash)));
}

[[nodiscard]] std::string periodWords(const ReportRequest& request) {
    if (request.from && request.to) {
        return shown({tr("{1} to {2}"), {longDayText(*request.from), longDayText(*request.to)}});
    }
    if (request.from) {
        return shown({tr("from {1}"), {longDayText(*request.from)}});
    }
    return request.to ? shown({tr("until {1}"), {longDayText(*request.to)}})
                      : std::string{tr("from the beginning")};
}

} // namespace

ReportContent clinicContent(Clinic& clinic, const ReportRequest& request,
                            const report::Template& layout) {
    const auto asks = [&](std::string_view group) {
        return std::ranges::any_of(
            layout.fieldNames(), [&](const std::string& name) { return name.starts_with(group); });
    };
    if (asks("recovery.")) {
        throw EditRefused{
            {tr("The recovery key is shown once, when the clinic is made, and is kept "
                "nowhere; its sheet can't be printed later."),
             {}}};
    }
    if (asks("destruction.")) {
        throw EditRefused{{tr("The certificate of a destruction is written when a record is "
                              "destroyed; print it again from the list of those."),
                           {}}};
    }
    if (asks("form.")) {
        return formContent(clinic, request);
    }
    ReportContent content;
    auto& fields = content.fields;
    setClinic(fields, clinic);
    content.period = periodWords(request);
    fields.set("period", content.period);
    content.day = clinic.today();
    content.created = std::chrono::sys_days{clinic.today()};
    content.footer = clinic.profile().name;
    if (request.patient) {
        const auto patient = openedPatient(clinic, request);
        setPatient(fields, patient);
        content.footer += ", " + fullName(patient);
        content.record = patient.id;
    }
    if (tellsTrail(layout)) {
        AuditPages pages{clinic, request};
        pages.fill(fields);
        setChain(fields, clinic.store().audit());
        if (pages.newest()) {
            const auto& zone = clinic.profile().timeZone;
            content.day = localDay(*pages.newest(), zone);
            content.created = *pages.newest();
        }
    }
    fields.set("printedOn", longDayText(clinic.today()))
        .set("printedBy", clinic.practitioner().displayName);
    content.figures = [](const report::FigureRequest&) { return std::nullopt; };
    content.author = clinic.practitioner().displayName + ", " + clinic.profile().name;
    content.subject = content.footer;
    return content;
}

} // namespace palpate::app
