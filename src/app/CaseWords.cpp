// SPDX-License-Identifier: MIT
#include "app/CaseStory.h"
#include "app/TimeText.h"
#include "app/Words.h"
#include "reference/Reference.h"

#include <cmath>
#include <cstdlib>

namespace palpate::app {

namespace {

constexpr int kFewestUses = 3; // below it a mean says nothing about a patient

[[nodiscard]] std::string oneDecimal(double value) {
    const auto tenths = std::lround(std::abs(value) * 10);
    const auto text = std::to_string(tenths / 10);
    return tenths % 10 == 0 ? text : text + "." + std::to_string(tenths % 10);
}

/// "Childs JD, Piva SR, ... Spine 2005;30" becomes "Childs 2005".
[[nodiscard]] std::string shortCitation(const std::string& citation) {
    const auto author = citation.substr(0, citation.find_first_of(" ,."));
    for (std::size_t i = 0; i + 4 <= citation.size(); ++i) {
        const auto year = citation.substr(i, 4);
        const bool isYear = (year.starts_with("19") || year.starts_with("20")) &&
                            year.find_first_not_of("0123456789") == std::string::npos;
        if (isYear) {
            return author + " " + year;
        }
    }
    return author;
}

[[nodiscard]] Threshold thresholdOf(const reference::ImportantChange& row,
                                    const reference::Reference& reference) {
    Threshold threshold{.points = row.value,
                        .population = row.population,
                        .sourceUnchecked = reference.sources().warningFor(row.sources).has_value()};
    if (!row.sources.empty()) {
        if (const auto* source = reference.sources().find(row.sources.front())) {
            threshold.citation = source->citation;
            threshold.source = shortCitation(source->citation);
        }
    }
    return threshold;
}

[[nodiscard]] std::string counted(const char* one, const char* many, std::size_t count) {
    return shown({count == 1 ? one : many, {std::to_string(count)}});
}

[[nodiscard]] std::string painSentence(const CaseStory& story,
                                       const reference::Reference& reference) {
    const auto change = painChange(story, reference);
    if (!change) {
        const auto& now = story.latest().painNow;
        return now ? shown({tr("Pain now is {1} of 10."), {std::to_string(now->value())}})
                   : std::string{
                         tr("Pain now was not asked in two sessions, so no change can be told.")};
    }
    const auto first = std::to_string(change->first);
    const auto latest = std::to_string(change->latest);
    if (change->delta() == 0) {
        return shown({tr("Pain is unchanged at {1} of 10."), {latest}});
    }
    const auto moved = change->delta() < 0 ? tr("Pain has fallen from {1} to {2} of 10.")
                                           : tr("Pain has risen from {1} to {2} of 10.");
    return shown({moved, {first, latest}}) + " " + verdictOn(*change);
}

[[nodiscard]] std::string pointsSentence(const CaseStory& story) {
    std::size_t active = 0;
    std::size_t latent = 0;
    std::size_t resolved = 0;
    std::size_t unjudged = 0;
    std::size_t unseen = 0;
    for (const auto& point : story.points) {
        active += point.state == State::Active ? 1 : 0;
        latent += point.state == State::Latent ? 1 : 0;
        resolved += point.state == State::Resolved ? 1 : 0;
        unjudged += point.state ? 0 : 1;
        unseen += point.seenLatest || point.state == State::Resolved ? 0 : 1;
    }
    if (story.points.empty()) {
        return tr("No trigger point was recorded.");
    }
    auto text =
        shown({tr("{1}: {2} active, {3} latent, {4} resolved"),
               {counted(tr("{1} trigger point"), tr("{1} trigger points"), story.points.size()),
                std::to_string(active), std::to_string(latent), std::to_string(resolved)}});
    if (unjudged > 0) {
        text += shown({tr(", {1} not judged"), {std::to_string(unjudged)}});
    }
    text += ".";
    if (unseen > 0) {
        text +=
            " " + counted(tr("{1} open point was not assessed in the latest session."),
                          tr("{1} open points were not assessed in the latest session."), unseen);
    }
    return text;
}

} // namespace

std::string Threshold::grounds() const {
    return population + (source.empty() ? "" : "; " + source) +
           (sourceUnchecked ? std::string{"; "} + tr("source not yet checked") : "");
}

std::string Threshold::figure() const {
    return oneDecimal(points);
}

bool PainChange::mayBeChance() const noexcept {
    return detectable && std::abs(delta()) < detectable->points;
}

std::optional<PainChange> painChange(const CaseStory& story,
                                     const reference::Reference& reference) {
    const Session* first = nullptr;
    const Session* latest = nullptr;
    for (const auto& session : story.sessions) {
        if (session.painNow) {
            first = first == nullptr ? &session : first;
            latest = &session;
        }
    }
    if (first == nullptr || first == latest) {
        return std::nullopt;
    }
    PainChange change{.first = first->painNow->value(),
                      .latest = latest->painNow->value(),
                      .firstDay = localDay(first->startedAt, first->timeZone),
                      .latestDay = localDay(latest->startedAt, latest->timeZone)};
    const auto measure = reference::MeasureKey::from("nprs");
    const auto& measures = reference.outcomeMeasures();
    if (const auto* row = measures.preferredChange(*measure, story.record.area)) {
        change.matters = thresholdOf(*row, reference);
    }
    for (const auto* row : measures.detectableChanges(*measure, story.record.area)) {
        if (!row->isPercent() && (!change.detectable || row->value > change.detectable->points)) {
            change.detectable = thresholdOf(*row, reference);
        }
    }
    return change;
}

std::string verdictOn(const PainChange& change) {
    const double size = std::abs(change.delta());
    if (change.mayBeChance()) {
        return shown(
            {tr("The change is smaller than the {1} points that can be told from chance ({2})."),
             {change.detectable->figure(), change.detectable->grounds()}});
    }
    if (!change.matters) {
        return tr("There is no accepted smallest change for this complaint.");
    }
    const char* sentence = tr("The change equals the {1} points that matter to patients ({2}).");
    if (size < change.matters->points) {
        sentence = tr("The change is smaller than the {1} points that matter to patients ({2}).");
    } else if (size > change.matters->points) {
        sentence = tr("The change is larger than the {1} points that matter to patients ({2}).");
    }
    return shown({sentence, {change.matters->figure(), change.matters->grounds()}});
}

std::string summaryOf(const CaseStory& story, const reference::Reference& reference) {
    if (story.sessions.size() == 1) {
        const auto day = longDayText(localDay(story.first().startedAt, story.first().timeZone));
        const auto pain = story.first().painNow
                              ? shown({tr("pain now {1} of 10"),
                                       {std::to_string(story.first().painNow->value())}})
                              : std::string{tr("pain now not asked")};
        return shown({tr("One session so far, on {1}: {2}."), {day, pain}}) + " " +
               pointsSentence(story);
    }
    return painSentence(story, reference) + " " + pointsSentence(story);
}

std::string helpedText(const CaseStory& story, const reference::Reference& reference) {
    std::string text;
    for (const auto& each : story.techniques) {
        const auto label = techniqueLabel(reference, each.technique);
        std::string sentence;
        if (each.measured < kFewestUses) {
            sentence = shown({tr("{1}: given {2} times, too few measured to judge."),
                              {label, std::to_string(each.uses)}});
            if (each.uses == 1) {
                sentence = shown({tr("{1}: given once, too few to judge."), {label}});
            }
        } else if (std::lround(each.meanChange * 10) == 0) {
            sentence = shown({tr("{1} left tenderness unchanged on average ({2} times)."),
                              {label, std::to_string(each.measured)}});
        } else {
            sentence = shown({each.meanChange < 0
                                  ? tr("{1} lowered tenderness by {2} points a time ({3} times).")
                                  : tr("{1} raised tenderness by {2} points a time ({3} times)."),
                              {label, oneDecimal(each.meanChange), std::to_string(each.measured)}});
        }
        text += (text.empty() ? "" : " ") + sentence;
    }
    return text;
}

} // namespace palpate::app
