// SPDX-License-Identifier: MIT
// The rules of everything around a session: contacts, allergies, consents, goals, plan, the end of
// a case, contact notes, snippets, everyday life.
#include "domain/Case.h"
#include "domain/CheckIn.h"
#include "domain/ContactNote.h"
#include "domain/Patient.h"
#include "domain/Practitioner.h"
#include "support/Builders.h"
#include "support/Printing.h"
#include "support/Shown.h"

#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>

#include <limits>

using namespace palpate;
using namespace palpate::test;

namespace {

using Sentences = std::vector<std::string>;

template <class Record> [[nodiscard]] Sentences said(const Record& record) {
    return shownAll(problems(record, kToday));
}

[[nodiscard]] Date daysFromToday(int days) {
    return Date{std::chrono::sys_days{kToday} + std::chrono::days{days}};
}

} // namespace

SCENARIO("the whole record of a patient is checked before being stored") {
    auto patient = aPatient();
    GIVEN("texts that are too long, the field is named") {
        const auto [field, name] = GENERATE(std::pair{&Patient::preferredName, "Preferred name"},
                                            std::pair{&Patient::gender, "Gender"},
                                            std::pair{&Patient::address, "Address"});
        patient.*field = std::string(200, 'x');
        CHECK(said(patient).empty());
        patient.*field += "x";
        CHECK(said(patient) ==
              Sentences{std::string{name} + ": is longer than 200 characters; shorten it."});
    }
    GIVEN("contacts") {
        const auto [contact, name] = GENERATE(std::pair{&Patient::emergency, "Emergency contact"},
                                              std::pair{&Patient::physician, "Physician"});
        const auto field = GENERATE(&Contact::name, &Contact::relation, &Contact::phone);
        (patient.*contact).*field = "\xff";
        CHECK(said(patient) ==
              Sentences{std::string{name} +
                        ": contains characters that are not valid UTF-8 text; type it again."});
    }
    GIVEN("an allergy without a substance") {
        patient.allergies = std::vector{Allergy{" ", "rash"}};
        CHECK(said(patient) ==
              Sentences{"Allergy: needs its substance; name it or remove the line."});
        patient.allergies = std::vector{Allergy{"latex", std::string(201, 'r')}};
        CHECK(said(patient) == Sentences{"Allergy: is longer than 200 characters; shorten it."});
        patient.allergies->clear();
        CHECK(said(patient).empty());
    }
    GIVEN("a consent") {
        Consent consent{.id = idOf<ConsentId>(800), .scope = "dry needling", .given = kToday};
        const auto saidWith = [&] {
            patient.consents = {consent};
            return said(patient);
        };
        CHECK(saidWith().empty());
        consent.withdrawn = kToday;
        CHECK(saidWith().empty());
        const Sentences order{
            "Consent: was withdrawn before it was given or in the future; check the date."};
        consent.withdrawn = daysFromToday(-1);
        CHECK(saidWith() == order);
        consent.withdrawn = daysFromToday(1);
        CHECK(saidWith() == order);
        consent.withdrawn.reset();
        consent.given = daysFromToday(1);
        CHECK(saidWith() == Sentences{"Consent: its day lies in the future; check the date."});
        consent.given = kToday;
        consent.scope = " ";
        CHECK(saidWith() == Sentences{"Consent: needs its scope; say what was agreed to."});
    }
}

SCENARIO("goals, plan and end of a case are checked before being stored") {
    auto record = aCase();
    GIVEN("a goal") {
        record.goals = {{.id = idOf<GoalId>(900), .text = "run", .by = daysFromToday(90)}};
        CHECK(said(record).empty());
        record.goals[0].text = " ";
        CHECK(said(record) ==
              Sentences{"Goal: is missing; say it in a few words or remove the line."});
        record.goals[0].text = "run";
        record.goals[0].by =
            Date{std::chrono::year{2026}, std::chrono::month{2}, std::chrono::day{30}};
        CHECK(said(record) == Sentences{"Goal: there is no such day; check the date."});
    }
    GIVEN("a plan") {
        const auto good = GENERATE(0.5, 2.0, 14.0);
        record.plan = {.visitsPerWeek = good, .weeks = 104};
        CHECK(said(record).empty());
        const auto bad = GENERATE(0.0, -1.0, 14.5, std::numeric_limits<double>::quiet_NaN());
        record.plan.visitsPerWeek = bad;
        CHECK(said(record) ==
              Sentences{"Visits a week: more than 0 and at most 14; check the number."});
        record.plan.visitsPerWeek.reset();
        record.plan.weeks = GENERATE(0, 105);
        CHECK(said(record) == Sentences{"Weeks: 1 to 104; check the number."});
    }
    GIVEN("an end") {
        record.closed = kToday;
        CHECK(said(record) == Sentences{"Closed: an open case has no closing day; remove the day "
                                        "or close the case."});
        record.status = GENERATE(CaseStatus::Discharged, CaseStatus::ReferredOn);
        CHECK(said(record).empty());
        record.closed = daysFromToday(1);
        CHECK(said(record) == Sentences{"Closed: lies in the future; check the date."});
    }
    GIVEN("texts that are too long") {
        record.onsetAbout = record.outcome = record.referredTo = std::string(501, 'x');
        record.furtherDiagnoses = {std::string(501, 'M')};
        CHECK(said(record).size() == 4);
    }
}

