// SPDX-License-Identifier: MIT
#include "app/OpenClinic.h"
#include "app/Reports.h"
#include "app/SessionPresenter.h"
#include "app/VisitPresenter.h"
#include "domain/Error.h"
#include "report/Document.h"
#include "report/PdfTools.h"
#include "storage/Store.h"

#include <catch2/catch_test_macros.hpp>
#include <catch2/matchers/catch_matchers_exception.hpp>
#include <catch2/matchers/catch_matchers_string.hpp>

namespace palpate::app {

namespace {

using Catch::Matchers::ContainsSubstring;
using Catch::Matchers::MessageMatches;

[[nodiscard]] std::string wordsOf(const report::Document& document,
                                  const std::filesystem::path& folder) {
    return report::test::PrintedPdf{document, folder}.words();
}

[[nodiscard]] bool isWarned(const report::Document& document, const std::string& part) {
    return std::ranges::any_of(document.warnings, [&](const Message& warning) {
        return shown(warning).find(part) != std::string::npos;
    });
}

void visit(test::OpenClinic& clinic, int pain, int tenderness,
           const std::vector<HomeCareItem>& agreed = {}) {
    const auto id = SessionPresenter::begin(*clinic, clinic.caseId());
    SessionPresenter chart{*clinic, id};
    chart.setPain(PainMoment::Now, test::pain(pain));
    chart.map().setLayer(Layer::Deepest);
    chart.map().clickedAt(clinic.on("quadratus_lumborum", Side::Right), 4);
    chart.setTenderness(test::tenderness(tenderness));
    chart.setState(State::Active);
    chart.care().toggle(test::key<TechniqueKey>("pressure_release"));
    chart.map().setLayer(Layer::Superficial);
    chart.map().clickedAt(clinic.on("rectus_abdominis", Side::Left, View::Anterior), 4);
    chart.setState(State::Latent);
    for (const auto& item : agreed) {
        chart.visit().putHomeCare(item);
    }
    chart.sign();
    clinic.advance(std::chrono::days{7});
}

[[nodiscard]] HomeCareItem item(std::string_view key, std::string dose = {}) {
    return {.item = test::key<HomeCareKey>(key), .dose = std::move(dose)};
}

[[nodiscard]] ReportRequest wanted(const test::OpenClinic& clinic, std::string name) {
    ReportRequest request;
    request.patient = clinic.patient();
    request.templateName = std::move(name);
    return request;
}

void giveProfession(test::OpenClinic& clinic, Profession profession, std::string registration) {
    auto me = clinic->practitioner();
    me.profession = profession;
    me.registration = std::move(registration);
    clinic->store().practitioners().update(me);
}

void giveAlerts(test::OpenClinic& clinic, std::optional<std::vector<Alert>> alerts) {
    auto patient = *clinic->store().patients().find(clinic.patient());
    patient.alerts = std::move(alerts);
    clinic->store().patients().update(patient);
}

} // namespace

SCENARIO("a referral letter says to whom, how urgent, why, and what was found") {
    test::OpenClinic clinic;
    visit(clinic, 7, 7);
    visit(clinic, 7, 6);
    auto request = wanted(clinic, "referral-letter");
    request.letter = {.recipient = "Dr M. Patel",
                      .recipientAddress = "Spine Unit\n12 High Street\n\nLeeds LS1",
                      .urgency = "urgent",
                      .redFlags = {test::key<RedFlagKey>("ces_saddle"),
                                   test::key<RedFlagKey>("dvt"), test::key<RedFlagKey>("zoster")},
                      .findings = "Left ankle reflex weaker than the right.",
                      .request = "Please see her today."};

    GIVEN("everything was filled in") {
        const auto text = wordsOf(reportDocument(*clinic, request), clinic.temp());
        CHECK_THAT(text, ContainsSubstring("Dr M. Patel Spine Unit 12 High Street Leeds LS1"));
        CHECK_THAT(text, ContainsSubstring("Urgent: medical assessment the same day"));
        CHECK_THAT(text, ContainsSubstring("around the back passage or genitals? May point to "
                                           "cauda equina syndrome"));
        CHECK_THAT(text, ContainsSubstring("How soon: emergency care now"));
        CHECK_THAT(text, ContainsSubstring("May point to deep vein thrombosis"));
        CHECK_THAT(text, ContainsSubstring("red flag: ")); // the sources
        CHECK_THAT(text, ContainsSubstring("red flag: source not yet checked: "));
        CHECK_THAT(text, ContainsSubstring("Left ankle reflex weaker than the right."));
        CHECK_THAT(text, ContainsSubstring("Please see her today."));
        CHECK_THAT(text, ContainsSubstring("Pain now, before treatment: 7 of 10"));
        CHECK_THAT(text, ContainsSubstring("right quadratus lumborum"));
        CHECK_THAT(text, ContainsSubstring("In 2 sessions: "));
        CHECK_THAT(text, !ContainsSubstring("None is named in this letter"));
    }
    WHEN("no red flag was named") {
        request.letter.redFlags.clear();
        const auto text = wordsOf(reportDocument(*clinic, request), clinic.temp());
        THEN("the letter does not claim that there is none") {
            CHECK_THAT(text, ContainsSubstring("None is named in this letter. That does not mean "
                                               "that each was looked for and absent."));
        }
    }
    WHEN("nothing at all was filled in") {
        request.letter = {};
        const auto text = wordsOf(reportDocument(*clinic, request), clinic.temp());
        THEN("nothing is put in its place") {
            CHECK_THAT(text, ContainsSubstring("Dear colleague,"));
            CHECK_THAT(text, !ContainsSubstring("Request"));
            CHECK_THAT(text, !ContainsSubstring("same day"));
        }
    }
    WHEN("the patient was not asked for alerts") {
        giveAlerts(clinic, std::nullopt);
        THEN("the letter says so") {
            CHECK_THAT(wordsOf(reportDocument(*clinic, request), clinic.temp()),
                       ContainsSubstring("Alerts not asked"));
        }
    }
    WHEN("the patient takes an anticoagulant") {
        giveAlerts(clinic, {{{test::key<AlertKey>("anticoagulant"), "warfarin"}}});
        THEN("the letter says which") {
            CHECK_THAT(wordsOf(reportDocument(*clinic, request), clinic.temp()),
                       ContainsSubstring("(warfarin)"));
        }
    }
    WHEN("an urgency or a flag is not in the table") {
        THEN("the letter is refused") {
            request.letter.urgency = "sometime";
            CHECK_THROWS_AS(reportDocument(*clinic, request), EditRefused);
            request.letter.urgency = {};
            request.letter.redFlags = {test::key<RedFlagKey>("no_such_flag")};
            CHECK_THROWS_MATCHES(reportDocument(*clinic, request), EditRefused,
                                 MessageMatches(ContainsSubstring("no_such_flag")));
        }
    }
}

TEST_CASE("a profession that is none of the table's is not printed, nor a comma before it") {
    test::OpenClinic clinic;
    visit(clinic, 7, 7);
    const auto name = clinic->practitioner().displayName;
    const auto printed = [&](const char* layout) {
        return wordsOf(reportDocument(*clinic, wanted(clinic, layout)), clinic.temp());
    };
    giveProfession(clinic, Profession::Chiropractor, "REG 7");
    CHECK_THAT(printed("referral-letter"), ContainsSubstring(name + " chiropractor, REG 7 North"));
    CHECK_THAT(printed("progress-report"), ContainsSubstring(name + ", chiropractor, REG 7"));
    giveProfession(clinic, Profession::Other, "REG 7");
    CHECK_THAT(printed("referral-letter"), ContainsSubstring(name + " REG 7 North"));
    CHECK_THAT(printed("progress-report"), ContainsSubstring(name + ", REG 7"));
    giveProfession(clinic, Profession::Other, "");
    CHECK_THAT(printed("referral-letter"), ContainsSubstring(name + " North"));
    for (const auto* layout :
         {"progress-report", "session-note", "progress-report-patient", "progress-report-insurer",
          "discharge-summary", "handover", "home-care-handout"}) {
        CAPTURE(layout);
        const auto text = printed(layout);
        CHECK_THAT(text, ContainsSubstring(name));
        CHECK_THAT(text, !ContainsSubstring(name + ","));
        CHECK_THAT(text, !ContainsSubstring("practitioner"));
    }
}

SCENARIO("a handout tells on one page what was agreed on, and nothing that was not") {
    test::OpenClinic clinic;
    const auto request = wanted(clinic, "home-care-handout");

    GIVEN("pressing and a stretch were agreed on") {
        visit(clinic, 5, 6, {item("self_pressure", "60 s, twice a day"), item("stretch_ql")});
        const auto document = reportDocument(*clinic, request);
        const auto text = wordsOf(document, clinic.temp());
        CHECK(document.pages.size() == 1);
        CHECK_THAT(text, ContainsSubstring("Where to press"));
        CHECK_THAT(text, ContainsSubstring("Press each sore spot like this: 60 s, twice a day."));
        CHECK_THAT(text, ContainsSubstring("Lower back, right"));
        CHECK_THAT(text, ContainsSubstring("Side-lying quadratus lumborum stretch"));
        CHECK_THAT(text, !ContainsSubstring("20–30 s")); // the table's dose, not agreed on
        CHECK_THAT(text, ContainsSubstring("Emergency care now"));
        CHECK_THAT(text, ContainsSubstring("between the legs"));
        CHECK_THAT(text, ContainsSubstring("The list is shortened to this page"));
        CHECK_THAT(text, !ContainsSubstring("because of"));
        CHECK_THAT(text, ContainsSubstring("warning signs: "));
    }
    GIVEN("a stretch was agreed on first, and later heat and the stretch with another dose") {
        visit(clinic, 5, 6, {item("stretch_ql", "once a day"), item("walking", "10 minutes")});
        visit(clinic, 5, 6, {item("heat", "15 minutes"), item("stretch_ql", "twice a day")});
        visit(clinic, 5, 6);
        const auto text = wordsOf(reportDocument(*clinic, request), clinic.temp());
        THEN("all of it is told, each as it was agreed on last") {
            CHECK_THAT(text, ContainsSubstring("15 minutes"));
            CHECK_THAT(text, ContainsSubstring("10 minutes"));
            CHECK_THAT(text, ContainsSubstring("twice a day"));
            CHECK_THAT(text, !ContainsSubstring("once a day"));
        }
    }
    GIVEN("only heat was agreed on") {
        visit(clinic, 5, 6, {item("heat", "15 minutes")});
        const auto text = wordsOf(reportDocument(*clinic, request), clinic.temp());
        CHECK_THAT(text, ContainsSubstring("Your sore spots"));
        CHECK_THAT(text, !ContainsSubstring("Where to press"));
    }
    GIVEN("an alert of the patient concerns what was agreed on") {
        giveAlerts(clinic, {{{test::key<AlertKey>("anticoagulant"), "warfarin"}}});
        visit(clinic, 5, 6, {item("self_pressure", "30 s")});
        THEN("the handout says what the table says") {
            const auto text = wordsOf(reportDocument(*clinic, request), clinic.temp());
            CHECK_THAT(text, ContainsSubstring("because of anticoagulant (warfarin):"));
        }
    }
    GIVEN("nothing was agreed on") {
        visit(clinic, 5, 6);
        const auto document = reportDocument(*clinic, request);
        THEN("nothing is proposed, and whoever prints is told") {
            CHECK_THAT(wordsOf(document, clinic.temp()), !ContainsSubstring("What we agreed on"));
            CHECK(isWarned(document, "No home care was agreed on"));
        }
    }
    GIVEN("more was agreed on than a page holds") {
        const std::string dose(470, 'x');
        std::vector<HomeCareItem> many;
        for (const auto* key : {"self_pressure", "stretch_ql", "stretch_glute", "heat", "cold",
                                "exercise_core", "exercise_back", "walking", "sleep"}) {
            many.push_back(item(key, "as often as you like, " + dose));
        }
        visit(clinic, 5, 6, many);
        const auto document = reportDocument(*clinic, request);
        THEN("it stays one page, and says what was left out") {
            const auto text = wordsOf(document, clinic.temp());
            INFO(text);
            CHECK(document.pages.size() == 1);
            CHECK_THAT(text, ContainsSubstring("more things were agreed on; ask us for them."));
        }
    }
}

SCENARIO("the map alone shows every view in which something lies") {
    test::OpenClinic clinic;
    visit(clinic, 5, 6);
    const auto document = reportDocument(*clinic, wanted(clinic, "patient-map"));
    const auto text = wordsOf(document, clinic.temp());
    CHECK_THAT(text, ContainsSubstring("Front · point 2"));
    CHECK_THAT(text, ContainsSubstring("Back · point 1"));
    CHECK_THAT(text, ContainsSubstring("BodyParts3D"));
    CHECK(document.warnings.empty());
}

} // namespace palpate::app
