// SPDX-License-Identifier: MIT
#include "app/DestructionCertificate.h"

#include "app/DataPaths.h"
#include "app/TimeText.h"
#include "domain/Message.h"
#include "report/Document.h"
#include "report/Layout.h"
#include "storage/DocumentRepository.h"

#include <utility>

namespace palpate::app {

namespace {

[[nodiscard]] std::string counted(std::int64_t number, const char* one, const char* many) {
    return number == 1 ? shown({one, {}}) : shown({many, {std::to_string(number)}});
}

[[nodiscard]] std::string personText(const CertificateWords& words) {
    if (words.person.empty()) {
        return shown({tr("not kept: printed again after the destruction"), {}});
    }
    return words.birthDate ? shown({tr("{1}, born {2}"), {words.person, dayText(*words.birthDate)}})
                           : words.person;
}

[[nodiscard]] std::string ruleText(const Destruction& destruction) {
    return destruction.rule.empty()
               ? shown({tr("none: destroyed at the clinic's own decision"), {}})
               : destruction.rule;
}

[[nodiscard]] std::string mergedText(std::size_t merged) {
    return merged == 0 ? std::string{}
                       : counted(static_cast<std::int64_t>(merged),
                                 tr(", with 1 record that had been merged into it"),
                                 tr(", with {1} records that had been merged into it"));
}

[[nodiscard]] report::Fields fieldsOf(const CertificateWords& words, const std::string& title) {
    const auto& destruction = words.destruction;
    std::vector<report::Fields> copies;
    for (const auto& backup : destruction.backups) {
        copies.emplace_back().set("text", backup);
    }
    report::Fields fields;
    fields.set("clinic.name", words.clinic.name)
        .set("clinic.address", words.clinic.address)
        .set("title", title)
        .set("destruction.id", destruction.id.text())
        .set("destruction.person", personText(words))
        .set("destruction.record", destruction.patient.text() + mergedText(words.merged))
        .set("destruction.amount", amountText(destruction))
        .set("destruction.lastSession", destruction.lastSession ? dayText(*destruction.lastSession)
                                                                : shown({tr("no session"), {}}))
        .set("destruction.when", words.when)
        .set("destruction.by", words.by)
        .set("destruction.reason", destruction.reason)
        .set("destruction.rule", ruleText(destruction))
        .set("destruction.digest", storage::hexOf(destruction.exportDigest))
        .set("destruction.noCopies",
             copies.empty() ? shown({tr("No backup is known that still holds the record."), {}})
                            : std::string{})
        .setList("destruction.copies", std::move(copies));
    return fields;
}

} // namespace

std::string amountText(const Destruction& destruction) {
    return counted(destruction.sessions, tr("1 session"), tr("{1} sessions")) + ", " +
           counted(destruction.documents, tr("1 document"), tr("{1} documents")) + ", " +
           counted(destruction.rows, tr("1 row"), tr("{1} rows"));
}

report::Document certificate(const DataPaths& paths, const CertificateWords& words) {
    const auto layout = report::Template::load(paths.templates / "destruction-certificate.md");
    report::PageStyle style;
    style.footer.left =
        words.clinic.name + " · " + layout.title() + " · " + longDayText(words.printed);
    auto document = report::layOut(
        layout, fieldsOf(words, layout.title()),
        [](const report::FigureRequest&) { return std::nullopt; }, style);
    document.metadata.author = words.clinic.name;
    document.metadata.subject = layout.title();
    return document;
}

} // namespace palpate::app
