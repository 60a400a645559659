// SPDX-License-Identifier: MIT
#pragma once

#include "app/CaseStory.h"
#include "app/PointPairs.h"
#include "app/SessionDifference.h"
#include "domain/Id.h"
#include "domain/Session.h"

#include <span>
#include <string>
#include <vector>

namespace palpate::app {

/// Two sessions found among all of a patient's, in order of time, with those of the earlier's case.
struct TwoSessions {
    const Session* earlier = nullptr;
    const Session* later = nullptr;
    std::vector<const Session*> ofCase; ///< of the earlier's case, oldest first
    [[nodiscard]] bool isSameCase() const noexcept { return earlier->caseId == later->caseId; }
};
/// EditRefused: one is not among them, or they are the same.
[[nodiscard]] TwoSessions twoSessions(std::span<const Session> ofPatient, const SessionId& one,
                                      const SessionId& other);

/// "2 Nov", with the year where the two sessions are not of one year.
[[nodiscard]] std::string dayIn(const TwoSessions& two, const Session& session);
/// "gone since 2 Nov"; "gone" where that was found in the later session.
[[nodiscard]] std::string goneWords(const TwoSessions& two, const PointPair& pair);
/// Whether a point is open and the later session did not look at it.
[[nodiscard]] bool isUnseen(const PointPair& pair);

/// Of one case, by number.
[[nodiscard]] std::vector<DifferenceRow> differenceRows(const reference::Reference& reference,
                                                        const TwoSessions& two,
                                                        std::span<const PointPair> pairs);
/// Of different cases: each point stands alone, the earlier's first.
[[nodiscard]] std::vector<DifferenceRow> differenceRowsApart(const reference::Reference& reference,
                                                             const TwoSessions& two);
/// Pain, tenderness, points, area, best answer; `pairs` is empty for different cases.
[[nodiscard]] std::vector<DifferenceFigure>
differenceFigures(const Clinic& clinic, const TwoSessions& two, std::span<const PointPair> pairs,
                  const std::optional<PainChange>& change);

} // namespace palpate::app
