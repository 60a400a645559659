// SPDX-License-Identifier: MIT
// What follows from a completed form: flags, scores, consents, and the patient's list of forms.
#include "app/FormFilling.h"
#include "app/FormPresenter.h"
#include "domain/Error.h"
#include "reference/Reference.h"
#include "storage/Store.h"

#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>
#include <catch2/matchers/catch_matchers_string.hpp>

#include <algorithm>

namespace palpate::app {

using Catch::Matchers::ContainsSubstring;
using test::formOf;
using test::ownForm;
using test::place;
using test::row;
using test::shippedForm;
using test::subjectOf;

namespace {

[[nodiscard]] std::vector<Consent> consents(test::OpenClinic& clinic) {
    return clinic->store().patients().find(clinic.patient())->consents;
}

[[nodiscard]] const FormLineView* lineOf(const std::vector<FormLineView>& lines,
                                         const std::string& title) {
    const auto found = std::ranges::find(lines, title, &FormLineView::title);
    return found != lines.end() ? &*found : nullptr;
}

} // namespace

SCENARIO("a yes in a screening raises its flag with what the table said") {
    test::OpenClinic clinic;
    FormPresenter form{*clinic, shippedForm(clinic, "red-flags-low-back"), subjectOf(clinic),
                       FilledBy::Patient};
    std::vector<forms::FormPlace> questions;
    for (const auto& line : form.view().rows) {
        if (line.kind == FieldKind::YesNo) {
            questions.push_back(line.place);
        }
    }
    REQUIRE(questions.size() == 32);
    CHECK_FALSE(form.setTruth(questions.front(), true));
    CHECK_FALSE(form.setTruth(questions.back(), true));
    CHECK_FALSE(form.setTruth(questions[1], false)); // a no raises nothing, nor does "not asked"
    CHECK(clinic->store().screenings().ofPatient(clinic.patient()).empty());
    CHECK(form.complete().empty());
    REQUIRE(form.raised().size() == 2);
    const auto& table = clinic->reference().redFlags();
    const auto* known = table.find(form.raised()[0].flag);
    REQUIRE(known != nullptr);
    CHECK(known->urgency <= table.find(form.raised()[1].flag)->urgency);
    const auto stored = clinic->store().screenings().ofPatient(clinic.patient());
    REQUIRE(stored.size() == 2);
    const auto first = std::ranges::find(stored, form.raised()[0].id, &RaisedFlag::id);
    REQUIRE(first != stored.end());
    CHECK(*first == form.raised()[0]);
    CHECK(first->question == known->ask);
    CHECK(first->pointsTo == known->pointsTo);
    CHECK(first->action == known->action);
    CHECK(first->urgency == table.urgencyOf(*known).key);
    CHECK(first->form == form.record());
    CHECK_FALSE(first->isSettled());
    THEN("the list of forms tells of it, and who filled it in") {
        const auto lists = patientForms(*clinic, clinic.patient(), clinic.caseId());
        const auto* line = lineOf(lists.filled, "Red flags: low back");
        REQUIRE(line != nullptr);
        CHECK(line->raisedFlags);
        CHECK_THAT(line->detail, ContainsSubstring("by the patient"));
    }
    THEN("opened again it shows the same flags") {
        const FormPresenter again{*clinic, form.record()};
        CHECK(again.raised().size() == 2);
    }
}

SCENARIO("a flag that a form asks for twice is raised once") {
    test::OpenClinic clinic;
    const auto question = [](const std::string& id) {
        return R"({"linkId": ")" + id + R"(", "type": "boolean", "text": "Numb?", "extension":
            [{"url": "urn:palpate:form:red-flag", "valueCode": "ces_saddle"}]})";
    };
    ownForm(clinic, "twice", question("a") + "," + question("b"));
    FormPresenter form{*clinic, formOf(clinic, "urn:clinic:twice"), subjectOf(clinic)};
    CHECK_FALSE(form.setTruth(place("a"), true));
    CHECK_FALSE(form.setTruth(place("b"), true));
    CHECK(form.complete().empty());
    CHECK(form.raised().size() == 1);
}

SCENARIO("a score is the measure's, and is missing where not all was answered") {
    test::OpenClinic clinic;
    {
        FormPresenter form{*clinic, shippedForm(clinic, "peg"), subjectOf(clinic)};
        CHECK_FALSE(form.type(place("peg.p"), "7"));
        CHECK_FALSE(form.type(place("peg.e"), "5"));
        const bool isWhole = GENERATE(true, false);
        if (isWhole) {
            CHECK_FALSE(form.type(place("peg.g"), "4"));
        }
        const auto gaps = form.complete();
        const auto record = clinic->store().forms().find(form.record());
        REQUIRE(record);
        if (gaps.empty()) {
            CHECK(record->measure == "peg");
            CHECK(record->score == (isWhole ? std::optional{5.3} : std::nullopt));
            CHECK(scoreWords(*clinic, *record) == (isWhole ? "score 5.3 of 10" : ""));
        } else {
            CHECK_FALSE(isWhole);
        }
    }
}

