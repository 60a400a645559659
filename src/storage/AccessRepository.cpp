// SPDX-License-Identifier: MIT
#include "storage/AccessRepository.h"

#include "storage/AccessRows.h"
#include "storage/PatientRows.h"
#include "storage/Rows.h"

#include <algorithm>
#include <iterator>

namespace palpate::storage {

namespace {

[[nodiscard]] AuditAct actOn(const PatientId& patient, AuditKind kind, std::string detail) {
    return {kind, patient, AuditSubject::Restriction, patient.value(), std::move(detail), {}};
}

/// A restriction as it is stored: of one record, not yet of those merged into it.
struct StoredRestriction {
    std::int64_t patientNo = 0;
    PatientRestriction restriction;
};

[[nodiscard]] std::vector<PractitionerId> namedFor(Engine& engine, std::int64_t patientNo) {
    std::vector<PractitionerId> named;
    auto rows = engine.use("SELECT r.id FROM patient_access a JOIN practitioner r ON r.no = "
                           "a.practitioner_no WHERE a.patient_no = ?1 ORDER BY r.no");
    rows.with(patientNo);
    while (rows.next()) {
        named.push_back(rows.id<PractitionerId>(0));
    }
    return named;
}

/// Of the record that goes on and those merged into it, its own first.
[[nodiscard]] std::vector<StoredRestriction> storedOf(Engine& engine, const PatientId& goesOn) {
    std::vector<StoredRestriction> stored;
    {
        auto rows = engine.use(
            "SELECT t.patient_no, t.reason, r.id, t.at FROM patient w JOIN patient p ON p.no = "
            "w.no OR p.merged_into = w.no JOIN patient_restriction t ON t.patient_no = p.no AND "
            "t.lifted_at IS NULL JOIN practitioner r ON r.no = t.practitioner_no WHERE w.id = ?1 "
            "ORDER BY p.no <> w.no, t.no");
        rows.with(goesOn);
        while (rows.next()) {
            stored.push_back({rows.integer(0),
                              {.patient = goesOn,
                               .reason = rows.text(1),
                               .mayOpen = {},
                               .by = rows.id<PractitionerId>(2),
                               .at = rows.instant(3)}});
        }
    }
    for (auto& one : stored) {
        one.restriction.mayOpen = namedFor(engine, one.patientNo);
    }
    return stored;
}

/// The one that holds for all of them: open to whom each of them names.
[[nodiscard]] std::optional<PatientRestriction>
together(const std::vector<StoredRestriction>& stored) {
    if (stored.empty()) {
        return std::nullopt;
    }
    auto whole = stored.front().restriction;
    for (const auto& other : stored) {
        std::erase_if(whole.mayOpen, [&](const PractitionerId& id) {
            return std::ranges::find(other.restriction.mayOpen, id) ==
                   other.restriction.mayOpen.end();
        });
    }
    return whole;
}

/// The reason is not told to whom it keeps out.
[[nodiscard]] std::optional<PatientRestriction> restrictionOf(Engine& engine,
                                                              const PatientId& goesOn) {
    auto whole = together(storedOf(engine, goesOn));
    if (whole && engine.closedRecords().isClosed(goesOn)) {
        whole->reason.clear();
    }
    return whole;
}

[[nodiscard]] std::vector<std::int64_t> practitionerNos(Engine& engine,
                                                        std::span<const PractitionerId> people) {
    std::vector<std::int64_t> nos;
    for (const auto& person : people) {
        const auto no = engine.practitionerNo(person);
        auto row = engine.use("SELECT role, display_name FROM practitioner WHERE no = ?1");
        static_cast<void>(row.with(no).next());
        const auto role = word(row, 0, parseRole);
        if (role != Role::Practitioner && role != Role::Owner) {
            throw EditRefused{{tr("{1} is no practitioner, so a restricted record can't be opened "
                                  "to them."),
                               {row.text(1)}}};
        }
        nos.push_back(no);
    }
    std::ranges::sort(nos);
    const auto [end, last] = std::ranges::unique(nos);
    nos.erase(end, last);
    return nos;
}

void insertRestriction(Engine& engine, std::int64_t patientNo, std::string_view reason,
                       const std::vector<std::int64_t>& mayOpen, std::int64_t by, Instant at) {
    engine
        .use("INSERT INTO patient_restriction (patient_no, reason, practitioner_no, at) VALUES "
             "(?1, ?2, ?3, ?4)")
        .with(patientNo, reason, by, at)
        .run();
    for (const auto no : mayOpen) {
        engine.use("INSERT INTO patient_access (patient_no, practitioner_no) VALUES (?1, ?2)")
            .with(patientNo, no)
            .run();
    }
}

void liftAll(Engine& engine, const std::vector<StoredRestriction>& stored) {
    for (const auto& one : stored) {
        engine.use("DELETE FROM patient_access WHERE patient_no = ?1").with(one.patientNo).run();
        engine
            .use("UPDATE patient_restriction SET lifted_at = ?1 WHERE patient_no = ?2 AND "
                 "lifted_at IS NULL")
            .with(engine.clock().now(), one.patientNo)
            .run();
    }
    engine.forgetClosedRecords();
}

[[nodiscard]] Lines linesIn(const std::optional<PatientRestriction>& restriction) {
    return restriction ? storage::linesOf(*restriction) : Lines{};
}

} // namespace

Lines linesOf(const PatientRestriction& restriction) {
    Lines lines{"restriction " + restriction.patient.text(), field("reason", restriction.reason)};
    for (const auto& person : restriction.mayOpen) {
        lines.push_back("may_open " + person.text());
    }
    lines.push_back("practitioner " + restriction.by.text());
    lines.push_back("at " + isoInstant(restriction.at));
    return lines;
}

Lines linesOf(const EmergencyAccess& access) {
    return {"emergency_access " + access.id.text(), "patient " + access.patient.text(),
            "practitioner " + access.by.text(), field("reason", access.reason),
            "at " + isoInstant(access.at)};
}

std::string seenText(const PractitionerId& by, Instant at) {
    return "+seen " + isoInstant(at) + " " + by.text() + "\n";
}

EmergencyAccess emergencyFrom(const Query& row) {
    return {.id = row.id<EmergencyAccessId>(0),
            .patient = row.id<PatientId>(1),
            .by = row.id<PractitionerId>(2),
            .reason = row.text(3),
            .at = row.instant(4)};
}

void keepRestricted(Engine& engine, const PatientId& from, const PatientId& into) {
    const auto stored = storedOf(engine, into);
    const auto fromNo = patientNo(engine, from);
    const auto isOf = [&](std::int64_t no) {
        return std::ranges::find(stored, no, &StoredRestriction::patientNo) != stored.end();
    };
    const auto whole = together(stored);
    if (!whole || isOf(fromNo)) {
        return;
    }
    insertRestriction(engine, fromNo, whole->reason, practitionerNos(engine, whole->mayOpen),
                      engine.practitionerNo(whole->by), whole->at);
    auto kept = *whole;
    kept.patient = from;
    engine.audit(actOn(from, AuditKind::Create, difference({}, linesOf(kept))));
    engine.forgetClosedRecords();
}

void AccessRepository::restrict(const PatientId& patient, std::span<const PractitionerId> mayOpen,
                                std::string_view reason) {
    engine_.requireOwner();
    engine_.write("restricting the record", [&] {
        const auto goesOn = currentPatient(engine_.connection(), patient);
        const auto no = patientNo(engine_, goesOn);
        const auto nos = practitionerNos(engine_, mayOpen);
        const auto stored = storedOf(engine_, goesOn);
        const auto before = together(stored);
        if (before && stored.size() == 1 && before->reason == reason &&
            practitionerNos(engine_, before->mayOpen) == nos) {
            return;
        }
        liftAll(engine_, stored);
        insertRestriction(engine_, no, reason, nos, engine_.practitionerNo(engine_.signedIn().id),
                          engine_.clock().now());
        const auto after = restrictionOf(engine_, goesOn);
        engine_.audit(actOn(goesOn, before ? AuditKind::Change : AuditKind::Create,
                            recordDifference(linesIn(before), linesIn(after))));
    });
}

void AccessRepository::lift(const PatientId& patient) {
    engine_.requireOwner();
    engine_.write("lifting the restriction", [&] {
        const auto goesOn = currentPatient(engine_.connection(), patient);
        const auto stored = storedOf(engine_, goesOn);
        if (stored.empty()) {
            return;
        }
        liftAll(engine_, stored);
        engine_.audit(actOn(goesOn, AuditKind::Discard, difference(linesIn(together(stored)), {})));
    });
}

std::optional<PatientRestriction> AccessRepository::find(const PatientId& patient) const {
    return engine_.read("reading who may open the record", [&] {
        return restrictionOf(engine_, currentPatient(engine_.connection(), patient));
    });
}

std::vector<PatientRestriction> AccessRepository::list() const {
    return engine_.read("reading the restricted records", [&] {
        std::vector<PatientId> patients;
        {
            auto rows = engine_.use(
                "SELECT p.id FROM (SELECT DISTINCT coalesce(o.merged_into, o.no) AS no FROM "
                "patient_restriction t JOIN patient o ON o.no = t.patient_no WHERE t.lifted_at IS "
                "NULL) k JOIN patient p ON p.no = k.no ORDER BY p.no");
            while (rows.next()) {
                patients.push_back(rows.id<PatientId>(0));
            }
        }
        std::vector<PatientRestriction> restrictions;
        for (const auto& patient : patients) {
            if (auto restriction = restrictionOf(engine_, patient)) {
                restrictions.push_back(std::move(*restriction));
            }
        }
        return restrictions;
    });
}

bool AccessRepository::mayOpen(const PatientId& patient) const {
    return engine_.read("reading who may open the record",
                        [&] { return !engine_.closedRecords().isClosed(patient); });
}

void AccessRepository::require(const PatientId& patient) const {
    engine_.read("reading who may open the record", [&] { requireOpenTo(engine_, patient); });
}

std::vector<PatientId> AccessRepository::closed() const {
    return engine_.read("reading the restricted records",
                        [&] { return engine_.closedRecords().closed(); });
}

EmergencyAccess AccessRepository::openInEmergency(const PatientId& patient, std::string_view reason,
                                                  const EmergencyAccessId& id) {
    engine_.requireClinician();
    return engine_.write("opening the restricted record", [&] {
        const auto goesOn = currentPatient(engine_.connection(), patient);
        const auto no = patientNo(engine_, goesOn);
        if (!engine_.closedRecords().isClosed(goesOn)) {
            throw EditRefused{
                {tr("The record is open to you; no emergency is needed for it."), {}}};
        }
        const EmergencyAccess access{.id = id,
                                     .patient = goesOn,
                                     .by = engine_.signedIn().id,
                                     .reason = std::string{reason},
                                     .at = engine_.clock().now()};
        engine_
            .use("INSERT INTO emergency_access (id, patient_no, practitioner_no, reason, at) "
                 "VALUES (?1, ?2, ?3, ?4, ?5)")
            .with(access.id, no, engine_.practitionerNo(access.by), access.reason, access.at)
            .run();
        engine_.audit({AuditKind::Emergency,
                       goesOn,
                       AuditSubject::Restriction,
                       id.value(),
                       difference({}, linesOf(access)),
                       {}});
        engine_.forgetClosedRecords();
        return access;
    });
}

std::optional<EmergencyAccess> AccessRepository::running(const PatientId& patient) const {
    static const auto sql =
        std::string{kEmergencyColumns} +
        "WHERE r.id = ?1 AND e.at > ?2 AND e.patient_no IN (SELECT o.no FROM patient w JOIN "
        "patient o ON o.no = w.no OR o.merged_into = w.no WHERE w.id = ?3) ORDER BY e.at DESC "
        "LIMIT 1";
    return engine_.read("reading the emergencies", [&]() -> std::optional<EmergencyAccess> {
        const auto goesOn = currentPatient(engine_.connection(), patient);
        const auto& me = engine_.signedIn();
        const auto whole = together(storedOf(engine_, goesOn));
        if (!whole || me.role == Role::Owner ||
            std::ranges::find(whole->mayOpen, me.id) != whole->mayOpen.end()) {
            return std::nullopt;
        }
        auto row = engine_.use(sql);
        return row.with(me.id, engine_.clock().now() - kEmergencyLasts, goesOn).next()
                   ? std::optional{emergencyFrom(row)}
                   : std::nullopt;
    });
}

std::vector<EmergencyAccess> AccessRepository::emergencies(bool unseenOnly) const {
    static const auto select = std::string{kEmergencyColumns};
    static const auto all = select + "ORDER BY e.at DESC, e.no DESC";
    static const auto unseen = select + "WHERE NOT EXISTS (SELECT 1 FROM emergency_seen s WHERE "
                                        "s.emergency_no = e.no) ORDER BY e.at DESC, e.no DESC";
    engine_.requireOwner();
    return engine_.read("reading the emergencies", [&] {
        std::vector<EmergencyAccess> found;
        auto rows = engine_.use(unseenOnly ? unseen : all);
        while (rows.next()) {
            found.push_back(emergencyFrom(rows));
        }
        return found;
    });
}

void AccessRepository::see(const EmergencyAccessId& id) {
    engine_.requireOwner();
    engine_.write("noting the emergency", [&] {
        std::int64_t no = 0;
        std::optional<PatientId> patient;
        {
            auto row = engine_.use(
                "SELECT e.no, p.id, EXISTS (SELECT 1 FROM emergency_seen s WHERE s.emergency_no = "
                "e.no) FROM emergency_access e JOIN patient p ON p.no = e.patient_no WHERE e.id = "
                "?1");
            if (!row.with(id).next() || row.number(2) != 0) {
                return;
            }
            no = row.integer(0);
            patient = row.id<PatientId>(1);
        }
        const auto& by = engine_.signedIn().id;
        const auto at = engine_.clock().now();
        engine_
            .use("INSERT INTO emergency_seen (emergency_no, practitioner_no, at) VALUES (?1, ?2, "
                 "?3)")
            .with(no, engine_.practitionerNo(by), at)
            .run();
        engine_.audit({AuditKind::Change,
                       patient,
                       AuditSubject::Restriction,
                       id.value(),
                       seenText(by, at),
                       {}});
    });
}

} // namespace palpate::storage
