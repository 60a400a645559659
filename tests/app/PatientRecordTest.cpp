// SPDX-License-Identifier: MIT
// What the screens around a patient say: the case's sheet, contact notes, diagnoses, duplicates,
// unsigned drafts, the clinic's settings.
#include "app/ClinicSettings.h"
#include "app/ContactNotes.h"
#include "app/DiagnosisChoices.h"
#include "app/Duplicates.h"
#include "app/OpenClinic.h"
#include "app/PatientList.h"
#include "app/PatientPresenter.h"
#include "app/RecordLists.h"
#include "app/Reports.h"
#include "app/SessionPresenter.h"
#include "app/UnsignedDrafts.h"
#include "domain/Error.h"
#include "storage/Store.h"
#include "support/Printing.h"
#include "support/Shown.h"

#include <catch2/catch_test_macros.hpp>
#include <catch2/matchers/catch_matchers_exception.hpp>
#include <catch2/matchers/catch_matchers_string.hpp>

#include <algorithm>

namespace palpate::app {

using Catch::Matchers::ContainsSubstring;
using Catch::Matchers::MessageMatches;
using Sentences = std::vector<std::string>;
using test::shownAll;

SCENARIO("the overview tells everything of the chosen case and of the patient") {
    test::OpenClinic clinic;
    auto patient = *clinic->store().patients().find(clinic.patient());
    patient.preferredName = "Ani";
    patient.allergies = {{"latex", "rash"}, {"penicillin", ""}};
    patient.consents = {{.id = test::idOf<ConsentId>(800),
                         .scope = "manual treatment",
                         .given = *parseIsoDate("2026-10-12")},
                        {.id = test::idOf<ConsentId>(801),
                         .scope = "dry needling",
                         .given = *parseIsoDate("2026-10-19"),
                         .withdrawn = *parseIsoDate("2026-11-02")}};
    clinic->store().patients().update(patient);
    auto record = *clinic->store().cases().find(clinic.caseId());
    record.diagnosisCode = "M54.59";
    record.furtherDiagnoses = {"M72.2"};
    record.goals = {
        {.id = test::idOf<GoalId>(900),
         .text = "sit through a lesson",
         .measure = "sitting",
         .target = "60 min",
         .by = *parseIsoDate("2026-12-24")},
        {.id = test::idOf<GoalId>(901), .text = "run", .by = *parseIsoDate("2026-11-22")},
        {.id = test::idOf<GoalId>(902),
         .text = "sleep",
         .by = *parseIsoDate("2026-11-01"),
         .reached = *parseIsoDate("2026-11-20")}};
    record.plan = {.visitsPerWeek = 1.5,
                   .weeks = 6,
                   .techniques = {test::key<TechniqueKey>("pressure_release"),
                                  test::key<TechniqueKey>("dry_needling")}};
    clinic->store().cases().update(record);

    const PatientPresenter presenter{*clinic, clinic.patient()};
    const auto& view = presenter.view();
    CHECK(view.bar.preferredName == "called Ani");
    CHECK(view.bar.allergies == Sentences{"latex (rash)", "penicillin"});
    CHECK(view.bar.allergiesAnswer == AllergyAnswer::Listed);
    REQUIRE(view.consents.size() == 2);
    CHECK(view.consents[0].status == "given 19 Oct 2026, withdrawn 2 Nov 2026");
    CHECK_FALSE(view.consents[0].stands);
    CHECK(view.consents[1].status == "given 12 Oct 2026");
    CHECK(view.consents[1].stands);

    REQUIRE(view.sheet.has_value());
    CHECK(view.sheet->onset == "since 5 Oct 2026, lifting a box");
    REQUIRE(view.sheet->diagnoses.size() == 2);
    CHECK(view.sheet->diagnoses[0].valid == true);
    CHECK(view.sheet->diagnoses[1].valid == false);
    REQUIRE(view.sheet->goals.size() == 3);
    CHECK(view.sheet->goals[0].measure == "sitting: 60 min");
    CHECK(view.sheet->goals[0].status == "due 24 Dec 2026");
    CHECK_FALSE(view.sheet->goals[0].overdue);
    CHECK(view.sheet->goals[1].status == "overdue since 22 Nov 2026");
    CHECK(view.sheet->goals[1].overdue);
    CHECK(view.sheet->goals[2].status == "reached 20 Nov 2026");
    CHECK(view.sheet->goals[2].reached);
    CHECK_FALSE(view.sheet->goals[2].overdue);
    CHECK(view.sheet->plan == "1.5 visits a week for 6 weeks: pressure release, dry needling");
    REQUIRE(view.cases.size() == 1);
    CHECK(view.cases[0].statusText == "open");
    CHECK_FALSE(view.reopenQuestion.has_value());
}

TEST_CASE("allergies that are not known are said to be so") {
    test::OpenClinic clinic;
    PatientPresenter presenter{*clinic, clinic.patient()};
    CHECK(presenter.view().bar.allergies == Sentences{"Allergies not known"});
    auto patient = presenter.patient();
    patient.allergies.emplace();
    clinic->store().patients().update(patient);
    presenter.reload();
    CHECK(presenter.view().bar.allergies == Sentences{"No known allergies"});
    CHECK(presenter.view().bar.allergiesAnswer == AllergyAnswer::None);
}

SCENARIO("a session in a closed case asks first") {
    test::OpenClinic clinic;
    PatientPresenter patient{*clinic, clinic.patient()};
    auto closing = closingOf(*patient.chosenRecord(), *clinic);
    WHEN("it was discharged") {
        closeCase(*clinic, *patient.chosenRecord(), closing);
        patient.reload();
        CHECK(patient.view().cases[0].statusText == "discharged 23 Nov 2026");
        CHECK_FALSE(patient.view().cases[0].open);
        REQUIRE(patient.view().reopenQuestion.has_value());
        CHECK(shown(*patient.view().reopenQuestion) ==
              "This case was discharged on 23 Nov 2026. Open it again for a new session?");
        CHECK_THROWS_MATCHES(patient.startSession(), EditRefused,
                             MessageMatches(ContainsSubstring("This case is closed")));
        CHECK(clinic->store().sessions().count() == 0);
        patient.reopen();
        CHECK_FALSE(patient.view().reopenQuestion.has_value());
        CHECK(patient.view().cases[0].open);
        CHECK_NOTHROW(patient.startSession());
    }
    WHEN("the patient was referred on") {
        closing.as = CaseStatus::ReferredOn;
        closing.referredTo = "Dr Lee";
        closeCase(*clinic, *patient.chosenRecord(), closing);
        patient.reload();
        CHECK(patient.view().cases[0].statusText == "referred on to Dr Lee 23 Nov 2026");
        CHECK(shown(patient.view().reopenQuestion.value()) ==
              "The patient was referred on with this case on 23 Nov 2026. Open it again for a new "
              "session?");
    }
    WHEN("there is a draft, it goes on without a question") {
        const auto draft = patient.startSession();
        closeCase(*clinic, *patient.chosenRecord(), closing);
        patient.reload();
        CHECK_FALSE(patient.view().reopenQuestion.has_value());
        CHECK(patient.startSession() == draft);
    }
    WHEN("somebody else has changed the case since it was read, it is not opened over that") {
        closeCase(*clinic, *patient.chosenRecord(), closing);
        patient.reload();
        auto record = *patient.chosenRecord();
        record.outcome = "much better";
        clinic->store().cases().update(record);
        CHECK_THROWS_AS(patient.reopen(), RecordChanged);
        CHECK(clinic->store().cases().find(record.id) == record);
    }
}

SCENARIO("a word with the patient between sessions is kept with the case") {
    test::OpenClinic clinic;
    auto form = newContact(*clinic);
    CHECK(form ==
          ContactForm{.kind = ContactKind::Telephone, .day = "23 Nov 2026", .time = "10:45"});
    form.text = " Worse since the stairs. \n";
    const auto first = addContact(*clinic, clinic.caseId(), form);
    form = {.kind = ContactKind::Message, .day = "20 Nov", .time = "1805", .text = "Better."};
    clinic.advance(std::chrono::minutes{5});
    const auto second = addContact(*clinic, clinic.caseId(), form);

    const PatientPresenter patient{*clinic, clinic.patient()};
    const auto& lines = patient.view().contacts;
    REQUIRE(lines.size() == 2);
    CHECK(lines[0].id == first);
    CHECK(lines[0].kindWord == "Telephone");
    CHECK(lines[0].when == "Mon 23 Nov 2026, 10:45");
    CHECK(lines[0].by == "D. Okafor");
    CHECK(lines[0].text == "Worse since the stairs.");
    CHECK(lines[0].written.empty());
    CHECK(lines[1].id == second);
    CHECK(lines[1].when == "Fri 20 Nov 2026, 18:05");
    CHECK(lines[1].written == "written Mon 23 Nov 2026, 10:50"); // a late entry is shown as such
    CHECK(contactKinds().size() == 4);

    THEN("each slip is one sentence, and nothing is stored") {
        const auto saidAfter = [&](auto change) {
            auto changed = form;
            change(changed);
            return shownAll(problems(changed, *clinic));
        };
        CHECK(saidAfter([](ContactForm&) {}).empty());
        CHECK(saidAfter([](ContactForm& f) { f.text = " "; }) ==
              Sentences{"Note: is missing; say what was talked about."});
        CHECK(saidAfter([](ContactForm& f) { f.day = ""; }) ==
              Sentences{"Day: is not a date; type it as 23.11.2026 or 2026-11-23."});
        CHECK(saidAfter([](ContactForm& f) { f.time = "25:00"; }) ==
              Sentences{"Time: is no time of day; type it as 10:30."});
        CHECK(saidAfter([](ContactForm& f) { f.day = "23.11.2026"; }) ==
              Sentences{"Contact: lies in the future; check day and time."});
        form.text.clear();
        CHECK_THROWS_AS(addContact(*clinic, clinic.caseId(), form), EditRefused);
        CHECK(contactLines(*clinic, clinic.caseId()).size() == 2);
    }
}

SCENARIO("diagnoses are chosen by word or code, with their validity on the day") {
    test::OpenClinic clinic;
    const auto fascia = diagnosisChoices(*clinic, "M72.2");
    REQUIRE(fascia.size() > 1);
    CHECK(fascia.front().valid == true); // its finer codes, which are valid today, come first
    CHECK(fascia.back().code == "M72.2");
    CHECK(fascia.back().valid == false);
    CHECK(fascia.back().choosable);
    CHECK(fascia.back().validity ==
          "Not valid since FY2027; use M67.A01-M67.A09 or M72.20-M72.22.");

    const auto back = diagnosisChoices(*clinic, "m5459");
    REQUIRE(back.size() == 1);
    CHECK(back[0].line() == "M54.59 " + back[0].text);
    CHECK(back[0].valid == true);
    CHECK(back[0].validity == "Valid in FY2027, from 1 October 2026 to 30 September 2027.");

    const auto split = diagnosisChoices(*clinic, "M54.5");
    REQUIRE(split.size() >= 4);
    CHECK_FALSE(split[0].choosable);
    CHECK(split[0].validity ==
          "Not valid since FY2022, when it was split; use M54.50, M54.51, M54.59.");
    CHECK(split[1].code == "M54.50");

    const auto plantar = diagnosisChoices(*clinic, "plantar fasc");
    REQUIRE(plantar.size() > 1);
    CHECK(plantar.back().code == "M72.2"); // those valid today come first
    CHECK(plantar.front().valid == true);
    CHECK(diagnosisChoices(*clinic, "pain", 3).size() == 3);
    CHECK(diagnosisChoices(*clinic, " ").empty());
    CHECK(diagnosisChoices(*clinic, "pain", 0).empty());

    const auto foreign = diagnosisOf(*clinic, "Z99");
    CHECK_FALSE(foreign.choosable);
    CHECK_FALSE(foreign.valid.has_value());
    CHECK(foreign.line() == "Z99");

    THEN("a year that the table does not cover is said to be unchecked") {
        clinic.advance(std::chrono::hours{24 * 365});
        const auto later = diagnosisOf(*clinic, "M54.59");
        CHECK_FALSE(later.valid.has_value());
        CHECK(later.validity == "Not checked for FY2028: the table covers FY2025 to FY2027.");
    }
}

SCENARIO("the same person stands twice in the clinic") {
    test::OpenClinic clinic;
    PatientForm typed;
    typed.familyName = "Kovacs";
    typed.givenName = "Anna";
    typed.birthDate = "9.3.1984";
    typed.phone = "+44 20 7946 0199";
    const auto like = duplicatesOf(*clinic, typed); // before she is added a second time
    REQUIRE(like.size() == 1);
    CHECK(like[0].id == clinic.patient());
    CHECK(like[0].name == "Kovács, Ana");
    CHECK(like[0].detail == "42 y · born 9 Mar 1984");
    CHECK(like[0].reason == "Same birth date, similar name. Same telephone number.");

    const auto second = addPatient(*clinic, typed);
    CHECK(duplicatesOf(*clinic, second).at(0).id == clinic.patient());
    CaseForm form;
    form.complaint = "Headache";
    const auto headache = addCase(*clinic, second, form);
    const auto session = SessionPresenter::begin(*clinic, headache);
    mergePatients(*clinic, second, clinic.patient());

    THEN("the list has one line, and the other record leads to the one that goes on") {
        REQUIRE(findPatients(*clinic, "").size() == 1);
        CHECK(findPatients(*clinic, "anna").at(0).id == clinic.patient());
        const auto all = findPatients(*clinic, "anna", 10, Listing::Everything);
        REQUIRE(all.size() == 2);
        CHECK(all[0].mergedInto + all[1].mergedInto == "merged into Ana Kovács");
        PatientPresenter opened{*clinic, second};
        CHECK(opened.view().id == clinic.patient());
        CHECK(opened.patient().id == clinic.patient());
        CHECK(opened.view().openedInstead ==
              "Anna Kovacs was merged into this record, which goes on instead.");
        CHECK(opened.view().merged == mergedInto(*clinic, clinic.patient()));
        REQUIRE(opened.view().merged.size() == 1);
        CHECK(opened.view().merged[0].name == "Kovacs, Anna");
    }
    THEN("its cases and sessions are there and can be charted and reported") {
        PatientPresenter opened{*clinic, clinic.patient()};
        REQUIRE(opened.view().cases.size() == 2);
        opened.choose(headache);
        CHECK(opened.view().bar.complaint == "Headache");
        CHECK(opened.view().cases[0].from + opened.view().cases[1].from ==
              "from the record of Anna Kovacs");
        CHECK(opened.view().draft == session);
        CHECK(listSessions(*clinic, clinic.patient(), 10).size() == 1);
        CHECK(listSessions(*clinic, second, 10).size() == 1);
        CHECK(listSessions(*clinic, {}, 10).size() == 1); // counted once
        CHECK(latestSession(*clinic, second) == session);
        const ReportRequest request{.patient = clinic.patient(), .caseId = headache};
        CHECK_THAT(suggestedFileName(*clinic, request), ContainsSubstring("Kovács-Ana"));
        CHECK_FALSE(reportPages(*clinic, {.patient = second, .caseId = headache}).pages.empty());
        CHECK(listPatients(*clinic, "", 10).size() == 1);
    }
    THEN("it can be taken back while the overview stands open") {
        PatientPresenter opened{*clinic, clinic.patient()};
        opened.choose(headache);
        unmergePatient(*clinic, second);
        opened.reload();
        CHECK(opened.view().cases.size() == 1);
        CHECK(opened.chosenCase() == clinic.caseId());
        CHECK(findPatients(*clinic, "").size() == 2);
        CHECK_THROWS_AS(unmergePatient(*clinic, second), EditRefused);
    }
}

SCENARIO("what speaks against a technique is not lost from sight by merging") {
    test::OpenClinic clinic;
    auto second = test::aPatient(1);
    second.alerts = {{test::key<AlertKey>("anticoagulant"), "apixaban"}};
    second.allergies = {{"latex", "rash"}, {"nickel", ""}};
    second.consents = {{.id = test::idOf<ConsentId>(800),
                        .scope = "dry needling",
                        .given = *parseIsoDate("2026-10-12")}};
    clinic->store().patients().add(second);
    mergePatients(*clinic, second.id, clinic.patient());
    PatientPresenter patient{*clinic, clinic.patient()};
    CHECK(patient.view().bar.alerts == Sentences{"Anticoagulant (apixaban)"});
    CHECK(patient.view().bar.allergies == Sentences{"latex (rash)", "nickel"});
    CHECK(patient.view().consents.size() == 1);
    CHECK(patient.patient() == *clinic->store().patients().find(clinic.patient())); // as stored

    {
        SessionPresenter chart{*clinic, patient.startSession()};
        chart.map().setLayer(Layer::Deepest);
        chart.map().clickedAt(clinic.on("quadratus_lumborum", Side::Right), 5);
        const auto& techniques = chart.view().card.value().techniques;
        const auto needling = std::ranges::find(techniques, test::key<TechniqueKey>("dry_needling"),
                                                &TechniqueChip::value);
        REQUIRE(needling != techniques.end());
        CHECK(needling->mark == CautionMark::Weigh); // told in the session too
    }
    unmergePatient(*clinic, second.id);
    patient.reload();
    CHECK(patient.view().bar.alerts.empty());

    THEN("what neither was asked stays unasked, and an empty list answers for nobody else") {
        auto first = *clinic->store().patients().find(clinic.patient());
        first.alerts.reset();
        clinic->store().patients().update(first);
        auto none = *clinic->store().patients().find(second.id);
        none.alerts.emplace();
        none.allergies.reset();
        clinic->store().patients().update(none);
        mergePatients(*clinic, second.id, clinic.patient());
        patient.reload();
        CHECK_FALSE(patient.view().bar.alertsAsked);
        CHECK(patient.view().bar.alerts == Sentences{"Alerts not asked"});
        CHECK(patient.view().bar.allergiesAnswer == AllergyAnswer::NotKnown);
    }
}

SCENARIO("an archived patient leaves the lists and nothing is lost") {
    test::OpenClinic clinic;
    static_cast<void>(SessionPresenter::begin(*clinic, clinic.caseId()));
    archivePatient(*clinic, clinic.patient());
    CHECK(findPatients(*clinic, "kov").empty());
    CHECK(listPatients(*clinic, "kov", 10).empty());
    CHECK(findPatients(*clinic, "kov", 10, Listing::Everything).at(0).archived);
    CHECK(PatientPresenter{*clinic, clinic.patient()}.view().bar.archived);
    CHECK(listSessions(*clinic, {}, 10).size() == 1);
    restorePatient(*clinic, clinic.patient());
    CHECK(findPatients(*clinic, "kov").size() == 1);
}

SCENARIO("drafts that were left unsigned are listed at sign-in") {
    test::OpenClinic clinic;
    const auto first = SessionPresenter::begin(*clinic, clinic.caseId());
    clinic.advance(std::chrono::hours{20});
    const auto second = SessionPresenter::begin(*clinic, clinic.caseId());
    CHECK(unsignedDrafts(*clinic).empty());
    clinic.advance(std::chrono::hours{5});
    const auto drafts = unsignedDrafts(*clinic);
    REQUIRE(drafts.size() == 1);
    CHECK(drafts[0].session == first);
    CHECK(drafts[0].patient == clinic.patient());
    CHECK(drafts[0].patientName == "Ana Kovács");
    CHECK(drafts[0].complaint == "Low back pain, right");
    CHECK(drafts[0].day == "Mon 23 Nov 2026");
    CHECK(drafts[0].waiting == "1 day");
    clinic.advance(std::chrono::hours{24});
    const auto later = unsignedDrafts(*clinic);
    REQUIRE(later.size() == 2);
    CHECK(later[0].session == first); // the oldest first
    CHECK(later[0].waiting == "2 days");
    CHECK(later[1].session == second);
}

SCENARIO("a patient's drafts are told, whose and of when, and nothing that was signed") {
    test::OpenClinic clinic;
    CHECK(openDrafts(*clinic, clinic.patient()).empty());
    const auto signedOne = SessionPresenter::begin(*clinic, clinic.caseId());
    clinic.advance(std::chrono::hours{1});
    const auto older = SessionPresenter::begin(*clinic, clinic.caseId());
    clinic.advance(std::chrono::hours{1});
    const auto newer = SessionPresenter::begin(*clinic, clinic.caseId());
    const auto sign = [&](const SessionId& id) {
        SessionPresenter chart{*clinic, id};
        chart.setPain(PainMoment::Now, test::pain(5));
        chart.sign();
    };
    sign(signedOne);
    const auto drafts = openDrafts(*clinic, clinic.patient());
    REQUIRE(drafts.size() == 2);
    CHECK(drafts[0].session == newer);
    CHECK(drafts[0].title.starts_with("Draft of 23 Nov"));
    CHECK(drafts[0].detail == "Low back pain, right");
    CHECK(drafts[1].session == older);
    sign(older);
    CHECK(openDrafts(*clinic, clinic.patient()).size() == 1);
}

SCENARIO("the clinic's settings are changed by its owner") {
    test::OpenClinic clinic;
    auto profile = clinic->profile();
    profile.pressureUnit = PressureUnit::KgfPerCm2;
    profile.phone = " 020 7946 0019 ";
    storeProfile(*clinic, profile);
    CHECK(clinic->profile().pressureUnit == PressureUnit::KgfPerCm2);
    CHECK(clinic->profile().phone == "020 7946 0019");
    clinic.reopen();
    CHECK(clinic->profile().pressureUnit == PressureUnit::KgfPerCm2);
    CHECK(pressureSign(clinic->profile().pressureUnit) == "kgf/cm²");
    CHECK(pressureUnits().size() == 3);

    profile.name = " ";
    CHECK(shownAll(problems(profile)) ==
          Sentences{"Name: is missing; enter the clinic's name as reports show it."});
    profile.name = "Northside";
    profile.timeZone = "London";
    CHECK(shownAll(problems(profile)) ==
          Sentences{"Time zone: London is not known; type it as Europe/London."});
    CHECK_THROWS_AS(storeProfile(*clinic, profile), EditRefused);
    profile.timeZone = "Europe/London";
    profile.address = std::string(501, 'a');
    CHECK(shownAll(problems(profile)) ==
          Sentences{"Address: is longer than 500 characters; shorten it."});
    CHECK(clinic->profile().name == "Northside Clinic");
}

} // namespace palpate::app
