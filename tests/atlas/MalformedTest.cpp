// SPDX-License-Identifier: MIT
#include "atlas/BodyMap.h"
#include "domain/Error.h"
#include "support/TempFolder.h"

#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>
#include <catch2/matchers/catch_matchers_string.hpp>

#include <algorithm>
#include <fstream>

using namespace palpate;
using Catch::Matchers::ContainsSubstring;

namespace {

/// A sound atlas of one muscle, one bone, one region and one landmark.
[[nodiscard]] std::string smallAtlas() {
    const std::string square = "[[[10,10,90,10,90,90,10,90]]]";
    const std::string body = R"("body":{"outline":)" + square + R"(,"strokes":[[20,20,30,30]]})";
    const std::string arm = R"("arm":{"outline":)" + square + R"(,"strokes":[]})";
    const std::string tones =
        R"({"0":[[],[]],"1":[)" + square + R"(,[]],"2":[[],[]],"3":[[],[]],"4":[[],[]]})";
    const std::string frame = R"({"width":100,"height":100,"title":"View"})";
    return R"({"format":"body-atlas","version":1,"units":"mm",
"views":{"anterior":)" +
           frame + R"(,"posterior":)" + frame + R"(,"left":)" + frame + R"(,"right":)" + frame +
           R"(,"plantar":)" + frame + R"(},
"layers":{"1":"superficial","2":"intermediate","3":"deep","4":"deepest"},
"composites":{"whole_muscle":["part_muscle"]},
"skin":{"anterior":{)" +
           body + R"(},"posterior":{)" + body + R"(},"left":{)" + body + "," + arm +
           R"(},"right":{)" + body + "," + arm + R"(},"plantar":{)" + body + R"(}},
"bones":[{"id":"L3","side":"M","name":"Vertebra L3","views":{"posterior":{"polys":[[[40,40,60,40,50,60]]],"depth":5}}}],
"muscles":[{"id":"part_muscle","side":"R","name":"Part","latin":"pars","fma":["FMA1"],"group":"back","layer":3,
"source":"mesh","kind":"muscle","part_of":"whole_muscle","see_through":false,"views":{"posterior":{
"polys":[[[20,20,40,20,40,40]]],"full":[[[20,20,45,20,45,45]]],"anchor":[35,25],"area":200,"full_area":312,"order":1,
"fibres":[[21,20,39,38]]},"left":{"polys":[[[20,20,40,20,40,40]]],"anchor":[35,25],"area":200,"full_area":200,
"order":2,"overlay":"arm"}}}],
"regions":[{"id":"lumbar","side":"R","name":"Lumbar","views":{"posterior":{"polys":[[[10,10,90,10,90,90,10,90]]],
"anchor":[50,50],"area":6400}}}],
"landmarks":[{"id":"L3","side":"M","name":"Spinous process of L3","xyz":[0,1,2],"at":{"posterior":[50,50]}}],
"tones":{"anterior":{"body":)" +
           tones + R"(},"posterior":{"body":)" + tones + R"(},"left":{"body":)" + tones +
           R"(,"arm":)" + tones + R"(},"right":{"body":)" + tones + R"(,"arm":)" + tones + R"(}},
"provenance":{"attribution":["Whom to thank"]}})";
}

struct Damage {
    const char* what;        ///< in the small atlas
    std::string replacement; ///< the first `what` becomes this
    const char* named;       ///< the message must hold it
};

[[nodiscard]] std::string damaged(const Damage& damage) {
    std::string text = smallAtlas();
    const auto at = text.find(damage.what);
    REQUIRE(at != std::string::npos);
    return text.replace(at, std::string_view{damage.what}.size(), damage.replacement);
}

[[nodiscard]] std::string complaint(std::string_view json) {
    try {
        (void)atlas::BodyMap::parse(json, "body.json");
    } catch (const DataError& error) {
        return error.what();
    }
    return "it was accepted";
}

[[nodiscard]] std::string manyEntries(const std::string& one, int count) {
    std::string list = "[";
    for (int i = 0; i < count; ++i) {
        list += (i == 0 ? "" : ",") + one;
    }
    return list + "]";
}

} // namespace

SCENARIO("a small sound atlas is read", "[atlas]") {
    const auto map = atlas::BodyMap::parse(smallAtlas(), "body.json");
    REQUIRE(map.muscles().size() == 1);
    CHECK(map.muscles().front().shapes.size() == 2);
    CHECK(map.muscleAt({View::Posterior, 35, 25}, {Layer::Superficial, false}) ==
          &map.muscles().front());
    CHECK(map.muscleAt({View::Left, 35, 25}, {Layer::Superficial, false}) == nullptr);
    CHECK(map.muscleAt({View::Left, 35, 25}, {Layer::Superficial, true}) == &map.muscles().front());
    CHECK(map.composites().front().name == "Whole muscle");
}

