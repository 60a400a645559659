// SPDX-License-Identifier: MIT
#pragma once

#include "app/ReportParts.h"

// What the files about a case's report share among themselves.

namespace palpate::app {

/// "M54.59, M79.18": all of a case, the first one first; empty where none was given.
[[nodiscard]] std::string diagnosisCodes(const Case& record);
/// The local day of a session.
[[nodiscard]] Date reportDay(const Session& session);
/// Items of `cards`.
[[nodiscard]] std::vector<report::Fields> reportCards(const CaseStory& story, const Clinic& clinic,
                                                      const Wording& wording,
                                                      std::span<const MeasureTrend> scores);
/// `points`, `openPoints` and `gaps`.
void setPoints(report::Fields& fields, const CaseStory& story, const Clinic& clinic,
               Audience audience);
/// The state in words for its reader: a patient reads "gives your pain" for active.
[[nodiscard]] std::string stateFor(State state, Audience audience);
/// `hasMaps`, the captions and the other view; `areaMark` stands behind a drawn area's size.
void setMaps(report::Fields& fields, const CaseStory& story, const Clinic& clinic,
             const std::string& areaMark);
/// How the size of drawn pain is to be read, for a footnote.
[[nodiscard]] std::string areaNote();
/// Where a finding lies in plain words: "right lower back, near the spine".
[[nodiscard]] std::string plainPlace(const Finding& finding, const Clinic& clinic);
/// "2 visits a week for 6 weeks"; empty when neither was planned.
[[nodiscard]] std::string visitsText(const CasePlan& plan);
/// Home care with the day on which it was agreed on last.
struct AgreedCare {
    HomeCareItem item;
    Date agreed;
};
/// What goes on of the plan, then all else that was agreed on in those sessions and not stopped
/// since, the newest first; each item once.
[[nodiscard]] std::vector<AgreedCare> agreedCare(std::span<const Session> oldestFirst,
                                                 std::span<const CarePlanItem> plan);
/// The same, to be printed.
[[nodiscard]] std::vector<report::Fields> homeCareRows(std::span<const Session> oldestFirst,
                                                       std::span<const CarePlanItem> plan,
                                                       const reference::Reference& reference);
/// "Signed 23 Nov 2026, 11:05 · D. Okafor", and who, when and what of it; empty for a draft.
void setSignature(report::Fields& fields, const Session& session,
                  const std::map<PractitionerId, std::string>& names);

} // namespace palpate::app
