// SPDX-License-Identifier: MIT
#include "storage/SessionWriter.h"

#include "domain/Error.h"
#include "storage/MeasurementRows.h"
#include "storage/OutlineText.h"
#include "storage/Rows.h"
#include "storage/TreatmentRows.h"
#include "storage/UndoRows.h"

#include <algorithm>

namespace palpate::storage {

namespace {

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
             "relation, note, settled) "
             "VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17, "
             "?18, ?19, ?20, ?21) "
             "ON CONFLICT (session_no, point_no) DO UPDATE SET view = excluded.view, x = "
             "excluded.x, y = excluded.y, "
             "muscle = excluded.muscle, side = excluded.side, layer = excluded.layer, "
             "reference_point = excluded.reference_point, taut_band = excluded.taut_band, "
             "tender_spot = excluded.tender_spot, referred_pain = excluded.referred_pain, "
             "recognised = excluded.recognised, twitch = excluded.twitch, jump = excluded.jump, "
             "tenderness = excluded.tenderness, threshold = excluded.threshold, state = "
             "excluded.state, "
             "relation = excluded.relation, note = excluded.note, settled = excluded.settled")
        .with(session.no, pointNo(engine, session.caseNo, f.point), name(f.at.view), f.at.x, f.at.y,
              f.muscle, name(f.side), static_cast<int>(f.layer), f.referencePoint,
              stored(f.signs.tautBand), stored(f.signs.tenderSpot), stored(f.signs.referredPain),
              stored(f.signs.recognised), stored(f.signs.twitch), stored(f.signs.jump),
              valueOf(f.tenderness), threshold, wordOf(f.state), wordOf(f.relation), f.note,
              wordOf(f.settled))
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

/// Binds what `kScalarColumns` names, in its order.
void bindScalars(Query& query, const Session& s) {
    const auto grade = s.reaction ? std::optional{s.reaction->grade} : std::nullopt;
    query.with(s.startedAt, s.endedAt, valueOf(s.painNow), valueOf(s.painBest),
               valueOf(s.painWorst), valueOf(s.painAfter), wordOf(s.course), wordOf(s.consent),
               s.checkIn.sleepHours, valueOf(s.checkIn.stress), s.checkIn.waterLitres,
               s.checkIn.sittingHours, s.checkIn.activeDays, s.checkIn.homeCareDays, wordOf(grade),
               s.reaction ? std::optional{s.reaction->what} : std::nullopt, s.nextVisit);
}
constexpr std::string_view kScalarColumns =
    "started_at, ended_at, pain_now, pain_best, pain_worst, pain_after, course, consent, "
    "sleep_hours, stress, water_litres, sitting_hours, active_days, home_care_days, reaction, "
    "reaction_text, next_visit";

void writeScalars(Engine& engine, std::int64_t sessionNo, const Session& session) {
    static const auto sql =
        "UPDATE session SET (" + std::string{kScalarColumns} +
        ") = (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17) "
        "WHERE no = ?18";
    auto query = engine.use(sql);
    bindScalars(query, session);
    query.with(sessionNo).run();
}

void insertRow(Engine& engine, const StoredSession& stored) {
    static const auto sql =
        "INSERT INTO session (" + std::string{kScalarColumns} +
        ", id, search_key, case_no, patient_no, practitioner_no, written_at, time_zone) "
        "VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17, "
        "?18, ?19, ?20, ?21, ?22, ?23, ?24)";
    const auto& session = stored.session;
    const auto practitioner = engine.practitionerNo(session.practitioner);
    auto query = engine.use(sql);
    bindScalars(query, session);
    query
        .with(session.id, stored.searchKey, stored.caseNo, stored.patientNo, practitioner,
              session.writtenAt, session.timeZone)
        .run();
}

[[nodiscard]] bool sameScalars(const Session& a, const Session& b) {
    return a.painNow == b.painNow && a.painBest == b.painBest && a.painWorst == b.painWorst &&
           a.painAfter == b.painAfter && a.course == b.course && a.consent == b.consent &&
           a.checkIn == b.checkIn && a.reaction == b.reaction && a.nextVisit == b.nextVisit &&
           a.startedAt == b.startedAt && a.endedAt == b.endedAt;
}

/// Up to where the two lists hold the same things in the same order; their contents may differ.
template <class Value>
[[nodiscard]] std::size_t sameOrderUntil(const std::vector<Value>& before,
                                         const std::vector<Value>& after) {
    const auto [a, b] = std::ranges::mismatch(before, after, {}, &Value::id, &Value::id);
    return static_cast<std::size_t>(a - before.begin());
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

/// The search key that fits the session's start: another one when the session has moved in time.
[[nodiscard]] std::int64_t movedTo(Engine& engine, const StoredSession& before, Instant start) {
    if (start == before.session.startedAt) {
        return before.searchKey;
    }
    const auto key = freeSearchKey(engine, start);
    engine.use("UPDATE session SET search_key = ?1 WHERE no = ?2").with(key, before.no).run();
    return key;
}

void requireStorableTreatments(const Session& session) {
    for (const auto& treatment : session.treatments) {
        requireReasons(treatment);
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
    if (session.endedAt && *session.endedAt < session.startedAt) {
        throw EditRefused{
            {tr("The session would end before it begins; correct one of the two times."), {}}};
    }
    requireStorableTreatments(session);
    requireStorableMeasurements(session);
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
    insertRow(engine, stored);
    stored.no = engine.connection().lastRow();
    for (const auto part : kNoteParts) {
        if (noteOf(session, part) != NoteText{}) {
            putNote(engine, stored.no, part, noteOf(session, part));
        }
    }
    for (const auto& finding : session.findings) {
        putFinding(engine, stored, finding);
    }
    writeTreatments(engine, stored.no, {}, session.treatments, 0);
    for (std::size_t i = 0; i < session.painAreas.size(); ++i) {
        putArea(engine, stored.no, i, session.painAreas[i]);
    }
    auto empty = session;
    empty.motions.clear();
    empty.tests.clear();
    empty.homeCare.clear();
    writeMeasurements(engine, stored.no, empty, session);
    std::ranges::stable_sort(stored.session.findings, {},
                             [](const Finding& f) { return f.point.number; });
    return stored;
}

std::int64_t writeChanges(Engine& engine, const StoredSession& before, const Session& after) {
    requireStorableTreatments(after);
    requireStorableMeasurements(after);
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
        removeTreatmentsFrom(engine, before.no, kept);
    }
    for (const auto& finding : after.findings) {
        const auto* old = findingAt(before.session, finding.point.id);
        if (old == nullptr || *old != finding) {
            putFinding(engine, before, finding);
        }
    }
    writeTreatments(engine, before.no, before.session.treatments, after.treatments, kept);
    writeAreas(engine, before, after);
    writeMeasurements(engine, before.no, before.session, after);
    for (const auto& finding : before.session.findings) {
        if (findingAt(after, finding.point.id) == nullptr) {
            removeFinding(engine, before.no, finding.point.id);
        }
    }
    return movedTo(engine, before, after.startedAt);
}

void removeSession(Engine& engine, const StoredSession& stored) {
    removeUndoList(engine, stored.no);
    engine.use("DELETE FROM session_claim WHERE session_no = ?1").with(stored.no).run();
    removeMeasurements(engine, stored.no);
    removeAreasFrom(engine, stored.no, 0);
    removeTreatmentsFrom(engine, stored.no, 0);
    for (const auto& finding : stored.session.findings) {
        removeFinding(engine, stored.no, finding.point.id);
    }
    engine.use("DELETE FROM session_note WHERE session_no = ?1").with(stored.no).run();
    engine.use("DELETE FROM session WHERE no = ?1").with(stored.no).run();
}

} // namespace palpate::storage
