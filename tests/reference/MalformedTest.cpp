// SPDX-License-Identifier: MIT
#include "domain/Error.h"
#include "reference/Reference.h"
#include "reference/Shipped.h"
#include "support/TempFolder.h"

#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>
#include <catch2/matchers/catch_matchers_string.hpp>

#include <algorithm>
#include <fstream>
#include <iterator>

using namespace palpate;
using Catch::Matchers::ContainsSubstring;
using Catch::Matchers::EndsWith;
using palpate::test::TempFolder;

namespace {

[[nodiscard]] std::string contentOf(const std::filesystem::path& file) {
    std::ifstream in{file, std::ios::binary};
    return {std::istreambuf_iterator<char>{in}, {}};
}

void write(const std::filesystem::path& file, const std::string& content) {
    std::ofstream{file, std::ios::binary | std::ios::trunc} << content;
}

/// The shipped tables in a folder of their own, to be spoilt.
void copyTables(const TempFolder& folder) {
    for (const auto& entry : std::filesystem::directory_iterator{test::shippedTables()}) {
        std::filesystem::copy_file(entry.path(), folder.path() / entry.path().filename());
    }
}

/// What loading says; empty when it finds nothing wrong.
[[nodiscard]] std::string complaintOf(const std::filesystem::path& folder) {
    try {
        static_cast<void>(reference::Reference::load(folder));
    } catch (const DataError& error) {
        return error.what();
    }
    return {};
}

struct Damage {
    std::string file;
    std::string sound;          ///< the first of these ...
    std::string damaged;        ///< ... becomes this
    std::string place;          ///< what the complaint names: the row
    std::string why;            ///< the field and the reason
    std::string complains = {}; ///< the file that is named, when it is not the damaged one
};

} // namespace

