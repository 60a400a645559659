// SPDX-License-Identifier: MIT
#include "app/SearchQuery.h"

#include "app/LocalDay.h"
#include "app/OpenClinic.h"
#include "app/QueryFields.h"
#include "atlas/BodyMap.h"
#include "reference/Reference.h"

#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>
#include <catch2/matchers/catch_matchers_string.hpp>

#include <algorithm>
#include <random>

using namespace palpate;
using namespace palpate::test;
using app::parseQuery;
using Catch::Matchers::ContainsSubstring;

namespace {

/// One clinic for all of these: they only read it.
[[nodiscard]] app::Clinic& clinic() {
    static OpenClinic open;
    static const auto jo = open.programOfJo(); // a second name to ask for
    return *open;
}

[[nodiscard]] SessionFilter filterOf(std::string_view text) {
    const auto parsed = parseQuery(clinic(), text);
    for (const auto& mistake : parsed.mistakes) {
        UNSCOPED_INFO(shown(mistake.sentence));
    }
    CHECK(parsed.mistakes.empty());
    return parsed.filter;
}

[[nodiscard]] std::vector<std::string> keysOf(const std::vector<MuscleKey>& muscles) {
    std::vector<std::string> keys;
    for (const auto& muscle : muscles) {
        keys.push_back(muscle.text());
    }
    return keys;
}

using Keys = std::vector<std::string>;

[[nodiscard]] std::string mistakeOf(std::string_view text) {
    const auto parsed = parseQuery(clinic(), text);
    return parsed.mistakes.empty() ? std::string{} : shown(parsed.mistakes.front().sentence);
}

// Not inlined: GCC 12 then takes the empty end for one that may be uninitialised.
[[nodiscard, gnu::noinline]] Range<int> atLeast(int least) {
    return {.least = least};
}
[[nodiscard, gnu::noinline]] Range<int> atMost(int most) {
    return {.most = most};
}

[[nodiscard]] Instant dayAt(int year, unsigned month, unsigned day) {
    return app::startOf(
        Date{std::chrono::year{year}, std::chrono::month{month}, std::chrono::day{day}},
        aClinicProfile().timeZone);
}

} // namespace

TEST_CASE("a muscle, a tenderness and a technique in one query belong together") {
    const auto filter = filterOf("left upper trapezius >= 6 pressure release since:90d");
    CHECK(keysOf(filter.finding.muscles) == Keys{"trapezius_descending"});
    CHECK(filter.finding.side == Side::Left);
    CHECK(filter.finding.tenderness == atLeast(6));
    REQUIRE(filter.treatment.techniques.size() == 1);
    CHECK(filter.treatment.techniques.front().text() == "pressure_release");
    CHECK(filter.treatment.muscles == filter.finding.muscles);
    CHECK(filter.treatment.side == Side::Left);
    CHECK(filter.from == dayAt(2026, 8, 25));
    CHECK(filter.text.empty());
}

TEST_CASE("the parts of a query say what was understood, and where it stands") {
    const std::string text = "left upper trapezius >= 6 pressure release since:90d lifting";
    const auto parsed = parseQuery(clinic(), text);
    std::vector<std::string> words;
    std::vector<std::string> typed;
    for (const auto& part : parsed.parts) {
        words.push_back(part.words);
        typed.push_back(text.substr(part.begin, part.length));
    }
    CHECK(words == std::vector<std::string>{"left upper trapezius", "tenderness 6 or more",
                                            "pressure release", "since 25 Aug 2026", "“lifting”"});
    CHECK(typed == std::vector<std::string>{"left upper trapezius", ">= 6", "pressure release",
                                            "since:90d", "lifting"});
}

