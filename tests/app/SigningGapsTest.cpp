// SPDX-License-Identifier: MIT
// What signing would end unsaid: a technique that waits, a reason nobody gave, a running timer.
#include "app/Charting.h"
#include "domain/Error.h"
#include "support/Printing.h"

#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>

#include <algorithm>
#include <string>

namespace palpate::app {
namespace {

using test::Charting;
using test::key;

const auto kNeedling = test::key<TechniqueKey>("dry_needling");
const auto kAnticoagulant = test::key<AlertKey>("anticoagulant");

/// A session with a point of the gluteus medius selected.
struct Closing : Charting {
    TriggerPointId point = mark("gluteus_medius", Side::Left, Layer::Intermediate);

    [[nodiscard]] TreatmentPresenter& care() const { return chart->care(); }
    [[nodiscard]] bool names(const std::string& gap) const {
        return std::ranges::count(chart->checkSigning().gaps, gap, &SigningGap::text) == 1;
    }
    /// Another program enters the alerts.
    void enter(std::vector<Alert> alerts) {
        const auto other = clinic.programOfJo();
        auto patient = *other->store().patients().find(clinic.patient());
        patient.alerts = std::move(alerts);
        other->store().patients().update(patient);
    }
};

constexpr auto kUnanswered =
    "Dry needling at L gluteus medius: Anticoagulant (apixaban) calls for a reason, and none is "
    "given.";

} // namespace

SCENARIO("signing names a technique that was chosen and waits for a reason") {
    Closing session;
    session.enter({{kAnticoagulant, "apixaban"}});
    session.care().toggle(kNeedling);
    REQUIRE(session.view().asking);
    const auto gap = "Dry needling at L gluteus medius was not stored: it waits for a reason.";
    CHECK(session.names(gap));
    if (GENERATE(true, false)) {
        session.care().goOn("INR 2.1 today");
    } else {
        session.care().holdBack();
    }
    CHECK_FALSE(session.names(gap));
    CHECK_FALSE(session.names(kUnanswered));
}

SCENARIO("signing names a timer that still runs") {
    Closing session;
    session.care().toggle(key<TechniqueKey>("pressure_release"));
    session.clinic.advance(std::chrono::seconds{64});
    CHECK(
        session.names("The timer of Pressure release still runs: 1:04; stop it to log the time."));
    WHEN("it was started by hand") {
        session.care().startHold(session.chart->session().treatments.at(0).id);
        THEN("signing says that it logs it, and does") {
            CHECK(session.names(
                "The timer of Pressure release still runs: 1:04; signing stops it and logs it."));
            session.sign();
            CHECK(std::get<double>(session.stored().treatments.at(0).dose.at(0).value) == 64.0);
        }
    }
    WHEN("it runs longer than can be logged") {
        session.clinic.advance(std::chrono::hours{3});
        CHECK(session.names("The timer of Pressure release still runs: 181:04, longer than can be "
                            "logged; type the time instead."));
    }
    WHEN("it is stopped") {
        session.care().stopHold();
        CHECK(std::ranges::none_of(session.chart->checkSigning().gaps, [](const auto& gap) {
            return gap.text.starts_with("The timer");
        }));
    }
}

SCENARIO("signing names a technique that calls for a reason only since it was given") {
    Closing session;
    session.enter({});
    session.care().toggle(kNeedling);
    const auto given = session.chart->session().treatments.at(0).id;
    CHECK_FALSE(session.names(kUnanswered));
    session.enter({{kAnticoagulant, "apixaban"}});
    CHECK(session.names(kUnanswered));
    THEN("the card shows the alert too") {
        const auto& lines = session.view().card.value().treatments.at(0).cautions;
        REQUIRE(lines.size() == 1);
        CHECK(lines[0].needsReason);
        CHECK(lines[0].reason.empty());
    }
    THEN("the gap leads to the treatment, whose card asks for the reason") {
        const auto other = session.mark("quadratus_lumborum", Side::Right, Layer::Deepest);
        REQUIRE(session.view().card->id == other);
        const auto gaps = session.chart->checkSigning().gaps;
        const auto gap = std::ranges::find(gaps, kUnanswered, &SigningGap::text);
        REQUIRE(gap != gaps.end());
        REQUIRE(gap->treatment == given);
        session.care().show(*gap->treatment);
        REQUIRE(session.view().card->id == session.point);
        const auto& question = session.view().card->treatments.at(0).unanswered;
        REQUIRE(question);
        CHECK(question->heading == "Dry needling at L gluteus medius");
        REQUIRE(question->lines.size() == 1);
        CHECK(question->lines[0].alert == kAnticoagulant);
        CHECK_FALSE(question->reasons.empty());
    }
    WHEN("the reason is given afterwards") {
        session.care().giveReason(given, " INR 2.1 today ");
        THEN("it is kept, and undo takes it back") {
            CHECK(session.stored().treatments.at(0).wentOn ==
                  std::vector{WentOn{kAnticoagulant, "INR 2.1 today"}});
            CHECK_FALSE(session.names(kUnanswered));
            CHECK_FALSE(session.view().card->treatments.at(0).unanswered);
            session.chart->undo();
            CHECK(session.stored().treatments.at(0).wentOn.empty());
            CHECK(session.names(kUnanswered));
        }
        THEN("another alert that comes later gets its own, and the first one stays") {
            session.enter({{kAnticoagulant, "apixaban"}, {key<AlertKey>("bleeding_disorder"), ""}});
            REQUIRE(session.chart->checkSigning().gaps.at(0).text.starts_with(
                "Dry needling at L glut"));
            const auto& question = session.view().card->treatments.at(0).unanswered;
            REQUIRE(question);
            REQUIRE(question->lines.size() == 1); // the other alert has its reason
            CHECK(question->lines[0].alert == key<AlertKey>("bleeding_disorder"));
            session.care().giveReason(given, "Haematologist agrees");
            const auto kept = session.stored().treatments.at(0).wentOn;
            REQUIRE(kept.size() == 2);
            CHECK(kept[0] == WentOn{kAnticoagulant, "INR 2.1 today"});
            CHECK(kept[1] == WentOn{key<AlertKey>("bleeding_disorder"), "Haematologist agrees"});
        }
        THEN("again it changes nothing") {
            session.care().giveReason(given, "Something else");
            CHECK(session.stored().treatments.at(0).wentOn.at(0).reason == "INR 2.1 today");
        }
    }
    THEN("a blank reason is refused, and one for what is gone") {
        CHECK_THROWS_AS(session.care().giveReason(given, " "), EditRefused);
        session.care().remove(given);
        CHECK_THROWS_AS(session.care().giveReason(given, "late"), EditRefused);
    }
    THEN("it can be signed all the same") {
        session.sign();
        CHECK(session.view().frozen);
        CHECK_FALSE(session.view().card->treatments.at(0).unanswered);
    }
}

SCENARIO("an alert entered in another program meets the technique at once") {
    Closing session;
    session.enter({});
    session.care().toggle(key<TechniqueKey>("education"));
    session.enter({{kAnticoagulant, "apixaban"}});
    session.care().toggle(kNeedling);
    REQUIRE(session.view().asking);
    CHECK(session.stored().treatments.size() == 1);
    WHEN("one more comes while it is asked") {
        session.enter({{kAnticoagulant, "apixaban"}, {key<AlertKey>("bleeding_disorder"), ""}});
        session.care().goOn("INR 2.1 today");
        THEN("it is shown before anything is stored, and going on answers both") {
            CHECK(session.stored().treatments.size() == 1);
            REQUIRE(session.view().asking);
            CHECK(session.view().asking->lines.size() == 2);
            CHECK(session.view().message ==
                  "The patient's alerts changed meanwhile; read them before you go on.");
            session.care().goOn("INR 2.1 today");
            CHECK(session.stored().treatments.at(1).wentOn.size() == 2);
        }
    }
    WHEN("it is taken back while it is asked") {
        session.enter({});
        session.care().goOn("INR 2.1 today");
        THEN("no reason is kept for an alert that the patient has not") {
            CHECK_FALSE(session.view().asking);
            CHECK(session.stored().treatments.at(1).wentOn.empty());
        }
    }
}

} // namespace palpate::app
