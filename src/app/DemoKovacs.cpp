// SPDX-License-Identifier: MIT
#include "app/DemoKovacs.h"

#include "app/Clinic.h"
#include "app/DemoPain.h"
#include "app/DemoScript.h"
#include "app/Sentences.h"

#include <string_view>

namespace palpate::app {

namespace {

constexpr int kGone = -1;    ///< resolved before: no longer looked at
constexpr int kNone = -1;    ///< not treated
constexpr int kUnasked = -2; ///< treated, nothing asked after it

/// One point over the seven sessions: tenderness before, and after the technique.
struct Script {
    std::string_view reference;
    Side side;
    std::optional<Relation> relation;
    bool active;
    std::array<int, DemoKovacs::kSessions> before;
    std::string_view technique;
    double seconds; ///< held, or of one contraction
    std::array<int, DemoKovacs::kSessions> after;
};
const std::array kScripts{
    Script{"quadratus_lumborum.superficial_upper",
           Side::Right,
           Relation::Primary,
           true,
           {7, 7, 7, 6, 6, 7, 6},
           "pressure_release",
           60,
           {4, 4, 4, 3, 3, kNone, 3}},
    Script{"gluteus_medius.posterior",
           Side::Right,
           std::nullopt,
           true,
           {6, 6, 6, 6, 6, 6, 5},
           "pressure_release",
           45,
           {4, 3, 3, kNone, 4, 3, kNone}},
    Script{"piriformis.medial",
           Side::Right,
           std::nullopt,
           false,
           {5, 5, 4, 4, 3, 3, 2},
           "pir",
           10,
           {kNone, 4, 3, 2, kNone, 2, 0}},
    Script{"gluteus_minimus.posterior",
           Side::Right,
           Relation::Satellite,
           false,
           {4, 4, 4, 3, 3, 2, 2},
           "static_stretch",
           30,
           {kNone, kNone, 3, kUnasked, kUnasked, kNone, kNone}},
    Script{"quadratus_lumborum.superficial_upper",
           Side::Left,
           std::nullopt,
           true,
           {5, 4, 3, 0, kGone, kGone, kGone},
           "pressure_release",
           60,
           {3, 2, kNone, kNone, kNone, kNone, kNone}},
    Script{"gluteus_medius.posterior",
           Side::Left,
           std::nullopt,
           true,
           {6, 6, 5, 4, 3, 0, kGone},
           "pressure_release",
           45,
           {4, 3, 3, 2, kNone, kNone, kNone}},
    Script{"longissimus_thoracis.low_thoracic",
           Side::Right,
           std::nullopt,
           true,
           {5, 4, 0, kGone, kGone, kGone, kGone},
           "myofascial_release",
           120,
           {4, kNone, kNone, kNone, kNone, kNone, kNone}},
};
constexpr std::array kPainNow{7, 6, 6, 5, 4, 4, 3};
constexpr std::array kPainAfter{5, 5, 4, 4, 3, 3, -1};

struct Words {
    std::string_view subjective;
    std::string_view assessment;
    std::string_view plan;
};
constexpr std::array<Words, DemoKovacs::kSessions> kWords{{
    {"Low back pain on the right since lifting a box nine days ago, dull and deep, sharp when "
     "bending; it spreads into the right buttock. Worst with sitting for more than half an hour "
     "and with getting up. Sits nine hours a day, sleeps about five. Felt a numb right foot once, "
     "for an hour; the physician has been told. Takes an anticoagulant. Goal: lift 10 kg without "
     "pain.",
     "Myofascial pain of the low back; the right quadratus lumborum and the right gluteus medius "
     "give the familiar pain. No sign of a nerve root today. Anticoagulant: no dry needling, light "
     "to moderate pressure.",
     "Pressure release once a week. At home: side-bending stretch, three times 30 s a day; stand "
     "up every 40 minutes. Next visit in a week."},
    {"Sore for a day, then easier. Sitting is possible for 40 minutes. Stretches on four of seven "
     "days. The physician examined the foot: nothing found, and the numbness has not come back.",
     "First response. Right quadratus lumborum as tender as before; the left one and the right "
     "longissimus are calmer.",
     "Pressure release again; post-isometric relaxation for the piriformis added. Heat for 15 "
     "minutes in the evening."},
    {"Much as last time after a weekend of house moving. Sleeps six hours now.",
     "Held its ground despite the load. The point in the right longissimus has resolved.",
     "As before, with heat and a stretch for the right gluteus minimus. Keep standing up every 40 "
     "minutes."},
    {"Clearly better: sat through an hour's meeting. Stretches on five of seven days.",
     "Progress in pain and tenderness. The left quadratus lumborum is no longer tender. L4-L5 "
     "stiff "
     "on the right; mobilised gently.",
     "Pressure release at the right quadratus lumborum; relaxation of the piriformis. Begin side "
     "plank, three times 20 s."},
    {"Better again. First goal reached: an hour of sitting without pain. Lifting not yet tried.",
     "On course. Right gluteus medius unchanged, worth more attention.",
     "Pressure release at both right-sided points. Lift 3 kg from a table, ten times, every "
     "second day."},
    {"Same as last week; one bad day after carrying shopping. Sleeps seven hours.",
     "Short flare-up after lifting, right quadratus lumborum more tender again. The left gluteus "
     "medius has resolved.",
     "Pressure release right quadratus lumborum and gluteus medius; re-test side-bending; ask "
     "about lifting at work."},
    {"Better. Slept seven hours a night, stress less. Sat six hours a day, stretches on five of "
     "seven days.",
     "", ""},
}};

[[nodiscard]] Signs signsOf(const Script& script, int tenderness, int index) {
    Signs signs;
    if (tenderness == 0) {
        signs.tautBand = Sign::Absent;
        signs.tenderSpot = Sign::Absent;
        return signs;
    }
    signs.tautBand = Sign::Present;
    signs.tenderSpot = Sign::Present;
    signs.referredPain = Sign::Present;
    signs.recognised = script.active ? Recognition::Yes : Recognition::No;
    signs.jump = index == 0 && tenderness >= 6 ? Sign::Present : Sign::NotAssessed;
    return signs;
}

[[nodiscard]] State stateOf(const Script& script, int tenderness) {
    return tenderness == 0 ? State::Resolved : script.active ? State::Active : State::Latent;
}

[[nodiscard]] std::vector<LogValue> doseOf(const Script& script, bool unfinished) {
    if (script.technique == "pir") {
        return scriptedDose({{"contraction_s", script.seconds},
                             {"effort_percent", 20.0},
                             {"repetitions", 3.0},
                             {"breathing", std::string{"in on effort, out on release"}}});
    }
    if (script.technique == "static_stretch") {
        return scriptedDose({{"stretch_s", script.seconds}, {"repetitions", 3.0}});
    }
    if (script.technique == "myofascial_release") {
        return scriptedDose({{"pressure_level", std::string{"moderate"}},
                             {"duration_s", script.seconds},
                             {"repetitions", 1.0}});
    }
    if (unfinished) {
        return scriptedDose({{"duration_s", 47.0}});
    }
    return scriptedDose({{"pressure_kpa", 210.0},
                         {"duration_s", script.seconds},
                         {"repetitions", 2.0},
                         {"tool", std::string{"thumb"}}});
}

[[nodiscard]] std::optional<Settled> settledOf(const Script& script, std::size_t index) {
    if (index == 0) {
        return std::nullopt;
    }
    const int now = script.before.at(index);
    const int was = script.before.at(index - 1);
    return now == 0    ? Settled::Gone
           : now < was ? Settled::Better
           : now > was ? Settled::Worse
                       : Settled::Still;
}

} // namespace

DemoKovacs::DemoKovacs(const Knowledge& knowledge) : map_{knowledge.map()} {
    for (const auto& script : kScripts) {
        places_.push_back(demoPlace(knowledge, script.reference, script.side));
    }
}

Date DemoKovacs::dayOf(int index, Date lastDay) {
    return Date{std::chrono::sys_days{lastDay} - std::chrono::days{7 * (kSessions - 1 - index)}};
}

Session DemoKovacs::next(const DemoWorld& world, const Case& record, int index, Instant at,
                         Date lastDay) {
    const auto i = static_cast<std::size_t>(index);
    const bool last = index == kSessions - 1;
    auto session = emptySession(world, record, at);
    session.painNow = PainScore::from(kPainNow.at(i));
    session.painBest = PainScore::from(std::max(kPainNow.at(i) - 3, 0));
    session.painWorst = PainScore::from(std::min(kPainNow.at(i) + 1, 10));
    session.painAfter = PainScore::from(kPainAfter.at(i));
    session.consent = TodayConsent::Given;
    if (index > 0) {
        session.course = kPainNow.at(i) < kPainNow.at(i - 1) ? Course::Better : Course::Same;
    }
    if (!last) {
        session.endedAt = at + std::chrono::minutes{45};
        session.nextVisit = dayOf(index + 1, lastDay);
        session.reaction =
            index == 0 ? Reaction{ReactionGrade::Mild, "sore at the right quadratus lumborum"}
                       : Reaction{ReactionGrade::None, {}};
    }
    ask(session, i);
    for (std::size_t p = 0; p < kScripts.size(); ++p) {
        const auto& script = kScripts.at(p);
        const int tender = script.before.at(i);
        if (points_.size() <= p) {
            points_.push_back({TriggerPointId::create(world.ids), static_cast<int>(p) + 1});
        }
        if (tender == kGone) {
            continue;
        }
        const auto& place = places_.at(p);
        session.findings.push_back(Finding{.point = points_.at(p),
                                           .at = place.spots.front(),
                                           .muscle = place.muscle,
                                           .side = place.side,
                                           .layer = place.layer,
                                           .referencePoint = place.reference,
                                           .signs = signsOf(script, tender, index),
                                           .tenderness = Tenderness::from(tender),
                                           .threshold = {},
                                           .state = stateOf(script, tender),
                                           .relation = tender == 0 ? std::nullopt : script.relation,
                                           .note = {},
                                           .settled = last ? std::nullopt : settledOf(script, i)});
        const int after = script.after.at(i);
        if (after != kNone) {
            addTreatment(session, world.ids, points_.at(p).id, script.technique,
                         doseOf(script, last),
                         after == kUnasked ? std::nullopt : std::optional{after});
        }
    }
    measure(session, i);
    treat(world, session, i);
    session.painAreas = kovacsPain(map_, index, *session.painNow, world.ids);
    const auto drawn = drawnPain(map_, session.painAreas);
    writeNote(session, NotePart::Subjective, kWords.at(i).subjective);
    writeNote(session, NotePart::Assessment, kWords.at(i).assessment);
    writeNote(session, NotePart::Plan, kWords.at(i).plan);
    session.note.at(static_cast<std::size_t>(NotePart::Objective)) = {
        composedObjective(session, earlier_, world.reference,
                          composedPain(session.painAreas, drawn, drawnBefore_)),
        Authorship::Composed};
    session.note.at(static_cast<std::size_t>(NotePart::Treatment)) = {
        composedTreatment(session, world.reference), Authorship::Composed};
    earlier_.push_back(session);
    drawnBefore_ = drawn;
    return session;
}

} // namespace palpate::app
