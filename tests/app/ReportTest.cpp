// SPDX-License-Identifier: MIT
#include "app/HistoryPresenter.h"
#include "app/MapFigures.h"
#include "app/OpenClinic.h"
#include "app/PatientPresenter.h"
#include "app/Reports.h"
#include "app/SessionPresenter.h"
#include "domain/Error.h"
#include "drawing/Svg.h"
#include "report/PdfTools.h"
#include "storage/Store.h"

#include <catch2/catch_test_macros.hpp>
#include <catch2/matchers/catch_matchers_exception.hpp>
#include <catch2/matchers/catch_matchers_string.hpp>

#include <fstream>
#include <iterator>
#include <sstream>

namespace palpate::app {

namespace {

using Catch::Matchers::ContainsSubstring;
using Catch::Matchers::MessageMatches;

[[nodiscard]] std::string textOf(const std::filesystem::path& pdf) {
    std::istringstream words{
        report::test::run("pdftotext '" + pdf.string() + "' - 2>/dev/null").output};
    std::string text;
    for (std::string word; words >> word;) {
        text += (text.empty() ? "" : " ") + word; // where a line or a column ends is not asked here
    }
    return text;
}

[[nodiscard]] std::string bytesOf(const std::filesystem::path& file) {
    std::ifstream in{file, std::ios::binary};
    return {std::istreambuf_iterator<char>{in}, {}};
}

/// One visit with two points; tenderness and state of the first as given.
void visit(test::OpenClinic& clinic, int pain, int tenderness, State state, bool sign = true) {
    const auto id = SessionPresenter::begin(*clinic, clinic.caseId());
    SessionPresenter chart{*clinic, id};
    chart.setPain(PainMoment::Now, test::pain(pain));
    chart.map().setLayer(Layer::Deepest);
    chart.map().clickedAt(clinic.on("quadratus_lumborum", Side::Right), 4);
    chart.setTenderness(test::tenderness(tenderness));
    chart.setState(state);
    chart.care().toggle(test::key<TechniqueKey>("pressure_release"));
    REQUIRE_FALSE(chart.care().setDose(chart.view().card->treatments.at(0).id,
                                       test::key<LogFieldKey>("duration_s"), "60"));
    chart.map().setLayer(Layer::Intermediate);
    chart.map().clickedAt(clinic.on("gluteus_medius", Side::Left), 4);
    chart.setNote(NotePart::Plan, "Weekly for four weeks.\n\nStretch *daily*.");
    if (sign) {
        chart.sign();
    }
    clinic.advance(std::chrono::days{7});
}

} // namespace

SCENARIO("a progress report tells first and now, and reads back from the file") {
    test::OpenClinic clinic;
    auto patient = test::aPatient();
    patient.givenName = "Ελένη Łucja";
    patient.familyName = "Жданова";
    clinic->store().patients().update(patient);
    visit(clinic, 7, 7, State::Active);
    visit(clinic, 3, 2, State::Latent);
    const auto file = clinic.temp() / "report.pdf";
    CHECK(writeReport(*clinic, {.patient = clinic.patient()}, file).warnings.empty());

    const auto text = textOf(file);
    CHECK_THAT(text, ContainsSubstring("Ελένη Łucja Жданова"));
    CHECK_THAT(text, ContainsSubstring("Pain has fallen from 7 to 3 of 10."));
    CHECK_THAT(text, ContainsSubstring("7→3")); // the arrow is set in another typeface
    CHECK_THAT(text, ContainsSubstring("R quadratus"));
    CHECK_THAT(text,
               ContainsSubstring("not assessed")); // the second point was marked and never pressed
    CHECK_THAT(text, ContainsSubstring("Stretch *daily*."));
    CHECK_THAT(text, ContainsSubstring("Signed 30 Nov 2026, 10:"));
    CHECK_THAT(text, ContainsSubstring("BodyParts3D"));
    CHECK_THAT(text, !ContainsSubstring("DRAFT"));

    WHEN("a later session looked at nothing") {
        const auto id = SessionPresenter::begin(*clinic, clinic.caseId());
        SessionPresenter chart{*clinic, id};
        chart.setPain(PainMoment::Now, test::pain(3));
        chart.sign();
        const auto later = clinic.temp() / "later.pdf";
        writeReport(*clinic, {.patient = clinic.patient()}, later);
        THEN("no point is called gone, and the page says that none was assessed") {
            CHECK_THAT(textOf(later), ContainsSubstring("1 latent, 0 resolved, 1 not judged; 1 not "
                                                        "judged this time"));
        }
    }
    THEN("nobody else on the computer may read it") {
        CHECK(std::filesystem::status(file).permissions() ==
              (std::filesystem::perms::owner_read | std::filesystem::perms::owner_write));
    }
    WHEN("it is made again") {
        const auto again = clinic.temp() / "again.pdf";
        writeReport(*clinic, {.patient = clinic.patient()}, again);
        THEN("the bytes are the same") {
            CHECK(bytesOf(again) == bytesOf(file));
        }
    }
    WHEN("only the first week is asked for") {
        const auto week = clinic.temp() / "week.pdf";
        writeReport(*clinic, {.patient = clinic.patient(), .to = parseIsoDate("2026-11-24")}, week);
        THEN("the second session is not in it") {
            CHECK_THAT(textOf(week), ContainsSubstring("There has been one session so far"));
            CHECK_THAT(textOf(week), !ContainsSubstring("7→3"));
        }
    }
    WHEN("a session of the period is not signed") {
        visit(clinic, 2, 1, State::Latent, false);
        const auto draft = clinic.temp() / "draft.pdf";
        writeReport(*clinic, {.patient = clinic.patient()}, draft);
        THEN("every page says so") {
            CHECK_THAT(textOf(draft), ContainsSubstring("DRAFT"));
        }
    }
    THEN("the export stands in the audit trail") {
        storage::AuditFilter filter;
        filter.kind = storage::AuditKind::Export;
        CHECK(clinic->store().audit().list(filter).size() == 1);
    }
    THEN("the suggested name suits any file system") {
        CHECK(suggestedFileName(*clinic, {.patient = clinic.patient()}) ==
              "Жданова-Ελένη-Łucja-progress-report-2026-11-30.pdf");
    }
}

SCENARIO("a report that can't be made is refused in one sentence") {
    test::OpenClinic clinic;
    const auto file = clinic.temp() / "report.pdf";
    CHECK_THROWS_AS(writeReport(*clinic, {.patient = clinic.patient()}, file), EditRefused);
    visit(clinic, 7, 7, State::Active);
    CHECK_THROWS_MATCHES(
        writeReport(*clinic, {.patient = clinic.patient(), .templateName = "no-such"}, file),
        DataError, MessageMatches(ContainsSubstring("progress-report")));
    CHECK_THROWS_AS(
        writeReport(*clinic, {.patient = clinic.patient()}, clinic.temp() / "missing" / "x.pdf"),
        ReportError);
    CHECK_FALSE(std::filesystem::exists(file));
}

SCENARIO("a session's map is a picture with its points, its legend and the source of the body") {
    test::OpenClinic clinic;
    visit(clinic, 7, 7, State::Active);
    const auto id = clinic->store().sessions().ofCase(clinic.caseId()).front().id;
    const auto svg =
        drawing::svg(sessionMap(*clinic, {.session = id, .view = {}, .layer = Layer::Deepest}));
    CHECK_THAT(svg, ContainsSubstring("Ana Kovács"));
    CHECK_THAT(svg, ContainsSubstring("1 active, 0 latent · total tenderness 7 (1 of 2 assessed)"));
    CHECK_THAT(svg, ContainsSubstring("CC BY-SA 4.0"));
    CHECK_THAT(svg, !ContainsSubstring("marked in another view"));
    CHECK_THROWS_AS(sessionMap(*clinic, {.session = test::idOf<SessionId>(999)}), StorageError);
    WHEN("it is seen from the side") {
        const auto side = drawing::svg(sessionMap(*clinic, {.session = id, .view = View::Left}));
        THEN("what stands there only about is said to") {
            CHECK_THAT(side, ContainsSubstring("marked in another view"));
        }
    }
}

SCENARIO("drawn pain is on the map, in the report, in the strip and on the overview") {
    test::OpenClinic clinic;
    const auto draw = [&](double height) {
        const auto id = SessionPresenter::begin(*clinic, clinic.caseId());
        SessionPresenter chart{*clinic, id};
        chart.setPain(PainMoment::Now, test::pain(5));
        chart.map().setLayer(Layer::Deepest);
        chart.map().clickedAt(clinic.on("quadratus_lumborum", Side::Right), 4);
        chart.setTenderness(test::tenderness(6));
        chart.pain().setPainting(true);
        chart.pain().setTool(PainTool::Polygon);
        for (const auto& corner : {Place{400, 680}, Place{440, 680}, Place{440, 680 + height},
                                   Place{400, 680 + height}}) {
            chart.pain().clickedAt({View::Posterior, corner.x, corner.y}, 1);
        }
        chart.pain().closePolygon();
        chart.pain().setQuality(PainQuality::Burning);
        chart.sign();
        clinic.advance(std::chrono::days{7});
        return id;
    };
    const auto first = draw(50);
    draw(25);
    THEN("the picture has it with its legend") {
        const auto svg = drawing::svg(sessionMap(*clinic, {.session = first}));
        CHECK_THAT(svg, ContainsSubstring("burning"));
        CHECK_THAT(svg, ContainsSubstring("pain drawn: 20 cm², 0.2 % of front and back"));
    }
    THEN("the report says how much, then and now") {
        const auto file = clinic.temp() / "report.pdf";
        CHECK(writeReport(*clinic, {.patient = clinic.patient()}, file).warnings.empty());
        const auto text = textOf(file);
        CHECK_THAT(text, ContainsSubstring("pain drawn: 20 cm²"));
        CHECK_THAT(text, ContainsSubstring("pain drawn: 10 cm²"));
        CHECK_THAT(text, ContainsSubstring("projected area on a standard figure"));
        CHECK_THAT(text, ContainsSubstring("burning"));
    }
    THEN("the overview and the history's strip show it") {
        const PatientPresenter patient{*clinic, clinic.patient()};
        CHECK(patient.view().openAreas.size() == 1);
        HistoryPresenter history{*clinic};
        history.open(clinic.patient(), {}, {});
        const auto strip = history.strip();
        REQUIRE(strip.size() == 2);
        CHECK(strip[0].session == first);
        CHECK(strip[0].frame.title == "23 Nov");
        CHECK(strip[0].frame.lines == std::vector<std::string>{"1 point", "tender 6"});
        CHECK(strip[0].frame.figure == "pain 5");
        CHECK(strip[0].frame.areas.size() == 1);
        CHECK_FALSE(strip[0].frame.current);
        CHECK(strip[1].frame.current);
    }
}

} // namespace palpate::app
