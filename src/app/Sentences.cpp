// SPDX-License-Identifier: MIT
#include "app/Sentences.h"

#include "app/Words.h"
#include "domain/Change.h"
#include "reference/Reference.h"

#include <algorithm>
#include <cctype>
#include <set>

namespace palpate::app {

namespace {

[[nodiscard]] std::string capitalised(std::string text) {
    if (!text.empty()) {
        text[0] = static_cast<char>(std::toupper(static_cast<unsigned char>(text[0])));
    }
    return text;
}

struct SignWords {
    Sign sign;
    const char* present;
    const char* absent;
};

[[nodiscard]] std::string signsSentence(const Signs& signs) {
    const std::array words{
        SignWords{signs.tautBand, tr("taut band"), tr("no taut band")},
        SignWords{signs.tenderSpot, tr("tender spot"), tr("no tender spot")},
        SignWords{signs.referredPain, tr("referred pain"), tr("no referred pain")},
        SignWords{signs.twitch, tr("local twitch response"), tr("no local twitch response")},
        SignWords{signs.jump, tr("jump sign"), tr("no jump sign")},
    };
    std::vector<std::string> parts;
    for (const auto& each : words) {
        if (each.sign != Sign::NotAssessed) {
            parts.emplace_back(each.sign == Sign::Present ? each.present : each.absent);
        }
    }
    switch (signs.recognised) {
    case Recognition::Yes:
        parts.emplace_back(tr("pain recognised by the patient"));
        break;
    case Recognition::Partly:
        parts.emplace_back(tr("pain partly recognised by the patient"));
        break;
    case Recognition::No:
        parts.emplace_back(tr("pain not recognised by the patient"));
        break;
    case Recognition::NotAssessed:
        break;
    }
    return listed(parts);
}

[[nodiscard]] std::string tendernessPart(const Finding& finding, const Finding* previous) {
    if (!finding.tenderness) {
        return {};
    }
    const auto now = std::to_string(finding.tenderness->value());
    if (previous != nullptr && previous->tenderness) {
        return shown({tr("tenderness {1}/10, was {2}"),
                      {now, std::to_string(previous->tenderness->value())}});
    }
    return shown({tr("tenderness {1}/10"), {now}});
}

/// "3 after pressure release 47 s", or the treatment alone when nothing was asked after it.
[[nodiscard]] std::string effectPart(const Treatment& treatment,
                                     const reference::Reference& reference) {
    const auto what = treatmentText(reference, treatment);
    return treatment.tendernessAfter
               ? shown({tr("{1} after {2}"),
                        {std::to_string(treatment.tendernessAfter->value()), what}})
               : what;
}

[[nodiscard]] const char* openingFor(const Finding& finding) {
    if (!finding.state) {
        return tr("Point in the {1}, state not judged");
    }
    switch (*finding.state) {
    case State::Active:
        return tr("Active trigger point in the {1}");
    case State::Latent:
        return tr("Latent trigger point in the {1}");
    case State::Resolved:
        break;
    }
    return tr("Trigger point in the {1} resolved");
}

[[nodiscard]] std::string findingSentence(const Session& session, const Finding& finding,
                                          const Finding* previous,
                                          const reference::Reference& reference) {
    std::vector<std::string> inBrackets;
    if (auto part = tendernessPart(finding, previous); !part.empty()) {
        inBrackets.push_back(std::move(part));
    }
    for (const auto& treatment : treatmentsAt(session, finding.point.id)) {
        inBrackets.push_back(effectPart(treatment, reference));
    }
    auto text = shown({openingFor(finding), {longMuscle(reference, finding.muscle, finding.side)}});
    if (finding.relation == Relation::Satellite) {
        text += tr(", satellite");
    } else if (finding.relation == Relation::Key) {
        text += tr(", key point");
    }
    if (!inBrackets.empty()) {
        text += " (";
        for (std::size_t i = 0; i < inBrackets.size(); ++i) {
            text += (i > 0 ? "; " : "") + inBrackets[i];
        }
        text += ")";
    }
    if (const auto signs = signsSentence(finding.signs); !signs.empty()) {
        text += ": " + signs;
    }
    return text + ".";
}

} // namespace

std::string composedObjective(const Session& session, std::span<const Session> earlier,
                              const reference::Reference& reference, const std::string& drawnPain,
                              PressureUnit /*unit*/) {
    std::vector<std::string> sentences;
    if (!drawnPain.empty()) {
        sentences.push_back(drawnPain);
    }
    std::vector<std::string> unseen;
    for (const auto& finding : session.findings) {
        const auto* before =
            earlier.empty() ? nullptr : findingAt(earlier.back(), finding.point.id);
        if (isAssessed(finding) || !treatmentsAt(session, finding.point.id).empty()) {
            sentences.push_back(findingSentence(session, finding, before, reference));
        } else {
            unseen.push_back(longMuscle(reference, finding.muscle, finding.side));
        }
    }
    for (const auto& treatment : session.treatments) {
        if (const auto* muscle = std::get_if<MuscleTarget>(&treatment.target)) {
            sentences.push_back(
                capitalised(shown({tr("{1} of the {2}."),
                                   {treatmentText(reference, treatment),
                                    longMuscle(reference, muscle->muscle, muscle->side)}})));
        }
    }
    if (!unseen.empty()) {
        sentences.push_back(shown({tr("Not assessed today: {1}."), {listed(unseen)}}));
    }
    std::string text;
    for (const auto& sentence : sentences) {
        text += (text.empty() ? "" : " ") + sentence;
    }
    return text;
}

std::string composedPlan(const Session& session, const reference::Reference& reference) {
    std::vector<std::string> open;
    for (const auto& finding : session.findings) {
        if (finding.state && *finding.state != State::Resolved) {
            open.push_back(shown({tr("{1} ({2})"),
                                  {longMuscle(reference, finding.muscle, finding.side),
                                   stateWord(*finding.state)}}));
        }
    }
    return open.empty() ? std::string{}
                        : shown({tr("To re-assess next time: {1}."), {listed(open)}});
}

std::string composedTreatment(const Session&, const reference::Reference&, PressureUnit) {
    return {};
}

std::string checkInSentence(const Session&, std::span<const Session>) {
    return {};
}

} // namespace palpate::app
