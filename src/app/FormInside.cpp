// SPDX-License-Identifier: MIT
#include "app/FormInside.h"

#include "app/Clinic.h"
#include "app/Documents.h"
#include "app/FormBodyMap.h"
#include "app/FormCompletion.h"
#include "app/FormFields.h"
#include "app/FormLanguages.h"
#include "app/FormSources.h"
#include "domain/Error.h"
#include "forms/FormLanguages.h"
#include "storage/Store.h"

#include <algorithm>
#include <utility>

namespace palpate::app {

using forms::FormPlace;

void addReworded(const forms::Questionnaire& form, const std::vector<AnsweredItem>& items,
                 const std::string& zone, std::vector<std::string>& told,
                 const std::vector<AnsweredItem>& homeless) {
    const auto hasPlace = [&](const AnsweredItem& item) {
        return std::ranges::none_of(homeless, [&](const AnsweredItem& lost) {
            return lost.linkId == item.linkId && lost.text == item.text &&
                   lost.answers.front().value == item.answers.front().value;
        });
    };
    for (const auto& item : items) {
        const auto* asked = form.find(item.linkId);
        // What the question would not take any more is told as left out.
        if (asked != nullptr && !item.answers.empty() && !item.text.empty() &&
            !forms::reads(asked->text, item.text) &&
            !forms::refusal(*asked, item.answers.front().value) && hasPlace(item)) {
            told.push_back(
                shown({tr("\"{1}\" was answered \"{2}\", which counts; the question now is "
                          "\"{3}\"."),
                       {item.text, answerWords(*asked, item.answers.front().value, zone),
                        asked->text.text}}));
        }
        addReworded(form, item.items, zone, told, homeless);
        for (const auto& answer : item.answers) {
            addReworded(form, answer.items, zone, told, homeless);
        }
    }
}

Message formIsFrozen() {
    return {tr("The form is completed; it can't be changed any more. Fill in a new one."), {}};
}

FormPresenter::Inside::Inside(Clinic& its, KnownForm form, FormRecord begun)
    : clinic{its}, languages{forms::languagesOf(*form.form)}, language{forms::languageOf(
                                                                  *form.form, begun.answers)},
      known{inLanguage(std::move(form), language)}, help{*known.form}, record{std::move(begun)},
      subject{record.patient, record.caseId, record.session}, run{*known.form} {}

const std::string& FormPresenter::Inside::zone() const {
    return clinic.profile().timeZone;
}

EntryPlace FormPresenter::Inside::entry(const FormPlace& place) const {
    const auto unit = marks.units.find(place);
    return {clinic.today(), zone(), unit != marks.units.end() ? unit->second : 0};
}

void FormPresenter::Inside::goOn() {
    std::vector<forms::FormFault> faults;
    homeless.clear();
    run = forms::FormRun{*known.form, record.answers, faults, &homeless};
}

void FormPresenter::Inside::tellChanges() {
    for (const auto& item : homeless) {
        for (const auto& answer : item.answers) {
            leftOut.push_back(shown({tr("No place in the form any more: {1}: {2}"),
                                     {item.text.empty() ? item.linkId : item.text,
                                      answerWords({}, answer.value, zone())}}));
        }
    }
    addReworded(*known.form, record.answers.items, zone(), leftOut, homeless);
}

FormAnswers FormPresenter::Inside::withHomeless(FormAnswers answers) const {
    answers.items.insert(answers.items.end(), homeless.begin(), homeless.end());
    return answers;
}

void FormPresenter::Inside::store() {
    auto answers = withHomeless(run.everything());
    if (answers != record.answers) {
        clinic.store().forms().keep(record.id, answers, record.answers);
        record.answers = std::move(answers);
    }
}

FormRowView FormPresenter::Inside::languageRow() const {
    FormRowView row;
    row.place = languagePlace();
    row.kind = FieldKind::DropDown;
    row.label = tr("Language");
    row.hint = language;
    row.isAnswered = true;
    for (const auto& each : languages) {
        row.options.push_back(languageWords(each));
        row.chosen.push_back(each == language);
    }
    return row;
}

void FormPresenter::Inside::putIn(const std::string& wanted) {
    const auto before = known.form; // the run is of it until it is another one
    known = inLanguage(std::move(known), wanted);
    language = wanted;
    help = FormHelp{*known.form};
    goOn();
}

std::optional<Message> FormPresenter::Inside::askIn(std::size_t which) {
    if (which >= languages.size()) {
        return Message{tr("The form has no such language to choose."), {}};
    }
    const auto before = language;
    putIn(languages[which]);
    if (!record.completed) {
        try {
            store();
        } catch (...) {
            putIn(before);
            throw;
        }
    }
    refresh();
    return std::nullopt;
}

void FormPresenter::Inside::refresh() {
    view.title = titleOf(*known.form);
    view.rows = rowsOf(run, help, marks, zone(), record.completed.has_value());
    if (languages.size() > 1) {
        view.rows.insert(view.rows.begin(), languageRow());
    }
    view.asked = run.askedCount();
    view.answered = run.answeredCount();
    view.progressText = shown(
        {tr("{1} of {2} answered"), {std::to_string(view.answered), std::to_string(view.asked)}});
    view.completed = record.completed.has_value();
    view.leftOut = leftOut;
}

void FormPresenter::Inside::show() {
    view.about = known.form->description;
    view.sourcesText = formSources(*known.form, clinic.reference());
    tellChanges();
    refresh();
}

std::optional<Message> FormPresenter::Inside::answer(const FormPlace& place,
                                                     std::vector<AnswerValue> values) {
    auto refused = run.answer(place, std::move(values));
    if (!refused) {
        marks.typed.erase(place);
    }
    return refused;
}

std::optional<Message> FormPresenter::Inside::choose(const FormPlace& place, std::size_t option,
                                                     bool chosen) {
    const auto* line = run.lineAt(place);
    if (line == nullptr || option >= line->item->options.size()) {
        return Message{tr("There is no such answer to choose."), {}};
    }
    const auto& item = *line->item;
    const auto& picked = item.options[option];
    if (!item.repeats) {
        const bool was = std::ranges::find(line->answers, picked.value) != line->answers.end();
        if (!chosen && !was) {
            return std::nullopt;
        }
        return answer(place, chosen ? std::vector{picked.value} : std::vector<AnswerValue>{});
    }
    std::vector<AnswerValue> answers; // in the order of the options, one's own behind them
    for (const auto& other : item.options) {
        const bool isPicked = &other == &picked;
        const bool was = std::ranges::find(line->answers, other.value) != line->answers.end();
        const bool isLeft = chosen && !isPicked && (picked.exclusive || other.exclusive);
        if (isPicked ? chosen : was && !isLeft) {
            answers.push_back(other.value);
        }
    }
    if (!(chosen && picked.exclusive)) {
        std::ranges::copy_if(line->answers, std::back_inserter(answers),
                             [&](const AnswerValue& value) { return !isOption(item, value); });
    }
    const auto before = line->answers; // the line itself goes with the answer
    auto refused = answer(place, answers);
    if (!refused) {
        marks.follow(place, before, answers);
    }
    return refused;
}

std::optional<Message> FormPresenter::Inside::type(const FormPlace& place, std::string_view text) {
    const auto* line = run.lineAt(place);
    if (line == nullptr) {
        return Message{tr("This is no question of the form."), {}};
    }
    const auto& item = *line->item;
    auto read = readTyped(item, text, entry(place));
    if (!read.problem && read.values.size() == 1) {
        read.problem = forms::refusal(item, read.values.front());
    }
    std::vector<AnswerValue> answers;
    if (item.repeats && !item.options.empty()) { // one's own beside what is chosen
        answers = line->answers;
        std::erase_if(answers, [&](const AnswerValue& value) { return !isOption(item, value); });
    }
    if (!read.problem) {
        std::ranges::move(read.values, std::back_inserter(answers));
    }
    if (auto refused = run.answer(place, std::move(answers))) {
        return refused;
    }
    if (!read.values.empty() && !read.problem) {
        if (const auto* quantity = std::get_if<Quantity>(&read.values.front())) {
            const auto unit =
                std::ranges::find(item.units, quantity->unit, &forms::UnitOption::unit);
            if (unit != item.units.end()) {
                marks.units[place] = static_cast<std::size_t>(unit - item.units.begin());
            }
        }
    }
    marks.typed[place] = {std::string{text}, read.problem};
    return read.problem;
}

std::optional<Message> FormPresenter::Inside::setUnit(const FormPlace& place, std::size_t unit) {
    const auto* line = run.lineAt(place);
    if (line == nullptr || unit >= line->item->units.size()) {
        return Message{tr("There is no such unit to choose."), {}};
    }
    marks.units[place] = unit;
    if (line->answers.empty()) {
        return std::nullopt;
    }
    auto quantity = std::get<Quantity>(line->answers.front());
    const auto& chosen = line->item->units[unit];
    quantity.unit = chosen.unit;
    quantity.system = chosen.system;
    quantity.code = chosen.code;
    return run.answer(place, {quantity});
}

std::optional<Message> FormPresenter::Inside::attach(const FormPlace& place,
                                                     const std::filesystem::path& file) {
    const auto* line = run.lineAt(place);
    if (line == nullptr || line->item->type != forms::ItemType::Attachment) {
        return Message{tr("No file is asked for here."), {}};
    }
    bool isKept = false;
    try {
        // The file and the answer that names it, or neither.
        clinic.store().atomically([&] {
            const auto title = file.filename().string();
            const auto document = attachFile(clinic, subject.patient, subject.caseId, file, title);
            isKept = true;
            const auto kept = clinic.store().documents().find(document);
            auto answers = line->item->repeats ? line->answers : std::vector<AnswerValue>{};
            answers.emplace_back(
                AttachmentAnswer{title, kept ? kept->mediaType : std::string{}, document.text()});
            if (auto refused = answer(place, std::move(answers))) {
                throw EditRefused{*refused};
            }
            store();
        });
    } catch (const Error& refused) {
        if (isKept) {
            throw; // the answer could not be stored
        }
        return refused.message(); // not there, another kind of file, too large, empty
    }
    return std::nullopt;
}

std::optional<Message> FormPresenter::Inside::paint(const FormPlace& place,
                                                    const std::string& outlines) {
    const auto* line = run.lineAt(place);
    if (line == nullptr || kindOf(*line->item) != FieldKind::BodyMap) {
        return Message{tr("Nothing is painted here."), {}};
    }
    if (!parseBodyMapText(outlines)) {
        return Message{tr("What was painted can't be kept; paint it again."), {}};
    }
    return answer(place, outlines.empty() ? std::vector<AnswerValue>{}
                                          : std::vector<AnswerValue>{outlines});
}

std::vector<std::pair<FormPlace, Message>> FormPresenter::Inside::gaps() const {
    std::vector<std::pair<FormPlace, Message>> all;
    const auto missing = run.gaps();
    for (const auto& line : run.lines()) {
        const auto typed = marks.typed.find(line.place);
        if (line.enabled && typed != marks.typed.end() && typed->second.problem) {
            all.emplace_back(line.place, *typed->second.problem);
            continue; // that it has no answer then follows from it
        }
        std::ranges::copy_if(missing, std::back_inserter(all),
                             [&](const auto& gap) { return gap.first == line.place; });
    }
    return all;
}

std::vector<std::pair<FormPlace, Message>> FormPresenter::Inside::complete() {
    if (record.completed) {
        throw EditRefused{formIsFrozen()};
    }
    marks.showsAll = true;
    auto open = gaps();
    auto& patients = clinic.store().patients();
    const auto asRead = patients.find(patients.current(record.patient));
    const auto withThem =
        asRead ? std::optional{withConsents(clinic, run, *asRead, open)} : std::nullopt;
    if (!open.empty()) {
        refresh();
        return open;
    }
    auto done = record;
    done.answers = withHomeless(run.answers());
    done.completed = std::max(clinic.clock().now(), done.begun); // the clock was set back
    done.measure = known.form->measure;
    done.score = done.measure.empty() ? std::nullopt : scoreOf(run);
    refuseWith(problems(done));
    auto flags = flagsOf(clinic, run, done);
    clinic.store().atomically([&] {
        clinic.store().forms().complete(done, flags, record.answers);
        if (withThem && *withThem != *asRead) {
            patients.update(*withThem, *asRead);
        }
    });
    record = std::move(done);
    raised = std::move(flags);
    marks = {};
    goOn();
    refresh();
    return {};
}

} // namespace palpate::app
