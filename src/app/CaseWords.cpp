// SPDX-License-Identifier: MIT
// How changes are judged, and what has helped.
#include "app/CaseStory.h"
#include "app/SentenceWords.h"
#include "app/TimeText.h"
#include "app/WhatHelps.h"
#include "app/Words.h"
#include "reference/Reference.h"

#include <cmath>
#include <cstdlib>
#include <utility>

namespace palpate::app {

namespace {

constexpr std::size_t kNamedOnce = 2; // more techniques of a single use are only counted

} // namespace

bool PainChange::mayBeChance() const noexcept {
    return detectable && std::abs(delta()) < detectable->points;
}

std::string changeNote(const PainChange& change, Footnotes* notes) {
    const auto text = signedText(change.delta());
    const auto mark = [&](const Threshold& threshold) {
        return notes != nullptr ? " " + notes->mark(threshold.footnote()) : std::string{};
    };
    if (change.mayBeChance()) {
        return shown({tr("{1}; below the {2} that chance gives{3}"),
                      {text, change.detectable->figure(), mark(*change.detectable)}});
    }
    if (!change.matters) {
        return shown({tr("{1}; no accepted smallest change"), {text}});
    }
    return shown(
        {tr("{1}; matters from {2}{3}"), {text, change.matters->figure(), mark(*change.matters)}});
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
    auto known = thresholdsOf(*reference::MeasureKey::from("nprs"), story.record.area, reference);
    change.matters = std::move(known.matters);
    change.detectable = std::move(known.detectable);
    return change;
}

std::string helpedText(const CaseStory& story, const reference::Reference& reference,
                       Audience audience) {
    const bool isPlain = audience == Audience::Patient;
    std::vector<std::string> sentences;
    std::vector<std::string> lowered;
    std::vector<std::string> raised;
    std::vector<std::string> tooFew;
    std::vector<std::string> once;
    for (const auto& each : story.techniques) {
        const auto label = techniqueLabel(reference, each.technique);
        const auto measured = std::to_string(each.measured);
        if (each.measured < kLeastUses) {
            if (each.uses == 1) {
                once.push_back(uncapitalised(label));
            } else {
                tooFew.push_back(
                    shown({tr("{1} ({2} times, {3} measured)"),
                           {uncapitalised(label), std::to_string(each.uses), measured}}));
            }
        } else if (std::lround(each.meanChange * 10) == 0) {
            sentences.push_back(
                shown({isPlain ? tr("{1} left the spots as tender as they were, on average ({2} "
                                    "times).")
                               : tr("{1} left tenderness unchanged on average ({2} times)."),
                       {label, measured}}));
        } else {
            auto& same = each.meanChange < 0 ? lowered : raised;
            const auto figure = oneDecimal(each.meanChange);
            if (!same.empty()) { // the verb is said once
                same.push_back(shown(
                    {tr("{1} by {2} ({3} times)"), {uncapitalised(label), figure, measured}}));
                continue;
            }
            const bool isLess = each.meanChange < 0;
            same.push_back(
                shown({isPlain  ? isLess ? tr("{1} made the spots less tender, by {2} of 10 on "
                                               "average ({3} times)")
                                         : tr("{1} made the spots more tender, by {2} of 10 on "
                                               "average ({3} times)")
                        : isLess ? tr("{1} lowered tenderness by {2} points a time ({3} times)")
                                : tr("{1} raised tenderness by {2} points a time ({3} times)"),
                       {label, figure, measured}}));
        }
    }
    sentences.insert(sentences.begin(), asSentence(joined(raised, ", ")));
    sentences.insert(sentences.begin(), asSentence(joined(lowered, ", ")));
    if (once.size() > kNamedOnce) {
        tooFew.push_back(
            shown({tooFew.empty() ? tr("{1} techniques once each") : tr("{1} others once each"),
                   {std::to_string(once.size())}}));
    } else {
        for (const auto& label : once) {
            tooFew.push_back(shown({tr("{1} (once)"), {label}}));
        }
    }
    if (!tooFew.empty()) {
        sentences.push_back(shown({tr("Too few to judge: {1}."), {joined(tooFew, ", ")}}));
    }
    return paragraph(sentences);
}

} // namespace palpate::app