SCENARIO("a completed consent stands in the patient's record: what was said, and no more") {
    test::OpenClinic clinic;
    REQUIRE(consents(clinic).empty());
    FormPresenter form{*clinic, shippedForm(clinic, "consent-treatment"), subjectOf(clinic)};
    CHECK_FALSE(form.choose(place("scope"), 0, true));
    CHECK_FALSE(form.choose(place("scope"), 5, true));
    CHECK_FALSE(form.type(place("limits"), "no needles in the neck"));
    CHECK_FALSE(form.setTruth(place("agreed"), true));
    WHEN("its day is known") {
        CHECK_FALSE(form.type(place("day"), "20 Nov 2026"));
        CHECK(form.complete().empty());
        const auto all = consents(clinic);
        REQUIRE(all.size() == 2);
        CHECK(all[0].scope == "Treatment by hand");
        CHECK(all[1].scope == "Dry needling");
        CHECK(all[0].given == Date{std::chrono::year{2026} / 11 / 20});
        CHECK_FALSE(all[0].withdrawn.has_value());
        CHECK(all[1].note == "What is not wanted?: no needles in the neck");
        THEN("the same said again is not added twice") {
            FormPresenter again{*clinic, shippedForm(clinic, "consent-treatment"),
                                subjectOf(clinic)};
            CHECK_FALSE(again.choose(place("scope"), 0, true));
            CHECK_FALSE(again.choose(place("scope"), 3, true));
            CHECK_FALSE(again.setTruth(place("agreed"), true));
            CHECK_FALSE(again.type(place("day"), "today"));
            CHECK(again.complete().empty());
            CHECK(consents(clinic).size() == 3);
        }
    }
    WHEN("the patient does not agree") {
        CHECK_FALSE(form.setTruth(place("agreed"), false));
        CHECK_FALSE(form.type(place("day"), "today"));
        CHECK(form.complete().empty());
        THEN("the form says so and the record has no consent") {
            CHECK(consents(clinic).empty());
        }
    }
    WHEN("only the month is known, or the day is to come") {
        const std::string day = GENERATE("Nov 2026", "24 Nov 2026");
        CHECK_FALSE(form.type(place("day"), day));
        const auto gaps = form.complete();
        REQUIRE(gaps.size() == 1);
        CHECK(gaps[0].first == place("day"));
        CHECK(consents(clinic).empty());
        CHECK_FALSE(clinic->store().forms().find(form.record())->completed.has_value());
    }
}

SCENARIO("a no to what was allowed before withdraws it; what was not asked stays") {
    test::OpenClinic clinic;
    const auto fill = [&](std::optional<bool> physician, std::optional<bool> insurer,
                          const std::string& day) {
        FormPresenter form{*clinic, shippedForm(clinic, "consent-data"), subjectOf(clinic)};
        CHECK_FALSE(form.setTruth(place("physician"), physician));
        CHECK_FALSE(form.setTruth(place("insurer"), insurer));
        CHECK_FALSE(form.type(place("day"), day));
        CHECK(form.complete().empty());
    };
    fill(true, true, "2 Nov 2026");
    auto all = consents(clinic);
    REQUIRE(all.size() == 2);
    CHECK(all[0].scope == "Reports may go to my physician");
    fill(std::nullopt, false, "23 Nov 2026");
    all = consents(clinic);
    REQUIRE(all.size() == 2);
    CHECK_FALSE(all[0].withdrawn.has_value());
    CHECK(all[1].withdrawn == Date{std::chrono::year{2026} / 11 / 23});
    fill(std::nullopt, true, "23 Nov 2026"); // given anew
    CHECK(consents(clinic).size() == 3);
}

SCENARIO("a patient who does not agree any more withdraws what is chosen, and no more") {
    test::OpenClinic clinic;
    const auto fill = [&](const std::vector<std::size_t>& scopes, bool agrees,
                          const std::string& day) {
        FormPresenter form{*clinic, shippedForm(clinic, "consent-treatment"), subjectOf(clinic)};
        for (const auto scope : scopes) {
            CHECK_FALSE(form.choose(place("scope"), scope, true));
        }
        CHECK_FALSE(form.setTruth(place("agreed"), agrees));
        CHECK_FALSE(form.type(place("day"), day));
        CHECK(form.complete().empty());
    };
    fill({0, 5}, true, "20 Nov 2026");
    fill({5}, false, "22 Nov 2026");
    const auto all = consents(clinic);
    REQUIRE(all.size() == 2);
    CHECK_FALSE(all[0].withdrawn.has_value());
    CHECK(all[1].scope == "Dry needling");
    CHECK(all[1].withdrawn == Date{std::chrono::year{2026} / 11 / 22});
}

