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

[[nodiscard]] std::string lowered(std::string_view text) {
    std::string out{text};
    std::ranges::transform(out, out.begin(),
                           [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
    return out;
}

[[nodiscard]] bool isWordCharacter(char c) {
    return std::isalnum(static_cast<unsigned char>(c)) != 0 ||
           static_cast<unsigned char>(c) >= 0x80;
}

/// Whether `words` stand in `text` with no word character just before or behind them. Both lower
/// case.
[[nodiscard]] bool holdsWords(std::string_view text, std::string_view words) {
    for (auto at = text.find(words); at != std::string_view::npos; at = text.find(words, at + 1)) {
        const bool begins = at == 0 || !isWordCharacter(text[at - 1]);
        const auto end = at + words.size();
        if (begins && (end == text.size() || !isWordCharacter(text[end]))) {
            return true;
        }
    }
    return false;
}

} // namespace

std::string composedObjective(const Session& session, const std::optional<Session>& previous,
                              const reference::Reference& reference, const std::string& drawnPain) {
    std::vector<std::string> sentences;
    if (!drawnPain.empty()) {
        sentences.push_back(drawnPain);
    }
    std::vector<std::string> unseen;
    for (const auto& finding : session.findings) {
        const auto* before = previous ? findingAt(*previous, finding.point.id) : nullptr;
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

std::vector<Message> sideWarnings(const std::string& text, const Session& session,
                                  const reference::Reference& reference) {
    std::vector<Message> warnings;
    const auto plain = lowered(text);
    std::set<MuscleKey> muscles;
    for (const auto& finding : session.findings) {
        muscles.insert(finding.muscle);
    }
    for (const auto& muscle : muscles) {
        const auto isMarked = [&](Side side) {
            return std::ranges::any_of(session.findings, [&](const Finding& f) {
                return f.muscle == muscle && (f.side == side || f.side == Side::Middle);
            });
        };
        const auto says = [&](Side side) {
            const auto words = reference.muscleNames().searchWords(muscle);
            return std::ranges::any_of(words, [&](const std::string& word) {
                const auto named = lowered(word);
                return holdsWords(plain, (side == Side::Left ? "left " : "right ") + named) ||
                       holdsWords(plain, (side == Side::Left ? "l " : "r ") + named);
            });
        };
        for (const auto side : {Side::Left, Side::Right}) {
            if (says(side) && !isMarked(side)) {
                warnings.push_back(
                    {tr("The text says {1}; the point is marked on the {2}. Check the side."),
                     {longMuscle(reference, muscle, side),
                      side == Side::Left ? tr("right") : tr("left")}});
            }
        }
    }
    return warnings;
}

} // namespace palpate::app
