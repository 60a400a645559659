// SPDX-License-Identifier: MIT
#pragma once

#include "domain/Session.h"

#include <optional>
#include <span>
#include <variant>
#include <vector>

namespace palpate {

// Every change of an open session is one of these values. Storage writes them, undo turns them
// round.

struct PutFinding { ///< adds the finding, or replaces that of the same point
    Finding finding;
    friend bool operator==(const PutFinding&, const PutFinding&) = default;
};
struct RemoveFinding { ///< its treatments must be removed first
    TriggerPointId point;
    friend bool operator==(const RemoveFinding&, const RemoveFinding&) = default;
};
struct PutTreatment { ///< adds at the end, or replaces the one with that id in its place
    Treatment treatment;
    friend bool operator==(const PutTreatment&, const PutTreatment&) = default;
};
struct RemoveTreatment {
    TreatmentId treatment;
    friend bool operator==(const RemoveTreatment&, const RemoveTreatment&) = default;
};
struct SetPain {
    PainMoment moment = PainMoment::Now;
    std::optional<PainScore> score; ///< empty: back to not asked
    friend bool operator==(const SetPain&, const SetPain&) = default;
};
struct SetCourse {
    std::optional<Course> course;
    friend bool operator==(const SetCourse&, const SetCourse&) = default;
};
struct SetNote {
    NotePart part = NotePart::Subjective;
    NoteText note;
    friend bool operator==(const SetNote&, const SetNote&) = default;
};
struct PutPainArea { ///< adds at the end, or replaces the one with that id in its place
    PainArea area;
    friend bool operator==(const PutPainArea&, const PutPainArea&) = default;
};
struct RemovePainArea {
    PainAreaId area;
    friend bool operator==(const RemovePainArea&, const RemovePainArea&) = default;
};

struct SetTimes { ///< a session dated back, or corrected
    Instant startedAt;
    std::optional<Instant> endedAt;
    friend bool operator==(const SetTimes&, const SetTimes&) = default;
};
struct SetConsent {
    std::optional<TodayConsent> consent;
    friend bool operator==(const SetConsent&, const SetConsent&) = default;
};
struct SetCheckIn {
    CheckIn checkIn;
    friend bool operator==(const SetCheckIn&, const SetCheckIn&) = default;
};
struct PutMotion { ///< adds at the end, or replaces that of the same motion and side in its place
    RangeOfMotion motion;
    friend bool operator==(const PutMotion&, const PutMotion&) = default;
};
struct RemoveMotion {
    MotionAt at;
    friend bool operator==(const RemoveMotion&, const RemoveMotion&) = default;
};
struct PutTest { ///< adds at the end, or replaces that of the same test, part, side and site
    TestResult test;
    friend bool operator==(const PutTest&, const PutTest&) = default;
};
struct RemoveTest {
    TestAt at;
    friend bool operator==(const RemoveTest&, const RemoveTest&) = default;
};
struct SetReaction {
    std::optional<Reaction> reaction;
    friend bool operator==(const SetReaction&, const SetReaction&) = default;
};
struct SetNextVisit {
    std::optional<Date> day;
    friend bool operator==(const SetNextVisit&, const SetNextVisit&) = default;
};
struct PutHomeCare { ///< adds at the end, or replaces that of the same item in its place
    HomeCareItem item;
    friend bool operator==(const PutHomeCare&, const PutHomeCare&) = default;
};
struct RemoveHomeCare {
    HomeCareKey item;
    friend bool operator==(const RemoveHomeCare&, const RemoveHomeCare&) = default;
};

using SessionEdit =
    std::variant<PutFinding, RemoveFinding, PutTreatment, RemoveTreatment, SetPain, SetCourse,
                 SetNote, PutPainArea, RemovePainArea, SetTimes, SetConsent, SetCheckIn, PutMotion,
                 RemoveMotion, PutTest, RemoveTest, SetReaction, SetNextVisit, PutHomeCare,
                 RemoveHomeCare>;

/// One step of the user: stored, undone and redone whole.
using SessionStep = std::vector<SessionEdit>;

/// The session after the edits; the caller's is untouched. Throws EditRefused when the session is
/// signed, when a finding, treatment, pain area or point is not there, when a finding with
/// treatments would go, when a point would take the number of another, when a pain area has no
/// shape, when a session would end before it begins, or when a motion is without any value.
[[nodiscard]] Session applied(Session session, std::span<const SessionEdit> edits);

/// The step that leads from applied(before, edits) back to `before`, whose undo in turn is `edits`'
/// effect.
[[nodiscard]] SessionStep inverse(const Session& before, std::span<const SessionEdit> edits);

/// One turn of the user against the session's list of undo: how it is kept with the edits.
struct NewStep { ///< remembered; what had been undone can't be redone any more
    SessionStep back;
};
struct SameStep {}; ///< goes on with the step before (typing); what had been undone is forgotten
struct Undone {     ///< the edits are those of the newest step; `forward` redoes them
    SessionStep forward;
};
struct Redone { ///< the edits are those of the newest undone step; `back` undoes them
    SessionStep back;
};
using Turn = std::variant<NewStep, SameStep, Undone, Redone>;

/// What can be undone and redone in a draft: the last of each vector comes first.
struct UndoList {
    std::vector<SessionStep> undo;
    std::vector<SessionStep> redo;
    friend bool operator==(const UndoList&, const UndoList&) = default;
};
/// The list after one turn. Undone and Redone throw EditRefused when there is nothing to undo or
/// redo.
[[nodiscard]] UndoList turned(UndoList list, const Turn& turn);

/// The step that takes a point out of the session, its treatments first.
[[nodiscard]] SessionStep removalOf(const Session& session, const TriggerPointId& point);

} // namespace palpate
