// SPDX-License-Identifier: MIT
#include "app/TreatmentPresenter.h"

#include "app/Cautions.h"
#include "app/Clinic.h"
#include "app/DoseForm.h"
#include "app/SessionInside.h"
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

[[nodiscard]] Treatment existing(const SessionInside& inside, const TreatmentId& id) {
    const auto* treatment = inside.treatmentOf(id);
    if (treatment == nullptr) {
        throw EditRefused{{tr("That treatment was taken away; choose the technique again."), {}}};
    }
    return *treatment;
}

/// With the time of its running timer, which ends when this is stored.
[[nodiscard]] Treatment withHold(const SessionInside& inside, const TreatmentId& id) {
    if (inside.hold && inside.hold->treatment == id) {
        if (auto held = inside.held()) {
            return *std::move(held);
        }
    }
    return existing(inside, id);
}

/// Stores the treatment; a timer of it that ran has ended with it.
void putEnding(SessionInside& inside, Treatment treatment) {
    const auto id = treatment.id;
    inside.commit({PutTreatment{std::move(treatment)}});
    if (inside.hold && inside.hold->treatment == id) {
        inside.hold.reset();
        inside.render();
    }
}

/// Nothing when the value is as it was.
void put(SessionInside& inside, Treatment treatment) {
    if (treatment == existing(inside, treatment.id)) {
        return;
    }
    inside.commit({PutTreatment{std::move(treatment)}});
}

void requireTarget(const SessionInside& inside, const TreatmentTarget& target) {
    const auto* point = std::get_if<TriggerPointId>(&target);
    if (point != nullptr && inside.findingOf(*point) == nullptr) {
        throw EditRefused{
            {tr("That point is not in this session; choose one on the map or in the list."), {}}};
    }
    const auto* joint = std::get_if<JointTarget>(&target);
    if (joint != nullptr) {
        if (auto problem = inside.clinic.reference().joints().problem(*joint)) {
            throw EditRefused{*std::move(problem)};
        }
    }
}

[[nodiscard]] std::vector<Caution> cautionsOf(const SessionInside& inside,
                                              const AskedTechnique& asked) {
    const auto& reference = inside.clinic.reference();
    return cautionsFor(inside.patient.alerts, asked.technique,
                       placeOf(asked.target, inside.session, inside.clinic.map(), reference),
                       reference);
}

/// What another timer that runs has to log when a new one begins. A technique chosen only to be
/// logged, with the next one right after it, was not held for those seconds.
[[nodiscard]] SessionStep displacedHold(const SessionInside& inside) {
    constexpr std::chrono::seconds kShortestHold{5};
    const auto& hold = inside.hold;
    if (hold && !hold->byHand &&
        inside.clinic.clock().preciseNow() - hold->startedAt < kShortestHold) {
        return {};
    }
    return inside.holdEdits();
}

/// Another timer that runs is logged in the same step.
void add(SessionInside& inside, const AskedTechnique& asked, std::vector<WentOn> wentOn) {
    const auto id = TreatmentId::create(inside.clinic.ids());
    const bool startsTimer = asked.timed && inside.isTimed(asked.technique);
    SessionStep edits = startsTimer ? displacedHold(inside) : SessionStep{};
    edits.emplace_back(PutTreatment{Treatment{.id = id,
                                              .target = asked.target,
                                              .technique = asked.technique,
                                              .dose = {},
                                              .tendernessAfter = {},
                                              .painBefore = {},
                                              .painAfter = {},
                                              .note = {},
                                              .wentOn = std::move(wentOn)}});
    inside.commit(std::move(edits));
    if (startsTimer) {
        inside.hold = Hold{id, inside.clinic.clock().preciseNow(), false};
    }
    if (!std::holds_alternative<TriggerPointId>(asked.target)) {
        inside.openTreatment = id;
    }
    inside.asking.reset();
    inside.render();
}

void askOrAdd(SessionInside& inside, AskedTechnique asked) {
    inside.requireDraft();
    requireTarget(inside, asked.target);
    const auto cautions = cautionsOf(inside, asked);
    if (withoutReason(cautions, {}).empty()) {
        add(inside, asked, {});
    } else {
        inside.asking = std::move(asked);
        inside.message.clear();
        inside.render();
    }
    inside.tell();
}

} // namespace

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
}

void TreatmentPresenter::give(TreatmentTarget target, TechniqueKey technique) {
    askOrAdd(inside_, {std::move(target), std::move(technique), false});
}

void TreatmentPresenter::toggle(TechniqueKey technique) {
    const auto point = inside_.selectedFinding().point.id;
    const auto given = treatmentsAt(inside_.session, point);
    const auto same =
        std::ranges::find(given.rbegin(), given.rend(), technique, &Treatment::technique);
    if (same != given.rend()) {
        remove(same->id);
    } else {
        askOrAdd(inside_, {point, std::move(technique), true});
    }
}

void TreatmentPresenter::goOn(const std::string& reason) {
    if (!inside_.asking) {
        throw EditRefused{{tr("No technique waits for a reason; choose the technique again."), {}}};
    }
    const auto words = trimmed(reason);
    if (words.empty() || !isValidUtf8(words)) {
        throw EditRefused{{tr("Say in a few words why the technique is used all the same."), {}}};
    }
    const auto asked = *inside_.asking;
    std::vector<WentOn> wentOn;
    for (const auto& alert : withoutReason(cautionsOf(inside_, asked), {})) {
        wentOn.push_back({alert, words});
    }
    add(inside_, asked, std::move(wentOn));
    inside_.tell();
}

void TreatmentPresenter::holdBack() {
    inside_.asking.reset();
    inside_.render();
    inside_.tell();
}

void TreatmentPresenter::remove(TreatmentId treatment) {
    static_cast<void>(existing(inside_, treatment));
    inside_.commit({RemoveTreatment{treatment}});
    inside_.tell();
}

std::optional<Message> TreatmentPresenter::setDose(TreatmentId treatment, LogFieldKey field,
                                                   const std::string& typed) {
    auto changed = existing(inside_, treatment);
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
    put(inside_, std::move(changed));
    inside_.tell();
    return std::nullopt;
}

void TreatmentPresenter::setNote(TreatmentId treatment, const std::string& note) {
    if (!isValidUtf8(note)) {
        throw EditRefused{{tr("The text holds characters that are not valid; type it again."), {}}};
    }
    auto changed = existing(inside_, treatment);
    changed.note = note;
    put(inside_, std::move(changed));
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
    auto changed = existing(inside_, treatment);
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

void TreatmentPresenter::setHeldSeconds(TreatmentId treatment, double seconds) {
    auto changed = existing(inside_, treatment);
    const LogValue value{duration(), seconds};
    const auto& reference = inside_.clinic.reference();
    if (const auto problem = reference.logFields().problem(value)) {
        throw EditRefused{*problem};
    }
    changed.dose = withDose(std::move(changed.dose), value, changed.technique, reference);
    put(inside_, std::move(changed));
    inside_.tell();
}

void TreatmentPresenter::startHold(TreatmentId treatment) {
    inside_.requireDraft();
    const auto chosen = existing(inside_, treatment);
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
        static_cast<void>(existing(inside_, *treatment));
    }
    inside_.openTreatment = treatment;
    inside_.message.clear();
    inside_.render();
    inside_.tell();
}

} // namespace palpate::app
