// SPDX-License-Identifier: MIT
#include "app/ClinicLists.h"

#include "app/OpenClinic.h"
#include "app/WhatHelps.h"
#include "storage/Store.h"
#include "support/Printing.h"

#include <catch2/catch_approx.hpp>
#include <catch2/catch_test_macros.hpp>
#include <catch2/matchers/catch_matchers_string.hpp>

#include <algorithm>
#include <chrono>

namespace palpate::app {

namespace {

using Catch::Approx;
using Catch::Matchers::ContainsSubstring;
using std::chrono::days;
using std::chrono::hours;

/// Patient and case `number`, their record open.
void addPatient(test::OpenClinic& clinic, std::uint32_t number) {
    auto patient = test::aPatient(number);
    patient.familyName = "Family" + std::to_string(number);
    clinic->store().patients().add(patient);
    clinic->store().cases().add(test::aCase(number));
}

/// A draft of patient `number`, so many days ago at a quarter to eleven; pain now asked.
[[nodiscard]] Session visit(std::uint32_t number, std::uint32_t id, int daysAgo) {
    auto session = test::aSession(id);
    session.patient = test::aPatient(number).id;
    session.caseId = test::aCase(number).id;
    session.startedAt = test::kNow - days{daysAgo};
    session.writtenAt = session.startedAt;
    session.painNow = test::pain(4);
    return session;
}

[[nodiscard]] Date dayIn(int daysFromNow) {
    return Date{std::chrono::sys_days{test::kToday} + days{daysFromNow}};
}

[[nodiscard]] bool names(const ClinicListView& view, std::uint32_t number) {
    return std::ranges::any_of(
        view.rows, [&](const ClinicListRow& row) { return row.caseId == test::aCase(number).id; });
}

/// A patient whose point was released twice; each time by so much.
void addTreated(test::OpenClinic& clinic, std::uint32_t number, int by) {
    addPatient(clinic, number);
    for (const std::uint32_t i : {0U, 1U}) {
        auto session = visit(number, number * 10 + i, i == 0 ? 14 : 7);
        auto finding = test::aFindingOn("quadratus_lumborum", 1);
        finding.point.id = test::idOf<TriggerPointId>(2000 + number);
        finding.tenderness = test::tenderness(8 - static_cast<int>(i));
        session.findings = {finding};
        auto treatment = test::aTreatmentAt(1, 1000 + number * 10 + i);
        treatment.target = finding.point.id;
        treatment.tendernessAfter = test::tenderness(finding.tenderness->value() + by);
        session.treatments = {treatment};
        clinic->store().sessions().begin(session);
    }
}

} // namespace

SCENARIO("a clinic without sessions has empty lists that say so") {
    test::OpenClinic clinic;
    const auto lists = clinicLists(*clinic);
    REQUIRE(lists.size() == 6);
    for (const auto& list : lists) {
        INFO(list.title);
        CHECK(list.rows.empty());
        CHECK(list.count == 0);
        CHECK_FALSE(list.isMore);
        CHECK_FALSE(list.title.empty());
        CHECK_FALSE(list.empty.empty());
    }
}

SCENARIO("the day's lists hold what is due, most pressing first") {
    test::OpenClinic clinic;
    for (const std::uint32_t number : {1U, 2U, 3U, 4U}) {
        addPatient(clinic, number);
    }
    auto& sessions = clinic->store().sessions();
    sessions.begin(visit(0, 0, 0)); // today
    auto agreed = visit(1, 1, 7);
    agreed.nextVisit = test::kToday;
    sessions.begin(agreed);
    sessions.begin(visit(2, 2, 35)); // silent, its pain old
    auto coming = visit(3, 3, 40);
    coming.nextVisit = dayIn(2);
    coming.homeCare = {{test::key<HomeCareKey>("stretch_ql"), "daily"}};
    sessions.begin(coming);
    auto unasked = visit(4, 4, 29);
    unasked.painNow.reset();
    sessions.begin(unasked);

    THEN("today holds the session that was begun and the visit that is agreed") {
        const auto today = clinicList(*clinic, ClinicList::Today, 50);
        REQUIRE(today.rows.size() == 2);
        CHECK(today.count == 2);
        CHECK(today.rows[0].session == test::aSession(0).id);
        CHECK(today.rows[0].what == "Low back pain, right · session 1, draft");
        CHECK(today.rows[0].when == "today 10:45");
        CHECK_FALSE(today.rows[1].session);
        CHECK(today.rows[1].what == "Low back pain, right · visit agreed");
        CHECK(today.rows[1].patientName.starts_with("Family1, "));
    }
    THEN("a visit that was agreed and has begun stands there once") {
        auto begun = visit(1, 11, 0);
        begun.startedAt += hours{1};
        sessions.begin(begun);
        const auto today = clinicList(*clinic, ClinicList::Today, 50);
        CHECK(today.rows.size() == 2);
        CHECK(names(today, 1));
    }
    THEN("all drafts of the person are there, the earliest first") {
        const auto drafts = clinicList(*clinic, ClinicList::Drafts, 50);
        REQUIRE(drafts.rows.size() == 5);
        CHECK(drafts.rows.front().caseId == test::aCase(3).id);
        CHECK(drafts.rows.front().when == "40 days ago");
        CHECK(drafts.rows.back().what == "Low back pain, right · session 1, draft since 10:45");
    }
    THEN("re-assessment is due where pain was asked too long ago, or never") {
        const auto due = clinicList(*clinic, ClinicList::Reassessment, 50);
        CHECK(due.count == 3);
        CHECK(names(due, 2));
        CHECK(names(due, 3));
        REQUIRE(names(due, 4));
        CHECK_THAT(due.rows.back().what, ContainsSubstring("pain never asked"));
    }
    THEN("home care is to be reviewed where nobody asked about it") {
        const auto reviews = clinicList(*clinic, ClinicList::HomeCare, 50);
        REQUIRE(reviews.rows.size() == 1);
        CHECK(names(reviews, 3));
        CHECK(reviews.rows[0].when == "40 days ago");
    }
    THEN("silent is a case without a visit for thirty days and none to come") {
        const auto silent = clinicList(*clinic, ClinicList::Silent, 50);
        REQUIRE(silent.rows.size() == 1);
        CHECK(names(silent, 2));
        CHECK(silent.rows[0].what == "Low back pain, right · seen last on 19 Oct");
        CHECK(silent.rows[0].when == "35 days ago");
    }
    THEN("a limit cuts rows and not the count") {
        const auto drafts = clinicList(*clinic, ClinicList::Drafts, 2);
        CHECK(drafts.rows.size() == 2);
        CHECK(drafts.count == 5);
        CHECK(clinicList(*clinic, ClinicList::Today, 1).rows.size() == 1);
        CHECK(clinicList(*clinic, ClinicList::Today, 1).count == 2);
    }
}

SCENARIO("thirty days ago is not yet silent, thirty-one is") {
    test::OpenClinic clinic;
    clinic->store().sessions().begin(visit(0, 0, 30));
    CHECK(clinicList(*clinic, ClinicList::Silent, 50).rows.empty());
    clinic.advance(std::chrono::milliseconds{hours{24}});
    CHECK(clinicList(*clinic, ClinicList::Silent, 50).rows.size() == 1);
    GIVEN("its case is discharged") {
        auto record = test::aCase();
        record.status = CaseStatus::Discharged;
        clinic->store().cases().update(record);
        CHECK(clinicList(*clinic, ClinicList::Silent, 50).rows.empty());
    }
}

SCENARIO("what helps in a clinic is told from ten patients on") {
    test::OpenClinic clinic;
    for (std::uint32_t number = 1; number <= 9; ++number) {
        addTreated(clinic, number, number % 2 == 0 ? -2 : -3);
    }
    GIVEN("nine patients") {
        const auto helps = whatHelpsHere(*clinic);
        REQUIRE(helps);
        CHECK(helps->rows.empty());
        CHECK(helps->tooFew == 1);
    }
    GIVEN("ten") {
        addTreated(clinic, 10, -2);
        const auto helps = whatHelpsHere(*clinic);
        REQUIRE(helps);
        REQUIRE(helps->rows.size() == 1);
        const auto& help = helps->rows.front();
        CHECK(help.patients == 10);
        CHECK(help.uses == 20);
        REQUIRE(help.atOnce);
        CHECK(help.atOnce->count == 20);
        CHECK(help.atOnce->mean == Approx(-2.5));
        // Ten times -3 and ten times -2: 2.0930 * sqrt(5 / 19 / 20).
        CHECK(help.atOnce->low == Approx(-2.7401).margin(0.0001));
        REQUIRE(help.atNextVisit);
        CHECK(help.atNextVisit->mean == Approx(-1));
        CHECK_THAT(help.sentence, ContainsSubstring("20 uses in 10 patients"));
        CHECK_THAT(helps->warning, ContainsSubstring("observation, not proof"));
        CHECK_THAT(helps->warning, ContainsSubstring("narrower"));
    }
    GIVEN("nine whose treatment was not measured, and one measured ten times") {
        test::OpenClinic other;
        for (std::uint32_t number = 1; number <= 10; ++number) {
            addPatient(other, number);
            for (std::uint32_t i = 0; i < (number == 1 ? 11U : 1U); ++i) {
                auto session = visit(number, number * 20 + i, 60 - static_cast<int>(i));
                auto finding = test::aFindingOn("quadratus_lumborum", 1);
                finding.point.id = test::idOf<TriggerPointId>(2000 + number);
                finding.tenderness = test::tenderness(6);
                session.findings = {finding};
                auto treatment = test::aTreatmentAt(1, 1000 + number * 20 + i);
                treatment.target = finding.point.id;
                treatment.tendernessAfter.reset();
                if (number == 1) {
                    treatment.tendernessAfter = test::tenderness(4);
                }
                session.treatments = {treatment};
                other->store().sessions().begin(session);
            }
        }
        const auto outcomes = other->store().outcomes().list();
        REQUIRE(outcomes.size() == 1);
        CHECK(outcomes.front().patients == 10);
        CHECK(outcomes.front().atOnce.count == 11);
        CHECK(outcomes.front().atOncePatients == 1);
        CHECK(outcomes.front().atNextVisit.count == 10);
        CHECK(outcomes.front().atNextVisitPatients == 1);
        THEN("the values of one patient are no mean of the clinic") {
            const auto helps = whatHelpsHere(*other);
            REQUIRE(helps);
            CHECK(helps->rows.empty());
            CHECK(helps->tooFew == 1);
        }
    }
    GIVEN("somebody who does not want to wait") {
        CHECK_FALSE(whatHelpsHere(*clinic, [](double) { return false; }));
        CHECK(whatHelpsHere(*clinic, [](double share) { return share >= 0 && share <= 1; }));
    }
    GIVEN("each patient alone") {
        THEN("patient and clinic are counted by the same rules") {
            addTreated(clinic, 10, -2);
            const auto here = whatHelpsHere(*clinic);
            int uses = 0;
            double atOnce = 0;
            for (std::uint32_t number = 1; number <= 10; ++number) {
                auto sessions = clinic->store().sessions().ofPatient(test::aPatient(number).id);
                // Once more, so that three values are there to be shown.
                auto again = sessions.back();
                again.id = test::idOf<SessionId>(900);
                sessions.push_back(again);
                const auto one = whatHelps(*clinic, sessions);
                REQUIRE(one.rows.size() == 1);
                uses += one.rows.front().uses - 1;
                atOnce += one.rows.front().atOnce->mean;
            }
            CHECK(uses == here->rows.front().uses);
            CHECK(atOnce / 10 == Approx(here->rows.front().atOnce->mean));
        }
    }
}

} // namespace palpate::app
