// SPDX-License-Identifier: MIT
// The forms that are shipped: clean, tied to the clinical tables, and scoring as they should.
#include "forms/FormText.h"
#include "reference/Reference.h"

#include <catch2/catch_test_macros.hpp>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <map>
#include <set>
#include <sstream>

using namespace palpate;
using namespace palpate::forms;

namespace {

[[nodiscard]] std::map<std::string, std::string> shippedTexts() {
    std::map<std::string, std::string> texts;
    for (const auto& entry :
         std::filesystem::directory_iterator{std::filesystem::path{PALPATE_SOURCE_DIR} / "forms"}) {
        std::ostringstream text;
        text << std::ifstream{entry.path(), std::ios::binary}.rdbuf();
        texts[entry.path().stem().string()] = text.str();
    }
    return texts;
}

[[nodiscard]] Questionnaire shipped(const std::string& name) {
    const auto texts = shippedTexts();
    REQUIRE(texts.contains(name));
    auto reading = readForm(texts.at(name));
    REQUIRE(reading.form);
    return *std::move(reading.form);
}

[[nodiscard]] const reference::Reference& tables() {
    static const auto all = reference::Reference::load(std::filesystem::path{PALPATE_SOURCE_DIR} /
                                                       "src" / "reference" / "data");
    return all;
}

template <class See> void seeAll(const std::vector<Item>& items, const See& see) {
    for (const auto& item : items) {
        see(item);
        seeAll(item.items, see);
    }
}

[[nodiscard]] std::string score(const FormRun& run) {
    return told(run, at("score"));
}

} // namespace

TEST_CASE("every shipped form is read without a word of complaint", "[forms][shipped]") {
    const auto texts = shippedTexts();
    CHECK(texts.size() == 24);
    std::set<std::string> urls;
    for (const auto& [name, text] : texts) {
        INFO(name);
        CHECK(faultsOf(text).empty());
        const auto form = shipped(name);
        CHECK(form.url == "urn:palpate:form/" + name);
        CHECK(urls.insert(form.url).second);
        CHECK_FALSE(form.description.empty());
        seeAll(form.items, [&](const Item& item) {
            INFO(item.linkId);
            CHECK_FALSE(item.text.empty());
        });
    }
}

TEST_CASE("what a form cites and names is in the clinical tables", "[forms][shipped]") {
    for (const auto& [name, text] : shippedTexts()) {
        INFO(name);
        const auto form = shipped(name);
        const auto isKnown = [](const std::string& key) {
            const auto source = SourceKey::from(key);
            return source && tables().sources().find(*source) != nullptr;
        };
        for (const auto& key : form.sources) {
            INFO(key);
            CHECK(isKnown(key));
        }
        if (!form.measure.empty()) {
            const auto key = reference::MeasureKey::from(form.measure);
            REQUIRE(key);
            CHECK(tables().outcomeMeasures().find(*key) != nullptr);
            CHECK(form.find("score") != nullptr);
        }
        seeAll(form.items, [&](const Item& item) {
            INFO(item.linkId);
            for (const auto& key : item.sources) {
                CHECK(isKnown(key));
            }
            if (!item.flag.empty()) {
                const auto key = RedFlagKey::from(item.flag);
                REQUIRE(key);
                const auto* flag = tables().redFlags().find(*key);
                CHECK(flag != nullptr);
            }
        });
    }
}

TEST_CASE("each screening asks every question of its region, in the table's words",
          "[forms][shipped]") {
    using Region = reference::FlagRegion;
    for (const auto& [name, region] : {std::pair{"red-flags-low-back", Region::LowBack},
                                       std::pair{"red-flags-neck", Region::Neck},
                                       std::pair{"red-flags-headache", Region::Headache},
                                       std::pair{"red-flags-shoulder", Region::Shoulder},
                                       std::pair{"red-flags-chest", Region::Chest},
                                       std::pair{"red-flags-hip-leg", Region::HipLeg},
                                       std::pair{"red-flags-general", Region::General}}) {
        INFO(name);
        std::map<std::string, std::string> asked;
        const auto form = shipped(name);
        seeAll(form.items, [&](const Item& item) {
            if (!item.flag.empty()) {
                asked[item.flag] = item.text.text;
            }
        });
        std::size_t expected = 0;
        for (const auto& flag : tables().redFlags().all()) {
            if (std::ranges::find(flag.regions, region) != flag.regions.end()) {
                ++expected;
                CHECK(asked[std::string{flag.key.text()}] == flag.ask);
            }
        }
        CHECK(asked.size() == expected);
    }
}

SCENARIO("PSFS is the mean of the activities that were named", "[forms][shipped]") {
    const auto form = shipped("psfs");
    FormRun run{form};
    CHECK(score(run).empty());
    give(run, {{"activity", 0}, {"activity.what", 0}}, std::string{"sitting"});
    give(run, {{"activity", 0}, {"activity.rating", 0}}, std::int64_t{3});
    CHECK(score(run) == "3");
    REQUIRE(run.addRepetition(at("activity")));
    give(run, {{"activity", 1}, {"activity.rating", 0}}, std::int64_t{6});
    CHECK(score(run) == "4.5");
    REQUIRE(run.addRepetition(at("activity")));
    give(run, {{"activity", 2}, {"activity.rating", 0}}, std::int64_t{7});
    CHECK(score(run) == "5.3"); // 16/3
}

SCENARIO("PEG needs all three answers", "[forms][shipped]") {
    const auto form = shipped("peg");
    FormRun run{form};
    give(run, at("peg.p"), std::int64_t{7});
    give(run, at("peg.e"), std::int64_t{5});
    CHECK(score(run).empty());
    give(run, at("peg.g"), std::int64_t{4});
    CHECK(score(run) == "5.3");
    CHECK(run.gaps().empty());
    CHECK(run.lineAt(at("peg.p"))->problems.empty());
    give(run, at("peg.p"), std::int64_t{11});
    CHECK(run.gaps().size() == 1);
}

SCENARIO("ratings of change score by what was chosen", "[forms][shipped]") {
    const auto groc = shipped("groc");
    FormRun run{groc};
    give(run, at("groc"), Coding{"urn:palpate:groc15", "-4", ""});
    CHECK(score(run) == "-4");
    const auto pgic = shipped("pgic");
    FormRun other{pgic};
    give(other, at("pgic"), Coding{"urn:palpate:pgic", "2", ""});
    CHECK(score(other) == "2");
}

SCENARIO("numb asks where, and forgets nothing when it was a slip", "[forms][shipped]") {
    const auto form = shipped("symptoms");
    FormRun run{form};
    const FormPlace numb{{"nerves", 0}, {"numb", 0}};
    const FormPlace where{{"nerves", 0}, {"numb.where", 0}};
    CHECK_FALSE(run.lineAt(where)->enabled);
    give(run, numb, true);
    give(run, where, std::string{"outer edge of the right foot"});
    give(run, numb, false);
    CHECK(answersTo(run.answers(), "numb.where").empty());
    give(run, numb, true);
    CHECK(answersTo(run.answers(), "numb.where").size() == 1);
}
