// SPDX-License-Identifier: MIT
// What a template about a session may ask for. docs/templates.md prints the same tables.
#include "app/ReportParts.h"

#include <iterator>
#include <utility>

namespace palpate::app {

namespace {

using Kind = report::Fields::Kind;
using report::FieldInfo;

[[nodiscard]] std::vector<FieldInfo> frame() {
    return {
        {"date", Kind::Text, "its day: \"23 November 2026\""},
        {"weekday", Kind::Text, "the same with its weekday, short"},
        {"time", Kind::Text, "from and to; \"end not noted\" where it was not"},
        {"number", Kind::Text, "which of the case: \"session 7\""},
        {"practitioner", Kind::Text, "who wrote it"},
        {"lateEntry", Kind::Text, "when it was written, where that was later"},
        {"consent", Kind::Text, "consent to today's treatment, else \"not asked\""},
        {"course", Kind::Text, "compared with last time, else \"not asked\""},
        {"checkIn", Kind::Text, "everyday life since last time, in one sentence"},
        {"hasCheckIn", Kind::Flag, "something of it was asked"},
        {"pain",
         Kind::List,
         "pain now (before treatment), at best and at worst since last time, and after treatment",
         {{"label", Kind::Text, "which"}, {"value", Kind::Text, "of 10, else \"not asked\""}}},
        {"hasDrawnPain", Kind::Flag, "pain was drawn"},
        {"drawnPain",
         Kind::List,
         "the drawn areas",
         {{"text", Kind::Text, "quality, intensity, depth and size"},
          {"note", Kind::Text, "the practitioner's word; may be empty"}}},
        {"drawnTotal", Kind::Text, "their size together, projected on a standard figure"}};
}

[[nodiscard]] std::vector<FieldInfo> found() {
    return {{"hasMap", Kind::Flag, "there are points or drawn pain to show"},
            {"mapCaption", Kind::Text, "how many points, and their total tenderness"},
            {"hasOtherView", Kind::Flag, "something lies where the map does not show it"},
            {"otherView", Kind::Text, "the view that shows it: \"front\""},
            {"hasPoints", Kind::Flag, "there are points"},
            {"points",
             Kind::List,
             "trigger points, by number",
             {{"number", Kind::Text, "as on the map"},
              {"muscle", Kind::Text, "\"R quadratus lumborum\""},
              {"tenderness", Kind::Text, "before treatment, of 10, else \"not assessed\""},
              {"threshold", Kind::Text, "pressure pain threshold; empty where not measured"},
              {"state", Kind::Text, "the practitioner's judgement, else \"not judged\""},
              {"relation", Kind::Text, "primary, satellite or key; else empty"},
              {"signs", Kind::Text, "those present, absent and not assessed"},
              {"criteria", Kind::Text, "what the signs say, of three Delphi criteria"},
              {"differs", Kind::Flag, "judgement and signs say different things"},
              {"settled", Kind::Text, "in one word against last time; may be empty"},
              {"note", Kind::Text, "the practitioner's word; may be empty"}}},
            {"criteriaSource", Kind::Text, "mark of the source of the criteria"},
            {"hasMotions", Kind::Flag, "ranges of motion were measured"},
            {"motionSource", Kind::Text, "mark of the source of the usual ranges"},
            {"motions",
             Kind::List,
             "one motion of one side each, before treatment",
             {{"motion", Kind::Text, "motion and side"},
              {"active", Kind::Text, "with its unit, else \"not measured\""},
              {"passive", Kind::Text, "with its unit, else \"not measured\""},
              {"pain", Kind::Text, "pain in it, of 10, else \"not asked\""},
              {"usual", Kind::Text, "usual range in adults"},
              {"note", Kind::Text, "the practitioner's word; may be empty"}}},
            {"hasTests", Kind::Flag, "tests were done"},
            {"tests",
             Kind::List,
             "tests and palpation, in the order done",
             {{"test", Kind::Text, "its name, with the part"},
              {"where", Kind::Text, "side and place; may be empty"},
              {"result", Kind::Text, "with its unit"},
              {"note", Kind::Text, "the practitioner's word; may be empty"}}}};
}

[[nodiscard]] std::vector<FieldInfo> done() {
    return {{"hasTreatments", Kind::Flag, "something was treated"},
            {"treatments",
             Kind::List,
             "in the order given",
             {{"technique", Kind::Text, "its name"},
              {"where", Kind::Text, "point, muscle, region or joint"},
              {"dose", Kind::Text, "as it was logged; may be empty"},
              {"before", Kind::Text, "tenderness or pain before it"},
              {"after", Kind::Text, "the same after it, else \"not asked\""},
              {"note", Kind::Text, "why one went on in spite of an alert, and other words"}}},
            {"reaction", Kind::Text, "unwanted effects; \"none\" and \"not asked\" are two things"},
            {"subjective", Kind::Note, "what the patient told"},
            {"objective", Kind::Note, "what was found, as a paragraph"},
            {"treatment", Kind::Note, "what was done, as a paragraph"},
            {"assessment", Kind::Note, "what the practitioner makes of it"},
            {"plan", Kind::Note, "what comes next"},
            {"hasNote", Kind::Flag, "one of the five was written"},
            {"hasHomeCare", Kind::Flag, "home care was agreed"},
            {"homeCare",
             Kind::List,
             "self-care that was agreed on",
             {{"name", Kind::Text, "what to do"},
              {"dose", Kind::Text, "how much and how often; may be empty"},
              {"what", Kind::Text, "how it is done, in the words of the table"},
              {"agreed", Kind::Text, "the session's day"}}},
            {"nextVisit", Kind::Text, "with its weekday; empty where none was agreed"},
            {"isSigned", Kind::Flag, "it was signed"},
            {"signed", Kind::Text, "\"Signed 23 Nov 2026, 11:05 · D. Okafor\""},
            {"signature.who", Kind::Text, "who signed"},
            {"signature.when", Kind::Text, "when"},
            {"signature.digest", Kind::Text, "digest of what was signed (BLAKE2b-256)"},
            {"hasAddenda", Kind::Flag, "something was added after signing"},
            {"addenda",
             Kind::List,
             "later words, oldest first",
             {{"when", Kind::Text, "day and time"},
              {"who", Kind::Text, "who added it"},
              {"text", Kind::Text, "the words, with the reason"}}}};
}

} // namespace

std::vector<FieldInfo> sessionFieldInfos() {
    auto infos = frame();
    for (auto part : {found(), done()}) {
        infos.insert(infos.end(), std::move_iterator{part.begin()}, std::move_iterator{part.end()});
    }
    return infos;
}

std::vector<report::FigureInfo> sessionFigureInfos() {
    return {{"body-map",
             {{"view",
               {"main", "other", "anterior", "posterior", "left", "right", "plantar"},
               "without it the main one: where most of the points lie"},
              {"height", {}, "millimetres; without it 1.34 times the width"}},
             "the body with the session's points and drawn pain",
             true},
            {"legend", {}, "what the marks of the map mean"},
            {"mark", {{"point", {}, "the point's number"}}, "the mark that the point has"}};
}

report::Catalogue sessionCatalogue() {
    report::Catalogue catalogue{.fields = clinicFieldInfos(), .figures = sessionFigureInfos()};
    append(catalogue.fields, personFieldInfos());
    append(catalogue.fields,
           {{"case.title", Kind::Text, "the complaint in words"},
            {"case.since", Kind::Text, "day of onset; empty where no day is known"},
            {"case.diagnosis", Kind::Text, "first diagnosis code"},
            {"case.diagnosisCodes", Kind::Text, "all diagnosis codes: \"M54.59, M79.18\""}});
    append(catalogue.fields, prefixed(sessionFieldInfos(), "session"));
    append(catalogue.fields, screeningFieldInfos());
    append(catalogue.fields,
           {{"draft", Kind::Flag, "the session is not signed"},
            {"sources",
             Kind::List,
             "where the numbers that judge come from",
             {{"mark", Kind::Text, "¹, ²"}, {"text", Kind::Text, "the source"}}}});
    return catalogue;
}

} // namespace palpate::app
