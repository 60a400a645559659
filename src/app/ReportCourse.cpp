// SPDX-License-Identifier: MIT
// What was done visit by visit, what was agreed for the time after, and who signed.
#include "app/Clinic.h"
#include "app/ReportInside.h"
#include "app/ReportWords.h"
#include "app/SentenceWords.h"
#include "app/SessionDays.h"
#include "app/TimeText.h"
#include "app/Words.h"
#include "reference/Reference.h"

#include <algorithm>
#include <ranges>

namespace palpate::app {

namespace {

[[nodiscard]] std::string techniquesOf(const Session& session,
                                       const reference::Reference& reference) {
    std::vector<std::string> names;
    for (const auto& treatment : session.treatments) {
        auto label = uncapitalised(techniqueLabel(reference, treatment.technique));
        if (std::ranges::count(names, label) == 0) {
            names.push_back(std::move(label));
        }
    }
    if (!names.empty()) {
        return joined(names, ", ");
    }
    return session.consent == TodayConsent::Declined ? tr("declined by the patient")
                                                     : tr("none recorded");
}

[[nodiscard]] std::string tendernessOf(const Session& session) {
    const auto totals = totalsOf(session.findings);
    if (totals.tendernessAssessed == 0) {
        return tr("not assessed");
    }
    const auto total = std::to_string(totals.totalTenderness);
    return shown(
        {totals.points == 1 ? tr("{1} ({2} of {3} point)") : tr("{1} ({2} of {3} points)"),
         {total, std::to_string(totals.tendernessAssessed), std::to_string(totals.points)}});
}

[[nodiscard]] report::Fields visitRow(const Session& session,
                                      const reference::Reference& reference) {
    report::Fields row;
    row.set("date", dayText(reportDay(session)))
        .set("pain", session.painNow ? std::to_string(session.painNow->value())
                                     : std::string{tr("not asked")})
        .set("tenderness", tendernessOf(session))
        .set("treatment", techniquesOf(session, reference))
        .set("signed", isSigned(session) ? tr("signed") : tr("draft"));
    return row;
}

[[nodiscard]] std::string planOf(const CaseStory& story) {
    for (const auto& session : story.sessions | std::views::reverse) {
        if (const auto& plan = noteOf(session, NotePart::Plan).text; !plan.empty()) {
            return plan;
        }
    }
    return {};
}

[[nodiscard]] std::string digestText(const std::array<std::uint8_t, 32>& digest) {
    constexpr std::string_view kDigits = "0123456789abcdef";
    std::string text;
    for (std::size_t i = 0; i < digest.size(); ++i) {
        text += kDigits[digest.at(i) >> 4U];
        text += kDigits[digest.at(i) & 0xFU];
    }
    return text;
}

} // namespace

std::string visitsText(const CasePlan& plan) {
    std::vector<std::string> parts;
    if (plan.visitsPerWeek) {
        parts.push_back(
            shown({*plan.visitsPerWeek == 1 ? tr("{1} visit a week") : tr("{1} visits a week"),
                   {plainNumber(*plan.visitsPerWeek)}}));
    }
    if (plan.weeks) {
        parts.push_back(shown({*plan.weeks == 1 ? tr("for {1} week") : tr("for {1} weeks"),
                               {std::to_string(*plan.weeks)}}));
    }
    return joined(parts, " ");
}

std::vector<AgreedCare> agreedCare(std::span<const Session> oldestFirst,
                                   std::span<const CarePlanItem> plan) {
    std::vector<AgreedCare> agreed;
    for (const auto& item : plan) {
        if (!item.stopped) {
            agreed.push_back({{item.item, item.dose}, item.start});
        }
    }
    for (const auto& session : oldestFirst | std::views::reverse) {
        const auto day = reportDay(session);
        for (const auto& item : session.homeCare) {
            const bool isTold = std::ranges::any_of(
                agreed, [&](const AgreedCare& each) { return each.item.item == item.item; });
            const bool isStopped = std::ranges::any_of(plan, [&](const CarePlanItem& each) {
                return each.item == item.item && each.stopped && *each.stopped >= day;
            });
            if (!isTold && !isStopped) {
                agreed.push_back({item, day});
            }
        }
    }
    return agreed;
}

std::vector<report::Fields> homeCareRows(std::span<const Session> oldestFirst,
                                         std::span<const CarePlanItem> plan,
                                         const reference::Reference& reference) {
    std::vector<report::Fields> rows;
    for (const auto& [item, agreed] : agreedCare(oldestFirst, plan)) {
        const auto* known = reference.homeCare().find(item.item);
        report::Fields row;
        row.set("name", known != nullptr ? known->name : item.item.text())
            .set("dose", item.dose)
            .set("what", known != nullptr ? asSentence(known->what) : std::string{})
            .set("agreed", dayText(agreed));
        rows.push_back(std::move(row));
    }
    return rows;
}

void setSignature(report::Fields& fields, const Session& session,
                  const std::map<PractitionerId, std::string>& names) {
    const auto& signature = session.signature;
    std::string who;
    std::string when;
    if (signature) {
        const auto found = names.find(signature->by);
        who = found == names.end() ? std::string{} : found->second;
        when = dayText(localDay(signature->at, session.timeZone)) + ", " +
               clockText(signature->at, session.timeZone);
    }
    fields.set("signature.who", who)
        .set("signature.when", when)
        .set("signature.digest", signature ? digestText(signature->digest) : std::string{})
        .set("signed", signature ? shown({tr("Signed {1} · {2}"), {when, who}}) : std::string{});
}

void setCourse(report::Fields& fields, const ReportMatter& matter, const Clinic& clinic) {
    const auto& story = matter.story;
    const auto& reference = clinic.reference();
    std::vector<report::Fields> visits;
    for (const auto& session : story.sessions) {
        visits.push_back(visitRow(session, reference));
    }
    auto care = homeCareRows(story.sessions, matter.care, reference);
    std::vector<std::string> agreed;
    for (const auto& row : care) {
        const auto& values = row.values();
        const auto& name = values.find("name")->second.text;
        agreed.push_back(joined(
            {agreed.empty() ? name : uncapitalised(name), values.find("dose")->second.text}, ": "));
    }
    const auto& days = story.latest().checkIn.homeCareDays;
    const auto visit = agreedVisit(story.sessions);
    fields.setNote("plan", planOf(story))
        .set("nextVisit", visit ? weekdayText(*visit) : std::string{})
        .set("homeCareText", joined(agreed, "; "))
        .setFlag("hasHomeCare", !care.empty())
        .setList("homeCare", std::move(care))
        .set("homeCareDone",
             days ? shown({tr("done on {1} of the last 7 days"), {std::to_string(*days)}})
                  : std::string{tr("how often it was done was not asked")})
        .setList("visits", std::move(visits));
    setSignature(fields, story.latest(), matter.names);
}

} // namespace palpate::app
