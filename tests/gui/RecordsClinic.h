// SPDX-License-Identifier: MIT
#pragma once

#include "domain/Case.h"
#include "domain/ContactNote.h"
#include "domain/Patient.h"
#include "domain/Practitioner.h"
#include "domain/Session.h"
#include "support/TempFolder.h"

#include <filesystem>
#include <functional>
#include <string>
#include <vector>

namespace palpate::storage {
class Store;
}

namespace palpate::journey {

/// A new encrypted clinic on the disk for stories about patients and their cases: Ana Kovács with
/// an open case. What the window stored is read back here as another program would read it.
class RecordsClinic {
public:
    RecordsClinic();

    [[nodiscard]] const std::filesystem::path& folder() const noexcept { return folder_; }
    /// Opens the program and signs in: the list of patients is there.
    void signIn() const;
    /// The same as somebody of that role, who is made for it when there is nobody yet.
    void signInAs(Role role) const;
    /// Signs in as the owner and opens Ana's record.
    void openPatient() const;

    [[nodiscard]] Patient patient() const;
    [[nodiscard]] Patient patient(const PatientId& id) const;
    [[nodiscard]] std::vector<Case> cases() const; ///< of Ana, as they are on the disk
    [[nodiscard]] std::vector<ContactNote> contactNotes() const;
    [[nodiscard]] std::vector<Snippet> snippets() const;
    [[nodiscard]] ClinicProfile profile() const;
    /// What the trail says was refused, the newest first.
    [[nodiscard]] std::vector<std::string> refusals() const;
    void addPatient(const Patient& patient) const;
    /// A patient who was here so many days ago, with a visit agreed in so many.
    void addComing(const Patient& patient, int daysAgo, int inDays) const;
    void change(const Patient& patient) const; ///< as a colleague at another window does
    /// A draft that was begun so long ago.
    SessionId addDraft(std::chrono::hours ago) const;
    /// The clinic as a power cut would leave it now.
    void copyTo(const std::filesystem::path& elsewhere) const;
    /// From now on that folder is the clinic.
    void moveTo(const std::filesystem::path& folder) { folder_ = folder; }
    [[nodiscard]] std::filesystem::path temp() const { return temp_.path(); }

private:
    void with(const std::function<void(storage::Store&)>& act) const;

    test::TempFolder temp_;
    std::filesystem::path folder_;
};

} // namespace palpate::journey
