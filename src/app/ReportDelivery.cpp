// SPDX-License-Identifier: MIT
// What becomes of a report: a file, a kept document, paper.
#include "app/Accounting.h"
#include "app/Clinic.h"
#include "app/Delivering.h"
#include "app/FileNames.h"
#include "app/OutgoingFile.h"
#include "app/ReportForms.h"
#include "app/TimeText.h"
#include "domain/Error.h"
#include "domain/Text.h"
#include "report/Pdf.h"
#include "report/Protect.h"
#include "storage/Store.h"

#include <algorithm>
#include <limits>
#include <utility>

namespace palpate::app {

namespace {

/// What is to leave the clinic, or to be kept.
[[nodiscard]] LaidOutReport laidOut(Clinic& clinic, const ReportRequest& request) {
    auto layout = templateNamed(clinic, request.templateName);
    requireReport(clinic, Right::GiveOut, request, layout);
    return laidOut(clinic, request, stationeryOf(clinic, std::move(layout)));
}

[[nodiscard]] DocumentId keep(Clinic& clinic, const LaidOutReport& report,
                              const ReportRequest& request, const std::string& pdf) {
    if (!report.record) {
        throw EditRefused{{tr("A report about the clinic is of no patient, so there is nowhere to "
                              "keep it; save it as a file."),
                           {}}};
    }
    return keepBytes(clinic,
                     {.patient = *report.record,
                      .caseId = report.caseId,
                      .title = report.what,
                      .fileName = reportFileName(personOf(clinic, report.record),
                                                 request.templateName, report.day),
                      .templateName = request.templateName},
                     pdf);
}

/// What leaves of the clinic's own affairs is no patient's: the trail alone tells of it.
void recordLeaving(Clinic& clinic, const LaidOutReport& report, DisclosureMeans means,
                   const std::optional<DocumentId>& kept,
                   const std::optional<std::array<std::uint8_t, 32>>& digest,
                   const Delivery& delivery) {
    if (report.record) {
        recordLeaving(clinic,
                      {.patient = *report.record,
                       .caseId = report.caseId,
                       .means = means,
                       .what = report.what,
                       .document = kept,
                       .digest = digest},
                      delivery);
        return;
    }
    clinic.store().audit().record(
        means == DisclosureMeans::Printed ? storage::AuditKind::Print : storage::AuditKind::Export,
        std::nullopt,
        "report " + report.what + (digest ? "\ndigest " + storage::hexOf(*digest) : std::string{}) +
            "\n");
}

/// The local day of the newest session that the report may be about; today when there is none.
[[nodiscard]] Date dayOf(Clinic& clinic, const ReportRequest& request, ReportAbout about) {
    if (about == ReportAbout::Clinic || !request.patient) {
        return clinic.today();
    }
    auto& store = clinic.store();
    const auto patient = store.patients().current(*request.patient);
    auto wanted = request.caseId;
    if (!wanted && about != ReportAbout::Patient) {
        const auto cases = store.cases().ofPatient(patient);
        wanted = cases.empty() ? std::nullopt : std::optional{cases.front().id};
    }
    for (const auto& row : store.sessions().list(patient, std::numeric_limits<int>::max())) {
        if (request.session ? row.id != *request.session : wanted && row.caseId != *wanted) {
            continue;
        }
        const auto session = store.sessions().find(row.id);
        const auto day = session ? localDay(session->startedAt, session->timeZone) : clinic.today();
        if (request.session ||
            ((!request.from || *request.from <= day) && (!request.to || day <= *request.to))) {
            return day;
        }
    }
    return clinic.today();
}

} // namespace

std::string personOf(Clinic& clinic, const std::optional<PatientId>& record) {
    auto& patients = clinic.store().patients();
    const auto patient = record ? patients.find(patients.current(*record)) : std::nullopt;
    return patient ? patient->familyName + " " + patient->givenName : std::string{};
}

Delivery addressed(Delivery delivery, const LetterWords& letter) {
    if (trimmed(delivery.recipient).empty()) {
        delivery.recipient = letter.recipient;
    }
    return delivery;
}

std::string suggestedFileName(Clinic& clinic, const ReportRequest& request) {
    if (request.form || !request.formUrl.empty()) {
        return formFileName(clinic, request);
    }
    const auto layout = templateNamed(clinic, request.templateName);
    requireReport(clinic, Right::ReadRecords, request, layout);
    const auto about = layout.about();
    const auto person =
        about == ReportAbout::Clinic ? std::string{} : personOf(clinic, request.patient);
    if (person.empty() && about != ReportAbout::Clinic) {
        throw StorageError{
            {tr("There is no such patient in this clinic; search for the name."), {}}};
    }
    return reportFileName(person, request.templateName, dayOf(clinic, request, about));
}

ReadyReport readyReport(LaidOutReport report, const Delivery& delivery) {
    auto pdf = report::pdf(report.document);
    auto leaving = delivery.password.empty() ? pdf : report::protectedPdf(pdf, delivery.password);
    return {std::move(report), std::move(pdf), std::move(leaving)};
}

WrittenReport deliver(Clinic& clinic, ReadyReport ready, const ReportRequest& request,
                      const std::filesystem::path& file, const Delivery& delivery) {
    WrittenReport written{.warnings = std::move(ready.report.document.warnings),
                          .digest = storage::digestOf(ready.leaving),
                          .kept = {}};
    OutgoingFile target{file, ready.leaving.size()};
    clinic.store().atomically([&] {
        if (delivery.keep) {
            written.kept = keep(clinic, ready.report, request, ready.pdf);
        }
        recordLeaving(clinic, ready.report, DisclosureMeans::SavedFile, written.kept,
                      written.digest, delivery);
    });
    target.release(ready.leaving);
    return written;
}

WrittenReport writeReport(Clinic& clinic, const ReportRequest& request,
                          const std::filesystem::path& file, const Delivery& delivery) {
    const auto to = addressed(delivery, request.letter);
    requireRecordable(to);
    return deliver(clinic, readyReport(laidOut(clinic, request), to), request, file, to);
}

DocumentId keepReport(Clinic& clinic, const ReportRequest& request) {
    const auto report = laidOut(clinic, request);
    return keep(clinic, report, request, report::pdf(report.document));
}

ReportPages pagesToPrint(Clinic& clinic, const ReportRequest& request, const Delivery& delivery) {
    const auto to = addressed(delivery, request.letter);
    requireRecordable(to);
    auto report = laidOut(clinic, request);
    const auto pdf = to.keep ? report::pdf(report.document) : std::string{};
    clinic.store().atomically([&] {
        const auto kept =
            to.keep ? std::optional{keep(clinic, report, request, pdf)} : std::nullopt;
        recordLeaving(clinic, report, DisclosureMeans::Printed, kept, std::nullopt, to);
    });
    return {.pages = std::move(report.document.pages),
            .warnings = std::move(report.document.warnings)};
}

} // namespace palpate::app
