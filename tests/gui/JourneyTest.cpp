// SPDX-License-Identifier: MIT
#include "app/Clinic.h"
#include "app/PatientList.h"
#include "app/SessionPresenter.h"
#include "gui/ChartMap.h"
#include "gui/ChartingPerson.h"
#include "gui/FoundList.h"
#include "gui/HoldTimer.h"
#include "gui/JourneyApp.h"
#include "gui/MainFrame.h"
#include "gui/PagesView.h"
#include "gui/RowList.h"
#include "gui/ScoreStrip.h"
#include "gui/TextBlock.h"
#include "gui/Words.h"
#include "support/TempFolder.h"

#include <catch2/catch_test_macros.hpp>
#include <catch2/matchers/catch_matchers_string.hpp>
#include <wx/textctrl.h>

#include <fcntl.h>
#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <cstdio>
#include <memory>

namespace {

using namespace palpate;
using Catch::Matchers::ContainsSubstring;
using journey::theApp;
using Me = journey::ChartingPerson;

constexpr const char* kPassword = "correct horse";

/// A new, empty, encrypted clinic of D. Okafor on the disk.
void makeClinic(const std::filesystem::path& folder) {
    const SystemClock clock;
    IdMaker ids{clock};
    const Practitioner owner{.id = PractitionerId::create(ids),
                             .userName = "okafor",
                             .displayName = "D. Okafor",
                             .profession = Profession::Physiotherapist,
                             .role = Role::Owner,
                             .registration = {}};
    const ClinicProfile profile{
        .name = "Riverside", .address = "12 Mill Lane", .phone = {}, .timeZone = "Europe/London"};
    (void)app::createClinic(folder, profile, owner, kPassword, clock, ids,
                            app::KeyStrength::FastForThrowAway);
}

[[nodiscard]] std::string textOf(const wxString& block) {
    return Me::see([&] { return gui::fromWx(Me::the<gui::TextBlock>(block).text()); });
}

void signIn(const std::filesystem::path& folder) {
    theApp().open({folder.string()});
    Me::refill("signIn.user", "okafor");
    Me::fill("signIn.password", kPassword);
    Me::press("Return");
    Me::waitFor("the workplace opens", [] { return Me::find("workplace") != nullptr; });
}

[[nodiscard]] std::string outputOf(const std::string& command) {
    std::string out;
    std::FILE* const pipe = popen(command.c_str(), "r");
    REQUIRE(pipe != nullptr);
    for (int c = std::fgetc(pipe); c != EOF; c = std::fgetc(pipe)) {
        out += static_cast<char>(c);
    }
    REQUIRE(pclose(pipe) == 0);
    return out;
}

void addPatientAndCase() {
    Me::press("ctrl+n");
    Me::fill("patient.familyName", "Kovács");
    Me::press("Tab"); // the order of Tab is the order of reading
    Me::type("Ana");
    Me::press("Tab");
    Me::type("14.3.1980");
    Me::chip("patient.sex", "Female");
    Me::segment("patient.alertsAsked", 1);
    Me::click("patient.accept");
    Me::waitFor("the patient is open", [] { return Me::find("overview.firstCase") != nullptr; });
    Me::click("overview.firstCase");
    Me::fill("case.complaint", "Low back pain, right");
    Me::chip("case.area", "Low back");
    Me::fill("case.diagnosis", "M54.59");
    Me::waitFor("the code is offered", [] { return Me::find("case.suggestions") != nullptr; });
    Me::click("case.suggestions",
              [](wxWindow& list) { return dynamic_cast<gui::RowList&>(list).rowArea(0); });
    Me::click("case.accept");
    Me::waitFor("a session can start", [] { return Me::find("overview.start") != nullptr; });
}

[[nodiscard]] std::string typedIn(const wxString& field) {
    return Me::see([&] { return gui::fromWx(Me::the<wxTextCtrl>(field).GetValue()); });
}

/// Another program that is writing to the clinic, from construction to destruction.
class OtherWriter {
public:
    explicit OtherWriter(const std::filesystem::path& clinic) {
        const std::string index = (clinic / "clinic.db-shm").string();
        std::array<int, 2> ready{};
        REQUIRE(pipe(ready.data()) == 0);
        child_ = fork();
        if (child_ == 0) { // only what is safe between fork and exec
            struct flock lock {};
            lock.l_type = F_WRLCK;
            lock.l_whence = SEEK_SET;
            lock.l_start = kWriteLock;
            lock.l_len = 1;
            const int file = ::open(index.c_str(), O_RDWR);
            const char held = fcntl(file, F_SETLKW, &lock) == 0 ? 'y' : 'n';
            const auto told = ::write(ready[1], &held, 1);
            while (told == 1) {
                pause();
            }
            _exit(1);
        }
        char held = 'n';
        REQUIRE(::read(ready[0], &held, 1) == 1);
        ::close(ready[0]);
        ::close(ready[1]);
        REQUIRE(held == 'y');
    }
    ~OtherWriter() {
        kill(child_, SIGKILL);
        waitpid(child_, nullptr, 0);
    }
    OtherWriter(const OtherWriter&) = delete;
    OtherWriter& operator=(const OtherWriter&) = delete;

private:
    /// The byte that a writer locks. Source: SQLite, "WAL-mode File Format", section 2.3
    static constexpr off_t kWriteLock = 120;
    pid_t child_ = -1;
};

void waitForPoints(std::size_t count) {
    Me::waitFor(std::to_string(count) + " points, the last one open",
                [count] { return Me::shown().points.size() == count && Me::shown().card; });
}

/// A person places, judges and treats the point that lies in a muscle.
void chartPoint(std::string_view muscle, std::size_t which, int tenderness, const char* stateKey) {
    Me::clickMuscle(muscle, Side::Right);
    waitForPoints(which);
    Me::press(std::to_string(tenderness)); // the map has the focus: a digit rates the point
    Me::press(stateKey);
    Me::waitFor("the rating is taken", [tenderness] {
        const auto& finding = Me::shown().card->finding;
        return finding.tenderness == Tenderness::from(tenderness) && finding.state;
    });
}

void treatWithPressureRelease(int after) {
    Me::chip("card.techniques", "Pressure release");
    Me::waitFor("the treatment has its row",
                [] { return Me::find("treatment.0.after") != nullptr; });
    Me::waitFor("a second of pressure is held", [] { // the timer began with the technique
        return Me::the<gui::HoldTimer>("treatment.0.timer").held() >= std::chrono::seconds{1};
    });
    Me::click("treatment.0.timer");
    Me::waitFor("the time held is stored",
                [] { return Me::shown().card->treatments.front().seconds.value_or(0) >= 1; });
    Me::score("treatment.0.after", after);
    Me::waitFor("the answer is stored", [after] {
        return Me::shown().card->treatments.front().after == Tenderness::from(after);
    });
}

} // namespace

