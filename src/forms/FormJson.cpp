// SPDX-License-Identifier: MIT
#include "forms/FormJson.h"

#include "domain/Message.h"
#include "domain/Text.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace palpate::forms {

namespace {

constexpr std::string_view kTranslationUrl = "http://hl7.org/fhir/StructureDefinition/translation";
constexpr int kDeepestJson = 120;

[[nodiscard]] std::optional<AnswerValue> codingIn(const Json& json) {
    if (!json.is_object()) {
        return std::nullopt;
    }
    const auto text = [&](const char* name) {
        const auto found = json.find(name);
        return found != json.end() && found->is_string() ? found->get<std::string>()
                                                         : std::string{};
    };
    Coding coding{text("system"), text("code"), text("display")};
    return coding.code.empty() && coding.display.empty() ? std::nullopt
                                                         : std::optional<AnswerValue>{coding};
}

[[nodiscard]] std::optional<AnswerValue> quantityIn(const Json& json) {
    if (!json.is_object()) {
        return std::nullopt;
    }
    Quantity quantity;
    if (const auto value = json.find("value"); value != json.end()) {
        if (!value->is_number()) {
            return std::nullopt;
        }
        quantity.value = value->get<double>();
    }
    const auto text = [&](const char* name) { return json.value(name, std::string{}); };
    for (const char* const name : {"unit", "system", "code"}) {
        if (json.contains(name) && !json[name].is_string()) {
            return std::nullopt;
        }
    }
    quantity.unit = text("unit");
    quantity.system = text("system");
    quantity.code = text("code");
    return AnswerValue{quantity};
}

[[nodiscard]] std::optional<AnswerValue> attachmentIn(const Json& json) {
    if (!json.is_object()) {
        return std::nullopt;
    }
    AttachmentAnswer file;
    for (const auto& [name, into] :
         {std::pair{"title", &file.title}, std::pair{"contentType", &file.mediaType},
          std::pair{"url", &file.document}}) {
        if (const auto found = json.find(name); found != json.end()) {
            if (!found->is_string()) {
                return std::nullopt;
            }
            *into = found->get<std::string>();
        }
    }
    constexpr std::string_view kOurs = "urn:uuid:";
    if (file.document.starts_with(kOurs)) {
        file.document.erase(0, kOurs.size());
    }
    return AnswerValue{file};
}

[[nodiscard]] std::optional<AnswerValue> wholeIn(const Json& json) {
    if (!json.is_number_integer()) {
        return std::nullopt;
    }
    if (json.is_number_unsigned() &&
        json.get<std::uint64_t>() >
            static_cast<std::uint64_t>(std::numeric_limits<std::int64_t>::max())) {
        return std::nullopt;
    }
    return AnswerValue{json.get<std::int64_t>()};
}

template <class Parsed>
[[nodiscard]] std::optional<AnswerValue> lifted(std::optional<Parsed> value) {
    return value ? std::optional<AnswerValue>{AnswerValue{*std::move(value)}} : std::nullopt;
}

/// A value of the FHIR type; empty: it is not well-formed, or the type is none of ours.
[[nodiscard]] std::optional<AnswerValue> typedValue(std::string_view type, const Json& json) {
    if (type == "Boolean") {
        return json.is_boolean() ? std::optional<AnswerValue>{json.get<bool>()} : std::nullopt;
    }
    if (type == "Integer" || type == "PositiveInt" || type == "UnsignedInt") {
        return wholeIn(json);
    }
    if (type == "Decimal") {
        return json.is_number() && std::isfinite(json.get<double>())
                   ? std::optional<AnswerValue>{json.get<double>()}
                   : std::nullopt;
    }
    if (type == "Coding") {
        return codingIn(json);
    }
    if (type == "Quantity") {
        return quantityIn(json);
    }
    if (type == "Attachment") {
        return attachmentIn(json);
    }
    if (!json.is_string()) {
        return std::nullopt;
    }
    const auto text = json.get<std::string>();
    if (type == "String" || type == "Code" || type == "Markdown") {
        return AnswerValue{text};
    }
    if (type == "Uri" || type == "Url" || type == "Canonical") {
        return AnswerValue{FormUrl{text}};
    }
    if (type == "Date") {
        return lifted(parsePartialDate(text));
    }
    if (type == "DateTime" || type == "Instant") {
        return lifted(parseFormDateTime(text));
    }
    return type == "Time" ? lifted(parseFormTime(text)) : std::nullopt;
}

} // namespace

