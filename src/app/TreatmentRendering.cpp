// SPDX-License-Identifier: MIT
// What was done, and what speaks against what might be done, as parts of a SessionView.
#include "app/Cautions.h"
#include "app/Clinic.h"
#include "app/DoseForm.h"
#include "app/JointPlaces.h"
#include "app/SessionInside.h"
#include "app/Words.h"
#include "reference/Reference.h"
#include "storage/Store.h"

#include <algorithm>

namespace palpate::app {

namespace {

constexpr std::size_t kReasonsBefore = 3;

[[nodiscard]] CautionMark markOf(CautionKind kind) noexcept {
    switch (kind) {
    case CautionKind::Absolute:
        return CautionMark::Never;
    case CautionKind::Relative:
    case CautionKind::Local:
        return CautionMark::Weigh;
    case CautionKind::Precaution:
        return CautionMark::Care;
    case CautionKind::NotChecked:
    case CautionKind::NotAsked:
        break;
    }
    return CautionMark::NotChecked;
}

[[nodiscard]] CautionLine lineOf(const Caution& caution, const std::vector<WentOn>& wentOn) {
    CautionLine line{.alert = caution.alert,
                     .mark = caution.holds == CautionHolds::Elsewhere ? CautionMark::Nothing
                                                                      : markOf(caution.kind),
                     .heading = headingOf(caution),
                     .text = caution.text,
                     .sources = caution.sources,
                     .needsReason = caution.needsReason,
                     .reason = {}};
    for (const auto& each : wentOn) {
        if (caution.alert == each.alert) {
            line.reason = each.reason;
        }
    }
    return line;
}

[[nodiscard]] std::vector<CautionLine> linesOf(const std::vector<Caution>& cautions,
                                               const std::vector<WentOn>& wentOn) {
    std::vector<CautionLine> lines;
    for (const auto& caution : cautions) {
        lines.push_back(lineOf(caution, wentOn));
    }
    return lines;
}

/// What stands on the card of a treatment. Of a signed session the reasons that were kept, and
/// nothing that is known only since; a reason also stays when its alert is no longer recorded.
[[nodiscard]] std::vector<CautionLine> keptLines(const std::vector<Caution>& cautions,
                                                 const Treatment& treatment, bool isFrozen,
                                                 const reference::Reference& reference) {
    auto lines = linesOf(cautions, treatment.wentOn);
    if (isFrozen) {
        std::erase_if(lines, [](const CautionLine& line) { return line.reason.empty(); });
    }
    for (const auto& each : treatment.wentOn) {
        if (std::ranges::any_of(
                lines, [&](const CautionLine& line) { return line.alert == each.alert; })) {
            continue;
        }
        lines.push_back({.alert = each.alert,
                         .mark = CautionMark::Weigh,
                         .heading = alertText(reference, Alert{each.alert, {}}),
                         .text = tr("No longer among the patient's alerts."),
                         .sources = {},
                         .needsReason = true,
                         .reason = each.reason});
    }
    return lines;
}

void addOnce(std::vector<std::string>& texts, std::string text) {
    if (!text.empty() && std::ranges::count(texts, text) == 0) {
        texts.push_back(std::move(text));
    }
}

/// What those alerts were answered with in that session.
void addReasons(std::vector<std::string>& reasons, const Session& from,
                const TechniqueKey& technique, std::span<const AlertKey> alerts) {
    for (const auto& treatment : from.treatments) {
        for (const auto& each : treatment.wentOn) {
            if (treatment.technique == technique && reasons.size() < kReasonsBefore &&
                std::ranges::count(alerts, each.alert) > 0) {
                addOnce(reasons, each.reason);
            }
        }
    }
}

[[nodiscard]] bool belongsInDose(const DoseEntry& entry) noexcept {
    return entry.place == DosePlace::Dose || entry.place == DosePlace::Timer ||
           !entry.value.empty(); // nothing stored is hidden
}

} // namespace

std::string SessionInside::targetText(const TreatmentTarget& target) const {
    const auto& reference = clinic.reference();
    if (const auto* point = std::get_if<TriggerPointId>(&target)) {
        const auto* finding = findingOf(*point);
        return finding != nullptr ? shortMuscle(reference, finding->muscle, finding->side)
                                  : std::string{tr("a point that is no longer here")};
    }
    if (const auto* muscle = std::get_if<MuscleTarget>(&target)) {
        return shortMuscle(reference, muscle->muscle, muscle->side);
    }
    if (const auto* region = std::get_if<RegionTarget>(&target)) {
        return shortRegion(region->region, region->side);
    }
    return jointText(std::get<JointTarget>(target), reference);
}

std::vector<TechniqueChip> SessionInside::chipsFor(const TreatmentTarget& target) const {
    const auto& reference = clinic.reference();
    const auto place = placeOf(target, session, clinic.map(), reference);
    const auto profession = clinic.practitioner().profession;
    std::vector<TechniqueChip> chips;
    for (const auto* technique : reference.techniques().forProfession(profession)) {
        const auto cautions = cautionsFor(patient.alerts, technique->key, place, reference);
        auto summary = summaryOf(cautions);
        chips.push_back({.value = technique->key,
                         .label = techniqueLabel(reference, technique->key),
                         .chosen = std::ranges::any_of(session.treatments,
                                                       [&](const Treatment& each) {
                                                           return each.technique ==
                                                                      technique->key &&
                                                                  each.target == target;
                                                       }),
                         .usual = reference::isUsedBy(*technique, profession),
                         .mark = summary.worst ? markOf(*summary.worst) : CautionMark::Nothing,
                         .caution = std::move(summary.label)});
    }
    return chips;
}

TreatmentCard SessionInside::cardOf(const Treatment& treatment) const {
    const auto& reference = clinic.reference();
    const auto unit = clinic.profile().pressureUnit;
    const auto* technique = reference.techniques().find(treatment.technique);
    const auto usual = technique != nullptr
                           ? typicalRange(*technique, *LogFieldKey::from("duration_s"))
                           : std::nullopt;
    auto dose = doseEntries(treatment, reference, unit);
    std::erase_if(dose, [](const DoseEntry& entry) { return !belongsInDose(entry); });
    const auto cautions = cautionsOf(treatment.target, treatment.technique);
    return {.id = treatment.id,
            .technique = treatment.technique,
            .target = treatment.target,
            .label = techniqueLabel(reference, treatment.technique),
            .targetLabel = targetText(treatment.target),
            .timed = isTimed(treatment.technique),
            .seconds = secondsOf(treatment),
            .usualSeconds = usual ? std::optional{usual->high} : std::nullopt,
            .after = treatment.tendernessAfter,
            .painBefore = treatment.painBefore,
            .painAfter = treatment.painAfter,
            .dose = std::move(dose),
            .doseText = doseWords(treatment, reference, unit),
            .cautions = keptLines(cautions, treatment, isSigned(session), reference),
            .unanswered = unansweredOf(treatment, cautions),
            .note = treatment.note};
}

std::optional<CautionQuestion>
SessionInside::unansweredOf(const Treatment& treatment,
                            const std::vector<Caution>& cautions) const {
    const auto open = withoutReason(cautions, treatment.wentOn);
    if (open.empty() || isSigned(session) || holder) {
        return std::nullopt;
    }
    auto lines = linesOf(cautions, treatment.wentOn);
    std::erase_if(lines, [&](const CautionLine& line) {
        return !line.alert || std::ranges::count(open, *line.alert) == 0;
    });
    return questionOf(
        {treatment.target, treatment.technique, false, reasonsOfCase(treatment.technique, open)},
        std::move(lines), cautions);
}

std::vector<std::string> SessionInside::reasonsOfCase(const TechniqueKey& technique,
                                                      std::span<const AlertKey> alerts) const {
    std::vector<std::string> reasons;
    const auto look = [&](const Session& from) { addReasons(reasons, from, technique, alerts); };
    look(session);
    std::ranges::for_each(later.rbegin(), later.rend(), look);
    std::ranges::for_each(earlier.rbegin(), earlier.rend(), look);
    return reasons;
}

std::vector<std::string> SessionInside::reasonsBefore(const TechniqueKey& technique,
                                                      std::span<const AlertKey> alerts) const {
    auto reasons = reasonsOfCase(technique, alerts);
    for (const auto& other : clinic.store().cases().ofPatient(session.patient)) {
        if (other.id != session.caseId && reasons.size() < kReasonsBefore) {
            const auto sessions = clinic.store().sessions().ofCase(other.id);
            std::ranges::for_each(sessions.rbegin(), sessions.rend(), [&](const Session& from) {
                addReasons(reasons, from, technique, alerts);
            });
        }
    }
    return reasons;
}

CautionQuestion SessionInside::questionOf(const AskedTechnique& asked,
                                          std::vector<CautionLine> lines,
                                          const std::vector<Caution>& cautions) const {
    auto reasons = asked.reasonsBefore;
    for (const auto& caution : cautions) {
        if (caution.needsReason) {
            addOnce(reasons, caution.readyReason);
        }
    }
    addOnce(reasons, tr("Weighed and discussed; the patient agrees."));
    addOnce(reasons, tr("Agreed with the patient's physician."));
    return {.technique = asked.technique,
            .target = asked.target,
            .heading = palpate::shown(
                {tr("{1} at {2}"),
                 {techniqueLabel(clinic.reference(), asked.technique), targetText(asked.target)}}),
            .lines = std::move(lines),
            .reasons = std::move(reasons)};
}

void SessionInside::renderTreatments() {
    if (shown.card) {
        const auto& point = shown.card->id;
        shown.card->techniques = chipsFor(point);
        shown.card->treatments.clear();
        for (const auto& treatment : treatmentsAt(session, point)) {
            shown.card->treatments.push_back(cardOf(treatment));
        }
    }
    shown.otherTreatments.clear();
    for (const auto& treatment : session.treatments) {
        if (!std::holds_alternative<TriggerPointId>(treatment.target)) {
            shown.otherTreatments.push_back(cardOf(treatment));
        }
    }
    shown.openTreatment = openTreatment;
    shown.hold.reset();
    if (const auto* treatment = hold ? treatmentOf(hold->treatment) : nullptr) {
        const auto card = cardOf(*treatment);
        shown.hold = HoldView{.treatment = treatment->id,
                              .label = card.label + " · " + card.targetLabel,
                              .startedAt = hold->startedAt,
                              .before = card.seconds.value_or(0),
                              .usualSeconds = card.usualSeconds};
    }
    shown.asking.reset();
    if (asking) {
        const auto cautions = cautionsOf(asking->target, asking->technique);
        shown.asking = questionOf(*asking, linesOf(cautions, {}), cautions);
    }
}

} // namespace palpate::app
