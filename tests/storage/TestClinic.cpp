// SPDX-License-Identifier: MIT
#include "storage/TestClinic.h"

#include "storage/Connection.h"
#include "storage/KeyFile.h"

#include <SQLiteCpp/Exception.h>

#include <fstream>
#include <sstream>

namespace palpate::test {

namespace {

/// Motions, tests and home care, each kind of value once.
void measure(Session& session) {
    const auto rotation = key<MotionKey>("cervical_rotation");
    session.motions = {
        {.at = {rotation, Side::Left},
         .active = 62.5,
         .passive = 70.0,
         .pain = pain(0), // asked, and none: not the same as not asked
         .note = "stiff at the end"},
        {.at = {rotation, Side::Right}, .active = 0.0, .passive = {}, .pain = {}, .note = {}},
        {.at = {key<MotionKey>("lumbar_flexion"), Side::Middle},
         .active = {},
         .passive = {},
         .pain = {},
         .note = "refused, \\ afraid"}};
    session.tests = {
        {.at = {key<TestKey>("straight_leg_raise"), {}, Side::Right, {}},
         .result = std::string{"positive"},
         .also = 40.0,
         .note = "pulls in the calf"},
        {.at = {key<TestKey>("myotomes"), "L5 and S1", Side::Left, {}},
         .result = 4.0,
         .also = {},
         .note = {}},
        {.at = {key<TestKey>("palpation_tension"), "-", Side::Right, key<MuscleKey>("psoas_major")},
         .result = std::string{"much increased"},
         .also = {},
         .note = {}},
        {.at = {key<TestKey>("palpation_tension"), {}, Side::Right, key<RegionKey>("lumbar")},
         .result = std::string{"-"},
         .also = {},
         .note = {}},
        {.at = {key<TestKey>("palpation_tension"), {}, Side::Right, key<JointKey>("L4-L5")},
         .result = std::string{},
         .also = {},
         .note = "springs"}};
    session.homeCare = {{key<HomeCareKey>("heat"), "15 min in the evening"},
                        {key<HomeCareKey>("walking"), {}}};
}

[[nodiscard]] Session withCharting(Session session, std::uint32_t number) {
    session.endedAt = session.startedAt + std::chrono::minutes{50};
    session.consent = TodayConsent::Given;
    session.checkIn = {.sleepHours = 5.5,
                       .stress = *StressScore::from(7),
                       .waterLitres = 0.0,
                       .sittingHours = {},
                       .activeDays = 2,
                       .homeCareDays = 0};
    session.note[static_cast<std::size_t>(NotePart::Treatment)] =
        written("Pressure release; L5 mobilised.");
    session.findings[0].settled = Settled::Better;
    session.treatments[0].wentOn = {{key<AlertKey>("anticoagulants"), "light pressure,\nagreed"},
                                    {key<AlertKey>("pregnancy"), "first trimester over"}};
    auto joint = aTreatmentAt(1, number * 10 + 3);
    joint.target = JointTarget{key<JointKey>("C5"), Side::Left};
    joint.tendernessAfter = {};
    joint.dose.clear();
    session.treatments.push_back(joint);
    session.reaction = Reaction{ReactionGrade::Mild, "dizzy for a minute"};
    session.nextVisit = kToday;
    measure(session);
    return session;
}

} // namespace

Session aFullSession(std::uint32_t number) {
    auto session = aSession(number);
    session.painNow = pain(6);
    session.painBest = pain(0); // asked, and none: not the same as not asked
    session.painWorst = pain(10);
    session.painAfter = pain(3);
    session.course = Course::Better;
    session.note[0] =
        written("Slept badly.\nPain when turning in bed, Zo\xC3\xAB says \"like a knife\".");
    session.note[1] = {"Taut band in the right quadratus lumborum.", Authorship::Composed};
    session.note[2] = {"Myofascial pain, improving.", Authorship::Copied};
    session.note[3] = written("Heat at home; stretch \\ twice a day.");
    auto first = anActiveFindingOn("quadratus_lumborum", 1);
    first.signs = {Sign::Present,       Sign::Absent,      Sign::NotAssessed,
                   Recognition::Partly, Sign::NotAssessed, Sign::Present};
    first.threshold = Pressure::kgfPerCm2(2.35);
    first.relation = Relation::Key;
    first.referencePoint = key<ReferencePointKey>("ql_superficial_upper");
    first.note = "worse on the lateral border";
    auto second = aFindingOn("gluteus_medius", 2);
    second.side = Side::Left;
    second.layer = Layer::Deepest;
    second.tenderness = tenderness(0); // assessed, and not tender
    session.findings = {first, second};
    auto release = aTreatmentAt(1, number * 10);
    release.dose = {{key<LogFieldKey>("duration_s"), 90.0},
                    {key<LogFieldKey>("pressure_kpa"), 0.1 + 0.2},
                    {key<LogFieldKey>("twitch_obtained"), false},
                    {key<LogFieldKey>("position"), std::string{"side-lying"}}};
    release.note = "breathing out";
    auto muscle = aTreatmentAt(1, number * 10 + 1);
    muscle.target = MuscleTarget{key<MuscleKey>("piriformis"), Side::Left};
    muscle.tendernessAfter = {};
    session.treatments = {release, muscle, aRegionTreatment(number * 10 + 2)};
    auto around = aPainArea(number * 10);
    around.shape.front().push_back({{410.0, 690.0}, {420.3, 690.0}, {415.0, 700.1}}); // a hole
    around.shape.push_back({{{-0.1, 0.0}, {12.3, 0.0}, {7.5, 99.9}}});
    around.depth = PainDepth::Deep;
    around.note = "comes and goes;\n\"like a belt\", \\o/";
    auto down = aPainArea(number * 10 + 1);
    down.view = View::Right;
    down.onArm = true;
    down.quality = PainQuality::Radiating;
    down.intensity = pain(0); // asked, and none: not the same as not asked
    down.arrows = {{{100.0, 300.0}, {101.5, 420.7}, {99.9, 510.0}},
                   {{100.0, 300.0}, {90.0, 310.0}}};
    auto unasked = aPainArea(number * 10 + 2);
    unasked.quality = {};
    unasked.intensity = {};
    session.painAreas = {around, down, unasked};
    return withCharting(session, number);
}

Session withoutCharting(Session session) {
    session.note[static_cast<std::size_t>(NotePart::Treatment)] = {};
    for (auto& finding : session.findings) {
        finding.settled.reset();
    }
    std::erase_if(session.treatments, [](const Treatment& treatment) {
        return std::holds_alternative<JointTarget>(treatment.target);
    });
    for (auto& treatment : session.treatments) {
        treatment.wentOn.clear();
    }
    session.endedAt.reset();
    session.consent.reset();
    session.checkIn = {};
    session.motions.clear();
    session.tests.clear();
    session.reaction.reset();
    session.nextVisit.reset();
    session.homeCare.clear();
    return session;
}

std::string contentOf(const std::filesystem::path& file) {
    std::ifstream in{file, std::ios::binary};
    std::ostringstream out;
    out << in.rdbuf();
    return out.str();
}

struct BackDoor::Handle {
    storage::Connection connection;
};

BackDoor::BackDoor(const TestClinic& clinic) {
    const auto opened = storage::KeyFile::read(clinic.folder() / "keys.json")
                            .open(storage::Credentials{aPractitioner().userName, kPassword});
    handle_ = std::make_unique<Handle>(storage::Connection{clinic.database(), opened.databaseKey,
                                                           std::chrono::milliseconds{1000}});
}

BackDoor::~BackDoor() = default;

void BackDoor::run(const std::string& sql) {
    handle_->connection.run(sql);
}

std::string BackDoor::ask(const std::string& sql) {
    return handle_->connection.raw().execAndGet(sql).getString();
}

void dropTriggers(BackDoor& door) {
    for (auto name = std::string{"?"}; !name.empty();) {
        name = door.ask(
            "SELECT coalesce((SELECT name FROM sqlite_master WHERE type = 'trigger' LIMIT 1), '')");
        if (!name.empty()) {
            door.run("DROP TRIGGER " + name);
        }
    }
}

} // namespace palpate::test
