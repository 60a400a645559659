// SPDX-License-Identifier: MIT
#include "app/Documents.h"

#include "app/Accounting.h"
#include "app/Clinic.h"
#include "app/OutgoingFile.h"
#include "app/Rights.h"
#include "app/SizeText.h"
#include "app/TimeText.h"
#include "domain/Error.h"
#include "domain/Text.h"
#include "report/Images.h"
#include "report/Protect.h"
#include "storage/Store.h"

#include <map>

namespace palpate::app {

namespace {

/// Who and when, in words; each name is looked up once.
class Words {
public:
    explicit Words(Clinic& clinic) : clinic_{clinic} {}
    [[nodiscard]] std::string when(Instant at) const {
        const auto& zone = clinic_.profile().timeZone;
        return dayText(localDay(at, zone)) + ", " + clockText(at, zone);
    }
    [[nodiscard]] std::string by(const PractitionerId& id) {
        const auto known = names_.find(id);
        if (known != names_.end()) {
            return known->second;
        }
        const auto person = clinic_.store().practitioners().find(id);
        return names_.emplace(id, person ? person->displayName : std::string{}).first->second;
    }

private:
    Clinic& clinic_;
    std::map<PractitionerId, std::string> names_;
};

[[nodiscard]] std::string meansText(DisclosureMeans means) {
    switch (means) {
    case DisclosureMeans::SavedFile:
        return tr("saved as a file");
    case DisclosureMeans::Printed:
        return tr("printed");
    case DisclosureMeans::Copied:
        return tr("copied to the clipboard");
    case DisclosureMeans::Exported:
        break;
    }
    return tr("exported");
}

/// What kind of file it is, by its bytes and not by its name. Throws EditRefused for one that the
/// clinic could not look at later.
[[nodiscard]] std::string mediaTypeOf(const std::string& bytes, const std::filesystem::path& file) {
    constexpr std::size_t kNearEnd = 2048;
    const auto begins = [&](std::string_view sign) { return bytes.starts_with(sign); };
    if (begins("%PDF-")) {
        const auto from = bytes.size() > kNearEnd ? bytes.size() - kNearEnd : 0;
        if (bytes.find("%%EOF", from) == std::string::npos) {
            throw EditRefused{
                {tr("{1} is a PDF whose end is missing; get the file again."), {file.string()}}};
        }
        return "application/pdf";
    }
    const bool isPng = begins("\x89PNG\r\n\x1A\n");
    if (!isPng && !begins("\xFF\xD8\xFF")) {
        throw EditRefused{{tr("{1} is neither a PDF nor a picture (PNG, JPEG); save it as one of "
                              "these and attach it again."),
                           {file.string()}}};
    }
    try {
        static_cast<void>(report::decodedImage(bytes));
    } catch (const ReportError& error) {
        throw EditRefused{{tr("{1} can't be attached. {2}"), {file.string(), error.what()}}};
    }
    return isPng ? "image/png" : "image/jpeg";
}

/// The record that goes on. Throws StorageError when there is no such patient.
[[nodiscard]] PatientId requiredPatient(Clinic& clinic, const PatientId& id) {
    auto& patients = clinic.store().patients();
    const auto current = patients.current(id);
    if (!patients.find(current)) {
        throw StorageError{
            {tr("There is no patient {1} in this clinic; search for the name."), {id.text()}}};
    }
    return current;
}

[[nodiscard]] StoredDocument requiredDocument(Clinic& clinic, const DocumentId& id) {
    auto document = clinic.store().documents().find(id);
    if (!document) {
        throw StorageError{
            {tr("There is no document {1} in this clinic; list the patient's documents."),
             {id.text()}}};
    }
    return *std::move(document);
}

} // namespace

std::vector<DocumentLine> documentsOf(Clinic& clinic, const PatientId& patient) {
    requireRecord(clinic, Right::ReadRecords, patient);
    Words words{clinic};
    auto& store = clinic.store();
    std::vector<DocumentLine> lines;
    for (auto& document : store.documents().ofPatient(requiredPatient(clinic, patient))) {
        lines.push_back({.document = document,
                         .when = words.when(document.at),
                         .by = words.by(document.by),
                         .size = sizeText(document.size),
                         .digest = storage::hexOf(document.digest)});
    }
    return lines;
}

DocumentId documentOf(Clinic& clinic, const PatientId& patient, const DocumentId& id) {
    requireRecord(clinic, Right::ReadRecords, patient);
    auto& patients = clinic.store().patients();
    const auto document = requiredDocument(clinic, id);
    if (patients.current(document.patient) != patients.current(patient)) {
        throw StorageError{
            {tr("The document {1} is another patient's; list the patient's documents."),
             {id.text()}}};
    }
    return id;
}

DocumentId attachFile(Clinic& clinic, const PatientId& patient, const std::optional<CaseId>& caseId,
                      const std::filesystem::path& file, const std::string& title) {
    requireRecord(clinic, Right::WriteRecords, patient);
    const auto bytes = attachableBytes(file);
    const auto name = file.filename().string();
    return keepBytes(clinic,
                     {.patient = recordOf(clinic, patient, caseId),
                      .caseId = caseId,
                      .origin = DocumentOrigin::Attached,
                      .title = trimmed(title).empty() ? name : trimmed(title),
                      .fileName = name,
                      .mediaType = mediaTypeOf(bytes, file)},
                     bytes);
}

std::string documentBytes(Clinic& clinic, const DocumentId& id) {
    require(clinic, Right::ReadRecords);
    return clinic.store().documents().open(id);
}

void saveDocument(Clinic& clinic, const DocumentId& id, const std::filesystem::path& file,
                  const Delivery& delivery) {
    require(clinic, Right::GiveOut);
    requireRecordable(delivery);
    const auto document = requiredDocument(clinic, id);
    auto bytes = clinic.store().documents().bytes(id);
    if (!delivery.password.empty()) {
        if (document.mediaType != "application/pdf") {
            throw EditRefused{{tr("Only a PDF can be protected with a password; \"{1}\" is none."),
                               {document.title}}};
        }
        bytes = report::protectedPdf(bytes, delivery.password);
    }
    OutgoingFile target{file, bytes.size()};
    recordLeaving(clinic,
                  {.patient = document.patient,
                   .caseId = document.caseId,
                   .means = DisclosureMeans::SavedFile,
                   .what = document.title,
                   .document = id,
                   .digest = storage::digestOf(bytes)},
                  delivery);
    target.release(bytes);
}

std::vector<DisclosureLine> disclosuresOf(Clinic& clinic, const PatientId& patient) {
    requireRecord(clinic, Right::ReadRecords, patient);
    Words words{clinic};
    auto& store = clinic.store();
    std::vector<DisclosureLine> lines;
    for (auto& disclosure : store.disclosures().ofPatient(requiredPatient(clinic, patient))) {
        lines.push_back({.disclosure = disclosure,
                         .when = words.when(disclosure.at),
                         .by = words.by(disclosure.by),
                         .means = meansText(disclosure.means),
                         .digest = disclosure.digest ? storage::hexOf(*disclosure.digest) : ""});
    }
    return lines;
}

DisclosureId disclose(Clinic& clinic, const PatientId& patient, const std::optional<CaseId>& caseId,
                      DisclosureMeans means, const std::string& what, const Delivery& delivery) {
    requireRecord(clinic, Right::GiveOut, patient);
    return recordLeaving(clinic,
                         {.patient = recordOf(clinic, patient, caseId),
                          .caseId = caseId,
                          .means = means,
                          .what = what},
                         delivery);
}

} // namespace palpate::app
