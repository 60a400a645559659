// SPDX-License-Identifier: MIT
#pragma once

#include "app/Footnotes.h"
#include "app/Thresholds.h"
#include "domain/Calendar.h"
#include "domain/Case.h"
#include "domain/Change.h"
#include "domain/Message.h"
#include "domain/Session.h"

#include <functional>
#include <optional>
#include <string>
#include <vector>

namespace palpate::reference {
class Reference;
}

namespace palpate::app {

/// One trigger point over the sessions of a case.
struct PointStory {
    Finding last;                    ///< as lastKnown() has it
    std::optional<State> state;      ///< as it was judged last; empty: never, or assessed again
                                     ///< without judgement after it was resolved
    bool judgedLatest = false;       ///< judged in the latest session
    bool seenLatest = false;         ///< assessed in the latest session
    std::optional<Tenderness> first; ///< before treatment, where it was assessed first
    std::optional<Tenderness> now;   ///< before treatment, in the latest session
    std::vector<std::optional<double>>
        tenderness;                    ///< before treatment, one a session; empty: not assessed
    std::vector<Treatment> treatments; ///< all, in order
};

/// What a technique did to tenderness at once, over all its uses with a value before and after.
struct TechniqueStory {
    TechniqueKey technique;
    int uses = 0;          ///< all
    int measured = 0;      ///< alone at their point that day, with a value before and after
    double meanChange = 0; ///< after minus before; meaningful only when measured > 0
};

/// The sessions of one case in a period, and what follows from them. Values found before treatment
/// only.
struct CaseStory {
    Case record;
    std::vector<Session> sessions;          ///< oldest first; never empty
    std::vector<PointStory> points;         ///< open ones first, then resolved, each by number
    std::vector<TechniqueStory> techniques; ///< most used first
    [[nodiscard]] const Session& first() const { return sessions.front(); }
    [[nodiscard]] const Session& latest() const { return sessions.back(); }
};
/// `oldestFirst` must not be empty.
[[nodiscard]] CaseStory storyOf(Case record, std::vector<Session> oldestFirst);

/// How sentences about a case are worded, and where the sources of their numbers go.
struct Wording {
    Audience audience = Audience::Clinician;
    Footnotes* notes = nullptr; ///< nullptr: the source stands in the sentence itself
    bool hasOtherCases = false; ///< the report leaves other complaints out
    /// What scores of function say; an empty text: none was recorded. Empty: nobody knows here.
    std::function<std::string(Footnotes*)> function = {};
};

/// How a change of pain (NPRS, before treatment) compares with the smallest that matters.
struct PainChange {
    int first = 0;
    int latest = 0;
    Date firstDay;                       ///< local day of the session with the first rating
    Date latestDay;                      ///< of the one with the latest
    std::optional<Threshold> matters;    ///< for the complaint's area; empty: no accepted value
    std::optional<Threshold> detectable; ///< the largest known for the area; empty: none known
    [[nodiscard]] int delta() const noexcept { return latest - first; }
    /// Smaller than what can be told from chance, whatever would matter.
    [[nodiscard]] bool mayBeChance() const noexcept;
};
/// Between the first and the latest session in which pain now was asked; empty with fewer than two
/// of them.
[[nodiscard]] std::optional<PainChange> painChange(const CaseStory& story,
                                                   const reference::Reference& reference);

/// Whether the change matters, in one sentence that names figure and source; never calls a
/// detectable change an important one.
[[nodiscard]] std::string verdictOn(const PainChange& change, const Wording& wording = {});

/// The same in few words, for a card: "−4; matters from 2 ¹". Without `notes` no source is named.
[[nodiscard]] std::string changeNote(const PainChange& change, Footnotes* notes);

/// The opening paragraph of a report: pain, points, gaps, movement, goals, the end of the case.
/// Claims no more than the record holds.
[[nodiscard]] std::string summaryOf(const CaseStory& story, const reference::Reference& reference,
                                    const Wording& wording = {});
/// What was not assessed in the latest session, in one sentence; empty when nothing was left out.
[[nodiscard]] std::string gapsOf(const CaseStory& story, const reference::Reference& reference);

/// What has helped, in one sentence a technique; those with fewer than three measured uses share
/// one that calls them too few to judge. Empty when nothing was treated.
[[nodiscard]] std::string helpedText(const CaseStory& story, const reference::Reference& reference,
                                     Audience audience = Audience::Clinician);

/// One motion on one side over the sessions of a case: active where it ever was measured so.
struct MotionStory {
    MotionAt at;
    bool isPassive = false;      ///< never measured as active
    std::optional<double> first; ///< where it was measured first
    std::optional<double> now;   ///< in the latest session
};
/// In the order in which they were measured first.
[[nodiscard]] std::vector<MotionStory> motionsOf(const CaseStory& story);
/// The sources of the usual ranges of those motions, for a footnote; empty when none is known.
[[nodiscard]] std::string rangeSources(const std::vector<MotionStory>& motions,
                                       const reference::Reference& reference);

} // namespace palpate::app
