// SPDX-License-Identifier: MIT
#include "app/HistoryLines.h"

#include "app/JointPlaces.h"
#include "app/TimeText.h"
#include "app/Words.h"
#include "domain/Message.h"

#include <algorithm>
#include <iterator>
#include <utility>
#include <vector>

namespace palpate::app {

namespace {

constexpr std::size_t kExcerptCharacters = 180;

/// The first sentence or so of what the patient said, cut at a word; within it where it is longer
/// than all that is shown.
[[nodiscard]] std::string excerptOf(const Session& session) {
    const auto& text = noteOf(session, NotePart::Subjective).text;
    if (text.size() <= kExcerptCharacters) {
        return text;
    }
    if (const auto blank = text.find_last_of(" \n\t", kExcerptCharacters);
        blank != std::string::npos && blank > 0) {
        return text.substr(0, blank) + " …";
    }
    auto cut = kExcerptCharacters;
    while (cut > 0 && (static_cast<unsigned char>(text[cut]) & 0xC0U) == 0x80U) {
        --cut; // not inside a character
    }
    return text.substr(0, cut) + "…";
}

[[nodiscard]] std::string painWords(const Session& session) {
    if (!session.painNow) {
        return session.painAfter ? shown({tr("pain not asked, after {1}"),
                                          {std::to_string(session.painAfter->value())}})
                                 : std::string{tr("pain not asked")};
    }
    const auto now = std::to_string(session.painNow->value());
    return session.painAfter ? shown({tr("pain {1}, after {2}"),
                                      {now, std::to_string(session.painAfter->value())}})
                             : shown({tr("pain {1}"), {now}});
}

[[nodiscard]] std::string countedPoints(std::size_t count) {
    return shown({count == 1 ? tr("{1} point") : tr("{1} points"), {std::to_string(count)}});
}

/// Where one treatment was given; empty: at a point that the session has no more.
[[nodiscard]] std::string placeText(const Treatment& treatment, const Session& session,
                                    const reference::Reference& reference) {
    if (const auto* point = std::get_if<TriggerPointId>(&treatment.target)) {
        const auto* finding = findingAt(session, *point);
        return finding != nullptr ? shortMuscle(reference, finding->muscle, finding->side)
                                  : std::string{};
    }
    if (const auto* muscle = std::get_if<MuscleTarget>(&treatment.target)) {
        return shortMuscle(reference, muscle->muscle, muscle->side);
    }
    if (const auto* region = std::get_if<RegionTarget>(&treatment.target)) {
        return shortRegion(region->region, region->side);
    }
    return jointText(std::get<JointTarget>(treatment.target), reference);
}

/// "Pressure release R quadratus lumborum, R gluteus medius; ..." of one session.
[[nodiscard]] std::string treatmentsOf(const Session& session,
                                       const reference::Reference& reference) {
    std::vector<std::pair<TechniqueKey, std::vector<std::string>>> byTechnique;
    for (const auto& treatment : session.treatments) {
        auto same = std::ranges::find(byTechnique, treatment.technique,
                                      &std::pair<TechniqueKey, std::vector<std::string>>::first);
        if (same == byTechnique.end()) {
            byTechnique.push_back({treatment.technique, {}});
            same = std::prev(byTechnique.end());
        }
        auto where = placeText(treatment, session, reference);
        if (!where.empty() && std::ranges::count(same->second, where) == 0) {
            same->second.push_back(std::move(where));
        }
    }
    std::string text;
    for (const auto& [technique, places] : byTechnique) {
        text += (text.empty() ? "" : "; ") + techniqueLabel(reference, technique);
        for (std::size_t i = 0; i < places.size(); ++i) {
            text += (i == 0 ? " " : ", ") + places[i];
        }
    }
    return text;
}

[[nodiscard]] std::string statusOf(const Session& session) {
    if (session.addenda.size() == 1) {
        return tr("signed · 1 addendum");
    }
    if (session.addenda.size() > 1) {
        return shown({tr("signed · {1} addenda"), {std::to_string(session.addenda.size())}});
    }
    return isSigned(session) ? tr("signed") : tr("draft");
}

} // namespace

HistoryLine historyLine(const Session& session, int number, const reference::Reference& reference) {
    const auto day = dayText(localDay(session.startedAt, session.timeZone));
    const auto pain = painWords(session);
    const auto points = countedPoints(session.findings.size());
    return {.id = session.id,
            .number = number,
            .title = shown({tr("Session {1} · {2}"), {std::to_string(number), day}}),
            .status = statusOf(session),
            .pain = pain,
            .points = points,
            .numbers = pain + " · " + points,
            .treatments = treatmentsOf(session, reference),
            .excerpt = excerptOf(session),
            .draft = !isSigned(session)};
}

} // namespace palpate::app
