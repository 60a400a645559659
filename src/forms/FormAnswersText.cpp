// SPDX-License-Identifier: MIT
#include "forms/FormAnswersText.h"

#include "domain/Calendar.h"
#include "domain/Message.h"
#include "forms/FormJson.h"
#include "forms/FormLanguages.h"

namespace palpate::forms {

namespace {

constexpr std::size_t kMostResponseItems = 20'000;

void putItems(Json& object, const std::vector<AnsweredItem>& items);

[[nodiscard]] Json itemJson(const AnsweredItem& item) {
    Json json{{"linkId", item.linkId}};
    if (!item.text.empty()) {
        json["text"] = item.text;
    }
    if (!item.answers.empty()) {
        auto& list = json["answer"] = Json::array();
        for (const auto& answer : item.answers) {
            Json one = Json::object();
            putValue(one, "value", answer.value);
            putItems(one, answer.items);
            list.push_back(std::move(one));
        }
    }
    putItems(json, item.items);
    return json;
}

void putItems(Json& object, const std::vector<AnsweredItem>& items) {
    if (items.empty()) {
        return;
    }
    auto& list = object["item"] = Json::array();
    for (const auto& item : items) {
        list.push_back(itemJson(item));
    }
}

class ResponseReader {
public:
    explicit ResponseReader(Faults& faults) : faults_{faults} {}

    [[nodiscard]] std::vector<AnsweredItem> items(const JsonObject& object, int depth) {
        const auto found = object.objects("item");
        if (!found.empty() && depth > kDeepestItem) {
            faults_.error(object.linkId(), shown({tr("Items are nested deeper than {1} levels."),
                                                  {std::to_string(kDeepestItem)}}));
            return {};
        }
        std::vector<AnsweredItem> items;
        for (const auto* const raw : found) {
            if (++count_ > kMostResponseItems) {
                if (count_ == kMostResponseItems + 1) {
                    faults_.error({}, shown({tr("The answers have more than {1} items."),
                                             {std::to_string(kMostResponseItems)}}));
                }
                return items;
            }
            items.push_back(item(*raw, depth));
        }
        return items;
    }

private:
    [[nodiscard]] AnsweredItem item(const Json& raw, int depth) {
        const auto id = raw.value("linkId", Json{});
        const JsonObject json{raw, id.is_string() ? id.get<std::string>() : std::string{}, faults_};
        if (json.linkId().empty()) {
            faults_.error({}, tr("An answered item has no linkId."));
        }
        AnsweredItem item{json.linkId(), json.text("text"), {}, {}};
        for (const auto* const one : json.objects("answer")) {
            const JsonObject answer{*one, json.linkId(), faults_};
            auto value = valueIn(answer, "value");
            if (!value) {
                faults_.error(json.linkId(), tr("An answer has no value that FHIR R4 has."));
                continue;
            }
            item.answers.push_back({*std::move(value), items(answer, depth + 1)});
        }
        item.items = items(json, depth + 1);
        return item;
    }

    Faults& faults_;
    std::size_t count_ = 0;
};

/// `language`: of the questions; empty: not told.
[[nodiscard]] std::string textOf(const FormAnswers& answers, const ResponseHead& head,
                                 const std::string& language) {
    Json json{{"resourceType", "QuestionnaireResponse"}};
    if (!language.empty()) {
        json["language"] = language;
    }
    if (!head.id.empty()) {
        json["id"] = head.id;
    }
    json["questionnaire"] =
        answers.formUrl + (answers.formVersion.empty() ? "" : "|" + answers.formVersion);
    json["status"] = head.completed ? "completed" : "in-progress";
    if (!head.subject.empty()) {
        json["subject"] = {{"reference", head.subject}};
    }
    if (head.authored) {
        json["authored"] = isoInstant(*head.authored);
    }
    if (!head.author.empty()) {
        json["author"] = {{"reference", head.author}};
    }
    putItems(json, answers.items);
    return json.dump(2, ' ', false, Json::error_handler_t::replace) + "\n";
}

} // namespace

std::string responseText(const FormAnswers& answers, const ResponseHead& head) {
    return textOf(answers, head, {});
}

std::string responseText(const FormAnswers& answers, const ResponseHead& head,
                         const Questionnaire& form) {
    return textOf(answers, head, answers.items.empty() ? "" : languageOf(form, answers));
}

ResponseReading readResponse(std::string_view text) {
    ResponseReading reading;
    Faults faults{reading.faults};
    const auto json = jsonObject(text, faults);
    if (!json) {
        return reading;
    }
    const JsonObject whole{*json, {}, faults};
    if (!isResource(*json, "QuestionnaireResponse", faults)) {
        return reading;
    }
    FormAnswers answers;
    answers.formUrl = whole.text("questionnaire");
    if (const auto bar = answers.formUrl.rfind('|'); bar != std::string::npos) {
        answers.formVersion = answers.formUrl.substr(bar + 1);
        answers.formUrl.resize(bar);
    }
    if (answers.formUrl.empty()) {
        faults.error({}, tr("The answers do not say which form they belong to."));
    }
    const auto status = whole.text("status");
    reading.head.completed = status == "completed" || status == "amended";
    if (status != "in-progress" && !reading.head.completed) {
        faults.error({}, status.empty() ? std::string{tr("The answers have no status.")}
                                        : shown({tr("Answers with the status \"{1}\" are not "
                                                    "taken."),
                                                 {status}}));
    }
    reading.head.id = whole.text("id");
    if (const auto authored = whole.text("authored"); !authored.empty()) {
        reading.head.authored = parseIsoInstant(authored);
    }
    answers.items = ResponseReader{faults}.items(whole, 1);
    if (!faults.hasError()) {
        reading.answers = std::move(answers);
    }
    return reading;
}

} // namespace palpate::forms
