// SPDX-License-Identifier: MIT
#include "storage/DocumentRepository.h"

#include "storage/Canonical.h"
#include "storage/RecordReading.h"
#include "storage/Rows.h"

namespace palpate::storage {

namespace {

// The columns that documentFrom() reads, of a document and the rows it leads to.
constexpr std::string_view kOne =
    "SELECT d.id, p.id, c.id, d.origin, d.title, d.file_name, d.media_type, d.template, d.size, "
    "d.digest, r.id, d.at FROM document d JOIN patient p ON p.no = d.patient_no LEFT JOIN "
    "clinical_case c ON c.no = d.case_no JOIN practitioner r ON r.no = d.practitioner_no WHERE "
    "d.id = ?1";
constexpr std::string_view kOfPatient =
    "SELECT d.id, p.id, c.id, d.origin, d.title, d.file_name, d.media_type, d.template, d.size, "
    "d.digest, r.id, d.at FROM patient w JOIN patient p ON p.no = w.no OR p.merged_into = w.no "
    "JOIN document d ON d.patient_no = p.no LEFT JOIN clinical_case c ON c.no = d.case_no JOIN "
    "practitioner r ON r.no = d.practitioner_no WHERE w.id = ?1 ORDER BY d.at DESC, d.no DESC";

[[nodiscard]] StoredDocument documentFrom(const Query& row) {
    return {.id = row.id<DocumentId>(0),
            .patient = row.id<PatientId>(1),
            .caseId = row.isNull(2) ? std::nullopt : std::optional{row.id<CaseId>(2)},
            .origin = word(row, 3, parseDocumentOrigin),
            .title = row.text(4),
            .fileName = row.text(5),
            .mediaType = row.text(6),
            .templateName = row.text(7),
            .size = static_cast<std::uint64_t>(row.integer(8)),
            .digest = row.fixed<32>(9),
            .by = row.id<PractitionerId>(10),
            .at = row.instant(11)};
}

[[nodiscard]] std::optional<StoredDocument> found(Engine& engine, const DocumentId& id) {
    auto row = engine.use(kOne);
    if (!row.with(id).next()) {
        return std::nullopt;
    }
    requireOpenTo(engine, row.id<PatientId>(1));
    return documentFrom(row);
}

/// The bytes of a document that must be there, as they were kept.
[[nodiscard]] std::string requiredBytes(Engine& engine, const DocumentId& id) {
    auto row = engine.use("SELECT d.title, d.digest, t.content FROM document d LEFT JOIN "
                          "document_content t ON t.document_no = d.no WHERE d.id = ?1");
    if (!row.with(id).next()) {
        throw StorageError{
            {tr("The document is not in this clinic any more; open the list again."), {}}};
    }
    const auto content = row.bytes(2);
    if (row.isNull(2) || blake2b(content) != row.fixed<32>(1)) {
        throw StorageError{{tr("The document \"{1}\" is not as it was kept: its bytes do not match "
                               "its digest. Check the clinic with \"verify\" and look for a "
                               "backup."),
                            {row.text(0)}}};
    }
    return {content.begin(), content.end()};
}

} // namespace

std::vector<StoredDocument> documentsOfPatient(Connection& connection, const PatientId& patient) {
    std::vector<StoredDocument> documents;
    auto rows = connection.use(kOfPatient);
    rows.with(patient);
    while (rows.next()) {
        documents.push_back(documentFrom(rows));
    }
    return documents;
}

std::array<std::uint8_t, 32> digestOf(std::string_view bytes) {
    return blake2b(bytes);
}

std::string hexOf(const std::array<std::uint8_t, 32>& digest) {
    return hexOf(ByteView{digest});
}

void DocumentRepository::keep(const StoredDocument& document, std::string_view bytes) {
    if (document.by != engine_.signedIn().id) {
        throw AccessDenied{{tr("A document is kept under one's own name only."), {}}};
    }
    if (document.size != bytes.size() || document.digest != digestOf(bytes)) {
        throw StorageError{{tr("The document \"{1}\" was not kept: its size or digest is not that "
                               "of its bytes."),
                            {document.title}}};
    }
    engine_.write("keeping the document", [&] {
        const auto patient = openPatientNo(engine_, document.patient);
        const auto caseRow = caseNo(engine_, document.caseId, document.patient);
        engine_
            .use("INSERT INTO document (id, patient_no, case_no, origin, title, file_name, "
                 "media_type, template, size, digest, practitioner_no, at) VALUES (?1, ?2, ?3, ?4, "
                 "?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12)")
            .with(document.id, patient, caseRow, name(document.origin), document.title,
                  document.fileName, document.mediaType, document.templateName,
                  static_cast<std::int64_t>(document.size), document.digest,
                  engine_.practitionerNo(document.by), document.at)
            .run();
        engine_.use("INSERT INTO document_content (document_no, content) VALUES (?1, ?2)")
            .with(engine_.connection().lastRow(), viewOf(bytes))
            .run();
        engine_.audit({AuditKind::Create,
                       document.patient,
                       AuditSubject::Document,
                       document.id.value(),
                       difference({}, linesOf(document)),
                       {}});
    });
}

std::vector<StoredDocument> DocumentRepository::ofPatient(const PatientId& patient) const {
    return engine_.read("reading the documents", [&] {
        requireOpenTo(engine_, patient);
        return documentsOfPatient(engine_.connection(), patient);
    });
}

std::optional<StoredDocument> DocumentRepository::find(const DocumentId& id) const {
    return engine_.read("reading the document", [&] { return found(engine_, id); });
}

std::string DocumentRepository::open(const DocumentId& id) {
    return engine_.write("reading the document", [&] {
        const auto document = found(engine_, id);
        auto bytes = requiredBytes(engine_, id);
        engine_.audit({AuditKind::View,
                       document->patient,
                       AuditSubject::Document,
                       id.value(),
                       "title " + escaped(document->title) + "\n",
                       {}});
        return bytes;
    });
}

std::string DocumentRepository::bytes(const DocumentId& id) const {
    return engine_.read("reading the document", [&] {
        static_cast<void>(found(engine_, id)); // RecordRestricted
        return requiredBytes(engine_, id);
    });
}

} // namespace palpate::storage
