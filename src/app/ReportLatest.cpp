// SPDX-License-Identifier: MIT
// What a report about a case says of its latest session beside its points.
#include "app/ReportParts.h"
#include "app/SentenceWords.h"
#include "app/TimeText.h"

namespace palpate::app {

namespace {

/// "23 Nov 2026, 10:45–11:25; consent given; written 26 Nov 2026, 09:10; next visit Mon 30 Nov".
[[nodiscard]] std::string visitText(const Session& session) {
    const auto& zone = session.timeZone;
    std::vector<std::string> parts{
        dayText(localDay(session.startedAt, zone)) + ", " + clockText(session.startedAt, zone) +
        (session.endedAt ? "–" + clockText(*session.endedAt, zone) : std::string{})};
    if (session.consent == TodayConsent::Declined) {
        parts.emplace_back(tr("treatment declined by the patient"));
    }
    if (isLateEntry(session)) {
        parts.push_back(shown(
            {tr("late entry, written {1}, {2}"),
             {dayText(localDay(session.writtenAt, zone)), clockText(session.writtenAt, zone)}}));
    }
    if (session.nextVisit) {
        parts.push_back(shown({tr("next visit {1}"), {weekdayText(*session.nextVisit)}}));
    }
    return joined(parts, "; ");
}

/// Corrections of any session of the period: the figures above are of the sessions as signed.
[[nodiscard]] std::vector<report::Fields> addenda(const CaseStory& story) {
    std::vector<report::Fields> rows;
    for (const auto& session : story.sessions) {
        for (const auto& addendum : session.addenda) {
            const auto reason = addendum.reason.empty()
                                    ? std::string{}
                                    : shown({tr("Reason: {1}"), {asSentence(addendum.reason)}});
            report::Fields row;
            row.set("text", shown({tr("Addendum of {1} to the session of {2}: {3}"),
                                   {dayText(localDay(addendum.at, session.timeZone)),
                                    dayText(localDay(session.startedAt, session.timeZone)),
                                    paragraph({asSentence(addendum.text), reason})}}));
            rows.push_back(std::move(row));
        }
    }
    return rows;
}

} // namespace

void setLatestSession(report::Fields& fields, const CaseStory& story) {
    auto corrections = addenda(story);
    fields.set("visit", visitText(story.latest()))
        .setNote("treatment", noteOf(story.latest(), NotePart::Treatment).text)
        .setFlag("hasAddenda", !corrections.empty())
        .setList("addenda", std::move(corrections));
}

} // namespace palpate::app
