// SPDX-License-Identifier: MIT
// Storage at the size of a busy clinic. One clinic is made, loaded once and kept for all
// measurements: PALPATE_BENCH_SESSIONS (100,000) sessions of a tenth as many patients;
// PALPATE_BENCH_PATIENTS more patients without any. The loading is a measurement itself.
#include "storage/Store.h"

#include <benchmark/benchmark.h>

#include <array>
#include <cstdlib>
#include <ctime>
#include <iostream>
#include <memory>
#include <random>
#include <string>
#include <vector>

namespace {

using namespace palpate;

constexpr std::string_view kPassword = "benchmark";
constexpr std::array kMuscles{"quadratus_lumborum", "gluteus_medius",       "gluteus_minimus",
                              "piriformis",         "trapezius_upper",      "levator_scapulae",
                              "infraspinatus",      "iliocostalis_lumborum"};
constexpr std::array kTechniques{"pressure_release", "massage_relaxation", "dry_needling",
                                 "post_isometric"};
constexpr std::array kFamilies{"Kovács", "Okonkwo",      "Müller",  "Øster",
                               "García", "Papadopoulos", "Ivanova", "Smith"};
constexpr std::array kGivens{"Ana", "Zoë", "John", "Iris", "Björn", "Chidi", "Eleni", "Olga"};
/// A fifth of the words stand in more than a tenth of the sessions, as in real notes.
constexpr std::array kCommon{"pain",   "lumbar",  "improved", "since",
                             "tender", "sitting", "stretch",  "heat"};

[[nodiscard]] int fromEnvironment(const char* name, int otherwise) {
    const char* value = std::getenv(name);
    return value != nullptr ? std::atoi(value) : otherwise;
}

[[nodiscard]] std::string rareWord(std::uint64_t number) {
    std::string word = "q";
    for (; number > 0; number /= 20) {
        word += static_cast<char>('a' + number % 20);
    }
    return word;
}

/// A generator of believable sizes, not of believable medicine.
class Loader {
public:
    Loader() : store_{open()} {}

    static std::filesystem::path folder() {
        return std::filesystem::temp_directory_path() / "palpate-bench" / "bench.palpate";
    }
    [[nodiscard]] storage::Store& store() { return *store_; }
    [[nodiscard]] const std::vector<Session>& samples() const { return samples_; }
    [[nodiscard]] double secondsToLoad() const { return seconds_; }
    IdMaker& ids() { return ids_; }
    [[nodiscard]] Session draft() { return sessionOf(cases_.back(), 2000); }

private:
    std::unique_ptr<storage::Store> open() {
        std::filesystem::remove_all(folder().parent_path());
        std::filesystem::create_directories(folder().parent_path());
        const Practitioner owner{PractitionerId::create(ids_), "bench",     "B. Ench",
                                 Profession::Physiotherapist,  Role::Owner, ""};
        owner_ = owner.id;
        static_cast<void>(storage::createClinic(folder(), {"Bench", "", "", "Europe/London"}, owner,
                                                kPassword, clock_, ids_,
                                                storage::KdfCost::forTests()));
        auto store = std::make_unique<storage::Store>(
            folder(), storage::Credentials{"bench", kPassword}, clock_);
        load(*store);
        return store;
    }

