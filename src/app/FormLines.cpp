// SPDX-License-Identifier: MIT
// A form as a list of questions, with their answers or with room for them.
#include "app/FormBodyMap.h"
#include "app/FormEntry.h"
#include "app/FormInside.h"
#include "app/TimeText.h"
#include "app/Words.h"

#include <algorithm>
#include <cmath>

namespace palpate::app {

namespace {

using forms::Item;
using forms::ItemType;

constexpr int kFewQuestions = 3; // a group of so many is offered more often on paper
constexpr int kManyTimes = 5;
constexpr int kFewTimes = 2;
constexpr int kLongAnswer = 3; // lines to write on
constexpr double kMostSteps = 20;

[[nodiscard]] std::string joinedWords(const Item& item, const std::vector<AnswerValue>& answers,
                                      const std::string& zone) {
    std::string text;
    for (const auto& answer : answers) {
        text += (text.empty() ? "" : "; ") + answerWords(item, answer, zone);
    }
    return text;
}

[[nodiscard]] std::string paintedWords(const std::string& outlines) {
    std::vector<std::string> views;
    for (const auto& part : parseBodyMapText(outlines).value_or(std::vector<PaintedPart>{})) {
        const auto word = viewWord(part.view);
        if (std::ranges::find(views, word) == views.end()) {
            views.push_back(word);
        }
    }
    return views.empty() ? std::string{} : shown({tr("painted: {1}"), {listed(views)}});
}

/// What was answered, by itself.
class Answered {
public:
    explicit Answered(const std::string& zone) : zone_{zone} {}

    void add(const std::vector<AnsweredItem>& items, int depth) {
        for (const auto& item : items) {
            const auto name = item.text.empty() ? item.linkId : item.text;
            if (item.answers.empty()) {
                lines.push_back({.depth = depth, .heading = true, .question = name, .answer = {}});
                add(item.items, depth + 1);
                continue;
            }
            std::vector<AnswerValue> values;
            for (const auto& answer : item.answers) {
                values.push_back(answer.value);
            }
            AskedLine line{
                .depth = depth, .question = name, .answer = joinedWords({}, values, zone_)};
            const auto* text = std::get_if<std::string>(&values.front());
            if (text != nullptr && parseBodyMapText(*text)) {
                line.isBodyMap = true;
                line.outlines = *text;
                line.answer = paintedWords(*text);
            }
            lines.push_back(std::move(line));
            for (const auto& answer : item.answers) {
                add(answer.items, depth + 1);
            }
        }
    }
    std::vector<AskedLine> lines = {};

private:
    const std::string& zone_;
};

[[nodiscard]] std::string conditionOf(const forms::Questionnaire& form,
                                      const forms::EnableWhen& when) {
    const auto* asked = form.find(when.question);
    if (asked == nullptr) {
        return {};
    }
    const auto question = labelOf(*asked);
    const auto value = answerWords(*asked, when.answer, {});
    switch (when.op) {
    case forms::EnableOperator::Exists:
        return shown({std::get<bool>(when.answer) ? tr("\"{1}\" is answered")
                                                  : tr("\"{1}\" is not answered"),
                      {question}});
    case forms::EnableOperator::Equal:
        return shown({tr("\"{1}\": {2}"), {question, value}});
    case forms::EnableOperator::NotEqual:
        return shown({tr("\"{1}\": not {2}"), {question, value}});
    case forms::EnableOperator::Greater:
        return shown({tr("\"{1}\": more than {2}"), {question, value}});
    case forms::EnableOperator::Less:
        return shown({tr("\"{1}\": less than {2}"), {question, value}});
    case forms::EnableOperator::GreaterOrEqual:
        return shown({tr("\"{1}\": {2} or more"), {question, value}});
    case forms::EnableOperator::LessOrEqual:
        return shown({tr("\"{1}\": {2} or less"), {question, value}});
    }
    return {};
}

/// A short word that is asked for where the question before it was answered "yes".
[[nodiscard]] bool isDetailOf(const Item& item, const Item& before) {
    return kindOf(item) == FieldKind::Typed && before.type == ItemType::Boolean &&
           std::ranges::none_of(before.items, &Item::isQuestion) && item.items.empty() &&
           item.enableWhen.size() == 1 && item.enableWhen.front().question == before.linkId &&
           item.enableWhen.front().op == forms::EnableOperator::Equal &&
           item.enableWhen.front().answer == AnswerValue{true};
}

/// An empty form, for paper.
class Blank {
public:
    explicit Blank(const forms::Questionnaire& form) : form_{form}, help_{form} {}

    void add(const std::vector<Item>& items, int depth) {
        const Item* before = nullptr;
        for (const auto& item : items) {
            if (item.hidden || help_.explains(item)) {
                continue;
            }
            if (item.type == ItemType::Group) {
                addGroup(item, depth);
                continue;
            }
            lines.push_back(lineOf(item, depth));
            lines.back().isDetail = before != nullptr && isDetailOf(item, *before);
            add(item.items, depth);
            before = &item;
        }
    }
    std::vector<AskedLine> lines = {};

private:
    void addGroup(const Item& item, int depth) {
        const auto questions = std::ranges::count_if(item.items, &Item::isQuestion);
        const int times = !item.repeats ? 1 : questions <= kFewQuestions ? kManyTimes : kFewTimes;
        for (int time = 1; time <= times; ++time) {
            auto line = lineOf(item, depth);
            line.heading = true;
            if (times > 1) {
                line.question += " (" + std::to_string(time) + ")";
            }
            lines.push_back(std::move(line));
            add(item.items, depth + 1);
        }
    }

