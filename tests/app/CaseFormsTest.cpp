// SPDX-License-Identifier: MIT
// The forms of patients and cases: typed texts to values and back, one sentence a problem, nobody's
// change lost.
#include "app/OpenClinic.h"
#include "app/RecordForms.h"
#include "domain/Error.h"
#include "storage/Store.h"
#include "support/Printing.h"
#include "support/Shown.h"

#include <catch2/catch_test_macros.hpp>
#include <catch2/matchers/catch_matchers_exception.hpp>
#include <catch2/matchers/catch_matchers_string.hpp>

namespace palpate::app {

using Catch::Matchers::ContainsSubstring;
using Catch::Matchers::MessageMatches;
using Sentences = std::vector<std::string>;
using test::shownAll;

namespace {

[[nodiscard]] PatientForm aFullForm() {
    PatientForm form;
    form.familyName = " Kovács ";
    form.givenName = "Ana";
    form.birthDate = "9.3.1984";
    form.preferredName = "Ani ";
    form.gender = "woman";
    form.address = "3 Elm Row, London";
    form.hand = Hand::Left;
    form.emergency = {" Béla ", "husband", "020 7946 0100"};
    form.physician = {"Dr Lee", "Mill Lane Surgery", ""};
    form.allergiesAnswer = AllergyAnswer::Listed;
    form.allergies = {{" latex", "rash"}, {" ", ""}}; // a line left empty
    form.consents = {{.id = {}, .scope = "dry needling", .given = "19 Oct 2026", .note = " "},
                     {}}; // another
    return form;
}

[[nodiscard]] CaseForm aFullCaseForm() {
    CaseForm form;
    form.complaint = "Low back pain, right";
    form.onsetAbout = "in spring 2024";
    form.onsetNote = "lifting a box";
    form.diagnosis = "m5459";
    form.furtherDiagnoses = {"M79.18 Myalgia, other site", " "};
    form.goals = {{.id = {},
                   .text = "sit through a lesson",
                   .measure = "sitting",
                   .target = "60 min",
                   .by = "24.12.2026"},
                  {}};
    form.visitsPerWeek = "1,5";
    form.weeks = " 6 ";
    form.techniques = {test::key<TechniqueKey>("pressure_release")};
    return form;
}

} // namespace

SCENARIO("the whole record of a patient is stored as typed") {
    test::OpenClinic clinic;
    REQUIRE(problems(aFullForm(), *clinic).empty());
    const auto id = addPatient(*clinic, aFullForm());
    const auto stored = *clinic->store().patients().find(id);
    CHECK(stored.preferredName == "Ani");
    CHECK(stored.hand == Hand::Left);
    CHECK(stored.emergency == Contact{"Béla", "husband", "020 7946 0100"});
    CHECK(stored.allergies == std::vector<Allergy>{Allergy{"latex", "rash"}});
    REQUIRE(stored.consents.size() == 1);
    CHECK(stored.consents[0].given == parseIsoDate("2026-10-19"));
    CHECK_FALSE(stored.consents[0].withdrawn.has_value());

    THEN("opened and stored again it is the same, with the same consent") {
        const auto rows = clinic->store().audit().list({.limit = 1000}).size();
        updatePatient(*clinic, stored, formOf(stored));
        CHECK(clinic->store().patients().find(id) == stored);
        CHECK(clinic->store().audit().list({.limit = 1000}).size() == rows);
    }
    THEN("a consent can be withdrawn") {
        auto form = formOf(stored);
        form.consents[0].withdrawn = "23.11.2026";
        updatePatient(*clinic, stored, form);
        const auto after = *clinic->store().patients().find(id);
        CHECK(after.consents[0].id == stored.consents[0].id);
        CHECK(after.consents[0].withdrawn == test::kToday);
    }
    THEN("but not left out") {
        auto form = formOf(stored);
        form.consents.clear();
        CHECK_THROWS_MATCHES(updatePatient(*clinic, stored, form), EditRefused,
                             MessageMatches(ContainsSubstring("withdraw it instead")));
    }
    THEN("archive and merging are not undone by a change of the form") {
        clinic->store().patients().archive(id);
        const auto archived = *clinic->store().patients().find(id);
        auto form = formOf(archived);
        form.phone = "1";
        updatePatient(*clinic, archived, form);
        CHECK(clinic->store().patients().find(id)->archived);
        clinic->store().patients().merge(id, clinic.patient());
        const auto merged = *clinic->store().patients().find(id);
        form.phone = "2";
        updatePatient(*clinic, merged, form);
        CHECK(clinic->store().patients().find(id)->mergedInto == clinic.patient());
    }
    THEN("a change that somebody made meanwhile is not written over") {
        auto theirs = formOf(stored);
        theirs.phone = "020 7946 0300";
        updatePatient(*clinic, stored, theirs);
        auto mine = formOf(stored);
        mine.occupation = "headteacher";
        CHECK_THROWS_MATCHES(updatePatient(*clinic, stored, mine), RecordChanged,
                             MessageMatches(ContainsSubstring("D. Okafor has changed")));
        CHECK(clinic->store().patients().find(id)->phone == "020 7946 0300");
        CHECK(clinic->store().patients().find(id)->occupation.empty());
    }
}

SCENARIO("allergies not known, none and listed are three answers") {
    test::OpenClinic clinic;
    auto form = aFullForm();
    form.allergiesAnswer = AllergyAnswer::NotKnown; // what was listed before is not kept
    const auto unknown = addPatient(*clinic, form);
    CHECK_FALSE(clinic->store().patients().find(unknown)->allergies.has_value());
    form.allergiesAnswer = AllergyAnswer::None;
    const auto none = addPatient(*clinic, form);
    CHECK(clinic->store().patients().find(none)->allergies == std::vector<Allergy>{});
    CHECK(formOf(*clinic->store().patients().find(none)).allergiesAnswer == AllergyAnswer::None);
    form.allergiesAnswer = AllergyAnswer::Listed;
    form.allergies = {{" ", " "}, {"", ""}};
    CHECK(shownAll(problems(form, *clinic)) ==
          Sentences{"Allergies: none is listed; name one, or say that there are none."});
}

SCENARIO("each slip in a patient's form is one sentence") {
    test::OpenClinic clinic;
    auto form = aFullForm();
    form.consents[0].given = "";
    CHECK(shownAll(problems(form, *clinic)) ==
          Sentences{"Consent: its day is missing; type when it was given."});
    form.consents[0].given = "soon";
    CHECK(shownAll(problems(form, *clinic)) ==
          Sentences{"Consent: is not a date; type it as 14.3.1980 or 1980-03-14."});
    form.consents[0].given = "19 Oct 2026";
    form.consents[0].withdrawn = "31.2.2026";
    CHECK(shownAll(problems(form, *clinic)) ==
          Sentences{"Consent withdrawn: is not a date; type it as 14.3.1980 or 1980-03-14."});
    form.consents[0].withdrawn = "18 Oct 2026";
    CHECK_THAT(shownAll(problems(form, *clinic)).at(0), ContainsSubstring("before it was given"));
    CHECK_THROWS_AS(addPatient(*clinic, form), EditRefused);
    CHECK(clinic->store().patients().count() == 1);
}

SCENARIO("the whole record of a case is stored as typed") {
    test::OpenClinic clinic;
    REQUIRE(problems(aFullCaseForm(), *clinic).empty());
    const auto id = addCase(*clinic, clinic.patient(), aFullCaseForm());
    const auto stored = *clinic->store().cases().find(id);
    CHECK(stored.onsetAbout == "in spring 2024");
    CHECK(stored.diagnosisCode == "M54.59");
    CHECK(stored.furtherDiagnoses == Sentences{"M79.18"});
    REQUIRE(stored.goals.size() == 1);
    CHECK(stored.goals[0].by == parseIsoDate("2026-12-24"));
    CHECK(stored.plan.visitsPerWeek == 1.5);
    CHECK(stored.plan.weeks == 6);
    CHECK(stored.opened == test::kToday);

    THEN("opened and stored again it is the same") {
        const auto rows = clinic->store().audit().list({.limit = 1000}).size();
        const auto form = formOf(stored, *clinic);
        CHECK_THAT(form.diagnosis, ContainsSubstring("M54.59 "));
        CHECK(form.visitsPerWeek == "1.5");
        updateCase(*clinic, stored, form);
        CHECK(clinic->store().cases().find(id) == stored);
        CHECK(clinic->store().audit().list({.limit = 1000}).size() == rows);
    }
    THEN("a goal is reached and keeps its identity, another one is added") {
        auto form = formOf(stored, *clinic);
        form.goals[0].reached = "20.11.2026";
        form.goals.push_back({.id = {}, .text = "sleep through"});
        updateCase(*clinic, stored, form);
        const auto after = *clinic->store().cases().find(id);
        REQUIRE(after.goals.size() == 2);
        CHECK(after.goals[0].id == stored.goals[0].id);
        CHECK(after.goals[0].reached == parseIsoDate("2026-11-20"));
        CHECK(after.goals[1].id != stored.goals[0].id);
    }
    THEN("a change that somebody made meanwhile is not written over") {
        auto theirs = formOf(stored, *clinic);
        theirs.goal = "run";
        updateCase(*clinic, stored, theirs);
        CHECK_THROWS_AS(updateCase(*clinic, stored, formOf(stored, *clinic)), RecordChanged);
        CHECK_THROWS_AS(closeCase(*clinic, stored, closingOf(stored, *clinic)), RecordChanged);
        CHECK(clinic->store().cases().find(id)->goal == "run");
        CHECK(clinic->store().cases().find(id)->status == CaseStatus::Open);
    }
}

SCENARIO("each slip in a case's form is one sentence") {
    test::OpenClinic clinic;
    const auto saidAfter = [&](auto change) {
        auto form = aFullCaseForm();
        change(form);
        return shownAll(problems(form, *clinic));
    };
    CHECK(saidAfter([](CaseForm& f) { f.visitsPerWeek = "two"; }) ==
          Sentences{"Visits a week: is not a number; type it as 2 or 1.5."});
    CHECK(saidAfter([](CaseForm& f) { f.visitsPerWeek = "20"; }) ==
          Sentences{"Visits a week: more than 0 and at most 14; check the number."});
    CHECK(saidAfter([](CaseForm& f) { f.weeks = "1.5"; }) ==
          Sentences{"Weeks: is not a whole number; type it as 6."});
    CHECK(saidAfter([](CaseForm& f) { f.onset = "spring"; }) ==
          Sentences{"Onset: is not a date; type it as 14.3.1980 or 1980-03-14."});
    CHECK(saidAfter([](CaseForm& f) { f.goals[0].by = "soon"; }) ==
          Sentences{"Goal, to be reached by: is not a date; type it as 14.3.1980 or 1980-03-14."});
    CHECK(saidAfter([](CaseForm& f) { f.goals[0].reached = "x"; }) ==
          Sentences{"Goal reached: is not a date; type it as 14.3.1980 or 1980-03-14."});
    CHECK(saidAfter([](CaseForm& f) { f.goals[0].reached = "24.11.2026"; }) ==
          Sentences{"Goal reached: lies in the future; check the date."});
    CHECK(saidAfter([](CaseForm& f) { f.goals[0].text = ""; }) ==
          Sentences{"Goal: is missing; say it in a few words or remove the line."});
    CHECK(saidAfter([](CaseForm& f) { f.furtherDiagnoses = {"back pain"}; }) ==
          Sentences{"Diagnosis: back is not in the list of codes; choose one that is offered."});
    CHECK(saidAfter([](CaseForm& f) { f.furtherDiagnoses = {"M54.5"}; }) ==
          Sentences{"Diagnosis: M54.5 was split in FY2022; use M54.50, M54.51, M54.59."});
    CHECK(saidAfter([](CaseForm& f) { f.furtherDiagnoses = {"M54.59"}; }) ==
          Sentences{"Diagnosis: M54.59 is there twice; remove one."});
    CHECK(saidAfter([](CaseForm& f) { f.diagnosis = ""; }) ==
          Sentences{"Diagnosis: the first one is missing; move a further one to its place."});
}

SCENARIO("a diagnosis that a case already has is kept, whatever the table says of it today") {
    test::OpenClinic clinic;
    auto record = test::aCase(1);
    record.patient = clinic.patient();
    record.diagnosisCode = "M54.5";               // split since
    record.furtherDiagnoses = {"back pain, old"}; // from another program
    clinic->store().cases().add(record);
    auto form = formOf(record, *clinic);
    form.goal = "run";
    CHECK(problems(form, *clinic, &record).empty());
    updateCase(*clinic, record, form);
    const auto after = clinic->store().cases().find(record.id);
    CHECK(after->diagnosisCode == "M54.5");
    CHECK(after->furtherDiagnoses == record.furtherDiagnoses);
    CHECK_FALSE(problems(form, *clinic).empty()); // in a new case it is one that is not offered
}

SCENARIO("a case is closed with its outcome and opened again") {
    test::OpenClinic clinic;
    const auto open = *clinic->store().cases().find(clinic.caseId());
    auto form = closingOf(open, *clinic);
    CHECK(form == ClosingForm{.as = CaseStatus::Discharged, .day = "23 Nov 2026"});
    WHEN("it is discharged") {
        form.outcome = " free of pain ";
        form.referredTo = "Dr Lee"; // typed before thinking better of it
        closeCase(*clinic, open, form);
        const auto closed = *clinic->store().cases().find(clinic.caseId());
        CHECK(closed.status == CaseStatus::Discharged);
        CHECK(closed.closed == test::kToday);
        CHECK(closed.outcome == "free of pain");
        CHECK(closed.referredTo.empty());
        THEN("it can be opened again, and the outcome so far stays") {
            reopenCase(*clinic, closed);
            auto again = open;
            again.outcome = "free of pain";
            CHECK(clinic->store().cases().find(clinic.caseId()) == again);
            CHECK_THROWS_AS(reopenCase(*clinic, closed), RecordChanged);
        }
        THEN("the form shows it as it was closed") {
            CHECK(closingOf(closed, *clinic).outcome == "free of pain");
        }
    }
    WHEN("the patient is referred on") {
        form.as = CaseStatus::ReferredOn;
        form.referredTo = "Dr Lee";
        form.day = "";
        closeCase(*clinic, open, form);
        const auto closed = *clinic->store().cases().find(clinic.caseId());
        CHECK(closed.status == CaseStatus::ReferredOn);
        CHECK(closed.referredTo == "Dr Lee");
        CHECK_FALSE(closed.closed.has_value());
    }
    THEN("each slip is one sentence") {
        const auto saidAfter = [&](auto change) {
            auto changed = form;
            change(changed);
            return shownAll(problems(changed, open, *clinic));
        };
        CHECK(saidAfter([](ClosingForm&) {}).empty());
        CHECK(saidAfter([](ClosingForm& f) { f.as = CaseStatus::Open; }) ==
              Sentences{"End of the case: choose whether the patient was discharged or referred "
                        "on."});
        CHECK(saidAfter([](ClosingForm& f) { f.day = "x"; }) ==
              Sentences{"Closed: is not a date; type it as 14.3.1980 or 1980-03-14."});
        CHECK(saidAfter([](ClosingForm& f) { f.day = "24.11.2026"; }) ==
              Sentences{"Closed: lies in the future; check the date."});
        CHECK(saidAfter([](ClosingForm& f) { f.day = "11.10.2026"; }) ==
              Sentences{"Closed: lies before 12 Oct 2026, when the case was opened; check the "
                        "date."});
    }
}

SCENARIO("a plan holds the techniques of the tables, the usual ones first") {
    test::OpenClinic clinic;
    const auto techniques = plannableTechniques(*clinic);
    REQUIRE(techniques.size() > 20);
    CHECK_FALSE(techniques.front().second.empty());
}

} // namespace palpate::app