TEST_CASE("a therapist walks the whole way from an empty clinic to the printed report",
          "[journey]") {
    const test::TempFolder folder;
    const auto clinic = folder.path() / "Riverside.palpate";
    makeClinic(clinic);

    // A wrong password is one sentence, and nothing opens.
    theApp().open({clinic.string()});
    Me::refill("signIn.user", "okafor");
    Me::fill("signIn.password", "wrong");
    Me::press("Return");
    Me::waitFor("the refusal is shown", [] { return Me::find("signIn.problem") != nullptr; });
    CHECK(Me::see([] { return Me::find("workplace") == nullptr; }));
    Me::refill("signIn.password", kPassword);
    Me::press("Return");
    Me::waitFor("the workplace opens", [] { return Me::find("workplace") != nullptr; });

    addPatientAndCase();
    CHECK(textOf("patient.name") == "Ana Kovács");

    Me::click("overview.start");
    Me::waitFor("the chart is open", [] { return Me::find("chart.map") != nullptr; });
    Me::score("pain.now", 6);
    Me::fill("note.subjective.editor.field", "Stiff in the morning since lifting a box.");
    chartPoint("quadratus_lumborum", 1, 7, "a");
    treatWithPressureRelease(4);
    chartPoint("gluteus_medius", 2, 5, "a");
    Me::chip("card.signs", "Taut band");
    Me::chip("card.signs", "Tender spot");
    Me::chip("card.signs", "Refers");
    Me::chip("card.recognition", "Recognised");
    Me::waitFor("the signs agree", [] {
        const auto& card = *Me::shown().card;
        return card.finding.signs.recognised == Recognition::Yes && !card.disagrees;
    });
    chartPoint("piriformis", 3, 3, "l");
    Me::fill("note.assessment.editor.field", "Myofascial low back pain.");
    Me::score("pain.after", 3);

    Me::press("F9");
    Me::click("sign.accept");
    Me::waitFor("the session is frozen", [] { return Me::shown().frozen; });

    // Read again from the history: nothing can be changed.
    Me::click("rail.history");
    Me::click("history.open"); // the session that is looked at
    Me::waitFor("the signed session is open",
                [] { return Me::find("chart.map") != nullptr && Me::shown().frozen; });
    CHECK(Me::see([] { return !Me::the<wxWindow>("pain.now").IsEnabled(); }));
    CHECK(Me::see([] { return Me::shown().points.size(); }) == 3);
    CHECK(Me::see([] { return Me::shown().notes[0].note.text; }) ==
          "Stiff in the morning since lifting a box.");

    Me::click("session.addAddendum");
    Me::fill("addendum.text", "Called the next day: sleeps better.");
    Me::click("addendum.accept");
    Me::waitFor("the addendum stands below", [] { return Me::shown().addenda.size() == 1; });

    Me::click("rail.documents");
    Me::waitFor("the pages are shown",
                [] { return Me::the<gui::PagesView>("documents.preview.pages").count() > 0; });
    const auto pdf = folder.path() / "report.pdf";
    Me::see([&] { theApp().nextFile = pdf; });
    Me::click("documents.save");
    Me::waitFor("the PDF is written", [&] { return std::filesystem::exists(pdf); });
    CHECK_THAT(textOf("documents.told"), ContainsSubstring(pdf.string()));
    const std::string text = outputOf("pdftotext -layout '" + pdf.string() + "' -");
    CHECK_THAT(text, ContainsSubstring("Ana Kovács"));
    CHECK_THAT(text, ContainsSubstring("Low back pain, right"));
    CHECK_THAT(text, ContainsSubstring("R quadratus lumborum"));
    CHECK_THAT(text, ContainsSubstring("R gluteus medius"));
    CHECK_THAT(text, ContainsSubstring("R piriformis"));
    CHECK_THAT(text, ContainsSubstring("15")); // total tenderness: 7 + 5 + 3
    CHECK_THAT(text, ContainsSubstring("pressure release"));
    theApp().close();

    // What counts is what is on the disk.
    const std::string owner = Me::see([&] {
        const SystemClock clock;
        IdMaker ids{clock};
        app::Clinic again{clinic, "okafor", kPassword, theApp().knowledge(), clock, ids};
        const auto found = app::findSessions(again, "morning quadratus");
        std::string who = again.practitioner().displayName + " " + std::to_string(found.size());
        again.signOut();
        return who;
    });
    CHECK(owner == "D. Okafor 1");
}

