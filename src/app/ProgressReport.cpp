// SPDX-License-Identifier: MIT
#include "app/ProgressReport.h"

#include "app/Clinic.h"
#include "app/ReportParts.h"
#include "app/TimeText.h"
#include "app/Words.h"
#include "domain/Error.h"
#include "report/Layout.h"
#include "report/Pdf.h"
#include "storage/Store.h"

#include <algorithm>

namespace palpate::app {

namespace {

/// The clinic's record of a patient, for whoever looks at it: audited.
[[nodiscard]] Patient openedPatient(Clinic& clinic, const PatientId& id) {
    auto& patients = clinic.store().patients();
    auto patient = patients.open(patients.current(id)); // a merged record leads to the other
    if (!patient) {
        throw StorageError{
            {tr("There is no patient {1} in this clinic; search for the name."), {id.text()}}};
    }
    return *std::move(patient);
}

[[nodiscard]] Case caseOf(Clinic& clinic, const ReportRequest& request, const PatientId& patient) {
    const auto cases = clinic.store().cases().ofPatient(patient);
    const auto wanted = std::ranges::find_if(
        cases, [&](const Case& record) { return !request.caseId || record.id == *request.caseId; });
    if (wanted == cases.end()) {
        throw EditRefused{
            {tr("There is no such case of this patient, so there is nothing to report."), {}}};
    }
    return *wanted;
}

[[nodiscard]] ReportMatter matterOf(Clinic& clinic, const ReportRequest& request, Patient patient) {
    const auto record = caseOf(clinic, request, patient.id);
    auto sessions = clinic.store().sessions().ofCase(record.id);
    std::erase_if(sessions, [&](const Session& session) {
        const auto day = localDay(session.startedAt, session.timeZone);
        return (request.from && day < *request.from) || (request.to && day > *request.to);
    });
    if (sessions.empty()) {
        throw EditRefused{
            {tr("This case has no session in the period, so there is nothing to report."), {}}};
    }
    const auto person = clinic.store().practitioners().find(sessions.back().practitioner);
    return {.patient = std::move(patient),
            .story = storyOf(record, std::move(sessions)),
            .practitionerName = person ? person->displayName : std::string{},
            .profession = person ? professionWord(person->profession) : std::string{},
            .registration = person ? person->registration : std::string{}};
}

[[nodiscard]] report::Template templateNamed(const Clinic& clinic, const std::string& name) {
    const auto& folder = clinic.knowledge().paths().templates;
    std::string known;
    for (const auto& entry : std::filesystem::directory_iterator{folder}) {
        if (entry.path().extension() != ".md") {
            continue;
        }
        if (entry.path().stem() == name) {
            return report::Template::load(entry.path());
        }
        known += (known.empty() ? "" : ", ") + entry.path().stem().string();
    }
    throw DataError{{tr("There is no report template \"{1}\"; there are: {2}."), {name, known}}};
}

[[nodiscard]] report::Document documentOf(const Clinic& clinic, const ReportRequest& request,
                                          const ReportMatter& matter) {
    const auto layout = templateNamed(clinic, request.templateName);
    const auto& latest = matter.story.latest();
    const auto day = localDay(latest.startedAt, latest.timeZone);
    report::PageStyle style;
    style.footer.left =
        fullName(matter.patient) + " · " + layout.title() + " · " + longDayText(day);
    style.footer.middle = tr("Confidential");
    if (holdsDraft(matter.story)) {
        style.watermark = tr("DRAFT");
    }
    auto document =
        report::layOut(layout, reportFields(clinic, matter), reportFigures(clinic, matter), style);
    document.metadata.author = matter.practitionerName + ", " + clinic.profile().name;
    document.metadata.subject = fullName(matter.patient) + ", " + matter.story.record.complaint;
    document.metadata.created = latest.signature ? latest.signature->at : latest.startedAt;
    return document;
}

/// Letters and digits of any script, the rest a dash.
[[nodiscard]] std::string forFileName(const std::string& text) {
    std::string out;
    for (const char c : text) {
        const auto byte = static_cast<unsigned char>(c);
        const bool keeps = byte >= 0x80 || (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') ||
                           (c >= 'A' && c <= 'Z');
        if (keeps) {
            out += c;
        } else if (!out.empty() && out.back() != '-') {
            out += '-';
        }
    }
    return out.substr(0, out.find_last_not_of('-') + 1);
}

} // namespace

report::Document reportDocument(Clinic& clinic, const ReportRequest& request) {
    return documentOf(clinic, request,
                      matterOf(clinic, request, openedPatient(clinic, request.patient)));
}

ReportPages reportPages(Clinic& clinic, const ReportRequest& request) {
    auto document = reportDocument(clinic, request);
    return {.pages = std::move(document.pages), .warnings = std::move(document.warnings)};
}

std::string suggestedFileName(Clinic& clinic, const ReportRequest& request) {
    auto& patients = clinic.store().patients();
    const auto patient = patients.find(patients.current(request.patient));
    if (!patient) {
        throw StorageError{{tr("There is no patient {1} in this clinic; search for the name."),
                            {request.patient.text()}}};
    }
    const auto matter = matterOf(clinic, request, *patient);
    const auto& latest = matter.story.latest();
    return forFileName(patient->familyName + " " + patient->givenName) + "-" +
           request.templateName + "-" + isoDate(localDay(latest.startedAt, latest.timeZone)) +
           ".pdf";
}

std::vector<Message> writeReport(Clinic& clinic, const ReportRequest& request,
                                 const std::filesystem::path& file) {
    const auto document = reportDocument(clinic, request);
    // Before the file: what leaves the clinic never leaves without a row.
    clinic.store().audit().record(storage::AuditKind::Export, request.patient,
                                  "report " + request.templateName + " as PDF");
    report::writePdf(document, file);
    return document.warnings;
}

} // namespace palpate::app
