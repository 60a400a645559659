// SPDX-License-Identifier: MIT
// What a therapist waits for while charting a patient of 500 sessions: target 50 ms to open the
// chart, 100 ms an act.
#include "app/Clinic.h"
#include "app/SessionPresenter.h"
#include "domain/Case.h"
#include "domain/Patient.h"
#include "storage/Store.h"

#include <benchmark/benchmark.h>
#include <unistd.h>

#include <cmath>
#include <filesystem>
#include <memory>
#include <numbers>
#include <string>

namespace {

using namespace palpate;

constexpr int kSessions = 500;
constexpr auto kPassword = "a long enough pass phrase";

template <class SomeKey> SomeKey key(const char* text) {
    return *SomeKey::from(text);
}

/// A clinic with one patient and one long case: each session has five of its twelve points, three
/// treatments, two drawn areas, three motions and written paragraphs.
class LongCase {
public:
    LongCase() {
        std::filesystem::remove_all(folder().parent_path());
        std::filesystem::create_directories(folder().parent_path());
        const Practitioner owner{PractitionerId::create(ids_), "bench",     "B. Ench",
                                 Profession::Physiotherapist,  Role::Owner, ""};
        static_cast<void>(app::createClinic(folder(), {"Bench", "", "", "Europe/London"}, owner,
                                            kPassword, clock_, ids_,
                                            app::KeyStrength::FastForThrowAway));
        clinic_ =
            std::make_unique<app::Clinic>(folder(), "bench", kPassword, knowledge_, clock_, ids_);
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
            for (int i = 0; i < kSessions; ++i) {
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

    [[nodiscard]] app::Clinic& clinic() { return *clinic_; }
    [[nodiscard]] SessionId draft() { return app::SessionPresenter::begin(*clinic_, *case_); }

private:
    static std::filesystem::path folder() {
        return std::filesystem::temp_directory_path() /
               ("palpate-bench-charting-" + std::to_string(::getpid())) / "long.palpate";
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

    SystemClock clock_;
    IdMaker ids_{clock_};
    app::Knowledge knowledge_{app::find(app::runningProgram())};
    std::unique_ptr<app::Clinic> clinic_;
    std::optional<CaseId> case_;
    std::vector<TriggerPoint> points_;
};

LongCase& longCase() {
    static LongCase made; // one for all measurements: making it takes longer than measuring
    return made;
}

void openChart(benchmark::State& state) {
    const auto id = longCase().draft();
    for (auto _ : state) {
        const app::SessionPresenter chart{longCase().clinic(), id};
        benchmark::DoNotOptimize(chart.view().strip.size());
    }
}
BENCHMARK(openChart)->Unit(benchmark::kMillisecond);

/// The part of it that is reading: what a chart that reads less would save.
void readCase(benchmark::State& state) {
    const auto id = longCase().draft();
    auto& sessions = longCase().clinic().store().sessions();
    const auto caseId = sessions.find(id)->caseId;
    for (auto _ : state) {
        benchmark::DoNotOptimize(sessions.ofCase(caseId).size());
    }
}
BENCHMARK(readCase)->Unit(benchmark::kMillisecond);

/// An act on a chart whose points are settled and one of them selected; what it did is taken back
/// outside the time measured.
template <class Act> void actOn(benchmark::State& state, const Act& act) {
    app::SessionPresenter chart{longCase().clinic(), longCase().draft()};
    chart.map().setLayer(Layer::Deepest);
    chart.settleOthers();
    chart.select(chart.view().points.front().id);
    for (auto _ : state) {
        act(chart);
        state.PauseTiming();
        while (chart.view().canUndo && chart.session().findings.size() > 12) {
            chart.undo();
        }
        state.ResumeTiming();
    }
}

void placePoint(benchmark::State& state) {
    actOn(state, [](app::SessionPresenter& chart) {
        chart.map().clickedAt({View::Posterior, 330, 690}, 0.1);
    });
}
BENCHMARK(placePoint)->Unit(benchmark::kMillisecond);

void rateTenderness(benchmark::State& state) {
    int score = 0;
    actOn(state, [&](app::SessionPresenter& chart) {
        chart.setTenderness(Tenderness::from(++score % 10));
    });
}
BENCHMARK(rateTenderness)->Unit(benchmark::kMillisecond);

void settleOne(benchmark::State& state) {
    bool better = false;
    actOn(state, [&](app::SessionPresenter& chart) {
        better = !better;
        chart.settle(chart.view().points.front().id, better ? Settled::Better : Settled::Still);
    });
}
BENCHMARK(settleOne)->Unit(benchmark::kMillisecond);

void settleAllOthers(benchmark::State& state) {
    app::SessionPresenter chart{longCase().clinic(), longCase().draft()};
    for (auto _ : state) {
        chart.settleOthers();
        state.PauseTiming();
        chart.undo();
        state.ResumeTiming();
    }
}
BENCHMARK(settleAllOthers)->Unit(benchmark::kMillisecond);

void chooseTechnique(benchmark::State& state) {
    actOn(state, [](app::SessionPresenter& chart) {
        chart.care().toggle(key<TechniqueKey>("pir"));
        if (chart.view().asking) {
            chart.care().goOn("weighed");
        }
    });
}
BENCHMARK(chooseTechnique)->Unit(benchmark::kMillisecond);

void askForAReason(benchmark::State& state) {
    actOn(state, [](app::SessionPresenter& chart) {
        chart.care().toggle(key<TechniqueKey>("dry_needling"));
        chart.care().holdBack();
    });
}
BENCHMARK(askForAReason)->Unit(benchmark::kMillisecond);

void keystroke(benchmark::State& state) {
    std::string text = "Better since the last visit";
    actOn(state, [&](app::SessionPresenter& chart) {
        text += text.size() % 7 == 0 ? ' ' : 'a';
        if (text.size() > 400) {
            text.resize(30);
        }
        chart.setNote(NotePart::Subjective, text);
    });
}
BENCHMARK(keystroke)->Unit(benchmark::kMillisecond);

void measureMotion(benchmark::State& state) {
    int degrees = 0;
    actOn(state, [&](app::SessionPresenter& chart) {
        degrees = degrees % 15 + 1;
        benchmark::DoNotOptimize(
            chart.measures().record("lumbar rotation r " + std::to_string(degrees)));
    });
}
BENCHMARK(measureMotion)->Unit(benchmark::kMillisecond);

void undoAndRedo(benchmark::State& state) {
    actOn(state, [](app::SessionPresenter& chart) {
        chart.undo();
        chart.redo();
    });
}
BENCHMARK(undoAndRedo)->Unit(benchmark::kMillisecond);

void turnTheMap(benchmark::State& state) {
    bool front = false;
    actOn(state, [&](app::SessionPresenter& chart) {
        front = !front;
        chart.map().setView(front ? View::Anterior : View::Posterior);
    });
}
BENCHMARK(turnTheMap)->Unit(benchmark::kMillisecond);

} // namespace
