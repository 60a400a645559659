// SPDX-License-Identifier: MIT
#include "reference/MuscleNames.h"

#include "reference/Shipped.h"
#include "support/Builders.h"
#include "support/Printing.h"

#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>

#include <algorithm>
#include <cctype>

using namespace palpate;
using namespace palpate::reference;
using palpate::test::key;
using palpate::test::shipped;

namespace {

[[nodiscard]] MuscleKey muscle(std::string_view text) {
    return key<MuscleKey>(text);
}

[[nodiscard]] std::vector<std::string> texts(const std::vector<MuscleKey>& keys) {
    std::vector<std::string> out;
    for (const auto& each : keys) {
        out.push_back(each.text());
    }
    return out;
}

} // namespace

TEST_CASE("185 muscles and 58 groups have names") {
    CHECK(shipped().muscleNames().all().size() == 185);
    CHECK(shipped().muscleNames().groups().size() == 58);
}

TEST_CASE("a muscle is called by its first name, one that is unknown by its key") {
    CHECK(shipped().muscleNames().shortLabel(muscle("quadratus_lumborum")) == "Quadratus lumborum");
    CHECK(shipped().muscleNames().shortLabel(muscle("new_muscle")) == "new_muscle");
}

TEST_CASE("a search finds a muscle by all its names and short forms") {
    const auto words = shipped().muscleNames().searchWords(muscle("quadratus_lumborum"));
    CHECK(words.front() == "Quadratus lumborum");
    CHECK(std::ranges::find(words, "QL") != words.end());
    CHECK(shipped().muscleNames().searchWords(muscle("new_muscle")).empty());
}

SCENARIO("a therapist types a muscle as therapists do") {
    const auto& names = shipped().muscleNames();
    GIVEN("a short form that means one muscle") {
        const auto* typed =
            GENERATE("QL", "ql", "  Ql ", "Quadratus lumborum", "QUADRATUS   LUMBORUM");
        CAPTURE(typed);
        CHECK(names.lookUp(typed).unique() == muscle("quadratus_lumborum"));
    }
    GIVEN("a short form that means two") {
        const auto match = names.lookUp("ta");
        CHECK_FALSE(match.unique());
        CHECK(texts(match.muscles) ==
              std::vector<std::string>{"transversus_abdominis", "tibialis_anterior"});
    }
    GIVEN("a name shared by a muscle and a group") {
        const auto match = names.lookUp("Rhomboid");
        CHECK_FALSE(match.unique());
        CHECK(match.groups.size() == 1);
        CHECK(texts(names.candidates(match)) ==
              std::vector<std::string>{"rhomboid_major", "rhomboid_minor"});
    }
    GIVEN("a name shared by one muscle and a group that holds others") {
        const auto match = names.lookUp("abs");
        CHECK(texts(match.muscles) == std::vector<std::string>{"rectus_abdominis"});
        CHECK_FALSE(match.unique());
        CHECK(names.candidates(match).size() == 5);
    }
    GIVEN("a name of a group alone") {
        const auto match = names.lookUp("traps");
        THEN("it asks which of its muscles is meant") {
            CHECK_FALSE(match.isEmpty());
            CHECK_FALSE(match.unique());
            CHECK(match.muscles.empty());
            CHECK(texts(names.candidates(match)) ==
                  std::vector<std::string>{"trapezius_descending", "trapezius_transverse",
                                           "trapezius_ascending"});
        }
    }
    GIVEN("a name that nobody uses, or nothing") {
        const auto* typed = GENERATE("flux capacitor", "", "   ");
        CHECK(names.lookUp(typed).isEmpty());
        CHECK(names.candidates(names.lookUp(typed)).empty());
    }
}

TEST_CASE("no name that two muscles share is ever taken for one of them") {
    const auto& names = shipped().muscleNames();
    for (const auto& each : names.all()) {
        for (const auto& word : names.searchWords(each.key)) {
            CAPTURE(each.key, word);
            const auto match = names.lookUp(word);
            CHECK(std::ranges::find(match.muscles, each.key) != match.muscles.end());
            const auto sharers = std::ranges::count_if(names.all(), [&](const MuscleName& other) {
                const auto others = names.searchWords(other.key);
                return std::ranges::any_of(others, [&](const std::string& name) {
                    return names.lookUp(name) == match && name.size() == word.size() &&
                           std::ranges::equal(name, word, [](char a, char b) {
                               return std::tolower(a) == std::tolower(b);
                           });
                });
            });
            if (sharers > 1) {
                CHECK_FALSE(match.unique());
            }
        }
    }
}

SCENARIO("the list of muscles narrows while one types") {
    const auto& names = shipped().muscleNames();
    CHECK(texts(names.search("quad lum", 10)) == std::vector<std::string>{"quadratus_lumborum"});
    CHECK(texts(names.search("glut", 10)) ==
          std::vector<std::string>{"gluteus_maximus", "gluteus_medius", "gluteus_minimus"});
    CHECK(names.search("glut", 2).size() == 2);
    CHECK(names.search("", 10).empty());
    CHECK(names.search("utaeus", 10).empty());
    THEN("the muscle whose short form it is comes first") {
        CHECK(texts(names.search("ql", 1)) == std::vector<std::string>{"quadratus_lumborum"});
    }
}

TEST_CASE("a composite names the parts that the atlas draws") {
    const auto* triceps = shipped().muscleNames().find(muscle("triceps_brachii"));
    REQUIRE(triceps != nullptr);
    CHECK(triceps->kind == MuscleKind::Composite);
    CHECK(triceps->parts.size() == 3);
}
