// SPDX-License-Identifier: MIT
#pragma once

#include "app/Cautions.h"
#include "app/Clinic.h"
#include "app/PainWords.h"
#include "app/SessionView.h"
#include "app/Suggestions.h"
#include "atlas/Neighbours.h"
#include "domain/CarePlan.h"
#include "domain/Case.h"
#include "domain/Patient.h"

#include <functional>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <tuple>
#include <variant>
#include <vector>

namespace palpate::storage {
struct SessionHolder;
}

namespace palpate::app {

enum class Attention;

/// Drawing in hand: the tool, and the stroke or polygon that is being drawn.
struct Painting {
    bool on = false;
    PainTool tool = PainTool::Brush;
    double radius = 14;
    std::optional<PainQuality> quality; ///< of the next area
    std::optional<PainScore> intensity;
    std::optional<PainDepth> depth;
    std::optional<PainAreaId> selected;
    PaintStroke stroke;
    View view = View::Posterior;      ///< of the stroke
    bool onArm = false;               ///< the stroke lies on the arm that hangs before the trunk
    std::vector<Place> path;          ///< where the brush went
    bool drawing = false;             ///< between pressed and released
    std::optional<PainArea> extended; ///< the stored area that the stroke adds to
    std::optional<PainAreaId> kept;   ///< the area that keep() stored
    std::size_t keptAt = 0;           ///< length of the undo list just after
    bool failed = false;              ///< the stroke could not be stored once
    bool keepFailed = false;          ///< keep() could not; it isn't tried again in this stroke

    /// Intensity and depth are told of one area; only the quality stays with the pen.
    void forgetRating() noexcept {
        intensity.reset();
        depth.reset();
    }
};

/// The timer of held pressure. It lives in this program only; what it measured is stored when it
/// ends.
struct Hold {
    TreatmentId treatment;
    Milliseconds startedAt;
    bool byHand = true; ///< else it came with the technique, and is dropped when it is left
};

/// A technique that waits for a reason.
struct AskedTechnique {
    TreatmentTarget target;
    TechniqueKey technique;
    bool timed = false;                     ///< its timer starts when one goes on
    std::vector<std::string> reasonsBefore; ///< read when the question arises, for the alerts of it
};

struct DoseText {
    TreatmentId treatment;
    LogFieldKey field;
    friend bool operator==(const DoseText&, const DoseText&) = default;
};
struct ReactionText {
    friend bool operator==(const ReactionText&, const ReactionText&) = default;
};
/// A field that takes typed words: a paragraph, the note of a point or of a treatment, a dose, what
/// an unwanted effect was, the dose of an item of home care.
using TypedField =
    std::variant<NotePart, TriggerPointId, TreatmentId, DoseText, ReactionText, HomeCareKey>;
struct Typing {
    TypedField field;
    Milliseconds at; ///< of the last keystroke
};

/// The state behind a SessionPresenter and its parts: the session as stored, what went before it,
/// and what is looked at.
struct SessionInside {
    explicit SessionInside(Clinic& theClinic, const SessionId& id);
    /// Gives the draft free for others; a timer that was started by hand is logged first.
    ~SessionInside();
    SessionInside(const SessionInside&) = delete;
    SessionInside& operator=(const SessionInside&) = delete;

    Clinic& clinic;
    Session session;
    Patient patient;
    std::vector<Session> earlier;      ///< of the same case, begun before this one, oldest first
    std::vector<Session> later;        ///< of the same case, begun after this one, oldest first
    std::vector<Finding> ghosts;       ///< open points of `earlier` that this session has not
    std::vector<Finding> lastFindings; ///< each point of `earlier` as last known
    int number = 1;                    ///< of this session within its case
    CasePlan plan;                     ///< of the case
    std::vector<CarePlanItem> care;    ///< home care of the case that goes on
    BodyArea caseArea = BodyArea::Any;
    std::optional<HolderView> holder; ///< who charts it, when that is another program
    bool isOurs = false;              ///< a draft that this program charts
    bool wasTaken = false;            ///< somebody took it over from this program once
    std::optional<Hold> hold;
    std::optional<AskedTechnique> asking;
    std::optional<TreatmentId> openTreatment; ///< of those that are not at a point
    int highestPoint = 0;                     ///< highest number of a point of the case, ever
    std::optional<TriggerPointId> selected;
    UndoList turns; ///< as stored: it outlives this object until the session is signed
    std::optional<Typing> typing; ///< the field being typed in: its keystrokes are one step of undo
    std::string savedAt;          ///< "10:42"; empty: nothing was stored since it was opened
    std::string message;
    View view = View::Posterior;
    Layer layer = Layer::Superficial;
    bool showArm = false;
    bool showOutlines = false;
    bool showReferral = true;
    std::optional<SidedMuscle> hovered;
    std::optional<SidedPart> hoveredRegion; ///< while pain is painted, instead of a muscle
    std::optional<BodyPoint> pointer;       ///< where it was when these were found
    /// The ways of the arrow keys, for as long as view, layer and arm stay.
    struct Ways {
        View view;
        atlas::Peel peel;
        atlas::Neighbours neighbours;
    };
    std::optional<Ways> ways;
    std::optional<SidedMuscle> focused;
    int reveals = 0;
    std::optional<drawing::Rect> reveal;
    struct Drag {
        TriggerPointId point;
        BodyPoint at; ///< where it would lie now
        Place origin; ///< where it lay when the pointer was at `from`
        Place from;
    };
    std::optional<Drag> drag;
    Painting painting;
    std::unique_ptr<const Suggester> suggester; ///< made when it is first needed
    std::vector<PastFinding> past; ///< of all other sessions of the patient; read with it
    struct CandidatesFor {
        std::vector<PainArea> areas;
        std::vector<std::tuple<MuscleKey, Side, std::optional<ReferencePointKey>, bool>> known;
        friend bool operator==(const CandidatesFor&, const CandidatesFor&) = default;
    };
    CandidatesFor candidatesFor;      ///< what the shown candidates were made of
    std::vector<PainArea> drawnAreas; ///< those that `drawn` was worked out for
    DrawnPain drawn;
    std::optional<DrawnPain> drawnLast; ///< of the session before; empty: nothing was drawn then

