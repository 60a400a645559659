// SPDX-License-Identifier: MIT
#include "app/Accounting.h"

#include "app/Clinic.h"
#include "app/FormFields.h"
#include "domain/Error.h"
#include "domain/Text.h"
#include "storage/Store.h"

#include <fstream>
#include <sstream>
#include <system_error>

namespace palpate::app {

namespace {

constexpr std::size_t kLongestField = 200; // as Disclosure.h and StoredDocument.h allow

[[nodiscard]] Disclosure disclosureOf(Clinic& clinic, const Leaving& leaving,
                                      const Delivery& delivery) {
    return {.id = DisclosureId::create(clinic.ids()),
            .patient = leaving.patient,
            .caseId = leaving.caseId,
            .means = leaving.means,
            .what = fittingIn(leaving.what, kLongestField),
            .recipient = trimmed(delivery.recipient),
            .purpose = trimmed(delivery.purpose),
            .document = leaving.document,
            .digest = leaving.digest,
            .by = clinic.practitioner().id,
            .at = clinic.clock().now()};
}

} // namespace

std::string fittingIn(std::string text, std::size_t characters) {
    std::size_t counted = 0;
    for (std::size_t at = 0; at < text.size(); ++at) {
        const bool begins = (static_cast<unsigned char>(text[at]) & 0xC0U) != 0x80U;
        if (begins && counted++ == characters) {
            text.resize(at);
            break;
        }
    }
    return text;
}

void requireRecordable(const Delivery& delivery) {
    refuseWith(problems(Disclosure{.id = anyId<DisclosureId>(),
                                   .patient = anyId<PatientId>(),
                                   .caseId = {},
                                   .what = "-",
                                   .recipient = trimmed(delivery.recipient),
                                   .purpose = trimmed(delivery.purpose),
                                   .document = {},
                                   .digest = {},
                                   .by = anyId<PractitionerId>(),
                                   .at = {}}));
}

PatientId recordOf(Clinic& clinic, const PatientId& patient, const std::optional<CaseId>& caseId) {
    const auto record = caseId ? clinic.store().cases().find(*caseId) : std::nullopt;
    return record ? record->patient : patient;
}

DisclosureId recordLeaving(Clinic& clinic, const Leaving& leaving, const Delivery& delivery) {
    const auto disclosure = disclosureOf(clinic, leaving, delivery);
    refuseWith(problems(disclosure));
    clinic.store().disclosures().add(disclosure);
    return disclosure.id;
}

DocumentId keepBytes(Clinic& clinic, const Keeping& keeping, const std::string& bytes) {
    const StoredDocument document{.id = DocumentId::create(clinic.ids()),
                                  .patient = keeping.patient,
                                  .caseId = keeping.caseId,
                                  .origin = keeping.origin,
                                  .title = fittingIn(keeping.title, kLongestField),
                                  .fileName = fittingIn(keeping.fileName, kLongestField),
                                  .mediaType = keeping.mediaType,
                                  .templateName = keeping.templateName,
                                  .size = bytes.size(),
                                  .digest = storage::digestOf(bytes),
                                  .by = clinic.practitioner().id,
                                  .at = clinic.clock().now()};
    refuseWith(problems(document));
    clinic.store().documents().keep(document, bytes);
    return document.id;
}

std::string attachableBytes(const std::filesystem::path& file) {
    std::error_code error;
    if (!std::filesystem::is_regular_file(file, error)) {
        throw StorageError{
            {tr("{1} can't be read: there is no such file; choose it again."), {file.string()}}};
    }
    // Before its bytes: a film of the same name must not fill the memory.
    if (std::filesystem::file_size(file, error) > kLargestDocument && !error) {
        throw EditRefused{{tr("{1} is larger than {2} MB; save it smaller and attach it again."),
                           {file.string(), std::to_string(kLargestDocument / 1'000'000)}}};
    }
    std::ifstream in{file, std::ios::binary};
    std::ostringstream bytes;
    if (in && in.peek() == std::ifstream::traits_type::eof()) {
        throw EditRefused{{tr("{1} is empty, so there is nothing to keep."), {file.string()}}};
    }
    if (!(in && bytes << in.rdbuf())) {
        throw StorageError{
            {tr("{1} can't be read; check its rights and its disk."), {file.string()}}};
    }
    return std::move(bytes).str();
}

} // namespace palpate::app
