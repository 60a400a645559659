// SPDX-License-Identifier: MIT
// One word about each point known from before; see docs/decisions/0011.
#include "app/SessionInside.h"
#include "app/SessionPresenter.h"
#include "domain/Error.h"

#include <algorithm>
#include <span>

namespace palpate::app {

namespace {

/// How the step that turns an act round finds the point: as it was before the act. Empty: the act
/// left it alone; nullptr: it was not in the session. It lives in the step.
[[nodiscard]] std::optional<const Finding*> wasBefore(const SessionStep& back,
                                                      const TriggerPointId& point) {
    for (auto edit = back.rbegin(); edit != back.rend(); ++edit) {
        if (const auto* gone = std::get_if<RemoveFinding>(&*edit);
            gone != nullptr && gone->point == point) {
            return nullptr;
        }
        if (const auto* old = std::get_if<PutFinding>(&*edit);
            old != nullptr && old->finding.point.id == point) {
            return &old->finding;
        }
    }
    return std::nullopt;
}

/// Back to what was there before, unless it was entered anew since.
template <class Value>
void takeBack(std::optional<Value>& value, const std::optional<Value>& brought,
              const std::optional<Value>& before) {
    if (brought && value == brought) {
        value = before;
    }
}

/// The finding as it would be had its word not been said. `steps`, the list of undo, knows what was
/// there before, and lives as long as the draft.
[[nodiscard]] Finding withoutWord(Finding finding, const Finding& last,
                                  std::span<const SessionStep> steps) {
    if (!finding.settled) {
        return finding;
    }
    auto before = carriedFrom(last);
    for (auto left = steps.size(); left > 0; --left) {
        const auto was = wasBefore(steps[left - 1], finding.point.id);
        if (was && *was == nullptr) {
            break;
        }
        if (was && (*was)->settled != finding.settled) {
            before = withoutWord(**was, last, steps.first(left - 1));
            break;
        }
    }
    const auto brought = settledFrom(last, *finding.settled);
    takeBack(finding.state, brought.state, before.state);
    takeBack(finding.tenderness, brought.tenderness, before.tenderness);
    takeBack(finding.relation, brought.relation, before.relation);
    finding.settled.reset();
    return finding;
}

template <class Value> void fill(std::optional<Value>& value, const std::optional<Value>& brought) {
    if (!value) {
        value = brought;
    }
}

} // namespace

Finding SessionInside::settledWith(Finding finding, std::optional<Settled> word) const {
    const auto* last = lastOf(finding.point.id);
    if (last == nullptr) {
        throw EditRefused{
            {tr("Nothing is known of this point from before; say how it is now."), {}}};
    }
    finding = withoutWord(std::move(finding), *last, turns.undo);
    finding.settled = word;
    if (word) {
        const auto brings = settledFrom(*last, *word);
        if (*word == Settled::Gone) {
            finding.state = brings.state; // the word is itself the judgement of now
        }
        fill(finding.state, brings.state);
        fill(finding.tenderness, brings.tenderness);
        fill(finding.relation, brings.relation);
    }
    return finding;
}

void SessionInside::keepWordTrue(Finding& finding) const {
    const auto* last = finding.settled ? lastOf(finding.point.id) : nullptr;
    if (last == nullptr) {
        return;
    }
    const auto differs = [](const auto& now, const auto& then) { return now && now != then; };
    const bool changed = differs(finding.state, last->state) ||
                         differs(finding.tenderness, last->tenderness) ||
                         differs(finding.relation, last->relation);
    if ((finding.settled == Settled::Still && changed) ||
        (finding.settled == Settled::Gone && finding.state != State::Resolved)) {
        finding.settled.reset();
    }
}

void SessionPresenter::settle(TriggerPointId point, Settled word) {
    auto& inside = *inside_;
    inside.requireDraft();
    const auto ghost =
        std::ranges::find(inside.ghosts, point, [](const Finding& f) { return f.point.id; });
    if (ghost != inside.ghosts.end()) {
        inside.put(inside.settledWith(carriedFrom(*ghost), word));
    } else if (const auto* finding = inside.findingOf(point)) {
        const bool again = finding->settled == word;
        inside.put(inside.settledWith(*finding, again ? std::nullopt : std::optional{word}));
    } else {
        throw EditRefused{
            {tr("That point is no longer in this session; choose another in the list."), {}}};
    }
    changed();
}

void SessionPresenter::settleOthers() {
    auto& inside = *inside_;
    inside.requireDraft();
    SessionStep edits;
    for (const auto& finding : inside.session.findings) {
        if (inside.isToSettle(finding)) {
            edits.emplace_back(PutFinding{inside.settledWith(finding, Settled::Still)});
        }
    }
    for (const auto& ghost : inside.ghosts) {
        edits.emplace_back(PutFinding{inside.settledWith(carriedFrom(ghost), Settled::Still)});
    }
    if (edits.empty()) {
        return;
    }
    inside.commit(std::move(edits));
    changed();
}

} // namespace palpate::app