void Faults::add(FormFault::Weight weight, const std::string& linkId, std::string_view sentence) {
    constexpr std::size_t kLongest = 500; // bytes
    std::string line{sentence.substr(0, kLongest)};
    if (line.size() < sentence.size()) {
        while (!line.empty() && !isValidUtf8(line)) { // cut within a letter
            line.pop_back();
        }
        line += " … (shortened).";
    }
    std::ranges::replace_if(
        line, [](char c) { return (c >= 0 && c < ' ') || c == 0x7F; }, ' ');
    into_.push_back({weight, linkId, std::move(line)});
}

bool Faults::hasError() const {
    return std::ranges::any_of(
        into_, [](const FormFault& fault) { return fault.weight == FormFault::Weight::Error; });
}

std::optional<Json> jsonObject(std::string_view text, Faults& faults) {
    if (text.size() > kMostFormBytes) {
        faults.error({}, shown({tr("The file has {1} bytes; a form has at most {2}."),
                                {std::to_string(text.size()), std::to_string(kMostFormBytes)}}));
        return std::nullopt;
    }
    if (text.starts_with("\xEF\xBB\xBF")) {
        text.remove_prefix(3);
    }
    if (!isValidUtf8(text)) {
        faults.error({}, tr("The file is not UTF-8; save it as UTF-8."));
        return std::nullopt;
    }
    bool isTooDeep = false;
    const auto guard = [&](int depth, Json::parse_event_t, Json&) {
        isTooDeep = isTooDeep || depth > kDeepestJson;
        return depth <= kDeepestJson;
    };
    try {
        auto json = Json::parse(text, guard);
        if (isTooDeep) {
            faults.error({}, tr("The file is nested too deep to be a form."));
            return std::nullopt;
        }
        if (json.is_object()) {
            return json;
        }
        faults.error({}, tr("The file holds no JSON object, which every form is."));
    } catch (const Json::parse_error& error) {
        const auto end =
            text.begin() + static_cast<std::ptrdiff_t>(std::min(error.byte, text.size()));
        const auto line = 1 + std::count(text.begin(), end, '\n');
        faults.error({}, shown({tr("The file is no JSON: line {1} is not understood."),
                                {std::to_string(line)}}));
    }
    return std::nullopt;
}

bool isResource(const Json& json, const char* wanted, Faults& faults) {
    const auto kind = JsonObject{json, {}, faults}.text("resourceType");
    if (kind == wanted) {
        return true;
    }
    faults.error({}, kind.empty()
                         ? shown({tr("The file is no FHIR {1}: it has no resourceType."), {wanted}})
                         : shown({tr("The file is a FHIR {1}, no {2}."), {kind, wanted}}));
    return false;
}

const Json* JsonObject::find(std::string_view name) const {
    const auto found = object_.find(name);
    return found != object_.end() && !found->is_null() ? &*found : nullptr;
}

void JsonObject::refuse(std::string_view name, std::string_view kind) const {
    faults_.error(linkId_, shown({tr("{1} must be {2}."), {std::string{name}, std::string{kind}}}));
}

std::string JsonObject::text(std::string_view name) const {
    const auto* found = find(name);
    if (found == nullptr) {
        return {};
    }
    if (!found->is_string()) {
        refuse(name, tr("a text"));
        return {};
    }
    return found->get<std::string>();
}

std::optional<bool> JsonObject::truth(std::string_view name) const {
    const auto* found = find(name);
    if (found == nullptr) {
        return std::nullopt;
    }
    if (!found->is_boolean()) {
        refuse(name, tr("true or false"));
        return std::nullopt;
    }
    return found->get<bool>();
}

std::optional<double> JsonObject::number(std::string_view name) const {
    const auto* found = find(name);
    if (found == nullptr) {
        return std::nullopt;
    }
    if (!found->is_number()) {
        refuse(name, tr("a number"));
        return std::nullopt;
    }
    return found->get<double>();
}

std::optional<int> JsonObject::whole(std::string_view name) const {
    const auto* found = find(name);
    if (found == nullptr) {
        return std::nullopt;
    }
    const auto value = wholeIn(*found);
    if (!value || std::get<std::int64_t>(*value) < 0 ||
        std::get<std::int64_t>(*value) > std::numeric_limits<int>::max()) {
        refuse(name, tr("a whole number, not negative"));
        return std::nullopt;
    }
    return static_cast<int>(std::get<std::int64_t>(*value));
}

