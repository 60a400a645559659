// SPDX-License-Identifier: MIT
#include "app/RecordDestruction.h"

#include "app/Clinic.h"
#include "app/Delivering.h"
#include "app/DestructionCertificate.h"
#include "app/FileNames.h"
#include "app/OutgoingFile.h"
#include "app/RecordKeeping.h"
#include "app/Rights.h"
#include "app/TimeText.h"
#include "domain/BackupRotation.h"
#include "domain/Error.h"
#include "domain/Text.h"
#include "report/Document.h"
#include "report/Pdf.h"
#include "storage/Store.h"

#include <algorithm>
#include <memory>

namespace palpate::app {

namespace {

[[nodiscard]] Patient requiredPatient(Clinic& clinic, const PatientId& id) {
    auto found = clinic.store().patients().find(id);
    if (!found) {
        throw StorageError{
            {tr("There is no such patient in this clinic; search for the name."), {}}};
    }
    return std::move(*found);
}

/// A backup with until when it is kept by itself, in one line.
[[nodiscard]] std::string copyText(const storage::KnownCopy& copy, const std::string& zone) {
    const auto folder = copy.folder.string();
    if (!copy.isReachable) {
        return shown(
            {tr("{1}: could not be looked into; backups in it may hold the record"), {folder}});
    }
    if (!copy.takenAt) {
        return shown({tr("{1}: made before an upgrade, kept until somebody removes it"), {folder}});
    }
    const auto day = localDay(*copy.takenAt, zone);
    const auto month = day.year() / day.month() / 1 + std::chrono::months{RotationRule{}.months};
    const auto inWords = longDayText(month); // "1 November 2027"
    return shown({tr("{1}: taken on {2}; while backups go on, removed in {3} at the latest"),
                  {folder, dayText(day), inWords.substr(inWords.find(' ') + 1)}});
}

[[nodiscard]] std::vector<std::string> copiesOf(Clinic& clinic) {
    std::vector<std::string> lines;
    for (const auto& copy : clinic.store().retention().knownCopies()) {
        lines.push_back(copyText(copy, clinic.profile().timeZone));
    }
    return lines;
}

[[nodiscard]] CertificateWords wordsOf(Clinic& clinic, const std::vector<Destruction>& parts) {
    const auto& first = parts.front();
    CertificateWords words{.clinic = clinic.profile(),
                           .person = {},
                           .destruction = first,
                           .merged = parts.size() - 1,
                           .by = {},
                           .when = {},
                           .printed = clinic.today()};
    for (std::size_t i = 1; i < parts.size(); ++i) {
        words.destruction.rows += parts[i].rows;
        words.destruction.sessions += parts[i].sessions;
        words.destruction.documents += parts[i].documents;
    }
    const auto by = clinic.store().practitioners().find(first.by);
    words.by = by ? by->displayName : std::string{};
    const auto& zone = clinic.profile().timeZone;
    words.when = dayText(localDay(first.at, zone)) + ", " + clockText(first.at, zone);
    return words;
}

} // namespace

std::filesystem::path certificateFileIn(Clinic& clinic, const PatientId& patient,
                                        const std::filesystem::path& parent) {
    require(clinic, Right::KeepAndDestroy, patient);
    return freeName(parent, reportFileName(personOf(clinic, patient), "destruction-certificate",
                                           clinic.today()));
}

std::vector<Message> problems(Clinic& clinic, const DestructionRequest& request) {
    require(clinic, Right::KeepAndDestroy, request.patient);
    auto out = problemsOfDestruction(request.reason);
    const auto name = fullName(requiredPatient(clinic, request.patient));
    if (trimmed(request.typedName) != name) {
        out.push_back({tr("Name: type \"{1}\" to confirm whose record is destroyed."), {name}});
    }
    if (request.exportFolder.empty()) {
        out.push_back({tr("Export: choose where the complete record is written first."), {}});
    }
    if (request.certificate.empty()) {
        out.push_back({tr("Certificate: choose where it is written."), {}});
    }
    return out;
}

DestroyedRecord destroyRecord(Clinic& clinic, const DestructionRequest& request) {
    if (const auto wrong = problems(clinic, request); !wrong.empty()) {
        throw EditRefused{wrong.front()};
    }
    const auto state = RecordKeeping{clinic}.recordOf(request.patient).state;
    const auto person = requiredPatient(clinic, request.patient);
    static_cast<void>(OutgoingFile{request.certificate, 1}); // else it would be told too late
    DestroyedRecord destroyed{
        .exported = exportRecord(
            clinic, request.patient, request.exportFolder,
            {.recipient = {}, .purpose = shown({tr("Before the record is destroyed"), {}})}),
        .destructions = {},
        .certificate = request.certificate};
    std::string pdf;
    std::unique_ptr<OutgoingFile> file;
    clinic.store().atomically([&] {
        destroyed.destructions = clinic.store().retention().destroy(
            {.id = DestructionId::create(clinic.ids()),
             .patient = request.patient,
             .reason = trimmed(request.reason),
             .rule = state.mayBeDestroyed ? state.rule : std::string{},
             .lastSession = state.lastSession,
             .exportDigest = destroyed.exported.digest,
             .backups = copiesOf(clinic)});
        auto words = wordsOf(clinic, destroyed.destructions);
        words.person = fullName(person);
        words.birthDate = person.birthDate;
        pdf = report::pdf(certificate(clinic.knowledge().paths(), words));
        file = std::make_unique<OutgoingFile>(request.certificate, pdf.size());
    });
    file->release(pdf);
    return destroyed;
}

std::vector<DestructionLine> destructionsOf(Clinic& clinic) {
    require(clinic, Right::KeepAndDestroy);
    std::vector<DestructionLine> lines;
    for (auto& destruction : clinic.store().retention().destructions()) {
        const auto words = wordsOf(clinic, {destruction});
        lines.push_back({.destruction = std::move(destruction),
                         .when = words.when,
                         .by = words.by,
                         .amount = amountText(words.destruction)});
    }
    return lines;
}

void writeCertificate(Clinic& clinic, const DestructionId& id, const std::filesystem::path& file) {
    require(clinic, Right::KeepAndDestroy);
    auto parts = clinic.store().retention().destructions();
    std::erase_if(parts, [&](const Destruction& each) { return each.id != id; });
    if (parts.empty()) {
        throw StorageError{{tr("There is no such destruction in this clinic; list them."), {}}};
    }
    std::ranges::reverse(parts); // the record's own first
    const auto pdf = report::pdf(certificate(clinic.knowledge().paths(), wordsOf(clinic, parts)));
    OutgoingFile out{file, pdf.size()};
    out.release(pdf);
}

} // namespace palpate::app
