// SPDX-License-Identifier: MIT
// What a template may ask for of forms and what followed from them. docs/templates.md prints the
// same tables.
#include "app/ReportParts.h"

#include <utility>

namespace palpate::app {

namespace {

using Kind = report::Fields::Kind;
using report::FieldInfo;

[[nodiscard]] std::vector<FieldInfo> planItems() {
    return {{"name", Kind::Text, "what to do"},
            {"dose", Kind::Text, "how much and how often; may be empty"},
            {"when", Kind::Text, "since when, and when it is reviewed or was stopped"},
            {"because", Kind::Text, "the factors that it answers; may be empty"},
            {"done", Kind::Text, "how often it was done, as told last; may be empty"},
            {"isStopped", Kind::Flag, "it was stopped"}};
}

[[nodiscard]] FieldInfo flagInfo(const char* which) {
    return {"flags",
            Kind::List,
            which,
            {{"urgency", Kind::Text, "how soon: \"Emergency: emergency care now\""},
             {"pointsTo", Kind::Text, "what it may point to"},
             {"question", Kind::Text, "the question that was answered with yes"},
             {"action", Kind::Text, "what the table advises"},
             {"raised", Kind::Text, "when, and who asked"},
             {"done", Kind::Text, "what was done about it, else that nothing is recorded yet"},
             {"source", Kind::Text, "its sources"},
             {"isSettled", Kind::Flag, "something was done about it"}}};
}

} // namespace

std::vector<FieldInfo> careFieldInfos() {
    return {{"hasFlags", Kind::Flag, "a screening raised a red flag"},
            flagInfo("red flags of the case raised in the period, and all that are not settled"),
            {"screening", Kind::Text, "when red flags were last asked about, and with what result"},
            {"hasScores", Kind::Flag, "a form gave the score of an outcome measure"},
            {"scores",
             Kind::List,
             "outcome measures that forms told, with what may be said of the change",
             {{"measure", Kind::Text, "its name"},
              {"direction", Kind::Text, "\"lower is better\""},
              {"first", Kind::Text, "first score of the period, with its day"},
              {"now", Kind::Text, "the latest, with its day; else \"told once\""},
              {"says", Kind::Text,
               "the change against the figure that matters, with its source; no more than that"}}},
            {"hasCarePlan", Kind::Flag, "there is home care in the plan of the case"},
            {"carePlan", Kind::List, "home care of the plan, what goes on first", planItems()},
            {"adherence", Kind::Text, "how often home care was done, as told last"},
            {"factorsText", Kind::Text,
             "contributing factors told with yes, in one line; where the evidence is weak, that"},
            {"reviewsText", Kind::Text, "reviews of the plan's items, in one line"},
            {"hasToldFactors", Kind::Flag, "contributing factors were told"},
            {"toldFactors",
             Kind::List,
             "contributing factors that were told with yes",
             {{"name", Kind::Text, "the factor"},
              {"told", Kind::Text, "when, and what was said of it"},
              {"evidence", Kind::Text, "how sure it is that it matters"}}}};
}

std::vector<FieldInfo> screeningFieldInfos() {
    return {{"hasFlags", Kind::Flag, "a form of the session raised a red flag"},
            flagInfo("red flags that forms of the session raised"),
            {"screening", Kind::Text,
             "screenings in the session and their result; empty where there was none"}};
}

std::vector<FieldInfo> patientCareFieldInfos() {
    auto items = planItems();
    items.insert(items.begin(), {"complaint", Kind::Text, "the complaint of the case"});
    return {{"hasFlags", Kind::Flag, "a red flag was raised"},
            flagInfo("all red flags that were raised, the newest first"),
            {"hasCarePlans", Kind::Flag, "there is home care in the plan of a case"},
            {"carePlans", Kind::List, "home care of the plans of all cases", std::move(items)}};
}

} // namespace palpate::app
