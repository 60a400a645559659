// SPDX-License-Identifier: MIT
#include "app/FormPresenter.h"

#include "app/Accounting.h"
#include "app/Clinic.h"
#include "app/FormCompletion.h"
#include "app/FormFields.h"
#include "app/FormInside.h"
#include "app/FormLanguages.h"
#include "app/Rights.h"
#include "domain/Error.h"
#include "forms/FormLanguages.h"
#include "storage/Store.h"

#include <algorithm>
#include <utility>

namespace palpate::app {

using forms::FormPlace;

namespace {

[[nodiscard]] bool isOf(const FormRecord& record, const KnownForm& form,
                        const FormSubject& subject) {
    return !record.completed && record.patient == subject.patient &&
           record.caseId == subject.caseId && record.session == subject.session &&
           record.answers.formUrl == form.form->url &&
           record.answers.formVersion == form.form->version;
}

/// Its form as it was; of one being filled in also a newer version.
[[nodiscard]] KnownForm formOf(Clinic& clinic, const FormRecord& record) {
    const auto library = formLibrary(clinic);
    const auto* known = library.find(record.answers.formUrl);
    const bool isSame = known != nullptr && known->form->version == record.answers.formVersion;
    std::vector<std::string> reworded;
    if (isSame && record.completed) { // changed without a new version
        addReworded(*known->form, record.answers.items, clinic.profile().timeZone, reworded);
    }
    if (known == nullptr || (record.completed && (!isSame || !reworded.empty()))) {
        throw EditRefused{{tr("The form \"{1}\" is no longer there as it was when it was filled "
                              "in. Its questions and answers are kept: Print shows the answers."),
                           {record.title}}};
    }
    return *known;
}

} // namespace

FormPresenter::FormPresenter(Clinic& clinic, const KnownForm& form, const FormSubject& subject,
                             FilledBy filledBy)
    : inside_{std::make_unique<Inside>(
          permittedRecord(clinic, Right::WriteRecords, subject.patient), form,
          FormRecord{.id = FormRecordId::create(clinic.ids()),
                     .patient = recordOf(clinic, subject.patient, subject.caseId),
                     .caseId = subject.caseId,
                     .session = subject.session,
                     .title = titleOf(*form.form),
                     .answers = {},
                     .filledBy = filledBy,
                     .by = clinic.practitioner().id,
                     .begun = clinic.clock().now(),
                     .measure = form.form->measure})} {
    auto& own = *inside_;
    own.record.answers = own.run.everything();
    // One that was begun and never touched is gone on with: no second one beside it.
    const auto before = clinic.store().forms().ofPatient(own.subject.patient);
    const auto untouched = std::ranges::find_if(before, [&](const FormRecord& record) {
        return isOf(record, form, own.subject) && record.filledBy == filledBy &&
               record.by == own.record.by && record.answers == own.record.answers;
    });
    if (untouched != before.end()) {
        own.record = *untouched;
    } else {
        refuseWith(problems(own.record));
        clinic.store().forms().begin(own.record);
    }
    own.show();
}

FormPresenter::FormPresenter(Clinic& clinic, const FormRecordId& id) {
    require(clinic, Right::ReadRecords);
    auto record = clinic.store().forms().open(id);
    auto form = formOf(clinic, record);
    inside_ = std::make_unique<Inside>(clinic, std::move(form), std::move(record));
    inside_->goOn();
    if (inside_->record.completed) {
        inside_->raised = clinic.store().screenings().ofPatient(inside_->subject.patient);
        std::erase_if(inside_->raised, [&](const RaisedFlag& flag) { return flag.form != id; });
    }
    inside_->show();
}

FormPresenter::~FormPresenter() = default;

const FormView& FormPresenter::view() const noexcept {
    return inside_->view;
}
const FormRecordId& FormPresenter::record() const noexcept {
    return inside_->record.id;
}
const FormSubject& FormPresenter::subject() const noexcept {
    return inside_->subject;
}
FilledBy FormPresenter::filledBy() const noexcept {
    return inside_->record.filledBy;
}
void FormPresenter::fillIn(FilledBy who) {
    auto& own = *inside_;
    if (own.record.completed) {
        throw EditRefused{formIsFrozen()};
    }
    if (own.record.filledBy != who) {
        own.clinic.store().forms().setFilledBy(own.record.id, who);
        own.record.filledBy = who;
    }
}
const std::vector<RaisedFlag>& FormPresenter::raised() const noexcept {
    return inside_->raised;
}

namespace {

/// After a change was stored, or refused with a sentence.
[[nodiscard]] std::optional<Message> announced(const std::function<void()>& onChange,
                                               std::optional<Message> refused) {
    if (onChange) {
        onChange();
    }
    return refused;
}

} // namespace

std::optional<Message> FormPresenter::setTruth(const FormPlace& place, std::optional<bool> truth) {
    return announced(onChange, inside_->change([&] {
        return inside_->answer(place, truth ? std::vector<AnswerValue>{*truth}
                                            : std::vector<AnswerValue>{});
    }));
}

std::optional<Message> FormPresenter::choose(const FormPlace& place, std::size_t option,
                                             bool chosen) {
    if (place == languagePlace()) {
        return announced(onChange, chosen ? inside_->askIn(option) : std::nullopt);
    }
    return announced(onChange,
                     inside_->change([&] { return inside_->choose(place, option, chosen); }));
}

std::optional<Message> FormPresenter::type(const FormPlace& place, std::string_view text) {
    return announced(onChange, inside_->change([&] { return inside_->type(place, text); }));
}

std::optional<Message> FormPresenter::setUnit(const FormPlace& place, std::size_t unit) {
    return announced(onChange, inside_->change([&] { return inside_->setUnit(place, unit); }));
}

std::optional<Message> FormPresenter::attach(const FormPlace& place,
                                             const std::filesystem::path& file) {
    return announced(onChange, inside_->change([&] { return inside_->attach(place, file); }));
}

std::optional<Message> FormPresenter::paint(const FormPlace& place, const std::string& outlines) {
    return announced(onChange, inside_->change([&] { return inside_->paint(place, outlines); }));
}

void FormPresenter::clear(const FormPlace& place) {
    static_cast<void>(announced(onChange, inside_->change([&] {
        inside_->marks.typed.erase(place); // also what could not be read
        return inside_->answer(place, {});
    })));
}

void FormPresenter::leave(const FormPlace& place) {
    auto& marks = inside_->marks;
    marks.left.insert(place);
    const auto typed = marks.typed.find(place);
    if (typed != marks.typed.end() && !typed->second.problem) {
        marks.typed.erase(typed); // from now on as it was understood
    }
    inside_->refresh();
    if (onChange) {
        onChange();
    }
}

void FormPresenter::addRepetition(const FormPlace& group) {
    static_cast<void>(announced(onChange, inside_->change([&]() -> std::optional<Message> {
        static_cast<void>(inside_->run.addRepetition(group));
        return std::nullopt;
    })));
}

void FormPresenter::removeRepetition(const FormPlace& group) {
    static_cast<void>(announced(onChange, inside_->change([&]() -> std::optional<Message> {
        inside_->run.removeRepetition(group);
        if (!group.empty()) {
            inside_->marks.forget(group);
        }
        return std::nullopt;
    })));
}

std::vector<std::pair<FormPlace, Message>> FormPresenter::complete() {
    auto open = inside_->complete();
    if (onChange) {
        onChange();
    }
    return open;
}

void FormPresenter::putAway() {
    putAwayForm(inside_->clinic, inside_->record.id);
}

void putAwayForm(Clinic& clinic, const FormRecordId& id) {
    require(clinic, Right::WriteRecords);
    const auto library = formLibrary(clinic);
    clinic.store().atomically([&] { // what another program answers comes before or after
        const auto record = clinic.store().forms().find(id);
        if (record && record->completed) {
            throw EditRefused{formIsFrozen()};
        }
        if (const auto* known = record ? library.find(record->answers.formUrl) : nullptr) {
            std::vector<forms::FormFault> leftOut;
            const forms::FormRun run{*known->form, record->answers, leftOut};
            const auto flags = flagAnswers(run);
            if (!flags.empty()) {
                throw EditRefused{
                    {tr("\"{1}\" was answered with yes, which is a red flag: complete "
                        "the form, or take the answer back before it is put away."),
                     {flags.front()->item->text.text}}};
            }
        }
        clinic.store().forms().putAway(id);
    });
}

} // namespace palpate::app
