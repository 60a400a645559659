// SPDX-License-Identifier: MIT
#pragma once

#include "app/CaseStory.h"
#include "domain/Change.h"
#include "drawing/MapAreas.h"
#include "drawing/MapMarks.h"

#include <optional>
#include <string>
#include <vector>

namespace palpate::app {

class Clinic;

/// One number of the comparison: "Pain now", "6 → 3", "−3, more than the 2 that matter ...".
struct DifferenceFigure {
    enum class Tone { Plain, Better, Worse };
    std::string name;        ///< what it is: "Total tenderness"
    std::string value;       ///< "31 → 15"; "not assessed" where it was not
    std::string remark;      ///< how sure, of how many: "−16 · 4 of 6 points assessed in both"
    Tone tone = Tone::Plain; ///< Better or Worse only where the change is more than error
    friend bool operator==(const DifferenceFigure&, const DifferenceFigure&) = default;
};

/// One point in the comparison, as a row of the table beside the picture.
struct DifferenceRow {
    FindingChange change;
    std::string place; ///< "Quadratus lumborum, right"
    std::string then;  ///< "active, tenderness 7"; "not assessed"; "not there yet"
    std::string now;
    std::string
        verdict; ///< "weaker by 1", "gone", "new", "not comparable: not assessed in the later"
    friend bool operator==(const DifferenceRow&, const DifferenceRow&) = default;
};

/// Two sessions of one patient held against each other; values found before treatment only.
struct SessionDifference {
    explicit SessionDifference(SessionId earlierSession, SessionId laterSession)
        : earlier{earlierSession}, later{laterSession} {}
    SessionId earlier; ///< the older one, whichever was chosen first
    SessionId later;
    std::string title;    ///< "26 Oct against 23 Nov", "26 Oct against today"
    bool sameCase = true; ///< else points of one case are not looked for in the other, and said so
    std::vector<DifferenceRow> rows;       ///< by number; of different cases the earlier's first
    std::vector<DifferenceFigure> figures; ///< pain, tenderness, points, painted area, best answer
    std::vector<std::string> remarks;      ///< what can't be compared and why; may be empty
};

/// `one` and `other` are sessions of the same patient, in any order, not the same; `ofPatient` is
/// all of the patient's, oldest first (for what was gone between). EditRefused: one is not among
/// them.
[[nodiscard]] SessionDifference differenceOf(Clinic& clinic, const std::vector<Session>& ofPatient,
                                             const SessionId& one, const SessionId& other);

/// What the comparison's one body shows in a view: gone points dashed with since when, those still
/// there with "7 → 6", new ones marked as such; the area then dashed, the area now filled.
struct DifferenceMap {
    std::vector<drawing::MapMark> marks;
    std::vector<drawing::MapArea> areas;
};
[[nodiscard]] DifferenceMap differenceMap(const Clinic& clinic,
                                          const std::vector<Session>& ofPatient,
                                          const SessionDifference& difference, View view);

/// Pain drawn in two sessions, projected on the standard figure; within a view and plane areas that
/// overlap count once. Views are added as everywhere: front and back together; side, arm and sole
/// areas show the same again and are compared only where both sessions have nothing else in common.
struct AreaComparison {
    double thenCm2 = 0;
    double nowCm2 = 0;
    double overlapPercent = 0; ///< Jaccard: common area over united area, of what is compared
    std::string plane;         ///< "side views", "arms from the side", "soles"; empty: front, back
    bool isWhole = true;       ///< false: one of them is drawn in other views too, not compared
};
/// Empty when one of the two has no drawing (not drawn is not painless), or both are drawn in views
/// that can't be compared.
[[nodiscard]] std::optional<AreaComparison>
compareAreas(const Clinic& clinic, const Session& earlier, const Session& later);

} // namespace palpate::app
