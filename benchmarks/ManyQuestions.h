// SPDX-License-Identifier: MIT
#pragma once

#include <string>

namespace palpate::bench {

/// Groups of ten questions, each but the first of a group hanging on the one before, and a sum.
/// The members of a Questionnaire's "item".
[[nodiscard]] inline std::string manyQuestions(int questions) {
    std::string text;
    for (int i = 0; i < questions; ++i) {
        const auto id = std::to_string(i);
        text += i % 10 == 0 ? std::string{i == 0 ? "" : "]},"} + R"({"linkId": "g)" + id +
                                  R"(", "type": "group", "text": "Group", "item": [)"
                            : std::string{","};
        text += R"({"linkId": "q)" + id + R"(", "type": "integer", "text": "How strong was it?")";
        if (i % 10 != 0) {
            text += R"(, "enableWhen": [{"question": "q)" + std::to_string(i - 1) +
                    R"(", "operator": "exists", "answerBoolean": true}])";
        }
        text += "}";
    }
    return text +
           R"form(]}, {"linkId": "sum", "type": "integer", "text": "Sum", "extension": [{"url":
        "http://hl7.org/fhir/uv/sdc/StructureDefinition/sdc-questionnaire-calculatedExpression",
        "valueExpression": {"language": "text/fhirpath", "expression":
        "%resource.descendants().where(linkId.startsWith('q')).answer.value.sum()"}}]})form";
}

} // namespace palpate::bench
