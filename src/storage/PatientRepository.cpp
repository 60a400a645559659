// SPDX-License-Identifier: MIT
#include "storage/PatientRepository.h"

#include "storage/Canonical.h"
#include "storage/Rows.h"

namespace palpate::storage {

namespace {

struct StoredPatient {
    std::int64_t no = 0;
    Patient patient;
};

[[nodiscard]] std::optional<StoredPatient> load(Engine& engine, const PatientId& id) {
    auto row = engine.use(
        "SELECT no, family_name, given_name, birth_date, sex, phone, email, occupation, note, "
        "alerts_asked FROM patient WHERE id = ?1");
    if (!row.with(id).next()) {
        return std::nullopt;
    }
    StoredPatient stored{row.integer(0),
                         {.id = id,
                          .familyName = row.text(1),
                          .givenName = row.text(2),
                          .birthDate = wordIn(row, 3, parseIsoDate),
                          .sex = wordIn(row, 4, parseSex).value_or(Sex::NotAsked),
                          .phone = row.text(5),
                          .email = row.text(6),
                          .occupation = row.text(7),
                          .alerts = {},
                          .note = row.text(8)}};
    if (row.number(9) == 1) {
        stored.patient.alerts.emplace();
        auto alerts = engine.use(
            "SELECT kind, detail FROM patient_alert WHERE patient_no = ?1 ORDER BY position");
        alerts.with(stored.no);
        while (alerts.next()) {
            stored.patient.alerts->push_back({keyIn<AlertKey>(alerts, 0), alerts.text(1)});
        }
    }
    return stored;
}

[[nodiscard]] std::optional<std::string> storedSex(Sex sex) {
    return sex == Sex::NotAsked ? std::nullopt : std::optional{std::string{name(sex)}};
}

void insertAlerts(Engine& engine, std::int64_t no, const Patient& patient) {
    int position = 0;
    for (const auto& alert : patient.alerts.value_or(std::vector<Alert>{})) {
        engine
            .use("INSERT INTO patient_alert (patient_no, position, kind, detail) VALUES (?1, ?2, "
                 "?3, ?4)")
            .with(no, position++, alert.kind, alert.detail)
            .run();
    }
}

[[nodiscard]] std::int64_t freeRecency(Engine& engine, Instant at) {
    const auto first = firstKeyAt(at);
    auto row = engine.use("SELECT max(recency) FROM patient WHERE recency BETWEEN ?1 AND ?2");
    static_cast<void>(row.with(first, first + lastKeyOffset()).next());
    return row.isNull(0) ? first : row.integer(0) + 1;
}

} // namespace

std::int64_t patientNo(Engine& engine, const PatientId& id) {
    auto row = engine.use("SELECT no FROM patient WHERE id = ?1");
    if (!row.with(id).next()) {
        throw EditRefused{{tr("The patient is not in this clinic."), {}}};
    }
    return row.integer(0);
}

void refreshRecency(Engine& engine, std::int64_t patientNo) {
    std::int64_t old = 0;
    Instant newest;
    {
        auto row = engine.use(
            "SELECT recency, coalesce((SELECT max(started_at) FROM session WHERE patient_no = ?1), "
            "created_at) FROM patient WHERE no = ?1");
        static_cast<void>(row.with(patientNo).next());
        old = row.integer(0);
        newest = row.instant(1);
    }
    if (instantOfKey(old) == newest) {
        return;
    }
    engine.use("UPDATE patient SET recency = ?1 WHERE no = ?2")
        .with(freeRecency(engine, newest), patientNo)
        .run();
    engine.index().patientChanged(patientNo, old);
}

void PatientRepository::add(const Patient& patient) {
    engine_.write("storing the patient", [&] {
        const auto now = engine_.clock().now();
        engine_
            .use("INSERT INTO patient (id, family_name, given_name, birth_date, sex, phone, email, "
                 "occupation, note, "
                 "alerts_asked, created_at, recency) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, "
                 "?10, ?11, ?12)")
            .with(patient.id, patient.familyName, patient.givenName, patient.birthDate,
                  storedSex(patient.sex), patient.phone, patient.email, patient.occupation,
                  patient.note, patient.alerts.has_value(), now, freeRecency(engine_, now))
            .run();
        const auto no = engine_.connection().lastRow();
        insertAlerts(engine_, no, patient);
        engine_.index().patientChanged(no, std::nullopt);
        engine_.audit({AuditKind::Create,
                       patient.id,
                       AuditSubject::Patient,
                       patient.id.value(),
                       difference({}, linesOf(patient)),
                       {}});
    });
}

void PatientRepository::update(const Patient& patient) {
    engine_.write("storing the patient", [&] {
        const auto before = load(engine_, patient.id);
        if (!before) {
            throw EditRefused{{tr("The patient is not in this clinic."), {}}};
        }
        if (before->patient == patient) {
            return;
        }
        engine_
            .use("UPDATE patient SET family_name = ?1, given_name = ?2, birth_date = ?3, sex = ?4, "
                 "phone = ?5, "
                 "email = ?6, occupation = ?7, note = ?8, alerts_asked = ?9 WHERE no = ?10")
            .with(patient.familyName, patient.givenName, patient.birthDate, storedSex(patient.sex),
                  patient.phone, patient.email, patient.occupation, patient.note,
                  patient.alerts.has_value(), before->no)
            .run();
        if (before->patient.alerts != patient.alerts) {
            engine_.use("DELETE FROM patient_alert WHERE patient_no = ?1").with(before->no).run();
            insertAlerts(engine_, before->no, patient);
        }
        {
            auto row = engine_.use("SELECT recency FROM patient WHERE no = ?1");
            static_cast<void>(row.with(before->no).next());
            engine_.index().patientChanged(before->no, row.integer(0));
        }
        if (fullName(before->patient) != fullName(patient)) {
            reindexSessionsOf(engine_, before->no);
        }
        engine_.audit({AuditKind::Change,
                       patient.id,
                       AuditSubject::Patient,
                       patient.id.value(),
                       difference(linesOf(before->patient), linesOf(patient)),
                       {}});
    });
}

std::optional<Patient> PatientRepository::open(const PatientId& id) {
    return engine_.write("opening the patient's record", [&]() -> std::optional<Patient> {
        auto stored = load(engine_, id);
        if (!stored) {
            return std::nullopt;
        }
        engine_.audit({AuditKind::View, id, AuditSubject::Patient, id.value(), {}, {}});
        return std::move(stored->patient);
    });
}

std::optional<Patient> PatientRepository::find(const PatientId& id) const {
    return engine_.read("reading the patient's record", [&]() -> std::optional<Patient> {
        auto stored = load(engine_, id);
        return stored ? std::optional{std::move(stored->patient)} : std::nullopt;
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
