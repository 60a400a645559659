// SPDX-License-Identifier: MIT
// Forms that were begun: whose they are, who fills them in, and how they are put away.
#include "app/FormFilling.h"
#include "app/FormPresenter.h"
#include "app/Screenings.h"
#include "domain/Error.h"
#include "storage/Store.h"

#include <catch2/catch_test_macros.hpp>
#include <catch2/matchers/catch_matchers_exception.hpp>
#include <catch2/matchers/catch_matchers_string.hpp>

namespace palpate::app {

using Catch::Matchers::ContainsSubstring;
using Catch::Matchers::MessageMatches;
using test::formOf;
using test::isShown;
using test::ownForm;
using test::place;
using test::row;
using test::shippedForm;
using test::subjectOf;

namespace {

constexpr auto kSepsis = "urgency.emergency/flag.sepsis";

[[nodiscard]] FormRecord stored(test::OpenClinic& clinic, const FormRecordId& id) {
    const auto record = clinic->store().forms().find(id);
    REQUIRE(record);
    return *record;
}

[[nodiscard]] std::vector<FormLineView> begun(test::OpenClinic& clinic) {
    return patientForms(*clinic, clinic.patient(), clinic.caseId()).begun;
}

} // namespace

SCENARIO("a form of a case is its record's, also when that was merged into another") {
    test::OpenClinic clinic;
    const auto goesOn = test::aPatient(1);
    const auto session = test::aSession();
    clinic->store().sessions().begin(session);
    clinic->store().patients().add(goesOn);
    clinic->store().patients().merge(clinic.patient(), goesOn.id);
    const auto known = shippedForm(clinic, "red-flags-general");
    const FormSubject subject{goesOn.id, clinic.caseId(), session.id};
    FormPresenter form{*clinic, known, subject};
    CHECK(form.subject().patient == clinic.patient());
    CHECK(FormPresenter{*clinic, known, subject}.record() == form.record()); // gone on with
    CHECK_FALSE(form.setTruth(place(kSepsis), true));
    CHECK(form.complete().empty());
    REQUIRE(form.raised().size() == 1);
    CHECK(flagBanner(*clinic, goesOn.id).flags.size() == 1);
    const auto lists = patientForms(*clinic, goesOn.id, clinic.caseId());
    REQUIRE(lists.filled.size() == 1);
    CHECK(lists.filled[0].record == form.record());
    THEN("without a case it is that of the record that goes on") {
        const FormPresenter own{*clinic, known, {goesOn.id, {}, {}}};
        CHECK(own.subject().patient == goesOn.id);
    }
}

SCENARIO("a yes that is a red flag is told before the form is completed, and not put away unseen") {
    test::OpenClinic clinic;
    FormPresenter form{*clinic, shippedForm(clinic, "red-flags-general"), subjectOf(clinic)};
    CHECK_FALSE(form.setTruth(place(kSepsis), false)); // a no is none
    REQUIRE(begun(clinic).size() == 1);
    CHECK_FALSE(begun(clinic)[0].raisedFlags);
    CHECK_FALSE(form.setTruth(place(kSepsis), true));
    REQUIRE(begun(clinic).size() == 1);
    CHECK(begun(clinic)[0].raisedFlags);
    CHECK_THAT(begun(clinic)[0].detail, ContainsSubstring("answered with yes: Confused"));
    CHECK_THAT(begun(clinic)[0].detail, ContainsSubstring("; not completed"));
    CHECK_THROWS_MATCHES(form.putAway(), EditRefused,
                         MessageMatches(ContainsSubstring("complete the form")));
    CHECK_THROWS_AS(putAwayForm(*clinic, form.record()), EditRefused);
    CHECK(begun(clinic).size() == 1);
    WHEN("the answer is taken back") {
        form.clear(place(kSepsis));
        CHECK_FALSE(begun(clinic)[0].raisedFlags);
        putAwayForm(*clinic, form.record());
        CHECK(begun(clinic).empty());
    }
    WHEN("the form is completed") {
        CHECK(form.complete().empty());
        CHECK_THROWS_AS(putAwayForm(*clinic, form.record()), EditRefused);
        const auto lists = patientForms(*clinic, clinic.patient(), clinic.caseId());
        CHECK(lists.begun.empty());
        REQUIRE(lists.filled.size() == 1);
        CHECK(lists.filled[0].raisedFlags);
        CHECK_THAT(lists.filled[0].detail, !ContainsSubstring("not completed"));
    }
}

SCENARIO("a question that is not asked any more is no red flag") {
    test::OpenClinic clinic;
    ownForm(clinic, "ours", R"({"linkId": "legs", "type": "boolean", "text": "Pain in the legs?"},
        {"linkId": "numb", "type": "boolean", "text": "Numb?", "extension":
            [{"url": "urn:palpate:form:red-flag", "valueCode": "ces_saddle"}],
         "enableWhen": [{"question": "legs", "operator": "=", "answerBoolean": true}]})");
    FormPresenter form{*clinic, formOf(clinic, "urn:clinic:ours"), subjectOf(clinic)};
    CHECK_FALSE(form.setTruth(place("legs"), true));
    CHECK_FALSE(form.setTruth(place("numb"), true));
    CHECK(begun(clinic)[0].raisedFlags);
    CHECK_FALSE(form.setTruth(place("legs"), false));
    CHECK_FALSE(begun(clinic)[0].raisedFlags);
    form.putAway();
    CHECK(begun(clinic).empty());
}

SCENARIO("who fills a form in can change until it is completed") {
    test::OpenClinic clinic;
    FormPresenter form{*clinic, shippedForm(clinic, "symptoms"), subjectOf(clinic)};
    CHECK_FALSE(form.setTruth(place("nerves/numb"), false));
    const auto id = form.record();
    form.fillIn(FilledBy::Patient);
    CHECK(form.filledBy() == FilledBy::Patient);
    CHECK(stored(clinic, id).filledBy == FilledBy::Patient);
    CHECK_THAT(begun(clinic)[0].detail, ContainsSubstring("by the patient"));
    clinic.reopen();
    FormPresenter again{*clinic, id};
    CHECK(again.filledBy() == FilledBy::Patient);
    WHEN("the patient completes it") {
        CHECK(again.complete().empty());
        CHECK(stored(clinic, id).filledBy == FilledBy::Patient);
        CHECK_THROWS_AS(again.fillIn(FilledBy::Practitioner), EditRefused);
        CHECK(stored(clinic, id).filledBy == FilledBy::Patient);
        CHECK(clinic->store().verify().isSound());
    }
    WHEN("the screen comes back") {
        again.fillIn(FilledBy::Practitioner);
        CHECK(again.complete().empty());
        CHECK(stored(clinic, id).filledBy == FilledBy::Practitioner);
        CHECK(clinic->store().verify().isSound());
    }
    WHEN("another program has put it away") {
        const auto other = clinic.secondProgram();
        putAwayForm(*other, id);
        CHECK_THROWS_AS(again.fillIn(FilledBy::Practitioner), RecordChanged);
        CHECK(again.filledBy() == FilledBy::Patient);
    }
}

SCENARIO("a form whose questions are gone is put away by itself, a completed one is not") {
    test::OpenClinic clinic;
    ownForm(clinic, "ours", R"({"linkId": "a", "type": "boolean", "text": "Better?"})");
    const auto known = formOf(clinic, "urn:clinic:ours");
    FormPresenter done{*clinic, known, subjectOf(clinic)};
    CHECK_FALSE(done.setTruth(place("a"), true));
    CHECK(done.complete().empty());
    FormPresenter form{*clinic, known, subjectOf(clinic)};
    CHECK_FALSE(form.setTruth(place("a"), true));
    const auto answers = stored(clinic, form.record()).answers;
    std::filesystem::remove(clinic.folder() / "forms/ours.json");
    CHECK_THROWS_MATCHES((FormPresenter{*clinic, form.record()}), EditRefused,
                         MessageMatches(ContainsSubstring("Print shows the answers")));
    REQUIRE(begun(clinic).size() == 1);
    putAwayForm(*clinic, form.record());
    CHECK(begun(clinic).empty());
    const bool isKept = stored(clinic, form.record()).answers == answers; // not spelled out
    CHECK(isKept);
    CHECK_THROWS_AS(putAwayForm(*clinic, done.record()), EditRefused);
    CHECK_THROWS_AS(putAwayForm(*clinic, form.record()), EditRefused); // once only
    CHECK(patientForms(*clinic, clinic.patient(), clinic.caseId()).filled.size() == 1);
}

SCENARIO("a clock that was set back keeps no form from being completed") {
    test::OpenClinic clinic;
    FormPresenter form{*clinic, shippedForm(clinic, "symptoms"), subjectOf(clinic)};
    CHECK_FALSE(form.setTruth(place("nerves/numb"), false));
    clinic.advance(-std::chrono::hours{2});
    CHECK(form.complete().empty());
    const auto record = stored(clinic, form.record());
    CHECK(record.completed == record.begun);
}

SCENARIO("a form that can't be kept is refused with a sentence before it is begun") {
    test::OpenClinic clinic;
    const auto file = clinic.temp() / "long.json";
    std::ofstream{file}
        << R"({"resourceType": "Questionnaire", "url": "urn:clinic:long", "title": ")"
        << std::string(501, 'x')
        << R"(", "item": [{"linkId": "a", "type": "string", "text": "A"}]})";
    std::vector<forms::FormFault> faults;
    const auto known = readFormFile(file, nullptr, faults); // nothing judges it here
    REQUIRE(known);
    CHECK_THROWS_MATCHES((FormPresenter{*clinic, *known, subjectOf(clinic)}), EditRefused,
                         MessageMatches(ContainsSubstring("500")));
    CHECK(begun(clinic).empty());
}

