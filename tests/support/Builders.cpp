// SPDX-License-Identifier: MIT
#include "support/Builders.h"

#include <stdexcept>

namespace palpate::test {

namespace {

constexpr std::uint32_t kPractitioners = 1;
constexpr std::uint32_t kPatients = 100;
constexpr std::uint32_t kCases = 200;
constexpr std::uint32_t kSessions = 300;
constexpr std::uint32_t kPoints = 400;
constexpr std::uint32_t kTreatments = 500;
constexpr std::uint32_t kAddenda = 600;
constexpr std::uint32_t kPainAreas = 700;

[[nodiscard]] Date day(int y, unsigned m, unsigned d) {
    return Date{std::chrono::year{y}, std::chrono::month{m}, std::chrono::day{d}};
}

} // namespace

void refuse(std::string_view what) {
    throw std::invalid_argument{"a story uses a value that can't exist: " + std::string{what}};
}

Uuid uuidOf(std::uint32_t number) {
    Uuid::Bytes bytes{0x01, 0x93, 0x5b, 0, 0, 0, 0x70, 0, 0x80};
    for (std::size_t i = 0; i < 4; ++i) {
        const auto byte = static_cast<std::uint8_t>(number >> (8U * (3U - i)));
        bytes.at(12 + i) = byte;
        if (i > 0) {
            bytes.at(2 + i) = byte; // in the time as well, so that order follows the number
        }
    }
    return Uuid{bytes};
}

PainScore pain(int value) {
    const auto score = PainScore::from(value);
    if (!score) {
        refuse("pain " + std::to_string(value));
    }
    return *score;
}

Tenderness tenderness(int value) {
    const auto score = Tenderness::from(value);
    if (!score) {
        refuse("tenderness " + std::to_string(value));
    }
    return *score;
}

Practitioner aPractitioner() {
    return {.id = idOf<PractitionerId>(kPractitioners),
            .userName = "okafor",
            .displayName = "D. Okafor",
            .profession = Profession::Physiotherapist,
            .role = Role::Owner,
            .registration = "PH 104233"};
}

ClinicProfile aClinicProfile() {
    return {.name = "Northside Clinic",
            .address = "12 Mill Lane, London",
            .phone = "020 7946 0018",
            .timeZone = "Europe/London"};
}

Patient aPatient(std::uint32_t number) {
    return {.id = idOf<PatientId>(kPatients + number),
            .familyName = "Kovács",
            .givenName = "Ana",
            .birthDate = day(1984, 3, 9),
            .sex = Sex::Female,
            .phone = "020 7946 0199",
            .email = "ana@example.org",
            .occupation = "teacher",
            .alerts = std::vector<Alert>{},
            .note = ""};
}

Case aCase(std::uint32_t number) {
    return {.id = idOf<CaseId>(kCases + number),
            .patient = aPatient(number).id,
            .complaint = "Low back pain, right",
            .area = BodyArea::LowBack,
            .onset = day(2026, 10, 5),
            .onsetNote = "lifting a box",
            .diagnosisCode = "M54.59",
            .referrer = "",
            .goal = "sit through a lesson without pain",
            .status = CaseStatus::Open,
            .opened = day(2026, 10, 12)};
}

Session aSession(std::uint32_t number) {
    const auto start = kNow + std::chrono::weeks{number};
    const auto ofCase = aCase();
    return {.id = idOf<SessionId>(kSessions + number),
            .caseId = ofCase.id,
            .patient = ofCase.patient,
            .practitioner = aPractitioner().id,
            .startedAt = start,
            .writtenAt = start,
            .timeZone = aClinicProfile().timeZone,
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

TriggerPoint aPoint(int number) {
    if (number < 1) {
        refuse("point " + std::to_string(number));
    }
    return {.id = idOf<TriggerPointId>(kPoints + static_cast<std::uint32_t>(number)),
            .number = number};
}

Finding aFindingOn(std::string_view muscle, int number) {
    return {.point = aPoint(number),
            .at = BodyPoint{.view = View::Posterior, .x = 412.5, .y = 690 + 4.0 * number},
            .muscle = key<MuscleKey>(muscle),
            .side = Side::Right,
            .layer = Layer::Superficial,
            .referencePoint = {},
            .signs = {},
            .tenderness = {},
            .threshold = {},
            .state = {},
            .relation = {},
            .note = ""};
}

Finding aFindingOn(View view, int number) {
    auto finding = aFindingOn("quadratus_lumborum", number);
    const bool fromTheSide = view == View::Left || view == View::Right;
    finding.at = {.view = view,
                  .x = fromTheSide ? 210.0 : (view == View::Plantar ? 104.0 : 412.5),
                  .y = view == View::Plantar ? 172.0 : 700.0};
    finding.side = view == View::Left ? Side::Left : Side::Right;
    return finding;
}

Finding anActiveFindingOn(std::string_view muscle, int number) {
    auto finding = aFindingOn(muscle, number);
    finding.signs = {.tautBand = Sign::Present,
                     .tenderSpot = Sign::Present,
                     .referredPain = Sign::Present,
                     .recognised = Recognition::Yes};
    finding.tenderness = tenderness(6);
    finding.state = State::Active;
    return finding;
}

Treatment aTreatmentAt(int number, std::uint32_t treatment) {
    return {.id = idOf<TreatmentId>(kTreatments + treatment),
            .target = aPoint(number).id,
            .technique = key<TechniqueKey>("pressure_release"),
            .dose = {{.field = key<LogFieldKey>("duration_s"), .value = 60.0}},
            .tendernessAfter = tenderness(3),
            .painBefore = {},
            .painAfter = {},
            .note = ""};
}

Treatment aRegionTreatment(std::uint32_t treatment) {
    return {.id = idOf<TreatmentId>(kTreatments + treatment),
            .target = RegionTarget{.region = key<RegionKey>("lumbar"), .side = Side::Right},
            .technique = key<TechniqueKey>("massage_relaxation"),
            .dose = {{.field = key<LogFieldKey>("duration_s"), .value = 600.0}},
            .tendernessAfter = {},
            .painBefore = pain(5),
            .painAfter = pain(4),
            .note = ""};
}

PainArea aPainArea(std::uint32_t number) {
    return {.id = idOf<PainAreaId>(kPainAreas + number),
            .view = View::Posterior,
            .onArm = false,
            .shape = {{{{400.0, 680.5}, {450.2, 680.5}, {450.2, 730.1}, {400.0, 730.1}}}},
            .arrows = {},
            .quality = PainQuality::Ache,
            .intensity = pain(5),
            .depth = {},
            .note = ""};
}

Signature aSignature() {
    Signature signature{.by = aPractitioner().id, .at = kNow, .digest = {}, .signature = {}};
    signature.digest.fill(0xD1);
    signature.signature.fill(0x51);
    return signature;
}

Session signedAs(Session session, const Signature& signature) {
    session.signature = signature;
    return session;
}

Addendum anAddendum(std::uint32_t number) {
    return {.id = idOf<AddendumId>(kAddenda + number),
            .by = aPractitioner().id,
            .at = kNow + std::chrono::hours{1},
            .text = "Point 1 was on the left.",
            .reason = "wrong side typed"};
}

NoteText written(std::string text) {
    return {.text = std::move(text), .authorship = Authorship::Written};
}

} // namespace palpate::test
