// SPDX-License-Identifier: MIT
#pragma once

#include "domain/Id.h"
#include "domain/Session.h"
#include "domain/SessionEdit.h"
#include "storage/Store.h"
#include "support/TempFolder.h"

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

namespace palpate::journey {

/// A new encrypted clinic on the disk with one patient, who has one case. Journeys chart in it
/// through the window; what they left is read back here, by a connection of its own, as another
/// program would read it.
class JourneyClinic {
public:
    JourneyClinic();

    [[nodiscard]] const std::filesystem::path& folder() const noexcept { return folder_; }
    [[nodiscard]] std::filesystem::path temp() const { return temp_.path(); }

    /// A session so many days ago with these findings and areas, signed. Before the window opens.
    SessionId addSigned(int daysAgo, std::vector<Finding> findings, std::vector<PainArea> areas);
    /// So many drafts, one a week, the last one today. Before the window opens.
    void addWeekly(int sessions, const std::vector<Finding>& findings);
    /// From now on the patient has that alert; before the window opens.
    void giveAlert(std::string_view kind, const std::string& detail);
    /// Opens the program and signs in: the patient's overview is there.
    void openPatient();
    /// Opens the program, signs in and goes to the patient's draft, which begins if there is none.
    void openChart();
    /// As when the program is ended and started again.
    void reopenChart();

    /// What `look` sees in the clinic's store, opened and closed again as another program would.
    template <class Look> auto inside(Look look) const {
        const SystemClock clock;
        storage::Store store{folder(), {userName(), password()}, clock};
        auto seen = look(store);
        store.signOut();
        return seen;
    }
    /// The newest session of the case as it is on the disk now.
    [[nodiscard]] Session stored() const;
    [[nodiscard]] std::vector<Session> allStored() const;
    [[nodiscard]] UndoList storedTurns() const;
    /// Whether some program has the newest session of the case open to chart in it.
    [[nodiscard]] bool isCharted() const;
    /// Whether digests, signatures, trail and search of the whole clinic are sound.
    [[nodiscard]] bool isSound() const;
    [[nodiscard]] static const char* userName() noexcept;
    [[nodiscard]] static const char* password() noexcept;
    [[nodiscard]] const PatientId& patient() const noexcept { return patient_; }
    /// The newest session after this moment's power cut: read from a copy of the files.
    [[nodiscard]] Session storedIfPowerFailed() const;

private:
    test::TempFolder temp_;
    std::filesystem::path folder_;
    PatientId patient_;
    CaseId case_;
};

} // namespace palpate::journey
