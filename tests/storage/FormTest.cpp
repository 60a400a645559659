// SPDX-License-Identifier: MIT
// Forms filled in: kept while they are, frozen once they are completed, never removed.
#include "domain/Error.h"
#include "storage/TestForms.h"

#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>
#include <catch2/matchers/catch_matchers_exception.hpp>
#include <catch2/matchers/catch_matchers_string.hpp>

namespace palpate::test {

namespace {

using Catch::Matchers::ContainsSubstring;
using Catch::Matchers::MessageMatches;
using storage::AuditKind;
using storage::AuditSubject;

[[nodiscard]] FormAnswers answered(const std::string& words) {
    auto answers = someAnswers();
    answers.items.push_back({"more", "Anything else?", {{words, {}}}, {}});
    return answers;
}

} // namespace

SCENARIO("a form is begun, filled in, completed and read back as it was answered", "[storage]") {
    const OpenClinic clinic;
    auto& forms = clinic.store->forms();
    forms.begin(aForm());
    auto row = newestRow(*clinic.store);
    CHECK(row.kind == AuditKind::Create);
    CHECK(row.subject == AuditSubject::Form);
    CHECK(row.subjectId == aForm().id.value());
    CHECK(row.patient == aPatient().id);
    CHECK_THAT(row.detail, ContainsSubstring("+title First visit, low back\n"));
    const bool same = forms.find(aForm().id) == aForm(); // not spelled out
    CHECK(same);

    forms.keep(aForm().id, answered("one"), someAnswers());
    forms.keep(aForm().id, answered("two"), answered("one"));
    CHECK(newestRow(*clinic.store).seq == row.seq); // not audited one by one
    const bool isKept = forms.find(aForm().id)->answers == answered("two");
    CHECK(isKept);

    const auto record = completed(aForm());
    forms.complete(record, {});
    const bool isCompleted = forms.find(record.id) == record;
    CHECK(isCompleted);
    row = newestRow(*clinic.store);
    CHECK(row.kind == AuditKind::Complete);
    CHECK_THAT(row.detail, ContainsSubstring("+measure nprs\n+score 6.333333333333333\n"));
    CHECK_THAT(row.detail, ContainsSubstring("+digest "));

    THEN("looking at it is audited, finding it is not") {
        static_cast<void>(forms.ofPatient(aPatient().id));
        CHECK(newestRow(*clinic.store).seq == row.seq);
        const bool isOpened = forms.open(record.id) == record;
        CHECK(isOpened);
        CHECK(newestRow(*clinic.store).kind == AuditKind::View);
        CHECK(newestRow(*clinic.store).patient == aPatient().id);
    }
    THEN("it takes nothing more") {
        CHECK_THROWS_AS(forms.keep(record.id, answered("three"), record.answers), RecordChanged);
        CHECK_THROWS_AS(forms.complete(record, {}), EditRefused);
        CHECK_THROWS_AS(forms.putAway(record.id), EditRefused);
        const bool isAsBefore = forms.find(record.id) == record;
        CHECK(isAsBefore);
    }
    CHECK(clinic.store->verify().isSound());
}

SCENARIO("who fills a form in is kept while it is filled in", "[storage]") {
    const OpenClinic clinic;
    auto& forms = clinic.store->forms();
    auto record = aForm();
    record.filledBy = FilledBy::Practitioner;
    forms.begin(record);
    forms.setFilledBy(record.id, FilledBy::Patient);
    record.filledBy = FilledBy::Patient;
    const bool isTold = forms.find(record.id) == record; // nothing else has changed
    CHECK(isTold);
    WHEN("it is put away") {
        forms.putAway(record.id);
        CHECK_THROWS_AS(forms.setFilledBy(record.id, FilledBy::Practitioner), RecordChanged);
    }
    WHEN("it is completed") {
        forms.complete(completed(record), {});
        CHECK_THROWS_AS(forms.setFilledBy(record.id, FilledBy::Practitioner), RecordChanged);
    }
    CHECK(forms.find(record.id)->filledBy == FilledBy::Patient);
    CHECK_THROWS_AS(forms.setFilledBy(aForm(7).id, FilledBy::Patient), EditRefused);
    CHECK(clinic.store->verify().isSound());
}

SCENARIO("the forms of a patient are listed newest first, those put away left out", "[storage]") {
    const OpenClinic clinic;
    auto& forms = clinic.store->forms();
    for (const auto number : {0U, 2U, 1U}) {
        forms.begin(aForm(number));
    }
    const auto ids = [&](const PatientId& patient) {
        std::vector<FormRecordId> out;
        for (const auto& record : forms.ofPatient(patient)) {
            out.push_back(record.id);
        }
        return out;
    };
    CHECK(ids(aPatient().id) == std::vector{aForm(2).id, aForm(1).id, aForm(0).id});

    WHEN("the oldest is completed last") {
        auto late = completed(aForm(0));
        late.completed = kNow + std::chrono::hours{5};
        forms.complete(late, {});
        CHECK(ids(aPatient().id) == std::vector{aForm(0).id, aForm(2).id, aForm(1).id});
    }
    WHEN("one is put away") {
        forms.putAway(aForm(1).id);
        const auto row = newestRow(*clinic.store);
        CHECK(row.kind == AuditKind::Discard);
        CHECK(row.subjectId == aForm(1).id.value());
        CHECK(ids(aPatient().id) == std::vector{aForm(2).id, aForm(0).id});
        THEN("its answers stay, and it takes nothing more") {
            const bool isThere = forms.find(aForm(1).id) == aForm(1);
            CHECK(isThere);
            CHECK_THROWS_AS(forms.keep(aForm(1).id, answered("x"), someAnswers()), RecordChanged);
            CHECK_THROWS_AS(forms.complete(completed(aForm(1)), {}), EditRefused);
            CHECK_THROWS_AS(forms.putAway(aForm(1).id), EditRefused);
        }
    }
    WHEN("the record is merged into another") {
        clinic.store->patients().add(aPatient(1));
        clinic.store->patients().merge(aPatient().id, aPatient(1).id);
        CHECK(ids(aPatient(1).id) == std::vector{aForm(2).id, aForm(1).id, aForm(0).id});
        CHECK(forms.ofPatient(aPatient(1).id).front().patient == aPatient().id);
    }
    CHECK(clinic.store->verify().isSound());
}

TEST_CASE("two programs that fill in one form do not write over each other", "[storage]") {
    const OpenClinic clinic;
    const auto other = clinic.open();
    auto& here = clinic.store->forms();
    auto& there = other->forms();
    here.begin(aForm());
    there.keep(aForm().id, answered("there"), someAnswers());
    CHECK_THROWS_MATCHES(here.keep(aForm().id, answered("here"), someAnswers()), RecordChanged,
                         MessageMatches(ContainsSubstring("nothing was stored")));
    CHECK_THROWS_AS(here.complete(completed(aForm()), {}, someAnswers()), RecordChanged);
    const bool isTheirs = here.find(aForm().id)->answers == answered("there");
    CHECK(isTheirs);
    there.complete(completed(aForm()), {}, answered("there"));
    CHECK_THROWS_MATCHES(here.keep(aForm().id, answered("here"), answered("there")), RecordChanged,
                         MessageMatches(ContainsSubstring("completed")));
    const bool isCompleted = here.find(aForm().id) == completed(aForm());
    CHECK(isCompleted);
}

TEST_CASE("a form that does not fit is refused, and nothing of it is stored", "[storage]") {
    const OpenClinic clinic;
    auto& forms = clinic.store->forms();
    auto wrong = aForm();
    wrong.by = idOf<PractitionerId>(2);
    CHECK_THROWS_AS(forms.begin(wrong), AccessDenied);
    wrong = aForm(1);
    wrong.patient = aPatient(5).id;
    CHECK_THROWS_AS(forms.begin(wrong), EditRefused);
    wrong = aForm();
    wrong.caseId = aCase(5).id;
    CHECK_THROWS_AS(forms.begin(wrong), EditRefused);
    wrong = aForm();
    wrong.session = aSession(5).id;
    CHECK_THROWS_AS(forms.begin(wrong), EditRefused);
    CHECK_THROWS_AS(forms.begin(completed(aForm())), EditRefused);
    CHECK(forms.ofPatient(aPatient().id).empty());

    forms.begin(aForm());
    CHECK_THROWS_AS(forms.begin(aForm()), StorageError); // there already
    CHECK_THROWS_AS(forms.complete(aForm(), {}), EditRefused);
    CHECK_THROWS_AS(forms.complete(completed(aForm(1)), {}), EditRefused);
    wrong = completed(aForm());
    wrong.answers.formUrl = "https://example.org/another";
    CHECK_THROWS_AS(forms.complete(wrong, {}), EditRefused);
    CHECK_THROWS_AS(forms.keep(aForm().id, wrong.answers, someAnswers()), EditRefused);
    auto unreal = someAnswers();
    unreal.items[2].answers[0].value = std::numeric_limits<double>::infinity();
    CHECK_THROWS_AS(forms.keep(aForm().id, unreal, someAnswers()), StorageError);
    unreal = someAnswers();
    unreal.items[5].answers[0].value = std::string{"\xFF"};
    CHECK_THROWS_AS(forms.keep(aForm().id, unreal, someAnswers()), StorageError);
    CHECK_THROWS_AS(forms.open(aForm(7).id), StorageError);
    const bool isAsBegun = forms.find(aForm().id) == aForm();
    CHECK(isAsBegun);
    auto stray = aFlag();
    stray.patient = aPatient(5).id;
    CHECK_THROWS_AS(forms.complete(completed(aForm()), std::vector{stray}), EditRefused);
    const bool isStillBegun = forms.find(aForm().id) == aForm(); // all or nothing
    CHECK(isStillBegun);
    CHECK(clinic.store->verify().isSound());
}

TEST_CASE("a form outlives the draft of the session in which it was asked", "[storage]") {
    const OpenClinic clinic;
    clinic.store->sessions().begin(aSession());
    auto record = aForm();
    record.session = aSession().id;
    auto flag = aFlag();
    flag.session = aSession().id;
    clinic.store->forms().begin(record);
    clinic.store->forms().complete(completed(record), std::vector{flag});
    clinic.store->sessions().discardDraft(aSession().id);
    const bool isThere = clinic.store->forms().find(record.id) == completed(record);
    CHECK(isThere);
    CHECK(clinic.store->screenings().find(flag.id) == flag);
    clinic.store->screenings().add(flag.id, aDeed());
    CHECK(clinic.store->verify().isSound());
}

TEST_CASE("nobody changes a form that was completed or put away, not even past the room's doors",
          "[storage]") {
    const OpenClinic clinic;
    auto& forms = clinic.store->forms();
    forms.begin(aForm(0));
    forms.complete(completed(aForm(0)), {});
    forms.begin(aForm(1));
    forms.putAway(aForm(1).id);
    forms.begin(aForm(2));
    BackDoor door{clinic};
    const auto content = [&] {
        return door.ask("SELECT group_concat(no || hex(id) || search_key || patient_no || title || "
                        "answers || ifnull(completed_at, '-') || ifnull(score, '-')) FROM "
                        "form_record");
    };
    const auto before = content();
    const std::string all = "no, id, search_key, patient_no, case_no, session, 'other', form_url, "
                            "form_version, answers, filled_by, practitioner_no, begun_at, NULL, "
                            "NULL, measure, score, NULL FROM form_record WHERE no < 3";
    const std::string attack = GENERATE_COPY(
        as<std::string>{}, "UPDATE form_record SET answers = '[]' WHERE no = 1",
        "UPDATE form_record SET title = title WHERE no = 1",
        "UPDATE form_record SET completed_at = NULL, digest = NULL WHERE no = 1",
        "UPDATE form_record SET put_away_at = NULL, digest = NULL WHERE no = 2",
        "UPDATE OR REPLACE form_record SET search_key = (SELECT search_key FROM form_record WHERE "
        "no = 1) WHERE no = 3",
        "UPDATE OR REPLACE form_record SET no = 1 WHERE no = 3",
        "UPDATE form_record SET begun_at = begun_at - 1 WHERE no = 3",
        "UPDATE form_record SET form_url = 'x' WHERE no = 3",
        "DELETE FROM form_record WHERE no = 1", "DELETE FROM form_record WHERE no = 3",
        "INSERT OR REPLACE INTO form_record SELECT " + all,
        "INSERT OR REPLACE INTO form_record SELECT 7 + " + all,
        "INSERT INTO form_record SELECT no + 9, randomblob(16), search_key + 9, patient_no, NULL, "
        "NULL, 'other', form_url, '', '[]', filled_by, practitioner_no, begun_at, begun_at, NULL, "
        "'', NULL, zeroblob(32) FROM form_record WHERE no = 1");
    CAPTURE(attack);
    CHECK_THROWS_WITH(door.run(attack), ContainsSubstring("a form "));
    CHECK(content() == before);
}

} // namespace palpate::test
