// SPDX-License-Identifier: MIT
// The paragraph to read if nothing else is: composed from the record, worded for its reader.
#include "app/CaseStory.h"
#include "app/PainSentences.h"
#include "app/SentenceWords.h"
#include "app/SessionDays.h"
#include "app/TimeText.h"
#include "app/Words.h"
#include "reference/Reference.h"

#include <algorithm>
#include <iterator>
#include <string_view>

namespace palpate::app {

namespace {

constexpr std::size_t kNamedMotions = 3;

[[nodiscard]] std::string counted(const char* one, const char* many, std::size_t count) {
    return shown({count == 1 ? one : many, {std::to_string(count)}});
}

class Summary {
public:
    Summary(const CaseStory& story, const reference::Reference& reference, const Wording& wording)
        : story_{story}, reference_{reference}, wording_{wording} {}

    [[nodiscard]] std::string text() const {
        std::vector<std::string> sentences;
        if (story_.sessions.size() == 1) {
            sentences.push_back(
                shown({isForPatient() ? tr("There has been one visit so far, on {1}.")
                                      : tr("There has been one session so far, on {1}."),
                       {longDayText(dayOf(story_.first()))}}));
        } else if (isForInsurer()) {
            sentences.push_back(
                shown({tr("{1} visits from {2} to {3}."),
                       {std::to_string(story_.sessions.size()), longDayText(dayOf(story_.first())),
                        longDayText(dayOf(story_.latest()))}}));
        }
        add(sentences, painSentences(story_, reference_, wording_));
        if (isForInsurer()) {
            const auto told = function();
            sentences.push_back(told.empty() ? tr("No score of function was recorded.") : told);
            add(sentences, goals());
        }
        if (!isForPatient() && !isForInsurer()) {
            sentences.push_back(function());
        }
        add(sentences, points());
        if (!isForPatient()) {
            add(sentences, newAndBack());
        }
        add(sentences, {isForPatient() ? plainGaps() : gapsOf(story_, reference_)});
        if (!isForPatient()) {
            add(sentences, {motions()});
        }
        if (!isForInsurer()) {
            add(sentences, goals());
        }
        add(sentences, closing());
        add(sentences, {drafts()});
        if (wording_.hasOtherCases) {
            sentences.emplace_back(tr("This report is about this complaint only."));
        }
        return paragraph(sentences);
    }

private:
    static void add(std::vector<std::string>& to, std::vector<std::string> more) {
        for (auto& sentence : more) {
            to.push_back(std::move(sentence));
        }
    }
    [[nodiscard]] bool isForPatient() const { return wording_.audience == Audience::Patient; }
    [[nodiscard]] bool isForInsurer() const { return wording_.audience == Audience::Insurer; }

    [[nodiscard]] std::string function() const {
        return wording_.function ? wording_.function(wording_.notes) : std::string{};
    }

    // Points ----------------------------------------------------------------------------------

    [[nodiscard]] std::vector<MusclePlace> placesWith(std::optional<State> state) const {
        std::vector<MusclePlace> places;
        for (const auto& point : story_.points) {
            const MusclePlace place{point.last.muscle, point.last.side};
            if (point.state == state && std::ranges::count(places, place) == 0) {
                places.push_back(place);
            }
        }
        return places;
    }
    [[nodiscard]] std::size_t countOf(std::optional<State> state) const {
        return static_cast<std::size_t>(std::ranges::count(
            story_.points, state, [](const PointStory& point) { return point.state; }));
    }

    /// "2 active (right quadratus lumborum and gluteus medius)"; empty for none.
    [[nodiscard]] std::string group(std::optional<State> state, const char* words,
                                    bool named) const {
        const auto count = countOf(state);
        if (count == 0) {
            return {};
        }
        auto text = shown({words, {std::to_string(count)}});
        return named ? text + " (" + proseMuscles(reference_, placesWith(state)) + ")" : text;
    }

    [[nodiscard]] std::vector<std::string> points() const {
        if (story_.points.empty()) {
            return {isForPatient() ? tr("No trigger point was noted.")
                                   : tr("No trigger point was recorded.")};
        }
        if (isForPatient()) {
            return {plainPoints()};
        }
        const bool named = !isForInsurer();
        const auto head =
            counted(tr("{1} trigger point"), tr("{1} trigger points"), story_.points.size());
        const auto first = story_.points.front().state;
        if (countOf(first) == story_.points.size()) {
            const auto where =
                named ? " (" + proseMuscles(reference_, placesWith(first)) + ")" : std::string{};
            const auto state = first ? stateWord(*first) : std::string{tr("not judged")};
            return {shown({story_.points.size() == 1 ? tr("{1}{2}: {3}.") : tr("{1}{2}, all {3}."),
                           {head, where, state}})};
        }
        return {head + ": " +
                joined({group(State::Active, tr("{1} active"), named),
                        group(State::Latent, tr("{1} latent"), named),
                        group(std::nullopt, tr("{1} not judged"), named),
                        group(State::Resolved, tr("{1} resolved"), false)},
                       ", ") +
                "."};
    }

