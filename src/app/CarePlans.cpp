// SPDX-License-Identifier: MIT
#include "app/CarePlans.h"

#include "app/CheckInWords.h"
#include "app/Clinic.h"
#include "app/FormTold.h"
#include "app/ReadSessions.h"
#include "app/ReportSources.h"
#include "app/Rights.h"
#include "app/SentenceWords.h"
#include "app/SessionDays.h"
#include "app/TimeText.h"
#include "app/TypedTimes.h"
#include "domain/Error.h"
#include "domain/Text.h"
#include "reference/Reference.h"
#include "storage/Store.h"

#include <algorithm>
#include <array>

namespace palpate::app {

namespace {

[[nodiscard]] std::string evidenceText(reference::Evidence evidence) {
    switch (evidence) {
    case reference::Evidence::Good:
        return tr("good evidence");
    case reference::Evidence::Some:
        return tr("some evidence");
    case reference::Evidence::Weak:
        return tr("weak evidence");
    case reference::Evidence::Expert:
        break;
    }
    return tr("opinion of experts only");
}

struct Followed {
    Everyday about;
    CheckInField field;
};
constexpr std::array kFollowed{Followed{Everyday::Sleep, CheckInField::Sleep},
                               Followed{Everyday::Stress, CheckInField::Stress},
                               Followed{Everyday::Water, CheckInField::Water},
                               Followed{Everyday::Sitting, CheckInField::Sitting},
                               Followed{Everyday::Activity, CheckInField::Activity}};

class PlanReader {
public:
    PlanReader(Clinic& clinic, const Case& record, std::span<const Session> sessions)
        : clinic_{clinic}, reference_{clinic.reference()}, zone_{clinic.profile().timeZone},
          sessions_{sessions}, forms_{clinic, record},
          items_{clinic.store().carePlans().ofCase(record.id)}, care_{careTold(forms_)} {}

    [[nodiscard]] CarePlanView read() const {
        CarePlanView view;
        std::vector<FactorKey> told;
        for (const auto& factor : factorsTold(forms_)) {
            if (factor.yes) {
                view.factors.push_back(line(factor));
                told.push_back(factor.factor);
            }
        }
        view.proposals = proposals(told);
        for (const auto& item : items_) {
            view.items.push_back(line(item));
        }
        view.adherence = adherence();
        view.everyday = everyday();
        return view;
    }

private:
    [[nodiscard]] std::string dayAt(Instant at) const { return dayText(localDay(at, zone_)); }
    [[nodiscard]] std::string shortDayAt(Instant at) const {
        return shortDayText(localDay(at, zone_));
    }

    [[nodiscard]] FactorLine line(const ToldFactor& told) const {
        const auto* known = reference_.factors().find(told.factor);
        const auto day = dayAt(told.at);
        return {.factor = told.factor,
                .title = known != nullptr ? known->name : told.factor.text(),
                .told = told.note.empty() ? shown({tr("yes, {1}"), {day}})
                                          : shown({tr("yes, {1}: {2}"), {day, told.note}}),
                .evidence = known != nullptr ? evidenceText(known->evidence) : std::string{},
                .isWeak = known != nullptr && (known->evidence == reference::Evidence::Weak ||
                                               known->evidence == reference::Evidence::Expert)};
    }

    // Proposals ---------------------------------------------------------------------------------

    [[nodiscard]] bool goesOn(const HomeCareKey& item) const {
        return std::ranges::any_of(
            items_, [&](const CarePlanItem& each) { return each.item == item && !each.stopped; });
    }

    /// Stopped on the day of that session or later: the session agreed on it before that.
    [[nodiscard]] bool wasStoppedAfter(const HomeCareKey& item, Date day) const {
        return std::ranges::any_of(items_, [&](const CarePlanItem& each) {
            return each.item == item && each.stopped && *each.stopped >= day;
        });
    }

    [[nodiscard]] std::vector<CareProposal> proposals(const std::vector<FactorKey>& told) const {
        std::vector<CareProposal> found;
        const auto agreed =
            std::find_if(sessions_.rbegin(), sessions_.rend(),
                         [](const Session& session) { return !session.homeCare.empty(); });
        if (agreed != sessions_.rend()) {
            const auto day = dayOf(*agreed);
            for (const auto& item : agreed->homeCare) {
                if (!goesOn(item.item) && !wasStoppedAfter(item.item, day)) {
                    found.push_back(proposal(item.item, told));
                    auto& one = found.back();
                    one.usual = item.dose.empty() ? one.usual : item.dose;
                    one.because = joined(
                        {shown({tr("agreed in the session of {1}"), {dayText(day)}}), one.because},
                        "; ");
                    one.agreedInSession = true;
                }
            }
        }
        for (const auto& item : reference_.factors().answersTo(told)) {
            const bool isThere = std::ranges::any_of(
                found, [&](const CareProposal& each) { return each.item == item; });
            if (!isThere && !goesOn(item)) {
                found.push_back(proposal(item, told));
            }
        }
        return found;
    }

