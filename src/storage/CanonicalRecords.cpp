// SPDX-License-Identifier: MIT
#include "storage/Canonical.h"
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

Lines linesOf(const Patient& patient) {
    Lines lines{"patient " + patient.id.text(),
                field("family_name", patient.familyName),
                field("given_name", patient.givenName),
                "birth_date " + day(patient.birthDate),
                joined({"sex", patient.sex == Sex::NotAsked ? "-" : name(patient.sex)}),
                field("phone", patient.phone),
                field("email", patient.email),
                field("occupation", patient.occupation),
                joined({"alerts", patient.alerts ? "asked" : "-"})};
    if (patient.alerts) {
        for (const auto& alert : *patient.alerts) {
            lines.push_back(joined({"alert", alert.kind.text(), escaped(alert.detail)}));
        }
    }
    lines.push_back(field("note", patient.note));
    return lines;
}

Lines linesOf(const Case& record) {
    return {"case " + record.id.text(),
            "patient " + record.patient.text(),
            field("complaint", record.complaint),
            joined({"area", name(record.area)}),
            "onset " + day(record.onset),
            field("onset_note", record.onsetNote),
            field("diagnosis", record.diagnosisCode),
            field("referrer", record.referrer),
            field("goal", record.goal),
            joined({"status", name(record.status)}),
            "opened " + isoDate(record.opened)};
}

Lines linesOf(const ClinicProfile& profile) {
    return {field("name", profile.name), field("address", profile.address),
            field("phone", profile.phone), field("time_zone", profile.timeZone)};
}

Lines linesOf(const Practitioner& person) {
    return {"practitioner " + person.id.text(),  field("user", person.userName),
            field("name", person.displayName),   joined({"profession", name(person.profession)}),
            joined({"role", name(person.role)}), field("registration", person.registration)};
}

} // namespace palpate::storage