TEST_CASE("a malformed table is refused with one sentence that names file, row and field") {
    const auto damage = GENERATE(
        Damage{"techniques.json", R"("id": "pressure_release")", R"("id": "pressure release")",
               "techniques, row 2 (pressure release)", "field \"id\" must be a key"},
        Damage{"techniques.json", R"("id": "pressure_release")", R"("id": "ischaemic_compression")",
               "row 2 (ischaemic_compression)", "field \"id\" must not repeat"},
        Damage{"techniques.json", R"("pressure_kpa")", R"("pressure_psi")",
               "techniques, row 1 (ischaemic_compression)",
               "field \"log_fields\" names pressure_psi, which log-fields.json lacks"},
        Damage{"techniques.json", R"("name": "Ischaemic compression")", R"("name": 7)",
               "techniques, row 1", "field \"name\" must be a text"},
        Damage{"techniques.json", R"("evidence": "some")", R"("evidence": "great")",
               "techniques, row 1", "field \"evidence\" must be one of: good, some, weak, expert"},
        Damage{"techniques.json", R"("HOU2002",
    "GEMMELL2008")",
               R"("HOU2003",
    "GEMMELL2008")",
               "techniques, row 1", "field \"sources\" names HOU2003"},
        Damage{"techniques.json", R"("read": "abstract")", R"("read": "twice")", "sources, row ",
               "field \"read\" must be one of"},
        Damage{"log-fields.json", R"("id": "pain_before",)", "", "fields, row 1",
               "field \"id\" is missing"},
        Damage{"log-fields.json", R"("max": 10)", R"("max": -1)", "fields, row 1 (pain_before)",
               "field \"min\" and max must be numbers"},
        Damage{"log-fields.json", R"("type": "choice")", R"("type": "text")", "fields, row ",
               "field \"choices\" must be there"},
        Damage{"trigger-points.json", R"("along": 0.75)", R"("along": 1.75)",
               "trigger_points, row 1 (temporalis.anterior), place",
               "field \"along\" must lie between 0 and 1"},
        Damage{"trigger-points.json", R"("muscle": "temporalis")", R"("muscle": "templalis")",
               "muscles, row 1 (templalis)",
               "field \"muscle\" names a muscle that muscle-names.json lacks"},
        Damage{"trigger-points.json", R"("essential": [)", R"("essentials": [)",
               "muscles, row 1 (temporalis), trigger_points, row 1 (temporalis.anterior)",
               "field \"essential\" is missing"},
        Damage{"point-places.json", R"("right": [236.0, 158.0])", R"("right": [236.0])",
               "places, row 1 (temporalis.anterior)", "field \"views\" must give x and y"},
        Damage{"point-places.json", R"("right": [236.0, 158.0])", R"("above": [236.0, 158.0])",
               "places, row 1", "field \"views\" must give x and y"},
        Damage{"point-places.json", R"("layer": 1)", R"("layer": 7)", "places, row 1",
               "field \"layer\" must be 1, 2, 3 or 4"},
        Damage{"point-places.json", R"("key": "temporalis.anterior")",
               R"("key": "temporalis.nowhere")", "row 1 (temporalis.nowhere)",
               "field \"key\" names a point that trigger-points.json lacks"},
        Damage{"trigger-points.json", R"("chapter": 9)", R"("chapter": 1e300)",
               "muscles, row 1 (temporalis), book",
               "field \"chapter\" must lie between 1 and 1000"},
        Damage{"point-places.json", R"("right": [236.0, 158.0])", R"("right": [436.0, 158.0])",
               "places, row 1", "field \"views\" must give places on the map, and right does not"},
        Damage{"point-places.json", R"("right": [236.0, 158.0])", R"("right": [236.0, -1e200])",
               "places, row 1", "field \"views\" must give places on the map"},
        Damage{"log-fields.json", R"("step": 1)", R"("step": 0)", "fields, row 1 (pain_before)",
               "field \"step\" must be greater than 0"},
        Damage{"outcome-measures.json", R"("step": 1)", R"("step": -1)",
               "measures, row 1 (nprs), scale", "field \"step\" must be greater than 0"},
        Damage{"diagnoses.json", R"("FY2025": true)", R"("FY-123": true)", "codes, row 1 (M79.10)",
               "field \"valid\" must name fiscal years"},
        Damage{"techniques.json", R"("used_by": [)", R"("used_by": ["two\nlines",)",
               "techniques, row 1", "names two lines, which is no profession"},
        Damage{"muscle-names.json", R"("kind": "muscle")", R"("kind": "bone")",
               "muscles, row 1 (frontalis)", "field \"kind\" must be one of"},
        Damage{"muscle-names.json", R"("group:abdominals")", R"("group:abdominal")",
               "the file itself, ambiguous_names", "which is no group"},
        Damage{"outcome-measures.json", R"("value": 2)", R"("value": "2")",
               "measures, row 1 (nprs), change, row 1 (MIC)", "field \"value\" must be a number"},
        Damage{"outcome-measures.json", R"("direction": "lower_is_better")",
               R"("direction": "downwards")", "measures, row 1 (nprs)",
               "field \"direction\" must be one of"},
        Damage{"contraindications.json", R"("technique": "dry_needling")",
               R"("technique": "wet_needling")", "rows, row 1 (anticoagulant)",
               "field \"technique\" names wet_needling, which techniques.json lacks"},
        Damage{"contraindications.json", R"("kind": "relative")", R"("kind": "fine")",
               "rows, row 1 (anticoagulant)", "field \"kind\" must be one of"},
        Damage{"contraindications.json", R"("absolute": "do not use",)", "",
               "the file itself, kinds", "field \"absolute\" is missing"},
        Damage{"diagnoses.json", R"("FY2025": true)", R"("2025": true)", "codes, row 1 (M79.10)",
               "field \"valid\" must name fiscal years"},
        Damage{"diagnoses.json", R"("code": "M79.11")", R"("code": "M79.10")",
               "codes, row 2 (M79.10)", "field \"code\" must not repeat"},
        Damage{"retention.json", R"("years": 10)", R"("years": 7.5)",
               "rules, row 3 (ca_on_physiotherapist)", "whole number"},
        Damage{"retention.json", R"("until_age": 28)", R"("until_age": 500)",
               "rules, row 3 (ca_on_physiotherapist)", "until_age"},
        Damage{"retention.json", R"("physiotherapist")", R"("plumber")",
               "rules, row 3 (ca_on_physiotherapist)", "profession"},
        Damage{"red-flags.json", R"("urgency": "soon")", R"("urgency": "later")", "flags, row ",
               "field \"urgency\" must be one of: emergency, urgent, soon, monitor"},
        Damage{"red-flags.json", R"("emergency": "emergency care now")", R"("emergency": 1)",
               "the file itself", "field \"urgency\" must say in words what emergency means"},
        Damage{"red-flags.json", R"("low_back")", R"("back")", "flags, row 1 (ces_saddle)",
               "field \"regions\" must be one of: low_back, neck"},
        Damage{"red-flags.json", R"("id": "ces_bladder")", R"("id": "ces_saddle")",
               "flags, row 2 (ces_saddle)", "field \"id\" must not repeat"},
        Damage{"red-flags.json", R"("points_to")", R"("points")", "flags, row 1 (ces_saddle)",
               "field \"points_to\" is missing"},
        Damage{"rom.json", R"("joint": "cervical")", R"("joint": "cervix")",
               "motions, row 1 (cervical.flexion)",
               "field \"joint\" names cervix, which the list joints lacks"},
        Damage{"rom.json", R"("unit": "degrees",
   "sided")",
               R"("unit": "grads",
   "sided")",
               "motions, row 1 (cervical.flexion)", "field \"unit\" names grads"},
        Damage{"rom.json", R"("normal": [
    45,)",
               R"("normal": [
    "45",)",
               "motions, row 1 (cervical.flexion)", "field \"normal\" must be a list of numbers"},
        Damage{"rom.json", R"("normal": [
    45,)",
               R"("normal": [
    450,)",
               "motions, row 1 (cervical.flexion)", "field \"normal\" must give low and high"},
        Damage{"rom.json", R"("min": -60)", R"("min": 600)", "units, row 1",
               "field \"max\" must be greater than min"},
        Damage{"rom.json", R"("direction": "lower_is_better")", R"("direction": "down")",
               "motions, row 54 (spine.fingertip_to_floor)",
               "field \"direction\" must be one of: lower_is_better"},
        Damage{"rom.json", R"("id": "cervical.extension")", R"("id": "cervical.flexion")",
               "motions, row 2 (cervical.flexion)", "field \"id\" must not repeat"},
        Damage{"tests.json", R"("region": "low_back")", R"("region": "back")",
               "tests, row 1 (straight_leg_raise)",
               "field \"region\" must be one of the table's regions"},
        Damage{"tests.json", R"("kind": "neurological")", R"("kind": "magical")",
               "tests, row 1 (straight_leg_raise)", "field \"kind\" must be one of"},
        Damage{"tests.json", R"("max": 120)", R"("max": -120)",
               "tests, row 1 (straight_leg_raise), result, also",
               "field \"max\" must be greater than min"},
        Damage{"tests.json", R"("type": "choice")", R"("type": "text")",
               "tests, row 1 (straight_leg_raise), result", "field \"type\" must be one of"},
        Damage{"tests.json", R"("rom": "lumbar.modified_schober")", R"("rom": "lumbar.schober")",
               "(schober_modified)", "field \"rom\" names lumbar.schober, which rom.json lacks"},
        Damage{"tests.json", R"("gaenslen"
    ])",
               R"("gaenslens"
    ])",
               "(sij_cluster)", "field \"cluster\" names gaenslens, which the table lacks"},
        Damage{"tests.json", R"("id": "C6")", R"("id": "C5")",
               "tests, row 5 (myotomes_upper), parts, row 2 (C5)", "field \"id\" must not repeat"},
        Damage{"home-care.json", R"("hold_s")", R"("hold_minutes")",
               "items, row 1 (stretch_gentle)",
               "field \"dose\" names hold_minutes, which has no words"},
        Damage{"home-care.json", R"("sets": 1)", R"("sets": true)", "items, row 1 (stretch_gentle)",
               "field \"dose\" must give sets as low and high"},
        Damage{"home-care.json", R"("evidence": "some")", R"("evidence": "much")",
               "items, row 1 (stretch_gentle)", "field \"evidence\" must be one of"},
        Damage{"joints.json", R"("sides": "may")", R"("sides": "both")", "joints, row 1 (C1)",
               "field \"sides\" must be one of: never, may, must"},
        Damage{"joints.json", R"("logged": "L4-L5")", R"("logged": "L4-L6")", "(L4-L5)",
               "field \"logged\" names L4-L6, which log-fields.json lacks"},
        Damage{"joints.json", R"("kind": "vertebra")", R"("kind": "joint")", "joints, row 1 (C1)",
               "field \"logged\" must be there for all but single vertebrae"},
        Damage{"log-fields.json", R"("subtalar",)", R"("subtalar", "symphysis",)",
               "the file itself", "field \"joints\" must have a row for symphysis", "joints.json"});
    CAPTURE(damage.file, damage.sound, damage.damaged);
    const TempFolder folder;
    copyTables(folder);
    auto content = contentOf(folder.path() / damage.file);
    const auto at = content.find(damage.sound);
    REQUIRE(at != std::string::npos);
    write(folder.path() / damage.file, content.replace(at, damage.sound.size(), damage.damaged));

    const auto complaint = complaintOf(folder.path());
    CHECK_THAT(complaint,
               ContainsSubstring(damage.complains.empty() ? damage.file : damage.complains));
    CHECK_THAT(complaint, ContainsSubstring(damage.place));
    CHECK_THAT(complaint, ContainsSubstring(damage.why));
    CHECK_THAT(complaint, EndsWith("install Palpate again or correct the file."));
    CHECK(std::ranges::count(complaint, '\n') == 0);
}

