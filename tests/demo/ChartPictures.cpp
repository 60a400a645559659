// SPDX-License-Identifier: MIT
// Sessions that are charted, signed and added to.
#include "app/SessionPresenter.h"
#include "demo/Pictures.h"
#include "gui/HoldTimer.h"
#include "gui/SessionTimeline.h"

namespace palpate::pictures {

namespace {

void waitForCard() {
    Me::waitFor("the point's card is open", [] { return Me::shown().card.has_value(); });
}

/// Ana Kovács' draft with the first point's card open.
void chart(Stage& stage) {
    openAna(stage);
    openChart();
    Me::chooseLayer(Layer::Deepest);
    Me::click("point.0");
    waitForCard();
    stage.take();
}

/// As it is opened.
void draft(Stage& stage) {
    openAna(stage);
    openChart();
    stage.take();
}

void massage(Stage& stage) {
    stage.signIn("mensah");
    openPatient("solb", "Solbakken");
    Me::click("flagBanner.settle"); // what the flag asks has a picture of its own
    Me::click("flag0.goOn");
    Me::fill("flag0.goOnReason", "seen by her physician this morning, heart examined");
    Me::press("Return");
    waitForSight("flag0.deed");
    Me::click("flags.accept");
    Me::waitFor("the flag is settled", [] { return Me::find("flagBanner") == nullptr; });
    openChart();
    stage.take();
}

void chiropractor(Stage& stage) {
    stage.signIn("lindqvist");
    openPatient("ziel", "Zieliński");
    openChart();
    stage.take();
}

void caution(Stage& stage) {
    openAna(stage);
    openChart();
    Me::click("point.1");
    waitForCard();
    Me::chip("card.techniques", "Ischaemic compression");
    waitForSight("card.caution.goOn");
    stage.take();
}

void placePoint(const char* muscle, int tender, const char* state) {
    const std::size_t before = Me::see([] { return Me::shown().points.size(); });
    Me::clickMuscle(muscle, Side::Left);
    Me::waitFor("the point is placed and open",
                [before] { return Me::shown().points.size() == before + 1 && Me::shown().card; });
    Me::press(std::to_string(tender));
    Me::press(state);
    Me::waitFor("it is rated", [] {
        const auto& finding = Me::shown().card->finding;
        return finding.tenderness.has_value() && finding.state.has_value();
    });
}

void paint(const std::vector<Place>& way, const char* quality, int intensity, const char* depth) {
    const std::size_t before = Me::see([] { return Me::shown().pain.areas.size(); });
    Me::dragBody(way);
    Me::waitFor("it is painted", [before] { return Me::shown().pain.areas.size() == before + 1; });
    Me::chip("pain.bar.quality", quality);
    Me::score("pain.bar.intensity", intensity);
    Me::chip("pain.bar.depth", depth);
}

/// Somebody new, with the case that brought her here.
void admitFerreira() {
    Me::press("ctrl+n");
    Me::fill("patient.familyName", "Ferreira");
    Me::fill("patient.givenName", "Beatriz");
    Me::fill("patient.birthDate", "12 Mar 1991");
    Me::chip("patient.sex", "Female");
    Me::click("patient.accept");
    Me::click("overview.firstCase");
    Me::fill("case.complaint", "Shoulder and neck pain, left");
    Me::chip("case.area", "Neck");
    Me::click("case.accept");
    Me::waitFor("the case is open", [] { return Me::find("case.accept") == nullptr; });
}

/// Her first session, with two painted areas; the map still paints.
void paintFerreira(const Stage& stage) {
    stage.signIn();
    admitFerreira();
    openChart();
    Me::chip("visit.consent", "Consent to treatment");
    Me::score("pain.now", 6);
    Me::fill("note.subjective.editor.field",
             "Ache from the neck into the left shoulder since moving boxes of books; burning "
             "between the shoulder blades in the evening.");
    Me::chip("map.places", "Neck");
    Me::pointAt("chart.map", [](wxWindow& window) { return wxRect{window.GetClientSize()}; });
    Me::turnWheel(-4); // down to the shoulder blades
    Me::segment("map.mode", 1);
    Me::waitFor("the map paints", [] { return Me::shown().pain.painting; });
    paint({{338, 250}, {332, 290}, {318, 315}, {290, 328}, {262, 335}}, "Ache", 6, "Deep");
    paint({{342, 346}, {340, 364}}, "Burning", 4, "Surface");
}

/// The muscles that usually refer there; one is placed as a point.
void painIn(Stage& stage) {
    paintFerreira(stage);
    Me::click("pain.candidates.0.place");
    Me::waitFor("a point is placed", [] { return Me::shown().points.size() == 1; });
    stage.take();
}

void firstVisit(Stage& stage) {
    paintFerreira(stage);
    Me::segment("map.mode", 0);
    Me::waitFor("points again", [] { return !Me::shown().pain.painting; });
    placePoint("trapezius_descending", 6, "a");
    placePoint("levator_scapulae", 7, "a");
    placePoint("supraspinatus", 4, "l");
    Me::press("Escape");
    Me::pointAt("points.heading", [](wxWindow& window) { return wxRect{window.GetClientSize()}; });
    stage.take();
}

void signedAddendum(Stage& stage) {
    openAna(stage);
    Me::click("rail.history");
    Me::click("history.list", [](wxWindow& window) {
        return dynamic_cast<gui::SessionTimeline&>(window).rowArea(1);
    });
    Me::press("Return");
    Me::waitFor("the chart shows a signed session",
                [] { return Me::find("chart.map") != nullptr && Me::shown().frozen; });
    Me::click("session.addAddendum");
    Me::fill("addendum.text", "Telephoned in the evening: sore for two hours, then easier than "
                              "before. Slept through.");
    Me::fill("addendum.reason", "telephone call");
    Me::click("addendum.accept");
    Me::waitFor("it stands below", [] { return Me::shown().addenda.size() == 1; });
    Me::pointAt("addendum.0", [](wxWindow& window) { return wxRect{window.GetClientSize()}; });
    Me::turnWheel(-8); // to the end
    stage.take();
}

void followUp(Stage& stage) {
    stage.signIn();
    openPatient("venet", "Thévenet");
    openChart();
    Me::waitFor("points of last time wait", [] { return Me::shown().ghosts.size() >= 2; });
    Me::score("pain.now", 3);
    Me::click("point.1");
    waitForCard();
    Me::score("card.tenderness", 3);
    Me::chip("card.state", "Active");
    Me::chip("card.signs", "Taut band");
    Me::chip("card.techniques", "Pressure release");
    waitForSight("hold.timer");
    Me::waitFor("three seconds are held", [] {
        return Me::the<gui::HoldTimer>("hold.timer").held() >= std::chrono::seconds{3};
    });
    stage.take();
}

void signing(Stage& stage) {
    openAna(stage);
    openChart();
    Me::click("session.sign");
    waitForSight("sign.accept");
    stage.take();
}

/// A word that the window says by itself.
void notice(Stage& stage) {
    openAna(stage);
    openChart();
    Me::press("ctrl+s");
    waitForSight("notice.text");
    stage.take();
}

} // namespace

std::vector<Scene> chartScenes() {
    using gui::ThemeChoice;
    return {{"massage", massage},
            {"chiropractor", chiropractor},
            {"caution", caution},
            {"first-visit", firstVisit},
            {"signed-addendum", signedAddendum},
            {"follow-up", followUp},
            {"signing", signing},
            {"chart", chart},
            {"chart-1280", draft, Screen::Small},
            {"chart-scale2", chart, Screen::Twice},
            {"chart-dark", chart, Screen::Usual, ThemeChoice::Dark},
            {"chart-contrast", chart, Screen::Usual, ThemeChoice::HighContrast},
            {"notice", notice},
            {"map-pain", painIn}};
}

} // namespace palpate::pictures
