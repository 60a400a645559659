// SPDX-License-Identifier: MIT
// What was done. Treatments with the same technique and dose share a sentence.
#include "app/SentenceWords.h"
#include "app/Sentences.h"
#include "app/TreatmentTeller.h"
#include "app/Words.h"
#include "reference/Reference.h"

#include <algorithm>
#include <iterator>

namespace palpate::app {

namespace {

/// Why one went on, once for each alert and reason with the techniques it was for.
[[nodiscard]] std::vector<std::string> wentOnSentences(const Session& session,
                                                       const reference::Reference& reference,
                                                       const TreatmentTeller& teller) {
    struct Reason {
        WentOn wentOn;
        std::vector<std::string> techniques;
    };
    std::vector<Reason> reasons;
    for (const auto& treatment : session.treatments) {
        for (const auto& wentOn : treatment.wentOn) {
            auto same = std::ranges::find(reasons, wentOn, &Reason::wentOn);
            if (same == reasons.end()) {
                reasons.push_back({wentOn, {}});
                same = std::prev(reasons.end());
            }
            if (const auto name = teller.name(treatment);
                std::ranges::count(same->techniques, name) == 0) {
                same->techniques.push_back(name);
            }
        }
    }
    std::vector<std::string> sentences;
    for (const auto& reason : reasons) {
        const auto* alert = reference.alerts().find(reason.wentOn.alert);
        const auto label =
            alert != nullptr ? uncapitalised(alert->label) : reason.wentOn.alert.text();
        sentences.push_back(asSentence(
            shown({tr("{1} in spite of the alert “{2}”: {3}"),
                   {capitalised(listed(reason.techniques)), label, reason.wentOn.reason}})));
    }
    return sentences;
}

[[nodiscard]] std::string consentSentence(const Session& session) {
    if (!session.consent) {
        return {};
    }
    return *session.consent == TodayConsent::Given ? tr("Consent to treatment given.")
                                                   : tr("The patient declined treatment.");
}

[[nodiscard]] std::string painSentence(const Session& session) {
    if (!session.painAfter) {
        return {};
    }
    const auto after = std::to_string(session.painAfter->value());
    if (session.treatments.empty()) {
        return shown({tr("Pain at the end of the session {1}/10."), {after}});
    }
    if (!session.painNow) {
        return shown({tr("Overall pain {1}/10 after treatment."), {after}});
    }
    return session.painNow == session.painAfter
               ? shown({tr("Overall pain {1}/10 before and after treatment."), {after}})
               : shown({tr("Overall pain {1}/10 after treatment, {2}/10 before."),
                        {after, std::to_string(session.painNow->value())}});
}

[[nodiscard]] std::string reactionSentence(const Session& session) {
    if (!session.reaction) {
        return {};
    }
    const auto& [grade, what] = *session.reaction;
    if (grade == ReactionGrade::None) {
        return paragraph({tr("Unwanted effects: none reported."), asSentence(what)});
    }
    const auto* words = grade == ReactionGrade::Mild       ? tr("Mild unwanted effect")
                        : grade == ReactionGrade::Moderate ? tr("Moderate unwanted effect")
                                                           : tr("Severe unwanted effect");
    return asSentence(joined({words, what}, ": "));
}

} // namespace

std::string composedTreatment(const Session& session, const reference::Reference& reference,
                              PressureUnit unit) {
    const TreatmentTeller teller{session, reference, unit};
    std::vector<std::string> sentences{consentSentence(session)};
    const auto& all = session.treatments;
    std::vector<bool> said(all.size());
    for (std::size_t i = 0; i < all.size(); ++i) {
        if (said[i]) {
            continue;
        }
        const auto own = teller.told(all[i], false);
        const bool again = std::any_of(all.begin(), all.begin() + static_cast<std::ptrdiff_t>(i),
                                       [&](const Treatment& before) {
                                           return before.technique == all[i].technique &&
                                                  before.target == all[i].target;
                                       });
        std::vector<const Treatment*> group{&all[i]};
        for (auto j = i + 1; j < all.size() && own.note.empty() && !again; ++j) {
            const bool fits = !said[j] && all[j].technique == all[i].technique &&
                              all[j].note.empty() && teller.told(all[j], false).dose == own.dose &&
                              std::ranges::none_of(group, [&](const Treatment* each) {
                                  return each->target == all[j].target;
                              });
            if (fits) {
                group.push_back(&all[j]);
                said[j] = true;
            }
        }
        sentences.push_back(teller.sentence(group, again));
    }
    std::ranges::move(wentOnSentences(session, reference, teller), std::back_inserter(sentences));
    sentences.push_back(painSentence(session));
    sentences.push_back(reactionSentence(session));
    return paragraph(sentences);
}

} // namespace palpate::app
