// SPDX-License-Identifier: MIT
#pragma once

#include "LongRecord.h"
#include "app/Clinic.h"
#include "app/SessionPresenter.h"
#include "storage/Store.h"

#include <unistd.h>

#include <filesystem>
#include <memory>
#include <optional>
#include <string>

namespace palpate::bench {

constexpr auto kPassPhrase = "a long enough pass phrase";

template <class SomeKey> SomeKey key(const char* text) {
    return *SomeKey::from(text);
}

/// A clinic with that one patient.
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
        const auto made = addLongRecord(clinic_->store(), ids_, sessions);
        patient_ = made.patient;
        case_ = made.caseId;
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

    int sessions_;
    SystemClock clock_;
    IdMaker ids_{clock_};
    app::Knowledge knowledge_{app::find(app::runningProgram())};
    std::unique_ptr<app::Clinic> clinic_;
    std::optional<PatientId> patient_;
    std::optional<CaseId> case_;
};

} // namespace palpate::bench
