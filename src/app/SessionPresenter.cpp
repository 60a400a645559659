// SPDX-License-Identifier: MIT
#include "app/SessionPresenter.h"

#include "app/Clinic.h"
#include "app/MapFigures.h"
#include "app/Rights.h"
#include "app/Sentences.h"
#include "app/SessionInside.h"
#include "app/TimeText.h"
#include "atlas/BodyMap.h"
#include "domain/Change.h"
#include "domain/Error.h"
#include "domain/Text.h"
#include "reference/Reference.h"
#include "storage/Store.h"

#include <algorithm>
#include <cmath>
#include <iterator>

namespace palpate::app {

SessionPresenter::SessionPresenter(Clinic& clinic, const SessionId& session)
    : inside_{std::make_unique<SessionInside>(permitted(clinic, Right::ReadRecords), session)},
      map_{*inside_}, pain_{*inside_}, care_{*inside_}, measures_{*inside_}, visit_{*inside_} {
    inside_->tell = [this] { changed(); };
    inside_->tellMap = [this] {
        if (onMapMoved) {
            onMapMoved();
        } else {
            changed();
        }
    };
}
SessionPresenter::~SessionPresenter() = default;

SessionId SessionPresenter::begin(Clinic& clinic, const CaseId& caseId) {
    require(clinic, Right::WriteRecords);
    const auto record = clinic.store().cases().find(caseId);
    if (!record) {
        throw EditRefused{{tr("There is no such case any more; open the patient again."), {}}};
    }
    const auto now = clinic.clock().now();
    const Session session{.id = SessionId::create(clinic.ids()),
                          .caseId = caseId,
                          .patient = record->patient,
                          .practitioner = clinic.practitioner().id,
                          .startedAt = now,
                          .writtenAt = now,
                          .timeZone = clinic.profile().timeZone,
                          .painNow = {},
                          .painBest = {},
                          .painWorst = {},
                          .painAfter = {},
                          .course = {},
                          .note = {},
                          .findings = {},
                          .treatments = {},
                          .painAreas = {},
                          .signature = {},
                          .addenda = {}};
    clinic.store().sessions().begin(session);
    return session.id;
}

const SessionView& SessionPresenter::view() const noexcept {
    return inside_->shown;
}
const Session& SessionPresenter::session() const noexcept {
    return inside_->session;
}

void SessionPresenter::changed() {
    if (onChanged) {
        onChanged();
    }
}

void SessionPresenter::takeOver() {
    auto& inside = *inside_;
    inside.claim(true);
    inside.readAll();
    inside.painting.drawing = false;
    inside.render();
    changed();
}

bool SessionPresenter::reloadIfChanged(Attention attention) {
    if (!inside_->renew(attention)) {
        return false;
    }
    changed();
    return true;
}

void SessionPresenter::reloadPatient() {
    inside_->reloadPatient();
    changed();
}

void SessionPresenter::select(std::optional<TriggerPointId> point) {
    inside_->select(point);
    changed();
}

void SessionPresenter::carry(TriggerPointId ghost) {
    inside_->carry(ghost);
    changed();
}

void SessionPresenter::removePoint(TriggerPointId point) {
    inside_->commit(removalOf(inside_->session, point));
    changed();
}

void SessionPresenter::setTenderness(std::optional<Tenderness> value) {
    auto finding = inside_->selectedFinding();
    finding.tenderness = value;
    inside_->keepWordTrue(finding);
    inside_->put(std::move(finding));
    changed();
}

void SessionPresenter::setState(std::optional<State> state) {
    auto finding = inside_->selectedFinding();
    finding.state = state;
    inside_->keepWordTrue(finding);
    inside_->put(std::move(finding));
    changed();
}

void SessionPresenter::setSign(SignKind kind, Sign sign) {
    auto finding = inside_->selectedFinding();
    switch (kind) {
    case SignKind::TautBand:
        finding.signs.tautBand = sign;
        break;
    case SignKind::TenderSpot:
        finding.signs.tenderSpot = sign;
        break;
    case SignKind::ReferredPain:
        finding.signs.referredPain = sign;
        break;
    case SignKind::Twitch:
        finding.signs.twitch = sign;
        break;
    case SignKind::Jump:
        finding.signs.jump = sign;
        break;
    }
    inside_->put(std::move(finding));
    changed();
}

void SessionPresenter::setRecognition(Recognition recognition) {
    auto finding = inside_->selectedFinding();
    finding.signs.recognised = recognition;
    inside_->put(std::move(finding));
    changed();
}

void SessionPresenter::setRelation(std::optional<Relation> relation) {
    auto finding = inside_->selectedFinding();
    finding.relation = relation;
    inside_->keepWordTrue(finding);
    inside_->put(std::move(finding));
    changed();
}

void SessionPresenter::setReferencePoint(std::optional<ReferencePointKey> point) {
    auto finding = inside_->selectedFinding();
    finding.referencePoint = std::move(point);
    inside_->put(std::move(finding));
    changed();
}

void SessionPresenter::setPointNote(TriggerPointId point, const std::string& note) {
    if (!isValidUtf8(note)) {
        throw EditRefused{{tr("The text holds characters that are not valid; type it again."), {}}};
    }
    const auto* found = findingAt(inside_->session, point);
    if (found == nullptr) {
        throw EditRefused{
            {tr("The point of this note is no longer in the session; copy the text elsewhere."),
             {}}};
    }
    if (found->note == note) {
        return;
    }
    auto finding = *found;
    finding.note = note;
    inside_->type(point, {PutFinding{std::move(finding)}});
    changed();
}

void SessionPresenter::endTyping() noexcept {
    inside_->typing.reset();
}

void SessionPresenter::setPain(PainMoment moment, std::optional<PainScore> score) {
    inside_->commit({SetPain{moment, score}});
    changed();
}

void SessionPresenter::setCourse(std::optional<Course> course) {
    inside_->commit({SetCourse{course}});
    changed();
}

void SessionPresenter::undo() {
    inside_->settleStroke();
    if (inside_->turns.undo.empty()) {
        return;
    }
    const auto step = inside_->turns.undo.back();
    inside_->typing.reset();
    inside_->store(step, Undone{inverse(inside_->session, step)});
    changed();
}

void SessionPresenter::redo() {
    inside_->settleStroke();
    if (inside_->turns.redo.empty()) {
        return;
    }
    const auto step = inside_->turns.redo.back();
    inside_->typing.reset();
    inside_->store(step, Redone{inverse(inside_->session, step)});
    changed();
}

} // namespace palpate::app
