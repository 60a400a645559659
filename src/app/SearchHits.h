// SPDX-License-Identifier: MIT
#pragma once

#include "app/SearchPresenter.h"
#include "domain/SessionFilter.h"
#include "storage/SessionSearch.h"

#include <string>
#include <vector>

namespace palpate::app {

class Clinic;

// What storage found, in words.

[[nodiscard]] SearchHit hitOf(const Clinic& clinic, const SessionFilter& filter,
                              const storage::FoundSession& found);
[[nodiscard]] SearchHit hitOf(const Clinic& clinic, const SessionFilter& filter,
                              const storage::FoundPatient& found);
/// "left quadratus lumborum: active, tenderness 7": the points that the filter means, all of the
/// session when it means none.
[[nodiscard]] std::vector<std::string>
pointsMeant(const Clinic& clinic, const SessionFilter& filter, const storage::FoundSession& found);
/// "pressure release 60 s", with where it was given when that is no point.
[[nodiscard]] std::vector<std::string> treatmentsMeant(const Clinic& clinic,
                                                       const SessionFilter& filter,
                                                       const storage::FoundSession& found);
/// "12 sessions", "1,000+ sessions", "no session"; likewise of patients.
[[nodiscard]] std::string countText(const storage::HitCount& count, ResultsAs as);

} // namespace palpate::app