TEST_CASE("a follow-up carries the points of last time", "[journey]") {
    const test::TempFolder folder;
    const auto clinic = folder.path() / "Riverside.palpate";
    makeClinic(clinic);
    signIn(clinic);
    addPatientAndCase();
    Me::press("F2");
    Me::waitFor("the chart is open", [] { return Me::find("chart.map") != nullptr; });
    chartPoint("quadratus_lumborum", 1, 7, "a");
    chartPoint("gluteus_medius", 2, 5, "a");
    Me::press("F9");
    Me::click("sign.accept");
    Me::waitFor("the session is frozen", [] { return Me::shown().frozen; });

    Me::press("F2");
    Me::waitFor("both points are ghosts",
                [] { return !Me::shown().frozen && Me::shown().ghosts.size() == 2; });
    // One click on the dashed mark takes its point into today's session.
    Me::click("chart.map", [](wxWindow& window) {
        const auto& mark = Me::shown().map.marks.front();
        const auto pixel =
            dynamic_cast<gui::ChartMap&>(window).camera().toPixel({mark.at.x, mark.at.y});
        return wxRect{wxRound(pixel.x), wxRound(pixel.y), 1, 1};
    });
    waitForPoints(1);
    CHECK(Me::see([] { return Me::shown().card->last; }) == Tenderness::from(7));
    CHECK(Me::see([] { return Me::shown().card->finding.tenderness; }) ==
          std::nullopt); // nothing is copied as if seen
    Me::press("1 0");    // one after the other, at once: ten
    Me::waitFor("it is a ten",
                [] { return Me::shown().points.front().tendernessText == "10 was 7"; });
    Me::press("4");
    Me::waitFor("it is rated",
                [] { return Me::shown().points.front().tendernessText == "4 was 7"; });
    // The other one from the list.
    Me::click("point.1");
    waitForPoints(2);
    CHECK(Me::see([] { return Me::shown().ghosts.empty(); }));

    // One step back, one forward.
    Me::press("ctrl+z");
    Me::waitFor("the second point is a ghost again", [] { return Me::shown().ghosts.size() == 1; });
    Me::press("ctrl+shift+z");
    Me::waitFor("and is back", [] { return Me::shown().points.size() == 2; });

    // Text is stored while one types, without leaving the field; caret and focus stay.
    Me::fill("note.assessment.editor.field", "Less tender.");
    Me::waitFor("the text is stored", [] {
        return Me::shown().notes[2].note.text == "Less tender." &&
               Me::find("note.assessment.editor.field")->HasFocus();
    });
    theApp().close();
}

