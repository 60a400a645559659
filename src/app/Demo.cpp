// SPDX-License-Identifier: MIT
#include "app/Demo.h"

#include "app/DemoStaff.h"
#include "app/DemoYears.h"
#include "app/LocalDay.h"
#include "domain/Error.h"

#include <algorithm>
#include <system_error>

namespace palpate::app {

namespace {

using std::chrono::days;
using std::chrono::minutes;
using std::chrono::sys_days;

[[nodiscard]] Date firstDayOf(const DemoRequest& request) {
    // A year and a half for a small practice; a large one needs years to see so many people.
    const int span = std::min(3650, 540 + request.patients * 3 / 10);
    return Date{sys_days{request.lastDay} - days{span}};
}

/// Takes a half-made clinic away again; the folder itself stays when it was there before.
class Undo {
public:
    explicit Undo(const std::filesystem::path& folder)
        : folder_{folder}, wasThere_{std::filesystem::exists(folder)} {}
    Undo(const Undo&) = delete;
    Undo& operator=(const Undo&) = delete;
    ~Undo() {
        if (!armed_) {
            return;
        }
        std::error_code ignored; // nothing better can be done while an error is on its way
        for (const auto& entry : std::filesystem::directory_iterator{folder_, ignored}) {
            std::filesystem::remove_all(entry.path(), ignored);
        }
        if (!wasThere_) {
            std::filesystem::remove(folder_, ignored);
        }
    }
    void arm() noexcept { armed_ = true; }
    void disarm() noexcept { armed_ = false; }

private:
    std::filesystem::path folder_;
    bool wasThere_;
    bool armed_ = false;
};

} // namespace

Date newestDemoDay(Instant now) {
    return Date{std::chrono::floor<days>(now - std::chrono::hours{12})};
}

std::string makeDemoClinic(const std::filesystem::path& folder, const DemoRequest& request,
                           const Knowledge& knowledge) {
    if (request.patients < 1 || request.patients > 100'000 || !request.lastDay.ok()) {
        throw EditRefused{{tr("A demonstration has 1 to 100,000 patients and a last day that "
                              "exists."),
                           {}}};
    }
    const ClinicProfile profile{.name = "Riverside Clinic",
                                .address = "12 Mill Lane, Bristol",
                                .phone = "+44 117 496 0101",
                                .timeZone = "Europe/London"};
    const auto firstDay = firstDayOf(request);
    SetClock clock{startOf(firstDay, profile.timeZone) + minutes{7 * 60}};
    IdMaker ids{clock, request.seed};
    const auto owner = DemoStaff::owner(PractitionerId::create(ids), request.userName);
    Undo undo{folder};
    auto recoveryKey =
        createClinic(folder, profile, owner, request.password, clock, ids, request.strength);
    undo.arm();
    {
        DemoStaff staff{folder, request, knowledge, clock, ids};
        DemoYears{staff, clock, ids, request, knowledge}.live(firstDay);
        while (staff.clinicOf(DemoStaff::kPhysiotherapist).packSome()) {
            // as in the quiet hours of a clinic that has worked for years
        }
        staff.signOut();
    }
    undo.disarm();
    return recoveryKey;
}

} // namespace palpate::app
