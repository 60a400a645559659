// SPDX-License-Identifier: MIT
// A report about a whole patient: everything kept, whatever the case, and what left the clinic.
#include "app/CaseSheet.h"
#include "app/Clinic.h"
#include "app/ContactNotes.h"
#include "app/Documents.h"
#include "app/ReportFilledForms.h"
#include "app/ReportInside.h"
#include "app/ReportMaps.h"
#include "app/SentenceWords.h"
#include "app/TimeText.h"
#include "app/WholePatient.h"
#include "app/Words.h"
#include "domain/Error.h"
#include "reference/Reference.h"
#include "storage/DocumentRepository.h"
#include "storage/Store.h"

#include <algorithm>
#include <iterator>
#include <map>
#include <memory>
#include <utility>

namespace palpate::app {

namespace {

/// The sessions of a case, for its film strip.
using SessionsByCase = std::map<CaseId, std::vector<Session>>;

[[nodiscard]] std::string orNotAsked(std::string text) {
    return text.empty() ? std::string{tr("not noted")} : text;
}

[[nodiscard]] std::string sexText(const Patient& patient) {
    switch (patient.sex) {
    case Sex::NotAsked:
        break;
    case Sex::Female:
        return tr("female");
    case Sex::Male:
        return tr("male");
    case Sex::Other:
        return tr("other");
    case Sex::Unknown:
        return tr("asked, not known");
    }
    return tr("not asked");
}

[[nodiscard]] std::string handText(Hand hand) {
    switch (hand) {
    case Hand::NotAsked:
        break;
    case Hand::Right:
        return tr("right");
    case Hand::Left:
        return tr("left");
    case Hand::Both:
        return tr("both");
    }
    return tr("not asked");
}

[[nodiscard]] std::string contactText(const Contact& contact) {
    return orNotAsked(joined({contact.name, contact.relation, contact.phone}, ", "));
}

[[nodiscard]] report::Fields fact(std::string label, std::string value) {
    report::Fields row;
    row.set("label", std::move(label)).set("value", std::move(value));
    return row;
}

[[nodiscard]] std::vector<report::Fields> factsOf(const Patient& patient) {
    std::vector<report::Fields> facts;
    facts.push_back(fact(tr("Full name"), fullName(patient)));
    facts.push_back(fact(tr("Called"), orNotAsked(patient.preferredName)));
    facts.push_back(fact(tr("Born"), patient.birthDate ? longDayText(*patient.birthDate)
                                                       : std::string{tr("not asked")}));
    facts.push_back(fact(tr("Sex"), sexText(patient)));
    facts.push_back(fact(tr("Gender"), orNotAsked(patient.gender)));
    facts.push_back(fact(tr("Writes with"), handText(patient.hand)));
    facts.push_back(fact(tr("Occupation"), orNotAsked(patient.occupation)));
    facts.push_back(fact(tr("Telephone"), orNotAsked(patient.phone)));
    facts.push_back(fact(tr("E-mail"), orNotAsked(patient.email)));
    facts.push_back(fact(tr("Address"), orNotAsked(patient.address)));
    facts.push_back(fact(tr("In an emergency"), contactText(patient.emergency)));
    facts.push_back(fact(tr("Physician"), contactText(patient.physician)));
    return facts;
}

[[nodiscard]] std::vector<report::Fields> lines(const std::vector<std::string>& texts) {
    std::vector<report::Fields> rows;
    for (const auto& text : texts) {
        rows.emplace_back().set("text", text);
    }
    return rows;
}

[[nodiscard]] std::vector<std::string> alertLines(const Patient& patient,
                                                  const reference::Reference& reference) {
    if (!patient.alerts) {
        return {tr("Not asked.")};
    }
    if (patient.alerts->empty()) {
        return {tr("Asked, none.")};
    }
    std::vector<std::string> texts;
    for (const auto& alert : *patient.alerts) {
        texts.push_back(alertText(reference, alert));
    }
    return texts;
}

void setPerson(report::Fields& fields, const Patient& patient, const Clinic& clinic) {
    std::vector<report::Fields> consents;
    for (const auto& consent : consentLines(patient)) {
        consents.emplace_back()
            .set("scope", consent.scope)
            .set("status", consent.status)
            .set("note", consent.note);
    }
    fields.setList("facts", factsOf(patient))
        .setNote("patient.note", patient.note)
        .setList("alerts", lines(alertLines(patient, clinic.reference())))
        .setList("allergies", lines(allergyLines(patient)))
        .setFlag("hasConsents", !consents.empty())
        .setList("consents", std::move(consents));
}

// Cases -----------------------------------------------------------------------------------------

class Names {
public:
    explicit Names(Clinic& clinic) : clinic_{clinic} {}
    void add(const Session& session) {
        add(session.practitioner);
        if (session.signature) {
            add(session.signature->by);
        }
        for (const auto& addendum : session.addenda) {
            add(addendum.by);
        }
    }
    [[nodiscard]] const std::map<PractitionerId, std::string>& all() const { return names_; }

private:
    void add(const PractitionerId& id) {
        if (!names_.contains(id)) {
            const auto person = clinic_.store().practitioners().find(id);
            names_.emplace(id, person ? person->displayName : std::string{});
        }
    }
    Clinic& clinic_;
    std::map<PractitionerId, std::string> names_;
};

[[nodiscard]] bool isWithin(const Session& session, const ReportRequest& request) {
    const auto day = reportDay(session);
    return (!request.from || day >= *request.from) && (!request.to || day <= *request.to);
}

/// The items of `sessions` and `contacts` and what a case is.
class Record {
public:
    Record(Clinic& clinic, const ReportRequest& request, const Patient& patient)
        : clinic_{clinic}, request_{request}, patient_{patient}, names_{clinic} {}

