// SPDX-License-Identifier: MIT
// What is done in an invented session.
#include "app/DemoSessions.h"
#include "reference/Reference.h"

#include <algorithm>
#include <cmath>

namespace palpate::app {

namespace {

[[nodiscard]] Treatment begun(const DemoWorld& world, const TreatmentTarget& target,
                              DemoTechniques::Choice choice, std::vector<LogValue> dose) {
    return {.id = TreatmentId::create(world.ids),
            .target = target,
            .technique = choice.technique->key,
            .dose = std::move(dose),
            .tendernessAfter = {},
            .painBefore = {},
            .painAfter = {},
            .note = {},
            .wentOn = std::move(choice.wentOn)};
}

/// What springs and is manipulated as the spine is; the other joints are mobilised only.
[[nodiscard]] bool isOfSpine(const reference::KnownJoint& joint) {
    return joint.kind == reference::JointKind::Segment || joint.key.text() == "sacroiliac";
}

/// How one lies and in which direction one works at a joint, so that a manipulated low back is not
/// lying prone with its neck turned.
[[nodiscard]] DemoDosePlace placeAt(DemoChance& chance, const reference::KnownJoint& joint,
                                    Side side) {
    const auto region = joint.regions.front().text();
    const bool isLow = region == "lumbar" || region == "sacrum";
    const bool isNeck = region == "neck_posterior" || region == "occiput";
    const auto own = side == Side::Left ? "left" : "right";
    const auto other = side == Side::Left ? "right" : "left";
    DemoDosePlace place;
    place.level = joint.logged;
    place.position = isLow                         ? std::string{"side-lying "} + other
                     : isNeck || !isOfSpine(joint) ? "supine"
                                                   : "prone";
    place.direction = !isOfSpine(joint)     ? "distraction"
                      : isNeck              ? std::string{"rotation "} + own
                      : chance.happens(0.7) ? "posterior to anterior"
                                            : "towards the head";
    return place;
}

} // namespace

void DemoCourse::treatPoint(const DemoWorld& world, Session& session, const Finding& finding) {
    auto choice = world.techniques.choose(chance_, DemoTechniques::At::Points, world.profession,
                                          alerts_, finding.point.id, session);
    if (!choice) {
        return;
    }
    const auto& technique = *choice->technique;
    auto treatment = begun(world, finding.point.id, std::move(*choice),
                           DemoTechniques::dose(chance_, technique, {}));
    if (finding.tenderness && chance_.happens(0.86)) {
        const int before = finding.tenderness->value();
        const double drop = technique.meanDrop * std::min(before, 6) / 5 + chance_.spread();
        const auto after = static_cast<int>(std::lround(before - drop));
        treatment.tendernessAfter = Tenderness::from(std::clamp(after, 0, before));
    }
    session.treatments.push_back(std::move(treatment));
}

void DemoCourse::treat(const DemoWorld& world, Session& session) {
    std::vector<const Finding*> tender;
    for (const auto& finding : session.findings) {
        if (finding.state && *finding.state != State::Resolved) {
            tender.push_back(&finding);
        }
    }
    std::ranges::stable_sort(tender, [](const Finding* a, const Finding* b) {
        return a->tenderness.value_or(*Tenderness::from(0)) >
               b->tenderness.value_or(*Tenderness::from(0));
    });
    const auto most = static_cast<std::size_t>(chance_.happens(0.04) ? 0 : chance_.between(1, 3));
    tender.resize(std::min(tender.size(), most));
    for (const auto* finding : tender) {
        treatPoint(world, session, *finding);
    }
}

void DemoCourse::treatJoint(const DemoWorld& world, Session& session) {
    const bool isChiropractor = world.profession == Profession::Chiropractor;
    const double often = isChiropractor                                    ? 0.75
                         : world.profession == Profession::Physiotherapist ? 0.15
                                                                           : 0;
    if (!chance_.happens(often)) {
        return;
    }
    const int most = isChiropractor && chance_.happens(0.4) ? 2 : 1;
    for (int i = 0; i < most; ++i) {
        const auto joints = topic_->complaint->joints;
        const auto key = JointKey::from(joints[static_cast<std::size_t>(
            chance_.unit() * chance_.unit() * static_cast<double>(joints.size()))]);
        const auto* joint = key ? world.reference.joints().find(*key) : nullptr;
        if (joint == nullptr) {
            continue;
        }
        const auto own = topic_->side != Side::Middle ? topic_->side
                         : chance_.happens(0.5)       ? Side::Right
                                                      : Side::Left;
        const bool isWhole = joint->sides == reference::JointSides::May && chance_.happens(0.25);
        const JointTarget target{joint->key, isWhole ? Side::Middle : own};
        const bool isKnown = std::ranges::any_of(session.treatments, [&](const Treatment& given) {
            const auto* at = std::get_if<JointTarget>(&given.target);
            return at != nullptr && at->joint == target.joint;
        });
        auto choice = isKnown ? std::nullopt
                              : world.techniques.choose(chance_, DemoTechniques::At::Joints,
                                                        world.profession, alerts_, target, session);
        if (choice && !isOfSpine(*joint) &&
            choice->technique->key.text() == "spinal_manipulation") {
            choice.reset();
        }
        if (!choice) {
            continue;
        }
        if (isOfSpine(*joint) && chance_.happens(0.6)) {
            DemoMeasures::spring(chance_, session, target, severity(made_));
        }
        auto dose =
            DemoTechniques::dose(chance_, *choice->technique, placeAt(chance_, *joint, own));
        session.treatments.push_back(begun(world, target, std::move(*choice), std::move(dose)));
    }
}

void DemoCourse::treatMuscle(const DemoWorld& world, Session& session) {
    if (world.profession != Profession::MassageTherapist || !chance_.happens(0.4)) {
        return;
    }
    const auto& place = chance_.from(topic_->places);
    const MuscleTarget target{place.muscle, place.side};
    auto choice = world.techniques.choose(chance_, DemoTechniques::At::Points, world.profession,
                                          alerts_, target, session);
    if (choice) {
        auto dose = DemoTechniques::dose(chance_, *choice->technique, {});
        session.treatments.push_back(begun(world, target, std::move(*choice), std::move(dose)));
    }
}

void DemoCourse::treatRegion(const DemoWorld& world, Session& session) {
    const double often = world.profession == Profession::MassageTherapist ? 0.8 : 0.35;
    if (topic_->regions.empty() || !chance_.happens(often)) {
        return;
    }
    const auto& [region, side] = chance_.from(topic_->regions);
    const RegionTarget target{region, side};
    auto choice = world.techniques.choose(chance_, DemoTechniques::At::Regions, world.profession,
                                          alerts_, target, session);
    if (!choice) {
        return;
    }
    auto dose = DemoTechniques::dose(chance_, *choice->technique, {.region = region.text()});
    auto treatment = begun(world, target, std::move(*choice), std::move(dose));
    if (session.painNow && chance_.happens(0.3)) {
        treatment.painBefore = session.painNow;
        treatment.painAfter =
            PainScore::from(std::max(session.painNow->value() - chance_.between(0, 2), 0));
    }
    session.treatments.push_back(std::move(treatment));
}

} // namespace palpate::app
