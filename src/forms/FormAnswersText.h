// SPDX-License-Identifier: MIT
#pragma once

#include "domain/Clock.h"
#include "forms/Questionnaire.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace palpate::forms {

/// What stands beside the answers in a QuestionnaireResponse.
struct ResponseHead {
    std::string id = {};
    bool completed = false;
    std::optional<Instant> authored = {};
    std::string subject = {}; ///< a reference; may be empty
    std::string author = {};
};

/// The answers as a FHIR R4 QuestionnaireResponse, UTF-8.
[[nodiscard]] std::string responseText(const FormAnswers& answers, const ResponseHead& head = {});

struct ResponseReading {
    std::optional<FormAnswers> answers = {}; ///< empty when it is none
    ResponseHead head = {};
    std::vector<FormFault> faults = {};
};
/// Never throws for what the text holds.
[[nodiscard]] ResponseReading readResponse(std::string_view json);

} // namespace palpate::forms
