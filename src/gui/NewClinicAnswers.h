// SPDX-License-Identifier: MIT
#pragma once

#include "domain/Practitioner.h"

#include <filesystem>
#include <string>

namespace palpate::gui {

/// What a new clinic needs to know: itself, its owner, a password.
struct NewClinicAnswers {
    std::filesystem::path folder;
    ClinicProfile profile;
    std::string ownerName; ///< as printed
    std::string userName;
    Profession profession = Profession::Other; ///< always one that was chosen
    std::string registration;                  ///< may be empty
    std::string password;
};

} // namespace palpate::gui
