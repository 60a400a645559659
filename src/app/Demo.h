// SPDX-License-Identifier: MIT
#pragma once

#include "app/Clinic.h"

#include <cstdint>
#include <filesystem>
#include <functional>
#include <string>

namespace palpate::app {

struct DemoRequest {
    int patients = 40;      ///< 1 to 100,000
    std::uint64_t seed = 1; ///< the same seed gives the same clinic, identifiers included
    Date lastDay;           ///< the newest session is of this day or shortly before
    std::string userName = "demo";
    std::string password;
    KeyStrength strength = KeyStrength::Standard;
    std::function<void(int done, int of)> onProgress; ///< may be empty
};

/// The newest day that a demonstration made at `now` should have, so that none of its sessions lies
/// in the future: the day itself from noon on (UTC), else the day before.
[[nodiscard]] Date newestDemoDay(Instant now);

/// Makes a clinic of invented people at `folder` whose cases improve, stall or worsen in believable
/// ways, low back first, with points, referral, techniques and doses from the reference tables.
/// About ten sessions a patient. The search index of a large one is left packed. Throws
/// StorageError as createClinic does; nothing is left then. Returns the recovery key.
[[nodiscard]] std::string makeDemoClinic(const std::filesystem::path& folder,
                                         const DemoRequest& request, const Knowledge& knowledge);

} // namespace palpate::app
