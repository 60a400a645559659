// SPDX-License-Identifier: MIT
#include "storage/AnswersText.h"

#include "domain/Error.h"

#include <nlohmann/json.hpp>

#include <array>
#include <charconv>
#include <cmath>
#include <optional>
#include <utility>

namespace palpate::storage {

namespace {

using Json = nlohmann::ordered_json;

constexpr int kDeepest = 400; ///< of the JSON: far beyond what problems(FormRecord) lets pass

template <class... F> struct Overloaded : F... { using F::operator()...; };
template <class... F> Overloaded(F...) -> Overloaded<F...>;

[[noreturn]] void refuse() {
    throw StorageError{{tr("The answers of a form are not as Palpate writes them. Check the clinic "
                           "with \"verify\"."),
                        {}}};
}

void putText(Json& object, const char* name, const std::string& text) {
    if (!text.empty()) {
        object[name] = text;
    }
}

[[nodiscard]] Json numberJson(double value) {
    if (!std::isfinite(value)) {
        throw StorageError{{tr("An answer is not a number and was not stored."), {}}};
    }
    return value;
}

void putValue(Json& object, const AnswerValue& value) {
    std::visit(Overloaded{[&](bool yes) { object["valueBoolean"] = yes; },
                          [&](double number) { object["valueDecimal"] = numberJson(number); },
                          [&](std::int64_t number) { object["valueInteger"] = number; },
                          [&](const PartialDate& date) { object["valueDate"] = isoText(date); },
                          [&](const FormDateTime& at) { object["valueDateTime"] = at.text; },
                          [&](const FormTime& at) { object["valueTime"] = at.text; },
                          [&](const std::string& text) { object["valueString"] = text; },
                          [&](const FormUrl& url) { object["valueUri"] = url.text; },
                          [&](const Coding& coding) {
                              auto& json = object["valueCoding"] = Json::object();
                              putText(json, "system", coding.system);
                              putText(json, "code", coding.code);
                              putText(json, "display", coding.display);
                          },
                          [&](const Quantity& quantity) {
                              auto& json = object["valueQuantity"] = Json::object();
                              if (quantity.value) {
                                  json["value"] = numberJson(*quantity.value);
                              }
                              putText(json, "unit", quantity.unit);
                              putText(json, "system", quantity.system);
                              putText(json, "code", quantity.code);
                          },
                          [&](const AttachmentAnswer& file) {
                              auto& json = object["valueAttachment"] = Json::object();
                              putText(json, "contentType", file.mediaType);
                              putText(json, "url", file.document);
                              putText(json, "title", file.title);
                          }},
               value);
}

[[nodiscard]] Json itemsJson(const std::vector<AnsweredItem>& items) {
    Json list = Json::array();
    for (const auto& item : items) {
        Json json{{"linkId", item.linkId}};
        putText(json, "text", item.text);
        for (const auto& answer : item.answers) {
            Json one = Json::object();
            putValue(one, answer.value);
            if (!answer.items.empty()) {
                one["item"] = itemsJson(answer.items);
            }
            json["answer"].push_back(std::move(one));
        }
        if (!item.items.empty()) {
            json["item"] = itemsJson(item.items);
        }
        list.push_back(std::move(json));
    }
    return list;
}

[[nodiscard]] const std::string& textOf(const Json& json) {
    if (!json.is_string()) {
        refuse();
    }
    return json.get_ref<const std::string&>();
}
/// Of a field that may be missing.
[[nodiscard]] std::string textIn(const Json& object, const char* name) {
    const auto found = object.find(name);
    return found == object.end() ? std::string{} : textOf(*found);
}
[[nodiscard]] double numberOf(const Json& json) {
    if (!json.is_number()) {
        refuse();
    }
    return json.get<double>();
}
template <class Value> [[nodiscard]] Value sound(std::optional<Value> value) {
    if (!value) {
        refuse();
    }
    return *std::move(value);
}
void requireObject(const Json& json) {
    if (!json.is_object()) {
        refuse();
    }
}

[[nodiscard]] std::optional<AnswerValue> scalarIn(const std::string& name, const Json& json) {
    if (name == "valueBoolean" && json.is_boolean()) {
        return json.get<bool>();
    }
    if (name == "valueDecimal") {
        return numberOf(json);
    }
    if (name == "valueInteger" && json.is_number_integer()) {
        return json.get<std::int64_t>();
    }
    if (name == "valueDate") {
        return sound(parsePartialDate(textOf(json)));
    }
    if (name == "valueDateTime") {
        return FormDateTime{textOf(json)};
    }
    if (name == "valueTime") {
        return FormTime{textOf(json)};
    }
    if (name == "valueString") {
        return textOf(json);
    }
    if (name == "valueUri") {
        return FormUrl{textOf(json)};
    }
    return std::nullopt;
}

[[nodiscard]] AnswerValue valueIn(const std::string& name, const Json& json) {
    if (auto value = scalarIn(name, json)) {
        return *std::move(value);
    }
    requireObject(json);
    if (name == "valueCoding") {
        return Coding{textIn(json, "system"), textIn(json, "code"), textIn(json, "display")};
    }
    if (name == "valueQuantity") {
        Quantity quantity{{}, textIn(json, "unit"), textIn(json, "system"), textIn(json, "code")};
        if (const auto value = json.find("value"); value != json.end()) {
            quantity.value = numberOf(*value);
        }
        return quantity;
    }
    if (name == "valueAttachment") {
        return AttachmentAnswer{textIn(json, "title"), textIn(json, "contentType"),
                                textIn(json, "url")};
    }
    refuse();
}

[[nodiscard]] std::vector<AnsweredItem> itemsOf(const Json& list);

[[nodiscard]] Answer answerOf(const Json& json) {
    requireObject(json);
    std::optional<AnswerValue> value;
    Answer answer{false, {}};
    for (const auto& [name, part] : json.items()) {
        if (name == "item") {
            answer.items = itemsOf(part);
        } else if (value) {
            refuse();
        } else {
            value = valueIn(name, part);
        }
    }
    answer.value = sound(std::move(value));
    return answer;
}

[[nodiscard]] std::vector<AnsweredItem> itemsOf(const Json& list) {
    if (!list.is_array()) {
        refuse();
    }
    std::vector<AnsweredItem> items;
    for (const auto& json : list) {
        requireObject(json);
        AnsweredItem item{textIn(json, "linkId"), textIn(json, "text"), {}, {}};
        if (const auto answers = json.find("answer"); answers != json.end()) {
            if (!answers->is_array()) {
                refuse();
            }
            for (const auto& one : *answers) {
                item.answers.push_back(answerOf(one));
            }
        }
        if (const auto inner = json.find("item"); inner != json.end()) {
            item.items = itemsOf(*inner);
        }
        items.push_back(std::move(item));
    }
    return items;
}

[[nodiscard]] std::string shortest(double value) {
    std::array<char, 32> out{};
    const auto end = std::to_chars(out.data(), out.data() + out.size(), value);
    return {out.data(), end.ptr};
}

} // namespace

std::string answersText(const std::vector<AnsweredItem>& items) {
    try {
        return itemsJson(items).dump();
    } catch (const Json::exception&) { // a text that is no UTF-8
        throw StorageError{{tr("An answer contains characters that are not valid UTF-8 text and "
                               "was not stored."),
                            {}}};
    }
}

std::vector<AnsweredItem> answersIn(std::string_view text) {
    bool isTooDeep = false;
    const auto json = Json::parse(
        text,
        [&](int depth, Json::parse_event_t, Json&) {
            isTooDeep = isTooDeep || depth > kDeepest;
            return depth <= kDeepest;
        },
        false);
    if (json.is_discarded() || isTooDeep) {
        refuse();
    }
    return itemsOf(json);
}

std::string wordsOf(const AnswerValue& value) {
    return std::visit(
        Overloaded{[](bool) { return std::string{}; }, [](double n) { return shortest(n); },
                   [](std::int64_t n) { return std::to_string(n); },
                   [](const PartialDate& date) { return isoText(date); },
                   [](const FormDateTime& at) { return at.text; },
                   [](const FormTime& at) { return at.text; },
                   [](const std::string& text) { return text; },
                   [](const FormUrl& url) { return url.text; },
                   [](const Coding& coding) {
                       return coding.display.empty() ? coding.code : coding.display;
                   },
                   [](const Quantity& quantity) {
                       return (quantity.value ? shortest(*quantity.value) + " " : std::string{}) +
                              quantity.unit;
                   },
                   [](const AttachmentAnswer& file) { return file.title; }},
        value);
}

} // namespace palpate::storage
