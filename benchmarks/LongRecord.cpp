// SPDX-License-Identifier: MIT
#include "LongRecord.h"

#include <array>
#include <string>

namespace palpate::bench {

namespace {

constexpr std::array kMuscles{"quadratus_lumborum", "gluteus_medius", "piriformis",
                              "iliocostalis_lumborum"};
constexpr Instant kFirst{std::chrono::sys_days{std::chrono::year{2016} / 1 / 4} +
                         std::chrono::hours{10}};

template <class SomeKey> [[nodiscard]] SomeKey key(const char* text) {
    return SomeKey::from(text).value();
}

[[nodiscard]] Session sessionOf(const Case& record, const PractitionerId& who,
                                const std::array<TriggerPoint, 4>& points, int number,
                                IdMaker& ids) {
    Session session{.id = SessionId::create(ids),
                    .caseId = record.id,
                    .patient = record.patient,
                    .practitioner = who,
                    .startedAt = kFirst + std::chrono::days{7 * number},
                    .writtenAt = kFirst + std::chrono::days{7 * number},
                    .timeZone = "Europe/London",
                    .painNow = PainScore::from(number % 11),
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
    session.note[0] = {"Pain when sitting for more than an hour, eased by walking; slept better.",
                       Authorship::Written};
    session.note[3] = {"Continue the stretch most evenings, half days of work until next week.",
                       Authorship::Written};
    for (std::size_t i = 0; i < points.size(); ++i) {
        session.findings.push_back(
            {.point = points.at(i),
             .at = {View::Posterior, 395.0 + static_cast<double>(i), 690.5},
             .muscle = key<MuscleKey>(kMuscles.at(i)),
             .side = Side::Right,
             .layer = Layer::Deep,
             .referencePoint = {},
             .signs = {Sign::Present, Sign::Present, Sign::Absent, Recognition::Yes, {}, {}},
             .tenderness = Tenderness::from((number + static_cast<int>(i)) % 11),
             .threshold = {},
             .state = State::Active,
             .relation = {},
             .note = {}});
    }
    for (std::size_t i = 0; i < 3; ++i) {
        session.treatments.push_back({.id = TreatmentId::create(ids),
                                      .target = points.at(i).id,
                                      .technique = key<TechniqueKey>("pressure_release"),
                                      .dose = {{key<LogFieldKey>("duration_s"), 60.0}},
                                      .tendernessAfter = Tenderness::from(3),
                                      .painBefore = {},
                                      .painAfter = {},
                                      .note = {}});
    }
    return session;
}

} // namespace

void addLongRecord(const std::filesystem::path& clinic, const storage::Credentials& who,
                   int sessions) {
    const SystemClock clock;
    IdMaker ids{clock};
    storage::Store store{clinic, who, clock};
    if (!store.finder().people(longRecordName(), 1).empty()) {
        return;
    }
    const Patient patient{.id = PatientId::create(ids),
                          .familyName = std::string{longRecordName()},
                          .givenName = "Ana",
                          .birthDate = {},
                          .phone = {},
                          .email = {},
                          .occupation = {},
                          .alerts = {},
                          .note = {}};
    const Case record{.id = CaseId::create(ids),
                      .patient = patient.id,
                      .complaint = "Low back pain",
                      .area = BodyArea::LowBack,
                      .onset = {},
                      .onsetNote = {},
                      .diagnosisCode = {},
                      .referrer = {},
                      .goal = {},
                      .opened = Date{std::chrono::year{2016} / 1 / 4}};
    const std::array<TriggerPoint, 4> points{{{TriggerPointId::create(ids), 1},
                                              {TriggerPointId::create(ids), 2},
                                              {TriggerPointId::create(ids), 3},
                                              {TriggerPointId::create(ids), 4}}};
    store.atomically([&] {
        store.patients().add(patient);
        store.cases().add(record);
        for (int i = 0; i < sessions; ++i) {
            const auto session = sessionOf(record, store.signedIn().id, points, i, ids);
            store.sessions().begin(session);
            static_cast<void>(
                store.sessions().sign(session.id, session.startedAt + std::chrono::minutes{40}));
        }
    });
}

} // namespace palpate::bench
