// SPDX-License-Identifier: MIT
#include "LongRecord.h"

#include "atlas/Shapes.h"
#include "domain/Case.h"
#include "domain/Patient.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <numbers>
#include <vector>

namespace palpate::bench {

namespace {

constexpr atlas::Millimetres kSmoothing{0.4}; ///< as the window's

template <class SomeKey> SomeKey key(const char* text) {
    return *SomeKey::from(text);
}

/// Makes the sessions of one case.
class Writer {
public:
    Writer(storage::Store& store, IdMaker& ids) : store_{store}, ids_{ids} {
        for (int i = 1; i <= 12; ++i) {
            points_.push_back({TriggerPointId::create(ids_), i});
        }
    }

    [[nodiscard]] LongRecord write(int sessions) {
        Patient patient{.id = PatientId::create(ids_),
                        .familyName = std::string{longRecordName()},
                        .givenName = "Ana",
                        .birthDate = {},
                        .phone = {},
                        .email = {},
                        .occupation = {},
                        .alerts = std::vector<Alert>{Alert{key<AlertKey>("anticoagulant"), ""},
                                                     Alert{key<AlertKey>("osteoporosis"), ""}},
                        .note = {}};
        store_.patients().add(patient);
        const Case record{.id = CaseId::create(ids_),
                          .patient = patient.id,
                          .complaint = "Low back pain",
                          .area = BodyArea::LowBack,
                          .onset = {},
                          .onsetNote = {},
                          .diagnosisCode = {},
                          .referrer = {},
                          .goal = {},
                          .opened = Date{std::chrono::year{2016} / 1 / 4}};
        store_.cases().add(record);
        store_.atomically([&] {
            for (int i = 0; i < sessions; ++i) {
                const auto session = sessionOf(record, i);
                store_.sessions().begin(session);
                static_cast<void>(store_.sessions().sign(session.id, session.startedAt +
                                                                         std::chrono::minutes{40}));
            }
        });
        return {patient.id, record.id};
    }

private:
    /// As the window keeps what was painted: a large patch with a wavy border.
    [[nodiscard]] PainArea area(int i, double x) {
        Ring ring;
        for (int at = 0; at < 150; ++at) {
            const double angle = 2 * std::numbers::pi * at / 150;
            const double r = 30 * (1 + 0.1 * std::sin(7 * angle + i));
            ring.push_back({std::round((x + r * std::cos(angle)) * 10) / 10,
                            std::round((700 + r * std::sin(angle)) * 10) / 10});
        }
        return {.id = PainAreaId::create(ids_),
                .view = View::Posterior,
                .onArm = false,
                .shape = atlas::simplified(std::vector<Polygon>{{ring}}, kSmoothing),
                .arrows = {},
                .quality = PainQuality::Ache,
                .intensity = PainScore::from(5),
                .depth = {},
                .note = {}};
    }

    [[nodiscard]] Session sessionOf(const Case& record, int i) {
        static constexpr std::array kMuscles{"quadratus_lumborum", "gluteus_medius", "piriformis",
                                             "iliocostalis_lumborum"};
        const Instant start{std::chrono::sys_days{std::chrono::year{2016} / 1 / 4} +
                            std::chrono::days{i * 7} + std::chrono::hours{10}};
        Session session{.id = SessionId::create(ids_),
                        .caseId = record.id,
                        .patient = record.patient,
                        .practitioner = store_.signedIn().id,
                        .startedAt = start,
                        .writtenAt = start,
                        .timeZone = "Europe/London",
                        .painNow = PainScore::from(i % 11),
                        .painBest = PainScore::from(2),
                        .painWorst = PainScore::from(8),
                        .painAfter = PainScore::from(1),
                        .course = Course::Better,
                        .note = {},
                        .findings = {},
                        .treatments = {},
                        .painAreas = {area(i, 400), area(i + 3, 320)},
                        .signature = {},
                        .addenda = {}};
        for (auto& part : session.note) {
            part = {
                "Pain when sitting for more than an hour, eased by walking; slept better, works "
                "half days again and does the stretch most evenings.",
                Authorship::Written};
        }
        for (int p = 0; p < 5; ++p) {
            const auto which = static_cast<std::size_t>((i + p * 2) % 12);
            session.findings.push_back(
                {.point = points_.at(which),
                 .at = {View::Posterior, 395.0 + static_cast<double>(which), 690.5},
                 .muscle = key<MuscleKey>(kMuscles.at(which % kMuscles.size())),
                 .side = Side::Right,
                 .layer = Layer::Deep,
                 .referencePoint = {},
                 .signs = {Sign::Present, Sign::Present, Sign::Absent, Recognition::Yes, {}, {}},
                 .tenderness = Tenderness::from((i + p) % 11),
                 .threshold = {},
                 .state = State::Active,
                 .relation = {},
                 .note = {}});
        }
        std::ranges::sort(session.findings, {},
                          [](const Finding& finding) { return finding.point.number; });
        for (std::size_t t = 0; t < 3; ++t) {
            session.treatments.push_back({.id = TreatmentId::create(ids_),
                                          .target = session.findings.at(t).point.id,
                                          .technique = key<TechniqueKey>("pressure_release"),
                                          .dose = {{key<LogFieldKey>("duration_s"), 60.0},
                                                   {key<LogFieldKey>("repetitions"), 2.0}},
                                          .tendernessAfter = Tenderness::from(3),
                                          .painBefore = {},
                                          .painAfter = {},
                                          .note = {}});
        }
        for (const char* motion : {"lumbar.rotation", "lumbar.flexion", "lumbar.extension"}) {
            session.motions.push_back({.at = {key<MotionKey>(motion), Side::Right},
                                       .active = 10.0 + i % 5,
                                       .passive = 15.0});
        }
        return session;
    }

    storage::Store& store_;
    IdMaker& ids_;
    std::vector<TriggerPoint> points_;
};

} // namespace

LongRecord addLongRecord(storage::Store& store, IdMaker& ids, int sessions) {
    return Writer{store, ids}.write(sessions);
}

} // namespace palpate::bench
