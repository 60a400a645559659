// SPDX-License-Identifier: MIT
// The forms of a case: the complaint with goals and plan, its end, and opening it again.
#include "app/Clinic.h"
#include "app/DiagnosisChoices.h"
#include "app/FormFields.h"
#include "app/RecordForms.h"
#include "app/Rights.h"
#include "app/TimeText.h"
#include "app/Words.h"
#include "domain/Error.h"
#include "domain/Text.h"
#include "reference/Reference.h"
#include "storage/Store.h"

#include <algorithm>
#include <charconv>
#include <functional>

namespace palpate::app {

namespace {

using GoalIds = std::function<GoalId()>;

[[nodiscard]] std::string firstWord(const std::string& diagnosis) {
    const auto text = trimmed(diagnosis);
    return text.substr(0, text.find(' '));
}

[[nodiscard]] bool has(const Case* record, const std::string& code) {
    return record != nullptr && !code.empty() &&
           (record->diagnosisCode == code ||
            std::ranges::find(record->furtherDiagnoses, code) != record->furtherDiagnoses.end());
}

/// The code that is meant: of "m5459" or "M54.59 Other low back pain" M54.59; what the case already
/// has stays as it is.
[[nodiscard]] std::string codeIn(const std::string& typed, const Clinic& clinic,
                                 const Case* asRead) {
    if (const auto whole = trimmed(typed); has(asRead, whole)) {
        return whole;
    }
    const auto code = firstWord(typed);
    const auto* row = clinic.reference().diagnoses().find(code);
    return row != nullptr ? row->code : code;
}

[[nodiscard]] std::vector<std::string> codesIn(const CaseForm& form, const Clinic& clinic,
                                               const Case* asRead) {
    std::vector<std::string> codes;
    for (const auto& typed : form.furtherDiagnoses) {
        if (auto code = codeIn(typed, clinic, asRead); !code.empty()) {
            codes.push_back(std::move(code));
        }
    }
    return codes;
}

/// A number as typed, with a point or a comma; empty when it is none.
template <class Number> [[nodiscard]] std::optional<Number> numberIn(std::string typed) {
    typed = trimmed(typed);
    std::ranges::replace(typed, ',', '.');
    Number value{};
    const auto* const end = typed.data() + typed.size();
    const auto [stop, failure] = std::from_chars(typed.data(), end, value);
    return failure == std::errc{} && stop == end ? std::optional{value} : std::nullopt;
}

[[nodiscard]] bool isBlank(const GoalForm& goal) {
    return trimmed(goal.text + goal.measure + goal.target + goal.by + goal.reached).empty();
}

[[nodiscard]] std::vector<Goal> goalsFrom(const CaseForm& form, const GoalIds& newId) {
    std::vector<Goal> goals;
    for (const auto& typed : form.goals) {
        if (!isBlank(typed)) {
            goals.push_back({.id = typed.id ? *typed.id : newId(),
                             .text = trimmed(typed.text),
                             .measure = trimmed(typed.measure),
                             .target = trimmed(typed.target),
                             .by = parseTypedDay(typed.by),
                             .reached = parseTypedDay(typed.reached)});
        }
    }
    return goals;
}

[[nodiscard]] Case caseFrom(const CaseForm& form, Case record, const Clinic& clinic,
                            const Case* asRead, const GoalIds& newId) {
    record.complaint = trimmed(form.complaint);
    record.area = form.area;
    record.onset = parseTypedDay(form.onset);
    record.onsetAbout = trimmed(form.onsetAbout);
    record.onsetNote = trimmed(form.onsetNote);
    record.diagnosisCode = codeIn(form.diagnosis, clinic, asRead);
    record.furtherDiagnoses = codesIn(form, clinic, asRead);
    record.referrer = trimmed(form.referrer);
    record.goal = trimmed(form.goal);
    record.goals = goalsFrom(form, newId);
    record.plan = {.visitsPerWeek = numberIn<double>(form.visitsPerWeek),
                   .weeks = numberIn<int>(form.weeks),
                   .techniques = form.techniques};
    return record;
}

[[nodiscard]] Case newCase(const CaseId& id, const PatientId& patient, const Clinic& clinic) {
    return {.id = id,
            .patient = patient,
            .complaint = {},
            .area = BodyArea::Any,
            .onset = {},
            .onsetNote = {},
            .diagnosisCode = {},
            .referrer = {},
            .goal = {},
            .status = CaseStatus::Open,
            .opened = clinic.today()};
}

void checkDiagnosis(std::vector<Message>& all, const std::string& code, const Clinic& clinic,
                    const Case* asRead) {
    const auto& diagnoses = clinic.reference().diagnoses();
    if (code.empty() || diagnoses.find(code) != nullptr || has(asRead, code)) {
        return;
    }
    if (const auto* split = diagnoses.split(code)) {
        all.push_back({tr("Diagnosis: {1} was split in {2}; use {3}."),
                       {split->code, split->since, split->use}});
    } else {
        all.push_back(
            {tr("Diagnosis: {1} is not in the list of codes; choose one that is offered."),
             {code}});
    }
}

void checkDiagnoses(std::vector<Message>& all, const CaseForm& form, const Clinic& clinic,
                    const Case* asRead) {
    auto codes = codesIn(form, clinic, asRead);
    codes.insert(codes.begin(), codeIn(form.diagnosis, clinic, asRead));
    for (std::size_t i = 0; i < codes.size(); ++i) {
        const auto first = codes.begin();
        const auto here = first + static_cast<std::ptrdiff_t>(i);
        if (!codes[i].empty() && std::find(first, here, codes[i]) != here) {
            all.push_back({tr("Diagnosis: {1} is there twice; remove one."), {codes[i]}});
        } else {
            checkDiagnosis(all, codes[i], clinic, asRead);
        }
    }
    if (codes.front().empty() && codes.size() > 1) {
        all.push_back(
            {tr("Diagnosis: the first one is missing; move a further one to its place."), {}});
    }
}

void checkGoalDays(std::vector<Message>& all, const CaseForm& form, const Clinic& clinic) {
    for (const auto& goal : form.goals) {
        addDayProblem(all, tr("Goal, to be reached by"), goal.by);
        addDayProblem(all, tr("Goal reached"), goal.reached);
        if (const auto reached = parseTypedDay(goal.reached); reached > clinic.today()) {
            all.push_back({tr("Goal reached: lies in the future; check the date."), {}});
        }
    }
}

[[nodiscard]] Case closed(const Case& record, const ClosingForm& form) {
    auto after = record;
    after.status = form.as;
    after.closed = parseTypedDay(form.day);
    after.outcome = trimmed(form.outcome);
    after.referredTo = form.as == CaseStatus::ReferredOn ? trimmed(form.referredTo) : std::string{};
    return after;
}

[[nodiscard]] std::string typedDayOf(const std::optional<Date>& day) {
    return day ? dayText(*day) : std::string{};
}

[[nodiscard]] std::string typedNumber(double value) {
    std::array<char, 32> buffer{};
    const auto end = std::to_chars(buffer.data(), buffer.data() + buffer.size(), value);
    return {buffer.data(), end.ptr};
}

} // namespace

std::vector<Message> problems(const CaseForm& form, const Clinic& clinic, const Case* asRead) {
    const auto base =
        asRead != nullptr ? *asRead : newCase(anyId<CaseId>(), anyId<PatientId>(), clinic);
    auto all =
        palpate::problems(caseFrom(form, base, clinic, asRead, anyId<GoalId>), clinic.today());
    addDayProblem(all, tr("Onset"), form.onset);
    checkDiagnoses(all, form, clinic, asRead);
    checkGoalDays(all, form, clinic);
    if (!trimmed(form.visitsPerWeek).empty() && !numberIn<double>(form.visitsPerWeek)) {
        all.push_back({tr("Visits a week: is not a number; type it as 2 or 1.5."), {}});
    }
    if (!trimmed(form.weeks).empty() && !numberIn<int>(form.weeks)) {
        all.push_back({tr("Weeks: is not a whole number; type it as 6."), {}});
    }
    return all;
}

std::vector<Message> problems(const ClosingForm& form, const Case& record, const Clinic& clinic) {
    if (form.as == CaseStatus::Open) {
        return {
            {tr("End of the case: choose whether the patient was discharged or referred on."), {}}};
    }
    const auto after = closed(record, form);
    auto all = palpate::problems(after, clinic.today());
    addDayProblem(all, tr("Closed"), form.day);
    if (after.closed && *after.closed < record.opened) {
        all.push_back({tr("Closed: lies before {1}, when the case was opened; check the date."),
                       {dayText(record.opened)}});
    }
    return all;
}

CaseId addCase(Clinic& clinic, const PatientId& patient, const CaseForm& form) {
    requireRecord(clinic, Right::WriteRecords, patient);
    refuseWith(problems(form, clinic));
    const auto id = CaseId::create(clinic.ids());
    clinic.store().cases().add(caseFrom(form, newCase(id, patient, clinic), clinic, nullptr,
                                        [&] { return GoalId::create(clinic.ids()); }));
    return id;
}

void updateCase(Clinic& clinic, const Case& asRead, const CaseForm& form) {
    requireRecord(clinic, Right::WriteRecords, asRead.patient);
    refuseWith(problems(form, clinic, &asRead));
    clinic.store().cases().update(
        caseFrom(form, asRead, clinic, &asRead, [&] { return GoalId::create(clinic.ids()); }),
        asRead);
}

void closeCase(Clinic& clinic, const Case& asRead, const ClosingForm& form) {
    requireRecord(clinic, Right::WriteRecords, asRead.patient);
    refuseWith(problems(form, asRead, clinic));
    clinic.store().cases().update(closed(asRead, form), asRead);
}

void reopenCase(Clinic& clinic, const Case& asRead) {
    requireRecord(clinic, Right::WriteRecords, asRead.patient);
    auto after = asRead;
    after.status = CaseStatus::Open;
    after.closed.reset();
    clinic.store().cases().update(after, asRead);
}

CaseForm formOf(const Case& record, const Clinic& clinic) {
    const auto line = [&](const std::string& code) {
        return code.empty() ? std::string{} : diagnosisOf(clinic, code).line();
    };
    CaseForm form{.complaint = record.complaint,
                  .area = record.area,
                  .onset = typedDayOf(record.onset),
                  .onsetNote = record.onsetNote,
                  .diagnosis = line(record.diagnosisCode),
                  .referrer = record.referrer,
                  .goal = record.goal,
                  .onsetAbout = record.onsetAbout,
                  .visitsPerWeek =
                      record.plan.visitsPerWeek ? typedNumber(*record.plan.visitsPerWeek) : "",
                  .weeks = record.plan.weeks ? std::to_string(*record.plan.weeks) : "",
                  .techniques = record.plan.techniques};
    for (const auto& code : record.furtherDiagnoses) {
        form.furtherDiagnoses.push_back(line(code));
    }
    for (const auto& goal : record.goals) {
        form.goals.push_back({.id = goal.id,
                              .text = goal.text,
                              .measure = goal.measure,
                              .target = goal.target,
                              .by = typedDayOf(goal.by),
                              .reached = typedDayOf(goal.reached)});
    }
    return form;
}

ClosingForm closingOf(const Case& record, const Clinic& clinic) {
    const bool isOpen = record.status == CaseStatus::Open;
    return {.as = isOpen ? CaseStatus::Discharged : record.status,
            .day = isOpen ? dayText(clinic.today()) : typedDayOf(record.closed),
            .outcome = record.outcome,
            .referredTo = record.referredTo};
}

std::vector<std::pair<TechniqueKey, std::string>> plannableTechniques(const Clinic& clinic) {
    std::vector<std::pair<TechniqueKey, std::string>> out;
    const auto& reference = clinic.reference();
    for (const auto* technique :
         reference.techniques().forProfession(clinic.practitioner().profession)) {
        out.emplace_back(technique->key, techniqueLabel(reference, technique->key));
    }
    return out;
}

std::vector<std::pair<BodyArea, std::string>> bodyAreas() {
    return {{BodyArea::LowBack, tr("Low back")},
            {BodyArea::Neck, tr("Neck")},
            {BodyArea::Shoulder, tr("Shoulder")},
            {BodyArea::Headache, tr("Headache")},
            {BodyArea::Hip, tr("Hip")},
            {BodyArea::Knee, tr("Knee")},
            {BodyArea::AnkleFoot, tr("Ankle or foot")},
            {BodyArea::Any, tr("Elsewhere")}};
}

} // namespace palpate::app
