// SPDX-License-Identifier: MIT
// What a report about a case says, put together from its parts.
#include "app/Clinic.h"
#include "app/ReportInside.h"
#include "app/TimeText.h"
#include "app/Words.h"
#include "reference/Reference.h"

#include <algorithm>

namespace palpate::app {

namespace {

[[nodiscard]] std::string periodText(const CaseStory& story) {
    const auto first = reportDay(story.first());
    const auto latest = reportDay(story.latest());
    return first == latest ? longDayText(first)
                           : shown({tr("{1} to {2}"), {longDayText(first), longDayText(latest)}});
}

[[nodiscard]] std::string trendCaption(const CaseStory& story, Audience audience) {
    const auto asked = std::ranges::count_if(
        story.sessions, [](const Session& session) { return session.painNow.has_value(); });
    const auto count = std::to_string(story.sessions.size());
    if (audience == Audience::Patient) {
        return tr("0: no pain; 10: the worst you can imagine");
    }
    return shown({tr("NPRS before treatment; asked in {1} of {2} sessions"),
                  {std::to_string(asked), count}});
}

[[nodiscard]] ReportContent contentOf(const Patient& patient, const std::string& complaint,
                                      const Session& latest) {
    ReportContent content;
    content.subject = fullName(patient) + ", " + complaint;
    content.footer = fullName(patient);
    content.day = reportDay(latest);
    content.created = latest.signature ? latest.signature->at : latest.startedAt;
    content.record = latest.patient;
    content.caseId = latest.caseId;
    content.period = longDayText(content.day);
    return content;
}

} // namespace

Date reportDay(const Session& session) {
    return localDay(session.startedAt, session.timeZone);
}

bool holdsDraft(const CaseStory& story) {
    return std::ranges::any_of(story.sessions,
                               [](const Session& session) { return !isSigned(session); });
}

report::Fields caseFields(Clinic& clinic, const ReportMatter& matter,
                          const report::Template& layout) {
    const auto& story = matter.story;
    const auto& reference = clinic.reference();
    Footnotes notes;
    const Wording wording{
        .audience = matter.audience,
        .notes = &notes,
        .hasOtherCases = matter.hasOtherCases,
        .function = [&](Footnotes* sources) { return functionText(clinic, matter, sources); }};
    report::Fields fields;
    setClinic(fields, clinic);
    setPatient(fields, matter.patient);
    fields.set("practitioner.name", matter.practitionerName)
        .set("practitioner.profession", matter.profession)
        .set("practitioner.registration", matter.registration)
        .set("title", layout.title())
        .set("period", periodText(story))
        .set("sessionCount",
             shown({story.sessions.size() == 1 ? tr("{1} session") : tr("{1} sessions"),
                    {std::to_string(story.sessions.size())}}))
        .set("first.date", longDayText(reportDay(story.first())))
        .set("latest.date", longDayText(reportDay(story.latest())))
        .setFlag("hasTrend",
                 std::ranges::any_of(story.sessions,
                                     [](const Session& s) { return s.painNow.has_value(); }))
        .set("trendTitle", matter.audience == Audience::Patient   ? tr("Your pain")
                           : functionIn(matter.scores) != nullptr ? tr("Pain and function")
                                                                  : tr("Pain"))
        .set("trendCaption", trendCaption(story, matter.audience))
        .set("helped", helpedText(story, reference, matter.audience))
        .setFlag("draft", holdsDraft(story));
    setCase(fields, story.record, clinic, reportDay(story.latest()));
    // In the order of the page, for the numbers of the footnotes; only what the page prints.
    if (asksFor(layout, "summary")) {
        fields.setNote("summary", summaryOf(story, reference, wording));
    }
    if (asksFor(layout, "cards")) {
        fields.setList("cards", reportCards(story, clinic, wording, matter.scores));
    }
    const bool hasDrawn = std::ranges::any_of(
        story.sessions, [](const Session& session) { return !session.painAreas.empty(); });
    setMaps(fields, story, clinic,
            hasDrawn && asksFor(layout, "latest.caption") ? notes.mark(areaNote()) : std::string{});
    setMotions(fields, story, reference,
               asksFor(layout, "motionSource")
                   ? notes.mark(rangeSources(motionsOf(story), reference))
                   : std::string{});
    setPoints(fields, story, clinic, matter.audience);
    setLatestSession(fields, story);
    setCourse(fields, matter, clinic);
    setHandover(fields, matter, clinic, layout);
    setCare(fields, matter, clinic, layout);
    fields.setList("sources", notes.rows());
    return fields;
}

ReportContent caseContent(Clinic& clinic, const ReportRequest& request,
                          const report::Template& layout) {
    auto gathered = matterOf(clinic, request, openedPatient(clinic, request));
    gathered.audience = audienceOf(layout);
    const auto matter = std::make_shared<const ReportMatter>(std::move(gathered));
    auto content =
        contentOf(matter->patient, matter->story.record.complaint, matter->story.latest());
    content.fields = caseFields(clinic, *matter, layout);
    content.figures = caseFigures(clinic, matter);
    content.author = matter->practitionerName + ", " + clinic.profile().name;
    content.draft = holdsDraft(matter->story);
    content.period = periodText(matter->story);
    content.warnings = sideConflicts(clinic, matter->story.sessions);
    addLetter(content, clinic, request, matter, layout);
    return content;
}

ReportContent sessionContent(Clinic& clinic, const ReportRequest& request,
                             const report::Template& layout) {
    const auto matter = std::make_shared<const SessionMatter>(
        sessionMatterOf(clinic, request, openedPatient(clinic, request)));
    const auto& session = matter->session;
    auto content = contentOf(matter->patient, matter->record.complaint, session);
    const auto writer = matter->names.find(session.practitioner);
    const auto name = writer == matter->names.end() ? std::string{} : writer->second;
    Footnotes notes;
    auto& fields = content.fields;
    setClinic(fields, clinic);
    setPatient(fields, matter->patient);
    fields.set("practitioner.name", name)
        .set("practitioner.profession", matter->profession)
        .set("practitioner.registration", matter->registration)
        .set("title", layout.title())
        .set("case.title", matter->record.complaint)
        .set("case.since",
             matter->record.onset ? longDayText(*matter->record.onset) : std::string{})
        .set("case.diagnosis", matter->record.diagnosisCode)
        .set("case.diagnosisCodes", diagnosisCodes(matter->record))
        .setGroup("session", sessionFields(clinic, *matter, notes))
        .setFlag("draft", !isSigned(session))
        .setList("sources", notes.rows());
    setScreening(fields, *matter, clinic);
    content.figures = sessionFigures(clinic, matter);
    content.author = name + ", " + clinic.profile().name;
    content.draft = !isSigned(session);
    content.warnings = sideConflicts(clinic, std::span{&session, 1});
    return content;
}

} // namespace palpate::app
