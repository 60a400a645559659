// SPDX-License-Identifier: MIT
#include "storage/ContactNoteRepository.h"

#include "storage/Canonical.h"
#include "storage/Rows.h"

namespace palpate::storage {

namespace {

constexpr std::string_view kOne =
    "SELECT n.id, c.id, r.id, n.at, n.written_at, n.kind, n.text FROM contact_note n JOIN "
    "clinical_case c ON c.no = n.case_no JOIN practitioner r ON r.no = n.practitioner_no WHERE "
    "n.id = ?1";
constexpr std::string_view kOfCase =
    "SELECT n.id, c.id, r.id, n.at, n.written_at, n.kind, n.text FROM contact_note n JOIN "
    "clinical_case c ON c.no = n.case_no JOIN practitioner r ON r.no = n.practitioner_no WHERE "
    "c.id = ?1 ORDER BY n.at DESC, n.no DESC";

[[nodiscard]] ContactNote noteFrom(const Query& row) {
    return {.id = row.id<ContactNoteId>(0),
            .caseId = row.id<CaseId>(1),
            .by = row.id<PractitionerId>(2),
            .at = row.instant(3),
            .writtenAt = row.instant(4),
            .kind = word(row, 5, parseContactKind),
            .text = row.text(6)};
}

} // namespace

void ContactNoteRepository::add(const ContactNote& note) {
    if (note.by != engine_.signedIn().id) {
        throw AccessDenied{{tr("A contact note is written under one's own name only."), {}}};
    }
    engine_.write("storing the contact note", [&] {
        std::int64_t caseNo = 0;
        std::optional<PatientId> patient;
        {
            auto row = engine_.use("SELECT c.no, p.id FROM clinical_case c JOIN patient p ON p.no "
                                   "= c.patient_no WHERE c.id = ?1");
            if (!row.with(note.caseId).next()) {
                throw EditRefused{
                    {tr("The case is not in this clinic any more; open the patient again."), {}}};
            }
            caseNo = row.integer(0);
            patient = row.id<PatientId>(1);
        }
        requireOpenTo(engine_, *patient);
        engine_
            .use("INSERT INTO contact_note (id, case_no, practitioner_no, at, written_at, kind, "
                 "text) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)")
            .with(note.id, caseNo, engine_.practitionerNo(note.by), note.at, note.writtenAt,
                  name(note.kind), note.text)
            .run();
        engine_.audit({AuditKind::Create,
                       patient,
                       AuditSubject::ContactNote,
                       note.id.value(),
                       difference({}, linesOf(note)),
                       {}});
    });
}

std::vector<ContactNote> ContactNoteRepository::ofCase(const CaseId& caseId) const {
    return engine_.read("reading the contact notes", [&] {
        requireOpenTo(engine_, caseId);
        std::vector<ContactNote> notes;
        auto rows = engine_.use(kOfCase);
        rows.with(caseId);
        while (rows.next()) {
            notes.push_back(noteFrom(rows));
        }
        return notes;
    });
}

std::optional<ContactNote> ContactNoteRepository::find(const ContactNoteId& id) const {
    return engine_.read("reading the contact note", [&]() -> std::optional<ContactNote> {
        auto row = engine_.use(kOne);
        if (!row.with(id).next()) {
            return std::nullopt;
        }
        requireOpenTo(engine_, row.id<CaseId>(1));
        return noteFrom(row);
    });
}

} // namespace palpate::storage
