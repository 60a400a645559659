// SPDX-License-Identifier: MIT
// What forms told of a case and what was done about it: red flags, scores, factors, home care.
#include "app/CarePlans.h"
#include "app/Clinic.h"
#include "app/FormTold.h"
#include "app/MeasureTrends.h"
#include "app/ReportInside.h"
#include "app/ReportWords.h"
#include "app/Screenings.h"
#include "app/SentenceWords.h"
#include "app/TimeText.h"
#include "reference/Reference.h"
#include "storage/Store.h"

#include <algorithm>

namespace palpate::app {

namespace {

[[nodiscard]] bool asksForAny(const report::Template& layout,
                              std::initializer_list<std::string_view> fields) {
    return std::ranges::any_of(fields,
                               [&](std::string_view name) { return asksFor(layout, name); });
}

void setFlagRows(report::Fields& fields, Clinic& clinic, const std::vector<RaisedFlag>& flags) {
    std::vector<report::Fields> rows;
    for (const auto& flag : flags) {
        const auto view = flagView(clinic, flag);
        report::Fields row;
        row.set("urgency", view.urgency)
            .set("pointsTo", view.pointsTo)
            .set("question", view.question)
            .set("action", view.action)
            .set("raised", view.raised)
            .set("done", view.settled ? joined(view.deeds, "; ")
                                      : std::string{tr("Nothing is recorded as done yet")})
            .set("source", view.sources)
            .setFlag("isSettled", view.settled);
        rows.push_back(std::move(row));
    }
    fields.setFlag("hasFlags", !rows.empty()).setList("flags", std::move(rows));
}

[[nodiscard]] std::string screeningText(const Screened& screened, const std::string& zone) {
    const auto yes = screened.yes == 0 ? std::string{tr("none")} : std::to_string(screened.yes);
    return shown({tr("Red flags were asked about on {1} ({2}): {3} of {4} questions answered, {5} "
                     "with yes."),
                  {dayText(localDay(screened.at, zone)), screened.title,
                   std::to_string(screened.answered), std::to_string(screened.asked), yes}});
}

/// Of the report's period the last screening; without one that there was none, the last before it,
/// and the forms whose questions are not known here any more.
[[nodiscard]] std::string screeningOf(const CaseAnswers& forms, const ReportMatter& matter,
                                      const std::string& zone) {
    const auto day = [&](Instant at) { return localDay(at, zone); };
    const auto isAfterStart = [&](Instant at) { return !matter.from || *matter.from <= day(at); };
    const auto isBeforeEnd = [&](Instant at) { return !matter.to || day(at) <= *matter.to; };
    std::optional<Screened> within;
    std::optional<Screened> earlier;
    for (const auto& screened : screeningsIn(forms)) {
        if (isBeforeEnd(screened.at)) {
            (isAfterStart(screened.at) ? within : earlier) = screened;
        }
    }
    if (within) {
        return screeningText(*within, zone);
    }
    std::vector<std::string> sentences{
        tr("Red flags were not asked about in this period with a form that is known here.")};
    bool isUnknownThere = false;
    for (const auto& each : forms.all()) {
        const auto at = *each.record.completed;
        if (each.form == nullptr && isAfterStart(at) && isBeforeEnd(at)) {
            isUnknownThere = true;
            sentences.push_back(shown({tr("“{1}” was answered on {2}: its questions are no longer "
                                          "in the library, its answers are kept."),
                                       {each.record.title, dayText(day(at))}}));
        }
    }
    if (!isUnknownThere) {
        sentences.front() = tr("Red flags were not asked about with a form in this period.");
    }
    if (earlier) {
        sentences.push_back(shown({tr("Before it: {1}"), {screeningText(*earlier, zone)}}));
    }
    return paragraph(sentences);
}

void setScores(report::Fields& fields, const ReportMatter& matter) {
    std::vector<report::Fields> rows;
    for (const auto& trend : matter.scores) {
        const auto& first = trend.days.front();
        const auto& last = trend.days.back();
        const bool isOne = trend.days.size() == 1;
        const auto dated = [](const ScoredDay& day) {
            return shown({tr("{1}, {2}"), {day.text, day.day}});
        };
        report::Fields row;
        row.set("measure", trend.name)
            .set("direction", trend.direction)
            .set("first", dated(first))
            .set("now", isOne ? std::string{tr("told once")} : dated(last))
            .set("says", trend.sentence.empty() ? std::string{tr("No change can be told yet.")}
                                                : asSentence(trend.sentence));
        rows.push_back(std::move(row));
    }
    fields.setFlag("hasScores", !rows.empty()).setList("scores", std::move(rows));
}

[[nodiscard]] report::Fields planRow(const CareLine& item) {
    report::Fields row;
    row.set("name", item.title)
        .set("dose", item.dose)
        .set("when", item.when)
        .set("because", item.because)
        .set("done", item.done)
        .setFlag("isStopped", item.stopped);
    return row;
}

/// "9 Nov 2026: walking, heat", one a day, in the order of the plan.
[[nodiscard]] std::vector<std::string> reviewsOf(const std::vector<CareLine>& items) {
    std::vector<std::pair<std::string, std::vector<std::string>>> days;
    for (const auto& item : items) {
        if (item.stopped || item.review.empty()) {
            continue;
        }
        auto day =
            std::ranges::find_if(days, [&](const auto& d) { return d.first == item.review; });
        if (day == days.end()) {
            day = days.insert(day, {item.review, {}});
        }
        day->second.push_back(uncapitalised(item.title));
    }
    std::vector<std::string> reviews;
    for (const auto& [day, titles] : days) {
        reviews.push_back(shown({tr("{1}: {2}"), {day, joined(titles, ", ")}}));
    }
    return reviews;
}

void setPlan(report::Fields& fields, Clinic& clinic, const CaseId& caseId) {
    const auto plan = carePlan(clinic, caseId);
    std::vector<report::Fields> items;
    for (const auto& item : plan.items) {
        items.push_back(planRow(item));
    }
    std::vector<report::Fields> factors;
    std::vector<std::string> names;
    for (const auto& factor : plan.factors) {
        names.push_back(uncapitalised(factor.title));
        if (factor.isWeak) {
            names.back() += shown({tr(" ({1})"), {factor.evidence}});
        }
        report::Fields row;
        row.set("name", factor.title).set("told", factor.told).set("evidence", factor.evidence);
        factors.push_back(std::move(row));
    }
    fields.setFlag("hasCarePlan", !items.empty())
        .setList("carePlan", std::move(items))
        .set("adherence", plan.adherence.empty() ? std::string{tr("how often home care was done "
                                                                  "was not asked")}
                                                 : plan.adherence)
        .set("factorsText", joined(names, ", "))
        .set("reviewsText", joined(reviewsOf(plan.items), "; "))
        .setFlag("hasToldFactors", !factors.empty())
        .setList("toldFactors", std::move(factors));
}

} // namespace

std::string functionText(Clinic& clinic, const ReportMatter& matter, Footnotes* notes) {
    std::vector<std::string> sentences;
    const auto& reference = clinic.reference();
    for (const auto& told : matter.scores) {
        const auto* measure = reference.outcomeMeasures().find(told.measure);
        if (told.measure.text() == "nprs" || measure == nullptr) {
            continue;
        }
        // Marks are given only to what is printed.
        const auto trend =
            measureTrend(reference, matter.story.record.area, *measure, told.days, notes);
        // "3 → 6.7 of 10, improved by ..."; a rating of change says itself what it is.
        const auto& first = trend.days.front();
        const auto& last = trend.days.back();
        const bool isPair = trend.days.size() > 1 && !trend.ratesChange;
        const auto value = isPair ? shown({tr("{1} → {2}"), {first.text, last.text}})
                           : trend.sentence.empty() ? last.text
                                                    : std::string{};
        sentences.push_back(
            shown({tr("{1}: {2}."), {trend.name, joined({value, trend.sentence}, ", ")}}));
    }
    return paragraph(sentences);
}

void setCare(report::Fields& fields, const ReportMatter& matter, Clinic& clinic,
             const report::Template& layout) {
    const auto& record = matter.story.record;
    const auto& zone = clinic.profile().timeZone;
    const auto isWithin = [&](Instant at) {
        const auto day = localDay(at, zone);
        return (!matter.from || *matter.from <= day) && (!matter.to || day <= *matter.to);
    };
    if (asksForAny(layout, {"flags", "hasFlags"})) {
        auto flags = clinic.store().screenings().ofPatient(matter.patient.id);
        std::erase_if(flags, [&](const RaisedFlag& flag) {
            // One that nobody settled is told whenever it was raised.
            return (flag.caseId && *flag.caseId != record.id) ||
                   (flag.isSettled() && !isWithin(flag.raised));
        });
        setFlagRows(fields, clinic, flags);
    }
    if (asksFor(layout, "screening")) {
        fields.set("screening", screeningOf(CaseAnswers{clinic, record}, matter, zone));
    }
    if (asksForAny(layout, {"scores", "hasScores"})) {
        setScores(fields, matter);
    }
    if (asksForAny(layout, {"carePlan", "hasCarePlan", "adherence", "factorsText", "reviewsText",
                            "toldFactors", "hasToldFactors"})) {
        setPlan(fields, clinic, record.id);
    }
}

void setScreening(report::Fields& fields, const SessionMatter& matter, Clinic& clinic) {
    auto flags = clinic.store().screenings().ofPatient(matter.patient.id);
    std::erase_if(flags, [&](const RaisedFlag& flag) { return flag.session != matter.session.id; });
    setFlagRows(fields, clinic, flags);
    std::vector<std::string> screenings;
    for (const auto& screened : screeningsIn(CaseAnswers{clinic, matter.record})) {
        if (screened.session == matter.session.id) {
            screenings.push_back(screeningText(screened, clinic.profile().timeZone));
        }
    }
    fields.set("screening", paragraph(screenings));
}

void setPatientCare(report::Fields& fields, Clinic& clinic, const PatientId& patient,
                    const report::Template& layout) {
    if (asksForAny(layout, {"flags", "hasFlags"})) {
        setFlagRows(fields, clinic, clinic.store().screenings().ofPatient(patient));
    }
    if (asksForAny(layout, {"carePlans", "hasCarePlans"})) {
        std::vector<report::Fields> rows;
        for (const auto& record : clinic.store().cases().ofPatient(patient)) {
            for (const auto& item : carePlan(clinic, record.id).items) {
                auto row = planRow(item);
                row.set("complaint", record.complaint);
                rows.push_back(std::move(row));
            }
        }
        fields.setFlag("hasCarePlans", !rows.empty()).setList("carePlans", std::move(rows));
    }
}

} // namespace palpate::app
