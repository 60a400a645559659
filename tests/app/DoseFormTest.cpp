// SPDX-License-Identifier: MIT
#include "app/DoseForm.h"

#include "app/OpenClinic.h"
#include "reference/Reference.h"
#include "support/Builders.h"
#include "support/Printing.h"

#include <catch2/catch_approx.hpp>
#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>

#include <algorithm>

namespace palpate::app {

namespace {

using test::key;

constexpr auto kKpa = PressureUnit::Kilopascals;
constexpr auto kKg = PressureUnit::KgfPerCm2;
constexpr auto kN = PressureUnit::NewtonsPerCm2;

[[nodiscard]] const reference::Reference& tables() {
    return test::shippedKnowledge().reference();
}
[[nodiscard]] Treatment treatment(std::string_view technique, std::vector<LogValue> dose = {}) {
    auto given = test::aTreatmentAt();
    given.technique = key<TechniqueKey>(technique);
    given.dose = std::move(dose);
    return given;
}
[[nodiscard]] LogValue value(std::string_view field,
                             std::variant<double, bool, std::string> stored) {
    return {key<LogFieldKey>(field), std::move(stored)};
}
[[nodiscard]] std::vector<std::string> keysOf(const std::vector<DoseEntry>& entries) {
    std::vector<std::string> keys;
    for (const auto& entry : entries) {
        keys.push_back(entry.key.text());
    }
    return keys;
}
[[nodiscard]] DoseEntry entry(const Treatment& given, std::string_view field,
                              PressureUnit unit = kKpa) {
    const auto entries = doseEntries(given, tables(), unit);
    const auto found = std::ranges::find(entries, key<LogFieldKey>(field), &DoseEntry::key);
    REQUIRE(found != entries.end());
    return *found;
}
[[nodiscard]] TypedDose typed(std::string_view field, std::string_view text,
                              PressureUnit unit = kKpa) {
    return typedDose(key<LogFieldKey>(field), text, tables(), unit);
}
[[nodiscard]] std::string refusal(std::string_view field, std::string_view text,
                                  PressureUnit unit = kKpa) {
    const auto read = typed(field, text, unit);
    const auto* message = std::get_if<Message>(&read);
    return message != nullptr ? shown(*message) : std::string{};
}
[[nodiscard]] LogValue stored(std::string_view field, std::string_view text,
                              PressureUnit unit = kKpa) {
    const auto read = typed(field, text, unit);
    CAPTURE(field, text, refusal(field, text, unit));
    REQUIRE(std::holds_alternative<LogValue>(read));
    return std::get<LogValue>(read);
}
[[nodiscard]] double number(std::string_view field, std::string_view text,
                            PressureUnit unit = kKpa) {
    return std::get<double>(stored(field, text, unit).value);
}

} // namespace

TEST_CASE("a technique asks exactly its log fields, in their order") {
    for (const auto& technique : tables().techniques().all()) {
        std::vector<std::string> asked;
        for (const auto& field : technique.logFields) {
            asked.push_back(field.text());
        }
        CAPTURE(technique.key.text());
        CHECK(keysOf(doseEntries(treatment(technique.key.text()), tables(), kKpa)) == asked);
    }
}

SCENARIO("a field tells all that a window needs") {
    const auto given = treatment("ischaemic_compression",
                                 {value("pressure_kpa", 245.16625), value("duration_s", 90.0),
                                  value("tool", std::string{"thumb"})});
    THEN("a pressure is shown in the clinic's unit, with its limits") {
        const auto pressure = entry(given, "pressure_kpa", kKg);
        CHECK(pressure.label == "Pressure");
        CHECK(pressure.type == DoseType::Number);
        CHECK(pressure.unit == "kg/cm²");
        CHECK(pressure.value == "2.5");
        CHECK(pressure.step == 0.1);
        CHECK(*pressure.max == Catch::Approx(1000 / 98.0665));
        CHECK(entry(given, "pressure_kpa", kN).value == "24.516625");
        CHECK(entry(given, "pressure_kpa", kKpa).value == "245.16625");
        CHECK(entry(given, "pressure_kpa", kKpa).unit == "kPa");
    }
    THEN("a duration is shown as minutes and seconds, and the timer counts into it") {
        const auto duration = entry(given, "duration_s");
        CHECK(duration.type == DoseType::Duration);
        CHECK(duration.place == DosePlace::Timer);
        CHECK(duration.value == "1:30");
        CHECK(duration.unit == "min");
        CHECK(duration.usual == "30–90 s");
    }
    THEN("a choice tells which one was chosen") {
        const auto tool = entry(given, "tool");
        CHECK(tool.type == DoseType::Choice);
        CHECK(std::ranges::count(tool.choices, true, &DoseChoice::chosen) == 1);
        CHECK(std::ranges::find(tool.choices, "thumb", &DoseChoice::text)->chosen);
    }
    THEN("what has its own place in the record is marked") {
        CHECK(entry(given, "pain_before").place == DosePlace::PainBefore);
        CHECK(entry(given, "pain_after").place == DosePlace::PainAfter);
        CHECK(entry(given, "pain_during").place == DosePlace::Dose);
        const auto counterstrain = treatment("strain_counterstrain");
        CHECK(entry(counterstrain, "tenderness_before").place == DosePlace::TendernessBefore);
        CHECK(entry(counterstrain, "tenderness_after").place == DosePlace::TendernessAfter);
    }
    THEN("nothing logged is nothing shown") {
        CHECK(entry(given, "repetitions").value.empty());
        CHECK(entry(given, "repetitions").usual == "1–3");
        CHECK(entry(given, "repetitions").unit.empty());
        CHECK(entry(given, "release_felt").problem.empty());
    }
}

SCENARIO("what the target says already is not asked again") {
    auto given = treatment("joint_mobilisation");
    CHECK(entry(given, "joint_level").place == DosePlace::Dose);
    given.target = JointTarget{key<JointKey>("L4-L5"), Side::Left};
    CHECK(entry(given, "joint_level").place == DosePlace::Target);
    auto massage = treatment("massage_relaxation");
    CHECK(entry(massage, "region").type == DoseType::Region);
    CHECK(entry(massage, "region").place == DosePlace::Dose);
    massage.target = RegionTarget{key<RegionKey>("lumbar"), Side::Left};
    CHECK(entry(massage, "region").place == DosePlace::Target);
}

TEST_CASE("what was logged for another technique stays in sight") {
    const auto given = treatment("taping", {value("duration_s", 60.0)});
    const auto entries = doseEntries(given, tables(), kKpa);
    CHECK(entries.back().key == key<LogFieldKey>("duration_s"));
    CHECK(entries.back().value == "1:00");
    const auto strange = treatment("moxibustion", {value("moon_phase", 2.0)});
    const auto shownStrange = doseEntries(strange, tables(), kKpa);
    REQUIRE(shownStrange.size() == 1);
    CHECK(shownStrange.front().value == "2");
    CHECK(shownStrange.front().problem == "The treatment log has no field \"moon_phase\".");
}

TEST_CASE("a stored value that the field can't have is told") {
    const auto given = treatment("pressure_release", {value("duration_s", 9000.0)});
    CHECK(entry(given, "duration_s").problem == "Duration must lie between 0 and 7200 s.");
}

TEST_CASE("a pressure shown again is what was typed, in every unit") {
    const auto* text = GENERATE("2.5", "0.1", "3", "2.55", "7.125", "0", "9.99", "1.2345", "4.7");
    const auto unit = GENERATE(kKpa, kKg, kN);
    CAPTURE(text, name(unit));
    CHECK(doseText(stored("pressure_kpa", text, unit), tables(), unit) == text);
}

SCENARIO("a pressure is kept in kPa") {
    CHECK(number("pressure_kpa", "2.5", kKg) == Catch::Approx(245.16625));
    CHECK(number("pressure_kpa", "2,5", kKg) == Catch::Approx(245.16625));
    CHECK(number("pressure_kpa", "25", kN) == Catch::Approx(250));
    CHECK(number("pressure_kpa", "250") == 250);
    THEN("a unit behind it decides") {
        CHECK(number("pressure_kpa", "2.5 kg", kKpa) == Catch::Approx(245.16625));
        CHECK(number("pressure_kpa", "2.5 kgf/cm2", kN) == Catch::Approx(245.16625));
        CHECK(number("pressure_kpa", "2.5kg/cm²", kN) == Catch::Approx(245.16625));
        CHECK(number("pressure_kpa", "250 kPa", kKg) == 250);
        CHECK(number("pressure_kpa", "25 N", kKg) == Catch::Approx(250));
        CHECK(refusal("pressure_kpa", "30 psi", kKg) ==
              "Pressure is measured in kg/cm², not in “psi”.");
    }
    THEN("a limit is told in the unit that was typed") {
        CHECK(refusal("pressure_kpa", "25", kKg) == "Pressure must lie between 0 and 10.2 kg/cm².");
        CHECK(refusal("pressure_kpa", "-1", kKpa) == "Pressure must lie between 0 and 1000 kPa.");
    }
}

TEST_CASE("a duration is typed as people write one") {
    struct Written {
        const char* text;
        double seconds;
    };
    const auto written = GENERATE(
        Written{"90", 90}, Written{"90 s", 90}, Written{"90s", 90}, Written{"90 sec", 90},
        Written{"1:30", 90}, Written{"1:30 min", 90}, Written{"01:30", 90}, Written{"2 min", 120},
        Written{"2m", 120}, Written{"1 min 30 s", 90}, Written{"1 min 30", 90},
        Written{"1.5 min", 90}, Written{"1,5 min", 90}, Written{"1 h", 3600},
        Written{"1:00:00", 3600}, Written{"1 h 10 min", 4200}, Written{" 47 ", 47},
        Written{"20:00", 1200}, Written{"90:00", 5400}, Written{"0", 0});
    CAPTURE(written.text);
    CHECK(number("duration_s", written.text) == Catch::Approx(written.seconds));
}

TEST_CASE("what is no duration is refused with an example") {
    const auto* text = GENERATE("soon", "1:3", "1:75", "1:", ":30", "1:30:", "30 s 1 min",
                                "1 min 2 min", "90 kg", "1:30:30:30", "99999:00", "--5");
    CAPTURE(text);
    CHECK(refusal("duration_s", text) ==
          "Duration takes seconds, or minutes and seconds, as in: 90 s, 1:30, 2 min.");
}

TEST_CASE("a number is typed with a point or a comma, and a thousand is no decimal") {
    CHECK(number("needle_diameter_mm", "0.16") == Catch::Approx(0.16));
    CHECK(number("needle_diameter_mm", "0,16 mm") == Catch::Approx(0.16));
    CHECK(number("needle_diameter_mm", "0,125") == Catch::Approx(0.125));
    CHECK(number("tool_angle_deg", "45°") == 45);
    CHECK(number("tool_angle_deg", "45 deg") == 45);
    CHECK(number("effort_percent", "20 %") == 20);
    CHECK(number("repetitions", "3") == 3);
    CHECK(number("repetitions", "3x") == 3);
    CHECK(number("pain_during", "4/10") == 4);
    CHECK(refusal("wavelength_nm", "1,064") ==
          "“1,064” may be a thousand or a little more than one; write it without the comma, or "
          "with a point.");
    CHECK(refusal("repetitions", "2.5") == "Repetitions must be a whole number.");
    CHECK(refusal("repetitions", "many") == "Repetitions takes a number, and “many” is none.");
    CHECK(refusal("repetitions", "3 kg") == "Repetitions takes a number alone, without “kg”.");
    CHECK(refusal("needle_diameter_mm", "16") ==
          "Needle diameter must lie between 0.12 and 0.5 mm.");
    CHECK(refusal("needle_diameter_mm", "1.2.3").ends_with("and “1.2.3” is none."));
    CHECK(refusal("repetitions", "nan").ends_with("is none."));
    CHECK(refusal("repetitions", "inf").ends_with("is none."));
    CHECK(refusal("repetitions", std::string(400, '9')).starts_with("Repetitions"));
}

SCENARIO("choices, answers, days and texts are typed") {
    CHECK(std::get<std::string>(stored("tool", "thu").value) == "thumb");
    CHECK(std::get<std::string>(stored("mobilisation_grade", "iii").value) == "III");
    CHECK(std::get<std::string>(stored("mobilisation_grade", "I").value) == "I");
    CHECK(refusal("mobilisation_grade", "X") ==
          "Grade has no choice “x”; choose one of: I, II, III, IV, V.");
    CHECK(refusal("response", "much") == "Response: which one is meant: much better, much worse?");
    CHECK(std::get<bool>(stored("cavitation", "y").value));
    CHECK_FALSE(std::get<bool>(stored("cavitation", "No").value));
    CHECK(refusal("cavitation", "perhaps") ==
          "Cavitation has no choice “perhaps”; choose one of: yes, no.");
    CHECK(std::get<std::string>(stored("referral_date", "23 Nov 2026").value) == "2026-11-23");
    CHECK(doseText(value("referral_date", std::string{"2026-11-23"}), tables(), kKpa) ==
          "23 Nov 2026");
    CHECK(refusal("referral_date", "soon") == "Date of referral takes a day, as in: 23 Nov 2026.");
    CHECK(std::get<std::string>(stored("exercise", "  bridge, 3 × 10 ").value) == "bridge, 3 × 10");
    CHECK(refusal("exercise", "\xff") == "Exercise contains characters that are damaged.");
    CHECK(refusal("exercise", "   ") == "Exercise is empty.");
    CHECK(refusal("moon_phase", "2") == "The treatment log has no field \"moon_phase\".");
}

TEST_CASE("every usual dose is a proposal in words, and only a definite one is taken in one tap") {
    CHECK(entry(treatment("heat_application"), "duration_s").usual == "15–20 min");
    CHECK(entry(treatment("dry_needling"), "needle_diameter_mm").usual == "0.16–0.3 mm");
    CHECK(entry(treatment("iastm"), "tool_angle_deg").usual == "30–60°");
    CHECK(entry(treatment("reciprocal_inhibition"), "repetitions").usual == "3");
    CHECK(entry(treatment("ultrasound"), "intensity_w_cm2").usual == "0.5–1.5 W/cm²");
    CHECK(usualDose(key<TechniqueKey>("pressure_release"), tables()).empty());
    CHECK(usualDose(key<TechniqueKey>("reciprocal_inhibition"), tables()) ==
          std::vector{value("repetitions", 3.0)});
    CHECK(usualDose(key<TechniqueKey>("instrument_adjusting"), tables()) ==
          std::vector{value("impulse_count", 10.0)});
    CHECK(usualDose(key<TechniqueKey>("moxibustion"), tables()).empty());
    for (const auto& technique : tables().techniques().all()) {
        for (const auto& each : usualDose(technique.key, tables())) {
            CAPTURE(technique.key.text(), each.field.text());
            CHECK_FALSE(tables().logFields().problem(each));
            const auto range = typicalRange(technique, each.field);
            REQUIRE(range);
            CHECK(range->low == range->high);
        }
    }
}

TEST_CASE("every value that a field can show can be typed again") {
    for (const auto& field : tables().logFields().all()) {
        std::vector<LogValue> values;
        if (field.min) {
            values = {{field.key, *field.min}, {field.key, *field.max}};
        }
        for (const auto& choice : field.choices) {
            values.push_back({field.key, choice});
        }
        if (field.type == reference::FieldType::Boolean) {
            values = {{field.key, true}, {field.key, false}};
        }
        for (const auto& each : values) {
            const auto text = doseText(each, tables(), kKpa);
            CAPTURE(field.key.text(), text);
            CHECK(stored(field.key.text(), text) == each);
        }
    }
}

TEST_CASE("the dose reads in the order of the technique's fields") {
    auto dose = withDose({}, value("tool", std::string{"thumb"}),
                         key<TechniqueKey>("pressure_release"), tables());
    dose =
        withDose(dose, value("repetitions", 2.0), key<TechniqueKey>("pressure_release"), tables());
    dose =
        withDose(dose, value("duration_s", 30.0), key<TechniqueKey>("pressure_release"), tables());
    dose =
        withDose(dose, value("duration_s", 47.0), key<TechniqueKey>("pressure_release"), tables());
    dose = withDose(dose, value("pressure_kpa", 245.16625), key<TechniqueKey>("pressure_release"),
                    tables());
    REQUIRE(dose.size() == 4);
    CHECK(doseWords(treatment("pressure_release", dose), tables(), kKg) ==
          "pressure 2.5 kg/cm², 47 s, repetitions 2, tool or hand: thumb");
    dose = withoutDose(dose, key<LogFieldKey>("tool"));
    CHECK(dose.size() == 3);
    CHECK(dose.front().field == key<LogFieldKey>("pressure_kpa"));
    CHECK(doseWords(treatment("pressure_release"), tables(), kKg).empty());
}

} // namespace palpate::app
