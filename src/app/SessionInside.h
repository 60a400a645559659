// SPDX-License-Identifier: MIT
#pragma once

#include "app/Clinic.h"
#include "app/SessionView.h"
#include "app/Suggestions.h"
#include "domain/Patient.h"

#include <functional>
#include <memory>
#include <optional>
#include <vector>

namespace palpate::app {

/// A stroke or polygon that is being drawn.
struct Painting {
    bool on = false;
    PainTool tool = PainTool::Brush;
    double radius = 14;
    std::optional<PainQuality> quality; ///< of the next area
    std::optional<PainScore> intensity;
    std::optional<PainDepth> depth;
    std::optional<PainAreaId> selected;
    PaintStroke stroke;
    std::vector<Place> path;          ///< where the brush went
    bool drawing = false;             ///< between pressed and released
    std::optional<PainArea> extended; ///< the stored area that the stroke adds to
    std::optional<PainAreaId> kept;   ///< the area that keep() stored
};

/// The state behind a SessionPresenter and its parts: the session as stored, what went before it,
/// and what is looked at.
struct SessionInside {
    explicit SessionInside(Clinic& theClinic, const SessionId& id);

    Clinic& clinic;
    Session session;
    Patient patient;
    std::vector<Session> earlier;      ///< of the same case, begun before this one, oldest first
    std::vector<Finding> ghosts;       ///< open points of `earlier` that this session has not
    std::vector<Finding> lastFindings; ///< each point of `earlier` as last known
    int number = 1;                    ///< of this session within its case
    int highestPoint = 0;              ///< highest number of a point of the case, ever
    std::optional<TriggerPointId> selected;
    UndoList turns; ///< as stored: it outlives this object until the session is signed
    std::optional<NotePart>
        typing;          ///< the paragraph being typed: its keystrokes are one step of undo
    std::string savedAt; ///< "10:42"; empty: nothing was stored since it was opened
    std::string message;
    View view = View::Posterior;
    Layer layer = Layer::Superficial;
    bool showArm = false;
    bool showOutlines = false;
    bool showReferral = true;
    std::optional<SidedMuscle> hovered;
    std::optional<BodyPoint> pointer; ///< where it was when `hovered` was found
    std::optional<SidedMuscle> focused;
    int reveals = 0;
    std::optional<drawing::Rect> reveal;
    struct Drag {
        TriggerPointId point;
        BodyPoint at;
    };
    std::optional<Drag> drag;
    Painting painting;
    std::unique_ptr<const Suggester> suggester; ///< made when it is first needed
    std::vector<PastFinding> past; ///< of all other sessions of the patient; read with it
    struct CandidatesFor {
        std::vector<PainArea> areas;
        std::vector<Finding> findings;
        std::vector<Treatment> treatments;
        friend bool operator==(const CandidatesFor&, const CandidatesFor&) = default;
    };
    CandidatesFor candidatesFor;         ///< what the shown candidates were made of
    std::vector<PainArea> renderedAreas; ///< for which areas and words in the view were worked out
    double areaNow = 0;                  ///< cm2, front and back
    std::optional<double> areaBefore;    ///< of the session before; empty: nothing was drawn then

    SessionView shown{session.id};
    std::function<void()> tell;    ///< the view changed
    std::function<void()> tellMap; ///< only what moves on the map changed

    void findGhosts();
    void reloadPatient();
    /// Stores the edits with the paragraphs that follow from them, remembers how to turn them
    /// round.
    void commit(SessionStep edits);
    /// The same as one more part of the step before.
    void commitOn(SessionStep edits);
    /// Stores exactly the edits and the turn of the undo list that belongs to them.
    void store(const SessionStep& edits, const Turn& turn);
    /// Throws EditRefused unless the session is a draft.
    void requireDraft() const;
    /// The edits that bring the composed paragraphs up to date with `next`.
    [[nodiscard]] SessionStep composedEdits(const Session& next) const;
    [[nodiscard]] const Finding& selectedFinding() const;
    [[nodiscard]] const Session* previous() const noexcept {
        return earlier.empty() ? nullptr : &earlier.back();
    }
    [[nodiscard]] const Finding* lastOf(const TriggerPointId& point) const noexcept;
    void put(Finding finding);
    void placeAt(BodyPoint where, double reach);
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
    void say(const Message& sentence); ///< shown until the next act
    void bring(drawing::Rect body);    ///< into sight

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
    void renderNotes();

    [[nodiscard]] std::string nameOf(const PractitionerId& who);
};

} // namespace palpate::app
