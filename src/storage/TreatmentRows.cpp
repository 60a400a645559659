// SPDX-License-Identifier: MIT
#include "storage/TreatmentRows.h"

#include "domain/Error.h"
#include "domain/Text.h"
#include "storage/Rows.h"

#include <optional>

namespace palpate::storage {

namespace {

template <class... F> struct Overloaded : F... { using F::operator()...; };
template <class... F> Overloaded(F...) -> Overloaded<F...>;

/// The columns of a target; exactly one of the first four is filled.
struct TargetColumns {
    std::optional<std::int64_t> point;
    std::optional<std::string> muscle;
    std::optional<std::string> region;
    std::optional<std::string> joint;
    std::optional<std::string> side;
};

[[nodiscard]] TargetColumns columnsOf(Engine& engine, const TreatmentTarget& target) {
    TargetColumns columns;
    std::visit(
        Overloaded{[&](const TriggerPointId& at) { columns.point = knownPointNo(engine, at); },
                   [&](const MuscleTarget& m) {
                       columns.muscle = m.muscle.text();
                       columns.side = name(m.side);
                   },
                   [&](const RegionTarget& r) {
                       columns.region = r.region.text();
                       columns.side = name(r.side);
                   },
                   [&](const JointTarget& j) {
                       columns.joint = j.joint.text();
                       columns.side = name(j.side);
                   }},
        target);
    return columns;
}

void insertDose(Engine& engine, std::int64_t sessionNo, std::size_t treatment, std::size_t position,
                const LogValue& dose) {
    const auto* number = std::get_if<double>(&dose.value);
    const auto* flag = std::get_if<bool>(&dose.value);
    const auto* text = std::get_if<std::string>(&dose.value);
    if (number != nullptr) {
        requireFinite(*number);
    }
    engine
        .use("INSERT INTO treatment_value (session_no, treatment_position, position, field, "
             "number, flag, text) "
             "VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)")
        .with(sessionNo, asPosition(treatment), asPosition(position), dose.field,
              number != nullptr ? std::optional{*number} : std::nullopt,
              flag != nullptr ? std::optional{*flag} : std::nullopt,
              text != nullptr ? std::optional{*text} : std::nullopt)
        .run();
}

void insertWentOn(Engine& engine, std::int64_t sessionNo, std::size_t treatment,
                  std::size_t position, const WentOn& wentOn) {
    engine
        .use("INSERT INTO treatment_went_on (session_no, treatment_position, position, alert, "
             "reason) VALUES (?1, ?2, ?3, ?4, ?5)")
        .with(sessionNo, asPosition(treatment), asPosition(position), wentOn.alert, wentOn.reason)
        .run();
}

void putTreatment(Engine& engine, std::int64_t sessionNo, std::size_t position,
                  const Treatment& t) {
    const auto target = columnsOf(engine, t.target);
    engine
        .use("INSERT INTO treatment (session_no, position, id, technique, point_no, muscle, "
             "region, joint, side, tenderness_after, pain_before, pain_after, note) "
             "VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13) "
             "ON CONFLICT (session_no, position) DO UPDATE SET id = excluded.id, technique = "
             "excluded.technique, point_no = excluded.point_no, muscle = excluded.muscle, region = "
             "excluded.region, joint = excluded.joint, side = excluded.side, tenderness_after = "
             "excluded.tenderness_after, pain_before = excluded.pain_before, pain_after = "
             "excluded.pain_after, note = excluded.note")
        .with(sessionNo, asPosition(position), t.id, t.technique, target.point, target.muscle,
              target.region, target.joint, target.side, valueOf(t.tendernessAfter),
              valueOf(t.painBefore), valueOf(t.painAfter), t.note)
        .run();
    for (std::size_t i = 0; i < t.dose.size(); ++i) {
        insertDose(engine, sessionNo, position, i, t.dose[i]);
    }
    for (std::size_t i = 0; i < t.wentOn.size(); ++i) {
        insertWentOn(engine, sessionNo, position, i, t.wentOn[i]);
    }
}

void removeParts(Engine& engine, std::int64_t sessionNo, std::size_t first, std::size_t last) {
    engine
        .use("DELETE FROM treatment_value WHERE session_no = ?1 AND treatment_position BETWEEN ?2 "
             "AND ?3")
        .with(sessionNo, asPosition(first), asPosition(last))
        .run();
    engine
        .use("DELETE FROM treatment_went_on WHERE session_no = ?1 AND treatment_position BETWEEN "
             "?2 AND ?3")
        .with(sessionNo, asPosition(first), asPosition(last))
        .run();
}

[[nodiscard]] TreatmentTarget targetFrom(const Query& row) {
    if (!row.isNull(3)) {
        return row.id<TriggerPointId>(3);
    }
    const auto side = word(row, 7, parseSide);
    if (!row.isNull(4)) {
        return MuscleTarget{keyIn<MuscleKey>(row, 4), side};
    }
    if (!row.isNull(5)) {
        return RegionTarget{keyIn<RegionKey>(row, 5), side};
    }
    return JointTarget{keyIn<JointKey>(row, 6), side};
}

} // namespace

std::int64_t knownPointNo(Engine& engine, const TriggerPointId& point) {
    auto row = engine.use("SELECT no FROM trigger_point WHERE id = ?1");
    if (!row.with(point).next()) {
        throw EditRefused{
            {tr("The treated point is not in this session; mark the point first."), {}}};
    }
    return row.integer(0);
}

void requireReasons(const Treatment& treatment) {
    for (const auto& wentOn : treatment.wentOn) {
        if (trimmed(wentOn.reason).empty()) {
            throw EditRefused{{tr("Going on in spite of an alert needs a reason; say why."), {}}};
        }
    }
}

void writeTreatments(Engine& engine, std::int64_t sessionNo, const std::vector<Treatment>& before,
                     const std::vector<Treatment>& after, std::size_t kept) {
    for (std::size_t i = 0; i < after.size(); ++i) {
        if (i < kept && before[i] == after[i]) {
            continue;
        }
        if (i < kept) {
            removeParts(engine, sessionNo, i, i);
        }
        putTreatment(engine, sessionNo, i, after[i]);
    }
}

void removeTreatmentsFrom(Engine& engine, std::int64_t sessionNo, std::size_t position) {
    removeParts(engine, sessionNo, position, kLastPosition);
    engine.use("DELETE FROM treatment WHERE session_no = ?1 AND position >= ?2")
        .with(sessionNo, asPosition(position))
        .run();
}

Treatment treatmentFrom(const Query& row) {
    return {.id = row.id<TreatmentId>(1),
            .target = targetFrom(row),
            .technique = keyIn<TechniqueKey>(row, 2),
            .dose = {},
            .tendernessAfter = scoreIn<Tenderness>(row, 8),
            .painBefore = scoreIn<PainScore>(row, 9),
            .painAfter = scoreIn<PainScore>(row, 10),
            .note = row.text(11),
            .wentOn = {}};
}

LogValue doseFrom(const Query& row, int firstColumn) {
    LogValue dose{keyIn<LogFieldKey>(row, firstColumn), row.real(firstColumn + 1)};
    if (!row.isNull(firstColumn + 2)) {
        dose.value = row.number(firstColumn + 2) != 0;
    } else if (!row.isNull(firstColumn + 3)) {
        dose.value = row.text(firstColumn + 3);
    }
    return dose;
}

WentOn wentOnFrom(const Query& row, int firstColumn) {
    return {keyIn<AlertKey>(row, firstColumn), row.text(firstColumn + 1)};
}

} // namespace palpate::storage
