// SPDX-License-Identifier: MIT
#include "app/ClinicLists.h"

#include "app/CarePlans.h"
#include "app/Clinic.h"
#include "app/LocalDay.h"
#include "app/Rights.h"
#include "app/SentenceWords.h"
#include "app/TimeText.h"
#include "reference/Reference.h"
#include "storage/Store.h"

#include <algorithm>
#include <array>
#include <chrono>

namespace palpate::app {

namespace {

using storage::Worklist;
using storage::WorkRow;

constexpr std::array kLists{ClinicList::Flags,        ClinicList::Today,    ClinicList::Drafts,
                            ClinicList::Reassessment, ClinicList::HomeCare, ClinicList::Silent};
constexpr std::array kListsOfFrontDesk{ClinicList::Today, ClinicList::Coming};

class ListReader {
public:
    ListReader(Clinic& clinic, int limit)
        : clinic_{clinic}, limit_{std::max(limit, 0)}, zone_{clinic.profile().timeZone},
          today_{clinic.today()}, isClinical_{may(clinic, Right::ReadRecords)} {}

    [[nodiscard]] ClinicListView read(ClinicList list) const {
        ClinicListView view{.list = list, .title = {}, .empty = {}, .rows = {}};
        auto& lists = clinic_.store().worklists();
        switch (list) {
        case ClinicList::Flags:
            view.title = tr("Red flags not settled");
            view.empty = tr("Something was done about every red flag that was raised.");
            flags(view);
            break;
        case ClinicList::Today:
            view.title = tr("Today");
            view.empty = tr("No session was begun today, and no visit is agreed for today.");
            today(view);
            break;
        case ClinicList::Drafts:
            view.title = tr("Drafts to sign");
            view.empty = tr("You have signed every session that you began.");
            fill(view, lists.drafts(limit_), [this](const WorkRow& row) { return draft(row); });
            break;
        case ClinicList::Reassessment:
            view.title = tr("Re-assessments due");
            view.empty = shown({tr("In every open case pain was asked within the last {1} days."),
                                {std::to_string(kReassessAfterDays)}});
            fill(view, lists.ratedBefore(daysAgo(kReassessAfterDays), limit_),
                 [this](const WorkRow& row) { return rated(row); });
            break;
        case ClinicList::HomeCare:
            view.title = tr("Home-care reviews due");
            view.empty = shown({tr("Agreed home care was asked about within the last {1} days, and "
                                   "no review of a plan is due."),
                                {std::to_string(kHomeCareReviewDays)}});
            homeCare(view);
            break;
        case ClinicList::Silent:
            view.title = shown({tr("Without a visit for {1} days"), {std::to_string(kSilentDays)}});
            view.empty = shown({tr("Every open case was seen within the last {1} days or has a "
                                   "visit agreed."),
                                {std::to_string(kSilentDays)}});
            fill(view, lists.unseenSince(daysAgo(kSilentDays), today_, limit_),
                 [this](const WorkRow& row) { return silent(row); });
            break;
        case ClinicList::Coming:
            view.title = tr("Visits to come");
            view.empty = shown(
                {tr("No visit is agreed for the next {1} days."), {std::to_string(kComingDays)}});
            coming(view);
            break;
        }
        return view;
    }

private:
    /// What began that many days ago or later is recent: the day itself counts whole.
    [[nodiscard]] Instant daysAgo(int days) const {
        return startOf(Date{std::chrono::sys_days{today_} - std::chrono::days{days}}, zone_);
    }

    [[nodiscard]] static ClinicListRow rowOf(const WorkRow& row) {
        return {.patient = row.patient,
                .caseId = row.caseId,
                .session = {},
                .patientName = shown({tr("{1}, {2}"), {row.familyName, row.givenName}}),
                .what = {},
                .when = {}};
    }

    template <class Tell>
    static void fill(ClinicListView& view, const Worklist& list, const Tell& tell) {
        view.count = list.count.count;
        view.isMore = list.count.isMore;
        for (const auto& row : list.rows) {
            view.rows.push_back(tell(row));
        }
    }

