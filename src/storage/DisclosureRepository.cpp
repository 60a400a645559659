// SPDX-License-Identifier: MIT
#include "storage/DisclosureRepository.h"

#include "storage/Canonical.h"
#include "storage/Rows.h"

namespace palpate::storage {

namespace {

// The columns that disclosureFrom() reads, of a disclosure and the rows it leads to.
constexpr std::string_view kOne =
    "SELECT x.id, p.id, c.id, x.means, x.what, x.recipient, x.purpose, d.id, x.digest, r.id, x.at "
    "FROM disclosure x JOIN patient p ON p.no = x.patient_no LEFT JOIN clinical_case c ON c.no = "
    "x.case_no LEFT JOIN document d ON d.no = x.document_no JOIN practitioner r ON r.no = "
    "x.practitioner_no WHERE x.id = ?1";
constexpr std::string_view kOfPatient =
    "SELECT x.id, p.id, c.id, x.means, x.what, x.recipient, x.purpose, d.id, x.digest, r.id, x.at "
    "FROM patient w JOIN patient p ON p.no = w.no OR p.merged_into = w.no JOIN disclosure x ON "
    "x.patient_no = p.no LEFT JOIN clinical_case c ON c.no = x.case_no LEFT JOIN document d ON "
    "d.no = x.document_no JOIN practitioner r ON r.no = x.practitioner_no WHERE w.id = ?1 ORDER BY "
    "x.at DESC, x.no DESC";

template <class IdType> [[nodiscard]] std::optional<IdType> idIn(const Query& row, int column) {
    return row.isNull(column) ? std::nullopt : std::optional{row.id<IdType>(column)};
}

[[nodiscard]] Disclosure disclosureFrom(const Query& row) {
    Disclosure disclosure{.id = row.id<DisclosureId>(0),
                          .patient = row.id<PatientId>(1),
                          .caseId = idIn<CaseId>(row, 2),
                          .means = word(row, 3, parseDisclosureMeans),
                          .what = row.text(4),
                          .recipient = row.text(5),
                          .purpose = row.text(6),
                          .document = idIn<DocumentId>(row, 7),
                          .digest = {},
                          .by = row.id<PractitionerId>(9),
                          .at = row.instant(10)};
    if (!row.isNull(8)) {
        disclosure.digest = row.fixed<32>(8);
    }
    return disclosure;
}

[[nodiscard]] std::optional<std::int64_t> documentNo(Engine& engine,
                                                     const std::optional<DocumentId>& id) {
    if (!id) {
        return std::nullopt;
    }
    auto row = engine.use("SELECT no FROM document WHERE id = ?1");
    if (!row.with(*id).next()) {
        throw EditRefused{
            {tr("The document is not in this clinic any more; open the list again."), {}}};
    }
    return row.integer(0);
}

} // namespace

void DisclosureRepository::add(const Disclosure& disclosure) {
    if (disclosure.by != engine_.signedIn().id) {
        throw AccessDenied{{tr("A disclosure is recorded under one's own name only."), {}}};
    }
    engine_.write("recording the disclosure", [&] {
        const auto patient = openPatientNo(engine_, disclosure.patient);
        const auto caseRow = caseNo(engine_, disclosure.caseId, disclosure.patient);
        const auto document = documentNo(engine_, disclosure.document);
        engine_
            .use("INSERT INTO disclosure (id, patient_no, case_no, means, what, recipient, "
                 "purpose, document_no, digest, practitioner_no, at) VALUES (?1, ?2, ?3, ?4, ?5, "
                 "?6, ?7, ?8, ?9, ?10, ?11)")
            .with(disclosure.id, patient, caseRow, name(disclosure.means), disclosure.what,
                  disclosure.recipient, disclosure.purpose, document, disclosure.digest,
                  engine_.practitionerNo(disclosure.by), disclosure.at)
            .run();
        engine_.audit(
            {disclosure.means == DisclosureMeans::Printed ? AuditKind::Print : AuditKind::Export,
             disclosure.patient,
             AuditSubject::Disclosure,
             disclosure.id.value(),
             difference({}, linesOf(disclosure)),
             {}});
    });
}

std::vector<Disclosure> DisclosureRepository::ofPatient(const PatientId& patient) const {
    return engine_.read("reading the disclosures", [&] {
        requireOpenTo(engine_, patient);
        std::vector<Disclosure> disclosures;
        auto rows = engine_.use(kOfPatient);
        rows.with(patient);
        while (rows.next()) {
            disclosures.push_back(disclosureFrom(rows));
        }
        return disclosures;
    });
}

std::optional<Disclosure> DisclosureRepository::find(const DisclosureId& id) const {
    return engine_.read("reading the disclosure", [&]() -> std::optional<Disclosure> {
        auto row = engine_.use(kOne);
        if (!row.with(id).next()) {
            return std::nullopt;
        }
        requireOpenTo(engine_, row.id<PatientId>(1));
        return disclosureFrom(row);
    });
}

} // namespace palpate::storage
