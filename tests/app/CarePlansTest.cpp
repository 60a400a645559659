// SPDX-License-Identifier: MIT
// From factors to care: what was told, what is proposed, what goes on, and how it went.
#include "app/CarePlans.h"

#include "app/ClinicLists.h"
#include "app/FillingForms.h"
#include "app/PatientPresenter.h"
#include "app/SessionPresenter.h"
#include "domain/Error.h"
#include "storage/Store.h"
#include "support/Builders.h"

#include <catch2/catch_test_macros.hpp>
#include <catch2/matchers/catch_matchers_string.hpp>

#include <algorithm>
#include <chrono>

namespace palpate::app {
namespace {

using Catch::Matchers::ContainsSubstring;
using std::chrono::days;

[[nodiscard]] HomeCareKey care(std::string_view key) {
    return test::key<HomeCareKey>(key);
}

struct Planned {
    test::OpenClinic clinic;
    SessionId session = SessionPresenter::begin(*clinic, clinic.caseId());

    [[nodiscard]] CarePlanView plan() { return carePlan(*clinic, clinic.caseId()); }
    [[nodiscard]] const CareProposal* proposal(const CarePlanView& view, std::string_view key) {
        const auto found = std::ranges::find(view.proposals, care(key), &CareProposal::item);
        return found != view.proposals.end() ? &*found : nullptr;
    }
};

} // namespace

SCENARIO("factors that were told propose home care") {
    Planned it;
    CHECK(it.plan().factors.empty());
    CHECK(it.plan().proposals.empty());
    static_cast<void>(test::fillForm(it.clinic, "contributing-factors",
                                     {{"factor.sitting", "yes"},
                                      {"factor.sitting.note", "9 h at the desk"},
                                      {"factor.hydration", "yes"},
                                      {"factor.smoking", "no"}}));
    auto view = it.plan();
    REQUIRE(view.factors.size() == 2);
    CHECK(view.factors.front().title == "Prolonged sitting");
    CHECK(view.factors.front().told == "yes, 23 Nov 2026: 9 h at the desk");
    CHECK(view.factors.back().evidence == "weak evidence");
    const auto* breaks = it.proposal(view, "posture_breaks");
    REQUIRE(breaks != nullptr);
    CHECK(breaks->because == "answers: prolonged sitting");
    CHECK_FALSE(breaks->evidence.empty());
    CHECK_FALSE(breaks->sources.empty());
    CHECK(it.proposal(view, "hydration") != nullptr);
    CHECK(it.proposal(view, "smoking") == nullptr);

    WHEN("a later form says otherwise") {
        it.clinic.advance(days{7});
        static_cast<void>(
            test::fillForm(it.clinic, "contributing-factors", {{"factor.sitting", "no"}}));
        THEN("what was told last counts, and what was not asked again stands") {
            view = it.plan();
            REQUIRE(view.factors.size() == 1);
            CHECK(view.factors.front().title == "Low fluid intake");
            CHECK(it.proposal(view, "posture_breaks") == nullptr);
        }
    }
}

SCENARIO("home care goes on in the plan until it is stopped") {
    Planned it;
    agree(*it.clinic, it.clinic.caseId(), care("heat"), "15 min in the evening", "in 2 weeks", {});
    auto view = it.plan();
    REQUIRE(view.items.size() == 1);
    CHECK(view.items.front().dose == "15 min in the evening");
    CHECK(view.items.front().when == "since 23 Nov 2026, review 7 Dec 2026");
    CHECK_FALSE(view.items.front().reviewDue);
    const auto heat = view.items.front().id;

    THEN("it can't be taken twice, nor for a review that is no day") {
        CHECK_THROWS_AS(agree(*it.clinic, it.clinic.caseId(), care("heat"), "", "", {}),
                        EditRefused);
        CHECK_THROWS_AS(agree(*it.clinic, it.clinic.caseId(), care("cold"), "", "sometime", {}),
                        EditRefused);
        CHECK(it.plan().items.size() == 1);
    }
    THEN("the next session proposes it with its dose") {
        it.clinic.advance(days{7});
        SessionPresenter chart{*it.clinic, SessionPresenter::begin(*it.clinic, it.clinic.caseId())};
        const auto& proposals = chart.view().visit.homeCareProposals;
        REQUIRE_FALSE(proposals.empty());
        CHECK(proposals.front().item.item == care("heat"));
        CHECK(proposals.front().item.dose == "15 min in the evening");
        CHECK(proposals.front().fromPlan);
    }
    THEN("its review comes into the lists when it is due") {
        CHECK(clinicList(*it.clinic, ClinicList::HomeCare, 5).rows.empty());
        it.clinic.advance(days{14});
        CHECK(it.plan().items.front().reviewDue);
        const auto due = clinicList(*it.clinic, ClinicList::HomeCare, 5);
        REQUIRE_FALSE(due.rows.empty());
        CHECK_THAT(due.rows.front().what, ContainsSubstring("review of"));
        CHECK_THAT(due.rows.front().what, ContainsSubstring(" was agreed for 7 Dec"));
        CHECK(due.rows.front().when == "today");
        const auto next = PatientPresenter{*it.clinic, it.clinic.patient()}.view().facts.next;
        CHECK(std::ranges::any_of(next, [](const NextStep& step) {
            return step.pressing && step.text.starts_with("Review home care, due since 7 Dec");
        }));
    }
    WHEN("dose and review are changed") {
        changeCare(*it.clinic, it.clinic.caseId(), heat, "20 min", "");
        view = it.plan();
        CHECK(view.items.front().dose == "20 min");
        CHECK(view.items.front().when == "since 23 Nov 2026");
    }
    WHEN("it is stopped") {
        it.clinic.advance(days{3});
        stopCare(*it.clinic, it.clinic.caseId(), heat, "no longer needed");
        view = it.plan();
        REQUIRE(view.items.size() == 1);
        CHECK(view.items.front().stopped);
        CHECK(view.items.front().when ==
              "since 23 Nov 2026, stopped 26 Nov 2026: no longer needed");
        THEN("it can't be changed any more, but taken up anew") {
            CHECK_THROWS_AS(changeCare(*it.clinic, it.clinic.caseId(), heat, "", ""), EditRefused);
            agree(*it.clinic, it.clinic.caseId(), care("heat"), "", "", {});
            CHECK(it.plan().items.size() == 2);
            CHECK_FALSE(it.plan().items.front().stopped);
        }
    }
}

SCENARIO("what a session agreed stands first among the proposals until it is in the plan") {
    Planned it;
    {
        SessionPresenter chart{*it.clinic, it.session};
        chart.visit().putHomeCare({care("walking"), "20 min a day"});
    }
    auto view = it.plan();
    REQUIRE(view.proposals.size() == 1);
    CHECK(view.proposals.front().agreedInSession);
    CHECK(view.proposals.front().usual == "20 min a day");
    CHECK(view.proposals.front().because == "agreed in the session of 23 Nov 2026");
    CHECK(view.items.empty());
    agree(*it.clinic, it.clinic.caseId(), care("walking"), "20 min a day", "", {});
    CHECK(it.plan().proposals.empty());
    stopCare(*it.clinic, it.clinic.caseId(), it.plan().items.front().id, "");
    CHECK(it.plan().proposals.empty());
}

SCENARIO("how often home care was done, and everyday life, come from sessions and check-ins") {
    Planned it;
    CHECK(it.plan().adherence.empty());
    CHECK(it.plan().everyday.empty());
    agree(*it.clinic, it.clinic.caseId(), care("heat"), "", "", {});
    {
        SessionPresenter chart{*it.clinic, it.session};
        chart.visit().setCheckIn(CheckInField::HomeCare, 2);
        chart.visit().setCheckIn(CheckInField::Sleep, 6);
    }
    CHECK(it.plan().adherence == "home care on 2 of 7 days (23 Nov)");
    it.clinic.advance(days{7});
    static_cast<void>(test::fillForm(
        it.clinic, "home-care-check-in",
        {{"adherence.days", "5"}, {"care.heat.days", "4"}, {"care.heat.effect", "It helped"}}));
    static_cast<void>(test::fillForm(it.clinic, "lifestyle-check-in",
                                     {{"sleep.hours", "7.5"}, {"stress.level", "4"}}));
    const auto view = it.plan();
    CHECK(view.adherence == "home care on 5 of 7 days (30 Nov)");
    CHECK(view.items.front().done.starts_with("4 of 7 days, "));
    REQUIRE(view.everyday.size() == 2);
    CHECK(view.everyday.front().title == "Sleep");
    REQUIRE(view.everyday.front().days.size() == 2);
    CHECK(view.everyday.front().days.front().second == 6);
    CHECK(view.everyday.front().days.back().second == 7.5);
    CHECK(view.everyday.back().days.size() == 1);
}

TEST_CASE("a review is due on its own day, in whatever zone the clinic is") {
    Planned it;
    auto profile = it.clinic->profile();
    profile.timeZone = "America/New_York";
    it.clinic->store().setProfile(profile);
    it.clinic.reopen();
    agree(*it.clinic, it.clinic.caseId(), care("heat"), "15 min", "in 2 weeks", {});
    it.clinic.advance(days{13});
    CHECK(clinicList(*it.clinic, ClinicList::HomeCare, 5).rows.empty());
    it.clinic.advance(days{1});
    const auto due = clinicList(*it.clinic, ClinicList::HomeCare, 5);
    REQUIRE(due.rows.size() == 1);
    CHECK_THAT(due.rows.front().what, ContainsSubstring(" was agreed for 7 Dec"));
    CHECK(due.rows.front().when == "today");
}

} // namespace palpate::app
