// SPDX-License-Identifier: MIT
#include "app/HistoryFilter.h"

#include "app/Clinic.h"
#include "app/PainWords.h"
#include "app/TimeText.h"
#include "app/Words.h"
#include "domain/Message.h"
#include "domain/Text.h"
#include "reference/Reference.h"

#include <algorithm>
#include <map>
#include <set>
#include <variant>

namespace palpate::app {

namespace {

/// The muscles in which something was found or treated, each once.
[[nodiscard]] std::set<MuscleKey> musclesOf(const Session& session) {
    std::set<MuscleKey> muscles;
    for (const auto& finding : session.findings) {
        muscles.insert(finding.muscle);
    }
    for (const auto& treatment : session.treatments) {
        if (const auto* muscle = std::get_if<MuscleTarget>(&treatment.target)) {
            muscles.insert(muscle->muscle);
        }
    }
    return muscles;
}

[[nodiscard]] std::set<TechniqueKey> techniquesOf(const Session& session) {
    std::set<TechniqueKey> techniques;
    for (const auto& treatment : session.treatments) {
        techniques.insert(treatment.technique);
    }
    return techniques;
}

/// Counts in how many sessions each key occurs.
template <class Key, class KeysOf, class LabelOf>
[[nodiscard]] std::vector<HistoryChoice<Key>> choicesIn(std::span<const Session> sessions,
                                                        KeysOf keysOf, LabelOf labelOf) {
    std::map<Key, int> counts;
    for (const auto& session : sessions) {
        for (const auto& key : keysOf(session)) {
            ++counts[key];
        }
    }
    std::vector<HistoryChoice<Key>> choices;
    for (const auto& [key, count] : counts) {
        choices.push_back({key, labelOf(key), count});
    }
    std::ranges::sort(choices, {}, &HistoryChoice<Key>::label);
    return choices;
}

[[nodiscard]] std::string ofPoints(int assessed, int points) {
    return shown({points == 1 ? tr("{1} of {2} point assessed") : tr("{1} of {2} points assessed"),
                  {std::to_string(assessed), std::to_string(points)}});
}

/// "2 active, 1 latent, 0 resolved, 3 not judged"; empty without a point.
[[nodiscard]] std::string judgedWords(const PointTotals& totals) {
    if (totals.points == 0) {
        return {};
    }
    const auto unjudged = std::to_string(totals.stateNotAssessed);
    if (totals.stateNotAssessed == totals.points) {
        return shown({tr("{1} not judged"), {unjudged}});
    }
    return shown({totals.stateNotAssessed > 0
                      ? tr("{1} active, {2} latent, {3} resolved, {4} not judged")
                      : tr("{1} active, {2} latent, {3} resolved"),
                  {std::to_string(totals.active), std::to_string(totals.latent),
                   std::to_string(totals.resolved), unjudged}});
}

[[nodiscard]] DifferenceFigure painFigure(const Session& session) {
    DifferenceFigure figure;
    figure.name = tr("Pain now");
    figure.value = session.painNow ? std::to_string(session.painNow->value()) : tr("not asked");
    figure.remark =
        session.painAfter
            ? shown({tr("{1} after treatment"), {std::to_string(session.painAfter->value())}})
            : std::string{tr("not asked after treatment")};
    return figure;
}

[[nodiscard]] DifferenceFigure treatedFigure(const Session& session,
                                             const reference::Reference& reference) {
    DifferenceFigure figure;
    figure.name = tr("Treatments");
    figure.value = std::to_string(session.treatments.size());
    std::vector<std::string> techniques;
    for (const auto& technique : techniquesOf(session)) {
        techniques.push_back(techniqueLabel(reference, technique));
    }
    figure.remark = techniques.empty() ? std::string{tr("none noted")} : listed(techniques);
    return figure;
}

} // namespace

bool passes(const HistoryFilter& filter, const Session& session, Date day) {
    return filter.days.holds(day) &&
           (!filter.practitioner || *filter.practitioner == session.practitioner) &&
           (!filter.muscle || musclesOf(session).contains(*filter.muscle)) &&
           (!filter.technique || techniquesOf(session).contains(*filter.technique));
}

std::vector<HistoryChoice<MuscleKey>> musclesIn(std::span<const Session> sessions,
                                                const reference::Reference& reference) {
    return choicesIn<MuscleKey>(sessions, musclesOf, [&](const MuscleKey& key) {
        return reference.muscleNames().shortLabel(key);
    });
}

std::vector<HistoryChoice<TechniqueKey>> techniquesIn(std::span<const Session> sessions,
                                                      const reference::Reference& reference) {
    return choicesIn<TechniqueKey>(sessions, techniquesOf, [&](const TechniqueKey& key) {
        return techniqueLabel(reference, key);
    });
}

std::vector<HistoryChoice<PractitionerId>>
practitionersIn(std::span<const Session> sessions,
                const std::function<std::string(const PractitionerId&)>& nameOf) {
    return choicesIn<PractitionerId>(
        sessions, [](const Session& session) { return std::set{session.practitioner}; }, nameOf);
}

std::string daysWords(const Range<Date>& days) {
    if (days.least && days.most) {
        return *days.least == *days.most
                   ? shown({tr("on {1}"), {dayText(*days.least)}})
                   : shown({tr("{1} to {2}"), {dayText(*days.least), dayText(*days.most)}});
    }
    if (days.least) {
        return shown({tr("since {1}"), {dayText(*days.least)}});
    }
    return days.most ? shown({tr("until {1}"), {dayText(*days.most)}}) : std::string{};
}

ReadDays readDays(const TypedDays& typed) {
    ReadDays read;
    const auto dayIn = [&](const std::string& text, const char* problem) {
        const auto words = trimmed(text);
        const auto day = parseTypedDay(words);
        if (!words.empty() && !day) {
            read.problems.push_back({problem, {words}});
        }
        return day;
    };
    read.days.least = dayIn(typed.from, tr("First day: “{1}” is no date. Write it like 23 Nov "
                                           "2026 or 23.11.2026."));
    read.days.most = dayIn(typed.to, tr("Last day: “{1}” is no date. Write it like 23 Nov 2026 "
                                        "or 23.11.2026."));
    if (read.days.least && read.days.most && *read.days.most < *read.days.least) {
        read.problems.push_back({tr("Last day: {1} lies before the first one, {2}."),
                                 {dayText(*read.days.most), dayText(*read.days.least)}});
    }
    if (!read.problems.empty()) {
        read.days = {};
    }
    return read;
}

std::vector<DifferenceFigure> figuresOf(const Clinic& clinic, const Session& session) {
    const auto totals = totalsOf(session.findings);
    std::vector<DifferenceFigure> figures{painFigure(session)};
    DifferenceFigure tender;
    tender.name = tr("Total tenderness");
    tender.value = totals.tendernessAssessed > 0 ? std::to_string(totals.totalTenderness)
                                                 : std::string{tr("not assessed")};
    tender.remark = ofPoints(totals.tendernessAssessed, totals.points);
    figures.push_back(std::move(tender));
    DifferenceFigure points;
    points.name = tr("Points");
    points.value =
        totals.points > 0 ? std::to_string(totals.points) : std::string{tr("none recorded")};
    points.remark = judgedWords(totals);
    figures.push_back(std::move(points));
    DifferenceFigure area;
    area.name = tr("Pain area");
    const auto drawn = painAreaShort(atlas::paintedTotals(clinic.map(), session.painAreas));
    area.value = drawn.empty() ? std::string{tr("not drawn")} : drawn;
    area.remark = drawn.empty() ? std::string{} : tr("projected on the standard figure");
    figures.push_back(std::move(area));
    figures.push_back(treatedFigure(session, clinic.reference()));
    return figures;
}

} // namespace palpate::app