TEST_CASE("a muscle goes with what else is asked for") {
    SECTION("alone: a point in it") {
        const auto filter = filterOf("ql");
        CHECK(keysOf(filter.finding.muscles) == Keys{"quadratus_lumborum"});
        CHECK(filter.treatment.isOpen());
    }
    SECTION("with a technique: where it was given, whether a point was found or not") {
        const auto filter = filterOf("ql dry needling");
        CHECK(filter.finding.isOpen());
        CHECK(keysOf(filter.treatment.muscles) == Keys{"quadratus_lumborum"});
    }
    SECTION("with a dose alone") {
        const auto filter = filterOf("right ql dose:60s");
        CHECK(filter.finding.isOpen());
        CHECK(filter.treatment.side == Side::Right);
    }
    SECTION("named for one alone") {
        CHECK(mistakeOf("found:\"left ql\" treated:piriformis dry needling ql") ==
              "found: and treated: say already where; leave them or this out.");
        const auto apart = filterOf("found:\"left ql\" treated:piriformis dry needling");
        CHECK(keysOf(apart.finding.muscles) == Keys{"quadratus_lumborum"});
        CHECK(apart.finding.side == Side::Left);
        CHECK(keysOf(apart.treatment.muscles) == Keys{"piriformis"});
        CHECK(apart.treatment.side == std::nullopt);
    }
}

