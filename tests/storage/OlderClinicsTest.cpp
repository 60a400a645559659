// SPDX-License-Identifier: MIT
// A real clinic of every released version of the tables is opened by this program: nothing is lost,
// what was signed still verifies, and the tables are those of a new clinic.
#include "domain/SessionEdit.h"
#include "storage/Migrations.h"
#include "storage/TestForms.h"
#include "support/Printing.h"

#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>

#include <algorithm>
#include <fstream>

namespace palpate::test {

namespace {

const int kLatest = storage::migrations().back().version;

/// A copy of the clinic in tests/data/databases, as the program of that version left it: sessions 0
/// (with an addendum) and 1 signed, session 2 a draft; in version 3 with pain areas in 0 and 2 and
/// one step of undo in 2; from version 5 on with all that is charted. Version 1 had the tables of
/// version 2 without triggers; versions 4 and 7 were never released; version 8 was brought there
/// from version 6 by the program of its time.
class OlderClinic : public TestClinic {
public:
    explicit OlderClinic(int version) {
        const auto kept = std::filesystem::path{PALPATE_SOURCE_DIR "/tests/data/databases"} /
                          ("version-" + std::to_string(std::max(version, 2)) + ".palpate");
        for (const auto* name : {"clinic.db", "keys.json"}) {
            const auto to = folder() / name;
            // Into the files that are there, which belong to their owner alone.
            std::ofstream{to, std::ios::binary | std::ios::trunc} << contentOf(kept / name);
        }
        if (version == 1) {
            BackDoor door{*this};
            dropTriggers(door);
            door.run("PRAGMA user_version = 1");
        }
    }
};

/// As that version knew it: pain areas came with version 3, the whole charting with version 4.
[[nodiscard]] Session anOlderSession(int version, std::uint32_t number) {
    auto session = version < 4 ? withoutCharting(aFullSession(number)) : aFullSession(number);
    if (version < 3 || number == 1) {
        session.painAreas.clear();
    }
    if (number == 1) {
        session.painNow = pain(5);
    }
    return session;
}

[[nodiscard]] std::string schemaOf(const TestClinic& clinic) {
    return BackDoor{clinic}.ask(
        "SELECT group_concat(sql, ';') FROM (SELECT sql FROM sqlite_master WHERE sql IS NOT NULL "
        "ORDER BY type, name)");
}

} // namespace

SCENARIO("a clinic of an older version is opened", "[storage]") {
    const int version = GENERATE(1, 2, 3, 5, 6, 8);
    CAPTURE(version);
    const OlderClinic clinic{version};
    REQUIRE(BackDoor{clinic}.ask("PRAGMA user_version") == std::to_string(version));
    const auto digest = BackDoor{clinic}.ask("SELECT hex(digest) FROM session WHERE no = 1");

    auto store = clinic.open();
    THEN("its sessions are as they were, and the signatures hold") {
        auto& sessions = store->sessions();
        for (const auto number : {0U, 1U, 2U}) {
            auto found = sessions.find(aSession(number).id);
            REQUIRE(found.has_value());
            CHECK(isSigned(*found) == (number < 2));
            found->signature.reset();
            CHECK(found->addenda.size() == (number == 0 ? 1 : 0));
            found->addenda.clear();
            CHECK(*found == anOlderSession(version, number));
            const bool hasUndo = version >= 3 && number == 2;
            CHECK(sessions.undoList(aSession(number).id).undo.size() == (hasUndo ? 1 : 0));
        }
        CHECK(store->verify().isSound());
        CHECK(BackDoor{clinic}.ask("SELECT hex(digest) FROM session WHERE no = 1") == digest);
        CHECK(sessions.search({.text = "piriformis"}).size() == 3);
    }
    THEN("it can be searched as one that was made today") {
        const auto found = [&](const SessionFilter& filter) {
            return store->finder().countSessions(filter).count;
        };
        CHECK(found({}) == 3);
        CHECK(found({.finding = {.muscles = {key<MuscleKey>("quadratus_lumborum")},
                                 .side = Side::Right,
                                 .tenderness = {6, 6}}}) == 3);
        CHECK(found({.finding = {.muscles = {key<MuscleKey>("quadratus_lumborum")},
                                 .side = Side::Left}}) == 0);
        CHECK(found({.treatment = {.techniques = {key<TechniqueKey>("pressure_release")},
                                   .doses = {{key<LogFieldKey>("duration_s"), {90.0, {}}}}}}) == 3);
        CHECK(found({.text = "knife", .caseStatus = CaseStatus::Open}) == 3);
        CHECK(store->patients().search("ovac", 10).size() == 1);   // from the middle
        CHECK(store->patients().search("kovasc", 10).size() == 1); // with a slip
        const Date tomorrow{std::chrono::sys_days{kToday} + std::chrono::days{1}};
        CHECK(
            store->worklists().unseenSince(kNow + std::chrono::weeks{9}, tomorrow, 9).count.count ==
            1);
        const auto outcomes = store->outcomes().list();
        REQUIRE(outcomes.size() == 2);
        CHECK(outcomes[1].technique == key<TechniqueKey>("pressure_release"));
        CHECK(outcomes[1].patients == 1);
    }
    THEN("each step is in the trail, and the older file is kept beside it") {
        const auto steps = store->audit().list({.kind = storage::AuditKind::Migrate});
        const int earlier = version == 8 ? 2 : 0; // taken by its own program
        REQUIRE(static_cast<int>(steps.size()) == kLatest - version + earlier);
        CHECK(steps.front().detail == "to " + std::string{storage::migrations().back().name});
        CHECK(std::filesystem::exists(
            clinic.folder() / "backups" /
            ("before-version-" + std::to_string(version + 1) + "-20261123T104500Z") / "clinic.db"));
    }
    THEN("its draft takes all that this version knows, and undo, and can be signed") {
        auto& sessions = store->sessions();
        const auto id = aSession(2).id;
        const auto before = *sessions.find(id);
        const auto undoBefore = sessions.undoList(id).undo.size();
        const auto full = aFullSession(2);
        SessionStep step{PutPainArea{aPainArea(990)},
                         PutFinding{full.findings[0]},
                         PutTreatment{full.treatments[0]},
                         PutTreatment{full.treatments[3]},
                         SetNote{NotePart::Treatment, full.note[4]},
                         SetConsent{full.consent},
                         SetCheckIn{full.checkIn},
                         SetReaction{full.reaction},
                         SetNextVisit{full.nextVisit},
                         SetTimes{full.startedAt, full.endedAt}};
        for (const auto& motion : full.motions) {
            step.emplace_back(PutMotion{motion});
        }
        for (const auto& test : full.tests) {
            step.emplace_back(PutTest{test});
        }
        for (const auto& item : full.homeCare) {
            step.emplace_back(PutHomeCare{item});
        }
        sessions.apply(id, step, NewStep{inverse(before, step)});
        CHECK(sessions.find(id) == applied(before, step));
        CHECK(sessions.undoList(id).undo.size() == undoBefore + 1);
        sessions.apply(id, inverse(before, step));
        CHECK(sessions.find(id) == before);
        sessions.apply(id, step);
        static_cast<void>(sessions.sign(id, kNow + std::chrono::weeks{3}));
        CHECK(store->verify().isSound());
    }
    THEN("its patient and case are as they were, and what was never asked stays unasked") {
        CHECK(store->patients().find(aPatient().id) == aPatient());
        CHECK_FALSE(store->patients().find(aPatient().id)->allergies.has_value());
        CHECK(store->cases().ofPatient(aPatient().id) == std::vector{aCase()});
        CHECK(store->profile() == aClinicProfile());
        CHECK(store->contactNotes().ofCase(aCase().id).empty());
        CHECK(store->snippets().list().empty());
    }
    THEN("its patient can be found, archived, changed and merged") {
        auto& patients = store->patients();
        CHECK(patients.search("kov ana", 10).size() == 1);
        auto changed = aPatient();
        changed.preferredName = "Ani";
        changed.allergies = {{"latex", "rash"}, {"nickel", ""}};
        patients.update(changed, aPatient());
        CHECK(patients.search("ani", 10).size() == 1);
        patients.archive(changed.id);
        CHECK(patients.search("kov", 10).empty());
        patients.add(aPatient(1));
        patients.merge(changed.id, aPatient(1).id);
        CHECK(patients.search("ani", 10).at(0).id == aPatient(1).id);
        CHECK(store->sessions().ofPatient(aPatient(1).id).size() == 3);
        patients.unmerge(changed.id);
        CHECK(store->sessions().ofPatient(aPatient(1).id).empty());
        CHECK(store->verify().isSound());
    }
    THEN("it keeps documents and disclosures, templates of its own and a letterhead") {
        CHECK(store->documents().ofPatient(aPatient().id).empty());
        CHECK(store->disclosures().ofPatient(aPatient().id).empty());
        CHECK(store->templates().list().empty());
        CHECK(store->letterhead() == Letterhead{});
        const auto fileDigest = storage::digestOf("%PDF");
        store->documents().keep({.id = idOf<DocumentId>(900),
                                 .patient = aPatient().id,
                                 .caseId = aCase().id,
                                 .title = "Report",
                                 .fileName = "report.pdf",
                                 .mediaType = "application/pdf",
                                 .templateName = "progress-report",
                                 .size = 4,
                                 .digest = fileDigest,
                                 .by = aPractitioner().id,
                                 .at = kNow},
                                "%PDF");
        CHECK(store->documents().open(idOf<DocumentId>(900)) == "%PDF");
        store->disclosures().add({.id = idOf<DisclosureId>(950),
                                  .patient = aPatient().id,
                                  .caseId = aCase().id,
                                  .what = "Report",
                                  .recipient = {},
                                  .purpose = {},
                                  .document = idOf<DocumentId>(900),
                                  .digest = fileDigest,
                                  .by = aPractitioner().id,
                                  .at = kNow});
        CHECK(store->verify().isSound());
    }
    THEN("it keeps forms, flags and home care, and finds them") {
        CHECK(store->forms().ofPatient(aPatient().id).empty());
        CHECK(store->screenings().ofPatient(aPatient().id).empty());
        auto record = aForm();
        auto flag = aFlag();
        record.session = flag.session = aSession(0).id; // a signed one
        store->forms().begin(record);
        store->forms().complete(completed(record), std::vector{flag});
        store->carePlans().add(aCareItem());
        CHECK(store->finder().countSessions({.flagState = FlagState::Unsettled}).count == 1);
        CHECK(store->worklists().flagsUnsettled({}, 9).count.count == 1);
        CHECK(store->worklists().reviewsDue(*aCareItem().review, 9).count.count == 1);
        store->screenings().add(flag.id, aDeed());
        CHECK(store->finder().countSessions({.flagState = FlagState::Unsettled}).count == 0);
        CHECK(store->finder().forms("wörtlich", 9).size() == 1);
        CHECK(store->verify().isSound());
    }
    THEN("its tables are those of a new clinic") {
        store.reset();
        CHECK(schemaOf(clinic) == schemaOf(TestClinic{}));
        CHECK(BackDoor{clinic}.ask("PRAGMA user_version") == std::to_string(kLatest));
    }
}

} // namespace palpate::test
