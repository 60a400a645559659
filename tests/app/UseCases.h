// SPDX-License-Identifier: MIT
#pragma once

#include "app/Rights.h"
#include "domain/Session.h"

#include <filesystem>
#include <functional>
#include <string>
#include <vector>

namespace palpate::test {

/// What the use cases are tried on: a record with a case, a signed session and a draft.
struct Tried {
    PatientId patient;
    PatientId other;
    CaseId caseId;
    SessionId session;
    SessionId draft;
    std::filesystem::path folder; ///< for what is written
};

/// One function or constructor of app's public headers that is handed the open clinic.
struct UseCase {
    std::string header; ///< "CarePlans.h"
    std::string name;   ///< "carePlan"
    app::Right right;   ///< which it asks for
    std::function<void(app::Clinic&, const Tried&)> act;
};

[[nodiscard]] std::vector<UseCase> recordUseCases();
[[nodiscard]] std::vector<UseCase> leavingUseCases(); ///< documents, reports, searches, maps
[[nodiscard]] std::vector<UseCase> clinicUseCases();
[[nodiscard]] std::vector<UseCase> trustUseCases(); ///< people, restrictions, keeping, the trail

} // namespace palpate::test
