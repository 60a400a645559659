// SPDX-License-Identifier: MIT
// What a colleague who takes over has to know beside the case itself.
#include "app/CaseSheet.h"
#include "app/Clinic.h"
#include "app/ReportInside.h"
#include "app/Sentences.h"
#include "app/TimeText.h"
#include "storage/Store.h"

namespace palpate::app {

namespace {

/// "Slept 7 h a night (was 6 h), stress 4/10. Told on 23 Nov 2026."
[[nodiscard]] std::string factorsOf(const CaseStory& story) {
    const std::span all{story.sessions};
    for (auto i = all.size(); i > 0; --i) {
        if (auto told = checkInSentence(all[i - 1], all.first(i - 1)); !told.empty()) {
            return shown({tr("{1} Told on {2}."), {told, dayText(reportDay(all[i - 1]))}});
        }
    }
    return tr("not asked");
}

[[nodiscard]] std::string visitsOf(const std::vector<Session>& sessions) {
    if (sessions.empty()) {
        return tr("no session yet");
    }
    const auto day = dayText(reportDay(sessions.back()));
    return sessions.size() == 1 ? shown({tr("1 session, on {1}"), {day}})
                                : shown({tr("{1} sessions, the latest on {2}"),
                                         {std::to_string(sessions.size()), day}});
}

[[nodiscard]] std::vector<report::Fields> otherCasesOf(const ReportMatter& matter, Clinic& clinic) {
    std::vector<report::Fields> rows;
    for (const auto& record : clinic.store().cases().ofPatient(matter.patient.id)) {
        if (record.id == matter.story.record.id || record.status != CaseStatus::Open) {
            continue;
        }
        const auto onset = onsetText(record);
        report::Fields row;
        row.set("title", record.complaint)
            .set("since",
                 onset.empty() ? shown({tr("opened {1}"), {dayText(record.opened)}}) : onset)
            .set("visits", visitsOf(clinic.store().sessions().ofCase(record.id)));
        rows.push_back(std::move(row));
    }
    return rows;
}

} // namespace

void setHandover(report::Fields& fields, const ReportMatter& matter, Clinic& clinic,
                 const report::Template& layout) {
    if (asksFor(layout, "factors")) {
        fields.set("factors", factorsOf(matter.story));
    }
    if (asksFor(layout, "otherCases") || asksFor(layout, "hasOtherCases")) {
        auto rows = otherCasesOf(matter, clinic);
        fields.setFlag("hasOtherCases", !rows.empty()).setList("otherCases", std::move(rows));
    }
}

} // namespace palpate::app
