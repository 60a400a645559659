// SPDX-License-Identifier: MIT
#include "storage/SessionReader.h"

#include "domain/Patient.h"
#include "storage/MeasurementRows.h"
#include "storage/OutlineText.h"
#include "storage/Rows.h"
#include "storage/TreatmentRows.h"

#include <algorithm>
#include <unordered_map>

namespace palpate::storage {

namespace {

/// Rows of a session's tables lie by session and position. Asked for in the order in which the
/// sessions are met, they need no sorting, which would copy every outline.
constexpr const char* kByNumber = " ORDER BY s.no";
constexpr const char* kByTime = " ORDER BY s.started_at, s.no";

/// The same queries for one session, a case, a patient, or a stretch of row numbers. Findings come
/// in any order within their session.
struct Statements {
    Statements(const std::string& which, const std::string& order)
        : sessions{"SELECT s.no, s.search_key, s.case_no, s.patient_no, s.id, c.id, p.id, r.id, "
                   "s.started_at, "
                   "s.written_at, s.time_zone, s.pain_now, s.pain_best, s.pain_worst, "
                   "s.pain_after, s.course, "
                   "s.signed_at, s.digest, s.signature, "
                   "(SELECT q.id FROM signing_key k JOIN practitioner q ON q.no = "
                   "k.practitioner_no "
                   "WHERE k.no = s.signing_key_no), "
                   "s.ended_at, s.consent, s.sleep_hours, s.stress, s.water_litres, "
                   "s.sitting_hours, s.active_days, s.home_care_days, s.reaction, "
                   "s.reaction_text, s.next_visit "
                   "FROM session s JOIN clinical_case c ON c.no = s.case_no JOIN patient p ON p.no "
                   "= s.patient_no "
                   "JOIN practitioner r ON r.no = s.practitioner_no WHERE " +
                   which + " ORDER BY s.search_key"},
          notes{"SELECT n.session_no, n.part, n.authorship, n.text "
                "FROM session s JOIN session_note n ON n.session_no = s.no WHERE " +
                which},
          findings{
              "SELECT f.session_no, t.id, t.number, f.view, f.x, f.y, f.muscle, f.side, f.layer, "
              "f.reference_point, f.taut_band, f.tender_spot, f.referred_pain, f.recognised, "
              "f.twitch, f.jump, "
              "f.tenderness, f.threshold, f.state, f.relation, f.note, f.settled "
              "FROM session s JOIN finding f ON f.session_no = s.no JOIN trigger_point t ON t.no = "
              "f.point_no "
              "WHERE " +
              which},
          treatments{"SELECT m.session_no, " + std::string{kTreatmentColumns} +
                     " FROM session s JOIN treatment m ON m.session_no = s.no "
                     "LEFT JOIN trigger_point t ON t.no = m.point_no WHERE " +
                     which + order + ", m.position"},
          doses{"SELECT v.session_no, m.id, " + std::string{kDoseColumns} +
                " FROM session s JOIN treatment_value v ON v.session_no = s.no "
                "JOIN treatment m ON m.session_no = v.session_no AND m.position = "
                "v.treatment_position WHERE " +
                which + order + ", v.treatment_position, v.position"},
          wentOn{"SELECT w.session_no, m.id, " + std::string{kWentOnColumns} +
                 " FROM session s JOIN treatment_went_on w ON w.session_no = s.no "
                 "JOIN treatment m ON m.session_no = w.session_no AND m.position = "
                 "w.treatment_position WHERE " +
                 which + order + ", w.treatment_position, w.position"},
          motions{"SELECT r.session_no, " + std::string{kMotionColumns} +
                  " FROM session s JOIN range_of_motion r ON r.session_no = s.no WHERE " + which +
                  order + ", r.position"},
          tests{"SELECT e.session_no, " + std::string{kTestColumns} +
                " FROM session s JOIN test_result e ON e.session_no = s.no WHERE " + which + order +
                ", e.position"},
          homeCare{"SELECT h.session_no, " + std::string{kHomeCareColumns} +
                   " FROM session s JOIN home_care_item h ON h.session_no = s.no WHERE " + which +
                   order + ", h.position"},
          areas{"SELECT d.session_no, d.id, d.view, d.on_arm, d.shape, d.arrows, d.quality, "
                "d.intensity, d.depth, d.note "
                "FROM session s JOIN pain_area d ON d.session_no = s.no WHERE " +
                which + order + ", d.position"},
          addenda{"SELECT a.session_no, a.id, q.id, a.at, a.text, a.reason "
                  "FROM session s JOIN addendum a ON a.session_no = s.no "
                  "JOIN signing_key k ON k.no = a.signing_key_no JOIN practitioner q ON q.no = "
                  "k.practitioner_no "
                  "WHERE " +
                  which + " ORDER BY a.no"} {}

