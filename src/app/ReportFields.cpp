// SPDX-License-Identifier: MIT
#include "app/Clinic.h"
#include "app/MapFigures.h"
#include "app/PainWords.h"
#include "app/ReportParts.h"
#include "app/TimeText.h"
#include "app/Words.h"
#include "reference/Reference.h"

#include <algorithm>
#include <cmath>
#include <map>

namespace palpate::app {

namespace {

[[nodiscard]] Date dayOf(const Session& session) {
    return localDay(session.startedAt, session.timeZone);
}

[[nodiscard]] std::string number(int value) {
    return std::to_string(value);
}

[[nodiscard]] std::string fromTo(const std::string& first, const std::string& now) {
    return first + " → " + now;
}

[[nodiscard]] std::string pointsNoun(int count) {
    return shown({count == 1 ? tr("{1} point") : tr("{1} points"), {number(count)}});
}

/// What a map of one view leaves out: "; on other views: 3, 5"; empty when it shows every point,
/// be it about where it lies.
[[nodiscard]] std::string elsewhere(const Session& session, const atlas::BodyMap& map,
                                    View shownView) {
    std::string numbers;
    for (const auto& finding : session.findings) {
        if (!markIn(session, finding, map, shownView)) {
            numbers += (numbers.empty() ? "" : ", ") + number(finding.point.number);
        }
    }
    return numbers.empty() ? numbers : shown({tr("; on other views: {1}"), {numbers}});
}

[[nodiscard]] std::string tendernessCaption(const Session& session) {
    const auto totals = totalsOf(session.findings);
    if (totals.points == 0) {
        return tr("no point recorded");
    }
    if (totals.tendernessAssessed == 0) {
        return shown({tr("{1}, tenderness not assessed"), {pointsNoun(totals.points)}});
    }
    const auto base = shown({tr("{1}, total tenderness {2}"),
                             {pointsNoun(totals.points), number(totals.totalTenderness)}});
    return totals.tendernessAssessed == totals.points
               ? base
               : shown({tr("{1} ({2} of {3} assessed)"),
                        {base, number(totals.tendernessAssessed), number(totals.points)}});
}

/// "; pain drawn: 118 cm², 1.1 % of front and back (projected area on a standard figure)"; empty
/// when none was drawn.
[[nodiscard]] std::string drawnCaption(const Session& session, const atlas::BodyMap& map) {
    const auto total = painTotal(atlas::paintedTotals(map, session.painAreas));
    return total.empty()
               ? total
               : shown({tr("; pain drawn: {1} (projected area on a standard figure)"), {total}});
}

[[nodiscard]] std::string mapCaption(const Session& session, const atlas::BodyMap& map,
                                     View shownView) {
    return tendernessCaption(session) + elsewhere(session, map, shownView) +
           drawnCaption(session, map);
}

[[nodiscard]] report::Fields card(const std::string& label, const std::string& value,
                                  const std::string& note) {
    report::Fields fields;
    fields.set("label", label).set("value", value).set("note", note);
    return fields;
}

[[nodiscard]] std::string painNote(const PainChange& change) {
    std::string text = change.delta() == 0
                           ? std::string{"±0"}
                           : (change.delta() < 0 ? "−" : "+") + number(std::abs(change.delta()));
    if (change.mayBeChance()) {
        return text + "; " +
               shown({tr("below the {1} that chance gives"), {change.detectable->figure()}}) + " ¹";
    }
    if (!change.matters) {
        return text + "; " + tr("no accepted smallest change");
    }
    return text + "; " + shown({tr("matters from {1}"), {change.matters->figure()}}) + " ¹";
}

/// The figure that the card names, for its footnote; nullptr: none.
[[nodiscard]] const Threshold* judgingThreshold(const PainChange& change) {
    if (change.mayBeChance()) {
        return &*change.detectable;
    }
    return change.matters ? &*change.matters : nullptr;
}

[[nodiscard]] report::Fields painCard(const CaseStory& story,
                                      const reference::Reference& reference) {
    const auto label = tr("Pain now, 0–10 (NPRS)");
    if (const auto change = painChange(story, reference)) {
        return card(label, fromTo(number(change->first), number(change->latest)),
                    painNote(*change));
    }
    const auto& now = story.latest().painNow;
    return card(label, now ? number(now->value()) : std::string{tr("not asked")},
                now ? std::string{tr("asked once")} : std::string{});
}

[[nodiscard]] int countOf(const CaseStory& story, std::optional<State> state) {
    return static_cast<int>(std::ranges::count(
        story.points, state, [](const PointStory& point) { return point.state; }));
}

/// How the points of the case stand that are not active, each as it was judged last, and how many
/// open ones were not judged in the latest session.
[[nodiscard]] std::string statesNote(const CaseStory& story) {
    auto text =
        shown({tr("{1} latent, {2} resolved"),
               {number(countOf(story, State::Latent)), number(countOf(story, State::Resolved))}});
    if (const auto unjudged = countOf(story, std::nullopt); unjudged > 0) {
        text += shown({tr(", {1} not judged"), {number(unjudged)}});
    }
    const auto unseen = std::ranges::count_if(story.points, [](const PointStory& point) {
        return !point.judgedLatest && point.state && *point.state != State::Resolved;
    });
    return unseen == 0 ? text
                       : text + shown({tr("; {1} not judged this time"), {std::to_string(unseen)}});
}

[[nodiscard]] std::vector<report::Fields> cards(const CaseStory& story,
                                                const reference::Reference& reference) {
    const auto first = totalsOf(story.first().findings);
    const auto now = totalsOf(story.latest().findings);
    const bool one = story.sessions.size() == 1;
    std::vector<report::Fields> out{painCard(story, reference)};
    out.push_back(card(tr("Active trigger points"),
                       one ? number(now.active)
                           : fromTo(number(first.active), number(countOf(story, State::Active))),
                       statesNote(story)));
    const auto tenderness = [](const PointTotals& totals) {
        return totals.tendernessAssessed == 0 ? std::string{tr("not assessed")}
                                              : number(totals.totalTenderness);
    };
    const auto assessed = [](const PointTotals& totals) {
        return shown(
            {tr("{1} of {2}"), {number(totals.tendernessAssessed), number(totals.points)}});
    };
    out.push_back(
        card(tr("Total tenderness, 0–10 a point"),
             one ? tenderness(now) : fromTo(tenderness(first), tenderness(now)),
             one ? shown({tr("{1} points assessed"), {assessed(now)}})
                 : shown({tr("{1}, then {2} points assessed"), {assessed(first), assessed(now)}})));
    out.push_back(card(
        tr("Points resolved"),
        shown({tr("{1} of {2}"),
               {number(countOf(story, State::Resolved)), std::to_string(story.points.size())}}),
        shown({tr("since {1}"), {dayText(dayOf(story.first()))}})));
    return out;
}

/// The technique with the range of its doses and how often: "pressure release 45–60 s × 6".
[[nodiscard]] std::string givenText(const PointStory& point, const TechniqueKey& technique,
                                    const reference::Reference& reference) {
    int times = 0;
    std::optional<std::pair<double, double>> seconds;
    Treatment bare = point.treatments.front();
    for (const auto& treatment : point.treatments) {
        if (treatment.technique != technique) {
            continue;
        }
        ++times;
        bare = treatment;
        if (const auto held = secondsOf(treatment)) {
            seconds = seconds ? std::pair{std::min(seconds->first, *held),
                                          std::max(seconds->second, *held)}
                              : std::pair{*held, *held};
        }
    }
    bare.dose.clear();
    auto text = treatmentText(reference, bare);
    if (seconds) {
        const auto low = number(static_cast<int>(std::lround(seconds->first)));
        const auto high = number(static_cast<int>(std::lround(seconds->second)));
        text += " " + (low == high ? low : low + "–" + high) + " s";
    }
    return text + " × " + number(times);
}

/// What was given at the point, most often first.
[[nodiscard]] std::string usualTreatment(const PointStory& point,
                                         const reference::Reference& reference) {
    std::map<TechniqueKey, int> counts;
    for (const auto& treatment : point.treatments) {
        ++counts[treatment.technique];
    }
    std::string text;
    while (!counts.empty()) {
        const auto most =
            std::ranges::max_element(counts, {}, [](const auto& entry) { return entry.second; });
        text += (text.empty() ? "" : ", ") + givenText(point, most->first, reference);
        counts.erase(most);
    }
    return text;
}

[[nodiscard]] std::vector<report::Fields> points(const CaseStory& story,
                                                 const reference::Reference& reference) {
    std::vector<report::Fields> rows;
    for (const auto& point : story.points) {
        std::string now = tr("not assessed");
        if (point.now) {
            now = number(point.now->value());
        } else if (point.state == State::Resolved) {
            now = tr("resolved");
        }
        report::Fields row;
        row.set("number", number(point.last.point.number))
            .set("muscle", shortMuscle(reference, point.last.muscle, point.last.side))
            .set("first",
                 point.first ? number(point.first->value()) : std::string{tr("not assessed")})
            .set("now", now)
            .set("state", point.state ? stateWord(*point.state) : std::string{tr("not judged")})
            .set("treatment", usualTreatment(point, reference));
        rows.push_back(std::move(row));
    }
    return rows;
}

[[nodiscard]] std::string period(const CaseStory& story) {
    const auto first = dayOf(story.first());
    const auto latest = dayOf(story.latest());
    return first == latest ? longDayText(first)
                           : shown({tr("{1} to {2}"), {longDayText(first), longDayText(latest)}});
}

[[nodiscard]] std::string planOf(const CaseStory& story) {
    for (auto session = story.sessions.rbegin(); session != story.sessions.rend(); ++session) {
        if (const auto& plan = noteOf(*session, NotePart::Plan).text; !plan.empty()) {
            return plan;
        }
    }
    return {};
}

void setPeople(report::Fields& fields, const Clinic& clinic, const ReportMatter& matter) {
    const auto& record = matter.story.record;
    fields.set("clinic.name", clinic.profile().name)
        .set("clinic.address", clinic.profile().address)
        .set("clinic.phone", clinic.profile().phone)
        .set("patient.name", fullName(matter.patient))
        .set("patient.birth",
             matter.patient.birthDate ? longDayText(*matter.patient.birthDate) : std::string{})
        .set("case.title", record.complaint)
        .set("case.since", record.onset ? longDayText(*record.onset) : std::string{})
        .set("case.diagnosis", record.diagnosisCode)
        .set("case.goal", record.goal)
        .set("practitioner.name", matter.practitionerName)
        .set("practitioner.profession", matter.profession)
        .set("practitioner.registration", matter.registration);
}

[[nodiscard]] std::string signedLine(const ReportMatter& matter) {
    const auto& latest = matter.story.latest();
    if (!latest.signature) {
        return {};
    }
    return shown({tr("Signed {1}, {2} · {3}"),
                  {dayText(localDay(latest.signature->at, latest.timeZone)),
                   clockText(latest.signature->at, latest.timeZone), matter.practitionerName}});
}

} // namespace

bool holdsDraft(const CaseStory& story) {
    return std::ranges::any_of(story.sessions,
                               [](const Session& session) { return !isSigned(session); });
}

report::Fields reportFields(const Clinic& clinic, const ReportMatter& matter) {
    const auto& story = matter.story;
    const auto& reference = clinic.reference();
    report::Fields fields;
    setPeople(fields, clinic, matter);
    fields.set("title", tr("Progress report"))
        .set("period", period(story))
        .set("sessionCount",
             shown({story.sessions.size() == 1 ? tr("{1} session") : tr("{1} sessions"),
                    {std::to_string(story.sessions.size())}}))
        .set("summary", summaryOf(story, reference))
        .setList("cards", cards(story, reference))
        .setFlag("hasMaps", !story.points.empty() || !story.first().painAreas.empty() ||
                                !story.latest().painAreas.empty())
        .setFlag("hasSecondMap", story.sessions.size() > 1)
        .set("first.date", longDayText(dayOf(story.first())))
        .set("first.caption", mapCaption(story.first(), clinic.map(), mainView(story)))
        .set("latest.date", longDayText(dayOf(story.latest())))
        .set("latest.caption", mapCaption(story.latest(), clinic.map(), mainView(story)))
        .setFlag("hasTrend",
                 std::ranges::any_of(story.sessions,
                                     [](const Session& s) { return s.painNow.has_value(); }))
        .set("trendTitle", tr("Pain"))
        .set("helped", helpedText(story, reference))
        .setFlag("hasPoints", !story.points.empty())
        .setList("points", points(story, reference))
        .setNote("plan", planOf(story))
        .set("signed", signedLine(matter))
        .setFlag("draft", holdsDraft(story))
        .set("attribution", clinic.knowledge().attribution());
    setMotions(fields, story, reference);
    setLatestSession(fields, story);
    std::vector<report::Fields> sources;
    const auto change = painChange(story, reference);
    const auto* judgedBy = change ? judgingThreshold(*change) : nullptr;
    if (judgedBy != nullptr) {
        report::Fields source;
        source.set("mark", "¹")
            .set("text", judgedBy->population + ": " + judgedBy->citation +
                             (judgedBy->sourceUnchecked
                                  ? std::string{" ("} + tr("source not yet checked") + ")"
                                  : ""));
        sources.push_back(std::move(source));
    }
    fields.setList("sources", std::move(sources));
    return fields;
}

} // namespace palpate::app
