// SPDX-License-Identifier: MIT
#include "app/DemoForms.h"

#include "app/CarePlans.h"
#include "app/Clinic.h"
#include "app/FormCompletion.h"
#include "domain/Error.h"
#include "forms/FormRun.h"
#include "storage/Store.h"

#include <algorithm>
#include <cmath>

namespace palpate::app {

namespace {

[[nodiscard]] DataError noSuchQuestion(const forms::Questionnaire& form,
                                       std::string_view question) {
    return DataError{{tr("The demonstration answers {1}, which the form {2} does not ask."),
                      {std::string{question}, form.url}}};
}

/// The last line of the question: of a group that repeats, in the repetition added last.
[[nodiscard]] const forms::FormLine& lineOf(const forms::FormRun& run, std::string_view question) {
    const auto& lines = run.lines();
    const auto found = std::find_if(lines.rbegin(), lines.rend(), [&](const auto& line) {
        return line.item->linkId == question;
    });
    if (found == lines.rend()) {
        throw noSuchQuestion(run.form(), question);
    }
    return *found;
}

/// A choice is answered by its code.
[[nodiscard]] AnswerValue chosen(const forms::Item& item, const AnswerValue& value) {
    const auto* code = std::get_if<std::string>(&value);
    if (code == nullptr || item.options.empty()) {
        return value;
    }
    for (const auto& option : item.options) {
        const auto* coding = std::get_if<Coding>(&option.value);
        if (coding != nullptr && coding->code == *code) {
            return option.value;
        }
    }
    return value;
}

void answer(forms::FormRun& run, std::string_view question, const AnswerValue& value) {
    const auto& line = lineOf(run, question);
    auto values = line.item->repeats ? line.answers : std::vector<AnswerValue>{};
    values.push_back(chosen(*line.item, value));
    if (const auto refused = run.answer(line.place, std::move(values))) {
        throw DataError{*refused};
    }
}

[[nodiscard]] std::vector<RaisedFlag> completed(Clinic& clinic, const forms::FormRun& run,
                                                const Case& record, const Session& session,
                                                FilledBy by) {
    const auto now = clinic.clock().now();
    FormRecord kept{.id = FormRecordId::create(clinic.ids()),
                    .patient = record.patient,
                    .caseId = record.id,
                    .session = session.id,
                    .title = run.form().title.text,
                    .answers = run.everything(),
                    .filledBy = by,
                    .by = clinic.practitioner().id,
                    .begun = now,
                    .completed = {},
                    .measure = {},
                    .score = {}};
    auto& forms = clinic.store().forms();
    forms.begin(kept);
    kept.answers = run.answers();
    kept.completed = now;
    kept.measure = run.form().measure;
    kept.score = scoreOf(run);
    auto flags = flagsOf(clinic, run, kept);
    forms.complete(kept, flags);
    return flags;
}

[[nodiscard]] std::string_view screeningOf(BodyArea area) {
    switch (area) {
    case BodyArea::LowBack:
        return "red-flags-low-back";
    case BodyArea::Neck:
        return "red-flags-neck";
    case BodyArea::Headache:
        return "red-flags-headache";
    case BodyArea::Shoulder:
        return "red-flags-shoulder";
    case BodyArea::Hip:
    case BodyArea::Knee:
    case BodyArea::AnkleFoot:
        return "red-flags-hip-leg";
    case BodyArea::Any:
        break;
    }
    return "red-flags-general";
}

void settle(Clinic& clinic, const RaisedFlag& flag, FlagDeedKind kind, std::string reason) {
    const auto now = clinic.clock().now();
    clinic.store().screenings().add(flag.id, {.id = FlagDeedId::create(clinic.ids()),
                                              .kind = kind,
                                              .whom = {},
                                              .reason = std::move(reason),
                                              .done = now,
                                              .written = now,
                                              .by = clinic.practitioner().id});
}

struct Agreed {
    std::string_view item;
    std::string_view dose;
    std::string_view review; ///< as it is typed
    std::string_view because = {};
};
void agreeOn(Clinic& clinic, const Case& record, const Agreed& agreed) {
    std::vector<FactorKey> because;
    if (const auto factor = FactorKey::from(agreed.because)) {
        because.push_back(*factor);
    }
    agree(clinic, record.id, *HomeCareKey::from(agreed.item), std::string{agreed.dose},
          std::string{agreed.review}, because);
}

void stop(Clinic& clinic, const Case& record, std::string_view item, const std::string& reason) {
    for (const auto& each : runningCare(clinic, record.id)) {
        if (each.item.text() == item) {
            stopCare(clinic, record.id, each.id, reason);
        }
    }
}

[[nodiscard]] std::int64_t whole(int value) {
    return value;
}

} // namespace

DemoForms::DemoForms(const Knowledge& knowledge) : library_{knowledge.paths().forms, {}} {}

const forms::Questionnaire& DemoForms::form(std::string_view name) const {
    const auto* known = library_.find("urn:palpate:form/" + std::string{name});
    if (known == nullptr) {
        throw DataError{{tr("The demonstration needs the form {1}, which is not among those "
                            "shipped."),
                         {std::string{name}}}};
    }
    return *known->form;
}

std::vector<RaisedFlag> DemoForms::fill(Clinic& clinic, std::string_view name, const Case& record,
                                        const Session& session,
                                        const std::vector<DemoAnswer>& answers, FilledBy by) {
    forms::FormRun run{form(name)};
    for (const auto& each : answers) {
        answer(run, each.question, each.value);
    }
    return completed(clinic, run, record, session, by);
}

std::vector<RaisedFlag> DemoForms::screen(Clinic& clinic, std::string_view name, const Case& record,
                                          const Session& session, std::string_view yes) {
    std::vector<DemoAnswer> answers;
    const forms::FormRun run{form(name)};
    for (const auto& line : run.lines()) {
        if (!line.item->flag.empty()) {
            answers.push_back({line.item->linkId, line.item->flag == yes});
        }
    }
    return fill(clinic, name, record, session, answers);
}

void DemoForms::rateActivities(Clinic& clinic, const Case& record, const Session& session,
                               std::initializer_list<DemoActivity> activities) {
    forms::FormRun run{form("psfs")};
    bool isFirst = true;
    for (const auto& activity : activities) {
        if (!isFirst) {
            static_cast<void>(run.addRepetition(lineOf(run, "activity").place));
        }
        isFirst = false;
        answer(run, "activity.what", std::string{activity.what});
        answer(run, "activity.rating", whole(activity.rating));
    }
    static_cast<void>(completed(clinic, run, record, session, FilledBy::Practitioner));
}

void DemoForms::told(Clinic& clinic, int patient, int visit, const Case& record,
                     const Session& session) {
    if (patient == 0) {
        ana(clinic, visit, record, session);
    } else if (patient == 1 && visit == 0) {
        // Something to keep in mind, and what was done about it.
        for (const auto& flag :
             screen(clinic, "red-flags-neck", record, session, "vasc_risk_neck")) {
            settle(clinic, flag, FlagDeedKind::GoesOn,
                   "Blood pressure 128/82 today, no dizziness and no sign of a nerve; slow "
                   "techniques at the neck only, asked about again each time");
        }
        rateActivities(
            clinic, record, session,
            {{"Looking over the shoulder in the car", 3}, {"Working at two screens", 5}});
        agreeOn(clinic, record,
                {"stretch_neck", "side-bending to the right, three times 20 s", "in 2 weeks"});
    } else if (patient == 1) {
        rateActivities(
            clinic, record, session,
            {{"Looking over the shoulder in the car", 6}, {"Working at two screens", 6}});
    } else if (visit == 0) {
        screen(clinic, "red-flags-shoulder", record, session);
        rateActivities(clinic, record, session,
                       {{"Painting overhead", 2}, {"Sleeping on the right side", 3}});
    } else {
        // Told on the last day: what is to be done about it is still open.
        screen(clinic, "red-flags-shoulder", record, session, "angina");
    }
}

void DemoForms::firstOfAna(Clinic& clinic, const Case& record, const Session& session) {
    static_cast<void>(
        fill(clinic, "first-visit-low-back", record, session,
             {{"complaint", std::string{"Pain at the right of the low back since lifting a box."}},
              {"cause", std::string{"lifting a box"}},
              {"goal", std::string{"Lift 10 kg without pain"}},
              {"local", true},
              {"radiating", false},
              {"side", std::string{"right"}},
              {"pain.now", whole(7)},
              {"pain.best", whole(4)},
              {"pain.worst", whole(9)},
              {"quality", std::string{"symptom_dull"}},
              {"quality", std::string{"symptom_stiffness"}},
              {"tingling", false},
              {"weak", false},
              {"stiff", true},
              {"movementPain", true},
              {"limited", true},
              {"limited.which", std::string{"bending to the right"}},
              {"aggravates", std::string{"sitting long, getting up"}},
              {"eases", std::string{"lying on the back, heat"}},
              {"pattern", std::string{"morning"}},
              {"wakes", true},
              {"onset", std::string{"sudden"}},
              {"duration", std::string{"acute"}},
              {"history", true},
              {"history.what", std::string{"Low back pain for some days in 2019, gone by itself."}},
              {"occupation", std::string{"translator"}},
              {"work.sitting", 9.0},
              {"work.stress", whole(7)},
              {"work.sleep", 5.0},
              {"work.fluid", 0.8}},
             FilledBy::Patient));
    screen(clinic, "red-flags-low-back", record, session);
    static_cast<void>(
        fill(clinic, "contributing-factors", record, session,
             {{"factor.posture", true},
              {"factor.posture.note", std::string{"bent forward over the keyboard"}},
              {"factor.sitting", true},
              {"factor.sitting.note", std::string{"9 h a day, up to 2 h without getting up"}},
              {"factor.lifting", true},
              {"factor.lifting.note", std::string{"boxes of books, from the floor"}},
              {"factor.repetition", false},
              {"factor.imbalance", false},
              {"factor.stress", true},
              {"factor.stress.note", std::string{"a deadline until the end of the month"}},
              {"factor.inactivity", true},
              {"factor.sleep", true},
              {"factor.hydration", true},
              {"factor.hydration.note", std::string{"three glasses a day"}},
              {"factor.smoking", false},
              {"factor.history", true}}));
    rateActivities(clinic, record, session,
                   {{"Sitting for an hour", 3}, {"Lifting a bag", 2}, {"Sleeping through", 4}});
    static_cast<void>(
        fill(clinic, "nprs", record, session,
             {{"nprs.now", whole(7)}, {"nprs.best", whole(4)}, {"nprs.worst", whole(9)}}));
    agreeOn(clinic, record,
            {"stretch_ql", "side-bending stretch, three times 30 s a day", "in 4 weeks"});
    agreeOn(clinic, record,
            {"posture_breaks", "stand up every 40 minutes", "in 7 weeks", "sitting"});
}

void DemoForms::ana(Clinic& clinic, int visit, const Case& record, const Session& session) {
    switch (visit) {
    case 0:
        firstOfAna(clinic, record, session);
        break;
    case 1:
        agreeOn(clinic, record, {"heat", "15 minutes in the evening", "in 2 weeks"});
        break;
    case 2:
        static_cast<void>(fill(clinic, "home-care-check-in", record, session,
                               {{"adherence.days", whole(3)},
                                {"care.stretch.days", whole(3)},
                                {"care.heat.days", whole(4)},
                                {"care.posture.days", whole(2)},
                                {"response.next", std::string{"days"}}}));
        static_cast<void>(fill(clinic, "lifestyle-check-in", record, session,
                               {{"sleep.hours", 6.0},
                                {"stress.level", whole(6)},
                                {"fluid.litres", 1.0},
                                {"activity.days", whole(1)},
                                {"sitting.hours", 8.0}}));
        break;
    case 3:
        rateActivities(clinic, record, session,
                       {{"Sitting for an hour", 5}, {"Lifting a bag", 3}, {"Sleeping through", 6}});
        stop(clinic, record, "heat", "no longer needed");
        agreeOn(clinic, record, {"exercise_core", "side plank, three times 20 s", "in 4 weeks"});
        break;
    case 4:
        agreeOn(
            clinic, record,
            {"lifting", "3 kg from a table, ten times, every second day", "in 3 weeks", "lifting"});
        break;
    case 5:
        static_cast<void>(fill(clinic, "lifestyle-check-in", record, session,
                               {{"sleep.hours", 7.0},
                                {"stress.level", whole(5)},
                                {"fluid.litres", 1.5},
                                {"activity.days", whole(3)},
                                {"sitting.hours", 6.5}}));
        break;
    default:
        rateActivities(clinic, record, session,
                       {{"Sitting for an hour", 7}, {"Lifting a bag", 5}, {"Sleeping through", 8}});
        static_cast<void>(
            fill(clinic, "nprs", record, session,
                 {{"nprs.now", whole(3)}, {"nprs.best", whole(1)}, {"nprs.worst", whole(5)}}));
        break;
    }
}

void DemoForms::invented(Clinic& clinic, int visit, const Case& record, const Session& session,
                         double course) {
    constexpr int kAskedAgainAfter = 4;
    constexpr int kAtWorst = 3;
    if (visit == 0) {
        screen(clinic, screeningOf(record.area), record, session);
    }
    if (visit % kAskedAgainAfter == 0) {
        const auto better = static_cast<int>(std::lround(course * 5));
        rateActivities(clinic, record, session,
                       {{record.goal.empty() ? std::string_view{"Everyday work"} : record.goal,
                         kAtWorst + better},
                        {"Sleeping through", kAtWorst + 1 + better}});
    }
}

} // namespace palpate::app
