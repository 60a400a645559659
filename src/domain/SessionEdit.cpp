// SPDX-License-Identifier: MIT
#include "domain/SessionEdit.h"

#include "domain/Error.h"

#include <algorithm>
#include <iterator>

namespace palpate {

namespace {

template <class... F> struct Overloaded : F... { using F::operator()...; };
template <class... F> Overloaded(F...) -> Overloaded<F...>;

[[nodiscard]] auto placeOf(Session& session, const TriggerPointId& point) {
    return std::ranges::find(session.findings, point, [](const Finding& f) { return f.point.id; });
}

[[nodiscard]] auto placeOf(Session& session, const TreatmentId& treatment) {
    return std::ranges::find(session.treatments, treatment, &Treatment::id);
}

[[nodiscard]] bool hasPoint(const Session& session, const TriggerPointId& point) {
    return findingAt(session, point) != nullptr;
}

[[nodiscard]] std::optional<PainScore>& painIn(Session& session, PainMoment moment) {
    switch (moment) {
    case PainMoment::Now:
        return session.painNow;
    case PainMoment::Best:
        return session.painBest;
    case PainMoment::Worst:
        return session.painWorst;
    case PainMoment::After:
        break;
    }
    return session.painAfter;
}

void put(Session& session, const Finding& finding) {
    const auto sameNumber = std::ranges::find_if(session.findings, [&](const Finding& other) {
        return other.point.number == finding.point.number && other.point.id != finding.point.id;
    });
    if (sameNumber != session.findings.end()) {
        throw EditRefused{
            {tr("Number {1} belongs to another point of this case; open the session again."),
             {std::to_string(finding.point.number)}}};
    }
    if (const auto at = placeOf(session, finding.point.id); at != session.findings.end()) {
        *at = finding;
    } else {
        session.findings.push_back(finding);
    }
    std::ranges::stable_sort(session.findings, {}, [](const Finding& f) { return f.point.number; });
}

void remove(Session& session, const TriggerPointId& point) {
    const auto at = placeOf(session, point);
    if (at == session.findings.end()) {
        throw EditRefused{
            {tr("The point is no longer in this session; open the session again."), {}}};
    }
    if (!treatmentsAt(session, point).empty()) {
        throw EditRefused{{tr("Point {1} has treatments; remove these first."),
                           {std::to_string(at->point.number)}}};
    }
    session.findings.erase(at);
}

void put(Session& session, const Treatment& treatment) {
    const auto* point = std::get_if<TriggerPointId>(&treatment.target);
    if (point != nullptr && !hasPoint(session, *point)) {
        throw EditRefused{
            {tr("The treated point is not in this session; mark the point first."), {}}};
    }
    if (const auto at = placeOf(session, treatment.id); at != session.treatments.end()) {
        *at = treatment;
    } else {
        session.treatments.push_back(treatment);
    }
}

void remove(Session& session, const TreatmentId& treatment) {
    const auto at = placeOf(session, treatment);
    if (at == session.treatments.end()) {
        throw EditRefused{
            {tr("The treatment is no longer in this session; open the session again."), {}}};
    }
    session.treatments.erase(at);
}

[[nodiscard]] auto placeOf(Session& session, const PainAreaId& area) {
    return std::ranges::find(session.painAreas, area, &PainArea::id);
}

void put(Session& session, const PainArea& area) {
    if (area.shape.empty()) {
        throw EditRefused{
            {tr("A pain area needs a shape; draw it on the body, or remove it."), {}}};
    }
    if (const auto at = placeOf(session, area.id); at != session.painAreas.end()) {
        *at = area;
    } else {
        session.painAreas.push_back(area);
    }
}

void remove(Session& session, const PainAreaId& area) {
    const auto at = placeOf(session, area);
    if (at == session.painAreas.end()) {
        throw EditRefused{
            {tr("The pain area is no longer in this session; open the session again."), {}}};
    }
    session.painAreas.erase(at);
}

void set(Session& session, const SetTimes& times) {
    if (times.endedAt && *times.endedAt < times.startedAt) {
        throw EditRefused{
            {tr("The session would end before it begins; correct one of the two times."), {}}};
    }
    session.startedAt = times.startedAt;
    session.endedAt = times.endedAt;
}

/// Adds at the end, or replaces the one that has the same identity.
template <class Value, class Identity>
void putAt(std::vector<Value>& values, const Value& value, Identity Value::*identity) {
    const auto at = std::ranges::find(values, value.*identity, identity);
    if (at != values.end()) {
        *at = value;
    } else {
        values.push_back(value);
    }
}

template <class Value, class Identity>
void removeAt(std::vector<Value>& values, const Identity& id, Identity Value::*identity,
              const char* sentence) {
    const auto at = std::ranges::find(values, id, identity);
    if (at == values.end()) {
        throw EditRefused{{sentence, {}}};
    }
    values.erase(at);
}

void put(Session& session, const RangeOfMotion& motion) {
    if (!motion.active && !motion.passive && !motion.pain && motion.note.empty()) {
        throw EditRefused{
            {tr("A motion needs a value; enter one, or remove the motion from the list."), {}}};
    }
    putAt(session.motions, motion, &RangeOfMotion::at);
}

void remove(Session& session, const MotionAt& at) {
    removeAt(session.motions, at, &RangeOfMotion::at,
             tr("The motion is no longer in this session; open the session again."));
}

void remove(Session& session, const TestAt& at) {
    removeAt(session.tests, at, &TestResult::at,
             tr("The test is no longer in this session; open the session again."));
}

void remove(Session& session, const HomeCareKey& item) {
    removeAt(session.homeCare, item, &HomeCareItem::item,
             tr("The home care is no longer in this session; open the session again."));
}

void apply(Session& session, const SessionEdit& edit) {
    std::visit(
        Overloaded{
            [&](const PutFinding& e) { put(session, e.finding); },
            [&](const RemoveFinding& e) { remove(session, e.point); },
            [&](const PutTreatment& e) { put(session, e.treatment); },
            [&](const RemoveTreatment& e) { remove(session, e.treatment); },
            [&](const SetPain& e) { painIn(session, e.moment) = e.score; },
            [&](const SetCourse& e) { session.course = e.course; },
            [&](const SetNote& e) { session.note[static_cast<std::size_t>(e.part)] = e.note; },
            [&](const PutPainArea& e) { put(session, e.area); },
            [&](const RemovePainArea& e) { remove(session, e.area); },
            [&](const SetTimes& e) { set(session, e); },
            [&](const SetConsent& e) { session.consent = e.consent; },
            [&](const SetCheckIn& e) { session.checkIn = e.checkIn; },
            [&](const PutMotion& e) { put(session, e.motion); },
            [&](const RemoveMotion& e) { remove(session, e.at); },
            [&](const PutTest& e) { putAt(session.tests, e.test, &TestResult::at); },
            [&](const RemoveTest& e) { remove(session, e.at); },
            [&](const SetReaction& e) { session.reaction = e.reaction; },
            [&](const SetNextVisit& e) { session.nextVisit = e.day; },
            [&](const PutHomeCare& e) { putAt(session.homeCare, e.item, &HomeCareItem::item); },
            [&](const RemoveHomeCare& e) { remove(session, e.item); },
        },
        edit);
}

/// Puts one back that was taken out: those after it are taken out too and put back behind it, so
/// that the order returns.
template <class Put, class Remove, class Value, class Identity>
[[nodiscard]] SessionStep putBack(const std::vector<Value>& before, const Identity& id,
                                  Identity Value::*identity) {
    const auto old = std::ranges::find(before, id, identity);
    SessionStep step;
    if (old == before.end()) {
        return step;
    }
    for (auto later = std::next(old); later != before.end(); ++later) {
        step.emplace_back(Remove{(*later).*identity});
    }
    for (auto each = old; each != before.end(); ++each) {
        step.emplace_back(Put{*each});
    }
    return step;
}

/// What turns one edit round, given the session just before it.
[[nodiscard]] SessionStep turned(const Session& before, const SessionEdit& edit) {
    return std::visit(
        Overloaded{
            [&](const PutFinding& e) -> SessionStep {
                const auto* old = findingAt(before, e.finding.point.id);
                return old != nullptr ? SessionStep{PutFinding{*old}}
                                      : SessionStep{RemoveFinding{e.finding.point.id}};
            },
            [&](const RemoveFinding& e) -> SessionStep {
                const auto* old = findingAt(before, e.point);
                return old != nullptr ? SessionStep{PutFinding{*old}} : SessionStep{};
            },
            [&](const PutTreatment& e) -> SessionStep {
                const auto old =
                    std::ranges::find(before.treatments, e.treatment.id, &Treatment::id);
                return old != before.treatments.end()
                           ? SessionStep{PutTreatment{*old}}
                           : SessionStep{RemoveTreatment{e.treatment.id}};
            },
            [&](const RemoveTreatment& e) -> SessionStep {
                return putBack<PutTreatment, RemoveTreatment>(before.treatments, e.treatment,
                                                              &Treatment::id);
            },
            [&](const SetPain& e) -> SessionStep {
                return {SetPain{e.moment, painOf(before, e.moment)}};
            },
            [&](const SetCourse&) -> SessionStep { return {SetCourse{before.course}}; },
            [&](const SetNote& e) -> SessionStep {
                return {SetNote{e.part, noteOf(before, e.part)}};
            },
            [&](const PutPainArea& e) -> SessionStep {
                const auto* old = painAreaOf(before, e.area.id);
                return old != nullptr ? SessionStep{PutPainArea{*old}}
                                      : SessionStep{RemovePainArea{e.area.id}};
            },
            [&](const RemovePainArea& e) -> SessionStep {
                return putBack<PutPainArea, RemovePainArea>(before.painAreas, e.area,
                                                            &PainArea::id);
            },
            [&](const SetTimes&) -> SessionStep {
                return {SetTimes{before.startedAt, before.endedAt}};
            },
            [&](const SetConsent&) -> SessionStep { return {SetConsent{before.consent}}; },
            [&](const SetCheckIn&) -> SessionStep { return {SetCheckIn{before.checkIn}}; },
            [&](const PutMotion& e) -> SessionStep {
                const auto* old = motionOf(before, e.motion.at);
                return old != nullptr ? SessionStep{PutMotion{*old}}
                                      : SessionStep{RemoveMotion{e.motion.at}};
            },
            [&](const RemoveMotion& e) -> SessionStep {
                return putBack<PutMotion, RemoveMotion>(before.motions, e.at, &RangeOfMotion::at);
            },
            [&](const PutTest& e) -> SessionStep {
                const auto* old = testOf(before, e.test.at);
                return old != nullptr ? SessionStep{PutTest{*old}}
                                      : SessionStep{RemoveTest{e.test.at}};
            },
            [&](const RemoveTest& e) -> SessionStep {
                return putBack<PutTest, RemoveTest>(before.tests, e.at, &TestResult::at);
            },
            [&](const SetReaction&) -> SessionStep { return {SetReaction{before.reaction}}; },
            [&](const SetNextVisit&) -> SessionStep { return {SetNextVisit{before.nextVisit}}; },
            [&](const PutHomeCare& e) -> SessionStep {
                const auto* old = homeCareOf(before, e.item.item);
                return old != nullptr ? SessionStep{PutHomeCare{*old}}
                                      : SessionStep{RemoveHomeCare{e.item.item}};
            },
            [&](const RemoveHomeCare& e) -> SessionStep {
                return putBack<PutHomeCare, RemoveHomeCare>(before.homeCare, e.item,
                                                            &HomeCareItem::item);
            },
        },
        edit);
}

} // namespace

Session applied(Session session, std::span<const SessionEdit> edits) {
    if (isSigned(session)) {
        throw EditRefused{
            {tr("This session is signed and can't be changed; write an addendum instead."), {}}};
    }
    for (const auto& edit : edits) {
        apply(session, edit);
    }
    return session;
}

SessionStep inverse(const Session& before, std::span<const SessionEdit> edits) {
    std::vector<SessionStep> backwards;
    Session now = before;
    for (const auto& edit : edits) {
        backwards.push_back(turned(now, edit));
        apply(now, edit);
    }
    SessionStep step;
    for (auto part = backwards.rbegin(); part != backwards.rend(); ++part) {
        std::ranges::move(*part, std::back_inserter(step));
    }
    return step;
}

UndoList turned(UndoList list, const Turn& turn) {
    const auto take = [](std::vector<SessionStep>& from) {
        if (from.empty()) {
            throw EditRefused{
                {tr("There is nothing left to undo or redo here; open the session again."), {}}};
        }
        from.pop_back();
    };
    std::visit(Overloaded{
                   [&](const NewStep& t) {
                       list.undo.push_back(t.back);
                       list.redo.clear();
                   },
                   [&](const SameStep&) { list.redo.clear(); },
                   [&](const Undone& t) {
                       take(list.undo);
                       list.redo.push_back(t.forward);
                   },
                   [&](const Redone& t) {
                       take(list.redo);
                       list.undo.push_back(t.back);
                   },
               },
               turn);
    return list;
}

SessionStep removalOf(const Session& session, const TriggerPointId& point) {
    SessionStep step;
    for (const auto& treatment : treatmentsAt(session, point)) {
        step.emplace_back(RemoveTreatment{treatment.id});
    }
    step.emplace_back(RemoveFinding{point});
    return step;
}

} // namespace palpate