SCENARIO("what a changed form does with an answer is said as it is") {
    test::OpenClinic clinic;
    ownForm(clinic, "ours", R"(
        {"linkId": "one", "type": "group", "text": "One", "item": [
            {"linkId": "moved", "type": "string", "text": "Old place"}]},
        {"linkId": "same", "type": "string", "text": "Old words"})");
    FormPresenter form{*clinic, formOf(clinic, "urn:clinic:ours"), subjectOf(clinic)};
    CHECK_FALSE(form.type(place("one/moved"), "here"));
    CHECK_FALSE(form.type(place("same"), "kept"));
    ownForm(clinic, "ours", R"(
        {"linkId": "two", "type": "group", "text": "Two", "item": [
            {"linkId": "moved", "type": "string", "text": "New place"}]},
        {"linkId": "same", "type": "string", "text": "New words"})",
            {}, "2");
    const FormPresenter again{*clinic, form.record()};
    CHECK_FALSE(row(again, "two/moved").isAnswered);
    CHECK(row(again, "same").text == "kept");
    const auto& told = again.view().leftOut;
    REQUIRE(told.size() == 2); // each answer once
    CHECK(told[0] == "No place in the form any more: Old place: here");
    CHECK(told[1] ==
          R"("Old words" was answered "kept", which counts; the question now is "New words".)");
}

