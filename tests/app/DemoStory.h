// SPDX-License-Identifier: MIT
#pragma once

#include "app/Demo.h"
#include "app/OpenClinic.h"
#include "domain/ContactNote.h"
#include "storage/Store.h"

#include <algorithm>
#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <utility>
#include <vector>

namespace palpate::test {

inline constexpr auto kDemoPassword = "a long enough pass phrase";

/// All that a clinic holds, in the order of identities.
struct Everything {
    std::vector<Patient> patients;
    std::vector<Case> cases;
    std::vector<Session> sessions;
    std::vector<ContactNote> contacts;
};

/// A demonstration clinic in a temporary folder, opened at noon of its last day.
class DemoStory {
public:
    DemoStory(int patients, std::uint64_t seed) {
        app::DemoRequest request;
        request.patients = patients;
        request.seed = seed;
        request.lastDay = kToday;
        request.password = kDemoPassword;
        request.strength = app::KeyStrength::FastForThrowAway;
        static_cast<void>(app::makeDemoClinic(folder_, request, shippedKnowledge()));
        clinic_.emplace(folder_, "demo", kDemoPassword, shippedKnowledge(), time_.clock, time_.ids);
    }
    [[nodiscard]] app::Clinic& clinic() { return *clinic_; }
    [[nodiscard]] Everything everything() {
        Everything all;
        auto& store = clinic_->store();
        for (const auto& row :
             store.patients().search({}, 1'000'000, storage::PatientScope::Everything)) {
            all.patients.push_back(*store.patients().find(row.id));
            for (auto& record : store.cases().ofPatient(row.id)) {
                all.cases.push_back(record);
                for (auto& note : store.contactNotes().ofCase(record.id)) {
                    all.contacts.push_back(note);
                }
            }
            for (auto& session : store.sessions().ofPatient(row.id)) {
                all.sessions.push_back(session);
            }
        }
        std::ranges::sort(all.patients, {}, &Patient::id);
        std::ranges::sort(all.cases, {}, &Case::id);
        std::ranges::sort(all.sessions, {}, &Session::id);
        return all;
    }

private:
    TempFolder temp_;
    std::filesystem::path folder_ = temp_.path() / "Demo.palpate";
    FixedTime time_;
    std::optional<app::Clinic> clinic_;
};

/// One and what it holds, for stories that only read.
struct ToldDemo {
    DemoStory story;
    Everything all = story.everything();
    ToldDemo(int patients, std::uint64_t seed) : story{patients, seed} {}
};

/// Made once a program: a large one takes longer than all that is looked up in it.
[[nodiscard]] inline ToldDemo& demoToRead(int patients, std::uint64_t seed) {
    static_cast<void>(shippedKnowledge()); // so that it outlives the clinics
    static std::map<std::pair<int, std::uint64_t>, std::unique_ptr<ToldDemo>> made;
    auto& demo = made[{patients, seed}];
    if (!demo) {
        demo = std::make_unique<ToldDemo>(patients, seed);
    }
    return *demo;
}

} // namespace palpate::test
