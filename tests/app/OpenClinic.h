// SPDX-License-Identifier: MIT
#pragma once

#include "app/Clinic.h"
#include "app/DataPaths.h"
#include "domain/Body.h"
#include "domain/Case.h"
#include "domain/Patient.h"
#include "support/Builders.h"
#include "support/TempFolder.h"

#include <memory>
#include <string>

namespace palpate::test {

/// The shipped body map and tables, loaded once for all stories of a program.
[[nodiscard]] const app::Knowledge& shippedKnowledge();

/// A real encrypted clinic in a temporary folder with its owner signed in, a patient and a case.
class OpenClinic {
public:
    OpenClinic();
    [[nodiscard]] app::Clinic& operator*() noexcept { return *clinic_; }
    [[nodiscard]] app::Clinic* operator->() noexcept { return clinic_.get(); }
    [[nodiscard]] const PatientId& patient() const noexcept { return patient_.id; }
    [[nodiscard]] const CaseId& caseId() const noexcept { return case_.id; }
    [[nodiscard]] const std::filesystem::path& folder() const noexcept { return folder_; }
    [[nodiscard]] std::filesystem::path temp() const { return temp_.path(); }
    void advance(std::chrono::milliseconds by) { time_.clock.advance(by); }
    /// As after a restart of the program.
    void reopen();
    /// Ends the program; only reopen() and the programs below may follow.
    void close() { clinic_.reset(); }
    /// A second program on the same clinic, in which the same person is signed in, or Jo Lindqvist,
    /// who practises here too.
    [[nodiscard]] std::unique_ptr<app::Clinic> secondProgram();
    [[nodiscard]] std::unique_ptr<app::Clinic> programOfJo();
    /// The same for somebody of that role.
    [[nodiscard]] std::unique_ptr<app::Clinic> programOf(Role role);
    /// The same person's program with its own clock and identities, for a process of its own.
    [[nodiscard]] std::unique_ptr<app::Clinic> programWith(const Clock& clock, IdMaker& ids) const;
    /// A place in the middle of what shows of the muscle in that view.
    [[nodiscard]] BodyPoint on(std::string_view muscle, Side side,
                               View view = View::Posterior) const;

private:
    TempFolder temp_;
    std::filesystem::path folder_;
    FixedTime time_;
    Patient patient_;
    Case case_;
    std::unique_ptr<app::Clinic> clinic_;
};

} // namespace palpate::test
