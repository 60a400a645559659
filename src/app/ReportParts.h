// SPDX-License-Identifier: MIT
#pragma once

#include "app/CaseStory.h"
#include "app/Footnotes.h"
#include "app/MeasureTrends.h"
#include "app/ReportRequest.h"
#include "app/Rights.h"
#include "domain/CarePlan.h"
#include "domain/Patient.h"
#include "report/Catalogue.h"
#include "report/Document.h"
#include "report/Fields.h"
#include "report/FigureSource.h"
#include "report/PageStyle.h"
#include "report/Template.h"

#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace palpate::atlas {
class BodyMap;
}
namespace palpate::reference {
class Reference;
}

namespace palpate::app {

class Clinic;

/// What a report is filled with, whatever it is about.
struct ReportContent {
    report::Fields fields;
    report::FigureSource figures; ///< keeps alive what it draws from; the clinic must outlive it
    std::string author;
    std::string subject;
    std::string footer;                 ///< "Ana Kovács": what every page says first at its foot
    Date day{};                         ///< of the record's latest part, for the foot of the page
    Instant created{};                  ///< likewise: the same record gives the same bytes
    bool draft = false;                 ///< the pages carry a watermark
    std::vector<Message> warnings = {}; ///< for whoever prints, before those of the layout
    /// For documents and disclosures: whose record it is of (with a case the case's own, which a
    /// merged record keeps; empty: of the clinic), and of when ("14 Oct to 25 Nov 2026").
    std::optional<PatientId> record = {};
    std::optional<CaseId> caseId = {};
    std::string period = {};
    /// Of a page that has to stay one: takes something away and says so in the fields; false: there
    /// is nothing more to take away. Empty: as many pages as it needs.
    std::function<bool(report::Fields&)> shorten = {};
};

/// Laid out, with what is known of it when it is kept or leaves the clinic.
struct LaidOutReport {
    report::Document document;
    std::optional<PatientId> record;
    std::optional<CaseId> caseId;
    std::string what; ///< "Progress report, 14 Oct to 25 Nov 2026"
    Date day{};       ///< of the record's latest part
};
/// A template and how the clinic's pages look (letterhead, typefaces): read once, for any number of
/// reports.
struct Stationery {
    report::Template layout;
    report::PageStyle style; ///< without what a single report adds: footer, watermark
};
/// Throws DataError naming the first fault when the template has one, ReportError when a typeface
/// is missing.
[[nodiscard]] Stationery stationeryOf(Clinic& clinic, report::Template layout);
/// As reportDocument(), on stationery that is at hand.
[[nodiscard]] LaidOutReport laidOut(Clinic& clinic, const ReportRequest& request,
                                    const Stationery& stationery);

/// A case's sessions of the period, as gathered once for the page.
struct ReportMatter {
    Patient patient;
    CaseStory story;
    std::string practitionerName; ///< of the latest session
    std::string profession;
    std::string registration;
    std::map<PractitionerId, std::string> names = {}; ///< of all who wrote or signed
    Audience audience = Audience::Clinician;
    bool hasOtherCases = false;    ///< the patient has others, which the report leaves out
    int firstNumber = 1;           ///< within the case, of the period's first session
    std::optional<Date> from = {}; ///< of the period, as asked for
    std::optional<Date> to = {};
    std::vector<CarePlanItem> care = {};   ///< the case's plan of home care, also what was stopped
    std::vector<MeasureTrend> scores = {}; ///< of the period, where forms told any
};
/// The first that scores function or disability: not pain, not a rating of change. nullptr: none.
[[nodiscard]] const MeasureTrend* functionIn(std::span<const MeasureTrend> scores);
/// One session, and those of its case before it.
struct SessionMatter {
    Patient patient;
    Case record;
    std::vector<Session> earlier; ///< oldest first
    Session session;
    std::map<PractitionerId, std::string> names = {}; ///< of all who wrote or signed
    std::string profession;
    std::string registration;
};

/// Throws EditRefused when the patient has no such case or it has no session in the period.
[[nodiscard]] ReportMatter matterOf(Clinic& clinic, const ReportRequest& request, Patient patient);
/// The same of one session; without one in the request the latest of the period.
[[nodiscard]] SessionMatter sessionMatterOf(Clinic& clinic, const ReportRequest& request,
                                            Patient patient);
/// Of the one that is to be printed. Throws EditRefused when none is named.
[[nodiscard]] Patient openedPatient(Clinic& clinic, const ReportRequest& request);
/// The one to use under that name: the clinic's own, else the shipped one. Throws DataError naming
/// those there are.
[[nodiscard]] report::Template templateNamed(Clinic& clinic, const std::string& name);
/// Whether the template tells what the audit trail does.
[[nodiscard]] bool tellsTrail(const report::Template& layout);
/// Throws AccessDenied, audited, unless whoever is signed in may have what is made with the
/// template: of a record `right`, of the trail ReadTrail.
void requireReport(Clinic& clinic, Right right, const ReportRequest& request,
                   const report::Template& layout);
[[nodiscard]] Audience audienceOf(const report::Template& layout);
/// Whether the template asks for that field: a source is named only where its number is printed.
[[nodiscard]] bool asksFor(const report::Template& layout, std::string_view field);

[[nodiscard]] ReportContent caseContent(Clinic& clinic, const ReportRequest& request,
                                        const report::Template& layout);
[[nodiscard]] ReportContent sessionContent(Clinic& clinic, const ReportRequest& request,
                                           const report::Template& layout);
/// Everything kept of a patient, whatever the case.
[[nodiscard]] ReportContent patientContent(Clinic& clinic, const ReportRequest& request,
                                           const report::Template& layout);
/// The clinic itself: its audit trail, its recovery key.
[[nodiscard]] ReportContent clinicContent(Clinic& clinic, const ReportRequest& request,
                                          const report::Template& layout);

/// A form, empty or filled in, as `form.*`: what a report about the clinic is filled with where its
/// template asks for that.
[[nodiscard]] ReportContent formContent(Clinic& clinic, const ReportRequest& request);

// Fields, by the part of the catalogue that they fill.

/// `clinic.*`: what heads a page.
void setClinic(report::Fields& fields, Clinic& clinic);
/// `patient.*` of every report about a patient.
void setPatient(report::Fields& fields, const Patient& patient);
/// `case.*` and diagnoses and goals.
void setCase(report::Fields& fields, const Case& record, const Clinic& clinic, Date asOf);
/// All of a report about a case but what LetterWords tell.
[[nodiscard]] report::Fields caseFields(Clinic& clinic, const ReportMatter& matter,
                                        const report::Template& layout);
/// Ranges of motion first and now; `sourceMark` stands behind "usual".
void setMotions(report::Fields& fields, const CaseStory& story,
                const reference::Reference& reference, const std::string& sourceMark = {});
/// When the latest session was, what was done in it, and what was corrected since.
void setLatestSession(report::Fields& fields, const CaseStory& story);
/// What was agreed for the time after: home care, next visit, planned visits, visits so far.
void setCourse(report::Fields& fields, const ReportMatter& matter, const Clinic& clinic);
/// `factors`, `otherCases`: what a colleague who takes over has to know beside the case. Only what
/// the template asks for is read.
void setHandover(report::Fields& fields, const ReportMatter& matter, Clinic& clinic,
                 const report::Template& layout);
/// `flags`, `screening`, `scores`, `carePlan`, `toldFactors`: what forms told of the case, and what
/// was done about it. Only what the template asks for is read.
void setCare(report::Fields& fields, const ReportMatter& matter, Clinic& clinic,
             const report::Template& layout);
/// `flags` and `screening` of one session.
void setScreening(report::Fields& fields, const SessionMatter& matter, Clinic& clinic);
/// `flags` and `carePlans` of a patient, whatever the case. Only what the template asks for is
/// read.
void setPatientCare(report::Fields& fields, Clinic& clinic, const PatientId& patient,
                    const report::Template& layout);
/// `amendments`: what a patient asked to be changed in the record.
void setAmendments(report::Fields& fields, Clinic& clinic, const PatientId& patient);
/// What may be said of scores of function, in one sentence a measure; empty: there are none.
/// Without `notes` the sources stand in the sentences.
[[nodiscard]] std::string functionText(Clinic& clinic, const ReportMatter& matter,
                                       Footnotes* notes);
/// One session without a prefix: a report about a session has it as `session`, one about a patient
/// as the items of `sessions`. Notes take the sources of what is judged.
[[nodiscard]] report::Fields sessionFields(const Clinic& clinic, const SessionMatter& matter,
                                           Footnotes& notes);
/// What letters, handouts and maps ask for beside: `letter.*`, `handout.*`, the views, the figures
/// of a patient's own points. Only what the template asks for is worked out.
void addLetter(ReportContent& content, Clinic& clinic, const ReportRequest& request,
               const std::shared_ptr<const ReportMatter>& matter, const report::Template& layout);

// The catalogue, by the same parts.

void append(std::vector<report::FieldInfo>& to, std::vector<report::FieldInfo> more);
[[nodiscard]] report::Catalogue caseCatalogue();
[[nodiscard]] report::Catalogue sessionCatalogue();
[[nodiscard]] report::Catalogue patientCatalogue();
[[nodiscard]] report::Catalogue clinicCatalogue();
[[nodiscard]] std::vector<report::FieldInfo> letterFieldInfos();
[[nodiscard]] std::vector<report::FigureInfo> letterFigureInfos();
[[nodiscard]] std::vector<report::FieldInfo> formFieldInfos();
[[nodiscard]] std::vector<report::FigureInfo> formFigureInfos();
[[nodiscard]] std::vector<report::FieldInfo> clinicFieldInfos();
[[nodiscard]] std::vector<report::FieldInfo> personFieldInfos();
/// Of setCare(), setScreening() and setPatientCare().
[[nodiscard]] std::vector<report::FieldInfo> careFieldInfos();
[[nodiscard]] std::vector<report::FieldInfo> screeningFieldInfos();
[[nodiscard]] std::vector<report::FieldInfo> patientCareFieldInfos();
/// Of setAmendments().
[[nodiscard]] std::vector<report::FieldInfo> amendmentFieldInfos();
/// Of sessionFields().
[[nodiscard]] std::vector<report::FieldInfo> sessionFieldInfos();
/// The same names behind "PREFIX.".
[[nodiscard]] std::vector<report::FieldInfo> prefixed(std::vector<report::FieldInfo> infos,
                                                      std::string_view prefix);

// Figures.

[[nodiscard]] report::FigureSource caseFigures(const Clinic& clinic,
                                               std::shared_ptr<const ReportMatter> matter);
[[nodiscard]] report::FigureSource sessionFigures(const Clinic& clinic,
                                                  std::shared_ptr<const SessionMatter> matter);
/// The sessions of a case as small maps in a row.
[[nodiscard]] std::optional<report::Figure> filmStripFigure(const Clinic& clinic,
                                                            std::span<const Session> oldestFirst,
                                                            const report::FigureRequest& request);
[[nodiscard]] std::vector<report::FigureInfo> caseFigureInfos();
[[nodiscard]] std::vector<report::FigureInfo> sessionFigureInfos();
/// The view that the report's maps show: where most of the case's findings lie.
[[nodiscard]] View mainView(const CaseStory& story);
/// The view that shows more of what the main one leaves out than any other; empty: it leaves out
/// nothing.
[[nodiscard]] std::optional<View> otherView(const CaseStory& story, const atlas::BodyMap& map);

/// Whether a session of the period is not signed yet: such pages carry a watermark.
[[nodiscard]] bool holdsDraft(const CaseStory& story);
/// Sides that contradict each other: a finding's and that of its place on the map in any session,
/// the latest note's and that of what it speaks of. Each names its session; `sessions` is not
/// empty.
[[nodiscard]] std::vector<Message> sideConflicts(const Clinic& clinic,
                                                 std::span<const Session> sessions);

} // namespace palpate::app