SCENARIO("a table that is no table") {
    const TempFolder folder;
    copyTables(folder);
    GIVEN("no fault") {
        CHECK(complaintOf(folder.path()).empty());
    }
    GIVEN("a number that no computer holds") {
        write(folder.path() / "techniques.json", R"({"sources": [], "techniques": 1e400})");
        CHECK_THAT(complaintOf(folder.path()),
                   ContainsSubstring("techniques.json holds a number that is too large"));
    }
    GIVEN("a folder in the place of a file") {
        std::filesystem::remove(folder.path() / "techniques.json");
        std::filesystem::create_directory(folder.path() / "techniques.json");
        CHECK_THAT(complaintOf(folder.path()),
                   ContainsSubstring("techniques.json can't be read from the folder"));
    }
    GIVEN("a file far too large") {
        write(folder.path() / "techniques.json", std::string(2'000'001, ' '));
        CHECK_THAT(complaintOf(folder.path()),
                   ContainsSubstring("techniques.json is larger than any table can be"));
    }
    GIVEN("a name that never ends") {
        auto content = contentOf(folder.path() / "techniques.json");
        const std::string sound = R"("id": "pressure_release")";
        content.replace(content.find(sound), sound.size(),
                        R"("id": ")" + std::string(100'000, 'x') + '"');
        write(folder.path() / "techniques.json", content);
        const auto complaint = complaintOf(folder.path());
        CHECK_THAT(complaint, ContainsSubstring("techniques, row 2 (xxx"));
        CHECK(complaint.size() < 1000);
    }
    GIVEN("huge counts") {
        const auto* what = GENERATE("rows", "texts", "fields");
        const auto list = [](const std::string& one, int count) {
            std::string text = one;
            for (int i = 1; i < count; ++i) {
                text += "," + one;
            }
            return text;
        };
        const std::string begin =
            R"({"sources": [{"key": "A", "citation": "A.", "read": "full"}], "techniques": [)";
        std::string content;
        if (std::string_view{what} == "rows") {
            content = begin + list("{}", 5'001) + "]}";
        } else if (std::string_view{what} == "texts") {
            content = begin + R"({"id": "x", "name": "X", "also_called": [)" +
                      list(R"("y")", 1'001) + "]}]}";
        } else {
            content = "{";
            for (int i = 0; i < 100'000; ++i) {
                content += "\"" + std::to_string(i) + "\":0,";
            }
            content += R"("sources": []})";
        }
        write(folder.path() / "techniques.json", content);
        CHECK_THAT(complaintOf(folder.path()), ContainsSubstring("techniques.json") &&
                                                   ContainsSubstring(what) &&
                                                   ContainsSubstring("more than"));
    }
    GIVEN("a missing file") {
        std::filesystem::remove(folder.path() / "diagnoses.json");
        CHECK_THAT(complaintOf(folder.path()),
                   ContainsSubstring("table diagnoses.json can't be read from the folder"));
    }
    GIVEN("a folder that is not there") {
        CHECK_THAT(complaintOf(folder.path() / "nowhere"), ContainsSubstring("nowhere"));
    }
    GIVEN("a file that was cut short") {
        const auto content = contentOf(folder.path() / "techniques.json");
        write(folder.path() / "techniques.json", content.substr(0, content.size() / 2));
        CHECK_THAT(complaintOf(folder.path()),
                   ContainsSubstring("techniques.json is no well-formed JSON at line "));
    }
    GIVEN("a typing error in its third line") {
        write(folder.path() / "techniques.json", "{\n \"title\": \"x\",\n oops\n}");
        CHECK_THAT(complaintOf(folder.path()), ContainsSubstring("line 3, column 2"));
    }
    GIVEN("an empty file, and one with a list") {
        const auto* content = GENERATE("", "[]", "\xff\xfe");
        write(folder.path() / "techniques.json", content);
        CHECK_THAT(complaintOf(folder.path()), ContainsSubstring("techniques.json"));
    }
    GIVEN("no list of rows at all") {
        write(folder.path() / "techniques.json",
              R"({"sources": [{"key": "A", "citation": "A.", "read": "full"}]})");
        CHECK_THAT(complaintOf(folder.path()),
                   ContainsSubstring("in the file itself, the field \"techniques\" is missing"));
    }
    GIVEN("a list without rows") {
        write(folder.path() / "techniques.json", R"({"sources": [], "techniques": []})");
        CHECK_THAT(complaintOf(folder.path()), ContainsSubstring("must hold at least one row"));
    }
    GIVEN("a row that is no object") {
        write(folder.path() / "log-fields.json",
              R"({"sources": [{"key": "A", "citation": "A.", "read": "full"}], "fields": [3]})");
        CHECK_THAT(complaintOf(folder.path()), ContainsSubstring("row 1 is none"));
    }
}