    std::optional<View> stripView; ///< in which the film strip was made

    SessionView shown{session.id};
    std::function<void()> tell;    ///< the view changed
    std::function<void()> tellMap; ///< only what moves on the map changed

    /// Everything as the file has it now, also what others of the case hold.
    void readAll();
    /// Claims the draft, or learns who has it. `knowingly`: takes it over.
    void claim(bool knowingly);
    /// As SessionPresenter::reloadIfChanged; tells nobody.
    bool renew(Attention attention);
    /// Who charts it, as read now, when that is another program.
    [[nodiscard]] std::optional<HolderView> holderNow();
    [[nodiscard]] HolderView holderView(const storage::SessionHolder& who);
    /// Somebody took the session over: what this program had under way in it is over.
    void giveUp();
    /// Runs what stores. Where somebody else took the session over meanwhile, the view shows who
    /// and what is stored now, and SessionTaken goes on to the caller.
    void whileMine(const std::function<void()>& work);
    /// The other sessions of the case before and after this one, and what follows from them.
    void groupOthers(std::vector<Session> others);
    /// The same after this session's time changed.
    void regroup();
    void findGhosts();
    void reloadPatient();
    /// Reads the patient again, whom another program may have changed; leaves no trace. True when
    /// the record is another now: then the view is to be rendered.
    bool freshenPatient();
    /// Stores the edits with the paragraphs that follow from them, remembers how to turn them
    /// round.
    void commit(SessionStep edits);
    /// The same as one more part of the step before.
    void commitOn(SessionStep edits);
    /// Stores what was typed into the field: as part of the step before while the typing goes on.
    void type(const TypedField& field, SessionStep edits);
    /// Stores exactly the edits and the turn of the undo list that belongs to them.
    void store(const SessionStep& edits, const Turn& turn);
    /// The same; the view stays as it was. For what is stored while the hand still moves.
    void storeUnseen(const SessionStep& edits, const Turn& turn);
    /// A stroke in progress is stored as far as it was drawn. Comes before all that turns the
    /// record or the map round under it. One that the file does not take throws its error once and
    /// is kept for another try; the second time it throws and is gone, so that the map goes on.
    void settleStroke();
    /// Turns to another view; what was under way in this one is ended.
    void lookFrom(View next);
    /// Brings a muscle into sight: its layer, the arm, its place in the present view.
    void bringMuscle(const atlas::Muscle& muscle);
    /// The same for a point, where its mark stands in the present view.
    void bringPoint(const TriggerPointId& point);
    /// Throws EditRefused unless the session is a draft that this program may change.
    void requireDraft() const;
    /// The sentence for whoever tries to change what somebody else charts.
    [[nodiscard]] Message heldSentence() const;
    /// The edits that bring the composed paragraphs up to date with `next`.
    [[nodiscard]] SessionStep composedEdits(const Session& next);
    [[nodiscard]] std::string composed(NotePart part, const Session& next);
    /// The Objective of a session that is about to move among the others of its case.
    [[nodiscard]] std::string composedElsewhen(const Session& next);
    /// Of the areas, worked out only where they are not those of last time it was asked.
    [[nodiscard]] const DrawnPain& drawnOf(const std::vector<PainArea>& areas);
    [[nodiscard]] const Finding& selectedFinding() const;
    [[nodiscard]] const Session* previous() const noexcept {
        return earlier.empty() ? nullptr : &earlier.back();
    }
    [[nodiscard]] const Finding* lastOf(const TriggerPointId& point) const noexcept;
    void put(Finding finding);
    void placeAt(BodyPoint where, double reach);
    /// A point of this session, or one of the last that is not in it yet, in that muscle within a
    /// few millimetres: the same one is meant.
    [[nodiscard]] const Finding* pointNear(BodyPoint where, const MuscleKey& muscle,
                                           Side side) const noexcept;
    /// Selects a point of this session, carries one of the last.
    void take(const TriggerPointId& point);
    /// A new point, selected.
    void place(BodyPoint where, const MuscleKey& muscle, Side side, Layer seenLayer) {
        placeKnown(where, muscle, side, seenLayer, {});
    }
    /// The same as a known point of its muscle.
    void placeKnown(BodyPoint where, const MuscleKey& muscle, Side side, Layer seenLayer,
                    std::optional<ReferencePointKey> known);
    void select(std::optional<TriggerPointId> point);
    void carry(const TriggerPointId& ghost);
    [[nodiscard]] const Finding* findingOf(const TriggerPointId& point) const noexcept {
        return findingAt(session, point);
    }
    [[nodiscard]] const atlas::Muscle* muscleOf(const Finding& finding) const noexcept;
    /// Moves the point where it lies on a muscle of the layer that shows; else says why not.
    void moveTo(const Finding& finding, BodyPoint where);
    /// Forgets the known point that was chosen when it isn't one of the finding's muscle.
    void keepKnownPoint(Finding& finding) const;
    /// The finding as it lies on the other side. EditRefused in a muscle of the midline.
    [[nodiscard]] Finding onOtherSide(Finding finding) const;
    /// What lies under the pointer; empty: it left the map.
    void pointTo(const std::optional<BodyPoint>& where);
    /// The same, and shows it where it changed.
    void hover(const std::optional<BodyPoint>& where);
    void say(const Message& sentence); ///< shown until the next act
    void bring(drawing::Rect body);    ///< into sight