    [[nodiscard]] std::string plainPoints() const {
        const auto gone = countOf(State::Resolved);
        const auto count = story_.points.size();
        const auto words = std::to_string(count);
        if (count == 1) {
            const auto& point = story_.points.front();
            return gone == 1          ? tr("The one trigger point that was found has gone.")
                   : point.seenLatest ? tr("One trigger point was found; it is still there.")
                                      : tr("One trigger point was found.");
        }
        if (gone == count) {
            return shown({tr("All {1} trigger points that were found have gone."), {words}});
        }
        if (gone == 0) {
            return shown(
                {tr("{1} trigger points were found; none is known to have gone."), {words}});
        }
        return shown({gone == 1 ? tr("{1} trigger points were found; {2} of them has gone.")
                                : tr("{1} trigger points were found; {2} of them have gone."),
                      {words, std::to_string(gone)}});
    }

    /// Points that were not there in the first session, and such as had resolved.
    [[nodiscard]] std::vector<std::string> newAndBack() const {
        std::vector<MusclePlace> added;
        std::vector<MusclePlace> back;
        for (const auto& point : story_.points) {
            const MusclePlace place{point.last.muscle, point.last.side};
            if (findingAt(story_.first(), point.last.point.id) == nullptr) {
                added.push_back(place);
            }
            if (isBack(point.last.point.id)) {
                back.push_back(place);
            }
        }
        std::vector<std::string> sentences;
        if (!added.empty()) {
            sentences.push_back(shown({tr("Found later than in the first session: {1}."),
                                       {proseMuscles(reference_, added)}}));
        }
        if (!back.empty()) {
            sentences.push_back(
                shown({tr("Back after it had resolved: {1}."), {proseMuscles(reference_, back)}}));
        }
        return sentences;
    }

    /// As it was judged last.
    [[nodiscard]] bool isBack(const TriggerPointId& id) const {
        bool wasResolved = false;
        bool isBack = false;
        for (const auto& session : story_.sessions) {
            const auto* finding = findingAt(session, id);
            if (finding == nullptr || !finding->state) {
                continue;
            }
            isBack = wasResolved && *finding->state != State::Resolved;
            wasResolved = wasResolved || *finding->state == State::Resolved;
        }
        return isBack;
    }

    [[nodiscard]] std::string plainGaps() const {
        const auto unseen = static_cast<std::size_t>(
            std::ranges::count_if(story_.points, [](const PointStory& point) {
                return !point.seenLatest && point.state != State::Resolved;
            }));
        if (unseen == 0) {
            return {};
        }
        if (story_.points.size() == 1) {
            return tr("It was not looked at last time.");
        }
        return counted(tr("{1} of those that are left was not looked at last time."),
                       tr("{1} of those that are left were not looked at last time."), unseen);
    }

    /// "9 Nov", with the year where it is another than that of the latest session.
    [[nodiscard]] std::string goalDay(Date day) const {
        return day.year() == dayOf(story_.latest()).year() ? shortDayText(day) : dayText(day);
    }

    // Movement, goals, the end ------------------------------------------------------------------

    [[nodiscard]] std::string motions() const {
        std::vector<MotionStory> measured;
        std::ranges::copy_if(motionsOf(story_), std::back_inserter(measured),
                             [](const MotionStory& motion) { return motion.now.has_value(); });
        std::vector<std::string> limited;
        std::size_t known = 0;
        for (const auto& motion : measured) {
            const auto* row = reference_.motions().find(motion.at.motion);
            if (row == nullptr) {
                continue;
            }
            ++known;
            if (reference::isLimited(*row, *motion.now)) {
                limited.push_back(limitedWords(motion, *row));
            }
        }
        if (known == 0) {
            return {};
        }
        const auto mark = sourceMark(rangeSources(measured, reference_));
        if (limited.empty()) {
            return shown(
                {known == 1
                     ? tr("The motion measured last is not short of the usual range{2}.")
                     : tr("None of {1} motions measured last is short of the usual range{2}."),
                 {std::to_string(known), mark}});
        }
        const auto count = limited.size();
        const auto words = count > kNamedMotions ? std::string{} : ": " + listed(limited);
        return shown(
            {known == 1 ? tr("The motion measured last is short of the usual range{3}{4}.")
             : count == 1
                 ? tr("{1} of {2} motions measured last is short of the usual range{3}{4}.")
                 : tr("{1} of {2} motions measured last are short of the usual range{3}{4}."),
             {std::to_string(count), std::to_string(known), mark, words}});
    }

