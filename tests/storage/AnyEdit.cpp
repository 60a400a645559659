// SPDX-License-Identifier: MIT
#include "storage/AnyEdit.h"

#include <algorithm>
#include <bit>
#include <cmath>
#include <limits>

namespace palpate::test {

double AnyEdit::number() {
    static constexpr std::array kSpecial{
        0.0,  -0.0, 0.1 + 0.2, std::numeric_limits<double>::denorm_min(),
        1e22, 1e-7, -412.5,    std::numeric_limits<double>::max()};
    if (below(3) == 0) {
        return one(kSpecial);
    }
    const auto value = std::bit_cast<double>((std::uint64_t{chance_()} << 32U) | chance_());
    return std::isfinite(value) ? value : 1.5;
}

std::string AnyEdit::text() {
    static constexpr std::array<std::string_view, 12> kPieces{
        "",         " ",          "-",
        "\n",       "\r",         "\\",
        "\\n",      "Zo\xC3\xAB", "\xF0\x9F\xA6\xB5",
        "\tdose 1", "\x01",       "remove_finding"};
    std::string out;
    for (int left = below(6); left > 0; --left) {
        out += one(kPieces);
    }
    return out;
}

Finding AnyEdit::finding() {
    Finding made{.point = {id<TriggerPointId>(), 1 + below(2'000'000'000)},
                 .at = {one(kViews), number(), number()},
                 .muscle = anyKey<MuscleKey>(),
                 .side = side(),
                 .layer = one(kLayers),
                 .referencePoint = maybe([&] { return anyKey<ReferencePointKey>(); }),
                 .signs = {},
                 .tenderness = maybe([&] { return tenderness(below(11)); }),
                 .threshold = maybe([&] { return Pressure::kilopascals(number()); }),
                 .state = maybe([&] { return static_cast<State>(below(3)); }),
                 .relation = maybe([&] { return static_cast<Relation>(below(3)); }),
                 .note = text(),
                 .settled = maybe([&] { return static_cast<Settled>(below(4)); })};
    for (auto* sign : {&made.signs.tautBand, &made.signs.tenderSpot, &made.signs.referredPain,
                       &made.signs.twitch, &made.signs.jump}) {
        *sign = one(std::array{Sign::NotAssessed, Sign::Absent, Sign::Present});
    }
    made.signs.recognised = one(std::array{Recognition::NotAssessed, Recognition::No,
                                           Recognition::Partly, Recognition::Yes});
    return made;
}

Treatment AnyEdit::treatment() {
    Treatment made{.id = id<TreatmentId>(),
                   .target = id<TriggerPointId>(),
                   .technique = anyKey<TechniqueKey>(),
                   .dose = {},
                   .tendernessAfter = maybe([&] { return tenderness(below(11)); }),
                   .painBefore = maybe([&] { return pain(below(11)); }),
                   .painAfter = maybe([&] { return pain(below(11)); }),
                   .note = text(),
                   .wentOn = {}};
    if (const auto kind = below(4); kind == 1) {
        made.target = MuscleTarget{anyKey<MuscleKey>(), side()};
    } else if (kind == 2) {
        made.target = RegionTarget{anyKey<RegionKey>(), side()};
    } else if (kind == 3) {
        made.target = JointTarget{anyKey<JointKey>(), side()};
    }
    for (int left = below(4); left > 0; --left) {
        LogValue dose{anyKey<LogFieldKey>(), number()};
        if (const auto kind = below(3); kind == 1) {
            dose.value = below(2) == 0;
        } else if (kind == 2) {
            dose.value = text();
        }
        made.dose.push_back(dose);
    }
    for (int left = below(3); left > 0; --left) {
        made.wentOn.push_back({anyKey<AlertKey>(), "because" + text()});
    }
    return made;
}

std::vector<Place> AnyEdit::places(int least) {
    std::vector<Place> made;
    for (int left = least + below(20); left > 0; --left) {
        made.push_back({(below(20'000) - 1000) / 10.0, (below(20'000) - 1000) / 10.0});
    }
    return made;
}

PainArea AnyEdit::area() {
    PainArea made{.id = id<PainAreaId>(),
                  .view = one(kViews),
                  .onArm = false,
                  .shape = {},
                  .arrows = {},
                  .quality = maybe([&] { return one(kPainQualities); }),
                  .intensity = maybe([&] { return pain(below(11)); }),
                  .depth = maybe([&] { return one(kPainDepths); }),
                  .note = text()};
    made.onArm = (made.view == View::Left || made.view == View::Right) && below(2) == 0;
    for (int left = 1 + below(3); left > 0; --left) {
        made.shape.emplace_back();
        for (int rings = 1 + below(3); rings > 0; --rings) {
            made.shape.back().push_back(places(3));
        }
    }
    for (int left = below(3); left > 0; --left) {
        made.arrows.push_back(places(2));
    }
    return made;
}

CheckIn AnyEdit::checkIn() {
    const auto upTo = [&](double most) { return most * below(10'001) / 10'000; };
    return {.sleepHours = maybe([&] { return upTo(24); }),
            .stress = maybe([&] { return *StressScore::from(below(11)); }),
            .waterLitres = maybe([&] { return upTo(20); }),
            .sittingHours = maybe([&] { return upTo(24); }),
            .activeDays = maybe([&] { return below(8); }),
            .homeCareDays = maybe([&] { return below(8); })};
}

RangeOfMotion AnyEdit::motion() {
    RangeOfMotion made{.at = motionAt(),
                       .active = maybe([&] { return number(); }),
                       .passive = maybe([&] { return number(); }),
                       .pain = maybe([&] { return pain(below(11)); }),
                       .note = text()};
    if (!made.active && !made.passive && !made.pain && made.note.empty()) {
        made.active = 0.0;
    }
    return made;
}

TestAt AnyEdit::testAt() {
    TestAt made{.test = anyKey<TestKey>(), .part = text(), .side = side(), .site = {}};
    switch (below(4)) {
    case 0:
        made.site = anyKey<RegionKey>();
        break;
    case 1:
        made.site = anyKey<MuscleKey>();
        break;
    case 2:
        made.site = anyKey<JointKey>();
        break;
    default:
        break;
    }
    return made;
}

TestResult AnyEdit::test() {
    TestResult made{.at = testAt(),
                    .result = number(),
                    .also = maybe([&] { return number(); }),
                    .note = text()};
    if (below(2) == 0) {
        made.result = text();
    }
    return made;
}

std::optional<Reaction> AnyEdit::reaction() {
    return maybe([&] { return Reaction{static_cast<ReactionGrade>(below(4)), text()}; });
}

SessionEdit AnyEdit::next() {
    switch (const auto kind = below(std::variant_size_v<SessionEdit>)) {
    case 0:
        return PutFinding{finding()};
    case 1:
        return RemoveFinding{id<TriggerPointId>()};
    case 2:
        return PutTreatment{treatment()};
    case 3:
        return RemoveTreatment{id<TreatmentId>()};
    case 4:
        return PutPainArea{area()};
    case 5:
        return RemovePainArea{id<PainAreaId>()};
    case 6:
        return PutMotion{motion()};
    case 7:
        return RemoveMotion{motionAt()};
    case 8:
        return PutTest{test()};
    case 9:
        return RemoveTest{testAt()};
    case 10:
        return PutHomeCare{{anyKey<HomeCareKey>(), text()}};
    case 11:
        return RemoveHomeCare{anyKey<HomeCareKey>()};
    default:
        return nextOfDay(kind - 12);
    }
}

SessionEdit AnyEdit::nextOfDay(int kind) {
    switch (kind) {
    case 0:
        return SetPain{one(kPainMoments), maybe([&] { return pain(below(11)); })};
    case 1:
        return SetCourse{maybe([&] { return static_cast<Course>(below(4)); })};
    case 2:
        return SetNote{one(kNoteParts), note()};
    case 3: {
        const auto start = instant();
        return SetTimes{start, maybe([&] { return start + std::chrono::minutes{below(600)}; })};
    }
    case 4:
        return SetConsent{maybe([&] { return static_cast<TodayConsent>(below(2)); })};
    case 5:
        return SetCheckIn{checkIn()};
    case 6:
        return SetReaction{reaction()};
    default:
        return SetNextVisit{
            maybe([&] { return Date{std::chrono::floor<std::chrono::days>(instant())}; })};
    }
}

SessionEdit AnyEdit::storable(const Session& session) {
    auto edit = next();
    if (auto* put = std::get_if<PutFinding>(&edit)) {
        // A number is given once a case, also when its point went out of the session again.
        put->finding.point.number = 1 + below(1'000'000'000);
        if (!session.findings.empty() && below(2) == 0) {
            put->finding.point = one(session.findings).point;
        }
        while (std::ranges::any_of(session.findings, [&](const Finding& f) {
            return f.point.number == put->finding.point.number &&
                   f.point.id != put->finding.point.id;
        })) {
            ++put->finding.point.number;
        }
        auto& threshold = put->finding.threshold;
        if (threshold) {
            threshold = Pressure::kilopascals(std::abs(threshold->inKilopascals()));
        }
    } else if (auto* putTreatment = std::get_if<PutTreatment>(&edit)) {
        if (std::holds_alternative<TriggerPointId>(putTreatment->treatment.target)) {
            if (session.findings.empty()) {
                return SetCourse{};
            }
            putTreatment->treatment.target = one(session.findings).point.id;
        }
    } else if (std::holds_alternative<RemoveTreatment>(edit)) {
        return removal<RemoveTreatment>(session.treatments, &Treatment::id);
    } else if (std::holds_alternative<RemovePainArea>(edit)) {
        return removal<RemovePainArea>(session.painAreas, &PainArea::id);
    } else if (std::holds_alternative<RemoveMotion>(edit)) {
        return removal<RemoveMotion>(session.motions, &RangeOfMotion::at);
    } else if (std::holds_alternative<RemoveTest>(edit)) {
        return removal<RemoveTest>(session.tests, &TestResult::at);
    } else if (std::holds_alternative<RemoveHomeCare>(edit)) {
        return removal<RemoveHomeCare>(session.homeCare, &HomeCareItem::item);
    }
    return edit;
}

SessionStep AnyEdit::stepOf(const Session& session) {
    auto now = session;
    SessionStep step;
    for (int left = 1 + below(4); left > 0; --left) {
        auto edit = storable(now);
        const auto part =
            std::holds_alternative<RemoveFinding>(edit)
                ? now.findings.empty() ? SessionStep{} : removalOf(now, one(now.findings).point.id)
                : SessionStep{edit};
        now = applied(now, part);
        step.insert(step.end(), part.begin(), part.end());
    }
    return step;
}

Session AnyEdit::filled(Session empty) {
    for (int left = 12 + below(30); left > 0; --left) {
        empty = applied(empty, stepOf(empty));
    }
    return empty;
}

} // namespace palpate::test
