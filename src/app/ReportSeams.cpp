// SPDX-License-Identifier: MIT
// Reports about a whole patient, about the clinic, letters and handouts.
#include "app/ReportParts.h"
#include "domain/Error.h"

namespace palpate::app {

ReportContent patientContent(Clinic& /*clinic*/, const ReportRequest& /*request*/,
                             const report::Template& layout) {
    throw EditRefused{{tr("The report {1} can't be made yet."), {layout.name()}}};
}

ReportContent clinicContent(Clinic& /*clinic*/, const ReportRequest& /*request*/,
                            const report::Template& layout) {
    throw EditRefused{{tr("The report {1} can't be made yet."), {layout.name()}}};
}

report::Catalogue patientCatalogue() {
    return {};
}

report::Catalogue clinicCatalogue() {
    return {};
}

std::vector<report::FieldInfo> letterFieldInfos() {
    return {};
}

void setLetter(report::Fields& /*fields*/, Clinic& /*clinic*/, const ReportRequest& /*request*/,
               const ReportMatter& /*matter*/) {}

std::optional<report::Figure> filmStripFigure(const Clinic& /*clinic*/,
                                              std::span<const Session> /*oldestFirst*/,
                                              const report::FigureRequest& /*request*/) {
    return std::nullopt;
}

} // namespace palpate::app
