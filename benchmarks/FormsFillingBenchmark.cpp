// SPDX-License-Identifier: MIT
// A form of 500 questions in a real clinic, each key stored: opens in under 200 ms, answers a key
// in under 16 ms. And how long the list of a patient's forms takes.
#include "ManyQuestions.h"
#include "app/Clinic.h"
#include "app/FormPresenter.h"
#include "app/RecordForms.h"

#include <benchmark/benchmark.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>
#include <optional>
#include <string>

namespace {

using namespace palpate;

/// A clinic on the disk with one patient and a form of its own.
class Filled {
public:
    explicit Filled(int questions)
        : folder_{std::filesystem::temp_directory_path() /
                  ("palpate-bench-forms-" + std::to_string(::getpid()) + ".palpate")} {
        std::filesystem::remove_all(folder_);
        Practitioner owner{.id = PractitionerId::create(ids_)};
        owner.userName = "bench";
        owner.displayName = "Bench";
        owner.role = Role::Owner;
        ClinicProfile profile;
        profile.name = "Bench";
        profile.timeZone = "Europe/London";
        static_cast<void>(app::createClinic(folder_, profile, owner, "benchmark", clock_, ids_,
                                            app::KeyStrength::FastForThrowAway));
        clinic_.emplace(folder_, "bench", "benchmark", knowledge_, clock_, ids_);
        app::PatientForm person;
        person.familyName = "Bench";
        patient_ = app::addPatient(*clinic_, person);
        std::filesystem::create_directories(folder_ / "forms");
        std::ofstream{folder_ / "forms/long.json"}
            << R"({"resourceType": "Questionnaire", "url": "urn:bench:long", "title": "Long",
                   "item": [)"
            << bench::manyQuestions(questions) << "]}";
    }
    ~Filled() {
        clinic_.reset();
        std::filesystem::remove_all(folder_);
    }
    Filled(const Filled&) = delete;
    Filled& operator=(const Filled&) = delete;

    [[nodiscard]] app::Clinic& clinic() { return *clinic_; }
    [[nodiscard]] const PatientId& patient() const { return *patient_; }
    [[nodiscard]] static app::KnownForm form(app::Clinic& clinic) {
        const auto library = app::formLibrary(clinic);
        return *library.find("urn:bench:long");
    }
    /// Begun, with every question answered.
    [[nodiscard]] FormRecordId filled(int questions) {
        app::FormPresenter begun{*clinic_, form(*clinic_), {*patient_, {}, {}}};
        for (int i = 0; i < questions; ++i) {
            static_cast<void>(begun.type(place(i), std::to_string(i % 11)));
        }
        return begun.record();
    }
    [[nodiscard]] static forms::FormPlace place(int question) {
        return {{"g" + std::to_string(question / 10 * 10), 0}, {"q" + std::to_string(question), 0}};
    }

private:
    SystemClock clock_;
    IdMaker ids_{clock_};
    app::Knowledge knowledge_{app::find(app::runningProgram())};
    std::filesystem::path folder_;
    std::optional<app::Clinic> clinic_;
    std::optional<PatientId> patient_;
};

/// From the click on a form that was begun: its file read, its answers, the rows of the page.
void openFilledForm(benchmark::State& state) {
    const auto questions = static_cast<int>(state.range(0));
    Filled made{questions};
    const auto record = made.filled(questions);
    for (auto _ : state) {
        const app::FormPresenter form{made.clinic(), record};
        benchmark::DoNotOptimize(form.view().rows.size());
    }
}
BENCHMARK(openFilledForm)->Arg(500)->Unit(benchmark::kMillisecond);

/// A key: read, the conditions and sums settled, stored on the disk, the rows made anew.
void typeKey(benchmark::State& state) {
    const auto questions = static_cast<int>(state.range(0));
    Filled made{questions};
    const auto record = made.filled(questions);
    app::FormPresenter form{made.clinic(), record};
    int value = 0;
    for (auto _ : state) {
        static_cast<void>(
            form.type(Filled::place(questions / 2 + 5), std::to_string(++value % 11)));
    }
}
BENCHMARK(typeKey)->Arg(50)->Arg(500)->Unit(benchmark::kMillisecond);

/// The page of forms, with the shipped ones read anew.
void listForms(benchmark::State& state) {
    Filled made{50};
    static_cast<void>(made.filled(50));
    for (auto _ : state) {
        benchmark::DoNotOptimize(
            app::patientForms(made.clinic(), made.patient(), std::nullopt).empty.size());
    }
}
BENCHMARK(listForms)->Unit(benchmark::kMillisecond);

} // namespace
