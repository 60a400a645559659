// SPDX-License-Identifier: MIT
#include "app/PainSentences.h"

#include "app/SentenceWords.h"
#include "app/SessionDays.h"
#include "app/TimeText.h"
#include "app/Words.h"

#include <algorithm>
#include <cstdlib>

namespace palpate::app {

namespace {

class PainTeller {
public:
    PainTeller(const CaseStory& story, const reference::Reference& reference,
               const Wording& wording)
        : story_{story}, reference_{reference}, wording_{wording} {}

    [[nodiscard]] std::vector<std::string> sentences() const {
        const auto change = painChange(story_, reference_);
        if (!change) {
            return {painOnce()};
        }
        std::vector<std::string> told;
        told.push_back(isForPatient() ? plainChange(*change) : changed(*change));
        told.push_back(between(*change));
        if (change->delta() != 0) {
            told.push_back(verdictOn(*change, wording_));
        }
        if (!story_.latest().painNow) {
            told.push_back(
                shown({tr("At the latest visit, on {1}, it was not asked; the last answer is of "
                          "{2}."),
                       {longDayText(dayOf(story_.latest())), longDayText(change->latestDay)}}));
        }
        return told;
    }

private:
    [[nodiscard]] bool isForPatient() const { return wording_.audience == Audience::Patient; }

    [[nodiscard]] std::string painOnce() const {
        const auto asked = std::ranges::find_if(
            story_.sessions, [](const Session& s) { return s.painNow.has_value(); });
        if (asked == story_.sessions.end()) {
            return isForPatient() ? tr("You were not asked how strong your pain is.")
                                  : tr("Pain now was not asked.");
        }
        const auto value = std::to_string(asked->painNow->value());
        if (story_.sessions.size() == 1) {
            return shown({isForPatient() ? tr("Your pain was {1} of 10 that day (0 is no pain, 10 "
                                              "the worst you can imagine).")
                                         : tr("Pain now was {1} of 10."),
                          {value}});
        }
        return shown({isForPatient()
                          ? tr("Your pain was {1} of 10 on {2}. You were asked only once, so no "
                               "change can be told.")
                          : tr("Pain now was {1} of 10 on {2}; it was asked only then, so no "
                               "change can be told."),
                      {value, longDayText(dayOf(*asked))}});
    }

    [[nodiscard]] std::string changed(const PainChange& change) const {
        const auto first = std::to_string(change.first);
        const auto latest = std::to_string(change.latest);
        // The header says from when to when, unless pain was asked later first.
        const auto since = change.firstDay == dayOf(story_.first())
                               ? std::string{}
                               : shown({tr(" since {1}, when it was asked first"),
                                        {longDayText(change.firstDay)}});
        if (change.delta() == 0) {
            return shown({tr("Pain is unchanged at {1} of 10{2}."), {latest, since}});
        }
        return shown({change.delta() < 0 ? tr("Pain has fallen from {1} to {2} of 10{3}.")
                                         : tr("Pain has risen from {1} to {2} of 10{3}."),
                      {first, latest, since}});
    }

    [[nodiscard]] static std::string plainChange(const PainChange& change) {
        const auto latest = std::to_string(change.latest);
        if (change.delta() == 0) {
            return shown({tr("Your pain was {1} of 10 on {2} and is the same on {3} (0 is no "
                             "pain, 10 the worst you can imagine)."),
                          {latest, longDayText(change.firstDay), longDayText(change.latestDay)}});
        }
        return shown({tr("Your pain was {1} of 10 on {2} and {3} of 10 on {4} (0 is no pain, 10 "
                         "the worst you can imagine)."),
                      {std::to_string(change.first), longDayText(change.firstDay), latest,
                       longDayText(change.latestDay)}});
    }

    /// What the two ends hide; empty when nothing between them lies outside.
    [[nodiscard]] std::string between(const PainChange& change) const {
        int highest = std::max(change.first, change.latest);
        int lowest = std::min(change.first, change.latest);
        const int ends[] = {lowest, highest};
        for (const auto& session : story_.sessions) {
            if (session.painNow) {
                highest = std::max(highest, session.painNow->value());
                lowest = std::min(lowest, session.painNow->value());
            }
        }
        if (highest > ends[1] && lowest < ends[0]) {
            return shown({tr("In between it lay between {1} and {2}."),
                          {std::to_string(lowest), std::to_string(highest)}});
        }
        if (highest > ends[1]) {
            return shown({tr("In between it was as high as {1}."), {std::to_string(highest)}});
        }
        return lowest < ends[0]
                   ? shown({tr("In between it was as low as {1}."), {std::to_string(lowest)}})
                   : std::string{};
    }

    const CaseStory& story_;
    const reference::Reference& reference_;
    const Wording& wording_;
};

} // namespace

std::vector<std::string> painSentences(const CaseStory& story,
                                       const reference::Reference& reference,
                                       const Wording& wording) {
    return PainTeller{story, reference, wording}.sentences();
}

std::string verdictOn(const PainChange& change, const Wording& wording) {
    const double size = std::abs(change.delta());
    const bool plain = wording.audience == Audience::Patient;
    const auto ground = [&](const Threshold& threshold) {
        return wording.notes != nullptr ? wording.notes->mark(threshold.footnote())
                                        : shown({tr(" ({1})"), {threshold.grounds()}});
    };
    const auto moved = std::to_string(std::abs(change.delta()));
    if (change.mayBeChance()) {
        return shown({plain ? tr("A change of less than {1} points can be chance{2}; this one is "
                                 "{3}.")
                            : tr("The change is smaller than the {1} points that can be told from "
                                 "chance{2}."),
                      {change.detectable->figure(), ground(*change.detectable), moved}});
    }
    if (!change.matters) {
        return plain ? tr("How large a change has to be to matter is not known for this complaint.")
                     : tr("There is no accepted smallest change for this complaint.");
    }
    const char* sentence = tr("The change equals the {1} points that matter to patients{2}.");
    if (plain) {
        sentence = tr("A change matters to people from {1} points on{2}; this one is {3}.");
    } else if (size < change.matters->points) {
        sentence = tr("The change is smaller than the {1} points that matter to patients{2}.");
    } else if (size > change.matters->points) {
        sentence = tr("The change is larger than the {1} points that matter to patients{2}.");
    }
    return shown({sentence, {change.matters->figure(), ground(*change.matters), moved}});
}

} // namespace palpate::app
