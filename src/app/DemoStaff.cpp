// SPDX-License-Identifier: MIT
#include "app/DemoStaff.h"

#include "app/Demo.h"
#include "app/DemoChance.h"
#include "storage/Store.h"

#include <algorithm>
#include <chrono>

namespace palpate::app {

namespace {

using std::chrono::days;
using std::chrono::sys_days;
using std::chrono::weekday;

struct Colleague {
    std::string_view userName;
    std::string_view displayName;
    Profession profession;
    std::string_view registration;
};
constexpr std::array kColleagues{
    Colleague{"lindqvist", "S. Lindqvist", Profession::Chiropractor, "CH 03186"},
    Colleague{"mensah", "E. Mensah", Profession::MassageTherapist, "MT 11542"},
};

constexpr days kTogether{300}; ///< how long the three have worked together

[[nodiscard]] bool works(std::size_t person, Date day, Date joined) {
    const weekday at{sys_days{day}};
    if (day < joined) {
        return person == DemoStaff::kPhysiotherapist && at != std::chrono::Sunday;
    }
    switch (person) {
    case DemoStaff::kChiropractor:
        return at == std::chrono::Thursday || at == std::chrono::Friday;
    case DemoStaff::kMassageTherapist:
        return at == std::chrono::Saturday;
    default:
        return at == std::chrono::Monday || at == std::chrono::Tuesday ||
               at == std::chrono::Wednesday;
    }
}

} // namespace

Practitioner DemoStaff::owner(PractitionerId id, const std::string& userName) {
    return {.id = id,
            .userName = userName,
            .displayName = "D. Okafor",
            .profession = Profession::Physiotherapist,
            .role = Role::Owner,
            .registration = "PH 20417"};
}

DemoStaff::DemoStaff(const std::filesystem::path& folder, const DemoRequest& request,
                     const Knowledge& knowledge, const Clock& clock, IdMaker& ids)
    : folder_{folder}, request_{request}, knowledge_{knowledge}, clock_{clock}, ids_{ids} {
    clinics_.front() = signIn(request.userName);
}

std::unique_ptr<Clinic> DemoStaff::signIn(const std::string& userName) const {
    return std::make_unique<Clinic>(folder_, userName, request_.password, knowledge_, clock_, ids_);
}

Date DemoStaff::joiningDay(Date lastDay) {
    return Date{sys_days{lastDay} - kTogether};
}

void DemoStaff::join() {
    const auto cost = request_.strength == KeyStrength::Standard ? storage::KdfCost::standard()
                                                                 : storage::KdfCost::forTests();
    for (std::size_t i = 0; i < kColleagues.size(); ++i) {
        const auto& colleague = kColleagues.at(i);
        Practitioner person{.id = PractitionerId::create(ids_),
                            .userName = std::string{colleague.userName},
                            .displayName = std::string{colleague.displayName},
                            .profession = colleague.profession,
                            .role = Role::Practitioner,
                            .registration = std::string{colleague.registration}};
        if (person.userName == request_.userName) {
            person.userName += "2"; // the owner was called so
        }
        clinics_.front()->store().practitioners().add(person, request_.password, cost);
        clinics_.at(i + 1) = signIn(person.userName);
    }
}

void DemoStaff::signOut() {
    for (auto& clinic : clinics_) {
        if (clinic) {
            clinic->signOut();
        }
    }
}

std::size_t DemoStaff::treating(std::uint64_t seed, int number, Date firstVisit, Date lastDay) {
    if (number < static_cast<int>(kPeople)) {
        return static_cast<std::size_t>(number); // one patient of each is told in full
    }
    if (firstVisit < joiningDay(lastDay)) {
        return kPhysiotherapist;
    }
    DemoChance chance{seed ^ 0x9B05688CU, static_cast<std::uint64_t>(number)};
    const double who = chance.unit();
    return who < 0.5 ? kPhysiotherapist : who < 0.78 ? kChiropractor : kMassageTherapist;
}

Date DemoStaff::workday(std::size_t person, Date day, Date lastDay) {
    auto at = sys_days{day};
    while (at < sys_days{lastDay} && !works(person, Date{at}, joiningDay(lastDay))) {
        at += days{1};
    }
    return Date{at};
}

} // namespace palpate::app