TEST_CASE("a search from another page takes every letter and goes back by Escape", "[journey]") {
    const test::TempFolder folder;
    const auto clinic = folder.path() / "Riverside.palpate";
    makeClinic(clinic);
    signIn(clinic);
    addPatientAndCase();
    Me::press("ctrl+k");
    Me::type("kov");
    Me::waitFor("the finder comes up", [] { return Me::find("finder.list") != nullptr; });
    CHECK(typedIn("search.field") == "kov");
    CHECK(Me::see([] { return Me::find("overview.start") != nullptr; })); // the page stays
    Me::press("Escape");
    Me::waitFor("it is gone", [] { return Me::find("finder") == nullptr; });
    CHECK(typedIn("search.field").empty());

    // One is where one was: what is typed next goes there.
    Me::press("F2");
    Me::waitFor("the chart is open", [] { return Me::find("chart.map") != nullptr; });
    Me::click("note.plan.editor.field");
    Me::press("ctrl+k");
    Me::type("zzz");
    Me::waitFor("only the search in all sessions is offered", [] {
        const auto* const list = dynamic_cast<gui::FoundList*>(Me::find("finder.list"));
        return list && list->rows().size() == 1 &&
               list->rows()[0].title.Contains(gui::toWx("“zzz”"));
    });
    Me::press("Escape");
    Me::waitFor("the note has the focus",
                [] { return Me::the<wxWindow>("note.plan.editor.field").HasFocus(); });
    Me::type("Ice.");
    Me::waitFor("it is typed there", [] { return Me::shown().notes[3].note.text == "Ice."; });

    // Nothing of Ana stands under another patient's name.
    Me::press("ctrl+n");
    Me::fill("patient.familyName", "Newperson");
    Me::fill("patient.givenName", "Bo");
    Me::fill("patient.birthDate", "1.2.1970");
    Me::chip("patient.sex", "Male");
    Me::click("patient.accept");
    Me::waitFor("the other patient is open",
                [] { return Me::find("overview.firstCase") != nullptr; });
    CHECK(textOf("patient.name") == "Bo Newperson");
    Me::press("ctrl+k");
    Me::press("Escape");
    CHECK(Me::see([] { return Me::find("chart.map") == nullptr; }));
    CHECK(Me::see([] { return Me::find("overview.firstCase") != nullptr; }));
    theApp().close();
}

TEST_CASE("an alert given during a session cautions at once", "[journey]") {
    const test::TempFolder folder;
    const auto clinic = folder.path() / "Riverside.palpate";
    makeClinic(clinic);
    signIn(clinic);
    addPatientAndCase();
    Me::press("F2");
    Me::waitFor("the chart is open", [] { return Me::find("chart.map") != nullptr; });
    chartPoint("quadratus_lumborum", 1, 7, "a");
    Me::chip("card.techniques", "Pressure release");
    Me::waitFor("it is a treatment", [] { return !Me::shown().card->treatments.empty(); });
    CHECK(Me::see([] { return Me::shown().card->treatments.front().cautions.empty(); }));
    Me::click("patient.edit");
    Me::segment("patient.alertsAsked", 2);
    Me::chip("patient.alerts", "Anticoagulant");
    Me::click("patient.accept");
    Me::waitFor("the card warns",
                [] { return !Me::shown().card->treatments.front().cautions.empty(); });
    theApp().close();
}

TEST_CASE("the window does not close over words that can't be stored", "[journey]") {
    const test::TempFolder folder;
    const auto clinic = folder.path() / "Riverside.palpate";
    makeClinic(clinic);
    signIn(clinic);
    addPatientAndCase();
    Me::press("F2");
    Me::waitFor("the chart is open", [] { return Me::find("chart.map") != nullptr; });
    {
        const OtherWriter other{clinic};
        Me::fill("note.plan.editor.field", "Ice.");
        CHECK_FALSE(Me::see([] { return theApp().frame()->Close(); }));
        CHECK(Me::see([] { return Me::find("workplace") != nullptr; }));
        CHECK(typedIn("note.plan.editor.field") == "Ice.");
    }
    theApp().close();
    theApp().open({clinic.string()});
    Me::fill("signIn.password", kPassword); // the user name is remembered
    Me::press("Return");
    Me::waitFor("the workplace opens", [] { return Me::find("workplace") != nullptr; });
    Me::click("patients.list",
              [](wxWindow& list) { return dynamic_cast<gui::RowList&>(list).rowArea(0); });
    Me::click("rail.chart");
    Me::waitFor("the words are stored", [] { return Me::shown().notes[3].note.text == "Ice."; });
    theApp().close();
}
