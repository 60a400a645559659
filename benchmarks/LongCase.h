// SPDX-License-Identifier: MIT
#pragma once

#include "app/Clinic.h"
#include "app/SessionPresenter.h"
#include "domain/Case.h"
#include "domain/Patient.h"
#include "storage/Store.h"

#include <unistd.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <filesystem>
#include <memory>
#include <numbers>
#include <optional>
#include <string>
#include <vector>

namespace palpate::bench {

constexpr auto kPassPhrase = "a long enough pass phrase";

template <class SomeKey> SomeKey key(const char* text) {
    return *SomeKey::from(text);
}

/// A clinic with one patient and one long case: each session has five of its twelve points, three
/// treatments, two drawn areas, three motions and written paragraphs.
class LongCase {
public:
    explicit LongCase(int sessions) : sessions_{sessions} {
        std::filesystem::remove_all(folder().parent_path());
        std::filesystem::create_directories(folder().parent_path());
        const Practitioner owner{PractitionerId::create(ids_), "bench",     "B. Ench",
                                 Profession::Physiotherapist,  Role::Owner, ""};
        static_cast<void>(app::createClinic(folder(), {"Bench", "", "", "Europe/London"}, owner,
                                            kPassPhrase, clock_, ids_,
                                            app::KeyStrength::FastForThrowAway));
        clinic_ =
            std::make_unique<app::Clinic>(folder(), "bench", kPassPhrase, knowledge_, clock_, ids_);
        Patient patient{.id = PatientId::create(ids_),
                        .familyName = "Long",
                        .givenName = "Ana",
                        .birthDate = {},
                        .phone = {},
                        .email = {},
                        .occupation = {},
                        .alerts = std::vector<Alert>{Alert{key<AlertKey>("anticoagulant"), ""},
                                                     Alert{key<AlertKey>("osteoporosis"), ""}},
                        .note = {}};
        clinic_->store().patients().add(patient);
        patient_ = patient.id;
        Case record{.id = CaseId::create(ids_),
                    .patient = patient.id,
                    .complaint = "Low back pain",
                    .area = BodyArea::LowBack,
                    .onset = {},
                    .onsetNote = {},
                    .diagnosisCode = {},
                    .referrer = {},
                    .goal = {},
                    .opened = Date{std::chrono::year{2016} / 1 / 4}};
        clinic_->store().cases().add(record);
        case_ = record.id;
        for (int i = 1; i <= 12; ++i) {
            points_.push_back({TriggerPointId::create(ids_), i});
        }
        clinic_->store().atomically([&] {
            for (int i = 0; i < sessions; ++i) {
                const auto session = sessionOf(patient.id, owner.id, i);
                clinic_->store().sessions().begin(session);
                static_cast<void>(clinic_->store().sessions().sign(
                    session.id, session.startedAt + std::chrono::minutes{40}));
            }
        });
    }
    ~LongCase() {
        clinic_.reset();
        std::filesystem::remove_all(folder().parent_path());
    }
    LongCase(const LongCase&) = delete;
    LongCase& operator=(const LongCase&) = delete;

    [[nodiscard]] const PatientId& patient() const { return *patient_; }
    [[nodiscard]] app::Clinic& clinic() { return *clinic_; }
    [[nodiscard]] SessionId draft() { return app::SessionPresenter::begin(*clinic_, *case_); }

private:
    [[nodiscard]] std::filesystem::path folder() const {
        return std::filesystem::temp_directory_path() /
               ("palpate-bench-charting-" + std::to_string(::getpid()) + "-" +
                std::to_string(sessions_)) /
               "long.palpate";
    }

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
                .shape = {{ring}},
                .arrows = {},
                .quality = PainQuality::Ache,
                .intensity = PainScore::from(5),
                .depth = {},
                .note = {}};
    }

    [[nodiscard]] Session sessionOf(const PatientId& patient, const PractitionerId& who, int i) {
        static constexpr std::array kMuscles{"quadratus_lumborum", "gluteus_medius", "piriformis",
                                             "iliocostalis_lumborum"};
        const Instant start{std::chrono::sys_days{std::chrono::year{2016} / 1 / 4} +
                            std::chrono::days{i * 7} + std::chrono::hours{10}};
        Session session{.id = SessionId::create(ids_),
                        .caseId = *case_,
                        .patient = patient,
                        .practitioner = who,
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

    int sessions_;
    SystemClock clock_;
    IdMaker ids_{clock_};
    app::Knowledge knowledge_{app::find(app::runningProgram())};
    std::unique_ptr<app::Clinic> clinic_;
    std::optional<PatientId> patient_;
    std::optional<CaseId> case_;
    std::vector<TriggerPoint> points_;
};

} // namespace palpate::bench