    /// Sessions by their time; then visits that are agreed and not begun.
    void today(ClinicListView& view) const {
        auto& lists = clinic_.store().worklists();
        const auto begun = lists.begun(startOf(today_, zone_), startOf(dayAfter(today_), zone_),
                                       storage::kMostCounted);
        const auto agreed = lists.agreedFor(today_, storage::kMostCounted);
        fill(view, begun, [this](const WorkRow& row) { return begunToday(row); });
        int waiting = 0;
        for (const auto& row : agreed.rows) {
            const bool isBegun = std::ranges::any_of(
                begun.rows, [&](const WorkRow& each) { return each.caseId == row.caseId; });
            if (!isBegun) {
                view.rows.push_back(agreedToday(row));
                ++waiting;
            }
        }
        cut(view, waiting, begun.count.isMore || agreed.count.isMore);
    }

    /// Day by day: a visit is looked up by its day.
    void coming(ClinicListView& view) const {
        int count = 0;
        for (int days = 1; days <= kComingDays; ++days) {
            const Date day{std::chrono::sys_days{today_} + std::chrono::days{days}};
            const auto agreed = clinic_.store().worklists().agreedFor(day, storage::kMostCounted);
            for (const auto& row : agreed.rows) {
                view.rows.push_back(agreedLater(row, day));
            }
            count += static_cast<int>(agreed.rows.size());
            view.isMore = view.isMore || agreed.count.isMore;
        }
        cut(view, count, view.isMore);
    }

    void flags(ClinicListView& view) const {
        std::vector<std::string> urgencies;
        for (const auto& urgency : clinic_.reference().redFlags().urgencies()) {
            urgencies.push_back(urgency.key);
        }
        const auto list = clinic_.store().worklists().flagsUnsettled(urgencies, limit_);
        view.count = list.count.count;
        view.isMore = list.count.isMore;
        for (const auto& row : list.rows) {
            view.rows.push_back(
                {.patient = row.patient,
                 .caseId = row.caseId,
                 .session = {},
                 .patientName = shown({tr("{1}, {2}"), {row.familyName, row.givenName}}),
                 .what = shown({tr("{1}: possible {2}"), {capitalised(row.urgency), row.pointsTo}}),
                 .when = ago(row.raised)});
        }
    }

    /// Reviews of plans, which somebody set a day for; then cases in which nobody asked for long.
    void homeCare(ClinicListView& view) const {
        auto& lists = clinic_.store().worklists();
        const auto reviews = lists.reviewsDue(today_, storage::kMostCounted);
        const auto asked =
            lists.homeCareAskedBefore(daysAgo(kHomeCareReviewDays), storage::kMostCounted);
        fill(view, reviews, [this](const WorkRow& row) { return review(row); });
        int more = 0;
        for (const auto& row : asked.rows) {
            const bool isThere = std::ranges::any_of(
                reviews.rows, [&](const WorkRow& each) { return each.caseId == row.caseId; });
            if (!isThere) {
                view.rows.push_back(homeCare(row));
                ++more;
            }
        }
        cut(view, more, reviews.count.isMore || asked.count.isMore);
    }

    /// Two lists in one: `more` rows came behind those that are counted.
    void cut(ClinicListView& view, int more, bool isMore) const {
        view.isMore = isMore || view.count + more > storage::kMostCounted;
        view.count = std::min(view.count + more, storage::kMostCounted);
        if (view.rows.size() > static_cast<std::size_t>(limit_)) {
            view.rows.erase(view.rows.begin() + limit_, view.rows.end());
        }
    }

    // One row of each list ----------------------------------------------------------------------