    [[nodiscard]] CareProposal proposal(const HomeCareKey& item,
                                        const std::vector<FactorKey>& told) const {
        CareProposal one{.item = item,
                         .title = item.text(),
                         .usual = {},
                         .because = {},
                         .factors = {},
                         .evidence = {},
                         .cautions = {},
                         .sources = {}};
        for (const auto& factor : told) {
            const auto* known = reference_.factors().find(factor);
            if (known != nullptr && std::ranges::count(known->answeredBy, item) != 0) {
                one.factors.push_back(factor);
            }
        }
        one.because = answers(one.factors);
        if (const auto* known = reference_.homeCare().find(item)) {
            one.title = known->name;
            one.usual = known->dose;
            one.evidence = joined({evidenceText(known->evidence), known->evidenceNote}, ": ");
            one.cautions = known->cautions;
            one.sources = sourceWords({&known->sources, 1}, reference_);
        }
        return one;
    }

    [[nodiscard]] std::string answers(const std::vector<FactorKey>& factors) const {
        std::vector<std::string> names;
        for (const auto& factor : factors) {
            const auto* known = reference_.factors().find(factor);
            names.push_back(uncapitalised(known != nullptr ? known->name : factor.text()));
        }
        return names.empty() ? std::string{} : shown({tr("answers: {1}"), {joined(names, ", ")}});
    }

    // What is in the plan -----------------------------------------------------------------------

    [[nodiscard]] CareLine line(const CarePlanItem& item) const {
        const auto* known = reference_.homeCare().find(item.item);
        return {.id = item.id,
                .title = known != nullptr ? known->name : item.item.text(),
                .dose = item.dose,
                .when = whenText(item),
                .because = answers(item.because),
                .done = doneText(item),
                .review = item.review ? dayText(*item.review) : std::string{},
                .reviewDue = !item.stopped && item.review && *item.review <= clinic_.today(),
                .stopped = item.stopped.has_value()};
    }

    [[nodiscard]] static std::string whenText(const CarePlanItem& item) {
        if (item.stopped) {
            const auto day = dayText(*item.stopped);
            return item.stoppedBecause.empty()
                       ? shown({tr("since {1}, stopped {2}"), {dayText(item.start), day}})
                       : shown({tr("since {1}, stopped {2}: {3}"),
                                {dayText(item.start), day, item.stoppedBecause}});
        }
        return item.review ? shown({tr("since {1}, review {2}"),
                                    {dayText(item.start), dayText(*item.review)}})
                           : shown({tr("since {1}"), {dayText(item.start)}});
    }

    /// As it was told last, since the item is in the plan.
    [[nodiscard]] std::string doneText(const CarePlanItem& item) const {
        const auto told = std::find_if(care_.rbegin(), care_.rend(), [&](const ToldCare& each) {
            return each.item == item.item && localDay(each.at, zone_) >= item.start;
        });
        if (told == care_.rend()) {
            return {};
        }
        const auto days = std::to_string(told->days);
        const auto day = shortDayAt(told->at);
        return told->effect.empty() ? shown({tr("{1} of 7 days ({2})"), {days, day}})
                                    : shown({tr("{1} of 7 days, {2} ({3})"),
                                             {days, uncapitalised(told->effect), day}});
    }

    // How it went -------------------------------------------------------------------------------

    /// A session's answer or a check-in's, whichever is later.
    [[nodiscard]] std::string adherence() const {
        std::optional<std::pair<Instant, int>> last;
        for (const auto& session : sessions_) {
            if (session.checkIn.homeCareDays) {
                last.emplace(session.startedAt, *session.checkIn.homeCareDays);
            }
        }
        for (const auto& told : care_) {
            if (!told.item && (!last || last->first <= told.at)) {
                last.emplace(told.at, told.days);
            }
        }
        return last ? shown({tr("home care on {1} of 7 days ({2})"),
                             {std::to_string(last->second), shortDayAt(last->first)}})
                    : std::string{};
    }

    [[nodiscard]] std::vector<EverydayTrend> everyday() const {
        std::vector<EverydayTrend> trends;
        const auto told = everydayTold(forms_);
        const auto questions = checkInLines({}, nullptr);
        for (const auto& [about, field] : kFollowed) {
            const auto question = std::ranges::find(questions, field, &CheckInLine::field);
            EverydayTrend trend{.title = question->label, .unit = question->unit, .days = {}};
            for (const auto& session : sessions_) {
                for (const auto& line : checkInLines(session.checkIn, nullptr)) {
                    if (line.field == field && line.value) {
                        trend.days.emplace_back(session.startedAt, *line.value);
                    }
                }
            }
            for (const auto& number : told) {
                if (number.about == about) {
                    trend.days.emplace_back(number.at, number.value);
                }
            }
            std::ranges::stable_sort(trend.days, {}, [](const auto& day) { return day.first; });
            if (!trend.days.empty()) {
                trends.push_back(std::move(trend));
            }
        }
        return trends;
    }

