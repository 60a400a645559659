// SPDX-License-Identifier: MIT
#include "storage/PatientRepository.h"

#include "storage/Canonical.h"
#include "storage/OpenCases.h"
#include "storage/PatientParts.h"
#include "storage/PatientRows.h"
#include "storage/Rows.h"

#include <algorithm>

namespace palpate::storage {

namespace {

/// NULL for what was not asked.
template <class Word> [[nodiscard]] std::optional<std::string> storedWord(Word word) {
    return word == Word::NotAsked ? std::nullopt : std::optional{std::string{name(word)}};
}

void insertLists(Engine& engine, std::int64_t no, const Patient& patient) {
    int position = 0;
    for (const auto& alert : patient.alerts.value_or(std::vector<Alert>{})) {
        engine
            .use("INSERT INTO patient_alert (patient_no, position, kind, detail) VALUES (?1, ?2, "
                 "?3, ?4)")
            .with(no, position++, alert.kind, alert.detail)
            .run();
    }
    position = 0;
    for (const auto& allergy : patient.allergies.value_or(std::vector<Allergy>{})) {
        engine
            .use("INSERT INTO patient_allergy (patient_no, position, substance, reaction) VALUES "
                 "(?1, ?2, ?3, ?4)")
            .with(no, position++, allergy.substance, allergy.reaction)
            .run();
    }
    position = 0;
    for (const auto& consent : patient.consents) {
        engine
            .use("INSERT INTO patient_consent (patient_no, position, id, scope, given, withdrawn, "
                 "note) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)")
            .with(no, position++, consent.id, consent.scope, consent.given, consent.withdrawn,
                  consent.note)
            .run();
    }
}

void removeLists(Engine& engine, std::int64_t no) {
    engine.use("DELETE FROM patient_alert WHERE patient_no = ?1").with(no).run();
    engine.use("DELETE FROM patient_allergy WHERE patient_no = ?1").with(no).run();
    engine.use("DELETE FROM patient_consent WHERE patient_no = ?1").with(no).run();
}

[[nodiscard]] std::int64_t freeRecency(Engine& engine, Instant at) {
    const auto first = firstKeyAt(at);
    auto row = engine.use("SELECT max(recency) FROM patient WHERE recency BETWEEN ?1 AND ?2");
    static_cast<void>(row.with(first, first + lastKeyOffset()).next());
    return row.isNull(0) ? first : row.integer(0) + 1;
}

void requireKept(const std::vector<Consent>& before, const std::vector<Consent>& after) {
    for (const auto& consent : before) {
        if (std::ranges::find(after, consent.id, &Consent::id) == after.end()) {
            throw EditRefused{
                {tr("Consent: a consent that was given is kept; withdraw it instead."), {}}};
        }
    }
}

} // namespace

std::int64_t patientNo(Engine& engine, const PatientId& id) {
    auto row = engine.use("SELECT no FROM patient WHERE id = ?1");
    if (!row.with(id).next()) {
        throw EditRefused{{tr("The patient is not in this clinic."), {}}};
    }
    return row.integer(0);
}

std::int64_t openPatientNo(Engine& engine, const PatientId& id) {
    requireOpenTo(engine, id);
    return patientNo(engine, id);
}

void refreshRecency(Engine& engine, std::int64_t patientNo) {
    std::int64_t old = 0;
    Instant newest;
    std::int64_t goesOn = 0;
    {
        auto row = engine.use(
            "SELECT recency, created_at, coalesce(merged_into, 0), "
            "(SELECT max(started_at) FROM session WHERE patient_no = ?1), "
            "(SELECT max(s.started_at) FROM patient m JOIN session s ON s.patient_no = m.no "
            "WHERE m.merged_into = ?1) FROM patient WHERE no = ?1");
        static_cast<void>(row.with(patientNo).next());
        old = row.integer(0);
        goesOn = row.integer(2);
        const auto own = instantIn(row, 3);
        const auto merged = instantIn(row, 4);
        newest = own || merged ? *std::max(own, merged) : row.instant(1);
    }
    if (instantOfKey(old) != newest) {
        engine.use("UPDATE patient SET recency = ?1 WHERE no = ?2")
            .with(freeRecency(engine, newest), patientNo)
            .run();
        engine.index().patientChanged(patientNo, old);
    }
    if (goesOn != 0) {
        refreshRecency(engine, goesOn);
    }
}

void PatientRepository::add(const Patient& patient) {
    if (patient.mergedInto) {
        throw EditRefused{{tr("A new record can't be merged yet; add it, then merge it."), {}}};
    }
    engine_.write("storing the patient", [&] {
        static_cast<void>(writtenPart(engine_, patient, patient)); // refuses whoever may not
        const auto now = engine_.clock().now();
        engine_
            .use("INSERT INTO patient (id, family_name, given_name, birth_date, sex, phone, email, "
                 "occupation, note, alerts_asked, preferred_name, gender, address, hand, "
                 "emergency_name, emergency_relation, emergency_phone, physician_name, "
                 "physician_practice, physician_phone, allergies_asked, archived, created_at, "
                 "recency) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, "
                 "?15, ?16, ?17, ?18, ?19, ?20, ?21, ?22, ?23, ?24)")
            .with(patient.id, patient.familyName, patient.givenName, patient.birthDate,
                  storedWord(patient.sex), patient.phone, patient.email, patient.occupation,
                  patient.note, patient.alerts.has_value(), patient.preferredName, patient.gender,
                  patient.address, storedWord(patient.hand), patient.emergency.name,
                  patient.emergency.relation, patient.emergency.phone, patient.physician.name,
                  patient.physician.relation, patient.physician.phone,
                  patient.allergies.has_value(), patient.archived, now, freeRecency(engine_, now))
            .run();
        const auto no = engine_.connection().lastRow();
        insertLists(engine_, no, patient);
        engine_.index().patientChanged(no, std::nullopt);
        engine_.audit({AuditKind::Create,
                       patient.id,
                       AuditSubject::Patient,
                       patient.id.value(),
                       difference({}, linesOf(patient)),
                       {}});
    });
}

void PatientRepository::update(const Patient& patient, const Patient& asRead) {
    write(patient, &asRead);
}

void PatientRepository::update(const Patient& patient) {
    write(patient, nullptr);
}

void PatientRepository::write(const Patient& wanted, const Patient* asRead) {
    engine_.write("storing the patient", [&] {
        const auto before = requiredPatient(engine_, wanted.id);
        if (asRead != nullptr && readPart(engine_, before.patient) != *asRead) {
            refuseChanged(engine_, AuditSubject::Patient, wanted.id.value());
        }
        const auto patient = writtenPart(engine_, wanted, before.patient);
        if (before.patient == patient) {
            return;
        }
        if (before.patient.mergedInto != patient.mergedInto) {
            throw EditRefused{
                {tr("Two records become one by merging them, not by changing one."), {}}};
        }
        requireKept(before.patient.consents, patient.consents);
        engine_
            .use("UPDATE patient SET family_name = ?1, given_name = ?2, birth_date = ?3, sex = ?4, "
                 "phone = ?5, email = ?6, occupation = ?7, note = ?8, alerts_asked = ?9, "
                 "preferred_name = ?10, gender = ?11, address = ?12, hand = ?13, emergency_name = "
                 "?14, emergency_relation = ?15, emergency_phone = ?16, physician_name = ?17, "
                 "physician_practice = ?18, physician_phone = ?19, allergies_asked = ?20, archived "
                 "= ?21 WHERE no = ?22")
            .with(patient.familyName, patient.givenName, patient.birthDate, storedWord(patient.sex),
                  patient.phone, patient.email, patient.occupation, patient.note,
                  patient.alerts.has_value(), patient.preferredName, patient.gender,
                  patient.address, storedWord(patient.hand), patient.emergency.name,
                  patient.emergency.relation, patient.emergency.phone, patient.physician.name,
                  patient.physician.relation, patient.physician.phone,
                  patient.allergies.has_value(), patient.archived, before.no)
            .run();
        removeLists(engine_, before.no);
        insertLists(engine_, before.no, patient);
        reindexPatient(engine_, before.no);
        if (const auto& goesOn = before.patient.mergedInto) { // whose index row holds these names
            reindexPatient(engine_, patientNo(engine_, *goesOn));
        }
        if (fullName(before.patient) != fullName(patient)) {
            reindexSessionsOf(engine_, before.no);
        }
        if (before.patient.archived != patient.archived) {
            refreshOpenCasesOf(engine_, before.no);
        }
        auditPatientChange(engine_, patient.id,
                           recordDifference(linesOf(before.patient), linesOf(patient)));
    });
}

void PatientRepository::setArchived(const PatientId& id, bool archived) {
    engine_.write("moving the patient in or out of the archive", [&] {
        engine_.requireReader();
        auto patient = requiredPatient(engine_, id).patient;
        patient.archived = archived;
        write(patient, nullptr);
    });
}

std::optional<Patient> PatientRepository::open(const PatientId& id) {
    return engine_.write("opening the patient's record", [&]() -> std::optional<Patient> {
        auto stored = loadPatient(engine_.connection(), id);
        if (!stored) {
            return std::nullopt;
        }
        requireOpenTo(engine_, id);
        engine_.audit({AuditKind::View, id, AuditSubject::Patient, id.value(), {}, {}});
        return readPart(engine_, std::move(stored->patient));
    });
}

std::optional<Patient> PatientRepository::find(const PatientId& id) const {
    return engine_.read("reading the patient's record", [&]() -> std::optional<Patient> {
        requireOpenTo(engine_, id);
        auto stored = loadPatient(engine_.connection(), id);
        return stored ? std::optional{readPart(engine_, std::move(stored->patient))} : std::nullopt;
    });
}

std::optional<PatientRow> PatientRepository::row(const PatientId& id) const {
    static const auto one =
        "SELECT " + std::string{kPatientRowColumns} + "FROM patient p WHERE p.id = ?1";
    return engine_.read("reading the patient's line", [&]() -> std::optional<PatientRow> {
        auto row = engine_.use(one);
        return row.with(id).next()
                   ? std::optional{readPart(engine_, patientRowFrom(row, engine_.closedRecords()))}
                   : std::nullopt;
    });
}

int PatientRepository::count() const {
    return engine_.read("counting the patients", [&] {
        auto row = engine_.use("SELECT count(*) FROM patient");
        static_cast<void>(row.next());
        return row.number(0);
    });
}

} // namespace palpate::storage
