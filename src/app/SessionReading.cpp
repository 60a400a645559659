// SPDX-License-Identifier: MIT
// A session as it is read: what the file holds of it, of its case and of who charts it.
#include "app/CarePlans.h"
#include "app/Clinic.h"
#include "app/MapFigures.h"
#include "app/SessionInside.h"
#include "app/SessionPresenter.h"
#include "app/TimeText.h"
#include "app/WholePatient.h"
#include "atlas/BodyMap.h"
#include "domain/Change.h"
#include "domain/Error.h"
#include "storage/Store.h"

#include <algorithm>
#include <iterator>

namespace palpate::app {

namespace {

[[nodiscard]] Session opened(Clinic& clinic, const SessionId& id) {
    auto session = clinic.store().sessions().open(id);
    if (!session) {
        throw StorageError{
            {tr("There is no session {1} in this clinic; open the patient again."), {id.text()}}};
    }
    return *std::move(session);
}

[[nodiscard]] Patient patientOf(Clinic& clinic, const PatientId& id) {
    auto patient = wholePatient(clinic, id);
    if (!patient) {
        throw StorageError{
            {tr("The session's patient is missing; run a check of the clinic."), {}}};
    }
    return *std::move(patient);
}

/// The order of the sessions of a case.
[[nodiscard]] std::pair<Instant, SessionId> whenOf(const Session& session) {
    return {session.startedAt, session.id};
}

} // namespace

SessionInside::SessionInside(Clinic& theClinic, const SessionId& id)
    : clinic{theClinic}, session{opened(theClinic, id)}, patient{patientOf(theClinic,
                                                                           session.patient)} {
    claim(false);
    readAll();
    const auto& seen = session.findings.empty() ? ghosts : session.findings;
    view = seen.empty() ? mainView(session) : mainView(seen);
    if (!seen.empty()) {
        layer = seen.front().layer;
    }
    render();
}

SessionInside::~SessionInside() {
    tell = [] {}; // nobody is there any more to be told
    // What fails here takes nothing that was stored.
    try {
        if (hold && hold->byHand) {
            if (const auto edits = holdEdits(); !edits.empty() && !holder) {
                storeUnseen(edits, NewStep{inverse(session, edits)});
            }
        }
    } catch (const Error&) {
        hold.reset();
    }
    try {
        if (!holder && !isSigned(session)) {
            clinic.store().sessions().release(session.id);
        }
    } catch (const Error&) {
        holder.reset(); // signed out already: the claim of a program that left is worth nothing
    }
}

void SessionInside::readAll() {
    auto& sessions = clinic.store().sessions();
    if (auto now = sessions.find(session.id)) {
        session = *std::move(now);
    }
    patient = patientOf(clinic, session.patient);
    if (const auto record = clinic.store().cases().find(session.caseId)) {
        plan = record->plan;
        caseArea = record->area;
        care = runningCare(clinic, record->id);
    }
    highestPoint = 0;
    auto others = sessions.ofCase(session.caseId);
    for (const auto& each : others) {
        for (const auto& finding : each.findings) {
            highestPoint = std::max(highestPoint, finding.point.number);
        }
    }
    std::erase_if(others, [this](const Session& each) { return each.id == session.id; });
    groupOthers(std::move(others));
    turns = sessions.undoList(session.id);
    typing.reset();
    dropWhatIsGone();
}

HolderView SessionInside::holderView(const storage::SessionHolder& who) {
    const auto& zone = clinic.profile().timeZone;
    const auto day = localDay(who.since, zone);
    const auto time = clockText(who.since, zone);
    return {.name = nameOf(who.practitioner),
            .since = day == clinic.today() ? time : shortDayText(day) + ", " + time};
}

std::optional<HolderView> SessionInside::holderNow() {
    const auto who = clinic.store().sessions().holder(session.id);
    return who ? std::optional{holderView(*who)} : std::nullopt;
}

void SessionInside::claim(bool knowingly) {
    holder.reset();
    isOurs = false;
    if (isSigned(session)) {
        return;
    }
    const auto wish = knowingly ? storage::ClaimWish::TakeOver : storage::ClaimWish::IfFree;
    try {
        if (const auto other = clinic.store().sessions().claim(session.id, wish)) {
            holder = holderView(*other);
        } else {
            isOurs = true;
        }
    } catch (const AccessDenied&) {
        return; // whoever may only read claims nothing; storage refuses their edits
    } catch (const EditRefused&) {
        return; // signed or discarded since it was opened: what is read next shows it
    }
}

void SessionInside::giveUp() {
    claim(false); // free again when whoever took it has closed it since
    wasTaken = true;
    hold.reset();
    asking.reset();
    readAll();
    render();
}

void SessionInside::whileMine(const std::function<void()>& work) {
    try {
        work();
    } catch (const SessionTaken&) {
        giveUp();
        tell();
        throw;
    }
}

bool SessionInside::renew(Attention attention) {
    if (drag || painting.drawing) {
        return false;
    }
    if (isOurs && !isSigned(session)) { // nobody else can have written in it
        if (!holderNow()) {
            return false;
        }
        giveUp();
        return true;
    }
    const auto now = clinic.store().sessions().find(session.id);
    if (!now) {
        return false; // discarded: what was read stays in sight
    }
    if (isSigned(*now)) {
        holder.reset();
    }
    const auto before = holder;
    const bool isHere = attention == Attention::Here;
    auto who = holder ? holderNow() : std::nullopt;
    // Whoever took it from here is named also after they have closed it: only a claim tells.
    if (holder && isHere && (!who || wasTaken)) {
        claim(false);
    } else if (who) {
        holder = std::move(who);
    } // else it is free; but whoever charted it may be back in a moment, and nobody is here
    if (!freshenPatient() && *now == session && before == holder) {
        return false;
    }
    readAll();
    render();
    return true;
}

void SessionInside::groupOthers(std::vector<Session> others) {
    std::ranges::sort(others, {}, whenOf);
    const auto first = std::ranges::partition_point(
        others, [this](const Session& each) { return whenOf(each) < whenOf(session); });
    earlier.assign(std::make_move_iterator(others.begin()), std::make_move_iterator(first));
    later.assign(std::make_move_iterator(first), std::make_move_iterator(others.end()));
    number = static_cast<int>(earlier.size()) + 1;
    drawnLast.reset();
    if (previous() != nullptr && !previous()->painAreas.empty()) {
        drawnLast = drawnPain(clinic.map(), previous()->painAreas);
    }
    lastFindings = lastKnown(earlier);
    stripView.reset();
    findGhosts();
}

void SessionInside::regroup() {
    const bool before = earlier.empty() || whenOf(earlier.back()) < whenOf(session);
    const bool behind = later.empty() || whenOf(session) < whenOf(later.front());
    if (before && behind) {
        return;
    }
    auto others = std::move(earlier);
    std::ranges::move(later, std::back_inserter(others));
    groupOthers(std::move(others));
}

void SessionInside::findGhosts() {
    ghosts.clear();
    if (isSigned(session)) {
        return;
    }
    std::ranges::copy_if(lastFindings, std::back_inserter(ghosts), [this](const Finding& finding) {
        return finding.state != State::Resolved && findingOf(finding.point.id) == nullptr;
    });
}

bool SessionInside::freshenPatient() {
    auto now = patientOf(clinic, session.patient);
    if (now == patient) {
        return false;
    }
    patient = std::move(now);
    if (asking) {
        asking->reasonsBefore = reasonsBefore(
            asking->technique, withoutReason(cautionsOf(asking->target, asking->technique), {}));
    }
    return true;
}

void SessionInside::reloadPatient() {
    static_cast<void>(freshenPatient());
    render();
}

} // namespace palpate::app
