// SPDX-License-Identifier: MIT
#include "app/TreatmentPresenter.h"

#include "app/Clinic.h"
#include "app/DoseForm.h"
#include "app/TreatmentSteps.h"
#include "app/Words.h"
#include "domain/Error.h"
#include "domain/Text.h"
#include "reference/Reference.h"

#include <algorithm>
#include <cmath>

namespace palpate::app {

namespace {

[[nodiscard]] const LogFieldKey& duration() {
    static const auto field = *LogFieldKey::from("duration_s");
    return field;
}

/// With the time of its running timer, which ends when this is stored.
[[nodiscard]] Treatment withHold(const SessionInside& inside, const TreatmentId& id) {
    if (inside.hold && inside.hold->treatment == id) {
        if (auto held = inside.held()) {
            return *std::move(held);
        }
    }
    return existingTreatment(inside, id);
}

/// A timer of the treatment ends; what it measured is stored already, or told otherwise.
void endHold(SessionInside& inside, const TreatmentId& treatment) {
    if (inside.hold && inside.hold->treatment == treatment) {
        inside.hold.reset();
        inside.render();
    }
}

/// Stores the treatment; a timer of it that ran has ended with it.
void putEnding(SessionInside& inside, Treatment treatment) {
    const auto id = treatment.id;
    inside.commit({PutTreatment{std::move(treatment)}});
    endHold(inside, id);
}

/// Stores what was typed into the field, where it is another value.
void typeInto(SessionInside& inside, const TypedField& field, Treatment treatment) {
    if (treatment != existingTreatment(inside, treatment.id)) {
        inside.type(field, {PutTreatment{std::move(treatment)}});
    }
}

/// Whether the field takes typed words; a value that is picked is a step of its own.
[[nodiscard]] bool isTypedIn(const LogFieldKey& key, const reference::Reference& reference) {
    const auto* field = reference.logFields().find(key);
    return field == nullptr || (field->type != reference::FieldType::Choice &&
                                field->type != reference::FieldType::Boolean);
}

/// Nothing when the value is as it was.
void put(SessionInside& inside, Treatment treatment) {
    if (treatment == existingTreatment(inside, treatment.id)) {
        return;
    }
    inside.commit({PutTreatment{std::move(treatment)}});
}

} // namespace

Treatment existingTreatment(const SessionInside& inside, const TreatmentId& id) {
    const auto* treatment = inside.treatmentOf(id);
    if (treatment == nullptr) {
        throw EditRefused{{tr("That treatment was taken away; choose the technique again."), {}}};
    }
    return *treatment;
}

SessionStep displacedHold(const SessionInside& inside) {
    constexpr std::chrono::seconds kShortestHold{5};
    const auto& hold = inside.hold;
    if (hold && !hold->byHand &&
        inside.clinic.clock().preciseNow() - hold->startedAt < kShortestHold) {
        return {};
    }
    return inside.holdEdits();
}

const Treatment* SessionInside::treatmentOf(const TreatmentId& id) const noexcept {
    const auto found = std::ranges::find(session.treatments, id, &Treatment::id);
    return found == session.treatments.end() ? nullptr : &*found;
}

bool SessionInside::isTimed(const TechniqueKey& technique) const noexcept {
    const auto* row = clinic.reference().techniques().find(technique);
    return row != nullptr && std::ranges::count(row->logFields, duration()) > 0;
}

std::optional<Treatment> SessionInside::held() const {
    const auto* treatment = hold ? treatmentOf(hold->treatment) : nullptr;
    if (treatment == nullptr) {
        return std::nullopt;
    }
    const std::chrono::duration<double> ran = clinic.clock().preciseNow() - hold->startedAt;
    const auto before = secondsOf(*treatment).value_or(0);
    const LogValue value{duration(), std::round(before + std::max(0.0, ran.count()))};
    if (clinic.reference().logFields().problem(value)) {
        return std::nullopt;
    }
    auto logged = *treatment;
    logged.dose = withDose(std::move(logged.dose), value, logged.technique, clinic.reference());
    return logged;
}

SessionStep SessionInside::holdEdits() const {
    SessionStep edits;
    if (auto logged = held()) {
        edits.emplace_back(PutTreatment{*std::move(logged)});
    }
    return edits;
}

void SessionInside::dropWhatIsGone() {
    if (hold && treatmentOf(hold->treatment) == nullptr) {
        hold.reset();
    }
    if (openTreatment && treatmentOf(*openTreatment) == nullptr) {
        openTreatment.reset();
    }
    const auto* point = asking ? std::get_if<TriggerPointId>(&asking->target) : nullptr;
    if (point != nullptr && findingOf(*point) == nullptr) {
        asking.reset();
    }
    if (selected && findingOf(*selected) == nullptr) {
        selected.reset();
    }
    if (painting.selected && painAreaOf(session, *painting.selected) == nullptr) {
        painting.selected.reset();
    }
}

void TreatmentPresenter::remove(TreatmentId treatment) {
    static_cast<void>(existingTreatment(inside_, treatment));
    inside_.commit({RemoveTreatment{treatment}});
    inside_.tell();
}

std::optional<Message> TreatmentPresenter::setDose(TreatmentId treatment, LogFieldKey field,
                                                   const std::string& typed) {
    auto changed = existingTreatment(inside_, treatment);
    const auto& reference = inside_.clinic.reference();
    if (trimmed(typed).empty()) {
        changed.dose = withoutDose(std::move(changed.dose), field);
    } else {
        auto read = typedDose(field, typed, reference, inside_.clinic.profile().pressureUnit);
        if (auto* problem = std::get_if<Message>(&read)) {
            return std::move(*problem);
        }
        changed.dose = withDose(std::move(changed.dose), std::get<LogValue>(std::move(read)),
                                changed.technique, reference);
    }
    if (isTypedIn(field, reference)) {
        typeInto(inside_, DoseText{treatment, field}, std::move(changed));
    } else {
        put(inside_, std::move(changed));
    }
    if (field == duration()) {
        endHold(inside_, treatment);
    }
    inside_.tell();
    return std::nullopt;
}

void TreatmentPresenter::setNote(TreatmentId treatment, const std::string& note) {
    if (!isValidUtf8(note)) {
        throw EditRefused{{tr("The text holds characters that are not valid; type it again."), {}}};
    }
    auto changed = existingTreatment(inside_, treatment);
    changed.note = note;
    typeInto(inside_, treatment, std::move(changed));
    inside_.tell();
}

void TreatmentPresenter::setTendernessAfter(TreatmentId treatment,
                                            std::optional<Tenderness> value) {
    auto changed = withHold(inside_, treatment);
    changed.tendernessAfter = value;
    putEnding(inside_, std::move(changed));
    inside_.tell();
}

void TreatmentPresenter::setPainBefore(TreatmentId treatment, std::optional<PainScore> score) {
    auto changed = existingTreatment(inside_, treatment);
    changed.painBefore = score;
    put(inside_, std::move(changed));
    inside_.tell();
}

void TreatmentPresenter::setPainAfter(TreatmentId treatment, std::optional<PainScore> score) {
    auto changed = withHold(inside_, treatment);
    changed.painAfter = score;
    putEnding(inside_, std::move(changed));
    inside_.tell();
}

void TreatmentPresenter::startHold(TreatmentId treatment) {
    inside_.requireDraft();
    const auto chosen = existingTreatment(inside_, treatment);
    if (!inside_.isTimed(chosen.technique)) {
        throw EditRefused{{tr("The time of this technique is not logged; it has no timer."), {}}};
    }
    if (inside_.hold && inside_.hold->treatment == treatment) {
        inside_.hold->byHand = true; // it runs already; now it is wanted
        inside_.render();
        inside_.tell();
        return;
    }
    if (auto edits = displacedHold(inside_); !edits.empty()) {
        inside_.commit(std::move(edits));
    }
    inside_.hold = Hold{treatment, inside_.clinic.clock().preciseNow(), true};
    inside_.render();
    inside_.tell();
}

void TreatmentPresenter::stopHold() {
    if (!inside_.hold) {
        return;
    }
    auto edits = inside_.holdEdits();
    const bool tooLong = edits.empty();
    if (!tooLong) {
        inside_.commit(std::move(edits));
    }
    inside_.hold.reset();
    if (tooLong) {
        inside_.say({tr("The timer ran longer than can be logged; enter the time by hand."), {}});
    }
    inside_.render();
    inside_.tell();
}

void TreatmentPresenter::dropHold() {
    inside_.hold.reset();
    inside_.render();
    inside_.tell();
}

void TreatmentPresenter::open(std::optional<TreatmentId> treatment) {
    if (treatment) {
        static_cast<void>(existingTreatment(inside_, *treatment));
    }
    inside_.openTreatment = treatment;
    inside_.message.clear();
    inside_.render();
    inside_.tell();
}

void TreatmentPresenter::show(TreatmentId treatment) {
    const auto target = existingTreatment(inside_, treatment).target;
    const auto* point = std::get_if<TriggerPointId>(&target);
    if (point == nullptr) {
        open(treatment);
        return;
    }
    inside_.select(*point);
    inside_.tell();
}

} // namespace palpate::app
