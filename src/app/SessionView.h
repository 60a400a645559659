// SPDX-License-Identifier: MIT
#pragma once

#include "domain/Session.h"
#include "domain/SessionEdit.h"
#include "domain/Signing.h"
#include "drawing/BodyMapPicture.h"

#include <array>
#include <optional>
#include <string>
#include <vector>

namespace palpate::app {

/// A value to choose, with the words for it. `chosen` also covers toggles.
template <class Value> struct Choice {
    Value value;
    std::string label;
    bool chosen = false;
    friend bool operator==(const Choice&, const Choice&) = default;
};

/// One line of the list of points.
struct PointRow {
    TriggerPointId id;
    int number = 0;
    std::string muscle; ///< "R quadratus lumborum"
    std::string place;  ///< "superficial, upper · since 12 Oct"; may be empty
    std::optional<State> state;
    std::optional<Relation> relation;
    std::optional<Tenderness> tenderness; ///< before treatment, today
    std::optional<Tenderness> last;       ///< before treatment, last time it was assessed
    std::string tendernessText;           ///< "6 was 7", "not assessed, was 7"
    std::string treatment;                ///< "pressure release 47 s → 3"; "" when none
    bool selected = false;
    friend bool operator==(const PointRow&, const PointRow&) = default;
};

/// A technique given at the selected point.
struct TreatmentCard {
    TreatmentId id;
    TechniqueKey technique;
    std::string label;
    bool timed = false;            ///< its log fields have a duration: the timer fits
    std::optional<double> seconds; ///< held so far, as logged
    std::optional<double>
        usualSeconds; ///< the upper end of the usual dose; shown, never stored by itself
    std::optional<Tenderness> after;
    friend bool operator==(const TreatmentCard&, const TreatmentCard&) = default;
};

/// The open card of the selected point.
struct PointCard {
    TriggerPointId id;
    Finding finding;
    std::optional<Tenderness> last; ///< dashed on the strip
    std::string signsText;          ///< "Signs say active: 3 of 3 Delphi criteria, pain recognised"
    bool disagrees = false;         ///< judgement and signs differ; both are shown
    std::vector<Choice<State>> states;
    std::vector<Choice<Relation>> relations;
    std::vector<Choice<ReferencePointKey>>
        referencePoints;                          ///< known points of the muscle, nearest first
    std::vector<Choice<TechniqueKey>> techniques; ///< this profession's usual ones first
    std::vector<TreatmentCard> treatments;
    std::vector<std::string>
        cautions; ///< alerts of the patient against the chosen techniques, in words
    friend bool operator==(const PointCard&, const PointCard&) = default;
};

/// A point of the last session that is not in this one yet.
struct GhostRow {
    TriggerPointId id;
    int number = 0;
    std::string muscle;
    std::string lastText; ///< "7, active, 16 Nov"
    friend bool operator==(const GhostRow&, const GhostRow&) = default;
};

/// One of the four paragraphs.
struct NoteView {
    NotePart part = NotePart::Subjective;
    NoteText note;
    std::string composed;              ///< what the program would write now; "" when nothing
    std::vector<std::string> warnings; ///< left/right guard
    friend bool operator==(const NoteView&, const NoteView&) = default;
};

struct AddendumRow {
    std::string heading; ///< "D. Okafor, 24 Nov 2026, 09:10"
    std::string text;
    std::string reason;
    friend bool operator==(const AddendumRow&, const AddendumRow&) = default;
};

/// The numbers that come with the picture.
struct MapNumbers {
    std::string activeLatent;    ///< "2 / 2"
    std::string totalTenderness; ///< "15"
    std::string tendernessDelta; ///< "−2", "" when there is nothing to compare
    std::string assessed;        ///< "4 of 4 assessed"
    friend bool operator==(const MapNumbers&, const MapNumbers&) = default;
};

/// What the map shows now.
struct MapState {
    View view = View::Posterior;
    Layer layer = Layer::Superficial;
    bool showArm = false;
    std::optional<std::pair<MuscleKey, Side>> hovered;
    std::optional<std::pair<MuscleKey, Side>> highlighted; ///< the selected point's muscle
    std::string highlightedName;                           ///< "R quadratus lumborum"
    std::string hoverName;                                 ///< "R quadratus lumborum"
    std::string hoverText;               ///< "R quadratus lumborum · layer 4, deepest"
    std::vector<drawing::MapMark> marks; ///< ghosts included
    std::vector<TriggerPointId> markIds; ///< the point of each mark, same order
    friend bool operator==(const MapState&, const MapState&) = default;
};

/// Everything the Chart screen needs, as one value.
struct SessionView {
    explicit SessionView(const SessionId& session) : id{session} {}

    SessionId id;
    std::string title;  ///< "Session 7 · Mon 23 Nov 2026"
    std::string status; ///< "Draft · saved 10:42", "Signed 23 Nov 2026, 11:05 · D. Okafor"
    bool frozen = false;
    std::string message; ///< one sentence about the last act ("No muscle of this layer is here
                         ///< ..."); may be empty
    std::optional<PainScore> painNow;
    std::optional<PainScore> painNowLast;
    std::optional<PainScore> painAfter;
    std::vector<Choice<Course>> course;
    std::vector<PointRow> points;
    std::optional<PointCard> card;
    std::vector<GhostRow> ghosts;
    std::array<NoteView, 4> notes;
    MapNumbers numbers;
    MapState map;
    std::vector<AddendumRow> addenda;
    std::string footer; ///< "2 of 4 points treated"
    bool canUndo = false;
    bool canRedo = false;
};

} // namespace palpate::app
