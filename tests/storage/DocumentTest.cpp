// SPDX-License-Identifier: MIT
// What is kept beside the charts: documents and disclosures are written once, the clinic's own
// templates never lose an older text, and the letterhead is the owner's.
#include "domain/Error.h"
#include "storage/TestClinic.h"
#include "support/Printing.h"

#include <catch2/catch_test_macros.hpp>
#include <catch2/matchers/catch_matchers_exception.hpp>
#include <catch2/matchers/catch_matchers_string.hpp>

#include <algorithm>

namespace palpate::test {

namespace {

using Catch::Matchers::ContainsSubstring;
using Catch::Matchers::MessageMatches;
using storage::AuditKind;
using storage::AuditSubject;

/// The bytes of document `number`: every value a byte can have, a different length each.
[[nodiscard]] std::string bytesOf(std::uint32_t number) {
    std::string bytes = "%PDF-1.7\n";
    for (std::uint32_t i = 0; i < 300 + number; ++i) {
        bytes += static_cast<char>(i % 256);
    }
    return bytes;
}

[[nodiscard]] StoredDocument aDocument(std::uint32_t number = 0) {
    const auto bytes = bytesOf(number);
    return {.id = idOf<DocumentId>(900 + number),
            .patient = aPatient().id,
            .caseId = number % 2 == 0 ? std::optional{aCase().id} : std::nullopt,
            .origin = number % 2 == 0 ? DocumentOrigin::Produced : DocumentOrigin::Attached,
            .title = "Progress report,\n14 Oct to 23 Nov 2026",
            .fileName = "Kovács-Ana.pdf",
            .mediaType = "application/pdf",
            .templateName = number % 2 == 0 ? "progress-report" : "",
            .size = bytes.size(),
            .digest = storage::digestOf(bytes),
            .by = aPractitioner().id,
            .at = kNow + std::chrono::hours{number}};
}

[[nodiscard]] Disclosure aDisclosure(std::uint32_t number = 0) {
    return {.id = idOf<DisclosureId>(950 + number),
            .patient = aPatient().id,
            .caseId = number == 0 ? std::optional{aCase().id} : std::nullopt,
            .means = number == 0 ? DisclosureMeans::SavedFile : DisclosureMeans::Printed,
            .what = "Progress report, 14 Oct to 23 Nov 2026",
            .recipient = number == 0 ? "Dr M. Patel" : "",
            .purpose = number == 0 ? "second opinion; \\ asked for" : "",
            .document = number == 0 ? std::optional{aDocument().id} : std::nullopt,
            .digest = number == 0 ? std::optional{aDocument().digest} : std::nullopt,
            .by = aPractitioner().id,
            .at = kNow + std::chrono::hours{number}};
}

[[nodiscard]] ClinicTemplate aTemplate(std::string text, std::string name = "our-letter") {
    return {std::move(name), std::move(text), aPractitioner().id, kNow};
}

[[nodiscard]] storage::AuditEntry newest(storage::Store& store) {
    return store.audit().list({.limit = 1}).at(0);
}

void addColleague(storage::Store& store) {
    auto colleague = aPractitioner();
    colleague.id = idOf<PractitionerId>(2);
    colleague.userName = "lee";
    colleague.role = Role::Practitioner;
    store.practitioners().add(colleague, "another password", storage::KdfCost::forTests());
}

} // namespace

SCENARIO("documents come back as they were kept", "[storage]") {
    const OpenClinic clinic;
    auto& documents = clinic.store->documents();
    for (const auto number : {1U, 0U, 2U}) {
        documents.keep(aDocument(number), bytesOf(number));
    }
    CHECK(documents.ofPatient(aPatient().id) ==
          std::vector{aDocument(2), aDocument(1), aDocument(0)});
    CHECK(documents.find(aDocument(1).id) == aDocument(1));
    CHECK_FALSE(documents.find(aDocument(7).id).has_value());
    CHECK(documents.ofPatient(aPatient(5).id).empty());

    THEN("keeping leaves a row with all that is known of it") {
        const auto row = newest(*clinic.store);
        CHECK(row.kind == AuditKind::Create);
        CHECK(row.subject == AuditSubject::Document);
        CHECK(row.subjectId == aDocument(2).id.value());
        CHECK(row.patient == aPatient().id);
        CHECK_THAT(row.detail, ContainsSubstring("+title Progress report,\\n14 Oct"));
        CHECK_THAT(row.detail, ContainsSubstring("+digest " + storage::hexOf(aDocument(2).digest)));
    }
    THEN("looking at one is audited, and a copy about to leave is not: its disclosure is") {
        const auto before = newest(*clinic.store).seq;
        CHECK(documents.bytes(aDocument(1).id) == bytesOf(1));
        CHECK(newest(*clinic.store).seq == before);
        CHECK(documents.open(aDocument(1).id) == bytesOf(1));
        const auto row = newest(*clinic.store);
        CHECK(row.kind == AuditKind::View);
        CHECK(row.subject == AuditSubject::Document);
        CHECK(row.patient == aPatient().id);
    }
    THEN("what does not fit is refused, and nothing is kept") {
        auto wrong = aDocument(5);
        CHECK_THROWS_AS(documents.keep(wrong, bytesOf(4)), StorageError);
        wrong.size = 3;
        CHECK_THROWS_AS(documents.keep(wrong, bytesOf(5)), StorageError);
        auto stray = aDocument(4);
        stray.caseId = aCase(5).id;
        CHECK_THROWS_AS(documents.keep(stray, bytesOf(4)), EditRefused);
        stray = aDocument(5);
        stray.patient = aPatient(5).id;
        CHECK_THROWS_AS(documents.keep(stray, bytesOf(5)), EditRefused);
        auto theirs = aDocument(5);
        theirs.by = idOf<PractitionerId>(2);
        CHECK_THROWS_AS(documents.keep(theirs, bytesOf(5)), AccessDenied);
        CHECK_THROWS_AS(documents.keep(aDocument(1), bytesOf(1)), StorageError); // there already
        CHECK(documents.ofPatient(aPatient().id).size() == 3);
        CHECK_THROWS_MATCHES(documents.open(aDocument(7).id), StorageError,
                             MessageMatches(ContainsSubstring("not in this clinic")));
    }
    CHECK(clinic.store->verify().isSound());
}

TEST_CASE("the largest document is kept, and one byte more is refused by the database",
          "[storage]") {
    const OpenClinic clinic;
    const std::string bytes(kLargestDocument, '\x7F');
    auto large = aDocument();
    large.size = bytes.size();
    large.digest = storage::digestOf(bytes);
    clinic.store->documents().keep(large, bytes);
    const bool same = clinic.store->documents().bytes(large.id) == bytes; // not spelled out
    CHECK(same);
    const auto more = bytes + '!';
    auto larger = aDocument(2);
    larger.size = more.size();
    larger.digest = storage::digestOf(more);
    CHECK_THROWS_AS(clinic.store->documents().keep(larger, more), StorageError);
    CHECK(clinic.store->documents().ofPatient(aPatient().id).size() == 1);
}

TEST_CASE("bytes that are no longer those that were kept are never handed out", "[storage]") {
    const OpenClinic clinic;
    clinic.store->documents().keep(aDocument(), bytesOf(0));
    BackDoor door{clinic};
    dropTriggers(door);
    SECTION("changed") {
        door.run("UPDATE document_content SET content = zeroblob(4)");
    }
    SECTION("gone") {
        door.run("DELETE FROM document_content");
    }
    CHECK_THROWS_MATCHES(clinic.store->documents().open(aDocument().id), StorageError,
                         MessageMatches(ContainsSubstring("not as it was kept")));
    CHECK_THROWS_AS(clinic.store->documents().bytes(aDocument().id), StorageError);
}

SCENARIO("disclosures are recorded for good, with their row in the trail", "[storage]") {
    const OpenClinic clinic;
    clinic.store->documents().keep(aDocument(), bytesOf(0));
    auto& disclosures = clinic.store->disclosures();
    disclosures.add(aDisclosure(0));
    auto row = newest(*clinic.store);
    CHECK(row.kind == AuditKind::Export);
    CHECK(row.subject == AuditSubject::Disclosure);
    CHECK(row.patient == aPatient().id);
    CHECK_THAT(row.detail, ContainsSubstring("+recipient Dr M. Patel\n"));
    CHECK_THAT(row.detail, ContainsSubstring("+purpose second opinion; \\\\ asked for\n"));
    disclosures.add(aDisclosure(1));
    row = newest(*clinic.store);
    CHECK(row.kind == AuditKind::Print);
    CHECK_THAT(row.detail, ContainsSubstring("+document -\n+digest -\n"));
    CHECK(disclosures.ofPatient(aPatient().id) == std::vector{aDisclosure(1), aDisclosure(0)});
    CHECK(disclosures.find(aDisclosure(0).id) == aDisclosure(0));
    CHECK_FALSE(disclosures.find(aDisclosure(7).id).has_value());

    auto wrong = aDisclosure(2);
    wrong.by = idOf<PractitionerId>(2);
    CHECK_THROWS_AS(disclosures.add(wrong), AccessDenied);
    wrong = aDisclosure(2);
    wrong.document = idOf<DocumentId>(5);
    CHECK_THROWS_AS(disclosures.add(wrong), EditRefused);
    wrong = aDisclosure(2);
    wrong.caseId = aCase(5).id;
    CHECK_THROWS_AS(disclosures.add(wrong), EditRefused);
    CHECK_THROWS_AS(disclosures.add(aDisclosure(1)), StorageError); // there already
    CHECK(disclosures.ofPatient(aPatient().id).size() == 2);
    CHECK(clinic.store->verify().isSound());
}

TEST_CASE("nobody changes what was kept or disclosed, not even past the room's doors",
          "[storage]") {
    const OpenClinic clinic;
    clinic.store->documents().keep(aDocument(), bytesOf(0));
    clinic.store->documents().keep(aDocument(1), bytesOf(1));
    clinic.store->disclosures().add(aDisclosure());
    clinic.store->templates().store(aTemplate("---\ntitle: A\n---\nfirst"));
    BackDoor door{clinic};
    const auto content = [&] {
        return door.ask(
            "SELECT (SELECT group_concat(no || hex(id) || title || hex(digest)) FROM document) || "
            "(SELECT group_concat(document_no || hex(content)) FROM document_content) || "
            "(SELECT group_concat(no || hex(id) || recipient || at) FROM disclosure) || "
            "(SELECT group_concat(no || name || text) FROM clinic_template)");
    };
    const auto before = content();
    for (const auto* sql :
         {"UPDATE document SET title = 'other'", "UPDATE document SET at = at",
          "UPDATE OR REPLACE document SET no = 2 WHERE no = 1", "DELETE FROM document",
          "INSERT OR REPLACE INTO document SELECT no, id, patient_no, case_no, origin, 'other', "
          "file_name, media_type, template, size, digest, practitioner_no, at FROM document",
          "INSERT OR REPLACE INTO document SELECT no + 7, id, patient_no, case_no, origin, "
          "'other', file_name, media_type, template, size, digest, practitioner_no, at FROM "
          "document",
          "UPDATE document_content SET content = x'00'", "DELETE FROM document_content",
          "UPDATE OR REPLACE document_content SET document_no = 1 WHERE document_no = 2",
          "INSERT OR REPLACE INTO document_content SELECT document_no, content FROM "
          "document_content",
          "UPDATE disclosure SET recipient = 'nobody'", "UPDATE disclosure SET at = at",
          "DELETE FROM disclosure",
          "INSERT OR REPLACE INTO disclosure SELECT no, id, patient_no, case_no, means, what, "
          "'nobody', purpose, document_no, digest, practitioner_no, at FROM disclosure",
          "INSERT OR REPLACE INTO disclosure SELECT no + 7, id, patient_no, case_no, means, what, "
          "'nobody', purpose, document_no, digest, practitioner_no, at FROM disclosure",
          "UPDATE clinic_template SET text = 'other'", "DELETE FROM clinic_template",
          "INSERT OR REPLACE INTO clinic_template SELECT no, name, 'other', practitioner_no, at "
          "FROM clinic_template"}) {
        CAPTURE(sql);
        CHECK_THROWS_WITH(door.run(sql), ContainsSubstring("cannot be changed"));
        CHECK(content() == before);
    }
    CHECK_THROWS_WITH(
        door.run("INSERT INTO document SELECT 9, zeroblob(16), patient_no, case_no, origin, title, "
                 "file_name, media_type, template, 3, digest, practitioner_no, at FROM document "
                 "LIMIT 1; INSERT INTO document_content VALUES (9, x'00')"),
        ContainsSubstring("the size of its document"));
    clinic.store->patients().add(aPatient(1));
    CHECK_THROWS_WITH(
        door.run("INSERT INTO disclosure SELECT 9, zeroblob(16), 2, case_no, means, what, "
                 "recipient, purpose, NULL, NULL, practitioner_no, at FROM disclosure"),
        ContainsSubstring("belongs to the patient of its case"));
}

SCENARIO("documents and disclosures of merged records stand in the one that goes on", "[storage]") {
    const OpenClinic clinic;
    auto& store = *clinic.store;
    store.patients().add(aPatient(1));
    auto hers = aDocument(1);
    hers.patient = aPatient(1).id;
    auto disclosed = aDisclosure(1);
    disclosed.patient = aPatient(1).id;
    store.documents().keep(aDocument(0), bytesOf(0));
    store.documents().keep(hers, bytesOf(1));
    store.disclosures().add(aDisclosure(0));
    store.disclosures().add(disclosed);
    store.patients().merge(aPatient(1).id, aPatient().id);
    CHECK(store.documents().ofPatient(aPatient().id) == std::vector{hers, aDocument(0)});
    CHECK(store.disclosures().ofPatient(aPatient().id) == std::vector{disclosed, aDisclosure(0)});
    store.patients().unmerge(aPatient(1).id);
    CHECK(store.documents().ofPatient(aPatient().id) == std::vector{aDocument(0)});
    CHECK(store.disclosures().ofPatient(aPatient(1).id) == std::vector{disclosed});
    CHECK(store.verify().isSound());
}

TEST_CASE("a full disk keeps no document and no part of one", "[storage]") {
    TestClinic clinic;
    clinic.open()->patients().add(aPatient());
    clinic.open()->cases().add(aCase());
    const auto pages =
        static_cast<std::uint32_t>(std::filesystem::file_size(clinic.database()) / 4096);
    auto store = clinic.open({.pageLimit = pages + 8});
    const std::string bytes(200'000, 'x');
    auto large = aDocument();
    large.size = bytes.size();
    large.digest = storage::digestOf(bytes);
    CHECK_THROWS_MATCHES(store->documents().keep(large, bytes), StorageError,
                         MessageMatches(ContainsSubstring("The disk is full")));
    CHECK(store->documents().ofPatient(aPatient().id).empty());
    CHECK(newest(*store).subject != AuditSubject::Document);
    store->documents().keep(aDocument(1), bytesOf(1)); // a small one still fits
    store = clinic.open();
    CHECK(store->verify().isSound());
    CHECK_NOTHROW(store->documents().keep(large, bytes));
}

SCENARIO("a clinic's own templates are kept with all that they were", "[storage]") {
    const OpenClinic clinic;
    auto& templates = clinic.store->templates();
    CHECK(templates.list().empty());
    const auto first = aTemplate("---\ntitle: Our letter\n---\nDear {{patient.name}}");
    templates.store(first);
    CHECK(newest(*clinic.store).kind == AuditKind::Create);
    CHECK(newest(*clinic.store).subject == AuditSubject::Template);
    CHECK_THAT(newest(*clinic.store).detail, ContainsSubstring("+template our-letter digest "));
    const auto other = aTemplate("Another", "a-note");
    templates.store(other);
    const auto second = aTemplate("---\ntitle: Our letter\n---\nGood day");
    templates.store(second);
    CHECK(newest(*clinic.store).kind == AuditKind::Change);
    CHECK(templates.list() == std::vector{other, second});
    CHECK(templates.find("our-letter") == second);
    CHECK_FALSE(templates.find("no-such").has_value());

    THEN("storing the same again writes nothing") {
        const auto before = newest(*clinic.store).seq;
        templates.store(second);
        CHECK(newest(*clinic.store).seq == before);
        CHECK(templates.history("our-letter").size() == 2);
    }
    THEN("a removed one is out of use, its history stays, and it may come again") {
        templates.remove("our-letter");
        CHECK(newest(*clinic.store).kind == AuditKind::Discard);
        CHECK(templates.list() == std::vector{other});
        CHECK_FALSE(templates.find("our-letter").has_value());
        const auto history = templates.history("our-letter");
        REQUIRE(history.size() == 3);
        CHECK_FALSE(history[0].text.has_value());
        CHECK(history[1].text == second.text);
        CHECK(history[2].text == first.text);
        CHECK_THROWS_AS(templates.remove("our-letter"), EditRefused);
        templates.store(first);
        CHECK(templates.find("our-letter") == first);
        CHECK(templates.history("our-letter").size() == 4);
    }
    THEN("only an owner stores and removes, and everybody reads") {
        addColleague(*clinic.store);
        const auto colleague = clinic.open("lee", "another password");
        auto theirs = aTemplate("mine");
        theirs.by = idOf<PractitionerId>(2);
        CHECK_THROWS_AS(colleague->templates().store(theirs), AccessDenied);
        CHECK_THROWS_AS(colleague->templates().remove("our-letter"), AccessDenied);
        CHECK_THROWS_AS(templates.store(theirs), AccessDenied);
        CHECK(colleague->templates().find("our-letter") == second);
    }
    THEN("a name that is none is refused by the database too") {
        for (const auto* name : {"", "Our Letter", "../letter", "letter.md"}) {
            CAPTURE(name);
            CHECK_THROWS_AS(templates.store(aTemplate("text", name)), StorageError);
        }
    }
    CHECK(clinic.store->verify().isSound());
}

SCENARIO("the letterhead is the owner's to set", "[storage]") {
    const OpenClinic clinic;
    auto& store = *clinic.store;
    CHECK(store.letterhead() == Letterhead{});
    const Letterhead letterhead{.email = "desk@northside.example",
                                .website = "northside.example",
                                .paper = PaperFormat::Letter,
                                .accent = 0x1F6F63,
                                .logo = std::string{"\x89PNG\0\xFF", 6}};
    store.setLetterhead(letterhead);
    CHECK(store.letterhead() == letterhead);
    const auto row = newest(store);
    CHECK(row.kind == AuditKind::Change);
    CHECK(row.subject == AuditSubject::Clinic);
    CHECK_THAT(row.detail, ContainsSubstring("-logo -\n"));
    CHECK_THAT(row.detail, ContainsSubstring("+paper letter\n"));
    CHECK_THAT(row.detail, ContainsSubstring("+logo 6 digest "));
    store.setLetterhead(letterhead);
    CHECK(newest(store).seq == row.seq);
    store.setLetterhead({});
    CHECK(store.letterhead() == Letterhead{});
    addColleague(store);
    const auto colleague = clinic.open("lee", "another password");
    CHECK_THROWS_AS(colleague->setLetterhead(letterhead), AccessDenied);
    CHECK(colleague->letterhead() == Letterhead{});
    CHECK(store.verify().isSound());
}

TEST_CASE("documents, disclosures and templates are covered by one transaction with what belongs "
          "to them",
          "[storage]") {
    const OpenClinic clinic;
    auto& store = *clinic.store;
    CHECK_THROWS_AS(store.atomically([&] {
        store.documents().keep(aDocument(), bytesOf(0));
        store.disclosures().add(aDisclosure(0));
        throw ReportError{{"the file can't be written", {}}};
    }),
                    ReportError);
    CHECK(store.documents().ofPatient(aPatient().id).empty());
    CHECK(store.disclosures().ofPatient(aPatient().id).empty());
    CHECK(store.verify().isSound());
}

} // namespace palpate::test
