// SPDX-License-Identifier: MIT
// What the patient's alerts say of a technique: told before it is given, and why one went on.
#include "app/Charting.h"
#include "app/TreatmentPresenter.h"
#include "domain/Error.h"
#include "reference/Reference.h"
#include "support/Printing.h"

#include <catch2/catch_test_macros.hpp>
#include <catch2/matchers/catch_matchers_string.hpp>

#include <algorithm>

namespace palpate::app {
namespace {

using Catch::Matchers::ContainsSubstring;
using Catch::Matchers::StartsWith;
using test::Charting;
using test::key;

const auto kNeedling = test::key<TechniqueKey>("dry_needling");

/// A session with a point of the gluteus medius selected, of a patient with these alerts.
struct Cautious : Charting {
    explicit Cautious(std::optional<std::vector<Alert>> alerts) {
        give(std::move(alerts));
        reopen();
        mark("gluteus_medius", Side::Left, Layer::Intermediate);
    }
    void give(std::optional<std::vector<Alert>> alerts) {
        auto patient = test::aPatient();
        patient.alerts = std::move(alerts);
        clinic->store().patients().update(patient);
    }
    [[nodiscard]] TreatmentPresenter& care() const { return chart->care(); }
    [[nodiscard]] TechniqueChip chip(const TechniqueKey& technique) const {
        const auto& chips = view().card.value().techniques;
        return *std::ranges::find(chips, technique, &TechniqueChip::value);
    }
};

[[nodiscard]] std::vector<Alert> anticoagulant() {
    return {Alert{key<AlertKey>("anticoagulant"), "apixaban"}};
}

} // namespace

SCENARIO("what speaks against a technique is told before it is given") {
    Cautious session{anticoagulant()};
    CHECK(session.chip(kNeedling).mark == CautionMark::Weigh);
    CHECK_THAT(session.chip(kNeedling).caution, StartsWith("Anticoagulant"));
    session.care().toggle(kNeedling);
    THEN("nothing is stored, and the question says all of it") {
        CHECK(session.stored().treatments.empty());
        REQUIRE(session.view().asking);
        const auto& asking = *session.view().asking;
        CHECK(asking.heading == "Dry needling at L gluteus medius");
        REQUIRE(asking.lines.size() == 1);
        CHECK_THAT(asking.lines[0].heading, StartsWith("Anticoagulant (apixaban): "));
        CHECK_THAT(asking.lines[0].text, ContainsSubstring("Confirm drug, dose"));
        CHECK(asking.lines[0].needsReason);
        CHECK_FALSE(asking.lines[0].sources.empty());
        CHECK_FALSE(asking.reasons.empty());
    }
    WHEN("one holds back") {
        session.care().holdBack();
        CHECK_FALSE(session.view().asking);
        CHECK(session.stored().treatments.empty());
        CHECK_THROWS_AS(session.care().goOn("too late"), EditRefused);
    }
    WHEN("one goes on without a reason") {
        CHECK_THROWS_AS(session.care().goOn("  \n"), EditRefused);
        THEN("it is asked still and nothing is stored") {
            CHECK(session.view().asking);
            CHECK(session.stored().treatments.empty());
        }
    }
    WHEN("one goes on with a reason") {
        session.care().goOn(" INR 2.1 today, superficial only ");
        THEN("the reason is kept with the alert it answers") {
            CHECK_FALSE(session.view().asking);
            REQUIRE(session.stored().treatments.size() == 1);
            CHECK(session.stored().treatments[0].wentOn ==
                  std::vector{
                      WentOn{key<AlertKey>("anticoagulant"), "INR 2.1 today, superficial only"}});
            const auto& card = session.view().card.value().treatments.at(0);
            REQUIRE(card.cautions.size() == 1);
            CHECK(card.cautions[0].reason == "INR 2.1 today, superficial only");
        }
        THEN("it stays when the alert is taken off the record, and when the session is signed") {
            session.give(std::vector<Alert>{});
            session.chart->reloadPatient();
            const auto lines = [&] {
                return session.view().card.value().treatments.at(0).cautions;
            };
            REQUIRE(lines().size() == 1);
            CHECK(lines()[0].heading == "Anticoagulant");
            CHECK(lines()[0].reason == "INR 2.1 today, superficial only");
            session.sign();
            CHECK(lines().size() == 1);
            session.give({{Alert{key<AlertKey>("anticoagulant"), ""},
                           Alert{key<AlertKey>("osteoporosis"), ""}}});
            session.chart->reloadPatient();
            THEN("a signed session says nothing that is known only since") {
                REQUIRE(lines().size() == 1);
                CHECK(lines()[0].alert == key<AlertKey>("anticoagulant"));
            }
        }
        THEN("it is proposed first the next time, of this session and of later ones") {
            session.mark("piriformis", Side::Right, Layer::Deep);
            session.care().toggle(kNeedling);
            CHECK(session.view().asking.value().reasons.at(0) == "INR 2.1 today, superficial only");
            session.care().goOn("Another reason");
            session.chart->setPain(PainMoment::Now, test::pain(4));
            session.next();
            session.mark("iliocostalis_lumborum", Side::Left, Layer::Superficial);
            session.care().toggle(kNeedling);
            const auto& reasons = session.view().asking.value().reasons;
            CHECK(std::ranges::count(reasons, "INR 2.1 today, superficial only") == 1);
            CHECK(std::ranges::count(reasons, "Another reason") == 1);
            CHECK(std::ranges::find(reasons, "Another reason") - reasons.begin() < 2);
        }
    }
    WHEN("its point goes while it is asked") {
        session.chart->undo();
        CHECK_FALSE(session.view().asking);
    }
    WHEN("another technique is chosen instead, which needs no reason") {
        session.care().toggle(key<TechniqueKey>("education"));
        CHECK_FALSE(session.view().asking);
    }
}

SCENARIO("a technique whose pair was never checked says so, and can be given") {
    Cautious session{std::vector<Alert>{}};
    const auto& reference = session.clinic->reference();
    // Some pair that the table lacks, of a technique that is in use.
    std::optional<std::pair<AlertKey, TechniqueKey>> unchecked;
    for (const auto& alert : reference.alerts().all()) {
        for (const auto& technique : reference.techniques().all()) {
            if (!unchecked && reference.alerts().rowFor(alert.key, technique.key) == nullptr) {
                unchecked = std::pair{alert.key, technique.key};
            }
        }
    }
    REQUIRE(unchecked);
    session.give({{Alert{unchecked->first, ""}}});
    session.chart->reloadPatient();
    CHECK(session.chip(unchecked->second).mark == CautionMark::NotChecked);
    CHECK_FALSE(session.chip(unchecked->second).caution.empty());
    session.care().toggle(unchecked->second);
    if (session.view().asking) {
        session.care().goOn("looked up");
    }
    const auto& card = session.view().card.value().treatments.at(0);
    REQUIRE(card.cautions.size() == 1);
    CHECK(card.cautions[0].mark == CautionMark::NotChecked);
    CHECK_FALSE(card.cautions[0].text.empty());
}

SCENARIO("alerts that were never asked are named, and an alert given later meets at once") {
    Cautious session{std::nullopt};
    CHECK(session.chip(kNeedling).mark == CautionMark::NotChecked);
    session.care().toggle(kNeedling);
    if (session.view().asking) {
        session.care().goOn("asked today: none");
    }
    REQUIRE(session.view().card.value().treatments.size() == 1);
    const auto line = [&] { return session.view().card.value().treatments.at(0).cautions.at(0); };
    CHECK_FALSE(line().alert);
    session.give(anticoagulant());
    session.chart->reloadPatient();
    CHECK(line().alert == key<AlertKey>("anticoagulant"));
    CHECK_THAT(line().heading, StartsWith("Anticoagulant (apixaban): "));
    CHECK(line().reason.empty());
}

SCENARIO("what was answered before is looked up when the question arises") {
    Cautious session{anticoagulant()};
    auto otherCase = test::aCase(1);
    otherCase.patient = session.clinic.patient();
    session.clinic->store().cases().add(otherCase);
    session.care().toggle(kNeedling);
    const auto offers = [&](const char* reason) {
        return std::ranges::count(session.view().asking.value().reasons, reason) == 1;
    };
    {
        SessionPresenter other{*session.clinic,
                               SessionPresenter::begin(*session.clinic, otherCase.id)};
        other.map().setLayer(Layer::Intermediate);
        other.map().clickedAt(session.clinic.on("gluteus_medius", Side::Left), test::kReach);
        other.care().toggle(kNeedling);
        other.care().goOn("Said in the other case");
    }
    session.chart->setPain(PainMoment::Now, test::pain(3)); // which renders again
    CHECK_FALSE(offers("Said in the other case"));
    session.care().holdBack();
    session.care().toggle(kNeedling);
    CHECK(offers("Said in the other case"));
}

} // namespace palpate::app
