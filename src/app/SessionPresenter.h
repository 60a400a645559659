// SPDX-License-Identifier: MIT
#pragma once

#include "app/MapPresenter.h"
#include "app/MeasurePresenter.h"
#include "app/PainPainter.h"
#include "app/QuickAnswer.h"
#include "app/SessionView.h"
#include "app/TreatmentPresenter.h"
#include "app/VisitPresenter.h"
#include "domain/Session.h"
#include "domain/SessionEdit.h"
#include "domain/Signing.h"

#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace palpate::app {

class Clinic;

enum class SignKind { TautBand, TenderSpot, ReferredPain, Twitch, Jump };
/// Whether the person is at this window, or works in another one.
enum class Attention { Here, Elsewhere };

/// One session being charted or read. Knows no window; runs without a display. The clinic must
/// outlive it. Every edit is stored before the call returns. Any call may throw StorageError or
/// EditRefused; record and view are then unchanged. Identities are taken by value: the caller's may
/// lie in the view, which each call renews.
class SessionPresenter {
public:
    /// Opens a stored session (audited as a view of the patient's record). Throws StorageError when
    /// there is none.
    SessionPresenter(Clinic& clinic, const SessionId& session);
    ~SessionPresenter();
    SessionPresenter(const SessionPresenter&) = delete;
    SessionPresenter& operator=(const SessionPresenter&) = delete;

    /// A new draft of today for the case; the open points of earlier sessions appear as ghosts.
    [[nodiscard]] static SessionId begin(Clinic& clinic, const CaseId& caseId);

    /// All a window needs, as one value. Valid until the next call of another member.
    [[nodiscard]] const SessionView& view() const noexcept;
    [[nodiscard]] const Session& session() const noexcept;
    /// Reads the patient's record again, after it was edited: alerts meet techniques at once.
    void reloadPatient();
    /// Called after every change of the view; the window answers with render(view()).
    std::function<void()> onChanged;
    /// Called instead of it when only what moves on the map changed: the thing under the pointer, a
    /// point being dragged, a stroke. Only view().map and pain().stroke() differ then.
    std::function<void()> onMapMoved;

    /// What is looked at on the body map, and where points lie. Lives as long as this.
    [[nodiscard]] MapPresenter& map() noexcept { return map_; }
    /// Drawing where it hurts. Lives as long as this.
    [[nodiscard]] PainPainter& pain() noexcept { return pain_; }
    /// What was done. Lives as long as this.
    [[nodiscard]] TreatmentPresenter& care() noexcept { return care_; }
    /// Ranges of motion and tests. Lives as long as this.
    [[nodiscard]] MeasurePresenter& measures() noexcept { return measures_; }
    /// Times, consent, everyday life, what comes next. Lives as long as this.
    [[nodiscard]] VisitPresenter& visit() noexcept { return visit_; }
    /// Places and rates what a line of words says, as "r ql 6 a". What it leaves open comes back as
    /// choices, and nothing is stored until one is taken.
    [[nodiscard]] QuickAnswer quick(const std::string& line,
                                    std::optional<std::size_t> choice = {});

    // Points.
    void select(std::optional<TriggerPointId> point);
    void carry(TriggerPointId ghost);
    /// One word about a point known from before, a ghost or already in this session: what was
    /// entered about it today stays, the word adds to it. The same word again takes it back.
    void settle(TriggerPointId point, Settled word);
    /// All ghosts, and all carried points of which nothing was said, are still as last time.
    void settleOthers();
    void removePoint(TriggerPointId point);

    // The selected point's card. Each throws EditRefused when no point is selected.
    void setTenderness(std::optional<Tenderness> value);
    void setState(std::optional<State> state);
    void setSign(SignKind kind, Sign sign);
    void setRecognition(Recognition recognition);
    void setRelation(std::optional<Relation> relation);
    void setReferencePoint(std::optional<ReferencePointKey> point);
    /// Of the point named, selected or not: typed text may arrive after another one was selected.
    /// Throws EditRefused when that point is no longer in the session.
    void setPointNote(TriggerPointId point, const std::string& note);

    /// The field that is typed in lost the focus: what is typed next is a step of undo of its own.
    /// Else the keystrokes in one field are one step, while no other edit comes between and no
    /// pause is longer than 30 seconds.
    void endTyping() noexcept;

    // The patient's answers and the note.
    void setPain(PainMoment moment, std::optional<PainScore> score);
    void setCourse(std::optional<Course> course);
    /// Text as typed. An empty text gives the paragraph back to the program.
    void setNote(NotePart part, const std::string& text);
    /// Takes the grey proposal of the last session: copied text, until it is confirmed or edited.
    void takeProposal(NotePart part);
    /// The copied text is right as it stands.
    void confirm(NotePart part);
    /// Gives the paragraph back to the program; what was written can be had again by undo.
    void takeComposed(NotePart part);

    void undo();
    void redo();

    /// Takes the draft over from who charts it; that program can only read it from then on.
    void takeOver();
    /// Shows what another program has stored of this session since it was read, and who charts it
    /// now; true when the view was renewed. Cheap where nothing changed; leaves no trace. A draft
    /// that nobody charts any more is this program's where the person is at this window; a draft
    /// that somebody took from it can only be read. Nothing happens while a point is dragged or
    /// pain is drawn.
    bool reloadIfChanged(Attention attention);

    /// What blocks signing and what is missing, by the alerts that the file holds now; where they
    /// changed, the view is renewed first.
    [[nodiscard]] SigningView checkSigning();
    /// Adds what was not looked at as "not assessed", then freezes the session. Throws EditRefused
    /// with the first blocker.
    void sign();
    void addAddendum(const std::string& text, const std::string& reason);
    /// Shows the requests about the session and its addenda as they are stored now: one was taken
    /// down or answered.
    void reloadRequests();

private:
    void changed();

    std::unique_ptr<SessionInside> inside_;
    MapPresenter map_;
    PainPainter pain_;
    TreatmentPresenter care_;
    MeasurePresenter measures_;
    VisitPresenter visit_;
};

} // namespace palpate::app
