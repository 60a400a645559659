// SPDX-License-Identifier: MIT
#include "app/SessionPresenter.h"

#include "app/Clinic.h"
#include "app/MapFigures.h"
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
    : inside_{std::make_unique<SessionInside>(clinic, session)}, map_{*inside_}, pain_{*inside_} {
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
    inside_->put(std::move(finding));
    changed();
}

void SessionPresenter::setState(std::optional<State> state) {
    auto finding = inside_->selectedFinding();
    finding.state = state;
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
    inside_->put(std::move(finding));
    changed();
}

void SessionPresenter::toggleTechnique(TechniqueKey technique) {
    const auto& finding = inside_->selectedFinding();
    const auto given = treatmentsAt(inside_->session, finding.point.id);
    const auto same = std::ranges::find(given, technique, &Treatment::technique);
    if (same != given.end()) {
        inside_->commit({RemoveTreatment{same->id}});
    } else {
        inside_->commit({PutTreatment{Treatment{.id = TreatmentId::create(inside_->clinic.ids()),
                                                .target = finding.point.id,
                                                .technique = technique,
                                                .dose = {},
                                                .tendernessAfter = {},
                                                .painBefore = {},
                                                .painAfter = {},
                                                .note = {}}}});
    }
    changed();
}

Treatment SessionPresenter::treatmentOf(const TreatmentId& id) const {
    const auto& treatments = inside_->session.treatments;
    const auto found = std::ranges::find(treatments, id, &Treatment::id);
    if (found == treatments.end()) {
        throw EditRefused{{tr("That treatment was taken away; choose the technique again."), {}}};
    }
    return *found;
}

void SessionPresenter::setHeldSeconds(TreatmentId treatment, double seconds) {
    auto changedOne = treatmentOf(treatment);
    const auto field = LogFieldKey::from("duration_s");
    const LogValue value{*field, seconds};
    if (const auto problem = inside_->clinic.reference().logFields().problem(value)) {
        throw EditRefused{*problem};
    }
    const auto old = std::ranges::find(changedOne.dose, *field, &LogValue::field);
    if (old != changedOne.dose.end()) {
        *old = value;
    } else {
        changedOne.dose.push_back(value);
    }
    inside_->commit({PutTreatment{std::move(changedOne)}});
    changed();
}

void SessionPresenter::setTendernessAfter(TreatmentId treatment, std::optional<Tenderness> value) {
    auto changedOne = treatmentOf(treatment);
    changedOne.tendernessAfter = value;
    inside_->commit({PutTreatment{std::move(changedOne)}});
    changed();
}

void SessionPresenter::setPain(PainMoment moment, std::optional<PainScore> score) {
    inside_->commit({SetPain{moment, score}});
    changed();
}

void SessionPresenter::setCourse(std::optional<Course> course) {
    inside_->commit({SetCourse{course}});
    changed();
}

void SessionPresenter::setNote(NotePart part, const std::string& text) {
    if (!isValidUtf8(text)) {
        throw EditRefused{{tr("The text holds characters that are not valid; type it again."), {}}};
    }
    const auto& old = noteOf(inside_->session, part);
    if (old.text == text) {
        return;
    }
    const auto authorship = trimmed(text).empty() ? Authorship::Composed : Authorship::Written;
    SessionStep edits{
        SetNote{part, {authorship == Authorship::Composed ? std::string{} : text, authorship}}};
    if (inside_->typing == part && authorship == Authorship::Written) {
        inside_->store(edits, SameStep{}); // one step of undo for a whole stretch of typing
    } else {
        inside_->commit(std::move(edits));
        inside_->typing = part;
    }
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

SigningCheck SessionPresenter::checkSigning() const {
    auto session = inside_->session;
    for (const auto& ghost : inside_->ghosts) {
        session = applied(std::move(session), SessionStep{PutFinding{carriedFrom(ghost)}});
    }
    if (!isSigned(session)) {
        const auto composed = inside_->composedEdits(session); // what signing itself will write
        session = applied(std::move(session), composed);
    }
    return palpate::checkSigning(session, inside_->clinic.practitioner().id,
                                 inside_->clinic.clock().now());
}

void SessionPresenter::sign() {
    inside_->settleStroke();
    const auto check = checkSigning();
    if (!check.maySign()) {
        throw EditRefused{check.blockers.front()};
    }
    auto& inside = *inside_;
    auto& store = inside.clinic.store();
    SessionStep unseen;
    for (const auto& ghost : inside.ghosts) {
        unseen.emplace_back(PutFinding{carriedFrom(ghost)});
    }
    std::ranges::move(inside.composedEdits(applied(inside.session, unseen)),
                      std::back_inserter(unseen));
    store.atomically([&] {
        if (!unseen.empty()) {
            store.sessions().apply(inside.session.id, unseen);
        }
        static_cast<void>(store.sessions().sign(inside.session.id, inside.clinic.clock().now()));
    });
    inside.session = *store.sessions().find(inside.session.id);
    inside.turns = {};
    inside.painting = {};
    inside.typing.reset();
    inside.findGhosts();
    inside.render();
    changed();
}

void SessionPresenter::addAddendum(const std::string& text, const std::string& reason) {
    if (trimmed(text).empty()) {
        throw EditRefused{{tr("The addendum is empty; write what is to be added."), {}}};
    }
    auto& inside = *inside_;
    auto& sessions = inside.clinic.store().sessions();
    sessions.addAddendum(inside.session.id, Addendum{.id = AddendumId::create(inside.clinic.ids()),
                                                     .by = inside.clinic.practitioner().id,
                                                     .at = inside.clinic.clock().now(),
                                                     .text = trimmed(text),
                                                     .reason = trimmed(reason)});
    inside.session = *sessions.find(inside.session.id);
    inside.render();
    changed();
}

} // namespace palpate::app
