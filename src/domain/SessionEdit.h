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
using SessionEdit = std::variant<PutFinding, RemoveFinding, PutTreatment, RemoveTreatment, SetPain,
                                 SetCourse, SetNote>;

/// One step of the user: stored, undone and redone whole.
using SessionStep = std::vector<SessionEdit>;

/// The session after the edits; the caller's is untouched. Throws EditRefused when the session is
/// signed, when a finding, treatment or its point is not there, when a finding with treatments
/// would go, or when a point would take the number of another.
[[nodiscard]] Session applied(Session session, std::span<const SessionEdit> edits);

/// The step that leads from applied(before, edits) back to `before`, whose undo in turn is `edits`'
/// effect.
[[nodiscard]] SessionStep inverse(const Session& before, std::span<const SessionEdit> edits);

/// The step that takes a point out of the session, its treatments first.
[[nodiscard]] SessionStep removalOf(const Session& session, const TriggerPointId& point);

} // namespace palpate
