// SPDX-License-Identifier: MIT
#pragma once

#include "app/Clinic.h"

#include <array>
#include <cstdint>
#include <filesystem>
#include <memory>
#include <string>

namespace palpate::app {

struct DemoRequest;

/// The three who work in the demonstration clinic, each signed in, since everybody signs own
/// sessions only. The clinic was its owner's alone until the other two joined. The owner signs in
/// with the name that was asked for; all have the one password.
class DemoStaff {
public:
    static constexpr std::size_t kPeople = 3;
    static constexpr std::size_t kPhysiotherapist = 0; ///< the owner
    static constexpr std::size_t kChiropractor = 1;
    static constexpr std::size_t kMassageTherapist = 2;

    /// The owner, before the clinic is made.
    [[nodiscard]] static Practitioner owner(PractitionerId id, const std::string& userName);

    /// Signs the owner of the clinic at `folder` in. Everything handed over must outlive it.
    DemoStaff(const std::filesystem::path& folder, const DemoRequest& request,
              const Knowledge& knowledge, const Clock& clock, IdMaker& ids);

    /// The day on which the other two join.
    [[nodiscard]] static Date joiningDay(Date lastDay);
    /// Adds the other two and signs them in; not while a transaction is open.
    void join();
    [[nodiscard]] bool haveJoined() const noexcept { return clinics_.back() != nullptr; }

    /// Of the other two only when they have joined.
    [[nodiscard]] Clinic& clinicOf(std::size_t person) { return *clinics_.at(person); }
    void signOut();

    /// Who treats patient `number`, who first comes on that day. The same always.
    [[nodiscard]] static std::size_t treating(std::uint64_t seed, int number, Date firstVisit,
                                              Date lastDay);
    /// The first day from `day` on, up to `lastDay`, on which that person works. They share the
    /// treatment rooms day by day; on the last day of a demonstration everybody is there.
    [[nodiscard]] static Date workday(std::size_t person, Date day, Date lastDay);

private:
    [[nodiscard]] std::unique_ptr<Clinic> signIn(const std::string& userName) const;

    std::filesystem::path folder_;
    const DemoRequest& request_;
    const Knowledge& knowledge_;
    const Clock& clock_;
    IdMaker& ids_;
    std::array<std::unique_ptr<Clinic>, kPeople> clinics_;
};

} // namespace palpate::app
