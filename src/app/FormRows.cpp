// SPDX-License-Identifier: MIT
#include "app/FormRows.h"

#include "app/FormEntry.h"

#include <algorithm>
#include <utility>

namespace palpate::app {

namespace {

using forms::FormLine;
using forms::FormPlace;
using forms::Item;
using forms::ItemType;

[[nodiscard]] double numberOf(const std::optional<AnswerValue>& value, double otherwise) {
    if (value) {
        if (const auto* whole = std::get_if<std::int64_t>(&*value)) {
            return static_cast<double>(*whole);
        }
        if (const auto* number = std::get_if<double>(&*value)) {
            return *number;
        }
    }
    return otherwise;
}

void fillSection(const FormLine& line, FormRowView& row) {
    if (line.item->repeats && !line.place.empty()) {
        row.repeats = line.place.back().index + 1 == line.repetitions;
        row.removable = line.repetitions > 1;
        if (line.repetitions > 1) {
            row.label += " (" + std::to_string(line.place.back().index + 1) + ")";
        }
    }
}

void fillChoice(const FormLine& line, const std::string& zone, FormRowView& row) {
    for (const auto& option : line.item->options) {
        row.options.push_back(answerWords(*line.item, option.value, zone));
        row.chosen.push_back(std::ranges::find(line.answers, option.value) != line.answers.end());
    }
    row.takesOther = line.item->type == ItemType::OpenChoice;
    row.text = ownAnswers(*line.item, line.answers, zone);
}

void fillTyped(const FormLine& line, const FormMarks& marks, const std::string& zone,
               FormRowView& row) {
    const auto& item = *line.item;
    row.hint = entryHint(item);
    row.text = ownAnswers(item, line.answers, zone);
    if (item.type == ItemType::Quantity && item.units.size() > 1) {
        for (const auto& unit : item.units) {
            row.units.push_back(unit.unit);
        }
        const auto chosen = marks.units.find(line.place);
        row.unitChosen = chosen != marks.units.end() ? chosen->second : 0;
        if (!line.answers.empty()) {
            if (const auto* quantity = std::get_if<Quantity>(&line.answers.front())) {
                const auto at =
                    std::ranges::find(item.units, quantity->unit, &forms::UnitOption::unit);
                row.unitChosen = at != item.units.end()
                                     ? static_cast<std::size_t>(at - item.units.begin())
                                     : row.unitChosen;
            }
        }
    } else if (item.units.size() == 1) {
        row.unit = item.units.front().unit;
    }
}

void fillSlider(const FormLine& line, FormRowView& row) {
    const auto& item = *line.item;
    row.least = numberOf(item.minValue, 0);
    row.most = numberOf(item.maxValue, 10);
    row.step = item.sliderStep.value_or(item.type == ItemType::Integer ? 1 : 0.1);
    if (!line.answers.empty()) {
        row.value = numberOf(line.answers.front(), row.least);
    }
}

void fillAnswer(const FormLine& line, const FormMarks& marks, const std::string& zone,
                FormRowView& row) {
    const auto& item = *line.item;
    switch (row.kind) {
    case FieldKind::Section:
        fillSection(line, row);
        break;
    case FieldKind::Note:
        break;
    case FieldKind::YesNo:
        if (!line.answers.empty()) {
            if (const auto* truth = std::get_if<bool>(&line.answers.front())) {
                row.truth = *truth;
            }
        }
        break;
    case FieldKind::ChooseOne:
    case FieldKind::ChooseMany:
    case FieldKind::DropDown:
        fillChoice(line, zone, row);
        break;
    case FieldKind::Slider:
        fillTyped(line, marks, zone, row);
        fillSlider(line, row);
        break;
    case FieldKind::Typed:
    case FieldKind::LongText:
    case FieldKind::File:
    case FieldKind::BodyMap:
        fillTyped(line, marks, zone, row);
        break;
    case FieldKind::Calculated:
        row.readOnly = true;
        row.text = line.notCalculated.empty()
                       ? (line.answers.empty() ? std::string{}
                                               : answerWords(item, line.answers.front(), zone))
                       : shown({tr("not calculated here: {1}"), {line.notCalculated}});
        break;
    }
    if (const auto typed = marks.typed.find(line.place); typed != marks.typed.end()) {
        row.text = typed->second.text;
    }
}

void addProblems(const FormLine& line, const FormMarks& marks, FormRowView& row) {
    if (!marks.showsAll && !marks.left.contains(line.place)) {
        return;
    }
    const auto typed = marks.typed.find(line.place);
    if (typed != marks.typed.end() && typed->second.problem) {
        row.problems.push_back(shown(*typed->second.problem));
    } else if (row.required && line.answers.empty() && line.item->isQuestion() && !row.readOnly) {
        row.problems.push_back(tr("This needs an answer."));
    }
    for (const auto& problem : line.problems) {
        row.problems.push_back(shown(problem));
    }
}

} // namespace

void FormMarks::forget(const FormPlace& group) {
    const auto depth = group.size() - 1;
    // Where the place is afterwards; empty: it is gone.
    const auto moved = [&](FormPlace place) -> std::optional<FormPlace> {
        const bool isWithin =
            place.size() > depth && place[depth].linkId == group.back().linkId &&
            std::equal(place.begin(), place.begin() + static_cast<std::ptrdiff_t>(depth),
                       group.begin());
        if (isWithin && place[depth].index == group.back().index) {
            return std::nullopt;
        }
        if (isWithin && place[depth].index > group.back().index) {
            --place[depth].index;
        }
        return place;
    };
    move(moved);
}

void FormMarks::follow(const FormPlace& question, const std::vector<AnswerValue>& before,
                       const std::vector<AnswerValue>& after) {
    const auto depth = question.size() - 1;
    move([&](FormPlace place) -> std::optional<FormPlace> {
        const bool isBeneath =
            place.size() > question.size() && place[depth].linkId == question.back().linkId &&
            std::equal(question.begin(), question.begin() + static_cast<std::ptrdiff_t>(depth),
                       place.begin());
        if (!isBeneath) {
            return place;
        }
        const auto index = place[depth].index;
        const auto now =
            index < before.size() ? std::ranges::find(after, before[index]) : after.end();
        if (now == after.end()) {
            return std::nullopt;
        }
        place[depth].index = static_cast<std::size_t>(now - after.begin());
        return place;
    });
}

void FormMarks::move(const std::function<std::optional<FormPlace>(FormPlace)>& moved) {
    const auto moveAll = [&](auto& marks) {
        auto old = std::exchange(marks, {});
        for (auto& [place, mark] : old) {
            if (auto kept = moved(place)) {
                marks.emplace(*std::move(kept), std::move(mark));
            }
        }
    };
    moveAll(typed);
    moveAll(units);
    std::set<FormPlace> stillLeft;
    for (const auto& place : left) {
        if (auto kept = moved(place)) {
            stillLeft.insert(*std::move(kept));
        }
    }
    left = std::move(stillLeft);
}

FormHelp::FormHelp(const forms::Questionnaire& form) {
    add(form.items);
}

void FormHelp::add(const std::vector<Item>& items) {
    for (const auto& item : items) {
        for (const auto& below : item.items) {
            const bool isHelp =
                below.type == ItemType::Display && below.control == forms::ItemControl::Help;
            // In a group only what stands before all questions; what comes later is of its place.
            if (isHelp && (item.isQuestion() || &below == &item.items.front())) {
                helps_.insert(&below);
            }
        }
        add(item.items);
    }
}

std::string FormHelp::of(const Item& item) const {
    std::string text;
    for (const auto& below : item.items) {
        if (helps_.contains(&below) && below.enableWhen.empty() && !below.enableExpression) {
            text += (text.empty() ? "" : " ") + below.text.text;
        }
    }
    return text;
}

std::string labelOf(const Item& item) {
    return item.prefix.empty() ? item.text.text : item.prefix + " " + item.text.text;
}

bool isOption(const Item& item, const AnswerValue& value) {
    return std::ranges::any_of(
        item.options, [&](const forms::AnswerOption& option) { return option.value == value; });
}

std::string ownAnswers(const Item& item, const std::vector<AnswerValue>& answers,
                       const std::string& zone) {
    std::string text;
    for (const auto& answer : answers) {
        if (!isOption(item, answer)) {
            text += (text.empty() ? "" : "\n") + answerText(item, answer, zone);
        }
    }
    return text;
}

std::vector<FormRowView> rowsOf(const forms::FormRun& run, const FormHelp& help,
                                const FormMarks& marks, const std::string& zone, bool completed) {
    std::vector<FormRowView> rows;
    rows.reserve(run.lines().size());
    for (const auto& line : run.lines()) {
        const auto& item = *line.item;
        if (!line.enabled || item.hidden || help.explains(item)) {
            continue;
        }
        FormRowView row;
        row.place = line.place;
        row.kind = kindOf(item);
        row.depth = line.depth;
        row.label = labelOf(item);
        row.help = help.of(item);
        row.required = item.required;
        row.readOnly = item.readOnly || completed;
        row.isAnswered = !line.answers.empty();
        fillAnswer(line, marks, zone, row);
        addProblems(line, marks, row);
        rows.push_back(std::move(row));
    }
    return rows;
}

} // namespace palpate::app
