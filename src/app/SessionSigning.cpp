// SPDX-License-Identifier: MIT
// The end of a session: what is missing, the signature, and what is added to it later.
#include "app/Cautions.h"
#include "app/Clinic.h"
#include "app/CopiedText.h"
#include "app/Screenings.h"
#include "app/SessionInside.h"
#include "app/SessionPresenter.h"
#include "app/TimeText.h"
#include "app/Unfinished.h"
#include "app/Words.h"
#include "domain/Error.h"
#include "domain/Signing.h"
#include "domain/Text.h"
#include "storage/Store.h"

#include <algorithm>
#include <iterator>

namespace palpate::app {

namespace {

/// What signing writes before it freezes: the time of a timer started by hand, the points nobody
/// looked at, and the paragraphs that follow.
[[nodiscard]] SessionStep lastEdits(SessionInside& inside) {
    SessionStep edits;
    if (isSigned(inside.session)) {
        return edits;
    }
    if (inside.hold && inside.hold->byHand) {
        edits = inside.holdEdits();
    }
    for (const auto& ghost : inside.ghosts) {
        edits.emplace_back(PutFinding{carriedFrom(ghost)});
    }
    std::ranges::move(inside.composedEdits(applied(inside.session, edits)),
                      std::back_inserter(edits));
    return edits;
}

[[nodiscard]] SigningCheck checked(SessionInside& inside) {
    return palpate::checkSigning(applied(inside.session, lastEdits(inside)),
                                 inside.clinic.practitioner().id, inside.clinic.clock().now());
}

/// "1:30"
[[nodiscard]] std::string minutesText(std::chrono::seconds time) {
    const auto seconds = std::to_string(time.count() % 60);
    return std::to_string(time.count() / 60) + (seconds.size() < 2 ? ":0" : ":") + seconds;
}

[[nodiscard]] std::string techniqueAt(const SessionInside& inside, const TechniqueKey& technique,
                                      const TreatmentTarget& target) {
    return palpate::shown(
        {tr("{1} at {2}"),
         {techniqueLabel(inside.clinic.reference(), technique), inside.targetText(target)}});
}

/// A technique given before an alert called for a reason: its point was moved since, or the alert
/// came later.
void addUnanswered(std::vector<SigningGap>& gaps, const SessionInside& inside,
                   const Treatment& treatment) {
    const auto cautions = inside.cautionsOf(treatment.target, treatment.technique);
    for (const auto& alert : withoutReason(cautions, treatment.wentOn)) {
        const auto caution = std::ranges::find(cautions, alert, &Caution::alert);
        gaps.push_back(
            {palpate::shown({tr("{1}: {2} calls for a reason, and none is given."),
                             {techniqueAt(inside, treatment.technique, treatment.target),
                              caution != cautions.end() ? caution->label : alert.text()}}),
             treatment.id});
    }
}

[[nodiscard]] std::string runningText(const SessionInside& inside, const Treatment& treatment) {
    const auto ran = inside.clinic.clock().preciseNow() - inside.hold->startedAt;
    const auto time = minutesText(std::chrono::floor<std::chrono::seconds>(ran));
    const auto label = techniqueLabel(inside.clinic.reference(), treatment.technique);
    if (!inside.held()) {
        return palpate::shown({tr("The timer of {1} still runs: {2}, longer than can be logged; "
                                  "type the time instead."),
                               {label, time}});
    }
    return palpate::shown(
        {inside.hold->byHand ? tr("The timer of {1} still runs: {2}; signing stops it and logs it.")
                             : tr("The timer of {1} still runs: {2}; stop it to log the time."),
         {label, time}});
}

/// Red flags of the patient about which nothing was done yet.
void addFlags(std::vector<SigningGap>& gaps, const SessionInside& inside) {
    for (const auto& flag : flagBanner(inside.clinic, inside.session.patient).flags) {
        gaps.push_back({palpate::shown({tr("A red flag is not settled: possible {1}. {2}"),
                                        {flag.pointsTo, flag.action}}),
                        {}});
    }
}

/// What is under way or unanswered in a draft, and would be over with its signature.
[[nodiscard]] std::vector<SigningGap> openEnds(const SessionInside& inside) {
    std::vector<SigningGap> gaps;
    if (isSigned(inside.session)) {
        return gaps;
    }
    addFlags(gaps, inside);
    if (inside.asking) {
        gaps.push_back({palpate::shown({tr("{1} was not stored: it waits for a reason."),
                                        {techniqueAt(inside, inside.asking->technique,
                                                     inside.asking->target)}}),
                        {}});
    }
    for (const auto& treatment : inside.session.treatments) {
        addUnanswered(gaps, inside, treatment);
    }
    if (const auto* timed = inside.hold ? inside.treatmentOf(inside.hold->treatment) : nullptr) {
        gaps.push_back({runningText(inside, *timed), timed->id});
    }
    return gaps;
}

} // namespace

SigningView SessionPresenter::checkSigning() {
    auto& inside = *inside_;
    if (!isSigned(inside.session) && inside.freshenPatient()) {
        inside.render();
        changed();
    }
    const auto check = checked(inside);
    SigningView view;
    if (inside.holder) {
        view.blockers.push_back(palpate::shown(inside.heldSentence()));
    }
    for (const auto& blocker : check.blockers) {
        view.blockers.push_back(palpate::shown(blocker));
    }
    view.gaps = openEnds(inside);
    for (const auto& gap : check.gaps) {
        view.gaps.push_back({palpate::shown(gap), {}});
    }
    if (const auto* last = inside.previous()) {
        if (const auto share = copiedShare(inside.session, *last); share.copied > 0) {
            view.copied =
                palpate::shown({tr("{1} % of the text was copied from the session of {2}."),
                                {std::to_string(share.percent()),
                                 shortDayText(localDay(last->startedAt, last->timeZone))}});
        }
    }
    return view;
}

void SessionPresenter::sign() {
    auto& inside = *inside_;
    inside.settleStroke();
    if (inside.holder) {
        throw EditRefused{inside.heldSentence()};
    }
    const auto check = checked(inside);
    if (!check.maySign()) {
        throw EditRefused{check.blockers.front()};
    }
    auto& store = inside.clinic.store();
    const auto edits = lastEdits(inside);
    inside.whileMine([&] {
        store.atomically([&] {
            if (!edits.empty()) {
                store.sessions().apply(inside.session.id, edits);
            }
            static_cast<void>(
                store.sessions().sign(inside.session.id, inside.clinic.clock().now()));
        });
    });
    inside.session = *store.sessions().find(inside.session.id);
    inside.turns = {};
    inside.painting = {};
    inside.typing.reset();
    inside.hold.reset();
    inside.asking.reset();
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
    inside.clinic.store().atomically([&] {
        sessions.addAddendum(inside.session.id,
                             Addendum{.id = AddendumId::create(inside.clinic.ids()),
                                      .by = inside.clinic.practitioner().id,
                                      .at = inside.clinic.clock().now(),
                                      .text = trimmed(text),
                                      .reason = trimmed(reason)});
        keepUnfinished(inside.clinic, AddendumText{inside.session.id}, {});
        keepUnfinished(inside.clinic, AddendumReason{inside.session.id}, {});
    });
    reloadRequests();
}

void SessionPresenter::reloadRequests() {
    auto& inside = *inside_;
    if (auto stored = inside.clinic.store().sessions().find(inside.session.id)) {
        inside.session = *std::move(stored);
    }
    inside.render();
    changed();
}

} // namespace palpate::app