    Clinic& clinic_;
    const reference::Reference& reference_;
    const std::string& zone_;
    std::span<const Session> sessions_;
    CaseAnswers forms_;
    std::vector<CarePlanItem> items_;
    std::vector<ToldCare> care_;
};

[[nodiscard]] std::optional<Date> typedReview(const std::string& typed, Date from) {
    const auto text = trimmed(typed);
    if (text.empty()) {
        return std::nullopt;
    }
    const auto day = typedNextDay(text, from);
    if (!day) {
        throw EditRefused{{tr("“{1}” is no day for a review; type a day such as 9 Dec, or a time "
                              "such as in 2 weeks."),
                           {text}}};
    }
    return day;
}

void refuseProblems(const CarePlanItem& item) {
    if (const auto wrong = problems(item); !wrong.empty()) {
        throw EditRefused{wrong.front()};
    }
}

[[nodiscard]] CarePlanItem storedItem(Clinic& clinic, const CaseId& caseId,
                                      const CarePlanItemId& id) {
    const auto items = clinic.store().carePlans().ofCase(caseId);
    const auto found = std::ranges::find(items, id, &CarePlanItem::id);
    if (found == items.end()) {
        throw EditRefused{{tr("This home care is not in the plan of the case."), {}}};
    }
    if (found->stopped) {
        throw EditRefused{{tr("This home care was stopped on {1}; take it into the plan anew."),
                           {dayText(*found->stopped)}}};
    }
    return *found;
}

} // namespace

CarePlanView carePlan(Clinic& clinic, const CaseId& caseId) {
    require(clinic, Right::ReadRecords);
    const auto record = clinic.store().cases().find(caseId);
    return record ? carePlan(clinic, *record, clinic.store().sessions().ofCase(caseId))
                  : CarePlanView{};
}

CarePlanView carePlan(Clinic& clinic, const Case& record, std::span<const Session> sessions) {
    return PlanReader{clinic, record, sessions}.read();
}

std::vector<CarePlanItem> runningCare(Clinic& clinic, const CaseId& caseId) {
    require(clinic, Right::ReadRecords);
    auto items = clinic.store().carePlans().ofCase(caseId);
    std::erase_if(items, [](const CarePlanItem& item) { return item.stopped.has_value(); });
    return items;
}

std::string careText(const reference::Reference& reference, const HomeCareKey& item,
                     const std::string& dose) {
    const auto* known = reference.homeCare().find(item);
    const auto title = known != nullptr ? known->name : item.text();
    return dose.empty() ? title : shown({tr("{1}: {2}"), {title, dose}});
}

void agree(Clinic& clinic, const CaseId& caseId, const HomeCareKey& item, const std::string& dose,
           const std::string& review, const std::vector<FactorKey>& because) {
    require(clinic, Right::WriteRecords);
    const auto running = runningCare(clinic, caseId);
    if (std::ranges::count(running, item, &CarePlanItem::item) != 0) {
        throw EditRefused{{tr("{1} is in the plan already; change it there."),
                           {careText(clinic.reference(), item, {})}}};
    }
    const auto today = clinic.today();
    const CarePlanItem agreed{.id = CarePlanItemId::create(clinic.ids()),
                              .caseId = caseId,
                              .item = item,
                              .dose = trimmed(dose),
                              .because = because,
                              .start = today,
                              .review = typedReview(review, today),
                              .by = clinic.practitioner().id,
                              .written = clinic.clock().now()};
    refuseProblems(agreed);
    clinic.store().carePlans().add(agreed);
}

void changeCare(Clinic& clinic, const CaseId& caseId, const CarePlanItemId& item,
                const std::string& dose, const std::string& review) {
    require(clinic, Right::WriteRecords);
    const auto seen = storedItem(clinic, caseId, item);
    auto changed = seen;
    changed.dose = trimmed(dose);
    changed.review = typedReview(review, clinic.today());
    refuseProblems(changed);
    clinic.store().carePlans().change(changed, seen);
}

void stopCare(Clinic& clinic, const CaseId& caseId, const CarePlanItemId& item,
              const std::string& reason) {
    require(clinic, Right::WriteRecords);
    const auto seen = storedItem(clinic, caseId, item);
    auto changed = seen;
    changed.stopped = clinic.today();
    changed.stoppedBecause = trimmed(reason);
    refuseProblems(changed);
    clinic.store().carePlans().change(changed, seen);
}

} // namespace palpate::app
