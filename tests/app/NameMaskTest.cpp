// SPDX-License-Identifier: MIT
// What a text shows while names are hidden on the screen.
#include "app/NameMask.h"

#include "app/OpenClinic.h"
#include "storage/PatientRepository.h"
#include "storage/Store.h"

#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators_all.hpp>
#include <catch2/matchers/catch_matchers_string.hpp>

#include <string>
#include <utility>

namespace {

using namespace palpate;
using Catch::Matchers::ContainsSubstring;

TEST_CASE("names are initials and numbers are dots, wherever they stand", "[privacy]") {
    app::NameMask mask;
    mask.addName("Ana Kovács");
    mask.addName("Kovács, Ana");
    mask.addName("Anna-Maria O’Neil");
    mask.addName("called Ani", 1);
    mask.addNumber("14 Mar 1980");
    mask.addNumber("+36 30 123-4567");
    const auto [text, shown] = GENERATE(table<std::string, std::string>({
        {"Ana Kovács", "A. K."},
        {"Kovács, Ana", "K., A."},
        {"ANA KOVACS · 46 y", "A. K. · 46 y"},
        {"merged into Ana Kovács: opening it opens that one",
         "merged into A. K.: opening it opens that one"},
        {"Anna-Maria O’Neil", "A.-M. O.’N."},
        {"called Ani · born 14 Mar 1980", "called A. · born •• •• ••"},
        {"Call +36 30 123-4567.", "Call +•• •• ••-••."},
        {"Ana Kovács and Ana Kovács", "A. K. and A. K."},
    }));
    CHECK(mask.masked(text) == shown);
}

TEST_CASE("what only resembles a name stays", "[privacy]") {
    app::NameMask mask;
    mask.addName("Rose Hill");
    mask.addNumber("14 Mar 1980");
    const std::string text =
        GENERATE("Rose from the chair", "Hill, rose", "Rosehill", "Primrose Hill", "Rose Hills",
                 "14 Mar 1981", "Mar 1980", "", " · ", "1980", "\xC3");
    CHECK(mask.masked(text) == text);
    CHECK(app::NameMask{}.masked("Rose Hill") == "Rose Hill");
}

TEST_CASE("an empty name hides nothing", "[privacy]") {
    app::NameMask mask;
    mask.addName("");
    mask.addName(" , ");
    mask.addName("called", 1);
    mask.addNumber("");
    CHECK(mask.isEmpty());
}

TEST_CASE("the longer of two names that begin alike is hidden whole", "[privacy]") {
    app::NameMask mask;
    mask.addName("Ana");
    mask.addName("Ana Maria Kovács");
    CHECK(mask.masked("Ana Maria Kovács, Ana Maria") == "A. M. K., A. Maria");
}

SCENARIO("names of the whole clinic are hidden, and more of who is open", "[privacy]") {
    GIVEN("a clinic with two patients") {
        test::OpenClinic clinic;
        Patient first = *clinic->store().patients().find(clinic.patient());
        first.preferredName = "Ani";
        first.phone = "+36 30 123 4567";
        first.emergency.name = "Piroska Nagy";
        clinic->store().patients().update(first);
        Patient second = test::aPatient();
        second.id = PatientId::create(clinic->ids());
        second.familyName = "Lindgren";
        second.givenName = "Rose";
        second.birthDate = Date{std::chrono::year{1975} / 6 / 2};
        clinic->store().patients().add(second);
        app::NameMask mask = app::maskOfEverybody(*clinic);
        const std::string name = fullName(first);
        WHEN("nobody is open") {
            THEN("whole names and birth dates are hidden, single words are not") {
                CHECK_THAT(mask.masked(name), !ContainsSubstring(first.familyName));
                CHECK(mask.masked("Lindgren, Rose") == "L., R.");
                CHECK(mask.masked("born 2 Jun 1975") == "born •• •• ••");
                CHECK(mask.masked("called Ani") == "called A.");
                CHECK(mask.masked("Rose from a chair") == "Rose from a chair");
            }
        }
        WHEN("the first record is open") {
            app::addPatient(mask, *clinic, first.id);
            THEN("each of its names is hidden, and how to reach them") {
                CHECK(mask.masked(first.familyName) == first.familyName.substr(0, 1) + ".");
                CHECK(mask.masked("Ani says so") == "A. says so");
                CHECK(mask.masked("+36 30 123 4567") == "+•• •• •• ••");
                CHECK(mask.masked("Piroska Nagy") == "P. N.");
                CHECK(mask.masked("Rose from a chair") == "Rose from a chair");
            }
        }
    }
}

} // namespace