SCENARIO("a no to a form that is one consent withdraws it; without an answer it stands") {
    test::OpenClinic clinic;
    ownForm(clinic, "ours", R"({"linkId": "agreed", "type": "boolean", "text": "You agree?",
        "extension": [{"url": "urn:palpate:form:consent", "valueCode": "agreed"}]})");
    const auto fill = [&](std::optional<bool> agrees) {
        FormPresenter form{*clinic, formOf(clinic, "urn:clinic:ours"), subjectOf(clinic)};
        CHECK_FALSE(form.setTruth(place("agreed"), agrees));
        CHECK(form.complete().empty());
    };
    fill(true);
    REQUIRE(consents(clinic).size() == 1);
    CHECK(consents(clinic)[0].scope == "Form ours");
    fill(std::nullopt);
    CHECK_FALSE(consents(clinic)[0].withdrawn.has_value());
    fill(false);
    REQUIRE(consents(clinic).size() == 1);
    CHECK(consents(clinic)[0].withdrawn.has_value());
}

SCENARIO("when something of a completion can't be stored, nothing of it is") {
    test::OpenClinic clinic;
    FormPresenter form{*clinic, shippedForm(clinic, "consent-treatment"), subjectOf(clinic)};
    CHECK_FALSE(form.choose(place("scope"), 0, true));
    CHECK_FALSE(form.setTruth(place("agreed"), true));
    CHECK_FALSE(form.type(place("day"), "today"));
    const auto other = clinic.secondProgram();
    other->store().forms().putAway(form.record());
    CHECK_THROWS_AS(form.complete(), EditRefused);
    CHECK(consents(clinic).empty());
    CHECK_FALSE(form.view().completed);
}

SCENARIO("a patient's forms are listed once each: due, begun, filled in") {
    test::OpenClinic clinic;
    auto lists = patientForms(*clinic, clinic.patient(), clinic.caseId());
    CHECK(lists.begun.empty());
    CHECK(lists.filled.empty());
    CHECK(lists.refused.empty());
    REQUIRE(lineOf(lists.due, "Consent to treatment") != nullptr);
    CHECK(lineOf(lists.due, "Consent to treatment")->why == "no consent is recorded");
    CHECK(lists.empty.size() == 7); // each purpose of the shipped ones
    CHECK(lists.empty.front().first == "First visit");
    std::size_t count = 0;
    for (const auto& [purpose, lines] : lists.empty) {
        count += lines.size();
    }
    CHECK(count == formLibrary(*clinic).all().size());
    FormPresenter form{*clinic, shippedForm(clinic, "consent-treatment"), subjectOf(clinic)};
    CHECK_FALSE(form.choose(place("scope"), 0, true));
    lists = patientForms(*clinic, clinic.patient(), clinic.caseId());
    CHECK(lineOf(lists.due, "Consent to treatment") == nullptr);
    REQUIRE(lists.begun.size() == 1);
    CHECK(lists.begun[0].why == "no consent is recorded");
    CHECK_THAT(lists.begun[0].detail, ContainsSubstring("1 of 5 answered"));
    CHECK(lists.begun[0].record == form.record());
    CHECK_FALSE(form.setTruth(place("agreed"), true));
    CHECK_FALSE(form.type(place("day"), "today"));
    CHECK(form.complete().empty());
    clinic.advance(std::chrono::hours{24});
    FormPresenter score{*clinic, shippedForm(clinic, "psfs"), subjectOf(clinic)};
    CHECK_FALSE(score.type(place("activity/activity.what"), "sitting"));
    CHECK_FALSE(score.type(place("activity/activity.rating"), "4"));
    CHECK(score.complete().empty());
    lists = patientForms(*clinic, clinic.patient(), clinic.caseId());
    CHECK(lists.begun.empty());
    REQUIRE(lists.filled.size() == 2);
    CHECK(lists.filled[0].title == "Patient-specific function (PSFS)"); // the newest first
    CHECK(lists.filled[0].detail == "completed 24 Nov 2026 by D. Okafor · score 4 of 10");
    CHECK(lists.filled[1].title == "Consent to treatment");
    CHECK(lineOf(lists.due, "Consent to treatment") == nullptr);
}

SCENARIO("forms of one case do not show with another, those of no case with all") {
    test::OpenClinic clinic;
    auto second = test::aCase(1);
    second.patient = clinic.patient();
    clinic->store().cases().add(second);
    FormPresenter ofCase{*clinic, shippedForm(clinic, "symptoms"), subjectOf(clinic)};
    FormPresenter ofPatient{
        *clinic, shippedForm(clinic, "contributing-factors"), {clinic.patient(), {}, {}}};
    CHECK(patientForms(*clinic, clinic.patient(), clinic.caseId()).begun.size() == 2);
    CHECK(patientForms(*clinic, clinic.patient(), second.id).begun.size() == 1);
    CHECK(patientForms(*clinic, clinic.patient(), std::nullopt).begun.size() == 2);
}

} // namespace palpate::app