SCENARIO("each kind of damage is refused in one sentence that names file and entry", "[atlas]") {
    const auto damage = GENERATE(values<Damage>({
        {R"("body-atlas")", R"("street-map")", "no body atlas"},
        {R"("version":1)", R"("version":2)", "version"},
        {R"("version":1)", R"("version":"1")", "version"},
        {R"("units":"mm")", R"("units":"inch")", "units must be mm"},
        {R"("units":"mm",)", R"("units":"mm","colour":1,)", "unknown entry \"colour\""},
        {R"("layers":)", R"("layer":)", "no \"layers\""},
        {R"("width":100)", R"("width":0)", "views, anterior, width must be a number from 1"},
        {R"("width":100)", R"("width":"wide")", "views, anterior, width must be a number"},
        {R"("plantar":{"width")", R"("top":{"width")", "views has no \"plantar\""},
        {R"("4":"deepest")", R"("5":"deepest")", "layers has no \"4\""},
        {R"(["part_muscle"])", R"(["lost_muscle"])", "lost_muscle"},
        {R"("part_of":"whole_muscle")", R"("part_of":"no_whole")",
         "part_muscle as a part of whole_muscle"},
        {R"({"whole_muscle":["part_muscle"]})", "{}", "whole_muscle, which is no composite"},
        {R"("posterior":{"body")", R"("posterior":{"corpse")", "skin, posterior has no \"body\""},
        {R"("strokes":[[20,20,30,30]])", R"("strokes":[[20,20]])", "fewer than 2 points"},
        {R"("depth":5)", R"("depth":null)",
         "bones, entry 1 (L3 M), views, posterior, depth must be a number"},
        {R"("side":"M","name":"Vertebra L3")", R"("side":"X","name":"Vertebra L3")",
         "(L3 X) has a side"},
        {R"("id":"part_muscle")", R"("id":"part muscle")", "muscles, entry 1"},
        {R"("layer":3)", R"("layer":7)",
         "muscles, entry 1 (part_muscle R), layer must be 1, 2, 3 or 4"},
        {R"("layer":3)", R"("layer":2.5)", "layer must be 1, 2, 3 or 4"},
        {R"("kind":"muscle")", R"("kind":"nerve")", "kind must be muscle, tendon or fascia"},
        {R"("see_through":false)", R"("see_through":"no")", "see_through must be true or false"},
        {R"("group":"back")", R"("group":3)", "group must be a text"},
        {R"("fma":["FMA1"])", R"("fma":"FMA1")", "fma must be a list"},
        {R"("latin":"pars",)", "", "(part_muscle R) has no \"latin\""},
        {R"("source":"mesh")", R"("source":"mesh","layr":1)", "unknown entry \"layr\""},
        {R"([[[20,20,40,20,40,40]]],"full")", R"([[[20,20,40,20,40]]],"full")",
         "odd number of coordinates"},
        {R"([[[20,20,40,20,40,40]]],"full")", R"([[[20,20,40,20]]],"full")", "fewer than 3 points"},
        {R"([[[20,20,40,20,40,40]]],"full")", R"([[[20,20,40,20,40,140]]],"full")",
         "point 3 of muscles, entry 1"},
        {R"([[[20,20,40,20,40,40]]],"full")", R"([[[20,20,-40,20,40,40]]],"full")", "point 2 of"},
        {R"([[[20,20,40,20,40,40]]],"full")", R"([[[20,20,null,20,40,40]]],"full")", "point 2 of"},
        {R"([[[20,20,40,20,40,40]]],"full")", R"([[[20,20,1e400,20,40,40]]],"full")", "too large"},
        {R"([[[20,20,40,20,40,40]]],"full")", R"([[]],"full")", "polygon without a ring"},
        {R"([[[20,20,40,20,40,40]]],"full")", R"([],"full")", "has no polygon"},
        {R"([[[20,20,40,20,40,40]]],"full")", R"({},"full")", "must be a list"},
        {R"([[[20,20,40,20,40,40]]],"full")", R"([[[20,20,40,40,40,20,20,41]]],"full")",
         "the outline of muscles, part_muscle R, posterior, polys crosses itself near 30.2, 30.2"},
        {R"([[[20,20,40,20,40,40]]],"full")",
         R"([[[20,20,40,20,40,40],[30,22,50,22,39,25]]],"full")",
         "muscles, part_muscle R, posterior, polys crosses itself near 40.0, 22.0"},
        {R"([[[20,20,40,20,40,40]]],"full")",
         R"([[[20,20,40,20,40,40]],[[30,15,35,15,35,28]]],"full")",
         "muscles, part_muscle R, posterior, polys crosses itself near"},
        {R"([[[20,20,45,20,45,45]]])", R"([[[20,20,45,45,45,20,20,45]]])",
         "muscles, part_muscle R, posterior, full crosses itself near 32.5, 32.5"},
        {R"([[[40,40,60,40,50,60]]])", R"([[[40,40,60,60,60,40,40,60]]])",
         "bones, L3 M, posterior, polys crosses itself near 50.0, 50.0"},
        {R"("outline":[[[10,10,90,10,90,90,10,90]]])", R"("outline":[[[10,10,90,90,90,10,10,90]]])",
         "skin, anterior, body, outline crosses itself near 50.0, 50.0"},
        {R"("polys":[[[10,10,90,10,90,90,10,90]]])", R"("polys":[[[10,10,90,90,90,10,10,90]]])",
         "regions, lumbar R, posterior, polys crosses itself near 50.0, 50.0"},
        {R"(["part_muscle"])", R"(["part_muscle","part_muscle"])",
         "composites name part_muscle twice as a part of whole_muscle"},
        {R"("source":"mesh")", R"("source":"mesh","two\nlines":1)", "unknown entry \"two lines\""},
        {R"("anchor":[35,25])", R"("anchor":[35,25,36,26])", "anchor must be one point"},
        {R"("anchor":[35,25])", R"("anchor":[350,25])", "anchor"},
        {R"("area":200)", R"("area":-1)", "area must be a number from 0"},
        {R"("order":1)", R"("order":"first")", "order must be a number"},
        {R"("overlay":"arm")", R"("overlay":"leg")", "views, left has an overlay"},
        {R"("order":1,)", R"("order":1,"overlay":"arm",)", "views, posterior has an overlay"},
        {R"("views":{"posterior":{
"polys")",
         R"("views":{"inside":{
"polys")",
         "is no view"},
        {R"("posterior":[50,50])", R"("posterior":[50])", "odd number"},
        {R"("tones":{"anterior":{"body":{"0")", R"("tones":{"anterior":{"body":{"9")", "no \"0\""},
        {R"("0":[[],[]])", R"("0":[[]])", "soft and deep"},
        {R"("attribution":)", R"("author":)", "no \"attribution\""},
    }));
    CAPTURE(damage.what, damage.replacement);
    const std::string message = complaint(damaged(damage));
    CHECK_THAT(message, ContainsSubstring("body.json") && ContainsSubstring(damage.named));
    CHECK(std::count(message.begin(), message.end(), '\n') == 0);
}