    [[nodiscard]] static std::string limitedWords(const MotionStory& motion,
                                                  const reference::KnownMotion& row) {
        const auto value = quantity(*motion.now, row.unit);
        const auto where = onSide(motion.at.side);
        return uncapitalised(row.label) + (where.empty() ? where : " " + where) +
               shown({motion.isPassive ? tr(" ({1}, passive)") : tr(" ({1})"), {value}});
    }

    [[nodiscard]] std::string sourceMark(const std::string& source) const {
        return wording_.notes != nullptr ? wording_.notes->mark(source) : std::string{};
    }

    [[nodiscard]] std::vector<std::string> goals() const {
        const auto& all = story_.record.goals;
        if (all.empty()) {
            return isForInsurer() ? std::vector<std::string>{tr("No goal was recorded.")}
                                  : std::vector<std::string>{};
        }
        std::vector<std::string> reached;
        std::vector<std::string> open;
        for (const auto& goal : all) {
            if (goal.reached) {
                reached.push_back(
                    shown({tr("{1} ({2})"), {uncapitalised(goal.text), goalDay(*goal.reached)}}));
            } else {
                open.push_back(uncapitalised(goal.text));
            }
        }
        std::vector<std::string> sentences;
        if (!reached.empty()) {
            sentences.push_back(
                shown({reached.size() == 1 ? tr("Goal reached: {1}.") : tr("Goals reached: {1}."),
                       {joined(reached, "; ")}}));
        }
        if (!open.empty()) {
            sentences.push_back(
                shown({isForPatient()                        ? tr("Still to come: {1}.")
                       : reached.empty() && open.size() == 1 ? tr("Goal not yet reached: {1}.")
                       : reached.empty()                     ? tr("Goals not yet reached: {1}.")
                                                             : tr("Not yet: {1}."),
                       {joined(open, "; ")}}));
        }
        return sentences;
    }

    [[nodiscard]] std::vector<std::string> closing() const {
        const auto& record = story_.record;
        if (record.status == CaseStatus::Open) {
            return {};
        }
        std::vector<std::string> sentences;
        const bool discharged = record.status == CaseStatus::Discharged;
        const auto day =
            record.closed ? shown({tr(" on {1}"), {longDayText(*record.closed)}}) : std::string{};
        if (isForPatient()) {
            sentences.push_back(shown({tr("Treatment for this complaint ended{1}."), {day}}));
        } else if (discharged) {
            sentences.push_back(shown({tr("The patient was discharged{1}."), {day}}));
        } else {
            sentences.push_back(record.referredTo.empty()
                                    ? shown({tr("The patient was referred on{1}."), {day}})
                                    : shown({tr("The patient was referred on to {2}{1}."),
                                             {day, record.referredTo}}));
        }
        if (!record.outcome.empty()) {
            const bool isClosed =
                std::string_view{".!?"}.find(record.outcome.back()) != std::string_view::npos;
            sentences.push_back(
                shown({isClosed ? tr("Outcome at the end: {1}") : tr("Outcome at the end: {1}."),
                       {record.outcome}}));
        }
        return sentences;
    }

    [[nodiscard]] std::string drafts() const {
        std::vector<std::string> days;
        for (const auto& session : story_.sessions) {
            if (!isSigned(session)) {
                days.push_back(longDayText(dayOf(session)));
            }
        }
        if (days.empty()) {
            return {};
        }
        if (isForPatient()) {
            return days.size() == 1
                       ? shown({tr("The notes of {1} are not finished yet."), {days.front()}})
                       : std::string{tr("The notes of several visits are not finished yet.")};
        }
        return days.size() == 1
                   ? shown({tr("The session of {1} is a draft and not signed."), {days.front()}})
                   : shown({tr("{1} sessions are drafts and not signed."),
                            {std::to_string(days.size())}});
    }

    const CaseStory& story_;
    const reference::Reference& reference_;
    const Wording& wording_;
};

} // namespace

std::string summaryOf(const CaseStory& story, const reference::Reference& reference,
                      const Wording& wording) {
    return Summary{story, reference, wording}.text();
}

std::string gapsOf(const CaseStory& story, const reference::Reference& reference) {
    std::vector<MusclePlace> unseen;
    std::size_t count = 0;
    for (const auto& point : story.points) {
        if (point.seenLatest || point.state == State::Resolved) {
            continue;
        }
        ++count;
        const MusclePlace place{point.last.muscle, point.last.side};
        if (std::ranges::count(unseen, place) == 0) {
            unseen.push_back(place);
        }
    }
    if (count == 0) {
        return {};
    }
    return shown({count == 1 ? tr("{1} open point was not assessed in the latest session ({2}).")
                             : tr("{1} open points were not assessed in the latest session ({2})."),
                  {std::to_string(count), proseMuscles(reference, unseen)}});
}

} // namespace palpate::app
