// SPDX-License-Identifier: MIT
// What is printed of forms filled in: of one alone, and of all in a patient's record.
#include "app/ReportFilledForms.h"

#include "app/Clinic.h"
#include "app/FormLanguages.h"
#include "app/FormLibrary.h"
#include "app/FormSources.h"
#include "app/ReportFormFigures.h"
#include "app/Screenings.h"
#include "app/TimeText.h"
#include "forms/FormLanguages.h"
#include "reference/Reference.h"
#include "storage/Store.h"

#include <algorithm>
#include <map>

namespace palpate::app {

namespace {

using Lines = std::vector<AskedLine>;

void setFlags(report::Fields& fields, Clinic& clinic, const FormRecord& record) {
    std::vector<report::Fields> rows;
    const auto mine = clinic.store().screenings().ofPatient(record.patient);
    for (const auto& flag : raisedFlags(clinic, record.patient)) {
        const auto found = std::ranges::find(mine, flag.id, &RaisedFlag::id);
        if (found == mine.end() || found->form != record.id) {
            continue;
        }
        std::string deeds;
        for (const auto& deed : flag.deeds) {
            deeds += (deeds.empty() ? "" : "; ") + deed;
        }
        rows.emplace_back()
            .set("urgency", flag.urgency)
            .set("pointsTo", flag.pointsTo)
            .set("question", flag.question)
            .set("action", flag.action)
            .set("done", deeds)
            .setFlag("isSettled", flag.settled);
    }
    fields.setFlag("form.hasFlags", !rows.empty()).setList("form.flags", std::move(rows));
}

void setScore(report::Fields& fields, Clinic& clinic, const FormRecord& record) {
    const auto key = reference::MeasureKey::from(record.measure);
    const auto* measure = key ? clinic.reference().outcomeMeasures().find(*key) : nullptr;
    fields.setFlag("form.hasScore", measure != nullptr && record.completed.has_value());
    if (measure == nullptr) {
        return;
    }
    const auto score = scoreText(clinic, record);
    fields.set("form.score", score.empty() ? std::string{tr("not worked out")} : score)
        .set("form.scoreName", measure->name)
        .set("form.scoreMeaning", measure->direction == reference::Direction::LowerIsBetter
                                      ? tr("lower is better")
                                      : tr("higher is better"));
}

[[nodiscard]] Instant momentOf(const FormRecord& record) {
    return record.completed.value_or(record.begun);
}

void setStatus(report::Fields& fields, Clinic& clinic, const FormRecord& record) {
    const auto& zone = clinic.profile().timeZone;
    const auto person = clinic.store().practitioners().find(record.by);
    const auto by = person ? person->displayName : std::string{};
    const auto at = momentOf(record);
    const auto moment = dayText(localDay(at, zone)) + ", " + clockText(at, zone);
    fields.setFlag("form.isCompleted", record.completed.has_value())
        .set("form.by", by)
        .set("form.status",
             shown({!record.completed ? tr("begun {1}, not completed")
                    : record.filledBy == FilledBy::Patient
                        ? tr("filled in by the patient, completed {1}, handed over by {2}")
                        : tr("asked by {2}, completed {1}"),
                    {moment, by}}));
}

} // namespace

void setFormSources(report::Fields& fields, const std::string& sources) {
    std::vector<report::Fields> rows;
    if (!sources.empty()) {
        // A title may end its own sentence.
        const auto words = sources.substr(0, sources.size() - (sources.ends_with('.') ? 1 : 0));
        rows.emplace_back().set("text", shown({tr("Sources: {1}."), {words}}));
    }
    fields.setList("form.sources", std::move(rows));
}

std::shared_ptr<const Lines> setFilledForm(report::Fields& fields, Clinic& clinic,
                                           const FormLibrary& library, const FormRecord& record,
                                           const std::optional<std::string>& language) {
    const auto* found = library.find(record.answers.formUrl);
    auto title = record.title;
    std::optional<KnownForm> asked;
    if (found != nullptr) {
        asked =
            inLanguage(*found, language.value_or(forms::languageOf(*found->form, record.answers)));
        title = asked->form->title.text != found->form->title.text ? titleOf(*asked->form) : title;
    }
    const auto* known = asked ? &*asked : nullptr;
    auto lines =
        std::make_shared<const Lines>(askedLines(record, known, clinic.profile().timeZone));
    setFormLines(fields, known != nullptr ? known->form.get() : nullptr, *lines, false);
    fields.set("form.title", title).set("form.version", record.answers.formVersion);
    setFormSources(fields, known != nullptr ? formSources(*known->form, clinic.reference())
                                            : std::string{});
    setFlags(fields, clinic, record);
    setScore(fields, clinic, record);
    setStatus(fields, clinic, record);
    return lines;
}

report::FigureSource setFormsOf(report::Fields& fields, Clinic& clinic,
                                const ReportRequest& request, const PatientId& patient) {
    auto records = clinic.store().forms().ofPatient(patient);
    std::erase_if(records, [&](const FormRecord& record) {
        const auto day = localDay(momentOf(record), clinic.profile().timeZone);
        return (request.from && day < *request.from) || (request.to && day > *request.to);
    });
    std::ranges::stable_sort(records, {}, momentOf);
    const auto library = formLibrary(clinic);
    std::vector<report::Fields> rows;
    std::map<std::string, report::FigureSource> figures;
    for (const auto& record : records) {
        auto& row = rows.emplace_back();
        const auto id = record.id.text();
        figures[id] = formFigures(clinic.shapes(), setFilledForm(row, clinic, library, record, {}));
        row.set("form.id", id);
    }
    fields.setFlag("hasForms", !rows.empty()).setList("forms", std::move(rows));
    return [figures = std::move(figures)](
               const report::FigureRequest& figure) -> std::optional<report::Figure> {
        const auto asked = figure.parameters.find("form");
        const auto of =
            asked != figure.parameters.end() ? figures.find(asked->second) : figures.end();
        return of == figures.end() ? std::nullopt : of->second(figure);
    };
}

} // namespace palpate::app