SCENARIO("what is typed beneath one of several choices stays with it") {
    test::OpenClinic clinic;
    ownForm(clinic, "ours", R"({"linkId": "where", "type": "choice", "repeats": true,
        "text": "Where?", "answerOption": [{"valueString": "Back"}, {"valueString": "Neck"}],
        "item": [{"linkId": "weeks", "type": "integer", "text": "For how many weeks?"}]})");
    FormPresenter form{*clinic, formOf(clinic, "urn:clinic:ours"), subjectOf(clinic)};
    CHECK_FALSE(form.choose(place("where"), 1, true));
    CHECK(form.type(place("where/weeks"), "some"));
    CHECK_FALSE(form.choose(place("where"), 0, true)); // stands before it
    CHECK(row(form, "where/weeks").text.empty());
    CHECK(row(form, "where#1/weeks").text == "some");
    CHECK_FALSE(form.type(place("where/weeks"), "3"));
    CHECK_FALSE(form.type(place("where#1/weeks"), "5"));
    CHECK_FALSE(form.choose(place("where"), 0, false));
    CHECK(row(form, "where/weeks").text == "5");
    CHECK_FALSE(isShown(form, "where#1/weeks"));
    CHECK_FALSE(form.choose(place("where"), 0, true));
    CHECK_FALSE(row(form, "where/weeks").isAnswered); // begun anew
    CHECK(row(form, "where#1/weeks").text == "5");
}

} // namespace palpate::app
