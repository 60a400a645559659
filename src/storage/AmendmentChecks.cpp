// SPDX-License-Identifier: MIT
// Every request for a change of the record, and every answer, against what the audit trail tells.
#include "storage/AmendmentRows.h"
#include "storage/Checks.h"

#include <unordered_map>
#include <vector>

namespace palpate::storage {

namespace {

/// What the trail tells of the steps of each request, in their order; empty where it was lawfully
/// erased.
using ToldSteps = std::unordered_map<Uuid, std::vector<std::optional<Digest>>>;

[[nodiscard]] ToldSteps toldSteps(Engine& engine) {
    static const auto sql =
        "SELECT a.subject_id, d.text FROM audit a LEFT JOIN audit_detail d ON d.seq = a.seq WHERE "
        "a.subject = 'amendment' AND a.kind = 'change' AND a.subject_id IS NOT NULL" +
        std::string{kNotDestroyed} + " ORDER BY a.seq";
    ToldSteps told;
    auto rows = engine.use(sql);
    while (rows.next()) {
        told[rows.uuid(0)].push_back(rows.isNull(1) ? std::nullopt
                                                    : std::optional{blake2b(rows.text(1))});
    }
    return told;
}

[[nodiscard]] bool areAsTold(ToldSteps& told, const Amendment& amendment) {
    const auto steps = std::move(told[amendment.id.value()]);
    told.erase(amendment.id.value());
    if (steps.size() != amendment.steps.size()) {
        return false;
    }
    for (std::size_t i = 0; i < steps.size(); ++i) {
        if (steps[i] &&
            *steps[i] != blake2b(difference({}, linesOf(amendment.id, amendment.steps[i])))) {
            return false;
        }
    }
    return true;
}

} // namespace

void checkAmendments(Engine& engine, CheckResult& result) {
    static const auto sql =
        "SELECT a.subject_id, d.text FROM audit a LEFT JOIN audit_detail d ON d.seq = a.seq WHERE "
        "a.subject = 'amendment' AND a.kind = 'create' AND a.subject_id IS NOT NULL" +
        std::string{kNotDestroyed};
    static const auto all = std::string{kAmendmentColumns} +
                            "FROM amendment m JOIN patient p ON p.no = m.patient_no " +
                            std::string{kAmendmentJoins} + "ORDER BY m.no";
    auto told = toldBy(engine.use(sql));
    auto steps = toldSteps(engine);
    auto rows = engine.use(all);
    while (rows.next()) {
        const auto amendment = amendmentFrom(engine, rows).amendment;
        result.examined += 1 + static_cast<std::int64_t>(amendment.steps.size());
        if (!isAsTold(told, amendment.id.value(), difference({}, linesOf(amendment)))) {
            fault(result, {tr("Request {1} to change the record is not as the audit trail tells of "
                              "it."),
                           {amendment.id.text()}});
        }
        if (!areAsTold(steps, amendment)) {
            fault(result, {tr("What was answered to request {1} is not as the audit trail tells of "
                              "it."),
                           {amendment.id.text()}});
        }
    }
    for (const auto& [id, hash] : told) {
        fault(result,
              {tr("Request {1} to change the record was written, but is gone."), {id.text()}});
    }
}

} // namespace palpate::storage
