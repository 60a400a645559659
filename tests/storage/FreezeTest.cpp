// SPDX-License-Identifier: MIT
// Attacks on what is signed and audited by someone who holds the key and speaks SQL: the database
// itself refuses.
#include "storage/TestClinic.h"

#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>
#include <catch2/matchers/catch_matchers.hpp>
#include <catch2/matchers/catch_matchers_string.hpp>

#include <exception>

namespace palpate::test {

using Catch::Matchers::ContainsSubstring;

namespace {

/// A clinic with one signed session with an addendum, one draft of the same case; closed.
class SignedClinic : public TestClinic {
public:
    SignedClinic() {
        auto store = open();
        store->patients().add(aPatient());
        store->cases().add(aCase());
        store->sessions().begin(aFullSession(0));
        static_cast<void>(store->sessions().sign(aFullSession(0).id, kNow));
        store->sessions().addAddendum(aFullSession(0).id, anAddendum());
        auto draft = aFullSession(1);
        draft.findings.pop_back();
        draft.findings[0].point = aPoint(3);
        draft.treatments = {aTreatmentAt(3, 40)};
        draft.treatments[0].wentOn = {{key<AlertKey>("pacemaker"), "far from it"}};
        store->sessions().begin(draft);
        store->sessions().apply(draft.id, SessionStep{SetCourse{Course::Worse}},
                                NewStep{SessionStep{SetCourse{draft.course}}});
        static_cast<void>(store->sessions().claim(draft.id));
        store->signOut();
    }
};

} // namespace

TEST_CASE("the database refuses every change of what is signed or audited", "[storage]") {
    const SignedClinic clinic;
    BackDoor door{clinic};
    const std::string signedNo = "(SELECT no FROM session WHERE signed_at IS NOT NULL)";
    const std::string draftNo = "(SELECT no FROM session WHERE signed_at IS NULL)";
    const std::string attack = GENERATE_COPY(
        "UPDATE session SET pain_now = 0 WHERE no = " + signedNo,
        "UPDATE session SET signed_at = NULL, signing_key_no = NULL, digest = NULL, signature = "
        "NULL WHERE no = " +
            signedNo,
        "DELETE FROM session WHERE no = " + signedNo,
        "INSERT OR REPLACE INTO session (no, id, search_key, case_no, patient_no, "
        "practitioner_no, started_at, written_at, time_zone, pain_now) SELECT no, id, search_key, "
        "case_no, patient_no, practitioner_no, started_at, written_at, time_zone, 0 FROM session "
        "WHERE no = " +
            signedNo,
        "UPDATE session SET consent = 'declined' WHERE no = " + signedNo,
        "UPDATE session SET ended_at = NULL, reaction = NULL, reaction_text = NULL WHERE no = " +
            signedNo,
        "UPDATE OR REPLACE session SET id = (SELECT id FROM session WHERE no = " + signedNo +
            ") WHERE no = " + draftNo,
        "UPDATE OR REPLACE session SET search_key = (SELECT search_key FROM session WHERE no = " +
            signedNo + ") WHERE no = " + draftNo,
        "UPDATE session_note SET text = 'x' WHERE session_no = " + signedNo,
        "DELETE FROM session_note WHERE session_no = " + signedNo,
        "INSERT OR REPLACE INTO session_note VALUES (" + signedNo + ", 0, 'written', 'x')",
        "UPDATE OR REPLACE session_note SET session_no = " + signedNo +
            " WHERE session_no = " + draftNo,
        "UPDATE finding SET tenderness = 1 WHERE session_no = " + signedNo,
        "DELETE FROM finding WHERE session_no = " + signedNo,
        "UPDATE finding SET session_no = " + draftNo + " WHERE session_no = " + signedNo,
        "UPDATE OR REPLACE finding SET session_no = " + signedNo + " WHERE session_no = " + draftNo,
        "UPDATE treatment SET tenderness_after = 0 WHERE session_no = " + signedNo,
        "DELETE FROM treatment WHERE session_no = " + signedNo,
        "UPDATE OR REPLACE treatment SET id = (SELECT id FROM treatment WHERE session_no = " +
            signedNo + " LIMIT 1) WHERE session_no = " + draftNo,
        "INSERT OR REPLACE INTO treatment SELECT " + draftNo +
            ", 9, id, technique, NULL, 'piriformis', NULL, NULL, 'R', "
            "NULL, NULL, NULL, '' FROM treatment WHERE session_no = " +
            signedNo,
        "UPDATE finding SET settled = 'gone' WHERE session_no = " + signedNo,
        "INSERT OR REPLACE INTO treatment_value SELECT session_no, treatment_position, position, "
        "field, 1, NULL, NULL FROM treatment_value WHERE session_no = " +
            signedNo,
        "UPDATE treatment_went_on SET reason = 'x' WHERE session_no = " + signedNo,
        "DELETE FROM treatment_went_on WHERE session_no = " + signedNo,
        "INSERT INTO treatment_went_on VALUES (" + signedNo + ", 0, 9, 'pacemaker', 'x')",
        "INSERT OR REPLACE INTO treatment_went_on VALUES (" + signedNo + ", 0, 0, 'x', 'x')",
        "UPDATE OR REPLACE treatment_went_on SET session_no = " + signedNo +
            " WHERE session_no = " + draftNo,
        "UPDATE range_of_motion SET active = 90 WHERE session_no = " + signedNo,
        "DELETE FROM range_of_motion WHERE session_no = " + signedNo,
        "INSERT INTO range_of_motion VALUES (" + signedNo + ", 9, 'x', 'L', 1, NULL, NULL, '')",
        "INSERT OR REPLACE INTO range_of_motion VALUES (" + signedNo +
            ", 0, 'x', 'L', 1, NULL, NULL, '')",
        "INSERT OR REPLACE INTO range_of_motion SELECT session_no, 9, motion, side, 1, NULL, NULL, "
        "'' FROM range_of_motion WHERE session_no = " +
            signedNo,
        "UPDATE OR REPLACE range_of_motion SET session_no = " + signedNo +
            " WHERE session_no = " + draftNo,
        "UPDATE range_of_motion SET session_no = " + draftNo +
            ", position = position + 9, motion = 'x' || position WHERE session_no = " + signedNo,
        "UPDATE test_result SET choice = 'negative', number = NULL WHERE session_no = " + signedNo,
        "DELETE FROM test_result WHERE session_no = " + signedNo,
        "INSERT INTO test_result VALUES (" + signedNo +
            ", 9, 'x', '', 'L', NULL, NULL, NULL, 1, NULL, NULL, '')",
        "INSERT OR REPLACE INTO test_result VALUES (" + signedNo +
            ", 0, 'x', '', 'L', NULL, NULL, NULL, 1, NULL, NULL, '')",
        "UPDATE OR REPLACE test_result SET session_no = " + signedNo +
            " WHERE session_no = " + draftNo,
        "UPDATE home_care_item SET dose = 'x' WHERE session_no = " + signedNo,
        "DELETE FROM home_care_item WHERE session_no = " + signedNo,
        "INSERT INTO home_care_item VALUES (" + signedNo + ", 9, 'x', '')",
        "INSERT OR REPLACE INTO home_care_item VALUES (" + signedNo + ", 0, 'x', '')",
        "UPDATE OR REPLACE home_care_item SET session_no = " + signedNo +
            " WHERE session_no = " + draftNo,
        "INSERT INTO session_claim VALUES (" + signedNo + ", randomblob(16), 1, 0, 0)",
        "UPDATE session_claim SET session_no = " + signedNo,
        "UPDATE treatment_value SET number = 1 WHERE session_no = " + signedNo,
        "DELETE FROM treatment_value WHERE session_no = " + signedNo,
        "INSERT INTO treatment_value VALUES (" + signedNo + ", 0, 9, 'sets', 3, NULL, NULL)",
        "UPDATE pain_area SET shape = '1,1 2,2 3,3' WHERE session_no = " + signedNo,
        "UPDATE pain_area SET position = position + 9 WHERE session_no = " + signedNo,
        "DELETE FROM pain_area WHERE session_no = " + signedNo,
        "INSERT INTO pain_area VALUES (" + signedNo +
            ", 9, randomblob(16), 'left', 1, '1,1 2,2 3,3', '', NULL, NULL, NULL, '')",
        "INSERT OR REPLACE INTO pain_area SELECT session_no, position, id, view, on_arm, shape, "
        "arrows, 'ache', intensity, depth, note FROM pain_area WHERE session_no = " +
            signedNo,
        "INSERT OR REPLACE INTO pain_area SELECT " + draftNo +
            ", 9, id, view, on_arm, shape, arrows, quality, intensity, depth, note FROM pain_area "
            "WHERE session_no = " +
            signedNo + " LIMIT 1",
        "UPDATE pain_area SET session_no = " + draftNo + ", position = position + 9 WHERE " +
            "session_no = " + signedNo,
        "UPDATE OR REPLACE pain_area SET session_no = " + signedNo +
            " WHERE session_no = " + draftNo,
        "UPDATE OR REPLACE pain_area SET id = (SELECT id FROM pain_area WHERE session_no = " +
            signedNo + " LIMIT 1) WHERE session_no = " + draftNo + " AND position = 0",
        "INSERT INTO undo_step VALUES (" + signedNo + ", 'undo', 1, 'palpate-step 1')",
        "INSERT OR REPLACE INTO undo_step SELECT " + signedNo +
            ", list, position, step FROM undo_step",
        "UPDATE undo_step SET session_no = " + signedNo,
        "UPDATE trigger_point SET number = 8 WHERE number = 1",
        "DELETE FROM trigger_point WHERE number = 1",
        "UPDATE OR REPLACE trigger_point SET number = 1 WHERE number = 3",
        "INSERT OR REPLACE INTO trigger_point (id, case_no, number) SELECT randomblob(16), "
        "case_no, 1 FROM "
        "trigger_point WHERE number = 1",
        "UPDATE addendum SET text = 'x'", "DELETE FROM addendum",
        "INSERT OR REPLACE INTO addendum SELECT no, id, session_no, at, 'x', reason, "
        "signing_key_no, digest, signature "
        "FROM addendum",
        "INSERT INTO addendum SELECT 9, randomblob(16), " + draftNo +
            ", at, text, reason, signing_key_no, digest, "
            "signature FROM addendum",
        "UPDATE audit SET kind = 'view' WHERE seq = 1",
        "DELETE FROM audit WHERE seq = (SELECT max(seq) FROM audit)",
        "INSERT OR REPLACE INTO audit SELECT * FROM audit WHERE seq = 2",
        "INSERT INTO audit SELECT 99, at, practitioner, kind, patient, subject, subject_id, "
        "erases, detail_hash, "
        "previous, hash FROM audit WHERE seq = 2",
        "UPDATE audit_detail SET text = 'x'", "DELETE FROM audit_detail",
        "INSERT OR REPLACE INTO audit_detail SELECT seq, salt, 'x' FROM audit_detail",
        "UPDATE audit_head SET at = 0", "DELETE FROM audit_head",
        "INSERT OR REPLACE INTO audit_head SELECT seq, hash, 0, signing_key_no, signature FROM "
        "audit_head",
        "UPDATE signing_key SET public_key = randomblob(32)", "DELETE FROM signing_key",
        "DELETE FROM practitioner");
    CAPTURE(attack);
    CHECK_THROWS_AS(door.run("BEGIN; " + attack + "; COMMIT"), std::exception);
    door.run("ROLLBACK");
    // With foreign keys off, as any tool may switch them: the triggers alone must do.
    door.run("PRAGMA foreign_keys = OFF");
    CHECK_THROWS_WITH(door.run(attack), ContainsSubstring("cannot be") ||
                                            ContainsSubstring("belongs to a signed") ||
                                            ContainsSubstring("only grows at its end") ||
                                            ContainsSubstring("comes with its audit row") ||
                                            ContainsSubstring("only erased by an audited act"));
}

TEST_CASE("the same statements do work on a draft, so the refusals mean something", "[storage]") {
    const SignedClinic clinic;
    BackDoor door{clinic};
    const std::string draftNo = "(SELECT no FROM session WHERE signed_at IS NULL)";
    CHECK_NOTHROW(door.run("UPDATE session SET pain_now = 0 WHERE no = " + draftNo));
    CHECK_NOTHROW(door.run("UPDATE session_note SET text = 'x' WHERE session_no = " + draftNo));
    CHECK_NOTHROW(door.run("UPDATE finding SET tenderness = 1 WHERE session_no = " + draftNo));
    CHECK_NOTHROW(
        door.run("UPDATE pain_area SET shape = '1,1 2,2 3,3' WHERE session_no = " + draftNo));
    CHECK_NOTHROW(door.run("INSERT INTO pain_area VALUES (" + draftNo +
                           ", 9, randomblob(16), 'left', 1, '1,1 2,2 3,3', '', NULL, NULL, NULL, "
                           "'')"));
    CHECK_NOTHROW(door.run("DELETE FROM pain_area WHERE session_no = " + draftNo));
    CHECK_NOTHROW(door.run("INSERT INTO undo_step VALUES (" + draftNo + ", 'undo', 2, 'x')"));
    CHECK_NOTHROW(door.run("UPDATE undo_step SET step = 'x' WHERE session_no = " + draftNo));
    CHECK_NOTHROW(door.run("UPDATE trigger_point SET number = 8 WHERE number = 3"));
    CHECK_NOTHROW(door.run("UPDATE session SET consent = 'declined' WHERE no = " + draftNo));
    CHECK_NOTHROW(door.run("UPDATE finding SET settled = 'gone' WHERE session_no = " + draftNo));
    CHECK_NOTHROW(
        door.run("UPDATE treatment_went_on SET reason = 'x' WHERE session_no = " + draftNo));
    CHECK_NOTHROW(
        door.run("INSERT INTO treatment_went_on VALUES (" + draftNo + ", 0, 9, 'pacemaker', 'x')"));
    CHECK_NOTHROW(door.run("DELETE FROM treatment_went_on WHERE session_no = " + draftNo));
    CHECK_NOTHROW(door.run("INSERT INTO range_of_motion VALUES (" + draftNo +
                           ", 9, 'x', 'L', 1, NULL, NULL, '')"));
    CHECK_NOTHROW(door.run("UPDATE range_of_motion SET active = 90 WHERE session_no = " + draftNo));
    CHECK_NOTHROW(door.run("DELETE FROM range_of_motion WHERE session_no = " + draftNo));
    CHECK_NOTHROW(door.run("INSERT INTO test_result VALUES (" + draftNo +
                           ", 9, 'x', '', 'L', NULL, NULL, NULL, 1, NULL, NULL, '')"));
    CHECK_NOTHROW(door.run("UPDATE test_result SET choice = 'negative', number = NULL WHERE "
                           "session_no = " +
                           draftNo));
    CHECK_NOTHROW(door.run("DELETE FROM test_result WHERE session_no = " + draftNo));
    CHECK_NOTHROW(door.run("INSERT INTO home_care_item VALUES (" + draftNo + ", 9, 'x', '')"));
    CHECK_NOTHROW(door.run("UPDATE home_care_item SET dose = 'x' WHERE session_no = " + draftNo));
    CHECK_NOTHROW(door.run("DELETE FROM home_care_item WHERE session_no = " + draftNo));
    CHECK_NOTHROW(door.run("UPDATE session_claim SET released = 1 WHERE session_no = " + draftNo));
    CHECK_NOTHROW(door.run("DELETE FROM treatment_value WHERE session_no = " + draftNo));
    CHECK_NOTHROW(door.run("DELETE FROM treatment WHERE session_no = " + draftNo));
}

TEST_CASE("a draft signed through SQL loses its list of undo and its claim all the same",
          "[storage]") {
    const SignedClinic clinic;
    BackDoor door{clinic};
    CHECK(door.ask("SELECT count(*) FROM undo_step") == "1");
    CHECK(door.ask("SELECT count(*) FROM session_claim") == "1");
    door.run("UPDATE session SET (signed_at, signing_key_no, digest, signature) = (SELECT "
             "signed_at, signing_key_no, digest, signature FROM session WHERE signed_at IS NOT "
             "NULL) WHERE signed_at IS NULL");
    CHECK(door.ask("SELECT count(*) FROM undo_step") == "0");
    CHECK(door.ask("SELECT count(*) FROM session_claim") == "0");
}

TEST_CASE("the database takes no pain area of an unknown kind", "[storage]") {
    const SignedClinic clinic;
    BackDoor door{clinic};
    const std::string set = GENERATE("view = 'above'", "on_arm = 2", "on_arm = 1", "shape = ''",
                                     "shape = NULL", "quality = 'dull'", "intensity = 11",
                                     "depth = 'middle'", "id = 'x'", "note = NULL");
    CAPTURE(set);
    CHECK_THROWS_AS(door.run("UPDATE pain_area SET " + set +
                             " WHERE session_no = (SELECT no FROM session WHERE signed_at IS NULL) "
                             "AND position = 0"),
                    std::exception);
}

TEST_CASE("the database takes nothing that a session can't have", "[storage]") {
    const SignedClinic clinic;
    BackDoor door{clinic};
    const auto [where, set] = GENERATE(table<std::string, std::string>(
        {{"session", "ended_at = started_at - 1"},
         {"session", "consent = 'perhaps'"},
         {"session", "sleep_hours = 24.5"},
         {"session", "sleep_hours = -1"},
         {"session", "stress = 11"},
         {"session", "water_litres = 21"},
         {"session", "sitting_hours = 25"},
         {"session", "active_days = 8"},
         {"session", "home_care_days = -1"},
         {"session", "reaction = 'bad'"},
         {"session", "reaction = NULL"},
         {"session", "reaction_text = NULL"},
         {"session", "next_visit = 'soon'"},
         {"finding", "settled = 'same'"},
         {"session_note", "part = 5"},
         {"treatment", "joint = 'C5'"},
         {"treatment", "point_no = NULL"},
         {"treatment_went_on", "reason = ''"},
         {"range_of_motion", "side = 'X'"},
         {"range_of_motion", "pain = 11"},
         {"range_of_motion", "active = NULL, passive = NULL, pain = NULL, note = ''"},
         {"range_of_motion", "motion = 'same', side = 'L'"},
         {"test_result", "number = 1, choice = 'positive'"},
         {"test_result", "number = NULL, choice = NULL"},
         {"test_result", "region = 'x', joint = 'y'"},
         {"test_result", "test = 'same', part = '', side = 'L', region = NULL, muscle = NULL, "
                         "joint = NULL"},
         {"home_care_item", "item = ''"},
         {"home_care_item", "item = 'same'"},
         {"session_claim", "holder = 'x'"}}));
    CAPTURE(where, set);
    const std::string which = where == "session" ? "no" : "session_no";
    CHECK_THROWS_AS(door.run("UPDATE " + where + " SET " + set + " WHERE " + which +
                             " = (SELECT no FROM session WHERE signed_at IS NULL)"),
                    std::exception);
}

} // namespace palpate::test
