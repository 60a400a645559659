// SPDX-License-Identifier: MIT
#include "storage/Canonical.h"
#include "storage/Crypto.h"
#include "storage/LineWords.h"

namespace palpate::storage {

std::string joined(std::initializer_list<std::string_view> words) {
    std::string line;
    for (const auto word : words) {
        line.append(word).push_back(' ');
    }
    line.pop_back();
    return line;
}

std::string field(std::string_view name, std::string_view text) {
    return std::string{name} + " " + escaped(text);
}

std::string day(const std::optional<Date>& date) {
    return date ? isoDate(*date) : "-";
}

namespace {

template <class IdType> [[nodiscard]] std::string idOrDash(const std::optional<IdType>& id) {
    return id ? id->text() : "-";
}

[[nodiscard]] std::string contactLine(std::string_view name, const Contact& contact) {
    return joined({name, "name", escaped(contact.name), "relation", escaped(contact.relation),
                   "phone", escaped(contact.phone)});
}

void addAllergies(Lines& lines, const Patient& patient) {
    lines.push_back(joined({"allergies", patient.allergies ? "asked" : "-"}));
    for (const auto& allergy : patient.allergies.value_or(std::vector<Allergy>{})) {
        lines.push_back("allergy " + escaped(allergy.substance) + " reaction " +
                        escaped(allergy.reaction));
    }
}

} // namespace

Lines linesOf(const Patient& patient) {
    Lines lines{"patient " + patient.id.text(),
                field("family_name", patient.familyName),
                field("given_name", patient.givenName),
                field("preferred_name", patient.preferredName),
                "birth_date " + day(patient.birthDate),
                joined({"sex", patient.sex == Sex::NotAsked ? "-" : name(patient.sex)}),
                field("gender", patient.gender),
                field("phone", patient.phone),
                field("email", patient.email),
                field("address", patient.address),
                field("occupation", patient.occupation),
                joined({"hand", patient.hand == Hand::NotAsked ? "-" : name(patient.hand)}),
                contactLine("emergency", patient.emergency),
                contactLine("physician", patient.physician),
                joined({"alerts", patient.alerts ? "asked" : "-"})};
    for (const auto& alert : patient.alerts.value_or(std::vector<Alert>{})) {
        lines.push_back(joined({"alert", alert.kind.text(), escaped(alert.detail)}));
    }
    addAllergies(lines, patient);
    for (const auto& consent : patient.consents) {
        const auto id = consent.id.text();
        lines.push_back(joined({"consent", id, "given", isoDate(consent.given), "withdrawn",
                                day(consent.withdrawn), escaped(consent.scope)}));
        lines.push_back(joined({"consent_note", id, escaped(consent.note)}));
    }
    lines.push_back(field("note", patient.note));
    lines.push_back(joined({"archived", patient.archived ? "yes" : "no"}));
    lines.push_back("merged_into " + (patient.mergedInto ? patient.mergedInto->text() : "-"));
    return lines;
}

Lines linesOf(const Case& record) {
    Lines lines{"case " + record.id.text(),
                "patient " + record.patient.text(),
                field("complaint", record.complaint),
                joined({"area", name(record.area)}),
                "onset " + day(record.onset),
                field("onset_about", record.onsetAbout),
                field("onset_note", record.onsetNote),
                field("diagnosis", record.diagnosisCode)};
    for (const auto& code : record.furtherDiagnoses) {
        lines.push_back(field("further_diagnosis", code));
    }
    lines.push_back(field("referrer", record.referrer));
    lines.push_back(field("goal", record.goal));
    for (const auto& goal : record.goals) {
        const auto id = goal.id.text();
        lines.push_back(joined({"goal_text", id, escaped(goal.text)}));
        lines.push_back(joined({"goal_measure", id, escaped(goal.measure)}));
        lines.push_back(joined({"goal_target", id, escaped(goal.target)}));
        lines.push_back(joined({"goal_due", id, day(goal.by), "reached", day(goal.reached)}));
    }
    lines.push_back("visits_per_week " +
                    (record.plan.visitsPerWeek ? decimal(*record.plan.visitsPerWeek) : "-"));
    lines.push_back("weeks " + (record.plan.weeks ? std::to_string(*record.plan.weeks) : "-"));
    for (const auto& technique : record.plan.techniques) {
        lines.push_back("planned " + technique.text());
    }
    lines.push_back(joined({"status", name(record.status)}));
    lines.push_back("opened " + isoDate(record.opened));
    lines.push_back("closed " + day(record.closed));
    lines.push_back(field("outcome", record.outcome));
    lines.push_back(field("referred_to", record.referredTo));
    return lines;
}

Lines linesOf(const ClinicProfile& profile) {
    return {field("name", profile.name), field("address", profile.address),
            field("phone", profile.phone), field("time_zone", profile.timeZone),
            joined({"pressure_unit", name(profile.pressureUnit)})};
}

Lines linesOf(const Practitioner& person) {
    Lines lines{
        "practitioner " + person.id.text(),  field("user", person.userName),
        field("name", person.displayName),   joined({"profession", name(person.profession)}),
        joined({"role", name(person.role)}), field("registration", person.registration)};
    if (person.isDisabled) {
        lines.push_back("disabled");
    }
    return lines;
}

Lines linesOf(const ContactNote& note) {
    return {"contact_note " + note.id.text(),
            "case " + note.caseId.text(),
            "practitioner " + note.by.text(),
            "at " + isoInstant(note.at),
            "written " + isoInstant(note.writtenAt),
            joined({"kind", name(note.kind)}),
            field("text", note.text)};
}

Lines linesOf(const StoredDocument& document) {
    return {"document " + document.id.text(),        "patient " + document.patient.text(),
            "case " + idOrDash(document.caseId),     "practitioner " + document.by.text(),
            "at " + isoInstant(document.at),         joined({"origin", name(document.origin)}),
            field("title", document.title),          field("file_name", document.fileName),
            field("media_type", document.mediaType), field("template", document.templateName),
            "size " + std::to_string(document.size), "digest " + hexOf(document.digest)};
}

Lines linesOf(const Disclosure& disclosure) {
    return {"disclosure " + disclosure.id.text(),
            "patient " + disclosure.patient.text(),
            "case " + idOrDash(disclosure.caseId),
            "practitioner " + disclosure.by.text(),
            "at " + isoInstant(disclosure.at),
            joined({"means", name(disclosure.means)}),
            field("what", disclosure.what),
            field("recipient", disclosure.recipient),
            field("purpose", disclosure.purpose),
            "document " + idOrDash(disclosure.document),
            "digest " + (disclosure.digest ? hexOf(*disclosure.digest) : "-")};
}

Lines linesOf(const Letterhead& letterhead) {
    return {field("email", letterhead.email), field("website", letterhead.website),
            joined({"paper", name(letterhead.paper)}),
            "accent " + (letterhead.accent ? std::to_string(*letterhead.accent) : "-"),
            letterhead.logo.empty() ? "logo -"
                                    : "logo " + std::to_string(letterhead.logo.size()) +
                                          " digest " + hexOf(blake2b(letterhead.logo))};
}

Lines linesOf(const LockSettings& settings) {
    const auto lineOf = [](std::string_view key, std::optional<int> number) {
        return std::string{key} + " " + (number ? std::to_string(*number) : "-");
    };
    return {lineOf("idle_minutes", settings.idleMinutes),
            lineOf("clipboard_seconds", settings.clipboardSeconds)};
}

Lines linesOf(const Destruction& destruction) {
    Lines lines{"destruction " + destruction.id.text(),
                "patient " + destruction.patient.text(),
                "practitioner " + destruction.by.text(),
                "at " + isoInstant(destruction.at),
                field("reason", destruction.reason),
                field("rule", destruction.rule),
                "last_session " + day(destruction.lastSession),
                "rows " + std::to_string(destruction.rows),
                "sessions " + std::to_string(destruction.sessions),
                "documents " + std::to_string(destruction.documents),
                "export " + hexOf(destruction.exportDigest)};
    for (const auto& backup : destruction.backups) {
        lines.push_back(field("backup", backup));
    }
    return lines;
}

std::string lineOf(const RetentionRule& rule) {
    return "rule " + oneWord(rule.country) + " " +
           (rule.profession ? std::string{name(*rule.profession)} : "-") + " years " +
           std::to_string(rule.years) + " until_age " +
           (rule.untilAge ? std::to_string(*rule.untilAge) : "-") + " source " +
           escaped(rule.source);
}

std::string recordDifference(const Lines& before, const Lines& after) {
    auto detail = difference(before, after);
    return detail.empty() ? "order of the entries\n" : detail;
}

} // namespace palpate::storage
