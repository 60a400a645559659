// SPDX-License-Identifier: MIT
// Each way by which something is found or leaves, once.
#include "app/Documents.h"
#include "app/MapFigures.h"
#include "app/MapFile.h"
#include "app/ReportChoices.h"
#include "app/ReportForms.h"
#include "app/ReportTemplates.h"
#include "app/Reports.h"
#include "app/SearchLists.h"
#include "app/SearchPresenter.h"
#include "app/SearchQuery.h"
#include "app/UseCases.h"
#include "report/Document.h"
#include "support/Builders.h"

namespace palpate::test {

namespace {

using app::Clinic;
using app::Right;

[[nodiscard]] app::ReportRequest progressOf(const Tried& tried) {
    return {.patient = tried.patient, .caseId = tried.caseId};
}

[[nodiscard]] std::vector<UseCase> ofDocuments() {
    return {
        {"Documents.h", "documentsOf", Right::ReadRecords,
         [](Clinic& c, const Tried& t) { static_cast<void>(app::documentsOf(c, t.patient)); }},
        {"Documents.h", "documentOf", Right::ReadRecords,
         [](Clinic& c, const Tried& t) {
             static_cast<void>(app::documentOf(c, t.patient, idOf<DocumentId>(1)));
         }},
        {"Documents.h", "attachFile", Right::WriteRecords,
         [](Clinic& c, const Tried& t) {
             app::attachFile(c, t.patient, {}, t.folder / "nowhere.png", "Scan");
         }},
        {"Documents.h", "documentBytes", Right::ReadRecords,
         [](Clinic& c, const Tried&) {
             static_cast<void>(app::documentBytes(c, idOf<DocumentId>(1)));
         }},
        {"Documents.h", "saveDocument", Right::GiveOut,
         [](Clinic& c, const Tried& t) {
             app::saveDocument(c, idOf<DocumentId>(1), t.folder / "saved.pdf", {});
         }},
        {"Documents.h", "disclosuresOf", Right::ReadRecords,
         [](Clinic& c, const Tried& t) { static_cast<void>(app::disclosuresOf(c, t.patient)); }},
        {"Documents.h", "disclose", Right::GiveOut,
         [](Clinic& c, const Tried& t) {
             app::disclose(c, t.patient, {}, DisclosureMeans::Printed, "Map", {});
         }},
        {"MapFigures.h", "sheetTitle", Right::ReadRecords,
         [](Clinic& c, const Tried& t) { static_cast<void>(app::sheetTitle(c, {t.session})); }},
        {"MapFigures.h", "sessionMap", Right::ReadRecords,
         [](Clinic& c, const Tried& t) { static_cast<void>(app::sessionMap(c, {t.session})); }},
        {"MapFile.h", "recordMapExport", Right::GiveOut,
         [](Clinic& c, const Tried& t) {
             app::recordMapExport(c, t.session, DisclosureMeans::Printed);
         }},
        {"MapFile.h", "writeMap", Right::GiveOut,
         [](Clinic& c, const Tried& t) {
             app::writeMap(c, {t.session}, t.folder / "map.svg", app::MapFormat::Svg);
         }},
    };
}

[[nodiscard]] std::vector<UseCase> ofReports() {
    return {
        {"ReportChoices.h", "reportChoices", Right::ReadRecords,
         [](Clinic& c, const Tried& t) {
             static_cast<void>(app::reportChoices(c, t.patient, t.caseId));
         }},
        {"ReportChoices.h", "printableTemplates", Right::ReadRecords,
         [](Clinic& c, const Tried&) { static_cast<void>(app::printableTemplates(c)); }},
        {"ReportForms.h", "formFileName", Right::ReadRecords,
         [](Clinic& c, const Tried& t) {
             auto request = progressOf(t);
             request.form = idOf<FormRecordId>(1);
             static_cast<void>(app::formFileName(c, request));
         }},
        {"ReportTemplates.h", "templateText", Right::ReadRecords,
         [](Clinic& c, const Tried&) { static_cast<void>(app::templateText(c, "handover")); }},
        {"ReportTemplates.h", "templateHistory", Right::ReadRecords,
         [](Clinic& c, const Tried&) { static_cast<void>(app::templateHistory(c, "handover")); }},
        {"Reports.h", "reportDocument", Right::ReadRecords,
         [](Clinic& c, const Tried& t) {
             static_cast<void>(app::reportDocument(c, progressOf(t)));
         }},
        {"Reports.h", "reportPages", Right::ReadRecords,
         [](Clinic& c, const Tried& t) { static_cast<void>(app::reportPages(c, progressOf(t))); }},
        {"Reports.h", "previewPages", Right::ReadRecords,
         [](Clinic& c, const Tried& t) {
             static_cast<void>(
                 app::previewPages(c, progressOf(t), "---\ntitle: Own\nabout: case\n---\nx\n"));
         }},
        {"Reports.h", "suggestedFileName", Right::ReadRecords,
         [](Clinic& c, const Tried& t) {
             static_cast<void>(app::suggestedFileName(c, progressOf(t)));
         }},
        {"Reports.h", "writeReport", Right::GiveOut,
         [](Clinic& c, const Tried& t) {
             app::writeReport(c, progressOf(t), t.folder / "report.pdf");
         }},
        {"Reports.h", "keepReport", Right::GiveOut,
         [](Clinic& c, const Tried& t) { app::keepReport(c, progressOf(t)); }},
        {"Reports.h", "pagesToPrint", Right::GiveOut,
         [](Clinic& c, const Tried& t) {
             static_cast<void>(app::pagesToPrint(c, progressOf(t), {}));
         }},
        {"Reports.h", "writeReports", Right::GiveOut,
         [](Clinic& c, const Tried& t) {
             app::writeReports(c, {.search = {},
                                   .request = progressOf(t),
                                   .folder = t.folder / "many",
                                   .delivery = {}});
         }},
    };
}

[[nodiscard]] std::vector<UseCase> ofSearches() {
    return {
        {"SearchPresenter.h", "SearchPresenter", Right::ReadRecords,
         [](Clinic& c, const Tried&) {
             const app::SearchPresenter search{c, {}};
         }},
        {"SearchQuery.h", "parseQuery", Right::ReadRecords,
         [](Clinic& c, const Tried&) { static_cast<void>(app::parseQuery(c, "pain")); }},
        {"SearchQuery.h", "written", Right::ReadRecords,
         [](Clinic& c, const Tried&) { static_cast<void>(app::written(c, {})); }},
        {"SearchQuery.h", "completionsOf", Right::ReadRecords,
         [](Clinic& c, const Tried&) { static_cast<void>(app::completionsOf(c, "pa")); }},
        {"SearchLists.h", "searchSessions", Right::ReadRecords,
         [](Clinic& c, const Tried&) { static_cast<void>(app::searchSessions(c, {}, 5)); }},
        {"SearchLists.h", "searchPatients", Right::ReadRecords,
         [](Clinic& c, const Tried&) { static_cast<void>(app::searchPatients(c, {}, 5)); }},
        {"SearchLists.h", "countFound", Right::ReadRecords,
         [](Clinic& c, const Tried&) {
             static_cast<void>(app::countFound(c, {}, app::ResultsAs::Sessions));
         }},
        {"SearchLists.h", "savedQuery", Right::ReadRecords,
         [](Clinic& c, const Tried&) { static_cast<void>(app::savedQuery(c, "mine")); }},
        {"SearchLists.h", "exportSearch", Right::GiveOut,
         [](Clinic& c, const Tried& t) {
             app::exportSearch(c, {}, app::ResultsAs::Sessions, t.folder / "found.csv", {});
         }},
    };
}

} // namespace

std::vector<UseCase> leavingUseCases() {
    auto all = ofDocuments();
    for (auto& more : {ofReports(), ofSearches()}) {
        all.insert(all.end(), more.begin(), more.end());
    }
    return all;
}

} // namespace palpate::test
