// SPDX-License-Identifier: MIT
// A form that asks for a file, on a screen handed over.
#include "app/PatientsPart.h"

#include "app/FormFilling.h"
#include "storage/Store.h"

#include <catch2/catch_test_macros.hpp>

#include <fstream>
#include <string>

namespace palpate::app {

using test::formOf;
using test::ownForm;
using test::place;
using test::row;
using test::subjectOf;

namespace {

[[nodiscard]] FormPresenter handedOver(test::OpenClinic& clinic, const std::string& required) {
    ownForm(clinic, "scan",
            R"({"linkId": "pain", "type": "boolean", "text": "Does it hurt?", "required": true},
               {"linkId": "scan", "type": "attachment", "text": "The scan", "required": )" +
                required + "}");
    return {*clinic, formOf(clinic, "urn:clinic:scan"), subjectOf(clinic), FilledBy::Patient};
}

} // namespace

SCENARIO("a patient is asked for answers and not for files") {
    test::OpenClinic clinic;
    for (const std::string required : {"true", "false"}) {
        INFO("required: " << required);
        auto form = handedOver(clinic, required);
        CHECK(awaitsFile(form.view()));
        int told = 0;
        form.onChange = [&] { ++told; };
        CHECK(openForPatient(form) == std::vector<forms::FormPlace>{place("pain")});
        CHECK(told == 1);
        CHECK_FALSE(row(form, "pain").problems.empty());
        CHECK(row(form, "scan").problems.empty());

        CHECK_FALSE(form.setTruth(place("pain"), true));
        CHECK(openForPatient(form).empty());
        CHECK_FALSE(form.view().completed);

        // And the practitioner adds it afterwards.
        form.fillIn(FilledBy::Practitioner);
        FormPresenter after{*clinic, form.record()};
        const auto file = clinic.temp() / "scan.pdf";
        std::ofstream{file, std::ios::binary} << "%PDF-1.4\n%%EOF\n";
        if (required == "true") {
            CHECK(after.complete().size() == 1);
        }
        CHECK_FALSE(after.attach(place("scan"), file));
        CHECK_FALSE(awaitsFile(after.view()));
        CHECK(after.complete().empty());
        CHECK(after.view().completed);
        CHECK(row(after, "scan").text == "scan.pdf");
    }
}

} // namespace palpate::app
