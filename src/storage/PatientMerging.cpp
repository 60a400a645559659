// SPDX-License-Identifier: MIT
// Two records of one person: one leads to the other, and nothing moves.
#include "storage/AccessRows.h"
#include "storage/OpenCases.h"
#include "storage/OutcomeSums.h"
#include "storage/PatientParts.h"
#include "storage/PatientRepository.h"
#include "storage/PatientRows.h"
#include "storage/Rows.h"

namespace palpate::storage {

namespace {

[[nodiscard]] bool isTarget(Engine& engine, std::int64_t no) {
    auto row = engine.use("SELECT 1 FROM patient WHERE merged_into = ?1 LIMIT 1");
    return row.with(no).next();
}

void requireMergeable(Engine& engine, const StoredPatient& from, const StoredPatient& into) {
    const auto name = fullName(from.patient);
    const auto other = fullName(into.patient);
    if (from.no == into.no) {
        throw EditRefused{
            {tr("A record can't be merged into itself; choose the other record of {1}."), {name}}};
    }
    if (from.patient.mergedInto) {
        throw EditRefused{
            {tr("This record of {1} is merged already; take that back first."), {name}}};
    }
    if (into.patient.mergedInto) {
        throw EditRefused{{tr("The record of {1} was itself merged into another; merge into the "
                              "one that goes on."),
                           {other}}};
    }
    if (isTarget(engine, from.no)) {
        throw EditRefused{{tr("Other records were merged into this record of {1}; merge the other "
                              "way round, or take those back first."),
                           {name}}};
    }
}

void setMerged(Engine& engine, std::int64_t from, std::optional<std::int64_t> into) {
    OutcomeChange outcomes{engine};
    outcomes.touchAllOf(from);
    engine.use("UPDATE patient SET merged_into = ?1 WHERE no = ?2").with(into, from).run();
    outcomes.settle();
    refreshOpenCasesOf(engine, from);
}

} // namespace

PatientId currentPatient(Connection& connection, const PatientId& id) {
    auto row = connection.use(
        "SELECT m.id FROM patient p JOIN patient m ON m.no = p.merged_into WHERE p.id = ?1");
    return row.with(id).next() ? row.id<PatientId>(0) : id;
}

void PatientRepository::merge(const PatientId& from, const PatientId& into) {
    engine_.write("merging the two records", [&] {
        engine_.requireReader();
        const auto source = requiredPatient(engine_, from);
        const auto target = requiredPatient(engine_, into);
        requireMergeable(engine_, source, target);
        setMerged(engine_, source.no, target.no);
        reindexPatient(engine_, source.no);
        reindexPatient(engine_, target.no);
        refreshRecency(engine_, target.no);
        reindexSessionsOf(engine_, source.no);
        auditPatientChange(engine_, from, "-merged_into -\n+merged_into " + into.text() + "\n");
        auditPatientChange(engine_, into, "+merged_from " + from.text() + "\n");
    });
}

void PatientRepository::unmerge(const PatientId& from) {
    engine_.write("taking the two records apart", [&] {
        engine_.requireReader();
        const auto source = requiredPatient(engine_, from);
        const auto into = source.patient.mergedInto;
        if (!into) {
            throw EditRefused{
                {tr("This record of {1} is not merged into another."), {fullName(source.patient)}}};
        }
        const auto target = patientNo(engine_, *into);
        keepRestricted(engine_, from, *into);
        setMerged(engine_, source.no, std::nullopt);
        reindexPatient(engine_, source.no);
        reindexPatient(engine_, target);
        refreshRecency(engine_, target);
        reindexSessionsOf(engine_, source.no);
        auditPatientChange(engine_, from, "-merged_into " + into->text() + "\n+merged_into -\n");
        auditPatientChange(engine_, *into, "-merged_from " + from.text() + "\n");
    });
}

PatientId PatientRepository::current(const PatientId& id) const {
    return engine_.read("reading the patient's record",
                        [&] { return currentPatient(engine_.connection(), id); });
}

std::vector<Patient> PatientRepository::mergedInto(const PatientId& id) const {
    return engine_.read("reading the merged records", [&] {
        requireOpenTo(engine_, id);
        std::vector<PatientId> ids;
        {
            auto rows = engine_.use("SELECT m.id FROM patient p JOIN patient m ON m.merged_into = "
                                    "p.no WHERE p.id = ?1 ORDER BY m.no");
            rows.with(id);
            while (rows.next()) {
                ids.push_back(rows.id<PatientId>(0));
            }
        }
        std::vector<Patient> merged;
        for (const auto& each : ids) {
            merged.push_back(readPart(engine_, requiredPatient(engine_, each).patient));
        }
        return merged;
    });
}

} // namespace palpate::storage
