// SPDX-License-Identifier: MIT
// Someone with the key drops the triggers and alters the record: every alteration is found and
// named.
#include "domain/Error.h"
#include "storage/Checks.h"
#include "storage/TestForms.h"

#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>
#include <catch2/generators/catch_generators_range.hpp>
#include <catch2/matchers/catch_matchers_string.hpp>

#include <algorithm>
#include <fstream>

namespace palpate::test {

namespace {

using storage::Check;

[[nodiscard]] const storage::CheckResult& resultOf(const storage::VerificationReport& report,
                                                   Check check) {
    return *std::ranges::find(report.checks, check, &storage::CheckResult::check);
}

[[nodiscard]] std::string faultsOf(const storage::VerificationReport& report, Check check) {
    std::string text;
    for (const auto& fault : resultOf(report, check).faults) {
        text += shown(fault) + "\n";
    }
    return text;
}

constexpr std::string_view kFile = "%PDF-1.7 of a report";

[[nodiscard]] StoredDocument aDocument(std::uint32_t number) {
    return {.id = idOf<DocumentId>(900 + number),
            .patient = aPatient().id,
            .caseId = aCase().id,
            .title = "Report " + std::to_string(number),
            .fileName = "report.pdf",
            .mediaType = "application/pdf",
            .templateName = "progress-report",
            .size = kFile.size(),
            .digest = storage::digestOf(kFile),
            .by = aPractitioner().id,
            .at = kNow};
}

[[nodiscard]] Disclosure aDisclosure(std::uint32_t number) {
    return {.id = idOf<DisclosureId>(950 + number),
            .patient = aPatient().id,
            .caseId = {},
            .what = "Report",
            .recipient = "Dr M. Patel",
            .purpose = "second opinion",
            .document = {},
            .digest = {},
            .by = aPractitioner().id,
            .at = kNow};
}

/// Signed session 0 with an addendum, signed session 1, draft 2, two documents, two disclosures, a
/// completed form with two flags of which one is settled, a form put away, one being filled in,
/// home care, an erased detail; signed out.
void fill(const TestClinic& clinic) {
    auto store = clinic.open();
    store->patients().add(aPatient());
    store->cases().add(aCase());
    for (const auto number : {0U, 1U, 2U}) {
        store->sessions().begin(aFullSession(number));
    }
    static_cast<void>(store->sessions().sign(aFullSession(0).id, kNow));
    static_cast<void>(store->sessions().sign(aFullSession(1).id, kNow + std::chrono::weeks{1}));
    store->sessions().addAddendum(aFullSession(0).id, anAddendum());
    for (const auto number : {0U, 1U}) {
        store->documents().keep(aDocument(number), kFile);
        store->disclosures().add(aDisclosure(number));
    }
    store->forms().begin(aForm(0));
    store->forms().complete(completed(aForm(0)), std::vector{aFlag(0), aFlag(1)});
    store->screenings().add(aFlag(0).id, aDeed(0));
    store->forms().begin(aForm(1));
    store->forms().putAway(aForm(1).id);
    store->forms().begin(aForm(2));
    store->carePlans().add(aCareItem());
    static_cast<void>(store->patients().open(aPatient().id));
    store->audit().eraseDetail(store->audit().list({.kind = storage::AuditKind::Create}).back().seq,
                               "asked to");
    store->signOut();
}

struct Tampering {
    const char* sql;
    Check found;
    const char* named;
};

} // namespace

TEST_CASE("an honest clinic verifies, check by check", "[storage]") {
    const TestClinic clinic;
    fill(clinic);
    const auto store = clinic.open();
    const auto report = store->verify();
    REQUIRE(report.checks.size() == 18);
    for (const auto& check : report.checks) {
        CAPTURE(name(check.check), faultsOf(report, check.check));
        CHECK(check.isSound());
        CHECK(!shown(title(check.check)).empty());
    }
    CHECK(resultOf(report, Check::SignedSessions).examined == 2);
    CHECK(resultOf(report, Check::Addenda).examined == 1);
    CHECK(resultOf(report, Check::Documents).examined == 2);
    CHECK(resultOf(report, Check::Disclosures).examined == 2);
    CHECK(resultOf(report, Check::Forms).examined == 3);
    CHECK(resultOf(report, Check::RaisedFlags).examined == 3);
    CHECK(resultOf(report, Check::SignedHeads).examined >= 4);
    CHECK(resultOf(report, Check::AuditChain).examined >= 10);
}

TEST_CASE("tampering is found and named", "[storage]") {
    const TestClinic clinic;
    fill(clinic);
    const std::vector<Tampering> all{
        {"UPDATE session SET pain_now = 0 WHERE signed_at IS NOT NULL", Check::SignedSessions,
         "altered after"},
        {"UPDATE session_note SET text = 'fine' WHERE session_no = 1 AND part = 0",
         Check::SignedSessions, "altered"},
        {"UPDATE finding SET x = x + 0.001 WHERE session_no = 1", Check::SignedSessions,
         "altered after"},
        {"UPDATE treatment SET technique = 'laser' WHERE session_no = 1", Check::SignedSessions,
         "altered after"},
        {"DELETE FROM treatment_value WHERE session_no = 1", Check::SignedSessions,
         "altered after"},
        {"UPDATE pain_area SET quality = NULL WHERE session_no = 1 AND position = 0",
         Check::SignedSessions, "altered after"},
        {"UPDATE pain_area SET shape = replace(shape, '4502', '4503') WHERE session_no = 1",
         Check::SignedSessions, "altered after"},
        {"UPDATE pain_area SET arrows = '' WHERE session_no = 1", Check::SignedSessions,
         "altered after"},
        {"UPDATE pain_area SET position = 7 WHERE session_no = 1 AND position = 0",
         Check::SignedSessions, "altered after"},
        {"DELETE FROM pain_area WHERE session_no = 1", Check::SignedSessions, "altered after"},
        {"UPDATE pain_area SET shape = '1,1 2,2' WHERE session_no = 2", Check::SignedSessions,
         "shape of pain area"},
        {"UPDATE session SET consent = 'declined' WHERE no = 1", Check::SignedSessions,
         "altered after"},
        {"UPDATE session SET ended_at = ended_at + 60 WHERE no = 1", Check::SignedSessions,
         "altered after"},
        {"UPDATE session SET sleep_hours = NULL WHERE no = 1", Check::SignedSessions,
         "altered after"},
        {"UPDATE session SET reaction = 'none' WHERE no = 1", Check::SignedSessions,
         "altered after"},
        {"UPDATE session SET next_visit = NULL WHERE no = 1", Check::SignedSessions,
         "altered after"},
        {"DELETE FROM session_note WHERE session_no = 1 AND part = 4", Check::SignedSessions,
         "altered after"},
        {"UPDATE finding SET settled = 'gone' WHERE session_no = 1", Check::SignedSessions,
         "altered after"},
        {"UPDATE treatment SET joint = 'C6' WHERE session_no = 1 AND joint = 'C5'",
         Check::SignedSessions, "altered after"},
        {"DELETE FROM treatment_went_on WHERE session_no = 1", Check::SignedSessions,
         "altered after"},
        {"UPDATE range_of_motion SET active = 60 WHERE session_no = 1 AND position = 0",
         Check::SignedSessions, "altered after"},
        {"UPDATE test_result SET choice = 'negative' WHERE session_no = 1 AND position = 0",
         Check::SignedSessions, "altered after"},
        {"UPDATE test_result SET position = 7 WHERE session_no = 1 AND position = 0",
         Check::SignedSessions, "altered after"},
        {"UPDATE home_care_item SET dose = '' WHERE session_no = 1", Check::SignedSessions,
         "altered after"},
        {"UPDATE range_of_motion SET motion = 'no key' WHERE session_no = 2 AND position = 0",
         Check::SignedSessions, "no key"},
        {"INSERT INTO undo_step VALUES (1, 'undo', 1, 'x')", Check::SignedSessions,
         "still has a list of undo"},
        {"UPDATE trigger_point SET number = 7 WHERE number = 1", Check::SignedSessions,
         "altered after"},
        {"UPDATE session SET signed_at = signed_at - 86400 WHERE no = 1", Check::SignedSessions,
         "altered after"},
        {"UPDATE session SET signature = zeroblob(64) WHERE no = 1", Check::SignedSessions,
         "not genuine"},
        {"UPDATE session SET signed_at = NULL, signing_key_no = NULL, digest = NULL, signature = "
         "NULL WHERE no = 1",
         Check::SignedSessions, "no longer signed"},
        {"UPDATE session SET (signed_at, signing_key_no, digest, signature) = (SELECT signed_at, "
         "signing_key_no, "
         "digest, signature FROM session WHERE no = 1) WHERE no = 3",
         Check::SignedSessions, "altered after"},
        {"UPDATE addendum SET text = 'never mind'", Check::Addenda, "was altered"},
        {"UPDATE addendum SET signature = zeroblob(64)", Check::Addenda, "was altered"},
        {"UPDATE document_content SET content = x'25504446' WHERE document_no = 1",
         Check::Documents, "not those that were kept"},
        {"UPDATE document SET title = 'Another' WHERE no = 1", Check::Documents,
         "not as the audit trail"},
        {"UPDATE document_content SET content = zeroblob(4) WHERE document_no = 1; UPDATE document "
         "SET size = 4, digest = zeroblob(32) WHERE no = 1",
         Check::Documents, "not as the audit trail"},
        {"DELETE FROM document_content WHERE document_no = 2", Check::Documents, "bytes are gone"},
        {"DELETE FROM document WHERE no = 2; DELETE FROM document_content WHERE document_no = 2",
         Check::Documents, "was kept, but is gone"},
        {"DELETE FROM document WHERE no = 2", Check::Documents, "belongs to no document"},
        {"INSERT INTO document SELECT 9, zeroblob(16), patient_no, case_no, origin, title, "
         "file_name, media_type, template, size, digest, practitioner_no, at FROM document WHERE "
         "no = 1; INSERT INTO document_content SELECT 9, content FROM document_content WHERE "
         "document_no = 1",
         Check::Documents, "not as the audit trail"},
        {"UPDATE document SET practitioner_no = 77 WHERE no = 1", Check::Documents,
         "not as the audit trail"},
        {"UPDATE disclosure SET recipient = 'nobody' WHERE no = 1", Check::Disclosures,
         "not as the audit trail"},
        {"DELETE FROM disclosure WHERE no = 2", Check::Disclosures, "was recorded, but is gone"},
        {"INSERT INTO disclosure SELECT 9, zeroblob(16), patient_no, case_no, means, what, "
         "recipient, purpose, document_no, digest, practitioner_no, at FROM disclosure WHERE no = "
         "1",
         Check::Disclosures, "not as the audit trail"},
        {"UPDATE disclosure SET patient_no = 77 WHERE no = 1", Check::ForeignKeys,
         "refers to a row of patient"},
        {"UPDATE audit SET kind = 'export' WHERE kind = 'view'", Check::AuditChain, "was altered"},
        {"UPDATE audit SET at = at + 1 WHERE seq = 3", Check::AuditChain, "row 3 was altered"},
        {"DELETE FROM audit WHERE seq = 4", Check::AuditChain, "row 4 is missing"},
        {"UPDATE audit SET hash = zeroblob(32) WHERE seq = 5", Check::AuditChain,
         "row 6 does not follow"},
        {"DELETE FROM audit WHERE seq >= (SELECT max(seq) FROM audit)", Check::SignedHeads,
         "was rewritten"},
        {"UPDATE audit_head SET hash = zeroblob(32)", Check::SignedHeads, "was rewritten"},
        {"UPDATE audit_head SET signature = zeroblob(64)", Check::SignedHeads, "not genuine"},
        {"UPDATE audit_head SET at = at + 1", Check::SignedHeads, "not genuine"},
        {"UPDATE audit_detail SET text = 'nothing' WHERE seq = (SELECT max(seq) FROM audit_detail)",
         Check::AuditDetails, "was altered"},
        {"DELETE FROM audit_detail WHERE seq = (SELECT max(seq) FROM audit_detail)",
         Check::AuditDetails, "is missing"},
        {"INSERT INTO signing_key (practitioner_no, public_key, since_at) VALUES (1, zeroblob(32), "
         "0)",
         Check::SigningKeys, "is not the one"},
        {"DELETE FROM trigger_point WHERE number = 2", Check::ForeignKeys,
         "refers to a row of trigger_point"},
        {"UPDATE form_record SET answers = replace(answers, '7', '2') WHERE no = 1", Check::Forms,
         "altered after it was completed"},
        {"UPDATE form_record SET score = 1 WHERE no = 1", Check::Forms, "altered after"},
        {"UPDATE form_record SET measure = 'peg' WHERE no = 1", Check::Forms, "altered after"},
        {"UPDATE form_record SET title = 'other' WHERE no = 2", Check::Forms, "altered after"},
        {"UPDATE form_record SET answers = '[{\"linkId\":1}]' WHERE no = 1", Check::Forms,
         "are not as Palpate writes them"},
        {"UPDATE form_record SET completed_at = NULL, digest = NULL WHERE no = 1", Check::Forms,
         "is gone or open again"},
        {"UPDATE form_record SET digest = zeroblob(32), completed_at = begun_at WHERE no = 3",
         Check::Forms, "not as the audit trail tells"},
        {"DELETE FROM form_record WHERE no = 2", Check::Forms, "is gone"},
        {"UPDATE raised_flag SET urgency = 'monitor' WHERE no = 1", Check::RaisedFlags,
         "not as the audit trail tells"},
        {"UPDATE raised_flag SET settled = 1 WHERE no = 2", Check::RaisedFlags,
         "settled without anything done"},
        {"DELETE FROM raised_flag WHERE no = 2", Check::RaisedFlags, "is gone"},
        {"UPDATE flag_deed SET whom = 'nobody'", Check::RaisedFlags, "What was done about"},
        {"DELETE FROM flag_deed", Check::RaisedFlags, "Deed "},
        {"DELETE FROM form_fts", Check::SearchIndex, "2 forms can't be found"},
        {"UPDATE care_plan_item SET listed = 0", Check::SearchIndex, "1 items of home care"},
        {"DELETE FROM session_fts WHERE rowid = (SELECT max(search_key) FROM session)",
         Check::SearchIndex, "1 sessions and 0 patients"},
        {"UPDATE session_fts_data SET block = zeroblob(40) WHERE id > 10", Check::SearchIndex,
         "clinic.db"},
        {"DROP INDEX session_of_patient; CREATE INDEX session_of_patient ON session (patient_no); "
         "PRAGMA "
         "writable_schema = ON; UPDATE sqlite_master SET sql = 'CREATE INDEX session_of_patient ON "
         "session "
         "(started_at)' WHERE name = 'session_of_patient'",
         Check::Structure, "session_of_patient"},
    };
    const auto& tampering = all.at(GENERATE_COPY(range(std::size_t{0}, all.size())));
    CAPTURE(tampering.sql);
    {
        BackDoor door{clinic};
        dropTriggers(door);
        door.run("PRAGMA foreign_keys = OFF");
        door.run(tampering.sql);
    }
    const auto store = clinic.open();
    const auto report = store->verify();
    CHECK_FALSE(report.isSound());
    CHECK_THAT(faultsOf(report, tampering.found),
               Catch::Matchers::ContainsSubstring(tampering.named));
}

TEST_CASE("of a row about the pages each fault is told by itself", "[storage]") {
    CHECK(storage::faultsIn("ok", "ok").empty());
    CHECK(storage::faultsIn("row 3 missing from index a", "ok") ==
          std::vector<std::string>{"row 3 missing from index a"});
    CHECK(storage::faultsIn("*** in database main ***\n"
                            "Tree 17 page 17: btreeInitPage() returns error code 11\n"
                            "Tree 45 page 45: unable to get the page. error code=1",
                            "ok") ==
          std::vector<std::string>{"Tree 17 page 17: btreeInitPage() returns error code 11",
                                   "Tree 45 page 45: unable to get the page. error code=1"});
    // A heading alone is no sound row.
    CHECK(storage::faultsIn("*** in database main ***", "ok").size() == 1);
}

TEST_CASE("a page altered on the disk is found", "[storage]") {
    const TestClinic clinic;
    fill(clinic);
    const auto store = clinic.open();
    const auto size = std::filesystem::file_size(clinic.database());
    {
        std::fstream file{clinic.database(), std::ios::in | std::ios::out | std::ios::binary};
        file.seekp(static_cast<std::streamoff>(size - 2000));
        file.put('!');
    }
    const auto report = store->verify();
    CHECK_THAT(faultsOf(report, Check::CipherPages), Catch::Matchers::ContainsSubstring("page"));
}

TEST_CASE("a swapped signing key ends at the door, and the trail tells of it", "[storage]") {
    const TestClinic clinic;
    BackDoor door{clinic};
    dropTriggers(door);
    door.run("UPDATE signing_key SET public_key = zeroblob(32)");
    CHECK_THROWS_AS(clinic.open(), AccessDenied);
    CHECK(door.ask("SELECT kind FROM audit ORDER BY seq DESC LIMIT 1") == "failed_sign_in");
}

TEST_CASE("files that others may read are named", "[storage]") {
    const TestClinic clinic;
    const auto store = clinic.open();
    std::filesystem::permissions(clinic.folder() / "keys.json", std::filesystem::perms::others_read,
                                 std::filesystem::perm_options::add);
    CHECK_THAT(faultsOf(store->verify(), Check::FilePermissions),
               Catch::Matchers::ContainsSubstring("keys.json"));
}

} // namespace palpate::test