    [[nodiscard]] std::vector<report::Fields> cases(SessionsByCase& kept) {
        std::vector<report::Fields> rows;
        auto records = clinic_.store().cases().ofPatient(patient_.id);
        std::ranges::stable_sort(records, {}, &Case::opened); // told in the order of the years
        for (const auto& record : records) {
            auto sessions = clinic_.store().sessions().ofCase(record.id);
            rows.push_back(rowOf(record, std::move(sessions), kept));
        }
        return rows;
    }
    [[nodiscard]] std::vector<report::Fields> sources() const { return notes_.rows(); }
    [[nodiscard]] const std::optional<Session>& latest() const { return latest_; }
    [[nodiscard]] std::size_t sessionCount() const { return count_; }
    [[nodiscard]] std::size_t drafts() const { return drafts_; }

private:
    [[nodiscard]] report::Fields rowOf(const Case& record, std::vector<Session> sessions,
                                       SessionsByCase& kept) {
        report::Fields row;
        setCase(row, record, clinic_,
                sessions.empty() ? record.opened : reportDay(sessions.back()));
        std::vector<report::Fields> contacts;
        for (const auto& contact : contactLines(clinic_, record.id)) {
            contacts.emplace_back()
                .set("kind", contact.kindWord)
                .set("when", contact.when)
                .set("by", contact.by)
                .set("written", contact.written)
                .setNote("text", contact.text);
        }
        std::ranges::reverse(contacts); // oldest first, as the sessions
        auto told = toldOf(record, sessions);
        std::erase_if(sessions,
                      [&](const Session& session) { return !isWithin(session, request_); });
        row.set("case.id", record.id.text())
            .setFlag("hasContacts", !contacts.empty())
            .setList("contacts", std::move(contacts))
            .setFlag("hasSessions", !told.empty())
            .set("sessionCount", shown({told.size() == 1 ? tr("{1} session") : tr("{1} sessions"),
                                        {std::to_string(told.size())}}))
            .setList("filmRows", filmRows(told.size()))
            .setList("sessions", std::move(told));
        kept.emplace(record.id, std::move(sessions));
        return row;
    }

    /// Each in full, those before it at hand: moved from one place to the other, since a copy of
    /// all for each would cost their square.
    [[nodiscard]] std::vector<report::Fields> toldOf(const Case& record,
                                                     std::vector<Session>& sessions) {
        std::vector<report::Fields> told;
        if (sessions.empty()) {
            return told;
        }
        SessionMatter matter{.patient = patient_,
                             .record = record,
                             .earlier = {},
                             .session = sessions.front(),
                             .profession = {},
                             .registration = {}};
        for (auto& session : sessions) {
            names_.add(session);
            matter.names = names_.all();
            matter.session = std::move(session);
            if (isWithin(matter.session, request_)) {
                told.push_back(sessionFields(clinic_, matter, notes_));
                note(matter.session);
            }
            matter.earlier.push_back(std::move(matter.session));
        }
        sessions = std::move(matter.earlier);
        return told;
    }

    void note(const Session& session) {
        ++count_;
        drafts_ += isSigned(session) ? 0 : 1;
        if (!latest_ || latest_->startedAt < session.startedAt) {
            latest_ = session;
        }
    }

