// SPDX-License-Identifier: MIT
// The state behind a SessionPresenter: how it is read, stored and turned round.
#include "app/SessionInside.h"

#include "app/Clinic.h"
#include "app/MapFigures.h"
#include "app/Sentences.h"
#include "app/TimeText.h"
#include "atlas/BodyMap.h"
#include "domain/Change.h"
#include "domain/Error.h"
#include "storage/Store.h"

#include <algorithm>
#include <iterator>

namespace palpate::app {

namespace {

[[nodiscard]] Session opened(Clinic& clinic, const SessionId& id) {
    auto session = clinic.store().sessions().open(id);
    if (!session) {
        throw StorageError{
            {tr("There is no session {1} in this clinic; open the patient again."), {id.text()}}};
    }
    return *std::move(session);
}

[[nodiscard]] Patient patientOf(Clinic& clinic, const PatientId& id) {
    auto patient = clinic.store().patients().find(id);
    if (!patient) {
        throw StorageError{
            {tr("The session's patient is missing; run a check of the clinic."), {}}};
    }
    return *std::move(patient);
}

} // namespace

SessionPresenter::Inside::Inside(Clinic& theClinic, const SessionId& id)
    : clinic{theClinic}, session{opened(theClinic, id)}, patient{patientOf(theClinic,
                                                                           session.patient)} {
    for (auto& other : clinic.store().sessions().ofCase(session.caseId)) {
        for (const auto& finding : other.findings) {
            highestPoint = std::max(highestPoint, finding.point.number);
        }
        const bool before =
            std::pair{other.startedAt, other.id} < std::pair{session.startedAt, session.id};
        if (before) {
            earlier.push_back(std::move(other));
        }
    }
    number = static_cast<int>(earlier.size()) + 1;
    lastFindings = lastKnown(earlier);
    findGhosts();
    const auto& seen = session.findings.empty() ? ghosts : session.findings;
    view = mainView(seen);
    if (!seen.empty()) {
        layer = seen.front().layer;
    }
    render();
}

void SessionPresenter::Inside::findGhosts() {
    ghosts.clear();
    if (isSigned(session)) {
        return;
    }
    std::ranges::copy_if(
        openPoints(earlier), std::back_inserter(ghosts),
        [this](const Finding& finding) { return findingAt(session, finding.point.id) == nullptr; });
}

const Finding* SessionPresenter::Inside::lastOf(const TriggerPointId& point) const noexcept {
    const auto found =
        std::ranges::find(lastFindings, point, [](const Finding& f) { return f.point.id; });
    return found == lastFindings.end() ? nullptr : &*found;
}

const Finding& SessionPresenter::Inside::selectedFinding() const {
    const auto* finding = selected ? findingAt(session, *selected) : nullptr;
    if (finding == nullptr) {
        throw EditRefused{{tr("No point is selected; choose one on the map or in the list."), {}}};
    }
    return *finding;
}

SessionStep SessionPresenter::Inside::composedEdits(const Session& next) const {
    SessionStep edits;
    const auto compose = [&](NotePart part, const std::string& text) {
        const auto& note = noteOf(next, part);
        if (note.authorship == Authorship::Composed && note.text != text) {
            edits.emplace_back(SetNote{part, {text, Authorship::Composed}});
        }
    };
    const auto before = previous() != nullptr ? std::optional{*previous()} : std::nullopt;
    compose(NotePart::Objective, composedObjective(next, before, clinic.reference()));
    compose(NotePart::Plan, composedPlan(next, clinic.reference()));
    return edits;
}

void SessionPresenter::Inside::store(const SessionStep& edits) {
    auto next = applied(session, edits);
    clinic.store().sessions().apply(session.id, edits);
    session = std::move(next);
    for (const auto& finding : session.findings) {
        highestPoint = std::max(highestPoint, finding.point.number);
    }
    savedAt = clockText(clinic.clock().now(), session.timeZone);
    message.clear();
    findGhosts();
    if (selected && findingAt(session, *selected) == nullptr) {
        selected.reset();
    }
    render();
}

void SessionPresenter::Inside::commit(SessionStep edits) {
    typing.reset();
    std::ranges::move(composedEdits(applied(session, edits)), std::back_inserter(edits));
    auto back = inverse(session, edits);
    store(edits);
    undo.push_back(std::move(back));
    redo.clear();
    render();
}

void SessionPresenter::Inside::put(Finding finding) {
    commit({PutFinding{std::move(finding)}});
}

void SessionPresenter::Inside::placeAt(BodyPoint where, double reach) {
    const auto* muscle = clinic.map().muscleAt(where, {.top = layer, .showArm = showArm},
                                               atlas::Millimetres{std::min(reach, 2.0)});
    if (muscle == nullptr) {
        message = palpate::shown(
            {tr("No muscle of this layer is here; click on a muscle or choose another layer."),
             {}});
        render();
        return;
    }
    Finding finding =
        carriedFrom(Finding{.point = {TriggerPointId::create(clinic.ids()), highestPoint + 1},
                            .at = where,
                            .muscle = muscle->key,
                            .side = muscle->side,
                            .layer = layer,
                            .referencePoint = {},
                            .signs = {},
                            .tenderness = {},
                            .threshold = {},
                            .state = {},
                            .relation = {},
                            .note = {}});
    const auto point = finding.point.id;
    put(std::move(finding));
    selected = point;
    render();
}

void SessionPresenter::Inside::reloadPatient() {
    patient = patientOf(clinic, session.patient);
    render();
}

} // namespace palpate::app
