// SPDX-License-Identifier: MIT
#pragma once

#include "app/SessionPresenter.h"
#include "domain/Patient.h"

#include <optional>
#include <vector>

namespace palpate::app {

/// The state behind a SessionPresenter: the session as stored, what went before it, and what is
/// looked at.
struct SessionPresenter::Inside {
    explicit Inside(Clinic& theClinic, const SessionId& id);

    Clinic& clinic;
    Session session;
    Patient patient;
    std::vector<Session> earlier;      ///< of the same case, begun before this one, oldest first
    std::vector<Finding> ghosts;       ///< open points of `earlier` that this session has not
    std::vector<Finding> lastFindings; ///< each point of `earlier` as last known
    int number = 1;                    ///< of this session within its case
    int highestPoint = 0;              ///< highest number of a point of the case, ever
    std::optional<TriggerPointId> selected;
    std::vector<SessionStep> undo;
    std::vector<SessionStep> redo;
    std::optional<NotePart>
        typing;          ///< the paragraph being typed: its keystrokes are one step of undo
    std::string savedAt; ///< "10:42"; empty: nothing was stored since it was opened
    std::string message;
    View view = View::Posterior;
    Layer layer = Layer::Superficial;
    bool showArm = false;
    std::optional<std::pair<MuscleKey, Side>> hovered;
    SessionView shown{session.id};

    void findGhosts();
    void reloadPatient();
    /// Stores the edits with the paragraphs that follow from them, remembers how to turn them
    /// round.
    void commit(SessionStep edits);
    /// The same without remembering.
    void store(const SessionStep& edits);
    /// The edits that bring the composed paragraphs up to date with `next`.
    [[nodiscard]] SessionStep composedEdits(const Session& next) const;
    [[nodiscard]] const Finding& selectedFinding() const;
    [[nodiscard]] const Session* previous() const noexcept {
        return earlier.empty() ? nullptr : &earlier.back();
    }
    [[nodiscard]] const Finding* lastOf(const TriggerPointId& point) const noexcept;
    void put(Finding finding);
    void placeAt(BodyPoint where, double reach);

    // SessionRendering.cpp
    void render();
    void renderHover();
    void renderMap();
    void renderPoints();
    void renderNotes();
    [[nodiscard]] std::string nameOf(const PractitionerId& who);
};

} // namespace palpate::app
