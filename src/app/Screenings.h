// SPDX-License-Identifier: MIT
#pragma once

#include "domain/Calendar.h"
#include "domain/Id.h"
#include "domain/Screening.h"

#include <optional>
#include <string>
#include <vector>

namespace palpate::app {

class Clinic;

/// A raised flag in words. `rank` is its place among the urgencies: 0 the most pressing; shown by
/// word and sign, never by colour alone.
struct FlagView {
    RaisedFlagId id;
    std::size_t rank = 0;
    std::string urgency;  ///< "Emergency: emergency care now"
    std::string pointsTo; ///< "cauda equina syndrome"
    std::string question; ///< that was answered with "yes"
    std::string action;   ///< what to do
    std::string raised;   ///< "23 Nov 2026, 10:42, D. Okafor"
    std::string sources;
    std::vector<std::string> deeds; ///< "23 Nov, 10:50: told emergency care (D. Okafor)"
    bool settled = false;
    friend bool operator==(const FlagView&, const FlagView&) = default;
};

/// What stands above the patient while a flag is not settled.
struct FlagBannerView {
    std::vector<FlagView> flags; ///< not settled, the most pressing first; empty: no banner
    std::string headline;        ///< "Emergency: cauda equina syndrome is possible (and 2 more)"
    std::string caution;         ///< that a flag supports a judgement and is no diagnosis
    friend bool operator==(const FlagBannerView&, const FlagBannerView&) = default;
};
[[nodiscard]] FlagBannerView flagBanner(Clinic& clinic, const PatientId& patient);
[[nodiscard]] FlagView flagView(Clinic& clinic, const RaisedFlag& flag);
/// All of the patient, newest first.
[[nodiscard]] std::vector<FlagView> raisedFlags(Clinic& clinic, const PatientId& patient);

/// Records that somebody was told, at a time as typed ("10:50", "yesterday 18:00", empty: now).
/// EditRefused: nobody named, a time that can't be read or is to come.
void settleAsTold(Clinic& clinic, const RaisedFlagId& flag, const std::string& whom,
                  const std::string& when, const std::string& remark);
/// Records that a letter of referral went to somebody; called by who wrote the letter.
void settleAsReferred(Clinic& clinic, const RaisedFlagId& flag, const std::string& whom);
/// The patient's flags that are not settled and stand among `named`, as a letter names them.
[[nodiscard]] std::vector<RaisedFlagId> unsettledAmong(Clinic& clinic, const PatientId& patient,
                                                       const std::vector<RedFlagKey>& named);
/// Once a letter that names flags went out, and its writer agreed: those of unsettledAmong(), and
/// no other, are settled as referred to whom it went. How many.
std::size_t settleByLetter(Clinic& clinic, const PatientId& patient,
                           const std::vector<RedFlagKey>& named, const std::string& whom);
/// "Continue, because ...". EditRefused: no reason.
void settleAsGoingOn(Clinic& clinic, const RaisedFlagId& flag, const std::string& reason);

/// A screening is offered again after so many days: our own choice, no clinical figure.
inline constexpr int kScreenAgainAfterDays = 90;

/// Why a screening is offered now.
struct ScreeningDue {
    std::string formUrl;   ///< that of the case's area, else the general one
    std::string why;       ///< "First session of this case", "Last screened on 2 Jun 2026",
                           ///< "New: numbness, in the session of 20 Nov 2026"
    bool pressing = false; ///< new numbness, weakness or radiating pain
    friend bool operator==(const ScreeningDue&, const ScreeningDue&) = default;
};
/// Empty: nothing is due. New means: entered since the last completed screening of the case, in a
/// drawn area, a test, a finding, a text or a form, and not there before it. Without a screening
/// ever: due with the case's first session.
[[nodiscard]] std::optional<ScreeningDue> screeningDue(Clinic& clinic, const CaseId& caseId);

} // namespace palpate::app