TEST_CASE("fields say plainly what is asked for") {
    SECTION("muscles, groups, layers and sides") {
        CHECK(keysOf(filterOf("muscle:ql").finding.muscles) == Keys{"quadratus_lumborum"});
        CHECK(keysOf(filterOf("muscle:quadratus_lumborum").finding.muscles) ==
              Keys{"quadratus_lumborum"});
        CHECK(keysOf(filterOf("muscle:upper trapezius >= 6").finding.muscles) ==
              Keys{"trapezius_descending"});
        CHECK(keysOf(filterOf("muscle:\"left ql, piriformis\"").finding.muscles) ==
              Keys{"quadratus_lumborum", "piriformis"});
        CHECK(keysOf(filterOf("muscle:\"biceps brachii\"").finding.muscles) ==
              Keys{"biceps_brachii_long", "biceps_brachii_short"});
        CHECK(filterOf("muscle:\"left ql, piriformis\"").finding.side == Side::Left);
        CHECK(filterOf("side:left >= 6").finding.side == Side::Left);
        CHECK(keysOf(filterOf("group:gemelli").finding.muscles) ==
              Keys{"gemellus_superior", "gemellus_inferior"});
        CHECK(keysOf(filterOf("layer:1 gluteals").finding.muscles) == Keys{"gluteus_maximus"});
        for (const auto& muscle : filterOf("group:back layer:deep").finding.muscles) {
            const auto* row = clinic().map().muscle(muscle, Side::Right);
            REQUIRE(row != nullptr);
            CHECK(row->group == "back");
            CHECK(row->layer == Layer::Deep);
        }
    }
    SECTION("a point") {
        const auto filter = filterOf("state:active,latent tender:6-8 change:worse,gone");
        CHECK(filter.finding.states == std::vector{State::Active, State::Latent});
        CHECK(filter.finding.tenderness == Range<int>{6, 8});
        CHECK(filter.finding.changes == std::vector{Settled::Worse, Settled::Gone});
        CHECK(filterOf("ql 6 or more").finding.tenderness == atLeast(6));
        CHECK(filterOf("ql at most 3").finding.tenderness == atMost(3));
        CHECK(filterOf("ql > 5").finding.tenderness == atLeast(6));
        CHECK(filterOf("ql ≥6").finding.tenderness == atLeast(6));
        CHECK(filterOf("tender:6–8").finding.tenderness == Range<int>{6, 8});
        CHECK(filterOf("tender: >= 6 <= 8").finding.tenderness == Range<int>{6, 8});
        CHECK(filterOf("tenderness >= 6/10").finding.tenderness == atLeast(6));
    }
    SECTION("pain is not tenderness") {
        CHECK(filterOf("pain >= 7").painNow == atLeast(7));
        CHECK(filterOf("pain >= 7").finding.isOpen());
        CHECK(filterOf("pain:4-6").painNow == Range<int>{4, 6});
        CHECK(filterOf("pain 7 or more ql").painNow == atLeast(7));
    }
    SECTION("techniques and doses") {
        const auto filter = filterOf("technique:\"dry needling, cupping\" dose:pressure>=20kPa");
        REQUIRE(filter.treatment.techniques.size() == 2);
        CHECK(filter.treatment.techniques[1].text() == "cupping");
        REQUIRE(filter.treatment.doses.size() == 1);
        CHECK(filter.treatment.doses[0].field.text() == "pressure_kpa");
        CHECK(filter.treatment.doses[0].amount == Range<double>{.least = 20});
        const auto seconds = [](std::string_view text) {
            const auto doses = filterOf(text).treatment.doses;
            REQUIRE(doses.size() == 1);
            CHECK(doses[0].field.text() == "duration_s");
            return doses[0].amount;
        };
        CHECK(seconds("dose:60s") == Range<double>{60, 60});
        CHECK(seconds("dose:60-90 s") == Range<double>{60, 90});
        CHECK(seconds("dose:duration >= 2 min") == Range<double>{.least = 120});
        CHECK(seconds("dose:1:30") == Range<double>{90, 90});
        CHECK(seconds("dose:at least 60 s") == Range<double>{.least = 60});
        const auto kilos = filterOf("dose:pressure>=2kg").treatment.doses;
        CHECK(kilos.at(0).amount.least == 2 * 98.0665);
        CHECK(filterOf("dose:repetitions=3").treatment.doses.at(0).amount == Range<double>{3, 3});
    }
    SECTION("people, cases, care and drawings") {
        CHECK(filterOf("by:okafor").practitioner == aPractitioner().id);
        CHECK(filterOf("by:me").practitioner == aPractitioner().id);
        CHECK(filterOf("by:Jo Lindqvist").practitioner == idOf<PractitionerId>(2));
        CHECK(filterOf("profession:massage").profession == Profession::MassageTherapist);
        CHECK(filterOf("case:referred on").caseStatus == CaseStatus::ReferredOn);
        CHECK(filterOf("case:" + idOf<CaseId>(200).text()).caseId == idOf<CaseId>(200));
        CHECK(filterOf("patient:" + idOf<PatientId>(100).text()).patient == idOf<PatientId>(100));
        CHECK(filterOf("diagnosis:m545").diagnosis == "M54.5");
        CHECK(filterOf("diagnosis:M54").diagnosis == "M54");
        CHECK(filterOf("diagnosis:fibromyalgia").diagnosis == "M79.7");
        CHECK(filterOf("home-care:foam rolling").homeCare.at(0).text() == "foam_roll");
        CHECK(filterOf("flag:any").flagState == FlagState::Raised);
        CHECK(filterOf("flag:unsettled").flagState == FlagState::Unsettled);
        CHECK(filterOf("flag:unsettled").flags.empty());
        CHECK(filterOf("flag:ces_saddle").flags == std::vector{key<RedFlagKey>("ces_saddle")});
        CHECK_FALSE(filterOf("flag:ces_saddle").flagState);
        CHECK(filterOf("flag:\"cauda equina syndrome\"").flags.size() > 2);
        CHECK(filterOf("flag:ces_saddle,dvt flag:unsettled").flags.size() == 2);
        const auto painted = filterOf("painted:left upper buttock");
        CHECK(painted.painted == key<RegionKey>("buttock_upper"));
        CHECK(painted.paintedSide == Side::Left);
        CHECK(filterOf("painted:lumbar:R").paintedSide == Side::Right);
        CHECK(filterOf("painted:sacrum left ql").paintedSide == std::nullopt);
        CHECK(filterOf("painted:sacrum left ql").finding.side == Side::Left);
    }
    SECTION("times") {
        CHECK(filterOf("since:yesterday").from == dayAt(2026, 11, 22));
        CHECK(filterOf("since:6w").from == dayAt(2026, 10, 12));
        CHECK(filterOf("since:3 months").from == dayAt(2026, 8, 23));
        CHECK(filterOf("since:1y").from == dayAt(2025, 11, 23));
        CHECK(filterOf("since:march").from ==
              Instant{std::chrono::sys_days{std::chrono::year{2026} / 3 / 1}});
        CHECK(filterOf("until:1 Nov 2026").to == dayAt(2026, 11, 2));
        CHECK(filterOf("until:2025").to == dayAt(2026, 1, 1));
        CHECK(filterOf("until:01.11.2026").to == dayAt(2026, 11, 2));
        CHECK(filterOf("since:2026-08-28T10:42:00Z").from ==
              parseIsoInstant("2026-08-28T10:42:00Z"));
    }
}

