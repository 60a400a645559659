// SPDX-License-Identifier: MIT
#include "storage/ClosedRecords.h"

#include "domain/PatientAccess.h"
#include "storage/Engine.h"

#include <algorithm>
#include <optional>
#include <set>

namespace palpate::storage {

namespace {

/// Row numbers of records that go on: whichever restricts one of the records merged into it, or the
/// record itself.
struct Restricted {
    std::set<std::int64_t> all;
    std::set<std::int64_t> notNamed; ///< of these, where the person is not among those named
};

[[nodiscard]] Restricted restrictedFor(Connection& connection, const Practitioner& who) {
    Restricted restricted;
    auto rows = connection.use(
        "SELECT coalesce(p.merged_into, p.no), EXISTS (SELECT 1 FROM practitioner r JOIN "
        "patient_access a ON a.practitioner_no = r.no WHERE r.id = ?1 AND a.patient_no = "
        "t.patient_no) FROM patient_restriction t JOIN patient p ON p.no = t.patient_no WHERE "
        "t.lifted_at IS NULL");
    rows.with(who.id);
    while (rows.next()) {
        const auto no = rows.integer(0);
        restricted.all.insert(no);
        if (rows.number(1) == 0) {
            restricted.notNamed.insert(no);
        }
    }
    return restricted;
}

[[nodiscard]] bool hadEmergency(Connection& connection, std::int64_t goesOn,
                                const Practitioner& who, Instant now) {
    auto row = connection.use(
        "SELECT 1 FROM patient p JOIN emergency_access e ON e.patient_no = p.no AND "
        "e.practitioner_no = (SELECT no FROM practitioner WHERE id = ?1) AND e.at > ?2 WHERE "
        "p.no = ?3 OR p.merged_into = ?3 LIMIT 1");
    return row.with(who.id, now - kEmergencyLasts, goesOn).next();
}

[[nodiscard]] bool isClosedTo(Connection& connection, std::int64_t goesOn,
                              const Restricted& restricted, const Practitioner& who, Instant now) {
    if (who.role == Role::Owner) {
        return false;
    }
    if (who.role != Role::Practitioner) {
        return true;
    }
    return restricted.notNamed.contains(goesOn) && !hadEmergency(connection, goesOn, who, now);
}

/// `whose`: asks for the patient of what has the identity.
template <class IdType>
void requireItsPatientOpen(Engine& engine, std::string_view whose, const IdType& id) {
    if (engine.closedRecords().isEmpty()) {
        return;
    }
    std::optional<PatientId> patient;
    {
        auto row = engine.use(whose);
        if (row.with(id).next()) {
            patient = row.template id<PatientId>(0);
        }
    }
    if (patient) {
        requireOpenTo(engine, *patient);
    }
}

} // namespace

ClosedRecords::ClosedRecords(Connection& connection, const Practitioner& who, Instant now) {
    const auto restricted = restrictedFor(connection, who);
    for (const auto goesOn : restricted.all) {
        const bool isClosed = isClosedTo(connection, goesOn, restricted, who, now);
        auto rows = connection.use("SELECT no, id FROM patient WHERE no = ?1 OR merged_into = ?1");
        rows.with(goesOn);
        while (rows.next()) {
            restricted_.push_back({rows.integer(0), rows.id<PatientId>(1), isClosed});
        }
    }
    std::ranges::sort(restricted_, {}, &Record::no);
    for (const auto& record : restricted_) {
        if (record.isClosed) {
            closedNos_.push_back(record.no);
        }
    }
}

bool ClosedRecords::isRestricted(const PatientId& patient) const {
    return std::ranges::find(restricted_, patient, &Record::id) != restricted_.end();
}

bool ClosedRecords::isClosed(const PatientId& patient) const {
    const auto found = std::ranges::find(restricted_, patient, &Record::id);
    return found != restricted_.end() && found->isClosed;
}

bool ClosedRecords::isClosed(std::int64_t patientNo) const {
    return std::ranges::binary_search(closedNos_, patientNo);
}

std::vector<PatientId> ClosedRecords::closed() const {
    std::vector<PatientId> ids;
    for (const auto& record : restricted_) {
        if (record.isClosed) {
            ids.push_back(record.id);
        }
    }
    return ids;
}

std::string ClosedRecords::closedNosText() const {
    std::string text = "[";
    for (const auto no : closedNos_) {
        text += (text.size() == 1 ? "" : ",") + std::to_string(no);
    }
    return text + "]";
}

RecordRestricted restricted(Connection& connection, const PatientId& patient) {
    auto row =
        connection.use("SELECT p.given_name, p.family_name FROM patient o JOIN patient p ON p.no "
                       "= coalesce(o.merged_into, o.no) WHERE o.id = ?1");
    static_cast<void>(row.with(patient).next());
    const auto gap = row.text(0).empty() || row.text(1).empty() ? "" : " ";
    return RecordRestricted{{tr("The record of {1} is restricted: it opens only for owners of the "
                                "clinic and those whom they named. Ask an owner."),
                             {row.text(0) + gap + row.text(1)}}};
}

void requireOpenTo(Engine& engine, const PatientId& patient) {
    if (engine.closedRecords().isClosed(patient)) {
        engine.noteRefused(patient, "to open a restricted record");
        throw restricted(engine.connection(), patient);
    }
}

void requireOpenTo(Engine& engine, const CaseId& caseId) {
    requireItsPatientOpen(
        engine,
        "SELECT p.id FROM clinical_case c JOIN patient p ON p.no = c.patient_no WHERE "
        "c.id = ?1",
        caseId);
}

void requireOpenTo(Engine& engine, const SessionId& session) {
    requireItsPatientOpen(
        engine, "SELECT p.id FROM session s JOIN patient p ON p.no = s.patient_no WHERE s.id = ?1",
        session);
}

} // namespace palpate::storage
