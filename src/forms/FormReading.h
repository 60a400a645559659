// SPDX-License-Identifier: MIT
#pragma once

#include "forms/FormJson.h"

#include <map>
#include <string>
#include <vector>

namespace palpate::forms {

/// How the standard's own extensions begin.
inline constexpr std::string_view kFhir = "http://hl7.org/fhir/StructureDefinition/";

/// Value sets that stand in the form itself, by "#id" and by url.
using ContainedSets = std::map<std::string, std::vector<AnswerOption>, std::less<>>;
[[nodiscard]] ContainedSets containedSets(const Json& form, Faults& faults);

/// Items and all beneath them.
[[nodiscard]] std::vector<Item> itemsIn(const JsonObject& object, const ContainedSets& sets,
                                        int depth, std::size_t& count);
/// The answers to choose from, from the item or its value set.
void readOptions(const JsonObject& json, const ContainedSets& sets, Item& item);
/// What the extensions of an item say.
void readExtensions(const JsonObject& json, Item& item);
/// "variable" extensions of an element.
[[nodiscard]] std::vector<Expression> variablesIn(const JsonObject& json);
/// Extensions that are understood on a form as a whole, or an error or note for each other.
void judgeFormExtensions(const JsonObject& json, Questionnaire& form);

/// What no single item shows: link ids twice, conditions on what is not there or in a circle,
/// expressions that can't be worked out here.
void checkWhole(Questionnaire& form, Faults& faults);

} // namespace palpate::forms
