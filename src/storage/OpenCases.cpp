// SPDX-License-Identifier: MIT
#include "storage/OpenCases.h"

#include "storage/Rows.h"

#include <string>
#include <vector>

namespace palpate::storage {

namespace {

/// Home care waits since the last time it was asked about, or since it was agreed first when that
/// is later or it was never asked about.
[[nodiscard]] std::string rowsOf(const std::string& which) {
    return "SELECT no, seen_at, rated, rated_at, CASE WHEN agreed_at IS NULL THEN NULL ELSE "
           "max(agreed_at, ifnull(asked_at, agreed_at)) END, "
           "(SELECT v.next_visit FROM session v WHERE v.case_no = q.no AND v.next_visit IS NOT "
           "NULL ORDER BY v.started_at DESC, v.no DESC LIMIT 1) FROM "
           "(SELECT c.no, max(s.started_at) AS seen_at, count(s.pain_now) > 0 AS rated, "
           "coalesce(max(iif(s.pain_now IS NULL, NULL, s.started_at)), min(s.started_at)) AS "
           "rated_at, max(iif(s.home_care_days IS NULL, NULL, s.started_at)) AS asked_at, "
           "min(iif(EXISTS (SELECT 1 FROM home_care_item h WHERE h.session_no = s.no), "
           "s.started_at, NULL)) AS agreed_at "
           "FROM clinical_case c JOIN session s ON s.case_no = c.no "
           "JOIN patient o ON o.no = c.patient_no "
           "JOIN patient p ON p.no = coalesce(o.merged_into, o.no) "
           "WHERE c.status = 'open' AND p.archived = 0" +
           which + " GROUP BY c.no) q";
}

[[nodiscard]] std::string filling(const std::string& which) {
    return "INSERT INTO open_case (case_no, seen_at, rated, rated_at, home_care_at, next_visit) " +
           rowsOf(which);
}

} // namespace

void refreshOpenCase(Engine& engine, std::int64_t caseNo) {
    static const auto sql = filling(" AND c.no = ?1");
    engine.use("DELETE FROM open_case WHERE case_no = ?1").with(caseNo).run();
    engine.use(sql).with(caseNo).run();
}

bool sameForOpenCase(const Session& before, const Session& after) {
    return before.startedAt == after.startedAt && before.painNow == after.painNow &&
           before.checkIn.homeCareDays == after.checkIn.homeCareDays &&
           before.homeCare == after.homeCare && before.nextVisit == after.nextVisit;
}

void refreshOpenCasesOf(Engine& engine, std::int64_t patientNo) {
    std::vector<std::int64_t> cases;
    {
        auto rows = engine.use("SELECT c.no FROM clinical_case c WHERE c.patient_no IN (SELECT no "
                               "FROM patient WHERE no = ?1 OR merged_into = ?1)");
        rows.with(patientNo);
        while (rows.next()) {
            cases.push_back(rows.integer(0));
        }
    }
    for (const auto caseNo : cases) {
        refreshOpenCase(engine, caseNo);
    }
}

std::int64_t wrongOpenCases(Engine& engine) {
    static const auto sql = "SELECT (SELECT count(*) FROM (SELECT * FROM open_case EXCEPT " +
                            rowsOf("") + ")) + (SELECT count(*) FROM (" + rowsOf("") +
                            " EXCEPT SELECT * FROM open_case))";
    auto row = engine.use(sql);
    return row.next() ? row.integer(0) : 0;
}

void rebuildOpenCases(Engine& engine) {
    static const auto sql = filling("");
    engine.use("DELETE FROM open_case").run();
    engine.use(sql).run();
}

} // namespace palpate::storage
