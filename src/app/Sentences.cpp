// SPDX-License-Identifier: MIT
#include "app/Sentences.h"

#include "app/SentenceWords.h"
#include "app/Words.h"
#include "reference/Reference.h"

#include <algorithm>
#include <iterator>

namespace palpate::app {

namespace {

/// " (was 6 h)", " (was 5/10 on 4 Nov)"; empty when it was the same or never asked before.
class CheckInTeller {
public:
    CheckInTeller(const Session& session, std::span<const Session> earlier)
        : session_{session}, earlier_{earlier} {}

    /// `words` takes the value with its change as {1}.
    template <class Value>
    void add(std::optional<Value> CheckIn::*field, const char* words, std::string_view unit) {
        const auto& now = session_.checkIn.*field;
        if (!now) {
            return;
        }
        const auto before =
            lastWith(earlier_, [&](const Session& session) { return session.checkIn.*field; });
        std::string change;
        if (before && before->first != *now) {
            change = shown({tr(" (was {1}{2})"),
                            {figure(before->first, unit),
                             datedUnlessLast(*before->second, earlier_, session_)}});
        }
        parts_.push_back(shown({words, {figure(*now, unit), change}}));
    }

    [[nodiscard]] std::string sentence() const { return asSentence(joined(parts_, ", ")); }

private:
    [[nodiscard]] static std::string figure(double value, std::string_view unit) {
        return quantity(value, unit);
    }
    [[nodiscard]] static std::string figure(int value, std::string_view unit) {
        return quantity(value, unit);
    }
    [[nodiscard]] static std::string figure(StressScore score, std::string_view /*unit*/) {
        return std::to_string(score.value()) + "/10";
    }

    const Session& session_;
    std::span<const Session> earlier_;
    std::vector<std::string> parts_;
};

} // namespace

std::string composedObjective(const Session& session, std::span<const Session> earlier,
                              const reference::Reference& reference, const std::string& drawnPain,
                              PressureUnit unit) {
    std::vector<std::string> sentences{drawnPain};
    std::ranges::move(pointSentences(session, earlier, reference, unit),
                      std::back_inserter(sentences));
    std::ranges::move(motionSentences(session, earlier, reference), std::back_inserter(sentences));
    std::ranges::move(testSentences(session, earlier, reference, unit),
                      std::back_inserter(sentences));
    std::vector<MusclePlace> unseen;
    for (const auto& finding : session.findings) {
        const MusclePlace place{finding.muscle, finding.side};
        if (!isAssessed(finding) && std::ranges::count(unseen, place) == 0) {
            unseen.push_back(place);
        }
    }
    if (!unseen.empty()) {
        sentences.push_back(
            shown({tr("Not assessed today: {1}."), {proseMuscles(reference, unseen)}}));
    }
    return paragraph(sentences);
}

std::string checkInSentence(const Session& session, std::span<const Session> earlier) {
    CheckInTeller teller{session, earlier};
    teller.add(&CheckIn::sleepHours, tr("slept {1} a night{2}"), "h");
    teller.add(&CheckIn::stress, tr("stress {1}{2}"), "");
    teller.add(&CheckIn::waterLitres,
               session.checkIn.waterLitres == 1 ? tr("drank {1} litre of water a day{2}")
                                                : tr("drank {1} litres of water a day{2}"),
               "");
    teller.add(&CheckIn::sittingHours, tr("sat {1} a day{2}"), "h");
    teller.add(&CheckIn::activeDays,
               session.checkIn.activeDays == 0 ? tr("no exercise in the last 7 days{2}")
                                               : tr("exercised on {1} of the last 7 days{2}"),
               "");
    teller.add(&CheckIn::homeCareDays,
               session.checkIn.homeCareDays == 0
                   ? tr("no home care in the last 7 days{2}")
                   : tr("home care done on {1} of the last 7 days{2}"),
               "");
    return teller.sentence();
}

} // namespace palpate::app
