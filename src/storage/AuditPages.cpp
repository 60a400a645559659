// SPDX-License-Identifier: MIT
// Reading the trail as a person does: narrowed, in some order, a page at a time, with names.
#include "storage/AuditTrail.h"
#include "storage/Engine.h"

namespace palpate::storage {

namespace {

/// The conditions of a filter; `bindTo` binds their values in the same order.
[[nodiscard]] std::string conditionsOf(const AuditFilter& filter) {
    std::string sql = " WHERE 1";
    if (filter.patient) {
        // Also where nothing is left of a record but its rows.
        sql += " AND a.patient IN (SELECT ? UNION SELECT q.id FROM patient m JOIN patient q "
               "ON q.merged_into = m.no WHERE m.id = ?)";
    }
    if (filter.practitioner) {
        sql += " AND a.practitioner = ?";
    }
    if (filter.kind) {
        sql += " AND a.kind = ?";
    }
    if (filter.from) {
        sql += " AND a.at >= ?";
    }
    if (filter.to) {
        sql += " AND a.at < ?";
    }
    return sql;
}

void bindTo(Query& query, const AuditFilter& filter) {
    if (filter.patient) {
        query.with(*filter.patient, *filter.patient);
    }
    if (filter.practitioner) {
        query.with(*filter.practitioner);
    }
    if (filter.kind) {
        query.with(name(*filter.kind));
    }
    if (filter.from) {
        query.with(*filter.from);
    }
    if (filter.to) {
        query.with(*filter.to);
    }
}

[[nodiscard]] std::string orderOf(AuditSort sort, bool isAscending) {
    const std::string way = isAscending ? " ASC" : " DESC";
    switch (sort) {
    case AuditSort::Time:
        break;
    case AuditSort::Who:
        return " ORDER BY w.display_name COLLATE NOCASE" + way + ", a.seq DESC";
    case AuditSort::What:
        return " ORDER BY a.kind" + way + ", a.subject" + way + ", a.seq DESC";
    case AuditSort::Record:
        return " ORDER BY p.no IS NULL, p.family_name COLLATE NOCASE" + way +
               ", p.given_name COLLATE NOCASE" + way + ", a.seq DESC";
    }
    return " ORDER BY a.seq" + way;
}

constexpr std::string_view kColumns =
    "SELECT a.seq, a.at, a.practitioner, a.kind, a.patient, a.subject, a.subject_id, d.text, "
    "a.detail_hash, w.display_name, trim(p.given_name || ' ' || p.family_name), s.started_at ";
constexpr std::string_view kFrom = "FROM audit a LEFT JOIN practitioner w ON w.id = a.practitioner "
                                   "LEFT JOIN patient p ON p.id = a.patient";
constexpr std::string_view kDetails =
    " LEFT JOIN audit_detail d ON d.seq = a.seq "
    "LEFT JOIN session s ON a.subject = 'session' AND s.id = a.subject_id";

void requireTrailReader(Engine& engine) {
    if (engine.signedIn().role == Role::FrontDesk) {
        engine.noteRefused({}, "to read the audit trail");
        throw AccessDenied{{tr("The front desk does not read the audit trail."), {}}};
    }
}

} // namespace

std::vector<NamedAuditEntry> AuditTrail::page(const AuditPageWish& wish) const {
    requireTrailReader(engine_);
    return engine_.read("reading the audit trail", [&] {
        // Of a table with hundreds of thousands of rows only numbers are put in order.
        const auto order = orderOf(wish.sort, wish.isAscending);
        const auto sql = std::string{kColumns} + "FROM (SELECT a.seq AS it " + std::string{kFrom} +
                         conditionsOf(wish.filter) + order +
                         " LIMIT ? OFFSET ?) n JOIN audit a "
                         "ON a.seq = n.it" +
                         std::string{kFrom.substr(kFrom.find(" LEFT"))} + std::string{kDetails} +
                         order;
        Prepared statement{engine_.connection().raw(), sql};
        Query rows{statement};
        bindTo(rows, wish.filter);
        rows.with(wish.limit, wish.skipped);
        std::vector<NamedAuditEntry> entries;
        while (rows.next()) {
            NamedAuditEntry named{auditEntryFrom(rows), rows.text(9), rows.text(10), {}};
            if (!rows.isNull(11)) {
                named.session = rows.instant(11);
            }
            entries.push_back(std::move(named));
        }
        return entries;
    });
}

std::vector<AuditPatient> AuditTrail::patientsNamed(std::string_view beginning, int limit) const {
    requireTrailReader(engine_);
    return engine_.read("looking for patients in the audit trail", [&] {
        auto rows = engine_.use(
            "SELECT id, trim(given_name || ' ' || family_name), ifnull(birth_date, '') FROM "
            "patient "
            "WHERE substr(lower(family_name), 1, length(?1)) = lower(?1) "
            "OR substr(lower(given_name || ' ' || family_name), 1, length(?1)) = lower(?1) "
            "ORDER BY family_name COLLATE NOCASE, given_name COLLATE NOCASE, no LIMIT ?2");
        rows.with(beginning, limit);
        std::vector<AuditPatient> found;
        while (rows.next()) {
            found.push_back({rows.id<PatientId>(0), rows.text(1), rows.text(2)});
        }
        return found;
    });
}

std::int64_t AuditTrail::count(const AuditFilter& filter) const {
    requireTrailReader(engine_);
    return engine_.read("counting the rows of the audit trail", [&] {
        const auto sql = "SELECT count(*) FROM audit a" + conditionsOf(filter);
        Prepared statement{engine_.connection().raw(), sql};
        Query rows{statement};
        bindTo(rows, filter);
        return rows.next() ? rows.integer(0) : 0;
    });
}

} // namespace palpate::storage
