// SPDX-License-Identifier: MIT
#include "app/DemoScript.h"

#include "domain/Error.h"

namespace palpate::app {

namespace {

template <class SomeKey> [[nodiscard]] SomeKey keyOf(std::string_view words) {
    auto key = SomeKey::from(words);
    if (!key) {
        throw DataError{{tr("The demonstration uses \"{1}\", which is no key of a table."),
                         {std::string{words}}}};
    }
    return *std::move(key);
}

} // namespace

std::vector<LogValue> scriptedDose(std::initializer_list<ScriptedValue> values) {
    std::vector<LogValue> dose;
    for (const auto& each : values) {
        dose.push_back({keyOf<LogFieldKey>(each.field), each.value});
    }
    return dose;
}

void addMotion(Session& session, std::string_view motion, Side side, double active, int pain) {
    session.motions.push_back({.at = {keyOf<MotionKey>(motion), side},
                               .active = active,
                               .passive = {},
                               .pain = PainScore::from(pain),
                               .note = {}});
}

void addTest(Session& session, std::string_view test, Side side, std::string result,
             std::string_view part, std::optional<double> also) {
    session.tests.push_back(
        {.at = {.test = keyOf<TestKey>(test), .part = std::string{part}, .side = side, .site = {}},
         .result = std::move(result),
         .also = also,
         .note = {}});
}

void addPalpation(Session& session, std::string_view test, Side side, const TestSite& site,
                  std::string result) {
    session.tests.push_back(
        {.at = {.test = keyOf<TestKey>(test), .part = {}, .side = side, .site = site},
         .result = std::move(result),
         .also = {},
         .note = {}});
}

void addHomeCare(Session& session, std::string_view item, std::string dose) {
    session.homeCare.push_back({keyOf<HomeCareKey>(item), std::move(dose)});
}

void addTreatment(Session& session, IdMaker& ids, const TreatmentTarget& target,
                  std::string_view technique, std::vector<LogValue> dose,
                  std::optional<int> tendernessAfter) {
    session.treatments.push_back({.id = TreatmentId::create(ids),
                                  .target = target,
                                  .technique = keyOf<TechniqueKey>(technique),
                                  .dose = std::move(dose),
                                  .tendernessAfter = tendernessAfter
                                                         ? Tenderness::from(*tendernessAfter)
                                                         : std::optional<Tenderness>{},
                                  .painBefore = {},
                                  .painAfter = {},
                                  .note = {}});
}

void writeNote(Session& session, NotePart part, std::string_view text) {
    if (!text.empty()) {
        session.note.at(static_cast<std::size_t>(part)) = {std::string{text}, Authorship::Written};
    }
}

Session emptySession(const DemoWorld& world, const Case& record, Instant at) {
    return {.id = SessionId::create(world.ids),
            .caseId = record.id,
            .patient = record.patient,
            .practitioner = world.practitioner,
            .startedAt = at,
            .writtenAt = at,
            .timeZone = world.timeZone,
            .painNow = {},
            .painBest = {},
            .painWorst = {},
            .painAfter = {},
            .course = {},
            .note = {},
            .findings = {},
            .treatments = {},
            .painAreas = {},
            .signature = {},
            .addenda = {}};
}

Patient namedPatient(PatientId id, std::string givenName, std::string familyName) {
    return {.id = id,
            .familyName = std::move(familyName),
            .givenName = std::move(givenName),
            .birthDate = {},
            .sex = Sex::NotAsked,
            .phone = {},
            .email = {},
            .occupation = {},
            .alerts = {},
            .note = {}};
}

Case emptyCase(CaseId id, PatientId patient, Date opened) {
    return {.id = id,
            .patient = patient,
            .complaint = {},
            .area = BodyArea::Any,
            .onset = {},
            .onsetNote = {},
            .diagnosisCode = {},
            .referrer = {},
            .goal = {},
            .status = CaseStatus::Open,
            .opened = opened};
}

RegionTarget scriptedRegion(std::string_view region, Side side) {
    return {keyOf<RegionKey>(region), side};
}

JointTarget scriptedJoint(std::string_view joint, Side side) {
    return {keyOf<JointKey>(joint), side};
}

WentOn scriptedReason(std::string_view alert, std::string reason) {
    return {keyOf<AlertKey>(alert), std::move(reason)};
}

} // namespace palpate::app
