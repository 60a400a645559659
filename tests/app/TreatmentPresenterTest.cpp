// SPDX-License-Identifier: MIT
#include "app/TreatmentPresenter.h"

#include "app/Charting.h"
#include "app/JointPlaces.h"
#include "domain/Error.h"
#include "support/Printing.h"

#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>
#include <catch2/matchers/catch_matchers_string.hpp>

#include <algorithm>

namespace palpate::app {
namespace {

using Catch::Matchers::ContainsSubstring;
using test::Charting;
using test::key;

const auto kRelease = test::key<TechniqueKey>("pressure_release");
const auto kCompression = test::key<TechniqueKey>("ischaemic_compression");

/// A session with one point, which is selected.
struct Treating : Charting {
    TriggerPointId point = mark("quadratus_lumborum", Side::Right, Layer::Deepest);

    [[nodiscard]] TreatmentPresenter& care() const { return chart->care(); }
    [[nodiscard]] const TreatmentCard& card(std::size_t at = 0) const {
        return view().card.value().treatments.at(at);
    }
    [[nodiscard]] std::optional<double> logged(const TreatmentId& of) {
        const auto now = stored();
        for (const auto& treatment : now.treatments) {
            for (const auto& entry : treatment.dose) {
                if (treatment.id == of && entry.field.text() == "duration_s") {
                    return std::get<double>(entry.value);
                }
            }
        }
        return std::nullopt;
    }
    void wait(int seconds) { clinic.advance(std::chrono::seconds{seconds}); }
};

[[nodiscard]] std::vector<std::string> labelsOf(const std::vector<TargetChoice>& choices) {
    std::vector<std::string> labels;
    for (const auto& each : choices) {
        labels.push_back(each.label);
    }
    return labels;
}

} // namespace

SCENARIO("a technique's timer runs while other things are done and counts into the dose") {
    Treating session;
    session.care().toggle(kRelease);
    const auto id = session.card().id;
    REQUIRE(session.view().hold);
    CHECK(session.view().hold->label == "Pressure release · R quadratus lumborum");
    CHECK(session.view().hold->treatment == id);
    CHECK(session.view().hold->usualSeconds == session.card().usualSeconds);
    session.chart->setTenderness(test::tenderness(7));
    session.chart->setNote(NotePart::Subjective, "Stiff in the morning.");
    session.wait(47);
    CHECK_FALSE(session.logged(id).has_value());

    WHEN("it is stopped") {
        session.care().stopHold();
        THEN("the seconds are stored") {
            CHECK(session.logged(id) == 47.0);
            CHECK_FALSE(session.view().hold);
            CHECK(session.card().seconds == 47.0);
            CHECK(session.card().doseText == "47 s");
        }
        THEN("holding again adds to them") {
            session.care().startHold(id);
            CHECK(session.view().hold->before == 47.0);
            session.wait(30);
            session.care().stopHold();
            CHECK(session.logged(id) == 77.0);
        }
        THEN("one undo takes the time back and leaves the technique") {
            session.chart->undo();
            CHECK_FALSE(session.logged(id).has_value());
            CHECK(session.stored().treatments.size() == 1);
        }
    }
    WHEN("the tenderness after is entered") {
        session.care().setTendernessAfter(id, test::tenderness(3));
        THEN("the timer has ended with it, in one step") {
            CHECK(session.logged(id) == 47.0);
            CHECK(session.card().after == test::tenderness(3));
            CHECK_FALSE(session.view().hold);
            session.chart->undo();
            CHECK_FALSE(session.logged(id).has_value());
            CHECK_FALSE(session.card().after);
        }
    }
    WHEN("the pain after is entered") {
        session.care().setPainAfter(id, test::pain(2));
        CHECK(session.logged(id) == 47.0);
        CHECK_FALSE(session.view().hold);
    }
    WHEN("the pain before is entered") {
        session.care().setPainBefore(id, test::pain(6));
        THEN("the timer runs on") {
            CHECK(session.view().hold);
            CHECK(session.card().painBefore == test::pain(6));
        }
    }
    WHEN("it is dropped") {
        session.care().dropHold();
        CHECK_FALSE(session.view().hold);
        CHECK_FALSE(session.logged(id).has_value());
    }
    WHEN("the technique is taken away, or undone") {
        if (GENERATE(true, false)) {
            session.care().toggle(kRelease);
        } else {
            session.care().remove(id);
        }
        CHECK_FALSE(session.view().hold);
        CHECK(session.stored().treatments.empty());
        session.chart->undo();
        THEN("it comes back without its timer") {
            CHECK(session.stored().treatments.size() == 1);
            CHECK_FALSE(session.view().hold);
        }
    }
    WHEN("it ran longer than can be logged") {
        session.wait(3 * 3600);
        session.care().stopHold();
        THEN("nothing is logged and a sentence says so") {
            CHECK_FALSE(session.logged(id).has_value());
            CHECK_FALSE(session.view().hold);
            CHECK_THAT(session.view().message, ContainsSubstring("longer than can be logged"));
        }
    }
}

SCENARIO("one timer runs at a time") {
    Treating session;
    session.care().toggle(kRelease);
    const auto first = session.card().id;
    session.wait(20);
    WHEN("another technique is chosen") {
        session.care().toggle(kCompression);
        THEN("the first is logged in the same step") {
            CHECK(session.logged(first) == 20.0);
            REQUIRE(session.view().hold);
            CHECK(session.view().hold->treatment == session.card(1).id);
            session.chart->undo();
            CHECK_FALSE(session.logged(first).has_value());
            CHECK(session.stored().treatments.size() == 1);
        }
    }
    WHEN("techniques are chosen one after another, only to be logged") {
        session.care().toggle(kCompression);
        const auto second = session.card(1).id;
        session.wait(4);
        session.care().toggle(key<TechniqueKey>("myofascial_release"));
        THEN("the few seconds between are nobody's dose") {
            CHECK_FALSE(session.logged(second));
        }
    }
    WHEN("the timer of another one is started") {
        session.care().stopHold();
        session.care().toggle(kCompression);
        session.wait(5);
        session.care().startHold(first);
        session.wait(10);
        session.care().stopHold();
        CHECK(session.logged(session.card(1).id) == 5.0);
        CHECK(session.logged(first) == 30.0);
    }
    WHEN("a technique that is not timed is given") {
        session.care().toggle(key<TechniqueKey>("pir"));
        THEN("the timer runs on") {
            REQUIRE(session.view().hold);
            CHECK(session.view().hold->treatment == first);
            CHECK_THROWS_AS(session.care().startHold(session.card(1).id), EditRefused);
        }
    }
}

SCENARIO("a timer nobody started by hand is dropped when the session is left or signed") {
    Treating session;
    session.care().toggle(kRelease);
    const auto id = session.card().id;
    const bool byHand = GENERATE(false, true);
    if (byHand) {
        session.care().startHold(id);
    }
    session.wait(30);
    if (GENERATE(true, false)) {
        session.leave();
    } else {
        session.sign();
    }
    CHECK(session.logged(id) == (byHand ? std::optional{30.0} : std::nullopt));
    CHECK_FALSE(session.view().hold);
}

SCENARIO("exactly the fields of the technique are logged, in the clinic's words") {
    Treating session;
    session.care().toggle(kRelease);
    const auto id = session.card().id;
    session.care().dropHold();
    const auto field = [&](std::string_view name) {
        const auto& dose = session.card().dose;
        const auto found = std::ranges::find(dose, key<LogFieldKey>(name), &DoseEntry::key);
        return found == dose.end() ? std::nullopt : std::optional{*found};
    };
    THEN("what has a place of its own on the card is not asked twice") {
        CHECK(field("duration_s").value().place == DosePlace::Timer); // typed and corrected there
        CHECK_FALSE(field("pain_before"));
        CHECK_FALSE(field("pain_after"));
        CHECK_FALSE(field("tenderness_after"));
        CHECK(field("repetitions"));
        CHECK(field("repetitions")->value.empty());
    }
    WHEN("a value is typed") {
        CHECK_FALSE(session.care().setDose(id, key<LogFieldKey>("repetitions"), "2"));
        CHECK(field("repetitions")->value == "2");
        CHECK(session.stored().treatments.at(0).dose.size() == 1);
        THEN("an empty field takes it away") {
            CHECK_FALSE(session.care().setDose(id, key<LogFieldKey>("repetitions"), " "));
            CHECK(session.stored().treatments.at(0).dose.empty());
        }
        THEN("what is not understood is told and changes nothing") {
            const auto problem =
                session.care().setDose(id, key<LogFieldKey>("repetitions"), "many");
            REQUIRE(problem);
            CHECK_FALSE(shown(*problem).empty());
            CHECK(field("repetitions")->value == "2");
        }
    }
    WHEN("a duration is typed after the timer ran") {
        CHECK_FALSE(session.care().setDose(id, key<LogFieldKey>("duration_s"), "1:30"));
        CHECK(session.logged(id) == 90.0);
        CHECK(session.card().seconds == 90.0);
        CHECK(field("duration_s").value().value == "1:30");
        THEN("an empty text takes the time away") {
            CHECK_FALSE(session.care().setDose(id, key<LogFieldKey>("duration_s"), ""));
            CHECK_FALSE(session.logged(id));
            CHECK_FALSE(session.card().seconds);
            CHECK(session.card().doseText.empty());
        }
        THEN("a duration typed while the timer runs is the whole time") {
            session.care().startHold(id);
            session.wait(20);
            const std::string typed = GENERATE("1:30", "45", "");
            CHECK_FALSE(session.care().setDose(id, key<LogFieldKey>("duration_s"), typed));
            CHECK_FALSE(session.view().hold);
            session.wait(10);
            session.care().stopHold();
            CHECK(session.logged(id) == (typed == "1:30" ? std::optional{90.0}
                                         : typed == "45" ? std::optional{45.0}
                                                         : std::nullopt));
        }
        THEN("what is not understood leaves the timer running") {
            session.care().startHold(id);
            CHECK(session.care().setDose(id, key<LogFieldKey>("duration_s"), "long"));
            CHECK(session.view().hold);
        }
    }
    WHEN("a note is typed") {
        session.care().setNote(id, "eased after a minute");
        CHECK(session.card().note == "eased after a minute");
        CHECK_THROWS_AS(session.care().setNote(id, "\xff"), EditRefused);
    }
    WHEN("a treatment that is gone is meant") {
        session.care().remove(id);
        CHECK_THROWS_AS(session.care().setNote(id, "late"), EditRefused);
        CHECK_THROWS_AS(session.care().remove(id), EditRefused);
    }
}

SCENARIO("muscles, regions and joints are treated beside points") {
    Treating session;
    const auto named = [&](const std::string& typed) {
        return labelsOf(session.care().targetsFor(typed));
    };
    THEN("words find them, what fits whole first") {
        CHECK(named("c5 left").at(0) == "C5 left");
        CHECK(named("r sij").at(0) == "right sacroiliac joint");
        CHECK(named("right ql").at(0) == "R quadratus lumborum");
        CHECK(named("lumbar r").at(0) == "R lumbar region");
        CHECK(named("l4 5").at(0) == "L4-L5");
        CHECK(named("").empty());
        CHECK(named("zzz").empty());
        CHECK(std::ranges::count(named("ql"), "L quadratus lumborum") == 1);
    }
    WHEN("a level of the spine is mobilised") {
        const auto target = session.care().targetsFor("l4-l5").at(0).target;
        const auto technique = key<TechniqueKey>("joint_mobilisation");
        session.care().give(target, technique);
        THEN("it has a card of its own, open, and no timer runs") {
            REQUIRE(session.view().otherTreatments.size() == 1);
            const auto& card = session.view().otherTreatments[0];
            CHECK(card.targetLabel == "L4-L5");
            CHECK(card.target == target);
            CHECK(session.view().openTreatment == card.id);
            CHECK_FALSE(session.view().hold);
            CHECK(session.view().card.value().treatments.empty());
            CHECK(session.stored().treatments.at(0).target == target);
        }
        THEN("its chip is chosen for that target only") {
            const auto chosen = [&](const TreatmentTarget& at) {
                const auto chips = session.care().techniquesFor(at);
                return std::ranges::count_if(chips, &TechniqueChip::chosen);
            };
            CHECK(chosen(target) == 1);
            CHECK(chosen(TreatmentTarget{session.point}) == 0);
        }
        THEN("its card can be closed and goes with it") {
            session.care().open({});
            CHECK_FALSE(session.view().openTreatment);
            session.care().open(session.view().otherTreatments[0].id);
            session.chart->undo();
            CHECK_FALSE(session.view().openTreatment);
            CHECK(session.view().otherTreatments.empty());
        }
    }
    THEN("a joint that does not exist is refused, and a point that is not here") {
        CHECK_THROWS_AS(session.care().give(JointTarget{key<JointKey>("C9"), Side::Left}, kRelease),
                        EditRefused);
        CHECK_THROWS_AS(session.care().give(test::idOf<TriggerPointId>(9), kRelease), EditRefused);
        CHECK(session.stored().treatments.empty());
    }
}

SCENARIO("joints are picked on the bones") {
    Treating session;
    const auto place = placeOfJoint(JointTarget{key<JointKey>("sacroiliac"), Side::Right},
                                    View::Posterior, session.clinic->map());
    REQUIRE(place);
    CHECK(session.care().jointsAt(*place).empty()); // a muscle lies there in this layer
    session.chart->map().setLayer(Layer::Bones);
    const auto joints = labelsOf(session.care().jointsAt(*place));
    CHECK(std::ranges::count(joints, "right sacroiliac joint") == 1);
    CHECK(session.care().jointsAt({View::Posterior, 5, 5}).empty());
}

SCENARIO("each profession finds its usual techniques first") {
    Treating session;
    const auto& chips = session.view().card.value().techniques;
    CHECK(chips.size() == 30);
    CHECK(std::ranges::is_partitioned(chips, &TechniqueChip::usual));
    CHECK(chips.front().usual);
    CHECK(std::ranges::all_of(
        chips, [](const TechniqueChip& chip) { return chip.mark == CautionMark::Nothing; }));
}

SCENARIO("a technique can't be chosen while no point is selected") {
    Treating session;
    session.chart->select({});
    CHECK_THROWS_AS(session.care().toggle(kRelease), EditRefused);
}

} // namespace palpate::app