    [[nodiscard]] AskedLine lineOf(const Item& item, int depth) const {
        AskedLine line{.depth = depth, .question = labelOf(item), .answer = {}};
        line.help = help_.of(item);
        line.condition = conditions(item);
        line.unit = item.units.size() == 1 ? item.units.front().unit : std::string{};
        line.kind = kindOf(item);
        switch (line.kind) {
        case FieldKind::Section:
            break;
        case FieldKind::Note:
            line.note = true;
            break;
        case FieldKind::YesNo:
            line.options = {tr("yes"), tr("no")};
            break;
        case FieldKind::ChooseOne:
        case FieldKind::ChooseMany:
        case FieldKind::DropDown:
            for (const auto& option : item.options) {
                line.options.push_back(answerWords(item, option.value, {}));
            }
            line.takesMany = item.repeats;
            line.writingLines = item.type == ItemType::OpenChoice ? 1 : 0;
            break;
        case FieldKind::Slider:
            addSteps(item, line);
            break;
        case FieldKind::Typed:
        case FieldKind::File:
        case FieldKind::Calculated:
            line.writingLines = 1;
            break;
        case FieldKind::LongText:
            line.writingLines = kLongAnswer;
            break;
        case FieldKind::BodyMap:
            line.isBodyMap = true;
            break;
        }
        if (item.type == ItemType::Quantity && item.units.size() > 1) {
            for (const auto& unit : item.units) {
                line.options.push_back(unit.unit);
            }
        }
        return line;
    }

    static void addSteps(const Item& item, AskedLine& line) {
        const auto number = [](const AnswerValue& value) {
            const auto* whole = std::get_if<std::int64_t>(&value);
            return whole != nullptr ? static_cast<double>(*whole) : std::get<double>(value);
        };
        const double least = number(*item.minValue);
        const double most = number(*item.maxValue);
        const double step =
            item.sliderStep.value_or(item.type == ItemType::Integer ? 1 : (most - least) / 10);
        const double steps = step > 0 ? (most - least) / step : kMostSteps + 1;
        if (!(steps <= kMostSteps)) {
            line.writingLines = 1;
            return;
        }
        for (int i = 0; i <= static_cast<int>(std::lround(steps)); ++i) {
            line.options.push_back(
                forms::wordsOf(Item{}, std::round((least + i * step) * 100) / 100));
        }
    }

    [[nodiscard]] std::string conditions(const Item& item) const {
        if (item.enableExpression) {
            return tr("only if it applies");
        }
        std::string text;
        for (const auto& when : item.enableWhen) {
            const auto words = conditionOf(form_, when);
            text = text.empty() ? words
                   : item.behaviour == forms::EnableBehaviour::All
                       ? shown({tr("{1} and {2}"), {text, words}})
                       : shown({tr("{1} or {2}"), {text, words}});
        }
        return text.empty() ? text : shown({tr("only if {1}"), {text}});
    }

    const forms::Questionnaire& form_;
    FormHelp help_;
};

[[nodiscard]] AskedLine askedLine(const forms::FormLine& asked, const FormHelp& help,
                                  const std::string& zone) {
    const auto& item = *asked.item;
    AskedLine line{.depth = asked.depth, .question = labelOf(item), .answer = {}};
    line.help = help.of(item);
    line.kind = kindOf(item);
    if (item.type == ItemType::Group) {
        line.heading = true;
        if (asked.repetitions > 1) {
            line.question += " (" + std::to_string(asked.place.back().index + 1) + ")";
        }
        return line;
    }
    if (item.type == ItemType::Display) {
        line.note = true;
        return line;
    }
    line.isBodyMap = line.kind == FieldKind::BodyMap;
    if (asked.answers.empty()) {
        line.answer = asked.calculated ? tr("not worked out") : tr("not asked");
    } else if (line.isBodyMap) {
        line.outlines = std::get<std::string>(asked.answers.front());
        line.answer = paintedWords(line.outlines);
    } else {
        line.answer = joinedWords(item, asked.answers, zone);
    }
    return line;
}

} // namespace

std::vector<AskedLine> askedLines(const FormRecord& record, const KnownForm* form,
                                  const std::string& zone) {
    const auto where = zone.empty() ? systemTimeZone() : zone;
    Answered told{where};
    std::vector<std::string> reworded;
    if (form != nullptr) {
        addReworded(*form->form, record.answers.items, where, reworded);
    }
    if (form == nullptr || form->form->version != record.answers.formVersion || !reworded.empty()) {
        told.add(record.answers.items, 0);
        return std::move(told.lines);
    }
    std::vector<forms::FormFault> leftOut;
    std::vector<AnsweredItem> homeless;
    const forms::FormRun run{*form->form, record.answers, leftOut, &homeless};
    const FormHelp help{*form->form};
    std::vector<AskedLine> lines;
    for (const auto& line : run.lines()) {
        if (line.enabled && !line.item->hidden && !help.explains(*line.item)) {
            lines.push_back(askedLine(line, help, where));
        }
    }
    if (!homeless.empty()) {
        lines.push_back({.heading = true,
                         .question = tr("Answers to an earlier version of the form"),
                         .answer = {}});
        told.add(homeless, 1);
        std::ranges::move(told.lines, std::back_inserter(lines));
    }
    return lines;
}

std::vector<AskedLine> blankLines(const KnownForm& form) {
    Blank blank{*form.form};
    blank.add(form.form->items, 0);
    return std::move(blank.lines);
}

} // namespace palpate::app
