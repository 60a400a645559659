// SPDX-License-Identifier: MIT
#pragma once

#include "app/Amendments.h"
#include "app/FilmFrames.h"
#include "app/MeasureView.h"
#include "app/TreatmentView.h"
#include "app/VisitView.h"
#include "domain/PainArea.h"
#include "domain/Session.h"
#include "domain/SessionEdit.h"
#include "domain/Signing.h"
#include "drawing/BodyMapPicture.h"
#include "drawing/MapAreas.h"

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
    std::optional<Settled> settled;
    bool carried = false;  ///< known from an earlier session, so that it can be settled
    bool toSettle = false; ///< carried and nothing said of it yet
    bool selected = false;
    friend bool operator==(const PointRow&, const PointRow&) = default;
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
        referencePoints;                   ///< known points of the muscle, nearest first
    std::vector<TechniqueChip> techniques; ///< this profession's usual ones first
    std::vector<TreatmentCard> treatments;
    std::optional<Settled> settled;
    bool carried = false;
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

/// One of the paragraphs.
struct NoteView {
    NotePart part = NotePart::Subjective;
    NoteText note;
    std::string composed;              ///< what the program would write now; "" when nothing
    std::vector<std::string> warnings; ///< left/right guard
    std::string
        proposal; ///< last session's text, grey and not stored; "" when there is a text or none
    std::string proposalFrom; ///< "18 Nov"
    friend bool operator==(const NoteView&, const NoteView&) = default;
};

struct AddendumRow {
    std::string heading; ///< "D. Okafor, 24 Nov 2026, 09:10"
    std::string text;
    std::string reason;
    friend bool operator==(const AddendumRow&, const AddendumRow&) = default;
};

/// A muscle of one side.
using SidedMuscle = std::pair<MuscleKey, Side>;
/// A region of the skin of one side.
using SidedPart = std::pair<RegionKey, Side>;

/// A muscle to choose, with its layer in words.
struct MuscleChoice {
    MuscleKey muscle;
    Side side = Side::Middle;
    std::string label; ///< "R quadratus lumborum"
    std::string layer; ///< "layer 4, deepest"
    friend bool operator==(const MuscleChoice&, const MuscleChoice&) = default;
};

enum class PainTool { Brush, Polygon, Erase };

/// What is being drawn: millimetres of the standard figure, in the view of the map.
struct PaintStroke {
    std::vector<Polygon> shape;
    bool erasing = false;
    std::vector<Place> corners; ///< of the polygon in progress
    friend bool operator==(const PaintStroke&, const PaintStroke&) = default;
};

/// One line of the list of pain areas.
struct PainAreaRow {
    PainAreaId id;
    std::string label;   ///< "Ache, 5 of 10, deep"
    std::string regions; ///< "R buttock, R lumbar · centre at the level of L5"
    std::string area;    ///< "64 cm²"
    std::string view;    ///< "Back"
    bool selected = false;
    friend bool operator==(const PainAreaRow&, const PainAreaRow&) = default;
};

/// A muscle and point whose usual referral covers what was drawn.
struct CandidateRow {
    int rank = 0;
    bool shared = false;     ///< another has the same rank
    SidedMuscle muscle;      ///< the atlas part
    Side side = Side::Right; ///< of the point, also in a muscle of the midline
    ReferencePointKey point;
    std::string label;   ///< "R quadratus lumborum · deep, lower"
    double covered = 0;  ///< share of the drawing, 0 to 1
    double used = 0;     ///< share of its usual referral, 0 to 1
    std::string reason;  ///< a sentence
    std::string sources; ///< the keys, or "source not yet checked"
    bool found = false;  ///< in this patient, now or earlier
    bool treated = false;
    bool placeable = false; ///< it has a place on the map
    friend bool operator==(const CandidateRow&, const CandidateRow&) = default;
};

/// Painting pain: the tool in hand, what was drawn, and which muscles usually refer there.
struct PainView {
    bool painting = false;
    PainTool tool = PainTool::Brush;
    double radius = 14;                 ///< of the brush, millimetres of the standard figure
    std::optional<PainQuality> quality; ///< of the selected area, else of the next
    std::optional<PainScore> intensity;
    std::optional<PainDepth> depth;
    std::optional<PainAreaId> selected;
    std::vector<PainAreaRow> areas;
    std::string total; ///< "118 cm², 1.1 % of front and back"; "" when nothing is drawn
    std::string note;  ///< what the figure is: "projected area on a standard figure"
    bool canCopyLast = false;
    std::vector<CandidateRow> candidates; ///< best first; only while painting
    std::string candidatesNote;           ///< what the list is and is not
    friend bool operator==(const PainView&, const PainView&) = default;
};