TEST_CASE("what is no name is looked for in the texts") {
    CHECK(filterOf("lifting \"no change\" -surgery").text == "lifting \"no change\" -surgery");
    CHECK(filterOf("“no change” –surgery").text == "\"no change\" -surgery");
    CHECK(filterOf("stay active").text == "stay active");
    CHECK(filterOf("sleeps on the left").text == "sleeps on the left");
    CHECK(filterOf("pain is so bad at night").text == "pain is so bad at night");
    CHECK(filterOf("kovács 10:30 L4-L5").text == "kovács 10:30 L4-L5");
    CHECK(filterOf("\"upper trapezius\" text:psoas").text == "\"upper trapezius\" psoas");
    CHECK(filterOf("-ql").text == "-ql");
    CHECK(filterOf("Plan: walk").text == "plan walk");
    CHECK(filterOf("left knee pain").finding.isOpen());
    CHECK(filterOf("IS").finding.muscles.size() == 1); // in capitals it is the infraspinatus
    CHECK(filterOf("lifting % - .").text == "lifting");
    CHECK(filterOf("") == SessionFilter{});
}

TEST_CASE("a side and a state belong to the name beside them") {
    CHECK(filterOf("active left ql").finding.side == Side::Left);
    CHECK(filterOf("active left ql").finding.states == std::vector{State::Active});
    CHECK(filterOf("ql right latent").finding.side == Side::Right);
    CHECK(filterOf("r ql").finding.side == Side::Right);
    CHECK(filterOf("dry needling left").treatment.side == Side::Left);
    CHECK(filterOf("left >= 6").finding.side == Side::Left);
}

TEST_CASE("a mistake names its place and what to do") {
    struct Row {
        const char* text;
        const char* part;
        const char* says;
    };
    const auto row = GENERATE(values<Row>(
        {{"x gm", "gm",
          "“gm” may mean gluteus maximus, gluteus medius or gluteus minimus; write which."},
         {"pecs", "pecs", "“pecs” may mean pectoralis major or pectorals; write which."},
         {"left ql right piriformis", "right", "one at a time"},
         {"left diaphragm", "diaphragm", "has no side"},
         {"tender:11", "tender:11", "0 to 10"},
         {"ql >= 60s", ">= 60s", "no tenderness"},
         {"since:90x", "since:90x", "since:90d, since:6w or since:2026-08-28"},
         {"since:2026-03-01 until:2026-02-01", "since:2026-03-01 until:2026-02-01",
          "ends on 1 Feb 2026, before it begins on 1 Mar 2026"},
         {"flag:xyz", "flag:xyz", "No red flag is called “xyz”; write any, unsettled, a key"},
         {"flag:any flag:unsettled", "flag:unsettled", "contradicts"},
         {"muscel:ql", "muscel:ql", "no field of a search"},
         {"muscle:xyz", "muscle:xyz", "No muscle is called “xyz”; write it as in muscle:ql."},
         {"technique:release", "technique:release", "may mean"},
         {"layer:7", "layer:7", "layers 1 to 4"},
         {"dose:60", "dose:60", "doesn't say of what dose"},
         {"dose:pressure>=20s", "dose:pressure>=20s", "measured in kPa"},
         {"dose:pain_after<=3", "dose:pain_after<=3", "no part of a dose"},
         {"dose:tool>=3", "dose:tool>=3", "no amount"},
         {"by:nobody", "by:nobody", "Nobody called “nobody” practises here"},
         {"by:me by:jo", "by:jo", "contradicts"},
         {"case:asleep", "case:asleep", "open, discharged or referred on"},
         {"diagnosis:qqq", "diagnosis:qqq", "neither a code"},
         {"diagnosis:\"low back pain\"", "diagnosis:\"low back pain\"", "M54.5"},
         {"painted:left sacrum", "painted:left sacrum", "lies in the middle"},
         {"patient:kovacs", "patient:kovacs", "id of a record"},
         {"ql OR piriformis", "OR", "any of them"},
         {"-muscle:ql", "-muscle:ql", "A minus leaves out words"},
         {"muscle:", "muscle:", "needs something behind it, as in muscle:ql"},
         {"%%%", "%%%", "“%%%” holds no word to look for"},
         {"* % _ ' ( ) ! - -- .", "* % _ ' ( ) ! - -- .", "holds no word"},
         {"\"\"", "\"\"", "no word to look for"},
         {"text:.", "text:.", "no word to look for"},
         {"→", "→", "“→” holds no word to look for"},
         {"ql -€", "-€", "holds no word"},
         {"layer:1 ql", "ql", "None of these muscles lies in that layer"}}));
    CAPTURE(row.text);
    const auto parsed = parseQuery(clinic(), row.text);
    REQUIRE(!parsed.mistakes.empty());
    const auto& mistake = parsed.mistakes.front();
    CHECK_THAT(shown(mistake.sentence), ContainsSubstring(row.says));
    CHECK(std::string{row.text}.substr(mistake.begin, mistake.length) == row.part);
}

