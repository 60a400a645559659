// SPDX-License-Identifier: MIT
#include "domain/Message.h"
#include "forms/FormReading.h"

#include <algorithm>
#include <array>

namespace palpate::forms {

namespace {

constexpr std::array<std::pair<std::string_view, ItemType>, 15> kTypes{{
    {"group", ItemType::Group},
    {"display", ItemType::Display},
    {"boolean", ItemType::Boolean},
    {"decimal", ItemType::Decimal},
    {"integer", ItemType::Integer},
    {"date", ItemType::Date},
    {"dateTime", ItemType::DateTime},
    {"time", ItemType::Time},
    {"string", ItemType::String},
    {"text", ItemType::Text},
    {"url", ItemType::Url},
    {"choice", ItemType::Choice},
    {"open-choice", ItemType::OpenChoice},
    {"quantity", ItemType::Quantity},
    {"attachment", ItemType::Attachment},
}};

constexpr std::array<std::pair<std::string_view, EnableOperator>, 7> kOperators{{
    {"exists", EnableOperator::Exists},
    {"=", EnableOperator::Equal},
    {"!=", EnableOperator::NotEqual},
    {">", EnableOperator::Greater},
    {"<", EnableOperator::Less},
    {">=", EnableOperator::GreaterOrEqual},
    {"<=", EnableOperator::LessOrEqual},
}};

[[nodiscard]] std::optional<ItemType> typeIn(const JsonObject& json) {
    const auto word = json.text("type");
    const auto* known = std::ranges::find(kTypes, std::string_view{word},
                                          [](const auto& one) { return one.first; });
    if (known != kTypes.end()) {
        return known->second;
    }
    if (word.empty()) {
        json.faults().error(json.linkId(), tr("The item has no type."));
    } else if (word == "reference") {
        json.faults().error(json.linkId(),
                            tr("The type reference is not kept here: its answer would be lost."));
    } else if (word == "coding" || word == "question") {
        json.faults().error(json.linkId(),
                            shown({tr("The type {1} belongs to another version of FHIR; forms here "
                                      "are FHIR R4."),
                                   {word}}));
    } else {
        json.faults().error(json.linkId(),
                            shown({tr("The type \"{1}\" is none that FHIR R4 has."), {word}}));
    }
    return std::nullopt;
}

[[nodiscard]] std::optional<double> weightIn(const Json& element) {
    for (const std::string_view name : {"ordinalValue", "itemWeight"}) {
        const auto* found = extensionOf(element, std::string{kFhir} + std::string{name});
        if (found != nullptr) {
            if (const auto value = found->find("valueDecimal");
                value != found->end() && value->is_number()) {
                return value->get<double>();
            }
        }
    }
    return std::nullopt;
}

[[nodiscard]] FormText shownFor(const AnswerValue& value) {
    if (const auto* coding = std::get_if<Coding>(&value)) {
        return {coding->display.empty() ? coding->code : coding->display, {}};
    }
    if (const auto* text = std::get_if<std::string>(&value)) {
        return {*text, {}};
    }
    if (const auto* whole = std::get_if<std::int64_t>(&value)) {
        return {std::to_string(*whole), {}};
    }
    if (const auto* date = std::get_if<PartialDate>(&value)) {
        return {isoText(*date), {}};
    }
    if (const auto* time = std::get_if<FormTime>(&value)) {
        return {time->text, {}};
    }
    return {};
}

[[nodiscard]] std::vector<EnableWhen> conditionsIn(const JsonObject& json) {
    std::vector<EnableWhen> conditions;
    for (const auto* const raw : json.objects("enableWhen")) {
        const JsonObject object{*raw, json.linkId(), json.faults()};
        EnableWhen condition;
        condition.question = object.text("question");
        const auto word = object.text("operator");
        const auto* known = std::ranges::find(kOperators, std::string_view{word},
                                              [](const auto& one) { return one.first; });
        const auto answer = valueIn(object, "answer");
        if (condition.question.empty() || known == kOperators.end() || !answer) {
            json.faults().error(json.linkId(),
                                tr("A condition (enableWhen) needs a question, an operator and an "
                                   "answer that FHIR R4 has."));
            continue;
        }
        condition.op = known->second;
        condition.answer = *answer;
        if (condition.op == EnableOperator::Exists && !std::holds_alternative<bool>(*answer)) {
            json.faults().error(json.linkId(), tr("A condition with \"exists\" takes true or "
                                                  "false."));
            continue;
        }
        conditions.push_back(std::move(condition));
    }
    return conditions;
}

void readConditions(const JsonObject& json, Item& item) {
    item.enableWhen = conditionsIn(json);
    const auto word = json.text("enableBehavior");
    if (word == "any") {
        item.behaviour = EnableBehaviour::Any;
    } else if (!word.empty() && word != "all") {
        json.faults().error(json.linkId(), tr("enableBehavior must be \"all\" or \"any\"."));
    } else if (word.empty() && item.enableWhen.size() > 1) {
        json.faults().error(json.linkId(), tr("Several conditions need an enableBehavior: \"all\" "
                                              "or \"any\"."));
    }
}

void readInitial(const JsonObject& json, Item& item) {
    for (const auto* const raw : json.objects("initial")) {
        const JsonObject object{*raw, json.linkId(), json.faults()};
        if (auto value = valueIn(object, "value")) {
            item.initial.push_back(*std::move(value));
        }
    }
    for (const auto& option : item.options) {
        if (option.initially) {
            item.initial.push_back(option.value);
        }
    }
    if (item.initial.size() > 1 && !item.repeats) {
        json.faults().error(json.linkId(), tr("Several initial answers, but only one is taken."));
    }
    if (!item.initial.empty() && !item.isQuestion()) {
        json.faults().error(json.linkId(), tr("Only a question has an initial answer."));
        item.initial.clear();
    }
}

/// What only another version of FHIR, or nobody, has.
void judgeMembers(const JsonObject& json) {
    constexpr std::array<std::string_view, 23> kKnown{
        "linkId",   "definition",     "code",
        "prefix",   "text",           "type",
        "required", "enableWhen",     "enableBehavior",
        "repeats",  "readOnly",       "maxLength",
        "item",     "answerValueSet", "answerOption",
        "initial",  "extension",      "id",
        "_text",    "_prefix",        "modifierExtension",
        "_type",    "_linkId"};
    for (const auto& [name, value] : json.raw().items()) {
        if (std::ranges::find(kKnown, std::string_view{name}) != kKnown.end()) {
            continue;
        }
        if (name == "answerConstraint" || name == "disabledDisplay") {
            json.faults().error(json.linkId(), shown({tr("{1} belongs to FHIR R5; forms here are "
                                                         "FHIR R4."),
                                                      {name}}));
        } else {
            json.faults().note(json.linkId(),
                               shown({tr("{1} is not known here and is passed over."), {name}}));
        }
    }
}

[[nodiscard]] std::optional<Item> itemIn(const Json& raw, const ContainedSets& sets, int depth,
                                         std::size_t& count, Faults& faults) {
    const auto id = raw.value("linkId", Json{});
    const JsonObject json{raw, id.is_string() ? id.get<std::string>() : std::string{}, faults};
    if (json.linkId().empty()) {
        faults.error({}, tr("An item has no linkId."));
        return std::nullopt;
    }
    const auto type = typeIn(json);
    judgeMembers(json);
    Item item;
    item.linkId = json.linkId();
    item.type = type.value_or(ItemType::Display);
    item.text = textWithTranslations(json, "text");
    item.prefix = json.text("prefix");
    item.required = json.truth("required").value_or(false);
    item.repeats = json.truth("repeats").value_or(false);
    item.readOnly = json.truth("readOnly").value_or(false);
    item.maxLength = json.whole("maxLength");
    readConditions(json, item);
    readOptions(json, sets, item);
    readInitial(json, item);
    readExtensions(json, item);
    item.variables = variablesIn(json);
    item.items = itemsIn(json, sets, depth + 1, count);
    if (item.type == ItemType::Display && !item.items.empty()) {
        faults.error(item.linkId, tr("A display text has no items beneath it."));
    }
    if (item.type == ItemType::Display && (item.required || item.repeats)) {
        faults.error(item.linkId, tr("A display text is neither required nor repeated."));
    }
    return type ? std::optional{std::move(item)} : std::nullopt;
}

} // namespace

std::string_view name(ItemType type) noexcept {
    const auto* known = std::ranges::find(kTypes, type, [](const auto& one) { return one.second; });
    return known->first;
}

std::vector<Item> itemsIn(const JsonObject& object, const ContainedSets& sets, int depth,
                          std::size_t& count) {
    const auto found = object.objects("item");
    if (!found.empty() && depth > kDeepestItem) {
        object.faults().error(object.linkId(),
                              shown({tr("Items are nested deeper than {1} levels."),
                                     {std::to_string(kDeepestItem)}}));
        return {};
    }
    std::vector<Item> items;
    for (const auto* const raw : found) {
        if (++count > kMostFormItems) {
            if (count == kMostFormItems + 1) {
                object.faults().error({}, shown({tr("The form has more than {1} items."),
                                                 {std::to_string(kMostFormItems)}}));
            }
            return items;
        }
        if (auto item = itemIn(*raw, sets, depth, count, object.faults())) {
            items.push_back(*std::move(item));
        }
    }
    return items;
}

void readOptions(const JsonObject& json, const ContainedSets& sets, Item& item) {
    for (const auto* const raw : json.objects("answerOption")) {
        const JsonObject object{*raw, json.linkId(), json.faults()};
        const auto value = valueIn(object, "value");
        if (!value) {
            json.faults().error(json.linkId(), tr("An answer to choose has no value."));
            continue;
        }
        AnswerOption option;
        option.value = *value;
        option.display = shownFor(*value);
        const auto coding = raw->find("valueCoding");
        if (coding != raw->end() && coding->is_object()) {
            auto words =
                textWithTranslations(JsonObject{*coding, json.linkId(), json.faults()}, "display");
            if (!words.empty()) {
                option.display = std::move(words);
            }
            option.weight = weightIn(*coding);
        } else if (raw->contains("_valueString")) {
            option.display.translations = textWithTranslations(object, "valueString").translations;
        }
        if (!option.weight) {
            option.weight = weightIn(*raw);
        }
        option.initially = object.truth("initialSelected").value_or(false);
        if (const auto* exclusive = extensionOf(*raw, kExclusiveUrl)) {
            option.exclusive = exclusive->value("valueBoolean", Json{}) == true;
        }
        item.options.push_back(std::move(option));
    }
    const auto set = json.text("answerValueSet");
    const bool isChoice = item.type == ItemType::Choice || item.type == ItemType::OpenChoice;
    if (!set.empty()) {
        if (const auto known = sets.find(set); known != sets.end()) {
            item.options = known->second;
        } else if (set.starts_with('#')) {
            json.faults().error(json.linkId(),
                                shown({tr("The list of answers {1} is not in the form."), {set}}));
        } else {
            item.optionsElsewhere = true;
            json.faults().note(
                json.linkId(),
                shown({tr("The list of answers {1} is on a terminology server, which "
                          "is not asked; the answer is typed."),
                       {set}}));
        }
    }
    if (!isChoice && item.isQuestion() && (!item.options.empty() || !set.empty()) &&
        item.type != ItemType::Integer && item.type != ItemType::Date &&
        item.type != ItemType::Time && item.type != ItemType::String) {
        json.faults().error(json.linkId(), shown({tr("A question of type {1} has no answers to "
                                                     "choose from."),
                                                  {std::string{name(item.type)}}}));
    }
    if (isChoice && item.options.empty() && !item.optionsElsewhere &&
        item.type == ItemType::Choice) {
        json.faults().error(json.linkId(), tr("There is nothing to choose from."));
    }
}

ContainedSets containedSets(const Json& form, Faults& faults) {
    ContainedSets sets;
    const JsonObject whole{form, {}, faults};
    for (const auto* const raw : whole.objects("contained")) {
        const JsonObject json{*raw, {}, faults};
        if (json.text("resourceType") != "ValueSet") {
            continue;
        }
        std::vector<AnswerOption> options;
        const auto add = [&](const Json& concept_, const std::string& system) {
            const JsonObject one{concept_, {}, faults};
            Coding coding{system, one.text("code"), one.text("display")};
            if (coding.code.empty()) {
                return;
            }
            AnswerOption option;
            option.display = textWithTranslations(one, "display");
            if (option.display.empty()) {
                option.display.text = coding.code;
            }
            for (const auto* const other : one.objects("designation")) {
                const JsonObject words{*other, {}, faults};
                if (!words.text("language").empty() && !words.text("value").empty()) {
                    option.display.translations.emplace(words.text("language"),
                                                        words.text("value"));
                }
            }
            option.weight = weightIn(concept_);
            option.value = std::move(coding);
            options.push_back(std::move(option));
        };
        if (const auto* expansion = json.find("expansion"); expansion && expansion->is_object()) {
            for (const auto* one : JsonObject{*expansion, {}, faults}.objects("contains")) {
                add(*one, JsonObject{*one, {}, faults}.text("system"));
            }
        } else if (const auto* compose = json.find("compose"); compose && compose->is_object()) {
            for (const auto* include : JsonObject{*compose, {}, faults}.objects("include")) {
                const JsonObject part{*include, {}, faults};
                for (const auto* one : part.objects("concept")) {
                    add(*one, part.text("system"));
                }
            }
        }
        if (options.empty()) {
            faults.note({}, shown({tr("The list of answers {1} has no answers of its own."),
                                   {json.text("id")}}));
            continue;
        }
        sets["#" + json.text("id")] = options;
        if (const auto url = json.text("url"); !url.empty()) {
            sets[url] = std::move(options);
        }
    }
    return sets;
}

} // namespace palpate::forms
