// SPDX-License-Identifier: MIT
// Finding a session again by anything one remembers of it.
#include "storage/Backup.h"
#include "storage/TestClinic.h"
#include "support/Printing.h"

#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>
#include <catch2/matchers/catch_matchers_string.hpp>

#include <algorithm>

namespace palpate::test {

namespace {

[[nodiscard]] std::vector<SessionId> found(storage::Store& store,
                                           const storage::SessionQuery& query) {
    std::vector<SessionId> ids;
    for (const auto& hit : store.sessions().search(query)) {
        ids.push_back(hit.session);
    }
    return ids;
}

[[nodiscard]] std::vector<SessionId> found(storage::Store& store, std::string text) {
    return found(store, storage::SessionQuery{.text = std::move(text)});
}

[[nodiscard]] SessionId id(std::uint32_t number) {
    return aSession(number).id;
}

/// The names that a clinic's tables give to two keys.
[[nodiscard]] std::string words(std::string_view key) {
    return key == "quadratus_lumborum"   ? "Quadratus lumborum QL hip hiker"
           : key == "pressure_release"   ? "trigger point pressure release ischaemic compression"
           : key == "straight_leg_raise" ? "Straight leg raise SLR Lasegue"
           : key == "sacroiliac"         ? "sacroiliac joint SIJ"
                                         : "";
}

using Ids = std::vector<SessionId>;

} // namespace

SCENARIO("a session is found by anything in it", "[storage]") {
    OpenClinic clinic{{.vocabulary = words}};
    auto& store = *clinic.store;
    store.sessions().begin(aFullSession(0));
    auto other = aSession(1);
    other.note[0] = written("Left hip stiff after the marathon. No pain in the lower back.");
    other.findings = {anActiveFindingOn("piriformis", 5)};
    other.findings[0].side = Side::Left;
    store.sessions().begin(other);
    store.sessions().begin(aSession(2));

    CHECK(found(store, "") == Ids{id(2), id(1), id(0)});
    CHECK(found(store, "marathon") == Ids{id(1)});
    CHECK(found(store, "MARATH") == Ids{id(1)});
    CHECK(found(store, "mar") == Ids{id(1)});
    CHECK(found(store, "zoe knif") == Ids{id(0)}); // accents folded, any order, beginnings
    CHECK(found(store, "kov\xC3\xA1"
                       "cs") == Ids{id(2), id(1), id(0)});       // the patient's name
    CHECK(found(store, "low back") == Ids{id(2), id(1), id(0)}); // the complaint of the case
    CHECK(found(store, "QL") == Ids{id(0)});                     // names of the tables
    CHECK(found(store, "hiker") == Ids{id(0)});
    CHECK(found(store, "ischaemic compression") == Ids{id(0)});
    CHECK(found(store, "left piriformis") == Ids{id(1), id(0)}); // session 0 treats it on the left
    CHECK(found(store, "\"right piriformis\"").empty());
    CHECK(found(store, "\"right quadratus lumborum\"") == Ids{id(0)});
    CHECK(found(store, "\"lumborum quadratus\"").empty());
    CHECK(found(store, "lateral border") == Ids{id(0)});    // the point's note
    CHECK(found(store, "breathing") == Ids{id(0)});         // the treatment's note
    CHECK(found(store, "side-lying") == Ids{id(0)});        // a text of the dose
    CHECK(found(store, "radiating") == Ids{id(0)});         // the quality of a pain area
    CHECK(found(store, "\"like a belt\"") == Ids{id(0)});   // its note
    CHECK(found(store, "cervical rotation") == Ids{id(0)}); // a motion by its key
    CHECK(found(store, "\"left cervical\"") == Ids{id(0)});
    CHECK(found(store, "stiff end -marathon") == Ids{id(0)}); // its note
    CHECK(found(store, "lasegue") == Ids{id(0)});             // a test by the words of the table
    CHECK(found(store, "straight positive") == Ids{id(0)});   // its result
    CHECK(found(store, "\"L5 and S1\"") == Ids{id(0)});       // a part of one
    CHECK(found(store, "L4-L5") == Ids{id(0)});               // where it was done
    CHECK(found(store, "springs") == Ids{id(0)});             // its note
    CHECK(found(store, "C5") == Ids{id(0)});                  // a joint that was treated
    CHECK(found(store, "\"left C5\"") == Ids{id(0)});
    CHECK(found(store, "mobilised") == Ids{id(0)});          // the paragraph on treatment
    CHECK(found(store, "anticoagulants") == Ids{id(0)});     // an alert gone against
    CHECK(found(store, "\"light pressure\"") == Ids{id(0)}); // and why
    CHECK(found(store, "dizzy") == Ids{id(0)});              // an unwanted effect
    CHECK(found(store, "walking") == Ids{id(0)});            // home care
    CHECK(found(store, "evening") == Ids{id(0)});            // its dose
    CHECK(found(store, "active") == Ids{id(1), id(0)});
    CHECK(found(store, "pain -knife") == Ids{id(2), id(1)});
    CHECK(found(store, "-marathon -knife") == Ids{id(2)});
    CHECK(found(store, "-\"lower back\" marathon").empty());
    CHECK(found(store, "marathon knife").empty());
    CHECK(found(store, "xyzzy").empty());

    AND_WHEN("a joint is treated") {
        auto treatment = aTreatmentAt(5, 70);
        treatment.target = JointTarget{key<JointKey>("sacroiliac"), Side::Right};
        store.sessions().apply(id(1), SessionStep{PutTreatment{treatment}});
        CHECK(found(store, "right SIJ") == Ids{id(1)});
        CHECK(found(store, "\"right sacroiliac\"") == Ids{id(1)});
        CHECK(found(store, "\"left sacroiliac\"").empty());
        store.sessions().apply(id(1), SessionStep{RemoveTreatment{treatment.id}});
        CHECK(found(store, "sacroiliac").empty());
    }
    AND_WHEN("structured filters are set") {
        const auto ql = key<MuscleKey>("quadratus_lumborum");
        const auto piriformis = key<MuscleKey>("piriformis");
        CHECK(found(store, {.muscle = ql}) == Ids{id(0)});
        CHECK(found(store, {.muscle = ql, .side = Side::Left}).empty());
        CHECK(found(store, {.muscle = piriformis, .side = Side::Left}) == Ids{id(1), id(0)});
        CHECK(found(store, {.muscle = key<MuscleKey>("quadratus")}).empty());
        CHECK(found(store, {.technique = key<TechniqueKey>("pressure_release")}) == Ids{id(0)});
        CHECK(found(store, {.text = "knife", .technique = key<TechniqueKey>("dry_needling")})
                  .empty());
        CHECK(found(store, {.patient = aPatient().id}) == Ids{id(2), id(1), id(0)});
        CHECK(found(store, {.patient = aPatient(4).id}).empty());
        CHECK(found(store, {.from = aSession(1).startedAt}) == Ids{id(2), id(1)});
        CHECK(found(store, {.to = aSession(1).startedAt}) == Ids{id(0)});
        CHECK(found(store,
                    {.text = "pain", .from = aSession(1).startedAt, .to = aSession(2).startedAt}) ==
              Ids{id(1)});
        CHECK(found(store, {.limit = 1}) == Ids{id(2)});
    }
    AND_WHEN("the session changes") {
        store.sessions().apply(id(1), SessionStep{SetNote{NotePart::Subjective, written("Better.")},
                                                  RemoveFinding{other.findings[0].point.id}});
        CHECK(found(store, "marathon").empty());
        CHECK(found(store, "better") == Ids{id(1)});
        CHECK(found(store, {.muscle = key<MuscleKey>("piriformis")}) == Ids{id(0)});
        store.sessions().discardDraft(id(1));
        CHECK(found(store, "better").empty());
        static_cast<void>(store.sessions().sign(id(0), kNow));
        auto addendum = anAddendum();
        addendum.text = "The X-ray was unremarkable.";
        store.sessions().addAddendum(id(0), addendum);
        CHECK(found(store, "unremarkable") == Ids{id(0)});
        CHECK(store.verify().isSound());
    }
    AND_WHEN("the patient's name or the complaint changes") {
        auto patient = aPatient();
        patient.familyName = "Horv\xC3\xA1th";
        store.patients().update(patient);
        CHECK(found(store, "kovacs").empty());
        CHECK(found(store, "horvath").size() == 3);
        auto record = aCase();
        record.complaint = "Lumbago";
        store.cases().update(record);
        CHECK(found(store, "lumbago").size() == 3);
        CHECK(store.verify().isSound());
    }
}

TEST_CASE("no text a person can type is an error", "[storage]") {
    OpenClinic clinic;
    clinic.store->sessions().begin(aFullSession());
    const std::string typed = GENERATE(
        "\"", "\"\"", "\"open phrase", "-", "--", "- -", "*", "pain*", "pain OR", "AND", "NOT pain",
        "(", ")", "NEAR(a b)", "a:b", "text:pain", "^pain", "+pain", "{text}:x", "'", "';--", "\\",
        "%", "_", "\xEE\x80\x80",
        "\xEE\x80\x80"
        "a",
        "\xFF\xFE", "\xC3", "\t\n", "a\"b\"c", "-\"pain", "pain \"like a knife\" -\"not this\"");
    CAPTURE(typed);
    CHECK_NOTHROW(found(*clinic.store, typed));
    CHECK_NOTHROW(found(*clinic.store, typed + " " + typed + std::string(5000, 'x')));
    std::string many;
    for (int i = 0; i < 3000; ++i) {
        many += typed + std::to_string(i) + " ";
    }
    CHECK_NOTHROW(found(*clinic.store, many));
}

TEST_CASE("a text can't forge the index's own words", "[storage]") {
    OpenClinic clinic;
    auto session = aSession();
    session.note[0] = written("\xEE\x80\x80"
                              "mquadratuszulumborum \xEE\x80\x80"
                              "tlaser");
    clinic.store->sessions().begin(session);
    CHECK(found(*clinic.store, {.muscle = key<MuscleKey>("quadratus_lumborum")}).empty());
    CHECK(found(*clinic.store, {.technique = key<TechniqueKey>("laser")}).empty());
}

TEST_CASE("a hit shows words around the match, with the match marked", "[storage]") {
    OpenClinic clinic;
    auto session = aSession();
    session.note[0] = written(
        "Came by bicycle. The right hip was sore yesterday evening after gardening for hours and "
        "hours, then the knee joined in; Zo\xC3\xAB's remedy of a hot bath helped only a little, "
        "and nothing else did at all until the morning of the appointment itself.");
    session.note[3] = written("Heat.\nRest.");
    clinic.store->sessions().begin(session);
    const auto hitFor = [&](std::string text) {
        return clinic.store->sessions().search({.text = std::move(text)}).at(0);
    };
    const auto marked = [](const storage::SessionHit& hit) {
        std::vector<std::string> words;
        for (const auto& span : hit.matches) {
            words.push_back(hit.snippet.substr(span.begin, span.length));
        }
        return words;
    };
    const auto hit = hitFor("zoe hel");
    CHECK(hit.patientName == "Ana Kov\xC3\xA1"
                             "cs");
    CHECK(hit.startedAt == session.startedAt);
    CHECK_FALSE(hit.isSigned);
    CHECK(marked(hit) == std::vector<std::string>{"Zo\xC3\xAB", "helped"});
    CHECK(hit.snippet.size() < 200);
    CHECK(hit.snippet.starts_with("\xE2\x80\xA6"));
    CHECK(hit.snippet.ends_with("\xE2\x80\xA6"));
    CHECK(marked(hitFor("\"hot bath\"")) == std::vector<std::string>{"hot bath"});
    CHECK(hitFor("rest").snippet == "Heat. Rest.");
    CHECK(marked(hitFor("kovacs")).empty()); // the name stands beside the snippet
    CHECK(hitFor("kovacs").snippet.starts_with("Came by bicycle."));
}

SCENARIO("an index of words that can't be read any more is made again from the records",
         "[storage]") {
    OpenClinic clinic;
    clinic.store->sessions().begin(aFullSession(0));
    clinic.store.reset();
    GIVEN("a clinic of an older program, whose index FTS5 has left half packed") {
        {
            BackDoor door{clinic};
            door.run("UPDATE search_state SET version = 1");
            // Three levels; the first is being packed, the one it is packed into is empty.
            door.run("UPDATE session_fts_data SET block = x'00000001020101010101010000' "
                     "WHERE id = 10");
            CHECK_THROWS(door.run("SELECT rowid FROM session_fts WHERE session_fts MATCH 'pain'"));
        }
        const auto store = clinic.open();
        THEN("it can be searched and charted again, and verify is content") {
            CHECK(found(*store, "").size() == 1);
            store->sessions().begin(aSession(1));
            CHECK(store->verify().isSound());
        }
    }
    THEN("no part of an index is packed because much of it is deleted") {
        BackDoor door{clinic};
        for (const std::string index : {"session_fts", "patient_fts", "form_fts"}) {
            CHECK(door.ask("SELECT v FROM " + index + "_config WHERE k = 'deletemerge'") == "0");
        }
    }
    GIVEN("a clinic whose index has FTS5's own pages and too few words") {
        {
            BackDoor door{clinic};
            door.run("INSERT INTO session_fts (session_fts, rank) VALUES ('pgsz', 4050)");
            door.run("DELETE FROM session_fts");
            door.run("UPDATE search_state SET version = 3");
        }
        const auto store = clinic.open();
        THEN("they are made again, in small pages") {
            BackDoor door{clinic};
            CHECK(door.ask("SELECT v FROM session_fts_config WHERE k = 'pgsz'") == "976");
            CHECK(door.ask("SELECT v FROM session_fts_config WHERE k = 'automerge'") == "2");
            CHECK(door.ask("SELECT v FROM session_fts_config WHERE k = 'hashsize'") == "1048576");
            CHECK(found(*store, "").size() == 1);
            store->sessions().begin(aSession(1));
            CHECK(store->verify().isSound());
        }
    }
    GIVEN("a clinic whose index has the words of today in larger pages and more parts") {
        {
            BackDoor door{clinic};
            door.run("INSERT INTO session_fts (session_fts, rank) VALUES ('pgsz', 1000)");
            door.run("INSERT INTO patient_fts (patient_fts, rank) VALUES ('automerge', 4)");
            door.run("UPDATE search_state SET version = 5");
        }
        const auto before = BackDoor{clinic}.ask(
            "SELECT group_concat(hex(block)) FROM session_fts_data WHERE id > 10");
        const auto store = clinic.open();
        THEN("it takes the layout and is not made again") {
            BackDoor door{clinic};
            CHECK(door.ask("SELECT v FROM session_fts_config WHERE k = 'pgsz'") == "976");
            CHECK(door.ask("SELECT v FROM patient_fts_config WHERE k = 'automerge'") == "2");
            CHECK(door.ask("SELECT group_concat(hex(block)) FROM session_fts_data WHERE id > 10") ==
                  before);
            CHECK(found(*store, "").size() == 1);
            store->sessions().begin(aSession(1));
            CHECK(store->verify().isSound());
        }
    }
    THEN("the pages of its words are small") {
        BackDoor door{clinic};
        CHECK(door.ask("SELECT v FROM session_fts_config WHERE k = 'pgsz'") == "976");
    }
}

SCENARIO("whoever opens a clinic is told while its index is made anew, and may give up",
         "[storage]") {
    OpenClinic clinic;
    for (std::uint32_t number = 0; number < 3; ++number) {
        clinic.store->sessions().begin(aSession(number));
    }
    clinic.store.reset();
    std::vector<double> told;
    const auto opening = [&](bool goesOn) {
        return clinic.open({.whileIndexing = [&told, goesOn](double share) {
            told.push_back(share);
            return goesOn;
        }});
    };
    THEN("nothing is told of an index that is as it should be") {
        static_cast<void>(opening(true));
        CHECK(told.empty());
    }
    GIVEN("an index of an older program") {
        BackDoor{clinic}.run("UPDATE search_state SET version = 1");
        THEN("the share that is done rises to all of it") {
            const auto store = opening(true);
            REQUIRE(told.size() >= 2);
            CHECK(std::ranges::is_sorted(told));
            CHECK(told.front() > 0.0);
            CHECK(told.back() == 1.0);
            AND_THEN("a copy that is tried asks nobody any more") {
                told.clear();
                BackDoor{clinic}.run("UPDATE search_state SET version = 1");
                const auto copier = store->copier();
                const auto copy = copier->backUp(clinic.temp.path());
                static_cast<void>(copier->rehearse(copy.folder));
                CHECK(told.empty());
            }
        }
        THEN("given up, the clinic is as it was") {
            CHECK_THROWS_AS(opening(false), storage::WorkDropped);
            CHECK(told.size() == 1);
            CHECK(BackDoor{clinic}.ask("SELECT version FROM search_state") == "1");
            const auto store = clinic.open();
            CHECK(found(*store, "").size() == 3);
            CHECK(store->verify().isSound());
        }
    }
}

SCENARIO("an index in many parts is packed when the clinic is opened", "[storage]") {
    OpenClinic clinic;
    const auto parts = [&](const std::string& index) {
        BackDoor door{clinic};
        return std::stoi(door.ask("SELECT count(DISTINCT segid) FROM " + index + "_idx"));
    };
    for (std::uint32_t i = 0; i < 14; ++i) {
        auto other = aPatient();
        other.id = idOf<PatientId>(5000 + i);
        clinic.store->patients().add(other);
        clinic.store->sessions().begin(aSession(i));
    }
    const auto before = found(*clinic.store, "");
    clinic.store.reset();
    REQUIRE(parts("patient_fts") > 8);
    REQUIRE(parts("session_fts") > 8);

    const auto store = clinic.open();
    CHECK(parts("patient_fts") == 1);
    CHECK(parts("session_fts") <= 8);
    CHECK(found(*store, "") == before);
    CHECK(store->patients().search("Kov", 100).size() == 15);
    CHECK(store->verify().isSound());
}

} // namespace palpate::test
