// SPDX-License-Identifier: MIT
// Red flags that act: the banner, what was done about one, and when to ask again.
#include "app/Screenings.h"

#include "app/ClinicLists.h"
#include "app/FillingForms.h"
#include "app/PatientPresenter.h"
#include "app/ReportChoices.h"
#include "app/Reports.h"
#include "app/ScreeningOffers.h"
#include "app/SearchLists.h"
#include "app/SearchQuery.h"
#include "app/SessionPresenter.h"
#include "domain/Error.h"
#include "report/PdfTools.h"
#include "storage/Store.h"
#include "support/Builders.h"

#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>
#include <catch2/matchers/catch_matchers_exception.hpp>
#include <catch2/matchers/catch_matchers_string.hpp>

#include <algorithm>
#include <chrono>
#include <string_view>
#include <vector>

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
    WHEN("a letter that names one of them goes out") {
        const std::vector named{test::key<RedFlagKey>("persisting"),
                                test::key<RedFlagKey>("dvt")}; // which nobody raised
        CHECK(unsettledAmong(*it.clinic, it.clinic.patient(), named).size() == 1);
        CHECK(settleByLetter(*it.clinic, it.clinic.patient(), named, "Dr M. Patel") == 1);
        THEN("the other stays open") {
            banner = it.banner();
            REQUIRE(banner.flags.size() == 1);
            CHECK(banner.flags.front().id == first.id);
            CHECK(settleByLetter(*it.clinic, it.clinic.patient(), named, "Dr M. Patel") == 0);
        }
    }
    WHEN("a letter that names none goes out") {
        CHECK(settleByLetter(*it.clinic, it.clinic.patient(), {}, "Dr M. Patel") == 0);
        THEN("nothing is settled") {
            CHECK(it.banner().flags.size() == 2);
        }
    }
    WHEN("a letter is printed") {
        ReportRequest request{.patient = it.clinic.patient(), .templateName = "referral-letter"};
        const auto printed = [&] {
            return report::test::PrintedPdf{reportDocument(*it.clinic, request), it.clinic.temp()}
                .words();
        };
        CHECK_THAT(printed(), ContainsSubstring("None is named in this letter"));
        request.letter.redFlags = {test::key<RedFlagKey>("ces_saddle")};
        const auto text = printed();
        THEN("it names what was chosen and nothing else") {
            CHECK_THAT(text, ContainsSubstring("cauda equina syndrome"));
            CHECK_THAT(text, ContainsSubstring("(answered with yes on 23 Nov 2026)"));
            CHECK_THAT(text, !ContainsSubstring(it.banner().flags.back().question));
        }
    }
    WHEN("a letter is begun, and the choices are read again later") {
        std::vector<RedFlagKey> named;
        std::vector<RedFlagKey> offered;
        const auto renew = [&] {
            renewNamed(named, offered, reportChoices(*it.clinic, it.clinic.patient(), {}));
        };
        renew();
        const std::vector both{test::key<RedFlagKey>("ces_saddle"),
                               test::key<RedFlagKey>("persisting")};
        CHECK(named == both);
        THEN("one that its writer took out stays out, one beside them stays in") {
            named = {both.front(), test::key<RedFlagKey>("dvt")};
            const auto chosen = named;
            renew();
            CHECK(named == chosen);
        }
        THEN("one that was settled is named no longer, one that came is") {
            settleAsGoingOn(*it.clinic, first.id, "examined today");
            static_cast<void>(
                test::screenFor(it.clinic, "red-flags-low-back", {"aaa"}, it.session));
            renew();
            CHECK(named == std::vector{both.back(), test::key<RedFlagKey>("aaa")});
        }
    }
    WHEN("the letter of referral goes out") {
        const auto named = raisedIn(reportChoices(*it.clinic, it.clinic.patient(), {}));
        CHECK(settleByLetter(*it.clinic, it.clinic.patient(), named, "Dr M. Patel") == 2);
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
    GIVEN("a screening in which three questions were answered") {
        static_cast<void>(test::fillForm(
            it.clinic, "red-flags-low-back",
            {{"flag.ces_saddle", "no"}, {"flag.ces_bladder", "no"}, {"flag.ces_bowel", "no"}},
            it.session));
        THEN("it stays due, with how much was asked") {
            REQUIRE(it.due());
            CHECK_THAT(it.due()->why, ContainsSubstring("First session of this case; 3 of "));
            CHECK_THAT(it.due()->why, ContainsSubstring(" asked on 23 Nov 2026"));
        }
        WHEN("all is asked after it") {
            it.clinic.advance(minutes{1});
            static_cast<void>(test::screenFor(it.clinic, "red-flags-low-back", {}, it.session));
            CHECK_FALSE(it.due());
        }
    }
    GIVEN("a screening at the beginning of the first session") {
        const auto yes =
            GENERATE(std::vector<std::string_view>{}, std::vector<std::string_view>{"weak_limb"});
        static_cast<void>(test::screenFor(it.clinic, "red-flags-low-back", yes, it.session));
        CHECK_FALSE(it.due());
        it.clinic.advance(minutes{20});

        WHEN("weakness is written into that session afterwards") {
            it.write(it.session, "The left foot is weak.");
            THEN("it is new, unless the screening told it") {
                CHECK(it.due().has_value() == yes.empty());
                if (yes.empty()) {
                    CHECK(it.due()->pressing);
                    CHECK(it.due()->why == "New: weakness, in the session of 23 Nov 2026");
                    it.clinic.advance(minutes{1});
                    static_cast<void>(
                        test::screenFor(it.clinic, "red-flags-low-back", {}, it.session));
                    CHECK_FALSE(it.due());
                }
            }
        }
        WHEN("nothing about a nerve is written into it") {
            it.write(it.session, "Pain on bending.");
            CHECK_FALSE(it.due());
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

SCENARIO("the screening is offered beside the session that is charted, and can be put off") {
    Screened it;
    ScreeningOffers offers{*it.clinic};
    SessionPresenter chart{*it.clinic, it.session};
    const auto why = [&](SessionPresenter& beside) {
        const auto due = offers.beside(beside.session());
        return due ? due->why : std::string{};
    };
    CHECK(why(chart) == "First session of this case");
    CHECK(offers.beside(chart.session())->formUrl == "urn:palpate:form/red-flags-low-back");

    WHEN("weakness is written into the session") {
        chart.setNote(NotePart::Subjective, "The left foot is weak.");
        THEN("the offer says so at once") {
            CHECK(why(chart) ==
                  "First session of this case; weakness, in the session of 23 Nov 2026");
        }
    }
    WHEN("it is put off") {
        offers.putOff();
        THEN("it is gone, whatever else is entered, also after another session was looked at") {
            CHECK(why(chart).empty());
            chart.setNote(NotePart::Subjective, "Stiff in the morning. No numbness.");
            CHECK(why(chart).empty());
            it.clinic.advance(days{7});
            SessionPresenter next{*it.clinic,
                                  SessionPresenter::begin(*it.clinic, it.clinic.caseId())};
            CHECK(why(next) == "Never screened in this case");
            CHECK(why(chart).empty());
        }
        THEN("numbness brings it back, and it can be put off again until there is more") {
            chart.setNote(NotePart::Subjective, "Numb left foot.");
            CHECK_THAT(why(chart), ContainsSubstring("numbness"));
            offers.putOff();
            CHECK(why(chart).empty());
            chart.setNote(NotePart::Subjective, "Numb left foot since Monday.");
            CHECK(why(chart).empty());
            chart.setNote(NotePart::Subjective, "Numb left foot. The left foot is weak.");
            CHECK_THAT(why(chart), ContainsSubstring("numbness and weakness"));
        }
        THEN("the forms and the overview still have it as due") {
            CHECK(it.due());
        }
    }
    WHEN("the screening is filled in") {
        static_cast<void>(test::screenFor(it.clinic, "red-flags-low-back", {}, it.session));
        offers.renew();
        THEN("nothing is offered, until radiating pain is told") {
            CHECK(why(chart).empty());
            it.clinic.advance(minutes{20});
            chart.setNote(NotePart::Subjective, "Pain radiating into the left leg.");
            CHECK(why(chart) == "New: radiating pain, in the session of 23 Nov 2026");
        }
    }
    WHEN("the session is signed") {
        chart.setPain(PainMoment::Now, test::pain(5));
        chart.sign();
        THEN("it is only read, and nothing is offered beside it") {
            CHECK(why(chart).empty());
            CHECK(it.due());
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

SCENARIO("a report tells of its own period whether red flags were asked about") {
    Screened it;
    storeTemplate(*it.clinic, "asked", "---\ntitle: Asked\n---\n{{screening}}\n");
    const auto told = [&](std::optional<Date> from) {
        ReportRequest request{.patient = it.clinic.patient(), .templateName = "asked"};
        request.from = from;
        return report::test::PrintedPdf{reportDocument(*it.clinic, request), it.clinic.temp()}
            .words();
    };
    CHECK_THAT(told({}),
               ContainsSubstring("Red flags were not asked about with a form in this period."));

    GIVEN("a screening, and a session a week later") {
        static_cast<void>(
            test::screenFor(it.clinic, "red-flags-low-back", {"persisting"}, it.session));
        const auto first = it.clinic->today();
        it.clinic.advance(days{7});
        static_cast<void>(SessionPresenter::begin(*it.clinic, it.clinic.caseId()));
        THEN("a report about both tells what it found") {
            const auto text = told(first);
            CHECK_THAT(text, ContainsSubstring("Red flags were asked about on 23 Nov 2026"));
            CHECK_THAT(text, !ContainsSubstring("in this period"));
        }
        THEN("a report about the later one tells of it as of something earlier") {
            const auto text = told(it.clinic->today());
            CHECK_THAT(text, ContainsSubstring(
                                 "Red flags were not asked about with a form in this period. "
                                 "Before it: Red flags were asked about on 23 Nov 2026"));
        }
    }
    GIVEN("a form whose questions are not in the library") {
        FormRecord record{.id = FormRecordId::create(it.clinic->ids()),
                          .patient = it.clinic.patient(),
                          .caseId = it.clinic.caseId(),
                          .session = it.session,
                          .title = "Our own screening",
                          .answers = {.formUrl = "urn:somewhere:gone"},
                          .by = it.clinic->practitioner().id,
                          .begun = it.clinic->clock().now()};
        auto& forms = it.clinic->store().forms();
        forms.begin(record);
        record.completed = record.begun;
        forms.complete(record, {});
        THEN("its answers are said to be kept") {
            CHECK_THAT(told({}),
                       ContainsSubstring("“Our own screening” was answered on 23 Nov 2026: its "
                                         "questions are no longer in the library, its answers are "
                                         "kept."));
        }
    }
}

} // namespace palpate::app
