// SPDX-License-Identifier: MIT
// The state behind a SessionPresenter: how it is read, stored and turned round.
#include "app/SessionInside.h"

#include "app/Clinic.h"
#include "app/MapFigures.h"
#include "app/Sentences.h"
#include "app/TimeText.h"
#include "atlas/BodyMap.h"
#include "atlas/Painted.h"
#include "domain/Change.h"
#include "domain/Error.h"
#include "reference/Reference.h"
#include "storage/Store.h"

#include <algorithm>
#include <cmath>
#include <iterator>

namespace palpate::app {

const Finding* SessionInside::lastOf(const TriggerPointId& point) const noexcept {
    const auto found =
        std::ranges::find(lastFindings, point, [](const Finding& f) { return f.point.id; });
    return found == lastFindings.end() ? nullptr : &*found;
}

const Finding& SessionInside::selectedFinding() const {
    const auto* finding = selected ? findingAt(session, *selected) : nullptr;
    if (finding == nullptr) {
        throw EditRefused{{tr("No point is selected; choose one on the map or in the list."), {}}};
    }
    return *finding;
}

const DrawnPain& SessionInside::drawnOf(const std::vector<PainArea>& areas) {
    if (areas != drawnAreas) {
        drawn = drawnPain(clinic.map(), areas);
        drawnAreas = areas;
    }
    return drawn;
}

std::string SessionInside::composed(NotePart part, const Session& next) {
    const auto& reference = clinic.reference();
    const auto unit = clinic.profile().pressureUnit;
    switch (part) {
    case NotePart::Objective:
        if (next.startedAt == session.startedAt) {
            return composedObjective(
                next, earlier, reference,
                composedPain(next.painAreas, drawnOf(next.painAreas), drawnLast), unit);
        }
        return composedElsewhen(next);
    case NotePart::Treatment:
        return composedTreatment(next, reference, unit);
    case NotePart::Plan:
        return composedPlan(next, reference);
    case NotePart::Subjective:
        return checkInSentence(next, earlier);
    case NotePart::Assessment:
        break;
    }
    return {};
}

std::string SessionInside::composedElsewhen(const Session& next) {
    auto before = earlier;
    before.insert(before.end(), later.begin(), later.end());
    std::erase_if(before, [&](const Session& each) {
        return std::pair{each.startedAt, each.id} >= std::pair{next.startedAt, next.id};
    });
    std::optional<DrawnPain> drawnBefore;
    if (!before.empty() && !before.back().painAreas.empty()) {
        drawnBefore = drawnPain(clinic.map(), before.back().painAreas);
    }
    return composedObjective(next, before, clinic.reference(),
                             composedPain(next.painAreas, drawnOf(next.painAreas), drawnBefore),
                             clinic.profile().pressureUnit);
}

SessionStep SessionInside::composedEdits(const Session& next) {
    SessionStep edits;
    for (const auto part :
         {NotePart::Subjective, NotePart::Objective, NotePart::Treatment, NotePart::Plan}) {
        const auto& note = noteOf(next, part);
        if (note.authorship != Authorship::Composed) {
            continue;
        }
        if (auto text = composed(part, next); note.text != text) {
            edits.emplace_back(SetNote{part, {std::move(text), Authorship::Composed}});
        }
    }
    return edits;
}

void SessionInside::storeUnseen(const SessionStep& edits, const Turn& turn) {
    requireDraft();
    auto next = applied(session, edits);
    auto nextTurns = turned(turns, turn);
    whileMine([&] { clinic.store().sessions().apply(session.id, edits, turn); });
    session = std::move(next);
    turns = std::move(nextTurns);
    for (const auto& finding : session.findings) {
        highestPoint = std::max(highestPoint, finding.point.number);
    }
    savedAt = clockText(clinic.clock().now(), session.timeZone);
    message.clear();
    regroup();
    findGhosts();
    dropWhatIsGone();
}

void SessionInside::store(const SessionStep& edits, const Turn& turn) {
    storeUnseen(edits, turn);
    render();
}

void SessionInside::commit(SessionStep edits) {
    typing.reset();
    std::ranges::move(composedEdits(applied(session, edits)), std::back_inserter(edits));
    auto back = inverse(session, edits);
    store(edits, NewStep{std::move(back)});
}

void SessionInside::commitOn(SessionStep edits) {
    typing.reset();
    std::ranges::move(composedEdits(applied(session, edits)), std::back_inserter(edits));
    store(edits, SameStep{});
}

void SessionInside::type(const TypedField& field, SessionStep edits) {
    constexpr std::chrono::seconds kLongestPause{30};
    const auto now = clinic.clock().preciseNow();
    const bool goesOn =
        typing && typing->field == field && now >= typing->at && now - typing->at <= kLongestPause;
    if (goesOn) {
        commitOn(std::move(edits));
    } else {
        auto composedParts = composedEdits(applied(session, edits));
        // A later keystroke may be the first that a composed paragraph says something of, so undo
        // knows all of them as they were.
        auto whole = edits;
        for (const auto part : kNoteParts) {
            if (noteOf(session, part).authorship == Authorship::Composed) {
                whole.emplace_back(SetNote{part, noteOf(session, part)});
            }
        }
        std::ranges::move(composedParts, std::back_inserter(edits));
        store(edits, NewStep{inverse(session, whole)});
    }
    typing = Typing{field, now};
}

void SessionInside::requireDraft() const {
    if (isSigned(session)) {
        throw EditRefused{
            {tr("This session is signed and can't be changed; write an addendum instead."), {}}};
    }
    if (holder) {
        throw EditRefused{heldSentence()};
    }
}

Message SessionInside::heldSentence() const {
    return {tr("{1} has been charting this session since {2}; take it over to write in it here."),
            {holder ? holder->name : std::string{}, holder ? holder->since : std::string{}}};
}

void SessionInside::put(Finding finding) {
    commit({PutFinding{std::move(finding)}});
}

void SessionInside::placeAt(BodyPoint where, double reach) {
    const auto* muscle = clinic.map().muscleAt(where, {.top = layer, .showArm = showArm},
                                               atlas::Millimetres{std::min(reach, 2.0)});
    if (muscle == nullptr) {
        say({tr("No muscle of this layer is here; click on a muscle or choose another layer."),
             {}});
        return;
    }
    place(where, muscle->key, muscle->side, layer);
}

void SessionInside::placeKnown(BodyPoint where, const MuscleKey& muscle, Side side, Layer seenLayer,
                               std::optional<ReferencePointKey> known) {
    Finding finding =
        carriedFrom(Finding{.point = {TriggerPointId::create(clinic.ids()), highestPoint + 1},
                            .at = where,
                            .muscle = muscle,
                            .side = side,
                            .layer = seenLayer,
                            .referencePoint = std::move(known),
                            .signs = {},
                            .tenderness = {},
                            .threshold = {},
                            .state = {},
                            .relation = {},
                            .note = {}});
    const auto point = finding.point.id;
    put(std::move(finding));
    selected = point;
    focused.reset();
    render();
}

void SessionInside::select(std::optional<TriggerPointId> point) {
    selected = point;
    focused.reset();
    message.clear();
    const auto* finding = point ? findingOf(*point) : nullptr;
    // A point that stands in this view too stays where the eye is.
    if (finding != nullptr && finding->at.view != view &&
        !markIn(session, *finding, clinic.map(), view)) {
        lookFrom(finding->at.view);
    }
    if (finding != nullptr && finding->at.view == view) {
        layer = finding->layer;
        const auto* muscle = muscleOf(*finding);
        const auto* shape = muscle != nullptr ? muscle->shapeIn(view) : nullptr;
        showArm = showArm || (shape != nullptr && shape->plane == atlas::Plane::Arm);
    }
    render();
}

void SessionInside::take(const TriggerPointId& point) {
    if (findingOf(point) != nullptr) {
        select(point);
    } else {
        carry(point);
    }
}

const Finding* SessionInside::pointNear(BodyPoint where, const MuscleKey& muscle,
                                        Side side) const noexcept {
    constexpr double kSame = 4; // mm: less than a fingertip
    const auto near = [&](const Finding& f) {
        return f.muscle == muscle && f.side == side && f.at.view == where.view &&
               std::hypot(f.at.x - where.x, f.at.y - where.y) <= kSame;
    };
    for (const auto* findings : {&session.findings, &ghosts}) {
        if (const auto found = std::ranges::find_if(*findings, near); found != findings->end()) {
            return &*found;
        }
    }
    return nullptr;
}

void SessionInside::lookFrom(View next) {
    if (next == view) {
        return;
    }
    message.clear();
    settleStroke();
    painting.stroke.corners.clear(); // of no use in another view
    drag.reset();
    hovered.reset();
    pointer.reset();
    view = next;
}

void SessionInside::bringMuscle(const atlas::Muscle& muscle) {
    layer = muscle.layer;
    hovered.reset();
    if (const auto* shape = muscle.shapeIn(view)) {
        if (view == View::Left || view == View::Right) {
            showArm = shape->plane == atlas::Plane::Arm; // else it would hang before it
        }
        const auto& box = shape->whole().box();
        bring({box.left, box.top, box.right - box.left, box.bottom - box.top});
    }
}

void SessionInside::bringPoint(const TriggerPointId& point) {
    const auto& ids = shown.map.markIds;
    const auto found = std::ranges::find(ids, point);
    if (found != ids.end()) {
        const auto& at = shown.map.marks[static_cast<std::size_t>(found - ids.begin())].at;
        bring({at.x, at.y, 0, 0});
    }
}

void SessionInside::carry(const TriggerPointId& ghost) {
    const auto found =
        std::ranges::find(ghosts, ghost, [](const Finding& f) { return f.point.id; });
    if (found == ghosts.end()) {
        throw EditRefused{
            {tr("That point is in this session already; choose it in the list."), {}}};
    }
    const auto point = ghost; // the caller's may lie in the list that is renewed
    put(carriedFrom(*found));
    select(point);
}

const atlas::Muscle* SessionInside::muscleOf(const Finding& finding) const noexcept {
    return clinic.map().muscle(finding.muscle, finding.side);
}

void SessionInside::keepKnownPoint(Finding& finding) const {
    if (!finding.referencePoint) {
        return;
    }
    const auto* muscle = muscleOf(finding);
    const auto* known = clinic.reference().triggerPoints().find(
        finding.muscle, muscle != nullptr ? muscle->partOf : std::nullopt);
    if (known == nullptr || std::ranges::count(known->points, *finding.referencePoint,
                                               &reference::ReferencePoint::key) == 0) {
        finding.referencePoint.reset();
    }
}

void SessionInside::moveTo(const Finding& finding, BodyPoint where) {
    const auto& map = clinic.map();
    const atlas::Peel peel{.top = layer, .showArm = showArm};
    const auto* muscle = map.muscleAt(where, peel);
    // The muscle it is in may lie hidden beneath what shows, or be peeled away: it stays in that
    // one while it can. Where its muscle shows, the eye decides.
    const auto* own = muscleOf(finding);
    const auto* shape = own != nullptr ? own->shapeIn(where.view) : nullptr;
    if (shape != nullptr && (muscle == nullptr || map.muscleAt(finding.at, peel) != own) &&
        shape->whole().contains({where.x, where.y})) {
        muscle = own;
    }
    if (muscle == nullptr) {
        say({tr("No muscle of this layer is there; the point stays where it was."), {}});
        return;
    }
    auto moved = finding;
    moved.at = where;
    if (muscle != own) {
        moved.muscle = muscle->key;
        moved.side = muscle->side;
        moved.layer = layer;
        keepKnownPoint(moved);
    }
    put(std::move(moved));
}

Finding SessionInside::onOtherSide(Finding finding) const {
    finding.side = mirrored(finding.side);
    finding.at = atlas::mirrored(clinic.map(), finding.at);
    if (finding.side == Side::Middle ||
        clinic.map().muscle(finding.muscle, finding.side) == nullptr) {
        throw EditRefused{{tr("This muscle lies in the midline and has no other side."), {}}};
    }
    return finding;
}

void SessionInside::say(const Message& sentence) {
    message = palpate::shown(sentence);
    render();
}

void SessionInside::bring(drawing::Rect body) {
    reveal = body;
    ++reveals;
}

} // namespace palpate::app