SCENARIO("a contact note is checked before being stored") {
    ContactNote note{.id = idOf<ContactNoteId>(850),
                     .caseId = aCase().id,
                     .by = aPractitioner().id,
                     .at = kNow,
                     .writtenAt = kNow,
                     .text = "rang"};
    const auto saidNow = [&] { return shownAll(problems(note, kNow)); };
    CHECK(saidNow().empty());
    note.text = " \n";
    CHECK(saidNow() == Sentences{"Note: is missing; say what was talked about."});
    note.text = std::string(20001, 'x');
    CHECK(saidNow() == Sentences{"Note: is longer than 20000 characters; shorten it."});
    note.text = "rang";
    note.at += std::chrono::seconds{1};
    CHECK(saidNow() == Sentences{"Contact: lies in the future; check day and time."});
}

SCENARIO("a snippet is checked before being stored") {
    const auto saidOf = [](std::string shortcut, std::string text) {
        return shownAll(problems(Snippet{std::move(shortcut), std::move(text)}));
    };
    CHECK(saidOf("ql", "quadratus lumborum").empty());
    CHECK(saidOf("Home-care_2", "x").empty());
    CHECK(saidOf(std::string(20, 'a'), "x").empty());
    const Sentences shortcut{"Shortcut: takes 1 to 20 letters, digits, '-' or '_', as in ql."};
    for (const auto* bad : {"", ";ql", "q l", "ql.", "qü", "aaaaaaaaaaaaaaaaaaaaa"}) {
        CAPTURE(bad);
        CHECK(saidOf(bad, "x") == shortcut);
    }
    CHECK(saidOf("ql", " ") == Sentences{"Text: is missing; write what the shortcut stands for."});
    CHECK(saidOf("ql", std::string(20001, 'x')) ==
          Sentences{"Text: is longer than 20000 characters; shorten it."});
}

SCENARIO("slips of typing in everyday life are told") {
    CheckIn checkIn;
    CHECK(problems(checkIn).empty());
    checkIn = {.sleepHours = 0,
               .stress = StressScore::from(10),
               .waterLitres = 20,
               .sittingHours = 24,
               .activeDays = 0,
               .homeCareDays = 7};
    CHECK(problems(checkIn).empty());
    checkIn = {.sleepHours = 24.5,
               .stress = {},
               .waterLitres = -0.1,
               .sittingHours = std::numeric_limits<double>::quiet_NaN(),
               .activeDays = 8,
               .homeCareDays = -1};
    CHECK(shownAll(problems(checkIn)) ==
          Sentences{"Sleep: is a number of hours a night, 0 to 24; check it.",
                    "Water: is a number of litres a day, 0 to 20; check it.",
                    "Sitting: is a number of hours a day, 0 to 24; check it.",
                    "Active days: is a number of days of the last week, 0 to 7; check it.",
                    "Home care: is a number of days of the last week, 0 to 7; check it."});
}

TEST_CASE("every word of a hand, a contact and a unit finds its value again") {
    const auto hand = GENERATE(Hand::NotAsked, Hand::Right, Hand::Left, Hand::Both);
    CHECK(parseHand(name(hand)) == hand);
    for (const auto kind : kContactKinds) {
        CHECK(parseContactKind(name(kind)) == kind);
    }
    const auto unit =
        GENERATE(PressureUnit::Kilopascals, PressureUnit::KgfPerCm2, PressureUnit::NewtonsPerCm2);
    CHECK(parsePressureUnit(name(unit)) == unit);
    CHECK_FALSE(parseHand("ambidextrous"));
    CHECK_FALSE(parseContactKind("fax"));
    CHECK_FALSE(parsePressureUnit("bar"));
}