/// Usual referral of the selected point, against what this patient drew.
struct ReferralView {
    std::string title;     ///< "Usual referral of superficial, upper"
    std::string agreement; ///< "78 % of the pain drawn lies where it is usually felt"; may be empty
    std::string sources;
    friend bool operator==(const ReferralView&, const ReferralView&) = default;
};

/// The numbers that come with the picture.
struct MapNumbers {
    std::string activeLatent;    ///< "2 / 2"
    std::string totalTenderness; ///< "15"
    std::string tendernessDelta; ///< "−2", "" when there is nothing to compare
    std::string assessed;        ///< "4 of 4 assessed"
    std::string painArea;        ///< "118 cm²", "118 cm² front and back"; "" when none was drawn
    std::string painAreaDelta;   ///< "−31"; "" when there is nothing to compare
    friend bool operator==(const MapNumbers&, const MapNumbers&) = default;
};

/// What the map shows now.
struct MapState {
    View view = View::Posterior;
    Layer layer = Layer::Superficial;
    bool showArm = false;
    bool showOutlines = false; ///< of the muscles that are peeled away
    bool showReferral = true;
    bool painting = false; ///< pain is painted; else points are marked
    std::optional<SidedMuscle> hovered;
    std::optional<SidedPart> hoveredRegion; ///< while painting, instead of a muscle
    std::optional<SidedMuscle> focused;     ///< looked at by key, list or search
    std::optional<SidedMuscle>
        highlighted;             ///< the muscle looked at, else that of the selected point
    std::string highlightedName; ///< "R quadratus lumborum"
    std::string hoverName;       ///< "R quadratus lumborum"
    std::string hoverText;       ///< "R quadratus lumborum · layer 4, deepest"
    std::string beneath;         ///< "beneath: R iliocostalis lumborum (3)"; may be empty
    std::string
        announced; ///< what a screen reader says of the thing selected, or under the pointer
    std::vector<drawing::MapMark> marks; ///< of this view; ghosts and approximate places included
    std::vector<TriggerPointId> markIds; ///< the point of each mark, same order
    std::vector<drawing::MapArea> areas; ///< drawn pain of this view, last session's outlines first
    std::vector<drawing::ReferralZone> referral; ///< of the selected point, in this view
    std::vector<drawing::KnownPoint> crosses;    ///< known points of the highlighted muscle
    /// What should be in sight; counts up whenever it should be brought there.
    int reveals = 0;
    std::optional<drawing::Rect> reveal;
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
    std::optional<PainScore> painBest;
    std::optional<PainScore> painBestLast;
    std::optional<PainScore> painWorst;
    std::optional<PainScore> painWorstLast;
    std::optional<PainScore> painAfter;
    std::vector<Choice<Course>> course;
    VisitView visit;
    std::optional<HolderView> holder; ///< somebody else charts it: reading only
    std::vector<PointRow> points;
    std::optional<PointCard> card;
    std::vector<GhostRow> ghosts;
    int toSettle = 0; ///< ghosts, and carried points of which nothing was said
    std::vector<TreatmentCard> otherTreatments; ///< not at points, in the order given
    std::optional<TreatmentId> openTreatment;   ///< of those
    std::optional<CautionQuestion> asking;      ///< a technique that waits for a reason
    std::optional<HoldView> hold;               ///< the timer that runs
    std::vector<MotionRow> motions;
    std::vector<TestRow> tests;
    std::array<NoteView, kNoteParts.size()> notes; ///< by NotePart
    MapNumbers numbers;
    MapState map;
    PainView pain;
    std::optional<ReferralView> referral;
    std::vector<AddendumRow> addenda;
    std::vector<AmendmentLine> requests; ///< what the patient asked to be changed in it once it was
                                         ///< signed, newest first
    /// All sessions of the case as they were when this one was opened, oldest first, in the map's
    /// view. The current frame is this one.
    std::vector<FilmFrameView> strip;
    std::string footer; ///< "2 of 4 points treated"
    bool canUndo = false;
    bool canRedo = false;
};

} // namespace palpate::app