    [[nodiscard]] ClinicListRow begunToday(const WorkRow& row) const {
        auto line = rowOf(row);
        if (isClinical_) {
            line.session = row.session;
            line.what = shown(
                {row.isSigned ? tr("{1} · session {2}, signed") : tr("{1} · session {2}, draft"),
                 {row.complaint, std::to_string(row.number)}});
        } else {
            line.what = tr("the session has begun");
        }
        line.when = shown({tr("today {1}"), {clockText(row.startedAt, zone_)}});
        return line;
    }
    [[nodiscard]] ClinicListRow agreedToday(const WorkRow& row) const {
        auto line = rowOf(row);
        line.what = agreedWords(row);
        line.when = tr("today");
        return line;
    }
    [[nodiscard]] ClinicListRow agreedLater(const WorkRow& row, Date day) const {
        auto line = rowOf(row);
        line.what = agreedWords(row);
        line.when = weekdayText(day);
        return line;
    }
    [[nodiscard]] std::string agreedWords(const WorkRow& row) const {
        return isClinical_ ? shown({tr("{1} · visit agreed"), {row.complaint}})
                           : std::string{tr("visit agreed")};
    }
    [[nodiscard]] ClinicListRow draft(const WorkRow& row) const {
        auto line = rowOf(row);
        line.session = row.session;
        const auto day = localDay(row.since, zone_);
        line.what = shown({tr("{1} · session {2}, draft since {3}"),
                           {row.complaint, std::to_string(row.number),
                            day == today_ ? clockText(row.since, zone_) : shortDay(day)}});
        line.when = ago(row.startedAt);
        return line;
    }
    [[nodiscard]] ClinicListRow rated(const WorkRow& row) const {
        auto line = rowOf(row);
        line.what = row.wasRated ? shown({tr("{1} · pain asked last on {2}"),
                                          {row.complaint, shortDay(localDay(row.since, zone_))}})
                                 : shown({tr("{1} · pain never asked"), {row.complaint}});
        line.when = ago(row.since);
        return line;
    }
    [[nodiscard]] ClinicListRow review(const WorkRow& row) const {
        auto line = rowOf(row);
        const auto item = row.homeCare ? careText(clinic_.reference(), *row.homeCare, {})
                                       : std::string{tr("home care")};
        line.what =
            shown({tr("{1} · review of {2} was agreed for {3}"),
                   {row.complaint, uncapitalised(item), shortDay(row.review.value_or(today_))}});
        line.when = ago(row.review.value_or(today_));
        return line;
    }
    [[nodiscard]] ClinicListRow homeCare(const WorkRow& row) const {
        auto line = rowOf(row);
        line.what = shown({tr("{1} · home care agreed or asked about last on {2}"),
                           {row.complaint, shortDay(localDay(row.since, zone_))}});
        line.when = ago(row.since);
        return line;
    }
    [[nodiscard]] ClinicListRow silent(const WorkRow& row) const {
        auto line = rowOf(row);
        const auto seen = shortDay(localDay(row.since, zone_));
        line.what = row.nextVisit && *row.nextVisit < today_
                        ? shown({tr("{1} · seen last on {2}; a visit on {3} was agreed"),
                                 {row.complaint, seen, shortDay(*row.nextVisit)}})
                        : shown({tr("{1} · seen last on {2}"), {row.complaint, seen}});
        line.when = ago(row.since);
        return line;
    }

    [[nodiscard]] std::string shortDay(Date day) const {
        return day.year() == today_.year() ? shortDayText(day) : dayText(day);
    }
    /// "today 14:00", "yesterday", "35 days ago"
    [[nodiscard]] std::string ago(Instant moment) const {
        const auto day = localDay(moment, zone_);
        return day >= today_ ? shown({tr("today {1}"), {clockText(moment, zone_)}}) : ago(day);
    }
    /// "today", "yesterday", "35 days ago"
    [[nodiscard]] std::string ago(Date day) const {
        const auto days = (std::chrono::sys_days{today_} - std::chrono::sys_days{day}).count();
        return days <= 0   ? std::string{tr("today")}
               : days == 1 ? std::string{tr("yesterday")}
                           : shown({tr("{1} days ago"), {std::to_string(days)}});
    }

    Clinic& clinic_;
    int limit_;
    const std::string& zone_;
    Date today_;
    bool isClinical_; ///< else who comes is told, and not for what
};

} // namespace

std::vector<ClinicListView> clinicLists(Clinic& clinic, int limit) {
    require(clinic, Right::SeePatients);
    const ListReader reader{clinic, limit};
    std::vector<ClinicListView> views;
    const auto read = [&](const auto& lists) {
        for (const auto list : lists) {
            views.push_back(reader.read(list));
        }
    };
    if (may(clinic, Right::ReadRecords)) {
        read(kLists);
    } else {
        read(kListsOfFrontDesk);
    }
    return views;
}

ClinicListView clinicList(Clinic& clinic, ClinicList list, int limit) {
    const bool isOfFrontDesk = std::ranges::count(kListsOfFrontDesk, list) > 0;
    require(clinic, isOfFrontDesk ? Right::SeePatients : Right::ReadRecords);
    return ListReader{clinic, limit}.read(list);
}

} // namespace palpate::app
