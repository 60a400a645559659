// SPDX-License-Identifier: MIT
// What is typed in one field is one step of undo, as long as it is one stretch of typing.
#include "app/Charting.h"
#include "support/Printing.h"

#include <catch2/catch_test_macros.hpp>
#include <catch2/matchers/catch_matchers_string.hpp>

#include <functional>
#include <string>

namespace palpate::app {
namespace {

using Catch::Matchers::ContainsSubstring;
using test::Charting;
using test::key;

/// A field that takes words: how they come in and what is stored of them.
struct Field {
    std::string name;
    std::function<void(const std::string&)> type;
    std::function<std::string()> stored;
};

/// A session with one treated point, home care and an unwanted effect, and a field of each kind.
struct Typing : Charting {
    TriggerPointId point = mark("quadratus_lumborum", Side::Right, Layer::Deepest);
    HomeCareKey stretch = key<HomeCareKey>("stretch_gentle");
    TreatmentId given = give();

    TreatmentId give() {
        chart->care().give(point, key<TechniqueKey>("pressure_release"));
        chart->visit().putHomeCare({stretch, ""});
        chart->visit().setReaction(Reaction{ReactionGrade::Mild, ""});
        return chart->session().treatments.at(0).id;
    }
    [[nodiscard]] std::string repetitions() {
        const auto dose = stored().treatments.at(0).dose;
        return dose.empty()
                   ? std::string{}
                   : doseText(dose.front(), clinic->reference(), PressureUnit::Kilopascals);
    }
    [[nodiscard]] std::vector<Field> fields() {
        return {
            {"paragraph", [this](const auto& t) { chart->setNote(NotePart::Assessment, t); },
             [this] { return noteOf(stored(), NotePart::Assessment).text; }},
            {"note of a point", [this](const auto& t) { chart->setPointNote(point, t); },
             [this] { return stored().findings.at(0).note; }},
            {"note of a treatment", [this](const auto& t) { chart->care().setNote(given, t); },
             [this] { return stored().treatments.at(0).note; }},
            {"dose",
             [this](const auto& t) {
                 CHECK_FALSE(chart->care().setDose(given, key<LogFieldKey>("repetitions"), t));
             },
             [this] { return repetitions(); }},
            {"unwanted effect",
             [this](const auto& t) {
                 chart->visit().setReaction(Reaction{ReactionGrade::Mild, t});
             },
             [this] { return stored().reaction->what; }},
            {"dose of home care",
             [this](const auto& t) {
                 chart->visit().putHomeCare({stretch, t});
             },
             [this] { return stored().homeCare.at(0).dose; }},
        };
    }
};

} // namespace

SCENARIO("the keystrokes within one field are one step of undo") {
    Typing session;
    const auto before = session.stored();
    for (const auto& field : session.fields()) {
        CAPTURE(field.name);
        field.type("1");
        session.clinic.advance(std::chrono::seconds{30});
        field.type("12");
        CHECK(field.stored() == "12");
        session.chart->undo();
        CHECK(session.stored() == before);
        session.chart->redo();
        CHECK(field.stored() == "12");
        session.chart->undo();
    }
}

SCENARIO("a stretch of typing ends with a pause, a field that is left, another edit") {
    Typing session;
    for (const auto& field : session.fields()) {
        CAPTURE(field.name);
        const auto endsWith = [&](const std::function<void()>& end, int stepsBetween) {
            const auto before = session.stored();
            field.type("1");
            end();
            field.type("12");
            session.chart->undo();
            CHECK(field.stored() == "1");
            for (int i = 0; i <= stepsBetween; ++i) {
                session.chart->undo();
            }
            CHECK(session.stored() == before);
        };
        endsWith([&] { session.clinic.advance(std::chrono::seconds{31}); }, 0);
        endsWith([&] { session.chart->endTyping(); }, 0);
        endsWith([&] { session.chart->setPain(PainMoment::Now, test::pain(3)); }, 1);
        endsWith([&] { session.chart->setNote(NotePart::Plan, "Walk."); }, 1);
    }
}

SCENARIO("undo of a stretch of typing takes it out of the composed paragraphs too") {
    Typing session;
    const auto before = session.stored();
    session.chart->setPointNote(session.point, " "); // nothing that the paragraph would say
    session.chart->setPointNote(session.point, " deep ache");
    REQUIRE_THAT(noteOf(session.stored(), NotePart::Objective).text,
                 ContainsSubstring("Deep ache"));
    session.chart->undo();
    CHECK(session.stored() == before);
}

SCENARIO("a value that is picked is a step of its own") {
    Typing session;
    session.chart->visit().setReaction(Reaction{ReactionGrade::Severe, ""});
    session.chart->visit().setReaction(Reaction{ReactionGrade::Moderate, ""});
    session.chart->undo();
    CHECK(session.stored().reaction->grade == ReactionGrade::Severe);
    const DoseEntry* entry = nullptr;
    for (const auto& each : session.view().card.value().treatments.at(0).dose) {
        entry = each.type == DoseType::Choice && each.choices.size() > 1 ? &each : entry;
    }
    REQUIRE(entry != nullptr);
    const auto field = entry->key;
    const auto first = entry->choices[0].text;
    const auto second = entry->choices[1].text;
    REQUIRE_FALSE(session.chart->care().setDose(session.given, field, first));
    REQUIRE_FALSE(session.chart->care().setDose(session.given, field, second));
    session.chart->undo();
    CHECK(session.stored().treatments.at(0).dose == std::vector{LogValue{field, first}});
}

} // namespace palpate::app
