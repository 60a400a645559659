// SPDX-License-Identifier: MIT
// From a request to pages: which record a template is filled from, and how it is laid out.
#include "app/Clinic.h"
#include "app/ReportParts.h"
#include "app/Reports.h"
#include "app/TimeText.h"
#include "domain/Error.h"
#include "report/Layout.h"
#include "storage/Store.h"

#include <algorithm>
#include <iterator>

namespace palpate::app {

Patient openedPatient(Clinic& clinic, const ReportRequest& request) {
    if (!request.patient) {
        throw EditRefused{{tr("This report is about a patient; choose whose."), {}}};
    }
    auto& patients = clinic.store().patients();
    const auto id = patients.current(*request.patient); // a merged record leads to the other
    auto patient = clinic.looksAgainAt(id) ? patients.find(id) : patients.open(id);
    if (!patient) {
        throw StorageError{{tr("There is no patient {1} in this clinic; search for the name."),
                            {request.patient->text()}}};
    }
    return *std::move(patient);
}

Audience audienceOf(const report::Template& layout) {
    if (layout.audience().starts_with("patient")) {
        return Audience::Patient;
    }
    return layout.audience().starts_with("insurer") ? Audience::Insurer : Audience::Clinician;
}

bool asksFor(const report::Template& layout, std::string_view field) {
    return std::ranges::count(layout.fieldNames(), field) > 0;
}

namespace {

constexpr double kPointsForPatients = 10.4; ///< type size that is read without glasses

[[nodiscard]] ReportContent contentOf(Clinic& clinic, const ReportRequest& request,
                                      const report::Template& layout) {
    switch (layout.about()) {
    case ReportAbout::Case:
        return caseContent(clinic, request, layout);
    case ReportAbout::Session:
        return sessionContent(clinic, request, layout);
    case ReportAbout::Patient:
        return patientContent(clinic, request, layout);
    case ReportAbout::Clinic:
        break;
    }
    return clinicContent(clinic, request, layout);
}

[[nodiscard]] report::PageStyle styleOf(const ReportContent& content,
                                        const Stationery& stationery) {
    const auto& layout = stationery.layout;
    auto style = stationery.style;
    if (audienceOf(layout) == Audience::Patient && !layout.isLargeType()) { // large has its own
        style.bodyPoints = kPointsForPatients;
    }
    for (const auto& part : {content.footer, layout.title(), longDayText(content.day)}) {
        if (!part.empty()) {
            style.footer.left += (style.footer.left.empty() ? "" : " · ") + part;
        }
    }
    style.footer.middle = tr("Confidential");
    if (content.draft) {
        style.watermark = tr("DRAFT");
    }
    return style;
}

[[nodiscard]] ReportPages pagesOf(report::Document document) {
    return {.pages = std::move(document.pages), .warnings = std::move(document.warnings)};
}

} // namespace

bool tellsTrail(const report::Template& layout) {
    return layout.about() == ReportAbout::Clinic &&
           std::ranges::any_of(layout.fieldNames(),
                               [](const std::string& name) { return name.starts_with("audit."); });
}

void requireReport(Clinic& clinic, Right right, const ReportRequest& request,
                   const report::Template& layout) {
    require(clinic, tellsTrail(layout) ? Right::ReadTrail : right, request.patient);
}

LaidOutReport laidOut(Clinic& clinic, const ReportRequest& request, const Stationery& stationery) {
    const auto& layout = stationery.layout;
    requireReport(clinic, Right::ReadRecords, request, layout);
    auto content = contentOf(clinic, request, layout);
    content.fields.set("title", layout.title());
    const auto style = styleOf(content, stationery);
    auto document = report::layOut(layout, content.fields, content.figures, style);
    while (document.pages.size() > 1 && content.shorten && content.shorten(content.fields)) {
        document = report::layOut(layout, content.fields, content.figures, style);
    }
    document.metadata.author = content.author;
    document.metadata.subject = content.subject;
    document.metadata.created = content.created;
    document.warnings.insert(document.warnings.begin(),
                             std::make_move_iterator(content.warnings.begin()),
                             std::make_move_iterator(content.warnings.end()));
    return {.document = std::move(document),
            .record = content.record,
            .caseId = content.caseId,
            .what = layout.title() + (content.period.empty() ? "" : ", " + content.period),
            .day = content.day};
}

report::Document reportDocument(Clinic& clinic, const ReportRequest& request) {
    return laidOut(clinic, request,
                   stationeryOf(clinic, templateNamed(clinic, request.templateName)))
        .document;
}

ReportPages reportPages(Clinic& clinic, const ReportRequest& request) {
    return pagesOf(reportDocument(clinic, request));
}

ReportPages previewPages(Clinic& clinic, const ReportRequest& request,
                         const std::string& templateText) {
    return pagesOf(
        laidOut(clinic, request,
                stationeryOf(clinic, report::Template::parse(templateText, request.templateName)))
            .document);
}

} // namespace palpate::app
