// SPDX-License-Identifier: MIT
// Contact notes are written once; snippets belong to whoever keeps them.
#include "domain/Error.h"
#include "storage/TestClinic.h"
#include "support/Printing.h"

#include <catch2/catch_test_macros.hpp>
#include <catch2/matchers/catch_matchers_exception.hpp>
#include <catch2/matchers/catch_matchers_string.hpp>

namespace palpate::test {

namespace {

using Catch::Matchers::ContainsSubstring;
using Catch::Matchers::MessageMatches;
using storage::AuditKind;
using storage::AuditSubject;

[[nodiscard]] ContactNote aNote(std::uint32_t number = 0) {
    const auto at = kNow - std::chrono::hours{24 - number};
    return {.id = idOf<ContactNoteId>(850 + number),
            .caseId = aCase().id,
            .by = aPractitioner().id,
            .at = at,
            .writtenAt = at + std::chrono::hours{number},
            .kind = kContactKinds.at(number % kContactKinds.size()),
            .text = "Rang: worse since the stairs;\nshe will rest \\ and ring again."};
}

[[nodiscard]] Practitioner aColleague() {
    auto colleague = aPractitioner();
    colleague.id = idOf<PractitionerId>(2);
    colleague.userName = "lee";
    colleague.role = Role::Practitioner;
    return colleague;
}

} // namespace

TEST_CASE("contact notes of a case come back as they went in, newest first", "[storage]") {
    const OpenClinic clinic;
    auto& notes = clinic.store->contactNotes();
    for (const auto number : {1U, 3U, 0U, 2U}) {
        notes.add(aNote(number));
    }
    CHECK(notes.ofCase(aCase().id) == std::vector{aNote(3), aNote(2), aNote(1), aNote(0)});
    CHECK(notes.find(aNote(2).id) == aNote(2));
    CHECK_FALSE(notes.find(aNote(7).id).has_value());
    CHECK(notes.ofCase(aCase(5).id).empty());
    const auto row = clinic.store->audit().list({.limit = 1}).at(0);
    CHECK(row.kind == AuditKind::Create);
    CHECK(row.subject == AuditSubject::ContactNote);
    CHECK(row.patient == aPatient().id);
    CHECK_THAT(row.detail, ContainsSubstring("+kind letter\n"));
    CHECK_THAT(row.detail, ContainsSubstring("+text Rang: worse since the stairs;\\nshe"));
    CHECK(storage::parseAuditSubject("contact_note") == AuditSubject::ContactNote);
    CHECK(clinic.store->verify().isSound());

    auto stray = aNote(5);
    stray.caseId = aCase(5).id;
    CHECK_THROWS_AS(notes.add(stray), EditRefused);
    auto theirs = aNote(5);
    theirs.by = idOf<PractitionerId>(2);
    CHECK_THROWS_AS(notes.add(theirs), AccessDenied);
    CHECK_THROWS_AS(notes.add(aNote(1)), StorageError); // there already
    auto early = aNote(5);
    early.writtenAt = early.at - std::chrono::seconds{1};
    CHECK_THROWS_AS(notes.add(early), StorageError);
    CHECK(notes.ofCase(aCase().id).size() == 4);
}

TEST_CASE("nobody changes a contact note, not even past the room's doors", "[storage]") {
    const OpenClinic clinic;
    clinic.store->contactNotes().add(aNote());
    BackDoor door{clinic};
    const auto content = [&] {
        return door.ask("SELECT group_concat(no || hex(id) || at || text) FROM contact_note");
    };
    const auto before = content();
    for (const auto* sql :
         {"UPDATE contact_note SET text = 'all is well'", "UPDATE contact_note SET at = at",
          "UPDATE OR REPLACE contact_note SET kind = 'letter'", "DELETE FROM contact_note",
          "INSERT OR REPLACE INTO contact_note SELECT no, id, case_no, practitioner_no, at, "
          "written_at, kind, 'other' FROM contact_note",
          "INSERT OR REPLACE INTO contact_note SELECT no + 1, id, case_no, practitioner_no, at, "
          "written_at, kind, 'other' FROM contact_note",
          "REPLACE INTO contact_note (no, id, case_no, practitioner_no, at, written_at, kind, "
          "text) VALUES (1, zeroblob(16), 1, 1, 0, 0, 'letter', 'other')"}) {
        CAPTURE(sql);
        CHECK_THROWS_WITH(door.run(sql), ContainsSubstring("a contact note cannot be changed"));
        CHECK(content() == before);
    }
}

SCENARIO("each practitioner keeps their own snippets", "[storage]") {
    OpenClinic clinic;
    auto& mine = clinic.store->snippets();
    mine.add({"ql", "quadratus lumborum, "});
    mine.add({"Home", "Heat at home;\nstretch twice a day."});
    using Snippets = std::vector<Snippet>;
    const Snippets both{{"Home", "Heat at home;\nstretch twice a day."},
                        {"ql", "quadratus lumborum, "}};
    CHECK(mine.list() == both);

    THEN("a shortcut is taken whatever its case") {
        CHECK_THROWS_MATCHES(mine.add({"QL", "other"}), EditRefused,
                             MessageMatches(ContainsSubstring(";QL is taken")));
        CHECK_THROWS_AS(mine.change("ql", {"HOME", "other"}), EditRefused);
        CHECK(mine.list() == both);
    }
    THEN("it is changed and removed by its shortcut, whatever the case") {
        mine.change("QL", {"Ql", "right quadratus lumborum"});
        CHECK(mine.list().at(1) == Snippet{"Ql", "right quadratus lumborum"});
        CHECK(clinic.store->audit().list({.limit = 1}).at(0).detail ==
              "-snippet ql quadratus lumborum, \n+snippet Ql right quadratus lumborum\n");
        mine.remove("HOME");
        CHECK(mine.list().size() == 1);
        CHECK(clinic.store->audit().list({.limit = 1}).at(0).kind == AuditKind::Discard);
        CHECK_THROWS_AS(mine.remove("home"), EditRefused);
        CHECK_THROWS_AS(mine.change("home", {"home", "again"}), EditRefused);
    }
    THEN("a colleague has none of them") {
        clinic.store->practitioners().add(aColleague(), "another password",
                                          storage::KdfCost::forTests());
        const auto colleague = clinic.open("lee", "another password");
        CHECK(colleague->snippets().list().empty());
        colleague->snippets().add({"ql", "mine"});
        CHECK(mine.list() == both);
    }
    CHECK(clinic.store->verify().isSound());
}

} // namespace palpate::test