TEST_CASE("more words than one search takes are a mistake, never left out in silence") {
    std::string words;
    for (int i = 0; i < 33; ++i) {
        words += "w" + std::to_string(i) + " ";
    }
    CHECK_THAT(mistakeOf(words), ContainsSubstring("at most 32 words"));
    CHECK_THAT(mistakeOf("\"" + words + "\""), ContainsSubstring("at most 32 words"));
    std::string dashed;
    for (int i = 0; i < 33; ++i) {
        dashed += "w" + std::to_string(i) + "—";
    }
    CHECK_THAT(mistakeOf(dashed), ContainsSubstring("at most 32 words"));
    std::string many;
    for (int i = 0; i < 5000; ++i) {
        many += "a ";
    }
    CHECK_THAT(mistakeOf(many), ContainsSubstring("5000 words"));
}

TEST_CASE("every example of the help and of the fields is understood") {
    for (const auto& line : app::queryHelp()) {
        CAPTURE(line.example);
        const auto parsed = parseQuery(clinic(), line.example);
        CHECK(parsed.mistakes.empty());
        CHECK(parsed.filter != SessionFilter{});
    }
    for (const auto& word : app::fieldWords()) {
        const std::string example = app::exampleOf(word.field);
        CAPTURE(example);
        const auto parsed = parseQuery(clinic(), example);
        CHECK(parsed.mistakes.empty());
        CHECK(parsed.filter != SessionFilter{});
    }
}

TEST_CASE("what the text may become is offered, the best first") {
    const auto offered = [](std::string_view text) {
        std::vector<std::string> texts;
        for (const auto& choice : app::completionsOf(clinic(), text)) {
            texts.push_back(choice.text);
        }
        return texts;
    };
    const auto offers = [&](std::string_view text, const std::string& whole) {
        const auto texts = offered(text);
        return std::ranges::find(texts, whole) != texts.end();
    };
    CHECK(offers("left upper tra", "left upper trapezius"));
    CHECK(offers("ql pressure re", "ql pressure release"));
    CHECK(offers("lifting tech", "lifting technique:"));
    CHECK(offers("technique:need", "technique:\"dry needling\""));
    CHECK(offers("muscle:quadratus lum", "muscle:\"quadratus lumborum\"") == false); // two words
    CHECK(offers("muscle:piri", "muscle:piriformis"));
    CHECK(offers("state:", "state:active"));
    CHECK(offers("by:oka", "by:\"D. Okafor\""));
    CHECK(offers("layer:dee", "layer:deep"));
    CHECK(offers("since:", "since:90d"));
    CHECK(offers("diagnosis:M79.7", "diagnosis:M79.7") == false); // it is there already
    CHECK(offered("").empty());
    CHECK(offered("\"upper tra").empty());
    CHECK(offered("-ql").empty());
    for (const auto& text : offered("gluteus")) {
        CHECK(parseQuery(clinic(), text).mistakes.empty());
    }
    CHECK(app::completionsOf(clinic(), "gluteus", 2).size() == 2);
}

TEST_CASE("no name is both a muscle and a technique") {
    for (const auto& technique : clinic().reference().techniques().all()) {
        auto names = technique.alsoCalled;
        names.push_back(technique.name);
        for (const auto& name : names) {
            CAPTURE(name);
            CHECK(clinic().reference().muscleNames().lookUp(name).isEmpty());
        }
    }
}

TEST_CASE("a short form that is a word or a first name is one unless in capitals") {
    for (const std::string word : {"is", "met", "ed", "so", "at", "temp"}) {
        CAPTURE(word);
        CHECK(filterOf(word) == SessionFilter{.text = word});
        CHECK(filterOf("muscle:ql " + word).text == word);
    }
    CHECK(filterOf("MET").treatment.techniques.size() == 1);
    CHECK(filterOf("muscle:is").finding.muscles.size() == 1); // a field takes nothing else
}