    Clinic& clinic_;
    const ReportRequest& request_;
    const Patient& patient_;
    Names names_;
    Footnotes notes_;
    std::optional<Session> latest_;
    std::size_t count_ = 0;
    std::size_t drafts_ = 0;
};

// What was kept, and what left ------------------------------------------------------------------

[[nodiscard]] std::string digestText(const std::array<std::uint8_t, 32>& digest) {
    return storage::hexOf(digest);
}

void setDocuments(report::Fields& fields, Clinic& clinic, const PatientId& patient) {
    std::vector<report::Fields> rows;
    for (const auto& line : documentsOf(clinic, patient)) {
        rows.emplace_back()
            .set("title", line.document.title)
            .set("file", line.document.fileName)
            .set("kind", line.document.origin == DocumentOrigin::Produced ? tr("made here")
                                                                          : tr("brought along"))
            .set("when", line.when)
            .set("by", line.by)
            .set("size", line.size)
            .set("digest", digestText(line.document.digest));
    }
    fields.setFlag("hasDocuments", !rows.empty()).setList("documents", std::move(rows));
}

void setDisclosures(report::Fields& fields, Clinic& clinic, const ReportRequest& request,
                    const PatientId& patient) {
    std::vector<report::Fields> rows;
    for (const auto& line : disclosuresOf(clinic, patient)) {
        const auto day = localDay(line.disclosure.at, clinic.profile().timeZone);
        if ((request.from && day < *request.from) || (request.to && day > *request.to)) {
            continue;
        }
        rows.emplace_back()
            .set("when", line.when)
            .set("by", line.by)
            .set("means", line.means)
            .set("what", line.disclosure.what)
            .set("recipient", line.disclosure.recipient.empty() ? std::string{tr("not stated")}
                                                                : line.disclosure.recipient)
            .set("purpose", line.disclosure.purpose.empty() ? std::string{tr("not stated")}
                                                            : line.disclosure.purpose)
            .set("digest",
                 line.disclosure.digest ? digestText(*line.disclosure.digest) : std::string{});
    }
    const auto count = rows.size();
    fields.setFlag("hasDisclosures", count > 0)
        .set("disclosureCount", shown({count == 1 ? tr("{1} disclosure") : tr("{1} disclosures"),
                                       {std::to_string(count)}}))
        .setList("disclosures", std::move(rows));
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

ReportContent patientContent(Clinic& clinic, const ReportRequest& request,
                             const report::Template& layout) {
    const auto opened = openedPatient(clinic, request);
    const auto patient = wholePatient(clinic, opened.id).value_or(opened);
    ReportContent content;
    auto& fields = content.fields;
    setClinic(fields, clinic);
    setPatient(fields, patient);
    setPerson(fields, patient, clinic);
    const auto kept = std::make_shared<SessionsByCase>();
    Record record{clinic, request, patient};
    if (asksFor(layout, "cases")) {
        fields.setList("cases", record.cases(*kept)).setList("sources", record.sources());
    }
    setPatientCare(fields, clinic, patient.id, layout);
    report::FigureSource ofForms;
    if (asksFor(layout, "forms") || asksFor(layout, "hasForms")) {
        ofForms = setFormsOf(fields, clinic, request, patient.id);
    }
    if (asksFor(layout, "documents")) {
        setDocuments(fields, clinic, patient.id);
    }
    if (asksFor(layout, "disclosures")) {
        setDisclosures(fields, clinic, request, patient.id);
    }
    if (asksFor(layout, "amendments") || asksFor(layout, "hasAmendments")) {
        setAmendments(fields, clinic, patient.id);
    }
    content.period = periodWords(request);
    fields.set("period", content.period)
        .set("sessionCount",
             shown({record.sessionCount() == 1 ? tr("{1} session") : tr("{1} sessions"),
                    {std::to_string(record.sessionCount())}}))
        .set("drafts",
             record.drafts() == 0
                 ? std::string{}
                 : shown({record.drafts() == 1 ? tr("{1} session is a draft and not signed.")
                                               : tr("{1} sessions are drafts and not signed."),
                          {std::to_string(record.drafts())}}));
    const auto& latest = record.latest();
    content.day = latest ? reportDay(*latest) : clinic.today();
    content.created = latest ? (latest->signature ? latest->signature->at : latest->startedAt)
                             : std::chrono::sys_days{clinic.today()};
    fields.set("recordDate", longDayText(content.day));
    content.figures = [&clinic, kept, ofForms = std::move(ofForms)](
                          const report::FigureRequest& figure) -> std::optional<report::Figure> {
        if (figure.name == "form-map" && ofForms) {
            return ofForms(figure);
        }
        const auto asked = figure.parameters.find("case");
        const auto id = asked != figure.parameters.end() ? CaseId::parse(asked->second)
                                                         : std::optional<CaseId>{};
        const auto sessions = id ? kept->find(*id) : kept->end();
        if (figure.name != "film-strip" || sessions == kept->end()) {
            return std::nullopt;
        }
        return filmStripFigure(clinic, sessions->second, figure);
    };
    content.author = clinic.practitioner().displayName + ", " + clinic.profile().name;
    content.subject = fullName(patient);
    content.footer = fullName(patient);
    content.record = patient.id;
    return content;
}

} // namespace palpate::app
