// SPDX-License-Identifier: MIT
#include "storage/RetentionRepository.h"

#include "storage/Canonical.h"
#include "storage/RecordRows.h"
#include "storage/Rows.h"

#include <algorithm>

namespace palpate::storage {

namespace {

/// Of the table `patient p`, with those merged into it.
constexpr std::string_view kRecordColumns =
    "SELECT p.no, p.id, p.family_name, p.given_name, p.birth_date, "
    "(SELECT min(m.created_at) FROM patient m WHERE m.no = p.no OR m.merged_into = p.no) "
    "FROM patient p WHERE p.merged_into IS NULL ";

struct NumberedRecord {
    std::int64_t no = 0;
    RecordToKeep record;
};

[[nodiscard]] NumberedRecord recordFrom(const Query& row) {
    return {row.integer(0),
            {.patient = row.id<PatientId>(1),
             .familyName = row.text(2),
             .givenName = row.text(3),
             .birthDate = wordIn(row, 4, parseIsoDate),
             .lastSession = {},
             .timeZone = {},
             .begun = row.instant(5),
             .professions = {}}};
}

/// When the record was seen last, and who treated.
[[nodiscard]] RecordToKeep completed(Engine& engine, NumberedRecord found) {
    {
        auto row = engine.use(
            "SELECT s.started_at, s.time_zone FROM patient p JOIN session s ON s.patient_no = p.no "
            "WHERE p.no = ?1 OR p.merged_into = ?1 ORDER BY s.started_at DESC, s.no DESC LIMIT 1");
        if (row.with(found.no).next()) {
            found.record.lastSession = row.instant(0);
            found.record.timeZone = row.text(1);
        }
    }
    auto rows = engine.use(
        "SELECT DISTINCT r.profession FROM patient p JOIN session s ON s.patient_no = p.no JOIN "
        "practitioner r ON r.no = s.practitioner_no WHERE p.no = ?1 OR p.merged_into = ?1 ORDER BY "
        "r.profession");
    rows.with(found.no);
    while (rows.next()) {
        found.record.professions.push_back(word(rows, 0, parseProfession));
    }
    return std::move(found.record);
}

[[nodiscard]] RetentionRule ruleFrom(const Query& row) {
    return {.country = row.text(0),
            .profession =
                row.text(1).empty() ? std::nullopt : std::optional{word(row, 1, parseProfession)},
            .years = row.number(2),
            .untilAge = numberIn(row, 3),
            .source = row.text(4)};
}

[[nodiscard]] Lines linesOfRules(std::span<const RetentionRule> rules) {
    Lines lines;
    for (const auto& rule : rules) {
        lines.push_back(lineOf(rule));
    }
    return lines;
}

} // namespace

std::vector<RetentionRule> RetentionRepository::rules() const {
    return engine_.read("reading how long records are kept", [&] {
        std::vector<RetentionRule> rules;
        auto rows = engine_.use("SELECT country, profession, years, until_age, source FROM "
                                "retention_rule ORDER BY position");
        while (rows.next()) {
            rules.push_back(ruleFrom(rows));
        }
        return rules;
    });
}

void RetentionRepository::setRules(std::span<const RetentionRule> rules) {
    engine_.requireOwner();
    engine_.write("storing how long records are kept", [&] {
        const auto before = this->rules();
        if (std::ranges::equal(before, rules)) {
            return;
        }
        engine_.use("DELETE FROM retention_rule").run();
        std::size_t position = 0;
        for (const auto& rule : rules) {
            engine_
                .use("INSERT INTO retention_rule (position, country, profession, years, until_age, "
                     "source) VALUES (?1, ?2, ?3, ?4, ?5, ?6)")
                .with(asPosition(position++), rule.country,
                      rule.profession ? name(*rule.profession) : std::string_view{}, rule.years,
                      rule.untilAge, rule.source)
                .run();
        }
        engine_.audit({AuditKind::Change,
                       {},
                       AuditSubject::Retention,
                       engine_.clinic(),
                       recordDifference(linesOfRules(before), linesOfRules(rules)),
                       {}});
    });
}

std::optional<std::string> RetentionRepository::country() const {
    return engine_.read("reading whose rules count", [&]() -> std::optional<std::string> {
        auto row = engine_.use("SELECT country FROM retention_setting");
        return row.next() ? std::optional{row.text(0)} : std::nullopt;
    });
}

void RetentionRepository::setCountry(const std::string& country) {
    engine_.requireOwner();
    engine_.write("storing whose rules count", [&] {
        const auto before = this->country();
        if (before == country) {
            return;
        }
        engine_
            .use("INSERT INTO retention_setting (no, country) VALUES (1, ?1) ON CONFLICT (no) DO "
                 "UPDATE SET country = excluded.country")
            .with(country)
            .run();
        engine_.audit({AuditKind::Change,
                       {},
                       AuditSubject::Retention,
                       engine_.clinic(),
                       difference(before ? Lines{"country " + escaped(*before)} : Lines{},
                                  {"country " + escaped(country)}),
                       {}});
    });
}

std::vector<RecordToKeep> RetentionRepository::records(Instant unseenSince, int limit) const {
    static const auto sql =
        std::string{kRecordColumns} + "AND p.recency < ?1 ORDER BY p.recency LIMIT ?2";
    engine_.requireOwner();
    return engine_.read("looking for records that were not used for long", [&] {
        std::vector<NumberedRecord> found;
        {
            auto rows = engine_.use(sql);
            rows.with(firstKeyAt(unseenSince), limit);
            while (rows.next()) {
                found.push_back(recordFrom(rows));
            }
        }
        std::vector<RecordToKeep> records;
        for (auto& each : found) {
            records.push_back(completed(engine_, std::move(each)));
        }
        return records;
    });
}

std::optional<RecordToKeep> RetentionRepository::record(const PatientId& patient) const {
    static const auto sql = std::string{kRecordColumns} + "AND p.id = ?1";
    engine_.requireOwner();
    return engine_.read(
        "reading how long the record is kept", [&]() -> std::optional<RecordToKeep> {
            std::optional<NumberedRecord> found;
            {
                auto row = engine_.use(sql);
                if (row.with(patient).next()) {
                    found = recordFrom(row);
                }
            }
            return found ? std::optional{completed(engine_, std::move(*found))} : std::nullopt;
        });
}

std::vector<Destruction> RetentionRepository::destructions() const {
    return engine_.read("reading which records were destroyed",
                        [&] { return loadDestructions(engine_); });
}

} // namespace palpate::storage