    std::string sessions;
    std::string notes;
    std::string findings;
    std::string treatments;
    std::string doses;
    std::string wentOn;
    std::string motions;
    std::string tests;
    std::string homeCare;
    std::string areas;
    std::string addenda;
};

[[nodiscard]] CheckIn checkInFrom(const Query& row, int firstColumn) {
    return {.sleepHours = realIn(row, firstColumn),
            .stress = scoreIn<StressScore>(row, firstColumn + 1),
            .waterLitres = realIn(row, firstColumn + 2),
            .sittingHours = realIn(row, firstColumn + 3),
            .activeDays = numberIn(row, firstColumn + 4),
            .homeCareDays = numberIn(row, firstColumn + 5)};
}

[[nodiscard]] StoredSession sessionFrom(const Query& row) {
    StoredSession stored{row.integer(0), row.integer(1), row.integer(2), row.integer(3),
                         Session{.id = row.id<SessionId>(4),
                                 .caseId = row.id<CaseId>(5),
                                 .patient = row.id<PatientId>(6),
                                 .practitioner = row.id<PractitionerId>(7),
                                 .startedAt = row.instant(8),
                                 .writtenAt = row.instant(9),
                                 .timeZone = row.text(10),
                                 .painNow = scoreIn<PainScore>(row, 11),
                                 .painBest = scoreIn<PainScore>(row, 12),
                                 .painWorst = scoreIn<PainScore>(row, 13),
                                 .painAfter = scoreIn<PainScore>(row, 14),
                                 .course = wordIn(row, 15, parseCourse),
                                 .note = {},
                                 .findings = {},
                                 .treatments = {},
                                 .painAreas = {},
                                 .endedAt = instantIn(row, 20),
                                 .consent = wordIn(row, 21, parseTodayConsent),
                                 .checkIn = checkInFrom(row, 22),
                                 .motions = {},
                                 .tests = {},
                                 .reaction = {},
                                 .nextVisit = wordIn(row, 30, parseIsoDate),
                                 .homeCare = {},
                                 .signature = {},
                                 .addenda = {}}};
    if (!row.isNull(16)) {
        stored.session.signature = Signature{.by = row.id<PractitionerId>(19),
                                             .at = row.instant(16),
                                             .digest = row.fixed<32>(17),
                                             .signature = row.fixed<64>(18)};
    }
    if (const auto grade = wordIn(row, 28, parseReactionGrade)) {
        stored.session.reaction = Reaction{*grade, row.text(29)};
    }
    return stored;
}

[[nodiscard]] Finding findingFrom(const Query& row) {
    Finding finding{.point = {row.id<TriggerPointId>(1), row.number(2)},
                    .at = {word(row, 3, parseView), row.real(4), row.real(5)},
                    .muscle = keyIn<MuscleKey>(row, 6),
                    .side = word(row, 7, parseSide),
                    .layer = static_cast<Layer>(row.number(8)),
                    .referencePoint = {},
                    .signs = {wordIn(row, 10, parseSign).value_or(Sign::NotAssessed),
                              wordIn(row, 11, parseSign).value_or(Sign::NotAssessed),
                              wordIn(row, 12, parseSign).value_or(Sign::NotAssessed),
                              wordIn(row, 13, parseRecognition).value_or(Recognition::NotAssessed),
                              wordIn(row, 14, parseSign).value_or(Sign::NotAssessed),
                              wordIn(row, 15, parseSign).value_or(Sign::NotAssessed)},
                    .tenderness = scoreIn<Tenderness>(row, 16),
                    .threshold = {},
                    .state = wordIn(row, 18, parseState),
                    .relation = wordIn(row, 19, parseRelation),
                    .note = row.text(20),
                    .settled = wordIn(row, 21, parseSettled)};
    if (!row.isNull(9)) {
        finding.referencePoint = keyIn<ReferencePointKey>(row, 9);
    }
    if (!row.isNull(17)) {
        finding.threshold = Pressure::kilopascals(row.real(17));
    }
    return finding;
}

void sortByNumber(std::vector<Finding>& findings) {
    std::ranges::sort(findings, {}, [](const Finding& each) { return each.point.number; });
}

/// The name of a broken one is only made when there is one.
template <class Outline>
[[nodiscard]] Outline outline(std::optional<Outline> parsed, const char* what,
                              const PainAreaId& area) {
    return parsed ? *std::move(parsed)
                  : known(std::move(parsed), std::string{what} + " of pain area " + area.text());
}

[[nodiscard]] PainArea areaFrom(const Query& row) {
    const auto id = row.id<PainAreaId>(1);
    return {.id = id,
            .view = word(row, 2, parseView),
            .onArm = row.number(3) != 0,
            .shape = outline(parseShape(row.view(4)), "shape", id),
            .arrows = outline(parseArrows(row.view(5)), "arrows", id),
            .quality = wordIn(row, 6, parsePainQuality),
            .intensity = scoreIn<PainScore>(row, 7),
            .depth = wordIn(row, 8, parsePainDepth),
            .note = row.text(9)};
}

[[nodiscard]] Treatment& treatmentIn(std::vector<Treatment>& treatments, const TreatmentId& id) {
    const auto found = std::ranges::find(treatments, id, &Treatment::id);
    if (found == treatments.end()) {
        throw StorageError{
            {tr("Treatment {1} is not in the session of its dose; check the clinic with "
                "\"verify\"."),
             {id.text()}}};
    }
    return *found;
}

/// Most lists of a session have some entries: room for them at once, instead of moving the first
/// ones as more come.
template <class Entry> void add(std::vector<Entry>& list, Entry&& entry) {
    constexpr std::size_t kSome = 4;
    if (list.empty()) {
        list.reserve(kSome);
    }
    list.push_back(std::move(entry));
}

/// Fills the children of sessions already loaded.
class Filler {
public:
    explicit Filler(std::vector<StoredSession>& sessions) : sessions_{sessions} {
        for (std::size_t i = 0; i < sessions.size(); ++i) {
            places_.emplace(sessions[i].no, i);
        }
    }
    [[nodiscard]] Session& at(const Query& row) {
        if (const auto no = row.integer(0); no != last_) {
            place_ = places_.at(no);
            last_ = no; // the rows of a session mostly follow each other
        }
        return sessions_[place_].session;
    }
    /// The treatment that the row's column 1 names.
    [[nodiscard]] Treatment& treatmentAt(const Query& row) {
        return treatmentIn(at(row).treatments, row.id<TreatmentId>(1));
    }

private:
    std::vector<StoredSession>& sessions_;
    std::unordered_map<std::int64_t, std::size_t> places_;
    std::int64_t last_ = 0; ///< none yet: row numbers begin at 1
    std::size_t place_ = 0; ///< of `last_`
};

[[nodiscard]] std::vector<StoredSession> load(Engine& engine, const Statements& statements,
                                              std::int64_t first,
                                              std::optional<std::int64_t> last = {}) {
    std::vector<StoredSession> sessions;
    const auto each = [&](const std::string& sql, auto take) {
        auto rows = engine.use(sql);
        rows.with(first);
        if (last) {
            rows.with(*last);
        }
        while (rows.next()) {
            take(rows);
        }
    };
    each(statements.sessions, [&](const Query& row) { sessions.push_back(sessionFrom(row)); });
    if (sessions.empty()) {
        return sessions;
    }
    Filler fill{sessions};
    each(statements.notes, [&](const Query& row) {
        fill.at(row).note.at(static_cast<std::size_t>(row.integer(1))) =
            NoteText{row.text(3), word(row, 2, parseAuthorship)};
    });
    each(statements.findings,
         [&](const Query& row) { add(fill.at(row).findings, findingFrom(row)); });
    for (auto& stored : sessions) {
        sortByNumber(stored.session.findings);
    }
    each(statements.treatments,
         [&](const Query& row) { add(fill.at(row).treatments, treatmentFrom(row)); });
    each(statements.doses,
         [&](const Query& row) { fill.treatmentAt(row).dose.push_back(doseFrom(row, 2)); });
    each(statements.wentOn,
         [&](const Query& row) { fill.treatmentAt(row).wentOn.push_back(wentOnFrom(row, 2)); });
    each(statements.motions, [&](const Query& row) { add(fill.at(row).motions, motionFrom(row)); });
    each(statements.tests, [&](const Query& row) { add(fill.at(row).tests, testFrom(row)); });
    each(statements.homeCare,
         [&](const Query& row) { add(fill.at(row).homeCare, homeCareFrom(row)); });
    each(statements.areas, [&](const Query& row) { add(fill.at(row).painAreas, areaFrom(row)); });
    each(statements.addenda, [&](const Query& row) {
        fill.at(row).addenda.push_back({row.id<AddendumId>(1), row.id<PractitionerId>(2),
                                        row.instant(3), row.text(4), row.text(5)});
    });
    return sessions;
}

/// 0 when there is no such row: row numbers begin at 1.
[[nodiscard]] std::int64_t numberOf(Engine& engine, std::string_view sql, const Uuid& id) {
    auto row = engine.use(sql);
    return row.with(id).next() ? row.integer(0) : 0;
}

} // namespace

std::optional<StoredSession> loadSession(Engine& engine, const SessionId& id) {
    static const Statements one{"s.no = ?1", kByNumber};
    const auto no = numberOf(engine, "SELECT no FROM session WHERE id = ?1", id.value());
    auto found = no != 0 ? load(engine, one, no) : std::vector<StoredSession>{};
    return found.empty() ? std::nullopt : std::optional{std::move(found.front())};
}

std::vector<StoredSession> loadSessionsOfCase(Engine& engine, const CaseId& id) {
    static const Statements ofCase{"s.case_no = ?1", kByTime};
    const auto no = numberOf(engine, "SELECT no FROM clinical_case WHERE id = ?1", id.value());
    return no != 0 ? load(engine, ofCase, no) : std::vector<StoredSession>{};
}

std::vector<StoredSession> loadSessionsOfPatient(Engine& engine, std::int64_t patientNo) {
    static const Statements ofOne{"s.patient_no = ?1", kByTime};
    static const Statements ofMerged{
        "s.patient_no IN (SELECT no FROM patient WHERE no = ?1 OR merged_into = ?1)", kByTime};
    auto merged = engine.use("SELECT 1 FROM patient WHERE merged_into = ?1 LIMIT 1");
    return load(engine, merged.with(patientNo).next() ? ofMerged : ofOne, patientNo);
}

std::vector<StoredSession> loadSessionsAfter(Engine& engine, std::int64_t afterNo, int limit) {
    static const Statements stretch{"s.no BETWEEN ?1 AND ?2", kByNumber};
    auto last = engine.use(
        "SELECT max(no) FROM (SELECT no FROM session WHERE no > ?1 ORDER BY no LIMIT ?2)");
    static_cast<void>(last.with(afterNo, limit).next());
    return last.isNull(0) ? std::vector<StoredSession>{}
                          : load(engine, stretch, afterNo + 1, last.integer(0));
}

void loadFound(Connection& connection, std::int64_t sessionNo, std::vector<Finding>& findings,
               std::vector<Treatment>& treatments) {
    static const Statements one{"s.no = ?1", kByNumber};
    auto found = connection.use(one.findings);
    found.with(sessionNo);
    while (found.next()) {
        findings.push_back(findingFrom(found));
    }
    sortByNumber(findings);
    auto given = connection.use(one.treatments);
    given.with(sessionNo);
    while (given.next()) {
        treatments.push_back(treatmentFrom(given));
    }
    auto doses = connection.use(one.doses);
    doses.with(sessionNo);
    while (doses.next()) {
        treatmentIn(treatments, doses.id<TreatmentId>(1)).dose.push_back(doseFrom(doses, 2));
    }
}

SessionSetting settingOf(Engine& engine, std::int64_t caseNo) {
    auto row =
        engine.use("SELECT p.no, p.given_name, p.family_name, c.complaint, m.no, m.given_name, "
                   "m.family_name, c.status, c.diagnosis_code FROM clinical_case c JOIN patient p "
                   "ON p.no = c.patient_no "
                   "LEFT JOIN patient m ON m.no = p.merged_into WHERE c.no = ?1");
    static_cast<void>(row.with(caseNo).next());
    SessionSetting setting{.patientNo = row.integer(0),
                           .patientName = row.text(1) + " " + row.text(2),
                           .complaint = row.text(3),
                           .goesOnNo = 0,
                           .status = word(row, 7, parseCaseStatus),
                           .diagnoses = {row.text(8)}};
    if (!row.isNull(4)) {
        setting.goesOnNo = row.integer(4);
        setting.patientName += " " + row.text(5) + " " + row.text(6);
    }
    auto codes = engine.use("SELECT code FROM case_diagnosis WHERE case_no = ?1 ORDER BY position");
    codes.with(caseNo);
    while (codes.next()) {
        setting.diagnoses.push_back(codes.text(0));
    }
    return setting;
}

void reindexSessionsOf(Engine& engine, std::int64_t patientNo) {
    for (const auto& stored : loadSessionsOfPatient(engine, patientNo)) {
        engine.index().put(stored.searchKey, false, stored.session,
                           settingOf(engine, stored.caseNo));
    }
}

void reindexSessionsOf(Engine& engine, const CaseId& id) {
    for (const auto& stored : loadSessionsOfCase(engine, id)) {
        engine.index().put(stored.searchKey, false, stored.session,
                           settingOf(engine, stored.caseNo));
    }
}

} // namespace palpate::storage
