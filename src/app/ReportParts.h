// SPDX-License-Identifier: MIT
#pragma once

#include "app/CaseStory.h"
#include "domain/Patient.h"
#include "report/Fields.h"
#include "report/FigureSource.h"

#include <string>

namespace palpate::app {

class Clinic;

/// What a report is made of, gathered once.
struct ReportMatter {
    Patient patient;
    CaseStory story;
    std::string practitionerName; ///< of the latest session
    std::string profession;
    std::string registration;
};

/// The values of the catalogue in docs/templates.md.
[[nodiscard]] report::Fields reportFields(const Clinic& clinic, const ReportMatter& matter);
/// Of those, ranges of motion first and now.
void setMotions(report::Fields& fields, const CaseStory& story,
                const reference::Reference& reference);
/// Of those, when the latest session was, what was done in it, and what was corrected since.
void setLatestSession(report::Fields& fields, const CaseStory& story);
/// The figures of the same catalogue. Clinic and matter must outlive the source.
[[nodiscard]] report::FigureSource reportFigures(const Clinic& clinic, const ReportMatter& matter);
/// The one view that the report's maps show: where most of the case's findings lie.
[[nodiscard]] View mainView(const CaseStory& story);
/// Whether a session of the period is not signed yet: such pages carry a watermark.
[[nodiscard]] bool holdsDraft(const CaseStory& story);

} // namespace palpate::app