SCENARIO("a muscle without a view, twice the same one, or far too many are refused", "[atlas]") {
    const std::string sound = smallAtlas();
    const auto from = sound.find(R"("bones":[)") + 8;
    const auto to = sound.find("\n\"muscles\"") - 1;
    const std::string bones = sound.substr(from, to - from);
    const std::string bone = bones.substr(1, bones.size() - 2);
    const auto withBones = [&](const std::string& list) {
        std::string text = sound;
        return text.replace(from, to - from, list);
    };
    CHECK(complaint(withBones(bones)) == "it was accepted");
    CHECK_THAT(complaint(withBones("[" + bone + "," + bone + "]")),
               ContainsSubstring("is there twice"));
    CHECK_THAT(complaint(withBones(R"([{"id":"L3","side":"M","name":"L3","views":{}}])")),
               ContainsSubstring("(L3 M) shows in no view"));
    const auto viewsFrom = sound.find(R"({"posterior":{
"polys")");
    const auto viewsTo = sound.find("}],\n\"regions\"");
    std::string blind = sound;
    CHECK_THAT(complaint(blind.replace(viewsFrom, viewsTo - viewsFrom, "{}")),
               ContainsSubstring("muscles, entry 1 (part_muscle R) shows in no view"));
    CHECK_THAT(complaint(withBones(manyEntries("0", 10'001))),
               ContainsSubstring("more than 10000 entries"));
    CHECK_THAT(complaint(withBones("[" + manyEntries("0", 3) + "]")),
               ContainsSubstring("bones, entry 1"));

    const auto muscleFrom = sound.find(R"("muscles":[)") + 10;
    const auto muscleTo = sound.find("\n\"regions\"") - 1;
    const std::string muscle = sound.substr(muscleFrom + 1, muscleTo - muscleFrom - 2);
    std::string twice = sound;
    twice.replace(muscleFrom, muscleTo - muscleFrom, "[" + muscle + "," + muscle + "]");
    CHECK_THAT(complaint(twice),
               ContainsSubstring("muscles, entry 2 (part_muscle R) is there twice"));
}

SCENARIO("outlines may touch themselves, and shading may cross itself", "[atlas]") {
    const auto* touching =
        GENERATE("[[[20,20,40,20,40,40,30,20]]]",                       // a corner on an edge
                 "[[[20,20,40,20,40,40],[30,20,40,25,35,23]]]",         // a hole on the outer ring
                 "[[[20,20,40,20,40,40]],[[40,20,60,20,60,40,40,40]]]", // neighbours with one edge
                 "[[[20,20,40,20,40,20,40,40,40,40]]]",                 // places repeated
                 "[[[20,20,40,20,40,40,20,40,20,20,10,15]]]", // two loops that meet in a corner
                 "[[[20,20,40,20,40,40,30,19.9995]]]");       // rounded a little over the edge
    CHECK(complaint(damaged({"[[[20,20,40,20,40,40]]],\"full\"",
                             std::string{touching} + ",\"full\"", ""})) == "it was accepted");
    CHECK(complaint(damaged({R"("1":[[[[10,10,90,10,90,90,10,90]]],[]])",
                             R"("1":[[[[10,10,90,90,90,10,10,90]]],[]])", ""})) ==
          "it was accepted");
}

SCENARIO("a huge outline is checked or refused, however tangled", "[atlas]") {
    std::string zigzag; // long edges side by side
    std::string star;   // long edges of which each crosses most others; closed, they cross late
    for (int i = 0; i < 20'000; ++i) {
        const auto at = std::to_string(10 + i * 0.004);
        zigzag += at + (i % 2 == 0 ? ",10," : ",89,");
        star += i % 2 == 0 ? "1," + at + "," : "99," + std::to_string(90 - i * 0.004) + ",";
    }
    const auto with = [](const std::string& ring) {
        return complaint(damaged(
            {"[[[20,20,40,20,40,40]]],\"full\"", "[[[" + ring + "91,95,9,95]]],\"full\"", ""}));
    };
    CHECK(with(zigzag) == "it was accepted");
    CHECK_THAT(with(star), ContainsSubstring("body.json") &&
                               ContainsSubstring("muscles, part_muscle R, posterior, polys"));
    // Nothing crosses, but each edge lies beside every other whichever way one looks.
    std::string stair;
    for (int i = 0; i < 20'000; ++i) {
        const auto low = std::to_string(1 + i * 0.0001);
        const auto high = std::to_string(90 + i * 0.0001);
        stair += i % 2 == 0 ? low + "," + high + "," : high + "," + low + ",";
    }
    CHECK_THAT(complaint(damaged({"[[[20,20,40,20,40,40]]],\"full\"",
                                  "[[[" + stair + "99,99,0,99]]],\"full\"", ""})),
               ContainsSubstring("body.json can't be used: with muscles, part_muscle R, posterior, "
                                 "polys its outlines are too tangled to be checked."));
}

SCENARIO("broken JSON is reported with its line and byte", "[atlas]") {
    CHECK_THAT(complaint(""), ContainsSubstring("body.json is no sound JSON at line 1"));
    CHECK_THAT(complaint("[1, 2\n, oops]"), ContainsSubstring("line 2, byte 9"));
    CHECK_THAT(complaint("[]"), ContainsSubstring("body.json"));
    CHECK_THAT(complaint("null"), ContainsSubstring("body.json"));
    CHECK_THAT(complaint(std::string(200'000, '[')), ContainsSubstring("no sound JSON"));
    CHECK_THAT(complaint("{\"format\":\"\xFF\xFE\"}"), ContainsSubstring("no sound JSON"));
}

SCENARIO("a file cut off anywhere, or with any byte changed, never crashes", "[atlas]") {
    const std::string sound = smallAtlas();
    for (std::size_t length = 0; length < sound.size(); ++length) {
        const std::string message = complaint(std::string_view{sound}.substr(0, length));
        REQUIRE_THAT(message, ContainsSubstring("body.json"));
    }
    int refused = 0;
    for (std::size_t i = 0; i < sound.size(); i += 3) {
        for (const char c : {'0', '"', ']', '\0', '\xC3', '-'}) {
            std::string text = sound;
            text[i] = c;
            refused += complaint(text) == "it was accepted" ? 0 : 1;
        }
    }
    CHECK(refused > 2000);
}

SCENARIO("a file that is not there, is a folder or is cut off is refused by name", "[atlas]") {
    const test::TempFolder folder;
    const auto cut = folder.path() / "cut.json";
    std::ofstream{cut} << smallAtlas().substr(0, 900);
    CHECK_THROWS_AS(atlas::BodyMap::load(folder.path() / "missing.json"), DataError);
    CHECK_THROWS_AS(atlas::BodyMap::load(folder.path()), DataError);
    const auto huge = folder.path() / "huge.json";
    std::ofstream{huge} << std::string(6'000'001, '[');
    CHECK_THROWS_WITH(atlas::BodyMap::load(huge), ContainsSubstring("huge.json is larger than"));
    try {
        (void)atlas::BodyMap::load(cut);
        FAIL("a truncated file was accepted");
    } catch (const DataError& error) {
        CHECK_THAT(error.what(), ContainsSubstring("cut.json"));
    }
}
