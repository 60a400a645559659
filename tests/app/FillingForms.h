// SPDX-License-Identifier: MIT
#pragma once

#include "app/FormPresenter.h"
#include "app/OpenClinic.h"
#include "domain/FormRecord.h"
#include "domain/Screening.h"

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace palpate::test {

/// A question by its link id, and its answer as a person gives it: "yes", "no", the words of a
/// choice, else what is typed.
using TypedAnswer = std::pair<std::string_view, std::string_view>;

/// The form "urn:palpate:form/NAME" filled in for the clinic's patient and case, and completed.
/// Throws std::invalid_argument for a question that is not asked and an answer that is refused.
struct FilledForm {
    FormRecordId record;
    std::vector<RaisedFlag> raised;
};
FilledForm fillForm(OpenClinic& clinic, std::string_view name,
                    const std::vector<TypedAnswer>& answers,
                    const std::optional<SessionId>& session = {});
/// The screening with every red flag answered with no, but for those.
FilledForm screenFor(OpenClinic& clinic, std::string_view name,
                     const std::vector<std::string_view>& yes = {},
                     const std::optional<SessionId>& session = {});

} // namespace palpate::test
