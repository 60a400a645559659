// SPDX-License-Identifier: MIT
#include "forms/FormText.h"

#include <catch2/catch_test_macros.hpp>

namespace palpate::forms {

std::string formText(std::string_view items) {
    return R"({"resourceType": "Questionnaire", "url": "http://example.org/form", "version": "1",
               "title": "Form", "status": "active", "item": [)" +
           std::string{items} + "]}";
}

Questionnaire formOf(std::string_view items) {
    auto reading = readForm(formText(items));
    INFO(faultsOfItems(items));
    REQUIRE(reading.form);
    return *std::move(reading.form);
}

std::string faultsOf(std::string_view text) {
    std::string all;
    for (const auto& fault : readForm(text).faults) {
        all += fault.weight == FormFault::Weight::Error ? "error" : "note";
        all += (fault.linkId.empty() ? "" : " " + fault.linkId) + ": " + fault.sentence + "\n";
    }
    return all;
}

std::string faultsOfItems(std::string_view items) {
    return faultsOf(formText(items));
}

FormPlace at(std::string linkId) {
    return {{std::move(linkId), 0}};
}

bool isAsked(const FormRun& run, const std::string& linkId) {
    const auto* line = run.lineAt(at(linkId));
    REQUIRE(line != nullptr);
    return line->enabled;
}

void give(FormRun& run, const FormPlace& place, AnswerValue value) {
    const auto refused = run.answer(place, {std::move(value)});
    INFO((refused ? shown(*refused) : std::string{}));
    REQUIRE_FALSE(refused);
}

std::string told(const FormRun& run, const FormPlace& place) {
    const auto* line = run.lineAt(place);
    REQUIRE(line != nullptr);
    if (line->answers.empty()) {
        return {};
    }
    REQUIRE(line->answers.size() == 1);
    return wordsOf(*line->item, line->answers.front());
}

} // namespace palpate::forms
