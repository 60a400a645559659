// SPDX-License-Identifier: MIT
#pragma once

#include "domain/Calendar.h"
#include "domain/Id.h"

#include <optional>
#include <string>
#include <vector>

namespace palpate::app {

class Clinic;

/// The lists with which a day begins. Flags: raised by a screening, about which nothing was done
/// yet. Today: sessions begun today and visits agreed for today. Drafts: unsigned, of the person
/// signed in. Reassessment: open cases whose last outcome rating (pain now) is older than
/// kReassessAfterDays. HomeCare: agreed home care whose adherence nobody asked about for
/// kHomeCareReviewDays, and items of home-care plans whose review is due. Silent: open cases
/// without a visit for kSilentDays and without an agreed next visit to come. Coming: visits agreed
/// for the kComingDays after today.
enum class ClinicList { Flags, Today, Drafts, Reassessment, HomeCare, Silent, Coming };
inline constexpr int kComingDays = 14; ///< our own choice
inline constexpr int kSilentDays = 30;
inline constexpr int kReassessAfterDays = 28;
inline constexpr int kHomeCareReviewDays = 14;

struct ClinicListRow {
    PatientId patient;
    std::optional<CaseId> caseId;
    std::optional<SessionId> session; ///< what is opened; empty: the patient's overview
    std::string patientName;          ///< "Kovács, Ana"
    std::string what;                 ///< "Low back pain, right · session 7, draft since 14:05"
    std::string when;                 ///< "today 14:00", "35 days ago"
    friend bool operator==(const ClinicListRow&, const ClinicListRow&) = default;
};

struct ClinicListView {
    ClinicList list = ClinicList::Today;
    std::string title;   ///< "Without a visit for 30 days"
    std::string empty;   ///< what to say when there is none: "Every open case was seen ..."
    int count = 0;       ///< all there are, to 1,000
    bool isMore = false; ///< there are more than 1,000
    std::vector<ClinicListRow> rows; ///< the first of them, most pressing first
};

/// Of owners and practitioners all but Coming, each with at most `limit` rows; of the front desk
/// Today and Coming, without what the visits are for and without a session to open. In time that
/// does not grow with the clinic.
[[nodiscard]] std::vector<ClinicListView> clinicLists(Clinic& clinic, int limit = 50);
[[nodiscard]] ClinicListView clinicList(Clinic& clinic, ClinicList list, int limit);

} // namespace palpate::app
