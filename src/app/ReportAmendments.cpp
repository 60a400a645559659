// SPDX-License-Identifier: MIT
// What a patient asked to be changed in the record, what was answered, and what was said to that.
#include "app/Amendments.h"
#include "app/ReportParts.h"
#include "domain/Message.h"

namespace palpate::app {

namespace {

using report::FieldInfo;
using Kind = report::Fields::Kind;

[[nodiscard]] report::Fields rowOf(const AmendmentLine& request) {
    report::Fields row;
    std::vector<report::Fields> steps;
    for (const auto& step : request.steps) {
        steps.emplace_back()
            .set("heading", step.heading)
            .setNote("text", step.text)
            .setNote("addendum", step.addendum);
    }
    row.set("about", request.about)
        .set("asked", request.asked)
        .setNote("wish", request.wish)
        .set("state", request.state)
        .set("due", request.due)
        .setFlag("hasSteps", !steps.empty())
        .setList("steps", std::move(steps));
    return row;
}

} // namespace

void setAmendments(report::Fields& fields, Clinic& clinic, const PatientId& patient) {
    std::vector<report::Fields> rows;
    for (const auto& request : amendmentsOf(clinic, patient)) {
        rows.push_back(rowOf(request));
    }
    fields.setFlag("hasAmendments", !rows.empty()).setList("amendments", std::move(rows));
}

std::vector<report::FieldInfo> amendmentFieldInfos() {
    std::vector<FieldInfo> steps{
        {"heading", Kind::Text, "what, when and by whom: \"Refused on 24 Nov 2026, D. Okafor\""},
        {"text", Kind::Note, "the reason, or the patient's words; may be empty"},
        {"addendum", Kind::Note, "the addendum that changed the record; may be empty"}};
    return {{"hasAmendments", Kind::Flag, "the patient asked for a change of the record"},
            {"amendments",
             Kind::List,
             "what the patient asked to be changed in the record, the newest first",
             {{"about", Kind::Text, "\"Session of Mon 23 Nov 2026\" or \"The record\""},
              {"asked", Kind::Text, "when, and who took it down"},
              {"wish", Kind::Note, "what was asked, in the patient's words"},
              {"state", Kind::Text, "\"Open\", \"Accepted\", \"Refused\""},
              {"due", Kind::Text, "until when an answer is due; empty once it is answered"},
              {"hasSteps", Kind::Flag, "something was answered"},
              {"steps", Kind::List, "answers and disagreements, the earliest first",
               std::move(steps)}}}};
}

} // namespace palpate::app
