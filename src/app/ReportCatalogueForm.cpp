// SPDX-License-Identifier: MIT
// What a template may ask for of a form. docs/templates.md prints the same tables.
#include "app/ReportParts.h"

namespace palpate::app {

using Kind = report::Fields::Kind;
using report::FieldInfo;

std::vector<FieldInfo> formFieldInfos() {
    return {{"form.title", Kind::Text, "the form's title; of a filled-in one as it was then"},
            {"form.about", Kind::Text, "what the form is for; may be empty"},
            {"form.version", Kind::Text, "the form's version; may be empty"},
            {"form.isBlank", Kind::Flag, "it is an empty form"},
            {"form.isCompleted", Kind::Flag, "it was completed"},
            {"form.status", Kind::Text, "who filled it in and when"},
            {"form.by", Kind::Text, "who asked, or handed the screen over"},
            {"form.hasScore", Kind::Flag, "it is a completed outcome measure"},
            {"form.score", Kind::Text, "\"4.5 of 10\", else \"not worked out\""},
            {"form.scoreName", Kind::Text, "the measure's name"},
            {"form.scoreMeaning", Kind::Text, "which way is better"},
            {"form.hasFlags", Kind::Flag, "red flags were raised by it"},
            {"form.flags",
             Kind::List,
             "the red flags that it raised, the most pressing first",
             {{"urgency", Kind::Text, "how soon somebody must be seen"},
              {"pointsTo", Kind::Text, "what it may point to"},
              {"question", Kind::Text, "the question whose answer was \"yes\""},
              {"action", Kind::Text, "what is to be done"},
              {"isSettled", Kind::Flag, "something was done about it"},
              {"done", Kind::Text, "what was done, when and by whom; may be empty"}}},
            {"form.hasMap", Kind::Flag, "a body map is drawn: print `attribution`"},
            {"form.blocks",
             Kind::List,
             "the page from top to bottom; each is one of the kinds that its flags tell",
             {{"isHeading", Kind::Flag, "a heading"},
              {"isSubheading", Kind::Flag, "a heading within another"},
              {"isNote", Kind::Flag, "a text to read"},
              {"note", Kind::Text, "that text"},
              {"isTable", Kind::Flag, "questions of yes or no, on an empty form"},
              {"isDetailTable", Kind::Flag, "the same, some with a word to add"},
              {"isQuestion", Kind::Flag, "a question with room for its answer, on an empty form"},
              {"isAnswers", Kind::Flag, "questions with their answers, of a filled-in form"},
              {"isMap", Kind::Flag, "a body map"},
              {"question", Kind::Text, "of a heading its words"},
              {"help", Kind::Text, "what explains the question; may be empty"},
              {"condition", Kind::Text, "when it is asked; may be empty"},
              {"line", Kind::Text, "the figure's parameter `line`"},
              {"hasRoom", Kind::Flag, "there is something to tick or to write on"},
              {"answer", Kind::Text, "of a body map: the views painted, else \"not asked\""},
              {"hasViews", Kind::Flag, "there are views to show"},
              {"views",
               Kind::List,
               "the views of a body map",
               {{"view", Kind::Text, "the figure's parameter `view`"},
                {"viewTitle", Kind::Text, "\"Back\""}}},
              {"rows",
               Kind::List,
               "of tables and answers",
               {{"question", Kind::Text, "the question"},
                {"help", Kind::Text, "what explains it; may be empty"},
                {"condition", Kind::Text, "when it is asked; may be empty"},
                {"detail", Kind::Text, "what else is asked after a \"yes\"; may be empty"},
                {"line", Kind::Text, "of the detail: the figure's parameter `line`"},
                {"answer", Kind::Text, "the answer, else \"not asked\""},
                {"isAsked", Kind::Flag, "there is an answer"}}}}},
            {"form.sources",
             Kind::List,
             "where the form and its questions come from",
             {{"text", Kind::Text, "one line"}}}};
}

std::vector<report::FigureInfo> formFigureInfos() {
    return {{"form-answer",
             {{"line", {}, "`line` of a block or row"}},
             "boxes to tick, a scale or lines to write on"},
            {"form-tick", {}, "one box to tick"},
            {"form-map",
             {{"line", {}, "`line` of a block"},
              {"view", {}, "`view` of one of its views"},
              {"height", {}, "its height in millimetres"}},
             "the body to paint on, or with what was painted",
             true}};
}

} // namespace palpate::app