std::vector<const Json*> JsonObject::objects(std::string_view name) const {
    const auto* found = find(name);
    if (found == nullptr) {
        return {};
    }
    if (!found->is_array()) {
        refuse(name, tr("a list"));
        return {};
    }
    std::vector<const Json*> objects;
    for (const auto& one : *found) {
        if (one.is_object()) {
            objects.push_back(&one);
        } else {
            refuse(name, tr("a list of objects"));
        }
    }
    return objects;
}

std::optional<AnswerValue> valueIn(const JsonObject& object, std::string_view prefix) {
    for (const auto& [name, json] : object.raw().items()) {
        if (!name.starts_with(prefix) || name.size() == prefix.size() ||
            !(name[prefix.size()] >= 'A' && name[prefix.size()] <= 'Z')) {
            continue;
        }
        const auto type = std::string_view{name}.substr(prefix.size());
        if (type == "Reference") {
            object.faults().error(object.linkId(),
                                  shown({tr("{1}: references are not kept here."), {name}}));
            return std::nullopt;
        }
        auto value = typedValue(type, json);
        if (!value) {
            object.faults().error(object.linkId(), shown({tr("{1} is not well-formed."), {name}}));
        }
        return value;
    }
    return std::nullopt;
}

void putValue(Json& object, std::string_view prefix, const AnswerValue& value) {
    const auto key = [prefix](const char* type) { return std::string{prefix} + type; };
    struct Putter {
        Json& object;
        const decltype(key)& name;
        void operator()(bool truth) const { object[name("Boolean")] = truth; }
        void operator()(double number) const { object[name("Decimal")] = number; }
        void operator()(std::int64_t number) const { object[name("Integer")] = number; }
        void operator()(const PartialDate& date) const { object[name("Date")] = isoText(date); }
        void operator()(const FormDateTime& moment) const {
            object[name("DateTime")] = moment.text;
        }
        void operator()(const FormTime& time) const { object[name("Time")] = time.text; }
        void operator()(const std::string& text) const { object[name("String")] = text; }
        void operator()(const FormUrl& url) const { object[name("Uri")] = url.text; }
        void operator()(const Coding& coding) const {
            auto& into = object[name("Coding")] = Json::object();
            put(into, "system", coding.system);
            put(into, "code", coding.code);
            put(into, "display", coding.display);
        }
        void operator()(const Quantity& quantity) const {
            auto& into = object[name("Quantity")] = Json::object();
            if (quantity.value) {
                into["value"] = *quantity.value;
            }
            put(into, "unit", quantity.unit);
            put(into, "system", quantity.system);
            put(into, "code", quantity.code);
        }
        void operator()(const AttachmentAnswer& file) const {
            auto& into = object[name("Attachment")] = Json::object();
            put(into, "contentType", file.mediaType);
            put(into, "url", file.document.empty() ? "" : "urn:uuid:" + file.document);
            put(into, "title", file.title);
        }
        static void put(Json& into, const char* member, const std::string& text) {
            if (!text.empty()) {
                into[member] = text;
            }
        }
    };
    std::visit(Putter{object, key}, value);
}

const Json* extensionOf(const Json& element, std::string_view url) {
    const auto list = element.find("extension");
    if (list == element.end() || !list->is_array()) {
        return nullptr;
    }
    for (const auto& one : *list) {
        if (one.is_object() && one.value("url", Json{}) == url) {
            return &one;
        }
    }
    return nullptr;
}

FormText textWithTranslations(const JsonObject& object, std::string_view name) {
    FormText text{object.text(name), {}};
    const auto* beside = object.find("_" + std::string{name});
    if (beside == nullptr || !beside->is_object() || !beside->contains("extension") ||
        !(*beside)["extension"].is_array()) {
        return text;
    }
    for (const auto& one : (*beside)["extension"]) {
        if (!one.is_object() || one.value("url", Json{}) != kTranslationUrl) {
            continue;
        }
        const auto* language = extensionOf(one, "lang");
        const auto* content = extensionOf(one, "content");
        if (language == nullptr || content == nullptr) {
            continue;
        }
        const auto code = language->value("valueCode", Json{});
        const auto words = content->contains("valueString")     ? (*content)["valueString"]
                           : content->contains("valueMarkdown") ? (*content)["valueMarkdown"]
                                                                : Json{};
        if (code.is_string() && !code.get_ref<const std::string&>().empty() && words.is_string() &&
            !words.get_ref<const std::string&>().empty()) {
            text.translations.emplace(code.get<std::string>(), words.get<std::string>());
        }
    }
    return text;
}

} // namespace palpate::forms
