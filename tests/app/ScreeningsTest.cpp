// SPDX-License-Identifier: MIT
// Red flags that act: the banner, what was done about one, and when to ask again.
#include "app/Screenings.h"

#include "app/ClinicLists.h"
#include "app/FillingForms.h"
#include "app/PatientPresenter.h"
#include "app/ReportChoices.h"
#include "app/SearchLists.h"
#include "app/SearchQuery.h"
#include "app/SessionPresenter.h"
#include "domain/Error.h"
#include "storage/Store.h"
#include "support/Builders.h"

#include <catch2/catch_test_macros.hpp>
#include <catch2/matchers/catch_matchers_exception.hpp>
#include <catch2/matchers/catch_matchers_string.hpp>

#include <algorithm>
#include <chrono>

namespace palpate::app {
namespace {

using Catch::Matchers::ContainsSubstring;
using std::chrono::days;
using std::chrono::minutes;

/// The case of low back pain, with a session begun now.
struct Screened {
    test::OpenClinic clinic;
    SessionId session = SessionPresenter::begin(*clinic, clinic.caseId());

    [[nodiscard]] FlagBannerView banner() { return flagBanner(*clinic, clinic.patient()); }
    [[nodiscard]] std::optional<ScreeningDue> due() {
        return screeningDue(*clinic, clinic.caseId());
    }
    [[nodiscard]] int found(std::string_view query) {
        const auto parsed = parseQuery(*clinic, query);
        REQUIRE(parsed.mistakes.empty());
        return countFound(*clinic, parsed.filter, ResultsAs::Sessions).count;
    }
    void write(const SessionId& id, std::string text) {
        clinic->store().sessions().apply(
            id, std::vector<SessionEdit>{
                    SetNote{NotePart::Subjective, test::written(std::move(text))}});
    }
};

} // namespace

SCENARIO("a raised flag stays in sight until something was done about it") {
    Screened it;
    CHECK(it.banner().flags.empty());
    CHECK(PatientPresenter{*it.clinic, it.clinic.patient()}.view().bar.flag.empty());
    const auto filled =
        test::screenFor(it.clinic, "red-flags-low-back", {"persisting", "ces_saddle"}, it.session);
    REQUIRE(filled.raised.size() == 2);

    auto banner = it.banner();
    REQUIRE(banner.flags.size() == 2);
    CHECK(banner.headline == "Emergency: possible cauda equina syndrome (and 1 more)");
    CHECK_THAT(banner.caution, ContainsSubstring("no diagnosis"));
    const auto first = banner.flags.front();
    CHECK(first.rank == 0);
    CHECK_THAT(first.urgency, ContainsSubstring("Emergency: "));
    CHECK_FALSE(first.action.empty());
    CHECK_FALSE(first.sources.empty());
    CHECK_THAT(first.raised, ContainsSubstring("23 Nov 2026, 10:45"));
    CHECK(PatientPresenter{*it.clinic, it.clinic.patient()}.view().bar.flag == banner.headline);

    THEN("it stands first in the clinic's lists, is found, and is a gap of the signature") {
        const auto lists = clinicLists(*it.clinic);
        CHECK(lists.front().list == ClinicList::Flags);
        CHECK(lists.front().count == 2);
        CHECK_THAT(lists.front().rows.at(0).what, ContainsSubstring("cauda equina"));
        CHECK(it.found("flag:any") == 1);
        CHECK(it.found("flag:unsettled") == 1);
        CHECK(it.found("flag:ces_saddle") == 1);
        CHECK(it.found("flag:dvt") == 0);
        SessionPresenter chart{*it.clinic, it.session};
        const auto gaps = chart.checkSigning().gaps;
        CHECK(std::ranges::count_if(gaps, [](const SigningGap& gap) {
                  return gap.text.find("red flag is not settled") != std::string::npos;
              }) == 2);
    }
    THEN("a letter offers it first") {
        const auto choices = reportChoices(*it.clinic, it.clinic.patient(), {});
        CHECK(choices.likelyRegion == 0);
        REQUIRE(choices.flagRegions.front().flags.size() == 2);
        CHECK(choices.flagRegions.front().flags.front().raised == "23 Nov 2026");
    }
    WHEN("somebody was told, ten minutes ago") {
        settleAsTold(*it.clinic, first.id, "emergency care", "10:35", "ambulance called");
        THEN("that one is settled, who and when stands beside it") {
            CHECK(it.banner().headline.starts_with("Soon: possible "));
            const auto all = raisedFlags(*it.clinic, it.clinic.patient());
            const auto told = std::ranges::find(all, first.id, &FlagView::id);
            REQUIRE(told != all.end());
            CHECK(told->settled);
            REQUIRE(told->deeds.size() == 1);
            CHECK(told->deeds.front().starts_with(
                "23 Nov, 10:35: told emergency care: ambulance called ("));
            CHECK(it.found("flag:any") == 1);
            CHECK(it.found("flag:ces_saddle flag:unsettled") == 0);
        }
    }
    WHEN("treatment goes on without a reason, or nobody is named") {
        CHECK_THROWS_AS(settleAsGoingOn(*it.clinic, first.id, "  "), EditRefused);
        CHECK_THROWS_AS(settleAsTold(*it.clinic, first.id, "", "", ""), EditRefused);
        CHECK_THROWS_AS(settleAsReferred(*it.clinic, first.id, " "), EditRefused);
        THEN("nothing is settled") {
            CHECK(it.banner().flags.size() == 2);
        }
    }
    WHEN("the time is none, or is to come") {
        CHECK_THROWS_MATCHES(settleAsTold(*it.clinic, first.id, "her son", "soon", ""), EditRefused,
                             Catch::Matchers::MessageMatches(ContainsSubstring("10:50")));
        CHECK_THROWS_AS(settleAsTold(*it.clinic, first.id, "her son", "23:00", ""), EditRefused);
        THEN("nothing is settled") {
            CHECK(it.banner().flags.size() == 2);
        }
    }
    WHEN("the letter of referral goes out") {
        CHECK(settleByLetter(*it.clinic, it.clinic.patient(), "Dr M. Patel") == 2);
        THEN("all that it names are settled") {
            CHECK(it.banner().flags.empty());
            CHECK(it.found("flag:unsettled") == 0);
            CHECK(clinicList(*it.clinic, ClinicList::Flags, 5).rows.empty());
        }
    }
    WHEN("treatment goes on for a reason") {
        settleAsGoingOn(*it.clinic, first.id, "known for years, examined last week");
        const auto all = raisedFlags(*it.clinic, it.clinic.patient());
        CHECK(std::ranges::any_of(all, [](const FlagView& flag) {
            return flag.settled &&
                   flag.deeds.front().find("because known for years") != std::string::npos;
        }));
    }
}

SCENARIO("screening is due with the first session, again after a while, and when a nerve tells") {
    Screened it;
    auto due = it.due();
    REQUIRE(due);
    CHECK(due->formUrl == "urn:palpate:form/red-flags-low-back");
    CHECK(due->why == "First session of this case");
    CHECK_FALSE(due->pressing);

    GIVEN("a screening in which nothing was answered") {
        static_cast<void>(test::fillForm(it.clinic, "red-flags-low-back", {}, it.session));
        THEN("nobody was asked, and it stays due") {
            CHECK(it.due());
        }
    }
    GIVEN("numbness in the first session") {
        it.write(it.session, "Numb left foot since Monday.");
        REQUIRE(it.due());
        CHECK(it.due()->pressing);
        CHECK_THAT(it.due()->why, ContainsSubstring("numbness, in the session of 23 Nov 2026"));
    }
    GIVEN("a negative screening after the first session began") {
        it.write(it.session, "Tingling in the left foot.");
        it.clinic.advance(minutes{10});
        static_cast<void>(test::screenFor(it.clinic, "red-flags-low-back", {}, it.session));
        CHECK_FALSE(it.due());

        WHEN("a week later the same is told again, and that nothing else is there") {
            it.clinic.advance(days{7});
            const auto again = SessionPresenter::begin(*it.clinic, it.clinic.caseId());
            it.write(again, "Still tingling in the foot. No numbness, no weakness.");
            THEN("nothing is new") {
                CHECK_FALSE(it.due());
            }
        }
        WHEN("a week later there is weakness") {
            it.clinic.advance(days{7});
            const auto again = SessionPresenter::begin(*it.clinic, it.clinic.caseId());
            it.write(again, "The foot is weaker than last week.");
            THEN("it is pressing, until the next screening") {
                due = it.due();
                REQUIRE(due);
                CHECK(due->pressing);
                CHECK(due->why == "New: weakness, in the session of 30 Nov 2026");
                const auto facts =
                    PatientPresenter{*it.clinic, it.clinic.patient()}.view().facts.next;
                REQUIRE_FALSE(facts.empty());
                CHECK_THAT(facts.front().text, ContainsSubstring("Screen for red flags: New"));
                it.clinic.advance(minutes{5});
                static_cast<void>(test::screenFor(it.clinic, "red-flags-low-back", {}, again));
                CHECK_FALSE(it.due());
            }
        }
        WHEN("the patient says so in a form") {
            it.clinic.advance(days{3});
            static_cast<void>(test::fillForm(it.clinic, "symptoms", {{"numb", "yes"}}));
            THEN("the form is named") {
                REQUIRE(it.due());
                CHECK(it.due()->why == "New: numbness, in the form “Symptoms” of 26 Nov 2026");
            }
        }
        WHEN("the patient says in a form that there is none") {
            it.clinic.advance(days{3});
            static_cast<void>(test::fillForm(
                it.clinic, "symptoms", {{"numb", "no"}, {"weak", "no"}, {"radiating", "no"}}));
            CHECK_FALSE(it.due());
        }
        WHEN("a quarter of a year has gone by") {
            it.clinic.advance(days{kScreenAgainAfterDays - 1});
            CHECK_FALSE(it.due());
            it.clinic.advance(days{1});
            REQUIRE(it.due());
            CHECK(it.due()->why == "Last screened on 23 Nov 2026");
            CHECK_FALSE(it.due()->pressing);
        }
    }
}

TEST_CASE("the form is that of the case's area, and a closed case asks for none") {
    test::OpenClinic clinic;
    auto record = *clinic->store().cases().find(clinic.caseId());
    const auto urlFor = [&](BodyArea area) {
        record.area = area;
        clinic->store().cases().update(record);
        return screeningDue(*clinic, clinic.caseId())->formUrl;
    };
    CHECK(urlFor(BodyArea::Neck).ends_with("red-flags-neck"));
    CHECK(urlFor(BodyArea::Headache).ends_with("red-flags-headache"));
    CHECK(urlFor(BodyArea::Shoulder).ends_with("red-flags-shoulder"));
    CHECK(urlFor(BodyArea::Knee).ends_with("red-flags-hip-leg"));
    CHECK(urlFor(BodyArea::Any).ends_with("red-flags-general"));
    for (const auto area : {BodyArea::LowBack, BodyArea::Neck, BodyArea::Headache,
                            BodyArea::Shoulder, BodyArea::Hip, BodyArea::Any}) {
        CHECK(formLibrary(*clinic).find(urlFor(area)) != nullptr);
    }
    record.status = CaseStatus::Discharged;
    record.closed = test::kToday;
    clinic->store().cases().update(record);
    CHECK_FALSE(screeningDue(*clinic, clinic.caseId()));
}

} // namespace palpate::app
