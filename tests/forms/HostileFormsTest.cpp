// SPDX-License-Identifier: MIT
// Files made to break the reader: each ends soon, in a sentence. A hang or a crash fails the suite.
#include "forms/FormAnswersText.h"
#include "forms/FormText.h"

#include <catch2/catch_test_macros.hpp>
#include <catch2/matchers/catch_matchers_string.hpp>

#include <random>

using namespace palpate;
using namespace palpate::forms;
using Catch::Matchers::ContainsSubstring;

namespace {

[[nodiscard]] std::string nested(int levels) {
    std::string items = R"({"linkId": "deepest", "type": "string"})";
    for (int i = 0; i < levels; ++i) {
        items = R"({"linkId": "g)" + std::to_string(i) + R"(", "type": "group", "item": [)" +
                items + "]}";
    }
    return items;
}

[[nodiscard]] std::string many(int count, const std::string& more = {}) {
    std::string items;
    for (int i = 0; i < count; ++i) {
        items += (i == 0 ? "" : ",") + std::string{R"({"linkId": "q)"} + std::to_string(i) +
                 R"(", "type": "integer")" + more + "}";
    }
    return items;
}

} // namespace

TEST_CASE("nesting and numbers have their bounds", "[forms][hostile]") {
    CHECK(readForm(formText(nested(kDeepestItem - 1))).isUsable());
    CHECK_THAT(faultsOfItems(nested(kDeepestItem)), ContainsSubstring("nested deeper than 24"));
    CHECK_THAT(faultsOf(std::string(100'000, '[')), ContainsSubstring("JSON"));
    CHECK_THAT(faultsOf(std::string(300, '[') + std::string(300, ']')),
               ContainsSubstring("nested too deep"));
    CHECK_THAT(faultsOf("{\"a\": " + std::string(200'000, '{')), ContainsSubstring("JSON"));
    CHECK_THAT(faultsOf(std::string(kMostFormBytes + 1, ' ')),
               ContainsSubstring("a form has at most 4000000"));
    CHECK(readForm(formText(many(static_cast<int>(kMostFormItems)))).isUsable());
    CHECK_THAT(faultsOfItems(many(static_cast<int>(kMostFormItems) + 100)),
               ContainsSubstring("more than 5000 items"));
}

TEST_CASE("a chain of conditions over the whole form, backwards, is followed", "[forms][hostile]") {
    constexpr int kChain = 800;
    std::string items;
    for (int i = 0; i < kChain; ++i) {
        items += R"({"linkId": "q)" + std::to_string(i) + R"(", "type": "boolean", "enableWhen": [
            {"question": "q)" +
                 std::to_string(i + 1) + R"(", "operator": "exists", "answerBoolean": true}]},)";
    }
    items += R"({"linkId": "q)" + std::to_string(kChain) + R"(", "type": "boolean"})";
    const auto form = formOf(items);
    FormRun run{form};
    CHECK_FALSE(isAsked(run, "q0"));
    for (int i = 1; i <= kChain; ++i) { // each is answered before it is asked
        give(run, at("q" + std::to_string(i)), true);
    }
    CHECK(isAsked(run, "q0"));
    REQUIRE_FALSE(run.answer(at("q" + std::to_string(kChain)), {}));
    CHECK_FALSE(isAsked(run, "q0"));
}

TEST_CASE("changed bytes of a good form never do harm", "[forms][hostile]") {
    const auto good = formText(R"({"linkId": "first", "type": "integer"},)" +
                               many(12, R"(, "enableWhen": [{"question": "first", "operator": "=",
        "answerInteger": 1}], "extension": [{"url":
        "http://hl7.org/fhir/StructureDefinition/minValue", "valueInteger": 0}])"));
    std::mt19937 chance{7}; // the same every time
    int usable = 0;
    for (int i = 0; i < 3000; ++i) {
        auto text = good;
        for (unsigned change = 0; change <= chance() % 4; ++change) {
            const auto where = chance() % text.size();
            switch (chance() % 3) {
            case 0:
                text[where] = static_cast<char>(chance() % 256);
                break;
            case 1:
                text.erase(where, chance() % 40);
                break;
            default:
                text.insert(where, text.substr(chance() % text.size(), chance() % 60));
            }
        }
        const auto reading = readForm(text);
        CHECK(reading.isUsable() != (!reading.faults.empty() && !reading.form));
        if (reading.form) {
            ++usable;
            FormRun run{*reading.form};
            (void)run.gaps();
            (void)readResponse(responseText(run.answers()));
        }
        (void)readResponse(text);
    }
    CHECK(usable > 0);
}
