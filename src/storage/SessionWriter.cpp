// SPDX-License-Identifier: MIT
#include "storage/SessionWriter.h"

#include "domain/Error.h"
#include "storage/OutlineText.h"
#include "storage/UndoRows.h"

#include <algorithm>
#include <cmath>

namespace palpate::storage {

namespace {

template <class... F> struct Overloaded : F... { using F::operator()...; };
template <class... F> Overloaded(F...) -> Overloaded<F...>;

void requireFinite(double value) {
    if (!std::isfinite(value)) {
        throw StorageError{{tr("A measurement is not a number and was not stored."), {}}};
    }
}

[[nodiscard]] std::optional<std::string> stored(Sign sign) {
    return sign == Sign::NotAssessed ? std::nullopt : std::optional{std::string{name(sign)}};
}

[[nodiscard]] std::optional<std::string> stored(Recognition recognised) {
    return recognised == Recognition::NotAssessed ? std::nullopt
                                                  : std::optional{std::string{name(recognised)}};
}

/// Row number of the point, which is made with its first finding. A number is given once:
/// EditRefused when it is another point's, or when the point has another.
[[nodiscard]] std::int64_t pointNo(Engine& engine, std::int64_t caseNo, const TriggerPoint& point) {
    {
        auto row = engine.use("SELECT no, case_no, number FROM trigger_point WHERE id = ?1");
        if (row.with(point.id).next()) {
            if (row.integer(1) != caseNo || row.number(2) != point.number) {
                throw EditRefused{{tr("The point known as number {1} can't become number {2} or "
                                      "move to another case."),
                                   {row.text(2), std::to_string(point.number)}}};
            }
            return row.integer(0);
        }
    }
    {
        auto row = engine.use("SELECT 1 FROM trigger_point WHERE case_no = ?1 AND number = ?2");
        if (row.with(caseNo, point.number).next()) {
            throw EditRefused{
                {tr("Number {1} belongs to another point of this case; open the session again."),
                 {std::to_string(point.number)}}};
        }
    }
    engine.use("INSERT INTO trigger_point (id, case_no, number) VALUES (?1, ?2, ?3)")
        .with(point.id, caseNo, point.number)
        .run();
    return engine.connection().lastRow();
}

/// Of a point that has a finding in this session.
[[nodiscard]] std::int64_t knownPointNo(Engine& engine, const TriggerPointId& point) {
    auto row = engine.use("SELECT no FROM trigger_point WHERE id = ?1");
    if (!row.with(point).next()) {
        throw EditRefused{
            {tr("The treated point is not in this session; mark the point first."), {}}};
    }
    return row.integer(0);
}

void putFinding(Engine& engine, const StoredSession& session, const Finding& f) {
    requireFinite(f.at.x);
    requireFinite(f.at.y);
    std::optional<double> threshold;
    if (f.threshold) {
        threshold = f.threshold->inKilopascals();
        requireFinite(*threshold);
    }
    engine
        .use("INSERT INTO finding (session_no, point_no, view, x, y, muscle, side, layer, "
             "reference_point, taut_band, "
             "tender_spot, referred_pain, recognised, twitch, jump, tenderness, threshold, state, "
             "relation, note) "
             "VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17, "
             "?18, ?19, ?20) "
             "ON CONFLICT (session_no, point_no) DO UPDATE SET view = excluded.view, x = "
             "excluded.x, y = excluded.y, "
             "muscle = excluded.muscle, side = excluded.side, layer = excluded.layer, "
             "reference_point = excluded.reference_point, taut_band = excluded.taut_band, "
             "tender_spot = excluded.tender_spot, referred_pain = excluded.referred_pain, "
             "recognised = excluded.recognised, twitch = excluded.twitch, jump = excluded.jump, "
             "tenderness = excluded.tenderness, threshold = excluded.threshold, state = "
             "excluded.state, "
             "relation = excluded.relation, note = excluded.note")
        .with(session.no, pointNo(engine, session.caseNo, f.point), name(f.at.view), f.at.x, f.at.y,
              f.muscle, name(f.side), static_cast<int>(f.layer), f.referencePoint,
              stored(f.signs.tautBand), stored(f.signs.tenderSpot), stored(f.signs.referredPain),
              stored(f.signs.recognised), stored(f.signs.twitch), stored(f.signs.jump),
              valueOf(f.tenderness), threshold, wordOf(f.state), wordOf(f.relation), f.note)
        .run();
}

void removeFinding(Engine& engine, std::int64_t sessionNo, const TriggerPointId& point) {
    const auto no = knownPointNo(engine, point);
    engine.use("DELETE FROM finding WHERE session_no = ?1 AND point_no = ?2")
        .with(sessionNo, no)
        .run();
    engine
        .use("DELETE FROM trigger_point WHERE no = ?1 AND NOT EXISTS (SELECT 1 FROM finding WHERE "
             "point_no = ?1)")
        .with(no)
        .run();
}

void insertDose(Engine& engine, std::int64_t sessionNo, int treatment, int position,
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
        .with(sessionNo, treatment, position, dose.field,
              number != nullptr ? std::optional{*number} : std::nullopt,
              flag != nullptr ? std::optional{*flag} : std::nullopt,
              text != nullptr ? std::optional{*text} : std::nullopt)
        .run();
}

void putTreatment(Engine& engine, std::int64_t sessionNo, int position, const Treatment& t) {
    std::optional<std::int64_t> point;
    std::optional<std::string> muscle;
    std::optional<std::string> region;
    std::optional<std::string> side;
    std::visit(Overloaded{[&](const TriggerPointId& at) { point = knownPointNo(engine, at); },
                          [&](const MuscleTarget& m) {
                              muscle = m.muscle.text();
                              side = name(m.side);
                          },
                          [&](const RegionTarget& r) {
                              region = r.region.text();
                              side = name(r.side);
                          }},
               t.target);
    engine
        .use("INSERT INTO treatment (session_no, position, id, technique, point_no, muscle, "
             "region, side, "
             "tenderness_after, pain_before, pain_after, note) "
             "VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12) "
             "ON CONFLICT (session_no, position) DO UPDATE SET id = excluded.id, technique = "
             "excluded.technique, "
             "point_no = excluded.point_no, muscle = excluded.muscle, region = excluded.region, "
             "side = excluded.side, "
             "tenderness_after = excluded.tenderness_after, pain_before = excluded.pain_before, "
             "pain_after = excluded.pain_after, note = excluded.note")
        .with(sessionNo, position, t.id, t.technique, point, muscle, region, side,
              valueOf(t.tendernessAfter), valueOf(t.painBefore), valueOf(t.painAfter), t.note)
        .run();
    int place = 0;
    for (const auto& dose : t.dose) {
        insertDose(engine, sessionNo, position, place++, dose);
    }
}

void removeDose(Engine& engine, std::int64_t sessionNo, int position) {
    engine.use("DELETE FROM treatment_value WHERE session_no = ?1 AND treatment_position = ?2")
        .with(sessionNo, position)
        .run();
}

void removeTreatmentsFrom(Engine& engine, std::int64_t sessionNo, int position) {
    engine.use("DELETE FROM treatment_value WHERE session_no = ?1 AND treatment_position >= ?2")
        .with(sessionNo, position)
        .run();
    engine.use("DELETE FROM treatment WHERE session_no = ?1 AND position >= ?2")
        .with(sessionNo, position)
        .run();
}

void putArea(Engine& engine, std::int64_t sessionNo, std::size_t position, const PainArea& area) {
    engine
        .use("INSERT INTO pain_area (session_no, position, id, view, on_arm, shape, arrows, "
             "quality, intensity, depth, note) "
             "VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11) "
             "ON CONFLICT (session_no, position) DO UPDATE SET view = excluded.view, on_arm = "
             "excluded.on_arm, shape = excluded.shape, arrows = excluded.arrows, quality = "
             "excluded.quality, intensity = excluded.intensity, depth = excluded.depth, note = "
             "excluded.note")
        .with(sessionNo, static_cast<std::int64_t>(position), area.id, name(area.view), area.onArm,
              shapeText(area.shape), arrowsText(area.arrows), wordOf(area.quality),
              valueOf(area.intensity), wordOf(area.depth), area.note)
        .run();
}

void removeAreasFrom(Engine& engine, std::int64_t sessionNo, std::size_t position) {
    engine.use("DELETE FROM pain_area WHERE session_no = ?1 AND position >= ?2")
        .with(sessionNo, static_cast<std::int64_t>(position))
        .run();
}

void putNote(Engine& engine, std::int64_t sessionNo, NotePart part, const NoteText& note) {
    engine
        .use(
            "INSERT INTO session_note (session_no, part, authorship, text) VALUES (?1, ?2, ?3, ?4) "
            "ON CONFLICT (session_no, part) DO UPDATE SET authorship = excluded.authorship, text = "
            "excluded.text")
        .with(sessionNo, static_cast<int>(part), name(note.authorship), note.text)
        .run();
}

void writeScalars(Engine& engine, std::int64_t sessionNo, const Session& s) {
    engine
        .use("UPDATE session SET pain_now = ?1, pain_best = ?2, pain_worst = ?3, pain_after = ?4, "
             "course = ?5 "
             "WHERE no = ?6")
        .with(valueOf(s.painNow), valueOf(s.painBest), valueOf(s.painWorst), valueOf(s.painAfter),
              wordOf(s.course), sessionNo)
        .run();
}

[[nodiscard]] bool sameScalars(const Session& a, const Session& b) {
    return a.painNow == b.painNow && a.painBest == b.painBest && a.painWorst == b.painWorst &&
           a.painAfter == b.painAfter && a.course == b.course;
}

/// Up to where the two lists hold the same things in the same order; their contents may differ.
template <class Value>
[[nodiscard]] std::size_t sameOrderUntil(const std::vector<Value>& before,
                                         const std::vector<Value>& after) {
    const auto [a, b] = std::ranges::mismatch(before, after, {}, &Value::id, &Value::id);
    return static_cast<std::size_t>(a - before.begin());
}

void writeTreatments(Engine& engine, const StoredSession& before, const Session& after,
                     std::size_t kept) {
    const auto& old = before.session.treatments;
    for (std::size_t i = 0; i < after.treatments.size(); ++i) {
        const auto position = static_cast<int>(i);
        if (i < kept && old[i] == after.treatments[i]) {
            continue;
        }
        if (i < kept) {
            removeDose(engine, before.no, position);
        }
        putTreatment(engine, before.no, position, after.treatments[i]);
    }
}

void writeAreas(Engine& engine, const StoredSession& before, const Session& after) {
    const auto& old = before.session.painAreas;
    const auto kept = sameOrderUntil(old, after.painAreas);
    if (kept < old.size()) {
        removeAreasFrom(engine, before.no, kept);
    }
    for (std::size_t i = 0; i < after.painAreas.size(); ++i) {
        if (i >= kept || old[i] != after.painAreas[i]) {
            putArea(engine, before.no, i, after.painAreas[i]);
        }
    }
}

[[nodiscard]] std::int64_t freeSearchKey(Engine& engine, Instant at) {
    const auto first = firstKeyAt(at);
    auto row = engine.use("SELECT max(search_key) FROM session WHERE search_key BETWEEN ?1 AND ?2");
    static_cast<void>(row.with(first, first + lastKeyOffset()).next());
    return row.isNull(0) ? first : row.integer(0) + 1;
}

void requireTreatedPointsFound(const Session& session) {
    for (const auto& treatment : session.treatments) {
        const auto* point = std::get_if<TriggerPointId>(&treatment.target);
        if (point != nullptr && findingAt(session, *point) == nullptr) {
            throw EditRefused{
                {tr("The treated point is not in this session; mark the point first."), {}}};
        }
    }
}

} // namespace

StoredSession insertSession(Engine& engine, const Session& session) {
    if (session.signature || !session.addenda.empty()) {
        throw EditRefused{
            {tr("A new session is a draft: it can't bring a signature or addenda."), {}}};
    }
    requireTreatedPointsFound(session);
    std::ranges::for_each(session.painAreas, requireStorable);
    StoredSession stored{0, 0, 0, 0, session};
    {
        auto row = engine.use(
            "SELECT c.no, p.no, p.id FROM clinical_case c JOIN patient p ON p.no = c.patient_no "
            "WHERE c.id = ?1");
        if (!row.with(session.caseId).next() || row.id<PatientId>(2) != session.patient) {
            throw EditRefused{{tr("The case is not one of this patient's."), {}}};
        }
        stored.caseNo = row.integer(0);
        stored.patientNo = row.integer(1);
    }
    stored.searchKey = freeSearchKey(engine, session.startedAt);
    engine
        .use("INSERT INTO session (id, search_key, case_no, patient_no, practitioner_no, "
             "started_at, written_at, "
             "time_zone, pain_now, pain_best, pain_worst, pain_after, course) "
             "VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13)")
        .with(session.id, stored.searchKey, stored.caseNo, stored.patientNo,
              engine.practitionerNo(session.practitioner), session.startedAt, session.writtenAt,
              session.timeZone, valueOf(session.painNow), valueOf(session.painBest),
              valueOf(session.painWorst), valueOf(session.painAfter), wordOf(session.course))
        .run();
    stored.no = engine.connection().lastRow();
    for (const auto part : kNoteParts) {
        if (noteOf(session, part) != NoteText{}) {
            putNote(engine, stored.no, part, noteOf(session, part));
        }
    }
    for (const auto& finding : session.findings) {
        putFinding(engine, stored, finding);
    }
    for (std::size_t i = 0; i < session.treatments.size(); ++i) {
        putTreatment(engine, stored.no, static_cast<int>(i), session.treatments[i]);
    }
    for (std::size_t i = 0; i < session.painAreas.size(); ++i) {
        putArea(engine, stored.no, i, session.painAreas[i]);
    }
    std::ranges::stable_sort(stored.session.findings, {},
                             [](const Finding& f) { return f.point.number; });
    return stored;
}

void writeChanges(Engine& engine, const StoredSession& before, const Session& after) {
    if (!sameScalars(before.session, after)) {
        writeScalars(engine, before.no, after);
    }
    for (const auto part : kNoteParts) {
        if (noteOf(before.session, part) != noteOf(after, part)) {
            putNote(engine, before.no, part, noteOf(after, part));
        }
    }
    // A treatment refers to its point's finding: treatments go first and come last.
    const auto kept = sameOrderUntil(before.session.treatments, after.treatments);
    if (kept < before.session.treatments.size()) {
        removeTreatmentsFrom(engine, before.no, static_cast<int>(kept));
    }
    for (const auto& finding : after.findings) {
        const auto* old = findingAt(before.session, finding.point.id);
        if (old == nullptr || *old != finding) {
            putFinding(engine, before, finding);
        }
    }
    writeTreatments(engine, before, after, kept);
    writeAreas(engine, before, after);
    for (const auto& finding : before.session.findings) {
        if (findingAt(after, finding.point.id) == nullptr) {
            removeFinding(engine, before.no, finding.point.id);
        }
    }
}

void removeSession(Engine& engine, const StoredSession& stored) {
    removeUndoList(engine, stored.no);
    removeAreasFrom(engine, stored.no, 0);
    removeTreatmentsFrom(engine, stored.no, 0);
    for (const auto& finding : stored.session.findings) {
        removeFinding(engine, stored.no, finding.point.id);
    }
    engine.use("DELETE FROM session_note WHERE session_no = ?1").with(stored.no).run();
    engine.use("DELETE FROM session WHERE no = ?1").with(stored.no).run();
}

} // namespace palpate::storage
