// SPDX-License-Identifier: MIT
#include "domain/Message.h"
#include "forms/FormReading.h"
#include "forms/Pattern.h"

#include <algorithm>
#include <array>

namespace palpate::forms {

namespace {

constexpr std::string_view kSdc = "http://hl7.org/fhir/uv/sdc/StructureDefinition/";

/// Extensions that change how a form looks or who keeps it, but no answer.
constexpr std::array<std::string_view, 22> kOnlyLook{"questionnaire-choiceOrientation",
                                                     "questionnaire-displayCategory",
                                                     "questionnaire-supportLink",
                                                     "questionnaire-usageMode",
                                                     "questionnaire-optionPrefix",
                                                     "questionnaire-signatureRequired",
                                                     "rendering-style",
                                                     "rendering-styleSensitive",
                                                     "rendering-xhtml",
                                                     "rendering-markdown",
                                                     "designNote",
                                                     "preferredTerminologyServer",
                                                     "sdc-questionnaire-preferredTerminologyServer",
                                                     "sdc-questionnaire-shortText",
                                                     "sdc-questionnaire-width",
                                                     "sdc-questionnaire-collapsible",
                                                     "sdc-questionnaire-openLabel",
                                                     "sdc-questionnaire-optionalDisplay",
                                                     "sdc-questionnaire-performerType",
                                                     "sdc-questionnaire-subQuestionnaire-title",
                                                     "sdc-questionnaire-itemAnswerMedia",
                                                     "sdc-questionnaire-itemMedia"};

/// Extensions that decide about answers and are not done here: a form that needs them is refused.
constexpr std::array<std::string_view, 10> kNotDone{
    "questionnaire-constraint",
    "targetConstraint",
    "questionnaire-minOccurs",
    "questionnaire-maxOccurs",
    "minQuantity",
    "maxQuantity",
    "maxSize",
    "mimeType",
    "sdc-questionnaire-answerExpression",
    "sdc-questionnaire-answerOptionsToggleExpression"};

[[nodiscard]] std::string_view tail(std::string_view url) {
    for (const auto& beginning : {kFhir, kSdc}) {
        if (url.starts_with(beginning)) {
            return url.substr(beginning.size());
        }
    }
    return {};
}

[[nodiscard]] std::string textValue(const Json& extension) {
    for (const char* const name : {"valueString", "valueCode", "valueUri", "valueMarkdown"}) {
        if (const auto found = extension.find(name);
            found != extension.end() && found->is_string()) {
            return found->get<std::string>();
        }
    }
    return {};
}

[[nodiscard]] std::optional<Expression> expressionIn(const JsonObject& json,
                                                     const Json& extension) {
    const auto found = extension.find("valueExpression");
    if (found == extension.end() || !found->is_object()) {
        json.faults().error(json.linkId(),
                            tr("An expression is not well-formed: valueExpression is missing."));
        return std::nullopt;
    }
    const JsonObject object{*found, json.linkId(), json.faults()};
    Expression expression{object.text("name"), object.text("expression"), {}};
    const auto language = object.text("language");
    if (language != "text/fhirpath") {
        expression.obstacle =
            shown({tr("its language is {1}; only text/fhirpath is worked out here"), {language}});
    } else if (expression.text.empty()) {
        expression.obstacle = tr("the expression is empty");
    }
    return expression;
}

[[nodiscard]] ItemControl controlIn(const JsonObject& json, const Json& extension) {
    std::string code;
    if (const auto concept_ = extension.find("valueCodeableConcept");
        concept_ != extension.end() && concept_->is_object()) {
        if (const auto codings = concept_->find("coding");
            codings != concept_->end() && codings->is_array() && !codings->empty() &&
            codings->front().is_object()) {
            const auto word = codings->front().value("code", Json{});
            code = word.is_string() ? word.get<std::string>() : std::string{};
        }
    }
    constexpr std::array<std::pair<std::string_view, ItemControl>, 15> kControls{{
        {"radio-button", ItemControl::Radio},
        {"check-box", ItemControl::CheckBox},
        {"drop-down", ItemControl::DropDown},
        {"autocomplete", ItemControl::Autocomplete},
        {"lookup", ItemControl::Autocomplete},
        {"slider", ItemControl::Slider},
        {"spinner", ItemControl::Plain},
        {"text-box", ItemControl::Plain},
        {"page", ItemControl::Page},
        {"table", ItemControl::Table},
        {"htable", ItemControl::Table},
        {"gtable", ItemControl::Table},
        {"atable", ItemControl::Table},
        {"grid", ItemControl::Table},
        {"help", ItemControl::Help},
    }};
    const auto* known = std::ranges::find(kControls, std::string_view{code},
                                          [](const auto& one) { return one.first; });
    if (known != kControls.end()) {
        if (known->second == ItemControl::Table) {
            json.faults().note(json.linkId(), tr("The table is shown as plain questions."));
        }
        return known->second;
    }
    json.faults().note(
        json.linkId(),
        shown({tr("The control \"{1}\" is not known here; the question looks as its type does."),
               {code}}));
    return ItemControl::Plain;
}

void addUnit(const Json& extension, Item& item) {
    const auto coding = extension.find("valueCoding");
    if (coding == extension.end() || !coding->is_object()) {
        return;
    }
    const auto text = [&](const char* name) {
        const auto word = coding->value(name, Json{});
        return word.is_string() ? word.get<std::string>() : std::string{};
    };
    const auto code = text("code");
    const auto display = text("display");
    item.units.push_back({display.empty() ? code : display, text("system"), code});
}

/// The extensions with a number, a length, a pattern. False: it is none of them.
[[nodiscard]] bool readLimit(const JsonObject& json, const JsonObject& extension,
                             std::string_view name, Item& item) {
    if (name == "minValue" || name == "maxValue") {
        (name == "minValue" ? item.minValue : item.maxValue) = valueIn(extension, "value");
        return true;
    }
    if (name == "minLength") {
        item.minLength = extension.whole("valueInteger");
        return true;
    }
    if (name == "maxDecimalPlaces") {
        item.maxDecimalPlaces = extension.whole("valueInteger");
        return true;
    }
    if (name == "questionnaire-sliderStepValue") {
        const auto step = extension.whole("valueInteger");
        item.sliderStep = step ? std::optional{static_cast<double>(*step)} : std::nullopt;
        return true;
    }
    if (name == "regex") {
        item.regex = textValue(extension.raw());
        if (const auto fault = patternFault(item.regex)) {
            json.faults().error(
                json.linkId(), shown({tr("The regular expression can't be used: {1}."), {*fault}}));
            item.regex.clear();
        }
        return true;
    }
    return false;
}

/// Those with an expression. False: it is none of them.
[[nodiscard]] bool readExpression(const JsonObject& json, const Json& extension,
                                  std::string_view name, Item& item) {
    if (name == "variable") {
        return true; // variablesIn() reads them
    }
    if (name == "sdc-questionnaire-calculatedExpression") {
        item.calculated = expressionIn(json, extension);
        return true;
    }
    if (name == "sdc-questionnaire-initialExpression") {
        item.initially = expressionIn(json, extension);
        return true;
    }
    if (name == "sdc-questionnaire-enableWhenExpression") {
        item.enableExpression = expressionIn(json, extension);
        return true;
    }
    return false;
}

[[nodiscard]] std::optional<ConsentPart> consentIn(const JsonObject& json,
                                                   const std::string& code) {
    constexpr std::array<std::pair<std::string_view, ConsentPart>, 4> kParts{
        {{"agreed", ConsentPart::Agreed},
         {"scope", ConsentPart::Scope},
         {"day", ConsentPart::Day},
         {"remark", ConsentPart::Remark}}};
    const auto* known = std::ranges::find(kParts, std::string_view{code},
                                          [](const auto& one) { return one.first; });
    if (known == kParts.end()) {
        json.faults().error(json.linkId(),
                            shown({tr("\"{1}\" is no part of a consent: agreed, scope, day or "
                                      "remark."),
                                   {code}}));
        return std::nullopt;
    }
    return known->second;
}

/// Whether questions are of the type that what they are for needs.
void judgeType(const JsonObject& json, const Item& item) {
    if (item.control == ItemControl::BodyMap && item.type != ItemType::Text &&
        item.type != ItemType::String) {
        json.faults().error(json.linkId(), tr("A body map is kept as a text: the type must be text "
                                              "or string."));
    }
    if (!item.flag.empty() && item.type != ItemType::Boolean) {
        json.faults().error(json.linkId(), tr("A red flag is a yes or no: the type must be "
                                              "boolean."));
    }
    const bool isTruth = item.type == ItemType::Boolean;
    const bool isChoice = item.type == ItemType::Choice || item.type == ItemType::OpenChoice;
    if ((item.consent == ConsentPart::Agreed && !isTruth) ||
        (item.consent == ConsentPart::Scope && !isTruth && !isChoice) ||
        (item.consent == ConsentPart::Day && item.type != ItemType::Date)) {
        json.faults().error(json.linkId(),
                            tr("Whether somebody agrees is of type boolean, to what boolean, "
                               "choice or open-choice, and since when date."));
    }
}

} // namespace

void readExtensions(const JsonObject& json, Item& item) {
    if (json.find("modifierExtension") != nullptr) {
        json.faults().error(json.linkId(), tr("A modifier extension changes what the question "
                                              "means and is not understood here."));
    }
    for (const auto* const raw : json.objects("extension")) {
        const JsonObject extension{*raw, json.linkId(), json.faults()};
        const auto url = extension.text("url");
        const auto name = tail(url);
        if (url == kBodyMapUrl) {
            item.control = ItemControl::BodyMap;
        } else if (url == kRedFlagUrl) {
            item.flag = textValue(*raw);
        } else if (url == kRowUrl) {
            item.rows.push_back(textValue(*raw));
        } else if (url == kSourceUrl) {
            item.sources.push_back(textValue(*raw));
        } else if (url == kConsentUrl) {
            item.consent = consentIn(json, textValue(*raw));
        } else if (name == "questionnaire-hidden") {
            item.hidden = extension.truth("valueBoolean").value_or(false);
        } else if (name == "entryFormat") {
            item.entryFormat = textValue(*raw);
        } else if (name == "questionnaire-itemControl") {
            item.control = controlIn(json, *raw);
        } else if (name == "questionnaire-unit" || name == "questionnaire-unitOption") {
            addUnit(*raw, item);
        } else if (name == "questionnaire-unitValueSet") {
            json.faults().note(json.linkId(), tr("The list of units is on a server; the unit is "
                                                 "typed."));
        } else if (!readLimit(json, extension, name, item) &&
                   !readExpression(json, *raw, name, item)) {
            if (std::ranges::find(kNotDone, name) != kNotDone.end()) {
                json.faults().error(
                    json.linkId(),
                    shown({tr("The extension {1} decides about answers and is not done here."),
                           {std::string{name}}}));
            } else {
                const bool isLook = std::ranges::find(kOnlyLook, name) != kOnlyLook.end();
                json.faults().note(json.linkId(),
                                   shown({isLook ? tr("{1} is not shown here.")
                                                 : tr("The extension {1} is not known here and is "
                                                      "passed over."),
                                          {isLook ? std::string{name} : url}}));
            }
        }
    }
    judgeType(json, item);
}

std::vector<Expression> variablesIn(const JsonObject& json) {
    std::vector<Expression> variables;
    for (const auto* const raw : json.objects("extension")) {
        if (raw->value("url", Json{}) != std::string{kFhir} + "variable") {
            continue;
        }
        if (auto expression = expressionIn(json, *raw)) {
            if (expression->name.empty()) {
                json.faults().error(json.linkId(), tr("A variable has no name."));
            } else {
                variables.push_back(*std::move(expression));
            }
        }
    }
    return variables;
}

void judgeFormExtensions(const JsonObject& json, Questionnaire& form) {
    if (json.find("modifierExtension") != nullptr) {
        json.faults().error({}, tr("A modifier extension changes what the form means and is not "
                                   "understood here."));
    }
    for (const auto* const raw : json.objects("extension")) {
        const JsonObject extension{*raw, {}, json.faults()};
        const auto url = extension.text("url");
        const auto name = tail(url);
        if (url == kMeasureUrl) {
            form.measure = textValue(*raw);
        } else if (url == kSourceUrl) {
            form.sources.push_back(textValue(*raw));
        } else if (url == kPurposeUrl) {
            form.purpose = textValue(*raw);
            if (std::ranges::find(kPurposes, form.purpose) == kPurposes.end()) {
                json.faults().note({}, shown({tr("The purpose \"{1}\" is not known here; the form "
                                                 "is listed among the others."),
                                              {form.purpose}}));
                form.purpose.clear();
            }
        } else if (std::ranges::find(kNotDone, name) != kNotDone.end()) {
            json.faults().error(
                {}, shown({tr("The extension {1} decides about answers and is not done here."),
                           {std::string{name}}}));
        } else if (name != "variable") {
            json.faults().note(
                {}, shown({tr("The extension {1} is not known here and is passed over."), {url}}));
        }
    }
    form.variables = variablesIn(json);
}

} // namespace palpate::forms
