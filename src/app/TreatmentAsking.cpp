// SPDX-License-Identifier: MIT
// A technique is chosen: what the patient's alerts say of it, and why one goes on.
#include "app/Cautions.h"
#include "app/Clinic.h"
#include "app/SessionInside.h"
#include "app/TreatmentPresenter.h"
#include "app/TreatmentSteps.h"
#include "domain/Error.h"
#include "domain/Text.h"
#include "reference/Reference.h"

#include <algorithm>

namespace palpate::app {

namespace {

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

/// The alerts that call for a reason before the technique is given there.
[[nodiscard]] std::vector<AlertKey> toAnswer(const SessionInside& inside,
                                             const AskedTechnique& asked) {
    return withoutReason(inside.cautionsOf(asked.target, asked.technique), {});
}

void askOrAdd(SessionInside& inside, AskedTechnique asked) {
    inside.requireDraft();
    requireTarget(inside, asked.target);
    static_cast<void>(inside.freshenPatient()); // both ways render
    const auto open = toAnswer(inside, asked);
    if (open.empty()) {
        add(inside, asked, {});
    } else {
        asked.reasonsBefore = inside.reasonsBefore(asked.technique, open);
        inside.asking = std::move(asked);
        inside.message.clear();
        inside.render();
    }
    inside.tell();
}

/// The words of a reason. Throws EditRefused when they say nothing.
[[nodiscard]] std::string wordsOf(const std::string& reason) {
    auto words = trimmed(reason);
    if (words.empty() || !isValidUtf8(words)) {
        throw EditRefused{{tr("Say in a few words why the technique is used all the same."), {}}};
    }
    return words;
}

void addReasons(std::vector<WentOn>& wentOn, const std::vector<AlertKey>& alerts,
                const std::string& words) {
    for (const auto& alert : alerts) {
        wentOn.push_back({alert, words});
    }
}

} // namespace

std::vector<Caution> SessionInside::cautionsOf(const TreatmentTarget& target,
                                               const TechniqueKey& technique) const {
    const auto& reference = clinic.reference();
    return cautionsFor(patient.alerts, technique, placeOf(target, session, clinic.map(), reference),
                       reference);
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
    const auto words = wordsOf(reason);
    const auto asked = *inside_.asking;
    const auto told = toAnswer(inside_, asked);
    const bool changed = inside_.freshenPatient();
    const auto open = toAnswer(inside_, asked);
    const bool isAnswered = std::ranges::all_of(
        open, [&](const AlertKey& alert) { return std::ranges::count(told, alert) > 0; });
    if (changed && !isAnswered) {
        inside_.say(
            {tr("The patient's alerts changed meanwhile; read them before you go on."), {}});
        inside_.tell();
        return;
    }
    std::vector<WentOn> wentOn;
    addReasons(wentOn, open, words);
    add(inside_, asked, std::move(wentOn));
    inside_.tell();
}

void TreatmentPresenter::holdBack() {
    inside_.asking.reset();
    inside_.render();
    inside_.tell();
}

void TreatmentPresenter::giveReason(TreatmentId treatment, const std::string& reason) {
    inside_.requireDraft();
    auto answered = existingTreatment(inside_, treatment);
    const auto words = wordsOf(reason);
    const auto open =
        withoutReason(inside_.cautionsOf(answered.target, answered.technique), answered.wentOn);
    if (open.empty()) {
        return;
    }
    for (const auto& alert : open) {
        std::erase_if(answered.wentOn, [&](const WentOn& each) { return each.alert == alert; });
    }
    addReasons(answered.wentOn, open, words);
    inside_.commit({PutTreatment{std::move(answered)}});
    inside_.tell();
}

} // namespace palpate::app
