// SPDX-License-Identifier: MIT
// What a template about a case may ask for. docs/templates.md prints the same tables.
#include "app/ReportParts.h"

#include <iterator>
#include <utility>

namespace palpate::app {

namespace {

using Kind = report::Fields::Kind;
using report::FieldInfo;

[[nodiscard]] std::vector<FieldInfo> ofTheCase() {
    return {
        {"case.title", Kind::Text, "the complaint in words"},
        {"case.since", Kind::Text, "day of onset; empty where no day is known"},
        {"case.onset", Kind::Text, "when and how it began: \"since 3 Oct 2026, lifting a box\""},
        {"case.diagnosis", Kind::Text, "first diagnosis code"},
        {"case.diagnosisCodes", Kind::Text, "all diagnosis codes: \"M54.59, M79.18\""},
        {"case.diagnoses", Kind::Text, "all diagnoses with their codes, in one line"},
        {"hasDiagnoses", Kind::Flag, "a diagnosis was given"},
        {"diagnoses",
         Kind::List,
         "diagnoses, the first one first",
         {{"code", Kind::Text, "ICD-10-CM"},
          {"text", Kind::Text, "its name; empty for a code that is not in the table"},
          {"plain", Kind::Text,
           "what the name means in plain words; empty where it says so itself"}}},
        {"case.goal", Kind::Text, "the goal in the patient's own words"},
        {"case.referrer", Kind::Text, "who referred the patient"},
        {"case.opened", Kind::Text, "day on which the case was opened"},
        {"case.status", Kind::Text, "\"open\", \"discharged 12 Nov 2026\""},
        {"case.isClosed", Kind::Flag, "the case was discharged or referred on"},
        {"case.closed", Kind::Text, "day on which it was; empty where it was not noted"},
        {"case.outcome", Kind::Text, "outcome at the end, in words"},
        {"case.referredTo", Kind::Text, "to whom the patient was referred on"},
        {"case.plan", Kind::Text, "planned visits and techniques"},
        {"hasGoals", Kind::Flag, "goals were agreed"},
        {"goals",
         Kind::List,
         "the agreed goals",
         {{"text", Kind::Text, "the goal"},
          {"measure", Kind::Text, "what is measured, and how much of it is wanted"},
          {"status", Kind::Text, "\"reached 20 Nov 2026\", \"due 1 Dec 2026\", \"open\""},
          {"reached", Kind::Flag, "it was reached"}}}};
}

[[nodiscard]] std::vector<FieldInfo> ofTheChange() {
    return {{"period", Kind::Text, "first to latest session"},
            {"sessionCount", Kind::Text, "with its noun: \"7 sessions\""},
            {"summary", Kind::Note,
             "the paragraph to read if nothing else is, worded for the template's audience"},
            {"cards",
             Kind::List,
             "the numbers that matter, first → now",
             {{"label", Kind::Text, "what it is, with its scale"},
              {"value", Kind::Text, "the numbers"},
              {"note", Kind::Text, "what they mean, with the mark of the source"}}},
            {"hasMaps", Kind::Flag, "there are points or drawn pain to show"},
            {"hasSecondMap", Kind::Flag, "there is more than one session"},
            {"mapView", Kind::Text, "the view that the maps show: \"back\""},
            {"first.date", Kind::Text, "the first session's day"},
            {"first.caption", Kind::Text, "its totals, and how much pain was drawn"},
            {"latest.date", Kind::Text, "the latest session's day"},
            {"latest.caption", Kind::Text, "its totals, and how much pain was drawn"},
            {"hasOtherView", Kind::Flag, "something lies where the maps do not show it"},
            {"otherView", Kind::Text, "the view that shows most of it: \"front\""},
            {"first.otherCaption", Kind::Text, "what of the first session shows in that view"},
            {"latest.otherCaption", Kind::Text, "what of the latest session shows in that view"},
            {"hasTrend", Kind::Flag, "pain was asked"},
            {"trendTitle", Kind::Text, "the chart's heading"},
            {"trendCaption", Kind::Text, "the scale, and in how many sessions it was asked"},
            {"hasMotions", Kind::Flag, "ranges of motion were measured"},
            {"motionTitle", Kind::Text, "the joint that all are of, else \"Motion\""},
            {"motionSource", Kind::Text, "mark of the source of the usual ranges"},
            {"motions",
             Kind::List,
             "one motion of one side each, before treatment",
             {{"motion", Kind::Text, "motion and side; active, else marked as passive"},
              {"plain", Kind::Text, "the same in plain words: \"lower back: bending forward\""},
              {"first", Kind::Text, "where it was measured first, with its unit"},
              {"now", Kind::Text, "in the latest session, else \"not measured\""},
              {"change", Kind::Text, "\"10° more\"; empty unless it was measured in both of them"},
              {"usual", Kind::Text, "usual range in adults"}}},
            {"helped", Kind::Text,
             "techniques with their mean change and how often; too few to judge is said so"}};
}

[[nodiscard]] std::vector<FieldInfo> pointItems() {
    return {{"number", Kind::Text, "as on the map"},
            {"muscle", Kind::Text, "\"R quadratus lumborum\""},
            {"place", Kind::Text, "where it is in plain words: \"right side of the lower back\""},
            {"first", Kind::Text, "tenderness where it was assessed first"},
            {"now", Kind::Text, "in the latest session, \"not assessed\" or \"resolved\""},
            {"change", Kind::Text, "difference of the two; empty unless both were assessed"},
            {"state", Kind::Text, "as judged last, else \"not judged\""},
            {"treatment", Kind::Text, "what was given there and how often"}};
}

[[nodiscard]] std::vector<FieldInfo> ofThePoints() {
    return {{"hasPoints", Kind::Flag, "there are points to list"},
            {"points", Kind::List, "all trigger points, open ones first; values before treatment",
             pointItems()},
            {"hasOpenPoints", Kind::Flag, "points are not resolved"},
            {"openPoints", Kind::List, "of those, the ones that are not resolved", pointItems()},
            {"gaps", Kind::Text, "what was not assessed in the latest session, in one sentence"}};
}

[[nodiscard]] std::vector<FieldInfo> ofTheHandover() {
    return {{"factors", Kind::Text,
             "sleep, stress and the like as told last, with the day; else \"not asked\""},
            {"hasOtherCases", Kind::Flag, "the patient has other cases that are open"},
            {"otherCases",
             Kind::List,
             "those, the newest first",
             {{"title", Kind::Text, "the complaint in words"},
              {"since", Kind::Text, "when and how it began, or when it was opened"},
              {"visits", Kind::Text, "how many sessions, and when the latest was"}}}};
}

[[nodiscard]] std::vector<FieldInfo> ofTheCourse() {
    return {{"treatment", Kind::Note, "the Treatment paragraph of the latest session"},
            {"visit", Kind::Text, "when the latest session was, whether it is a late entry"},
            {"plan", Kind::Note, "the latest plan"},
            {"nextVisit", Kind::Text, "the next visit's day; empty where none was agreed"},
            {"hasHomeCare", Kind::Flag, "home care was agreed"},
            {"homeCare",
             Kind::List,
             "home care agreed on, the newest first, each as it was agreed on last",
             {{"name", Kind::Text, "what to do"},
              {"dose", Kind::Text, "how much and how often; may be empty"},
              {"what", Kind::Text, "how it is done, in the words of the table"},
              {"agreed", Kind::Text, "day on which it was agreed on last"}}},
            {"homeCareText", Kind::Text, "the same with its doses, in one line"},
            {"homeCareDone", Kind::Text, "on how many of the last seven days it was done"},
            {"visits",
             Kind::List,
             "every session of the period, oldest first",
             {{"date", Kind::Text, "its day"},
              {"pain", Kind::Text, "pain now before treatment, else \"not asked\""},
              {"tenderness", Kind::Text, "total and of how many points, else \"not assessed\""},
              {"treatment", Kind::Text, "the techniques that were given"},
              {"signed", Kind::Text, "\"signed\" or \"draft\""}}},
            {"hasAddenda", Kind::Flag, "a session of the period was corrected"},
            {"addenda",
             Kind::List,
             "corrections; the figures are of the sessions as signed",
             {{"text", Kind::Text, "the correction, with its day and reason"}}},
            {"signed", Kind::Text, "when and by whom the latest session was signed"},
            {"signature.who", Kind::Text, "who signed it"},
            {"signature.when", Kind::Text, "when"},
            {"signature.digest", Kind::Text, "digest of what was signed (BLAKE2b-256)"},
            {"draft", Kind::Flag, "a session of the period is not signed"},
            {"sources",
             Kind::List,
             "where the numbers that judge come from",
             {{"mark", Kind::Text, "¹, ²"}, {"text", Kind::Text, "the source"}}}};
}

} // namespace

std::vector<report::FigureInfo> caseFigureInfos() {
    const report::ParameterInfo point{"point", {}, "the point's number"};
    return {{"body-map",
             {{"session", {}, "`first`, `latest` or a session's id; without it the first"},
              {"view",
               {"main", "other", "anterior", "posterior", "left", "right", "plantar"},
               "without it the main one: where most of the case's points lie"},
              {"height", {}, "millimetres; without it 1.34 times the width"}},
             "the body with that session's points and drawn pain",
             true},
            {"body-map-difference",
             {{"from", {}, "number of a session in the case; without it the first of the period"},
              {"to", {}, "likewise; without it the latest of the period"},
              {"view",
               {"main", "other", "anterior", "posterior", "left", "right", "plantar"},
               "without it the main one: where most of the case's points lie"},
              {"height", {}, "millimetres; without it 1.34 times the width"}},
             "two sessions on one body: points gone, new and changed, pain then and now",
             true},
            {"film-strip",
             {{"row", {}, "one row of eight sessions; without it the first six rows"}},
             "every session as a small map, in rows of eight",
             true},
            {"legend",
             {{"of",
               {"maps", "difference"},
               "which maps; without it those of the sessions, not of their difference"},
              {"from", {}, "of the difference: as the figure has it"},
              {"to", {}, "of the difference: as the figure has it"}},
             "what the marks of the maps mean"},
            {"trend",
             {{"height", {}, "millimetres; without it 0.62 of the width"}},
             "pain now from session to session, and function where forms told it from 0 to 10"},
            {"sparkline", {point}, "a point's tenderness before treatment, by session"},
            {"mark", {point}, "the mark that the point has on the map"}};
}

report::Catalogue caseCatalogue() {
    report::Catalogue catalogue{.fields = clinicFieldInfos(), .figures = caseFigureInfos()};
    append(catalogue.fields, personFieldInfos());
    append(catalogue.fields, ofTheCase());
    append(catalogue.fields, ofTheChange());
    append(catalogue.fields, ofThePoints());
    append(catalogue.fields, ofTheCourse());
    append(catalogue.fields, ofTheHandover());
    append(catalogue.fields, careFieldInfos());
    append(catalogue.fields, letterFieldInfos());
    auto maps = letterFigureInfos();
    catalogue.figures.insert(catalogue.figures.end(), std::move_iterator{maps.begin()},
                             std::move_iterator{maps.end()});
    return catalogue;
}

} // namespace palpate::app