    // SessionSettling.cpp
    /// The finding, which is of this session or carried into it, with the word; what an earlier
    /// word brought is gone from it.
    [[nodiscard]] Finding settledWith(Finding finding, std::optional<Settled> word) const;
    /// A word that what was entered now speaks against no longer stands.
    void keepWordTrue(Finding& finding) const;
    [[nodiscard]] bool isCarried(const Finding& finding) const noexcept {
        return lastOf(finding.point.id) != nullptr;
    }
    [[nodiscard]] bool isToSettle(const Finding& finding) const noexcept {
        return isCarried(finding) && !isAssessed(finding);
    }

    // TreatmentAsking.cpp
    [[nodiscard]] std::vector<Caution> cautionsOf(const TreatmentTarget& target,
                                                  const TechniqueKey& technique) const;

    // TreatmentPresenter.cpp
    [[nodiscard]] const Treatment* treatmentOf(const TreatmentId& id) const noexcept;
    [[nodiscard]] bool isTimed(const TechniqueKey& technique) const noexcept;
    /// The treatment of the running timer with the time so far logged. Empty: none runs, its
    /// treatment is gone, or it ran longer than can be logged.
    [[nodiscard]] std::optional<Treatment> held() const;
    /// What a timer that runs logs before something else ends it; it ends when they are stored.
    [[nodiscard]] SessionStep holdEdits() const;
    void dropWhatIsGone(); ///< timer, question, open card and choice of what is no longer there

    // SessionRendering.cpp
    void render();
    // MapRendering.cpp
    void renderHover();
    void renderMap();
    void renderReferral(const Finding& finding);
    void moveDragged(); ///< shows the dragged mark where the pointer is
    // PainRendering.cpp
    void renderPain();
    void renderCandidates();
    void renderPoints();
    // SessionNotes.cpp
    void renderNotes();
    /// What the last session wrote there, to be taken over; empty when there is nothing to propose.
    [[nodiscard]] std::string proposalFor(NotePart part) const;
    void renderStrip();
    // TreatmentRendering.cpp
    void renderTreatments();
    [[nodiscard]] std::vector<TechniqueChip> chipsFor(const TreatmentTarget& target) const;
    [[nodiscard]] TreatmentCard cardOf(const Treatment& treatment) const;
    [[nodiscard]] std::string targetText(const TreatmentTarget& target) const;
    /// What those alerts were answered with before, newest first: of this patient, each once.
    [[nodiscard]] std::vector<std::string> reasonsBefore(const TechniqueKey& technique,
                                                         std::span<const AlertKey> alerts) const;
    /// The same of this case alone; reads nothing.
    [[nodiscard]] std::vector<std::string> reasonsOfCase(const TechniqueKey& technique,
                                                         std::span<const AlertKey> alerts) const;
    [[nodiscard]] std::optional<CautionQuestion>
    unansweredOf(const Treatment& treatment, const std::vector<Caution>& cautions) const;
    [[nodiscard]] CautionQuestion questionOf(const AskedTechnique& asked,
                                             std::vector<CautionLine> lines,
                                             const std::vector<Caution>& cautions) const;
    // VisitRendering.cpp
    void renderVisit();
    [[nodiscard]] HomeCareRow homeCareRow(const HomeCareItem& item) const;
    [[nodiscard]] std::vector<HomeCareRow> homeCareProposals() const;
    // MeasureRendering.cpp
    void renderMeasures();

    [[nodiscard]] std::string nameOf(const PractitionerId& who);
};

} // namespace palpate::app