    void load(storage::Store& store) {
        const int sessions = fromEnvironment("PALPATE_BENCH_SESSIONS", 100'000);
        const int idle = fromEnvironment("PALPATE_BENCH_PATIENTS", 90'000);
        const auto start = std::clock(); // of this program alone, on one core
        for (int done = 0; done < sessions / 10;) {
            store.atomically([&] {
                for (int i = 0; i < 200 && done < sessions / 10; ++i, ++done) {
                    addPatient(store, 10);
                }
            });
        }
        seconds_ = static_cast<double>(std::clock() - start) / CLOCKS_PER_SEC;
        std::cerr << "loaded " << store.sessions().count() << " sessions in " << seconds_
                  << " s of processor time\n";
        for (int done = 0; done < idle;) {
            store.atomically([&] {
                for (int i = 0; i < 2000 && done < idle; ++i, ++done) {
                    addPatient(store, 0);
                }
            });
        }
    }

    template <class List> auto pick(const List& list) { return list.at(chance_() % list.size()); }

    void addPatient(storage::Store& store, int sessions) {
        const Patient patient{
            .id = PatientId::create(ids_),
            .familyName = pick(kFamilies) + std::string{"-"} + rareWord(chance_() % 4000),
            .givenName = pick(kGivens),
            .birthDate = Date{std::chrono::year{1940 + static_cast<int>(chance_() % 70)},
                              std::chrono::month{1 + static_cast<unsigned>(chance_() % 12)},
                              std::chrono::day{1 + static_cast<unsigned>(chance_() % 28)}},
            .sex = Sex::Female,
            .phone = "020 " + std::to_string(1'000'000 + chance_() % 9'000'000),
            .email = "",
            .occupation = "teacher",
            .alerts = {},
            .note = ""};
        store.patients().add(patient);
        if (sessions == 0) {
            return;
        }
        const Case record{
            .id = CaseId::create(ids_),
            .patient = patient.id,
            .complaint = "Low back pain",
            .area = {},
            .onset = {},
            .onsetNote = "",
            .diagnosisCode = "",
            .referrer = "",
            .goal = "",
            .status = {},
            .opened = Date{std::chrono::year{2024}, std::chrono::month{1}, std::chrono::day{2}}};
        store.cases().add(record);
        cases_.push_back(record);
        points_.clear();
        const int first = static_cast<int>(chance_() % 900);
        for (int i = 0; i < sessions; ++i) {
            const auto session = sessionOf(record, first + i * 7);
            store.sessions().begin(session);
            static_cast<void>(
                store.sessions().sign(session.id, session.startedAt + std::chrono::minutes{40}));
            if (samples_.size() < 1000) {
                samples_.push_back(session);
            }
        }
    }

    [[nodiscard]] std::string note(int words) {
        std::string text;
        for (int i = 0; i < words; ++i) {
            text += (i % 5 == 0 ? std::string{pick(kCommon)} : rareWord(chance_() % 8000)) + " ";
        }
        return text;
    }

    [[nodiscard]] Session sessionOf(const Case& record, int day) {
        const Instant start{std::chrono::sys_days{std::chrono::year{2022} / 1 / 1} +
                            std::chrono::days{day} +
                            std::chrono::minutes{480 + static_cast<int>(chance_() % 500)}};
        Session session{.id = SessionId::create(ids_),
                        .caseId = record.id,
                        .patient = record.patient,
                        .practitioner = *owner_,
                        .startedAt = start,
                        .writtenAt = start,
                        .timeZone = "Europe/London",
                        .painNow = PainScore::from(static_cast<int>(chance_() % 11)),
                        .painBest = {},
                        .painWorst = {},
                        .painAfter = {},
                        .course = {},
                        .note = {},
                        .findings = {},
                        .treatments = {},
                        .signature = {},
                        .addenda = {}};
        for (auto& part : session.note) {
            part = {note(25), Authorship::Written};
        }
        for (int number = 1; number <= 4; ++number) {
            if (points_.size() < 4) {
                points_.push_back({TriggerPointId::create(ids_), number});
            }
            session.findings.push_back(
                {.point = points_.at(static_cast<std::size_t>(number - 1)),
                 .at = {View::Posterior, 400.25, 700.5},
                 .muscle = *MuscleKey::from(pick(kMuscles)),
                 .side = Side::Right,
                 .layer = Layer::Superficial,
                 .referencePoint = {},
                 .signs = {Sign::Present, Sign::Present, Sign::Present, Recognition::Yes, {}, {}},
                 .tenderness = Tenderness::from(6),
                 .threshold = {},
                 .state = State::Active,
                 .relation = {},
                 .note = ""});
        }
        for (int i = 0; i < 2; ++i) {
            session.treatments.push_back(
                {.id = TreatmentId::create(ids_),
                 .target = session.findings[static_cast<std::size_t>(i)].point.id,
                 .technique = *TechniqueKey::from(pick(kTechniques)),
                 .dose = {{*LogFieldKey::from("duration_s"), 60.0},
                          {*LogFieldKey::from("pressure_kpa"), 30.0}},
                 .tendernessAfter = Tenderness::from(3),
                 .painBefore = {},
                 .painAfter = {},
                 .note = ""});
        }
        return session;
    }

    SystemClock clock_;
    IdMaker ids_{clock_};
    std::mt19937 chance_{7};
    std::optional<PractitionerId> owner_;
    std::vector<Case> cases_;
    std::vector<TriggerPoint> points_;
    std::vector<Session> samples_;
    double seconds_ = 0;
    std::unique_ptr<storage::Store> store_;
};

Loader& loaded() {
    static Loader
        loader; // one clinic for all measurements: making it takes longer than measuring it
    return loader;
}

void bulkLoad(benchmark::State& state) {
    auto& loader = loaded();
    for (auto _ : state) {
        state.SetIterationTime(loader.secondsToLoad());
    }
    state.counters["sessions_per_s"] =
        static_cast<double>(loader.store().sessions().count()) / loader.secondsToLoad();
}
BENCHMARK(bulkLoad)->UseManualTime()->Iterations(1)->Unit(benchmark::kSecond);

void patientSearch(benchmark::State& state, const char* typed) {
    auto& store = loaded().store();
    std::size_t rows = 0;
    for (auto _ : state) {
        rows = store.patients().search(typed, 50).size();
    }
    state.counters["rows"] = static_cast<double>(rows);
}
BENCHMARK_CAPTURE(patientSearch, everybody, "")->Unit(benchmark::kMicrosecond);
BENCHMARK_CAPTURE(patientSearch, one_letter, "k")->Unit(benchmark::kMicrosecond);
BENCHMARK_CAPTURE(patientSearch, three_letters, "kov")->Unit(benchmark::kMicrosecond);
BENCHMARK_CAPTURE(patientSearch, common_name, "kovacs")->Unit(benchmark::kMicrosecond);
BENCHMARK_CAPTURE(patientSearch, two_words, "ana mull")->Unit(benchmark::kMicrosecond);
BENCHMARK_CAPTURE(patientSearch, rare, "qab zoe")->Unit(benchmark::kMicrosecond);
BENCHMARK_CAPTURE(patientSearch, nobody, "xyzzy")->Unit(benchmark::kMicrosecond);
BENCHMARK_CAPTURE(patientSearch, birth_date, "9.3.1984")->Unit(benchmark::kMicrosecond);
BENCHMARK_CAPTURE(patientSearch, phone, "0204")->Unit(benchmark::kMicrosecond);

void sessionSearch(benchmark::State& state, const char* typed) {
    auto& store = loaded().store();
    std::size_t rows = 0;
    for (auto _ : state) {
        rows = store.sessions().search({.text = typed, .limit = 50}).size();
    }
    state.counters["rows"] = static_cast<double>(rows);
}
BENCHMARK_CAPTURE(sessionSearch, everything, "")->Unit(benchmark::kMicrosecond);
BENCHMARK_CAPTURE(sessionSearch, two_letters, "pa")->Unit(benchmark::kMicrosecond);
BENCHMARK_CAPTURE(sessionSearch, common_word, "pain")->Unit(benchmark::kMicrosecond);
BENCHMARK_CAPTURE(sessionSearch, three_common, "pain lumbar improved")
    ->Unit(benchmark::kMicrosecond);
BENCHMARK_CAPTURE(sessionSearch, muscle_beginning, "quadra")->Unit(benchmark::kMicrosecond);
BENCHMARK_CAPTURE(sessionSearch, common_and_rare, "pain qabc")->Unit(benchmark::kMicrosecond);
BENCHMARK_CAPTURE(sessionSearch, phrase, "\"right quadratus lumborum\"")
    ->Unit(benchmark::kMicrosecond);
BENCHMARK_CAPTURE(sessionSearch, excluding, "pain -heat -stretch")->Unit(benchmark::kMicrosecond);
BENCHMARK_CAPTURE(sessionSearch, nothing, "xyzzy")->Unit(benchmark::kMicrosecond);
BENCHMARK_CAPTURE(sessionSearch, name_and_muscle, "kovacs piri")->Unit(benchmark::kMicrosecond);

void beginDraft(benchmark::State& state) {
    auto& loader = loaded();
    for (auto _ : state) {
        loader.store().sessions().begin(loader.draft());
    }
}
BENCHMARK(beginDraft)->Unit(benchmark::kMicrosecond);

void applyEdit(benchmark::State& state) {
    auto& loader = loaded();
    const auto draft = loader.draft();
    loader.store().sessions().begin(draft);
    int score = 0;
    for (auto _ : state) {
        auto finding = draft.findings[0];
        finding.tenderness = Tenderness::from(++score % 10);
        loader.store().sessions().apply(draft.id, SessionStep{PutFinding{finding}});
    }
}
BENCHMARK(applyEdit)->Unit(benchmark::kMicrosecond);

/// The same as a window does it: with its turn, in a list of undo that is long already.
void applyEditWithTurn(benchmark::State& state) {
    auto& loader = loaded();
    const auto draft = loader.draft();
    loader.store().sessions().begin(draft);
    int score = 0;
    const auto edit = [&] {
        auto finding = draft.findings[0];
        finding.tenderness = Tenderness::from(++score % 10);
        loader.store().sessions().apply(draft.id, SessionStep{PutFinding{finding}},
                                        NewStep{SessionStep{PutFinding{draft.findings[0]}}});
    };
    loader.store().atomically([&] {
        for (int i = 0; i < 2000; ++i) {
            edit();
        }
    });
    for (auto _ : state) {
        edit();
    }
    state.counters["steps"] =
        static_cast<double>(loader.store().sessions().undoList(draft.id).undo.size());
}
BENCHMARK(applyEditWithTurn)->Unit(benchmark::kMicrosecond);

/// A brush stroke: one of ten areas of 300 places changes, with its turn.
void applyStroke(benchmark::State& state) {
    auto& loader = loaded();
    auto draft = loader.draft();
    const auto areaAt = [&](int round) {
        PainArea area{.id = PainAreaId::create(loader.ids()),
                      .view = View::Posterior,
                      .onArm = false,
                      .shape = {{{}}},
                      .arrows = {},
                      .quality = PainQuality::Ache,
                      .intensity = {},
                      .depth = {},
                      .note = ""};
        for (int i = 0; i < 300; ++i) {
            area.shape[0][0].push_back({(3000 + i * 7 % 500 + round) / 10.0, (5000 + i) / 10.0});
        }
        return area;
    };
    for (int i = 0; i < 10; ++i) {
        draft.painAreas.push_back(areaAt(i));
    }
    loader.store().sessions().begin(draft);
    auto area = draft.painAreas[4];
    for (auto _ : state) {
        const auto before = area;
        area.shape[0][0][0].x = before.shape[0][0][0].x == 300.0 ? 310.0 : 300.0;
        loader.store().sessions().apply(draft.id, SessionStep{PutPainArea{area}},
                                        NewStep{SessionStep{PutPainArea{before}}});
    }
}
BENCHMARK(applyStroke)->Unit(benchmark::kMicrosecond);

/// What opening a session costs that has 2,000 steps to undo.
void readUndoList(benchmark::State& state) {
    auto& loader = loaded();
    const auto draft = loader.draft();
    loader.store().sessions().begin(draft);
    loader.store().atomically([&] {
        for (int i = 0; i < 2000; ++i) {
            auto finding = draft.findings[0];
            finding.tenderness = Tenderness::from(i % 10);
            loader.store().sessions().apply(draft.id, SessionStep{PutFinding{finding}},
                                            NewStep{SessionStep{PutFinding{finding}}});
        }
    });
    for (auto _ : state) {
        benchmark::DoNotOptimize(loader.store().sessions().undoList(draft.id));
    }
}
BENCHMARK(readUndoList)->Unit(benchmark::kMillisecond);

void findSession(benchmark::State& state) {
    auto& loader = loaded();
    std::size_t next = 0;
    for (auto _ : state) {
        benchmark::DoNotOptimize(
            loader.store().sessions().find(loader.samples()[++next % 1000].id));
    }
}
BENCHMARK(findSession)->Unit(benchmark::kMicrosecond);

void sessionsOfPatient(benchmark::State& state) {
    auto& loader = loaded();
    std::size_t next = 0;
    for (auto _ : state) {
        benchmark::DoNotOptimize(
            loader.store().sessions().ofPatient(loader.samples()[++next % 1000].patient));
    }
}
BENCHMARK(sessionsOfPatient)->Unit(benchmark::kMicrosecond);

void verifyAll(benchmark::State& state) {
    auto& store = loaded().store();
    for (auto _ : state) {
        const auto report = store.verify();
        if (!report.isSound()) {
            state.SkipWithError("the clinic is not sound");
        }
    }
}
BENCHMARK(verifyAll)->Iterations(1)->Unit(benchmark::kSecond);

} // namespace
