// SPDX-License-Identifier: MIT
#include "app/RecordForms.h"

#include "app/DiagnosisChoices.h"
#include "app/OpenClinic.h"
#include "app/PatientList.h"
#include "app/PatientPresenter.h"
#include "app/SessionPresenter.h"
#include "domain/Error.h"
#include "storage/Store.h"
#include "support/Printing.h"

#include <catch2/catch_test_macros.hpp>
#include <catch2/matchers/catch_matchers_string.hpp>

namespace palpate::app {

using Catch::Matchers::ContainsSubstring;

SCENARIO("a new patient is stored as typed, and a slip is named") {
    test::OpenClinic clinic;
    PatientForm form;
    form.familyName = "  Παπαδοπούλου ";
    form.givenName = "Ελένη";
    form.birthDate = "14.3.1980";
    WHEN("all is well") {
        const auto id = addPatient(*clinic, form);
        THEN("the record says what was typed and nothing that was not") {
            const auto stored = clinic->store().patients().find(id);
            REQUIRE(stored);
            CHECK(stored->familyName == "Παπαδοπούλου");
            CHECK(stored->birthDate == parseIsoDate("1980-03-14"));
            CHECK(stored->sex == Sex::NotAsked);
            CHECK_FALSE(stored->alerts.has_value());
        }
        THEN("she is found by the beginning of her name, without the accent") {
            const auto lines = findPatients(*clinic, "ελεν");
            REQUIRE(lines.size() == 1);
            CHECK(lines[0].name == "Παπαδοπούλου, Ελένη");
            CHECK(findPatients(*clinic, "kovacs").size() == 1); // Kovács, without the accent
        }
        THEN("alerts that were asked and not there are another thing than not asked") {
            form.alertsAsked = true;
            updatePatient(*clinic, *clinic->store().patients().find(id), form);
            const auto stored = clinic->store().patients().find(id);
            REQUIRE(stored->alerts.has_value());
            CHECK(stored->alerts->empty());
        }
    }
    WHEN("the birth date is no date") {
        form.birthDate = "31.2.1980";
        THEN("nothing is stored and one sentence names the field") {
            const auto before = clinic->store().patients().count();
            CHECK_THROWS_AS(addPatient(*clinic, form), EditRefused);
            CHECK(clinic->store().patients().count() == before);
            REQUIRE(problems(form, *clinic).size() == 1);
            CHECK_THAT(shown(problems(form, *clinic)[0]), ContainsSubstring("Birth date"));
        }
    }
}

SCENARIO("a case takes a diagnosis that exists") {
    test::OpenClinic clinic;
    CaseForm form;
    form.complaint = "Low back pain, right";
    form.diagnosis = "M54.5";
    REQUIRE(problems(form, *clinic).size() == 1);
    CHECK_THAT(shown(problems(form, *clinic)[0]), ContainsSubstring("M54.59"));
    form.diagnosis = diagnosisChoices(*clinic, "m5459").at(0).line();
    const auto id = addCase(*clinic, clinic.patient(), form);
    CHECK(clinic->store().cases().find(id)->diagnosisCode == "M54.59");
}

SCENARIO("the overview of a patient follows the record") {
    test::OpenClinic clinic;
    PatientPresenter patient{*clinic, clinic.patient()};
    CHECK(patient.view().nextLabel == "Start session 1");
    CHECK(patient.view().sessions.empty());
    const auto id = patient.startSession();
    CHECK(patient.startSession() == id);
    {
        SessionPresenter chart{*clinic, id};
        chart.setPain(PainMoment::Now, test::pain(7));
        chart.map().setLayer(Layer::Deepest);
        chart.map().clickedAt(clinic.on("quadratus_lumborum", Side::Right), 5);
        chart.setState(State::Active);
        chart.setNote(NotePart::Subjective, "Hurts when sitting for long.");
        chart.sign();
    }
    patient.reload();
    CHECK(patient.view().nextLabel == "Start session 2");
    CHECK(patient.view().openPointsText == "1 active · 0 latent · 0 resolved");
    REQUIRE(patient.view().sessions.size() == 1);
    CHECK(patient.view().sessions[0].numbers == "pain 7 · 1 point");
    CHECK(patient.view().sessions[0].status == "signed");
    CHECK_THAT(patient.view().planText, ContainsSubstring("right quadratus lumborum"));
    CHECK_FALSE(patient.trendPicture(80, 50).shapes.empty());
    CHECK_FALSE(patient.openPointsPicture(80, 60).shapes.empty());
    const auto found = findSessions(*clinic, "ql sitting");
    REQUIRE(found.size() == 1);
    CHECK(found[0].id == id);
}

SCENARIO("a patient who is not there is one clear sentence") {
    test::OpenClinic clinic;
    CHECK_THROWS_AS((PatientPresenter{*clinic, test::idOf<PatientId>(999)}), StorageError);
}

} // namespace palpate::app
