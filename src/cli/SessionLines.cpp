// SPDX-License-Identifier: MIT
#include "cli/SessionLines.h"

#include "cli/Listing.h"

#include <ostream>
#include <string>

namespace palpate::cli {

void printJson(std::ostream& out, const std::vector<app::ListedSession>& sessions) {
    auto list = Json::array();
    for (const auto& session : sessions) {
        list.push_back(
            {{"id", session.id.text()},
             {"patient", session.patient.text()},
             {"patient_name", session.patientName},
             {"case", session.caseId.text()},
             {"day", isoDate(session.day)},
             {"started_at", isoInstant(session.startedAt)},
             {"signed", session.isSigned},
             {"points", session.points},
             {"treatments", session.treatments},
             {"pain_now", session.painNow ? Json(session.painNow->value()) : Json(nullptr)},
             {"excerpt", session.excerpt}});
    }
    print(out, list);
}

void printTable(std::ostream& out, const std::vector<app::ListedSession>& sessions) {
    Table table{{"day", "patient", "pain", "points", "status", "text", "id"}};
    for (const auto& session : sessions) {
        table.add({isoDate(session.day), shortened(session.patientName, 30),
                   session.painNow ? std::to_string(session.painNow->value()) : "",
                   std::to_string(session.points), session.isSigned ? "signed" : "draft",
                   shortened(session.excerpt, 60), session.id.text()});
    }
    table.print(out);
}

} // namespace palpate::cli
