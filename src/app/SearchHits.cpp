// SPDX-License-Identifier: MIT
#include "app/SearchHits.h"

#include "app/Clinic.h"
#include "app/TimeText.h"
#include "app/Words.h"

#include <algorithm>

namespace palpate::app {

namespace {

constexpr std::size_t kTold = 2; // of points and of treatments in one line

/// "1,234"
[[nodiscard]] std::string grouped(int count) {
    auto text = std::to_string(count);
    for (auto at = static_cast<std::ptrdiff_t>(text.size()) - 3; at > 0; at -= 3) {
        text.insert(static_cast<std::size_t>(at), ",");
    }
    return text;
}

[[nodiscard]] std::string findingText(const Clinic& clinic, const Finding& finding) {
    std::vector<std::string> judged;
    if (finding.state) {
        judged.push_back(stateWord(*finding.state));
    }
    if (finding.tenderness) {
        judged.push_back(
            shown({tr("tenderness {1}"), {std::to_string(finding.tenderness->value())}}));
    }
    auto text = longMuscle(clinic.reference(), finding.muscle, finding.side);
    for (std::size_t i = 0; i < judged.size(); ++i) {
        text += (i == 0 ? ": " : ", ") + judged[i];
    }
    return text;
}

/// The first of them, and how many more.
[[nodiscard]] std::string told(const std::vector<std::string>& texts) {
    std::string text;
    for (std::size_t i = 0; i < std::min(texts.size(), kTold); ++i) {
        text += (i == 0 ? "" : "; ") + texts[i];
    }
    return texts.size() > kTold
               ? shown({tr("{1} and {2} more"), {text, std::to_string(texts.size() - kTold)}})
               : text;
}

[[nodiscard]] std::string numberOf(std::size_t count, const char* one, const char* many) {
    return shown({count == 1 ? one : many, {std::to_string(count)}});
}

/// What of the session the filter means; of one that means neither only how much there is.
[[nodiscard]] std::string detailOf(const Clinic& clinic, const SessionFilter& filter,
                                   const storage::FoundSession& found) {
    const bool meansPoints = !filter.finding.isOpen();
    const bool meansTreatments = !filter.treatment.isOpen();
    std::string points;
    std::string treatments;
    if (meansPoints || meansTreatments) {
        points = meansPoints ? told(pointsMeant(clinic, filter, found)) : std::string{};
        treatments = meansTreatments ? told(treatmentsMeant(clinic, filter, found)) : std::string{};
    } else {
        points = numberOf(found.findings.size(), tr("{1} point"), tr("{1} points"));
        treatments = numberOf(found.treatments.size(), tr("{1} treatment"), tr("{1} treatments"));
    }
    return points + (points.empty() || treatments.empty() ? "" : " · ") + treatments;
}

} // namespace

std::vector<std::string> pointsMeant(const Clinic& clinic, const SessionFilter& filter,
                                     const storage::FoundSession& found) {
    std::vector<std::string> texts;
    for (const auto& finding : found.findings) {
        if (matches(filter.finding, finding)) {
            texts.push_back(findingText(clinic, finding));
        }
    }
    return texts;
}

std::vector<std::string> treatmentsMeant(const Clinic& clinic, const SessionFilter& filter,
                                         const storage::FoundSession& found) {
    std::vector<std::string> texts;
    for (const auto& treatment : found.treatments) {
        if (matches(filter.treatment, treatment, found.findings)) {
            auto text = treatmentText(clinic.reference(), treatment);
            if (const auto* muscle = std::get_if<MuscleTarget>(&treatment.target)) {
                text += ", " + longMuscle(clinic.reference(), muscle->muscle, muscle->side);
            }
            if (std::ranges::find(texts, text) == texts.end()) {
                texts.push_back(std::move(text));
            }
        }
    }
    return texts;
}

SearchHit hitOf(const Clinic& clinic, const SessionFilter& filter,
                const storage::FoundSession& found) {
    SearchHit hit{.patient = found.hit.patient,
                  .session = found.hit.session,
                  .title = found.hit.patientName,
                  .when = weekdayText(localDay(found.hit.startedAt, clinic.profile().timeZone)),
                  .detail = detailOf(clinic, filter, found),
                  .excerpt = found.hit.snippet,
                  .bold = {}};
    for (const auto& span : found.hit.matches) {
        hit.bold.push_back({span.begin, span.length});
    }
    return hit;
}

SearchHit hitOf(const Clinic& clinic, const SessionFilter& filter,
                const storage::FoundPatient& found) {
    auto hit = hitOf(clinic, filter, found.newest);
    hit.when = shown({tr("{1}, last {2}"),
                      {countText(found.sessions, ResultsAs::Sessions),
                       dayText(localDay(found.newest.hit.startedAt, clinic.profile().timeZone))}});
    return hit;
}

std::string countText(const storage::HitCount& count, ResultsAs as) {
    const bool isSessions = as == ResultsAs::Sessions;
    const auto number = grouped(count.count) + (count.isMore ? "+" : "");
    if (count.count == 0 && !count.isMore) {
        return isSessions ? tr("no session") : tr("no patient");
    }
    if (count.count == 1 && !count.isMore) {
        return isSessions ? tr("1 session") : tr("1 patient");
    }
    return shown({isSessions ? tr("{1} sessions") : tr("{1} patients"), {number}});
}

} // namespace palpate::app
