// SPDX-License-Identifier: MIT
// What comes next.
#include "app/SentenceWords.h"
#include "app/Sentences.h"
#include "app/TimeText.h"
#include "app/Words.h"
#include "reference/Reference.h"

#include <algorithm>
#include <array>

namespace palpate::app {

namespace {

struct Open {
    std::vector<MusclePlace> active;
    std::vector<MusclePlace> latent;
    std::vector<MusclePlace> unjudged;
    std::vector<MusclePlace> unseen;

    [[nodiscard]] bool hasSeen() const noexcept {
        return !active.empty() || !latent.empty() || !unjudged.empty();
    }
};

void addOnce(std::vector<MusclePlace>& places, const MusclePlace& place) {
    if (std::ranges::count(places, place) == 0) {
        places.push_back(place);
    }
}

[[nodiscard]] Open openOf(const Session& session) {
    Open open;
    for (const auto& finding : session.findings) {
        const MusclePlace place{finding.muscle, finding.side};
        if (!isAssessed(finding)) {
            addOnce(open.unseen, place);
        } else if (!finding.state) {
            addOnce(open.unjudged, place);
        } else if (*finding.state != State::Resolved) {
            addOnce(*finding.state == State::Active ? open.active : open.latent, place);
        }
    }
    return open;
}

/// "right soleus (active) and left piriformis (latent)"; those of one state together.
[[nodiscard]] std::string openWords(const Open& open, const reference::Reference& reference) {
    std::vector<std::string> groups;
    const auto add = [&](const std::vector<MusclePlace>& places, const char* one, const char* both,
                         const char* all) {
        if (!places.empty()) {
            groups.push_back(shown({places.size() == 1   ? one
                                    : places.size() == 2 ? both
                                                         : all,
                                    {proseMuscles(reference, places)}}));
        }
    };
    add(open.active, tr("{1} (active)"), tr("{1} (both active)"), tr("{1} (all active)"));
    add(open.latent, tr("{1} (latent)"), tr("{1} (both latent)"), tr("{1} (all latent)"));
    add(open.unjudged, tr("{1} (state not judged)"), tr("{1} (state not judged)"),
        tr("{1} (state not judged)"));
    const bool isLong =
        std::max({open.active.size(), open.latent.size(), open.unjudged.size()}) > 1;
    return groups.size() > 1 && isLong ? joined(groups, "; ") : listed(groups);
}

[[nodiscard]] std::string homeCareWords(const Session& session,
                                        const reference::Reference& reference) {
    std::vector<std::string> items;
    bool isDosed = false;
    for (const auto& item : session.homeCare) {
        const auto* known = reference.homeCare().find(item.item);
        auto words = known != nullptr ? uncapitalised(known->name) : item.item.text();
        if (!item.dose.empty()) {
            words += " (" + item.dose + ")";
        }
        isDosed = isDosed || words.find(", ") != std::string::npos;
        items.push_back(std::move(words));
    }
    return isDosed && items.size() > 2 ? joined(items, "; ") : listed(items);
}

} // namespace

std::string composedPlan(const Session& session, const reference::Reference& reference) {
    const auto open = openOf(session);
    std::vector<std::string> sentences;
    if (open.hasSeen()) {
        sentences.push_back(
            shown({tr("To re-assess next time: {1}."), {openWords(open, reference)}}));
    }
    if (!open.unseen.empty()) {
        sentences.push_back(shown({tr("Still to be assessed, not looked at today: {1}."),
                                   {proseMuscles(reference, open.unseen)}}));
    }
    if (!session.homeCare.empty()) {
        sentences.push_back(shown({tr("Home care: {1}."), {homeCareWords(session, reference)}}));
    }
    if (session.nextVisit) {
        sentences.push_back(shown({tr("Next visit {1}."), {weekdayText(*session.nextVisit)}}));
    }
    return paragraph(sentences);
}

} // namespace palpate::app
