// SPDX-License-Identifier: MIT
// Everything around the chart that belongs to a patient and a case, by real clicks and keys; what
// was stored is read back from the disk.
#include "domain/Text.h"
#include "gui/ChartPage.h"
#include "gui/ChartingPerson.h"
#include "gui/ChipGroup.h"
#include "gui/CountedTabs.h"
#include "gui/JourneyApp.h"
#include "gui/MainFrame.h"
#include "gui/RecordsClinic.h"
#include "gui/RowList.h"
#include "gui/SegmentedControl.h"
#include "gui/TextBlock.h"
#include "gui/Words.h"
#include "support/Builders.h"
#include "support/Printing.h"

#include <catch2/catch_test_macros.hpp>
#include <catch2/matchers/catch_matchers_string.hpp>
#include <wx/textctrl.h>

#include <string>
#include <vector>

namespace {

using namespace palpate;
using Catch::Matchers::ContainsSubstring;
using journey::RecordsClinic;
using journey::theApp;
using Me = journey::ChartingPerson;

[[nodiscard]] std::string textOf(const wxString& block) {
    return Me::see([&] { return gui::fromWx(Me::the<gui::TextBlock>(block).text()); });
}

[[nodiscard]] std::string typedIn(const wxString& field) {
    return Me::see([&] { return gui::fromWx(Me::the<wxTextCtrl>(field).GetValue()); });
}

[[nodiscard]] bool isThere(const wxString& name) {
    return Me::see([&] { return Me::find(name) != nullptr; });
}

void waitForDialogsEnd(const wxString& name) {
    Me::waitFor("the dialog closes", [&] { return Me::find(name + ".accept") == nullptr; });
}

/// Another text instead of what stands there.
void retype(const wxString& field, const std::string& text) {
    Me::click(field);
    Me::press("ctrl+a");
    Me::press("Delete");
    Me::type(text);
    Me::waitFor(field.utf8_string() + " holds " + text,
                [&] { return gui::fromWx(Me::the<wxTextCtrl>(field).GetValue()) == text; });
}

void clickRow(const wxString& list, int row) {
    Me::click(list,
              [row](wxWindow& window) { return dynamic_cast<gui::RowList&>(window).rowArea(row); });
}

[[nodiscard]] std::vector<std::string> titles(const wxString& list) {
    return Me::see([&] {
        std::vector<std::string> out;
        const auto& rows = Me::the<gui::RowList>(list);
        for (int i = 0; i < rows.count(); ++i) {
            out.push_back(gui::fromWx(rows.row(i).title));
        }
        return out;
    });
}

[[nodiscard]] gui::ListRow rowOf(const wxString& list, int row) {
    return Me::see([&] { return Me::the<gui::RowList>(list).row(row); });
}

/// The dots at the end of a row open its menu; the entry is chosen by keys.
void chooseOf(const wxString& list, int row, int entry) {
    Me::click(list, [row](wxWindow& window) {
        return dynamic_cast<gui::RowList&>(window).dotsArea(row);
    });
    Me::chooseFromMenu(entry);
}

/// The entry of the menu under the name of who is signed in.
void openFromMenu(int entry, const wxString& dialog) {
    Me::click("practitioner");
    Me::chooseFromMenu(entry);
    Me::waitFor("the dialog opens", [&] { return Me::find(dialog) != nullptr; });
}

[[nodiscard]] Patient anna() {
    Patient twin = test::aPatient(1);
    twin.familyName = "Kovacs";
    twin.givenName = "Anna";
    twin.birthDate = test::aPatient().birthDate;
    return twin;
}

} // namespace

TEST_CASE("every field of a patient's record is typed, stored and shown again",
          "[journey][records]") {
    const RecordsClinic clinic;
    clinic.openPatient();
    Me::click("patient.edit");
    const std::vector<std::pair<const char*, const char*>> fields{
        {"patient.familyName", "Kovacs"},
        {"patient.givenName", "Anna"},
        {"patient.birthDate", "10.3.1984"},
        {"patient.preferredName", "Ani"},
        {"patient.gender", "woman"},
        {"patient.occupation", "teacher"},
        {"patient.phone", "020 7946 0001"},
        {"patient.email", "ani@example.org"},
        {"patient.address", "3 Mill Lane, London"},
        {"patient.emergency.name", "Pal Kovacs"},
        {"patient.emergency.relation", "brother"},
        {"patient.emergency.phone", "020 7946 0002"},
        {"patient.physician.name", "Dr M. Patel"},
        {"patient.physician.relation", "Park Surgery"},
        {"patient.physician.phone", "020 7946 0003"},
        {"patient.note", "comes by bicycle"}};
    for (const auto& [field, text] : fields) {
        retype(field, text);
    }
    Me::chip("patient.sex", "Other");
    Me::chip("patient.hand", "Left");
    Me::segment("patient.alertsAsked", 2);
    Me::chip("patient.alerts", "Anticoagulant");
    Me::segment("patient.allergiesAsked", 2);
    Me::waitFor("a line for the allergy is there",
                [] { return Me::find("patient.allergy.0.substance") != nullptr; });
    retype("patient.allergy.0.substance", "latex");
    retype("patient.allergy.0.reaction", "rash");
    Me::click("patient.allergy.add");
    retype("patient.allergy.1.substance", "nickel");
    Me::chip("patient.usualConsents", "Dry needling");
    retype("patient.consent.0.given", "12.1.2026");
    Me::click("patient.accept");
    waitForDialogsEnd("patient");

    const Patient stored = clinic.patient();
    CHECK(fullName(stored) == "Anna Kovacs");
    CHECK(stored.birthDate ==
          Date{std::chrono::year{1984}, std::chrono::March, std::chrono::day{10}});
    CHECK(stored.preferredName == "Ani");
    CHECK(stored.gender == "woman");
    CHECK(stored.occupation == "teacher");
    CHECK(stored.phone == "020 7946 0001");
    CHECK(stored.email == "ani@example.org");
    CHECK(stored.address == "3 Mill Lane, London");
    CHECK(stored.emergency == Contact{"Pal Kovacs", "brother", "020 7946 0002"});
    CHECK(stored.physician == Contact{"Dr M. Patel", "Park Surgery", "020 7946 0003"});
    CHECK(stored.note == "comes by bicycle");
    CHECK(stored.sex == Sex::Other);
    CHECK(stored.hand == Hand::Left);
    REQUIRE(stored.alerts);
    CHECK(stored.alerts->size() == 1);
    REQUIRE(stored.allergies);
    CHECK(*stored.allergies == std::vector<Allergy>{{"latex", "rash"}, {"nickel", ""}});
    REQUIRE(stored.consents.size() == 1);
    CHECK(stored.consents[0].scope == "Dry needling");
    CHECK(stored.consents[0].given ==
          Date{std::chrono::year{2026}, std::chrono::January, std::chrono::day{12}});
    CHECK_FALSE(stored.consents[0].withdrawn);

    // The dialog shows them again; a consent is withdrawn, not left out.
    Me::click("patient.edit");
    Me::waitFor("the dialog is open", [] { return Me::find("patient.familyName") != nullptr; });
    for (const auto& [field, text] : fields) {
        if (std::string_view{field} != "patient.birthDate") {
            CHECK(typedIn(field) == text);
        }
    }
    CHECK(typedIn("patient.birthDate") == "10 Mar 1984");
    CHECK_FALSE(isThere("patient.consent.0.remove"));
    Me::click("patient.consent.0.offer");
    Me::waitFor("its day stands there",
                [] { return !Me::the<wxTextCtrl>("patient.consent.0.withdrawn").IsEmpty(); });
    Me::click("patient.allergy.1.remove");
    Me::waitFor("the line is gone",
                [] { return Me::find("patient.allergy.1.substance") == nullptr; });
    Me::press("Return"); // from the button that adds a line, nothing is accepted by chance
    CHECK(isThere("patient.accept"));
    Me::click("patient.accept");
    waitForDialogsEnd("patient");
    REQUIRE(clinic.patient().consents.size() == 1);
    CHECK(clinic.patient().consents[0].withdrawn.has_value());
    CHECK(clinic.patient().allergies->front() == Allergy{"latex", "rash"});
    theApp().close();
}

TEST_CASE("what is wrong is said in a sentence, and the focus stands where it can be put right",
          "[journey][records]") {
    const RecordsClinic clinic;
    clinic.openPatient();
    Me::click("patient.edit");
    retype("patient.birthDate", "31.2.1984");
    retype("patient.note", "something");
    Me::press("ctrl+Return");
    Me::waitFor("the problem is said", [] { return Me::find("patient.problems") != nullptr; });
    CHECK_THAT(textOf("patient.problems"), ContainsSubstring("Birth date: is not a date"));
    Me::waitFor("the focus is in its field",
                [] { return Me::the<wxTextCtrl>("patient.birthDate").HasFocus(); });
    CHECK(typedIn("patient.note") == "something");
    Me::press("Escape");
    Me::waitFor("it asks before it discards what was typed", [] {
        return Me::the<gui::TextBlock>("patient.problems").text().Contains("Discard");
    });
    Me::press("Escape");
    waitForDialogsEnd("patient");
    CHECK(clinic.patient() == test::aPatient());
    theApp().close();
}

TEST_CASE("who changes a record that a colleague has just changed is told, and keeps what they "
          "typed",
          "[journey][records]") {
    const RecordsClinic clinic;
    clinic.openPatient();
    Me::click("patient.edit");
    retype("patient.phone", "020 7946 0009");
    Patient changed = clinic.patient();
    changed.email = "new@example.org";
    clinic.change(changed);
    Me::click("patient.accept");
    Me::waitFor("it is said", [] { return Me::find("patient.problems") != nullptr; });
    CHECK_FALSE(textOf("patient.problems").empty());
    CHECK(typedIn("patient.phone") == "020 7946 0009");
    CHECK(clinic.patient().email == "new@example.org");
    CHECK(clinic.patient().phone == test::aPatient().phone);
    Me::press("Escape");
    Me::waitFor("it asks before it discards what was typed", [] {
        return Me::the<gui::TextBlock>("patient.problems").text().Contains("Discard");
    });
    Me::press("Escape");
    waitForDialogsEnd("patient");
    theApp().close();
}

TEST_CASE("a new case takes a diagnosis found by its word, goals and a plan",
          "[journey][records]") {
    const RecordsClinic clinic;
    clinic.openPatient();
    Me::click("overview.newCase");
    retype("case.complaint", "Sciatica, right");
    Me::chip("case.area", "Low back");
    retype("case.onsetAbout", "in spring 2026");
    retype("case.referrer", "Dr M. Patel");
    retype("case.diagnosis", "sciatica right");
    Me::waitFor("codes are offered", [] {
        const auto* const list = dynamic_cast<gui::RowList*>(Me::find("case.suggestions"));
        return list != nullptr && list->count() > 0;
    });
    CHECK_THAT(gui::fromWx(rowOf("case.suggestions", 0).lines.at(0)), ContainsSubstring("FY"));
    const auto offered = titles("case.suggestions");
    Me::press("Down Return"); // by keys
    Me::waitFor("it is chosen", [] { return Me::find("case.chosen.0") != nullptr; });
    CHECK_THAT(textOf("case.chosen.0"), ContainsSubstring(offered.front()));
    CHECK_FALSE(textOf("case.chosen.0.validity").empty());
    // A second one by a click, and made the first.
    Me::type("M54.59");
    Me::waitFor("the code is offered", [] {
        const auto* const list = dynamic_cast<gui::RowList*>(Me::find("case.suggestions"));
        return list != nullptr && list->count() > 0 && list->row(0).title == "M54.59";
    });
    clickRow("case.suggestions", 0);
    Me::waitFor("it is chosen too", [] { return Me::find("case.chosen.1") != nullptr; });
    Me::click("case.chosen.1.first");
    Me::waitFor("it is the first", [] {
        return Me::the<gui::TextBlock>("case.chosen.0").text().StartsWith("M54.59");
    });
    retype("case.goal", "to sit through a meeting");
    Me::click("case.goals.add");
    retype("case.goals.0.text", "sit for an hour");
    retype("case.goals.0.measure", "sitting");
    retype("case.goals.0.target", "60 min");
    retype("case.goals.0.by", "1.12.2027");
    retype("case.visitsPerWeek", "1,5");
    retype("case.weeks", "6");
    Me::chip("case.techniques", "Pressure release");
    Me::click("case.accept");
    waitForDialogsEnd("case");

    const auto cases = clinic.cases();
    REQUIRE(cases.size() == 2);
    const auto& made = cases[0].complaint == "Sciatica, right" ? cases[0] : cases[1];
    CHECK(made.diagnosisCode == "M54.59");
    CHECK(made.furtherDiagnoses == std::vector<std::string>{offered.front()});
    CHECK(made.onsetAbout == "in spring 2026");
    CHECK(made.referrer == "Dr M. Patel");
    CHECK(made.goal == "to sit through a meeting");
    REQUIRE(made.goals.size() == 1);
    CHECK(made.goals[0].target == "60 min");
    CHECK(made.plan.visitsPerWeek == 1.5);
    CHECK(made.plan.weeks == 6);
    CHECK(made.plan.techniques ==
          std::vector<TechniqueKey>{test::key<TechniqueKey>("pressure_release")});

    // The overview shows it: the new case is the chosen one, with its goal and its plan.
    CHECK(titles("overview.goals") == std::vector<std::string>{"sit for an hour"});
    CHECK_THAT(textOf("overview.casePlan"), ContainsSubstring("6 weeks"));
    // A goal is reached by one press.
    clickRow("overview.goals", 0);
    Me::click("case.goals.0.offer");
    Me::click("case.accept");
    waitForDialogsEnd("case");
    CHECK_THAT(gui::fromWx(rowOf("overview.goals", 0).badge), ContainsSubstring("reached"));
    theApp().close();
}

TEST_CASE("a case is closed, asked about before a new session, and opened again",
          "[journey][records]") {
    const RecordsClinic clinic;
    clinic.openPatient();
    Me::click("overview.closeCase");
    Me::segment("closing.as", 1);
    retype("closing.referredTo", "Dr Lee");
    retype("closing.outcome", "no pain at rest");
    Me::click("closing.accept");
    waitForDialogsEnd("closing");
    const Case closed = clinic.cases().at(0);
    CHECK(closed.status == CaseStatus::ReferredOn);
    CHECK(closed.referredTo == "Dr Lee");
    CHECK(closed.outcome == "no pain at rest");
    CHECK(closed.closed.has_value());
    CHECK_THAT(gui::fromWx(rowOf("overview.caseList", 0).badge), ContainsSubstring("Dr Lee"));
    CHECK_FALSE(isThere("overview.closeCase"));

    Me::click("overview.reopenCase");
    Me::waitFor("it can be closed again", [] { return Me::find("overview.closeCase") != nullptr; });
    CHECK(clinic.cases().at(0).status == CaseStatus::Open);
    CHECK(clinic.cases().at(0).outcome == "no pain at rest");

    // A session in a closed case: the question is answered with yes, the case is open.
    Me::click("overview.closeCase");
    Me::click("closing.accept");
    waitForDialogsEnd("closing");
    REQUIRE(clinic.cases().at(0).status == CaseStatus::Discharged);
    Me::press("F2");
    Me::waitFor("the chart is open", [] { return Me::find("chart.map") != nullptr; });
    CHECK(clinic.cases().at(0).status == CaseStatus::Open);
    theApp().close();
}

TEST_CASE("a telephone call is noted in the case, and a late entry says that it is one",
          "[journey][records]") {
    const RecordsClinic clinic;
    clinic.openPatient();
    Me::click("overview.addContact");
    Me::click("contact.accept");
    Me::waitFor("the problem is said", [] { return Me::find("contact.problems") != nullptr; });
    Me::waitFor("the focus is in its field",
                [] { return Me::the<wxTextCtrl>("contact.text").HasFocus(); });
    Me::type("Sore for a day, then fine.");
    Me::press("ctrl+Return");
    waitForDialogsEnd("contact");
    Me::click("overview.addContact");
    Me::chip("contact.kind", "Letter");
    retype("contact.day", "3.2.2026");
    retype("contact.time", "9:15");
    Me::fill("contact.text", "Report of the surgery.");
    Me::click("contact.accept");
    waitForDialogsEnd("contact");

    const auto notes = clinic.contactNotes();
    REQUIRE(notes.size() == 2);
    CHECK(titles("overview.contactList") == std::vector<std::string>{"Telephone", "Letter"});
    CHECK(rowOf("overview.contactList", 0).badge.empty());
    CHECK(rowOf("overview.contactList", 1).badge == "late entry");
    clickRow("overview.contactList", 1);
    Me::waitFor("it is read", [] { return Me::find("contactNote.text") != nullptr; });
    CHECK(textOf("contactNote.text") == "Report of the surgery.");
    CHECK_THAT(textOf("contactNote.by"), ContainsSubstring("written"));
    Me::press("Escape");
    theApp().close();
}

TEST_CASE("two records of one person are merged, lead to one another and are parted again",
          "[journey][records]") {
    const RecordsClinic clinic;
    clinic.addPatient(anna());
    clinic.signIn();
    const auto daily = titles("patients.list");
    REQUIRE(daily.size() == 2);
    const int row = daily[0] == "Kovacs, Anna" ? 0 : 1;
    chooseOf("patients.list", row, 0);
    Me::waitFor("the one that looks alike is offered", [] {
        const auto* const list = dynamic_cast<gui::RowList*>(Me::find("merge.candidates"));
        return list != nullptr && list->count() == 1;
    });
    CHECK_THAT(gui::fromWx(rowOf("merge.candidates", 0).lines.at(0)),
               ContainsSubstring("birth date"));
    clickRow("merge.candidates", 0);
    Me::waitFor("it is said what happens", [] {
        return Me::the<gui::TextBlock>("merge.meaning").text().Contains("leads to");
    });
    Me::click("merge.accept");
    Me::waitFor("the record that goes on is open",
                [] { return Me::find("overview.merged.0") != nullptr; });
    CHECK(clinic.patient(anna().id).mergedInto == test::aPatient().id);
    CHECK_THAT(textOf("overview.merged.0"), ContainsSubstring("Anna"));

    // The daily list has one; the other is shown on demand and leads on.
    Me::click("rail.patients");
    CHECK(titles("patients.list").size() == 1);
    Me::chip("patients.archived", "Show archived");
    Me::waitFor("both are listed",
                [] { return Me::the<gui::RowList>("patients.list").count() == 2; });
    const int merged = rowOf("patients.list", 0).badge == "merged" ? 0 : 1;
    CHECK(rowOf("patients.list", merged).badge == "merged");
    clickRow("patients.list", merged);
    Me::waitFor("the record that goes on is open",
                [] { return Me::find("overview.openedInstead") != nullptr; });
    CHECK(textOf("patient.name") == fullName(test::aPatient()));

    Me::click("overview.merged.0.undo");
    Me::waitFor("they are two again", [] { return Me::find("overview.merged.0") == nullptr; });
    CHECK_FALSE(clinic.patient(anna().id).mergedInto.has_value());
    theApp().close();
}

TEST_CASE("a new patient who may be there already is told of, and added all the same when asked",
          "[journey][records]") {
    const RecordsClinic clinic;
    clinic.signIn();
    Me::press("ctrl+n");
    retype("patient.familyName", "Kovacs");
    retype("patient.givenName", "Anna");
    retype("patient.birthDate", "9.3.1984");
    Me::click("patient.accept");
    Me::waitFor("it is said", [] { return Me::find("patient.problems") != nullptr; });
    CHECK_THAT(textOf("patient.problems"), ContainsSubstring("may be the same person's"));
    Me::click("patient.accept");
    waitForDialogsEnd("patient");
    Me::waitFor("she is there", [] { return Me::find("overview.firstCase") != nullptr; });
    theApp().close();
}

TEST_CASE("an archived patient is out of the daily list and comes back", "[journey][records]") {
    const RecordsClinic clinic;
    clinic.signIn();
    chooseOf("patients.list", 0, 1);
    Me::waitFor("the list is empty", [] { return Me::find("patients.nobody") != nullptr; });
    CHECK(clinic.patient().archived);
    Me::chip("patients.archived", "Show archived");
    Me::waitFor("she is listed",
                [] { return Me::the<gui::RowList>("patients.list").count() == 1; });
    CHECK(rowOf("patients.list", 0).badge == "archived");
    // By keys alone: from the chip to the list, its row, the menu key.
    const auto focused = [] {
        return Me::see([] {
            const wxWindow* const window = wxWindow::FindFocus();
            return window ? gui::fromWx(window->GetName()) : std::string{"nothing"};
        });
    };
    CHECK(focused() == "patients.archived");
    Me::press("Tab");
    CHECK(focused() == "patients.new");
    Me::press("Tab");
    CHECK(focused() == "patients.list");
    Me::press("Down Menu");
    Me::chooseFromMenu(1);
    Me::waitFor("she is in the daily list again",
                [] { return Me::the<gui::RowList>("patients.list").row(0).badge.empty(); });
    CHECK_FALSE(clinic.patient().archived);
    theApp().close();
}

TEST_CASE("snippets are written, seen as they will be, changed and removed", "[journey][records]") {
    const RecordsClinic clinic;
    clinic.signIn();
    openFromMenu(0, "snippets.shortcut");
    Me::fill("snippets.shortcut", "ql");
    Me::fill("snippets.text", "quadratus lumborum, side-lying");
    Me::waitFor("it is seen as it will be", [] {
        const auto* const preview = dynamic_cast<gui::TextBlock*>(Me::find("snippets.preview"));
        return preview && preview->text().Contains(";ql ") &&
               preview->text().Contains("quadratus lumborum, side-lying");
    });
    Me::click("snippets.store");
    Me::waitFor("it is listed", [] { return Me::find("snippets.list") != nullptr; });
    CHECK(clinic.snippets() == std::vector<Snippet>{{"ql", "quadratus lumborum, side-lying"}});

    // The same shortcut again is refused in a sentence.
    Me::fill("snippets.shortcut", "QL");
    Me::fill("snippets.text", "another");
    Me::click("snippets.store");
    Me::waitFor("the problem is said", [] { return Me::find("snippets.problems") != nullptr; });
    CHECK(clinic.snippets().size() == 1);

    clickRow("snippets.list", 0);
    retype("snippets.text", "quadratus lumborum, prone");
    Me::click("snippets.store");
    Me::waitFor("it is another text", [] {
        return Me::the<gui::RowList>("snippets.list").row(0).aside.Contains("prone");
    });
    CHECK(clinic.snippets() == std::vector<Snippet>{{"ql", "quadratus lumborum, prone"}});
    clickRow("snippets.list", 0);
    Me::click("snippets.remove");
    Me::waitFor("there is none", [] { return Me::find("snippets.none") != nullptr; });
    CHECK(clinic.snippets().empty());

    // Done stores what was typed last too.
    Me::fill("snippets.shortcut", "gm");
    Me::fill("snippets.text", "gluteus medius");
    Me::click("snippets.accept");
    waitForDialogsEnd("snippets");
    CHECK(clinic.snippets() == std::vector<Snippet>{{"gm", "gluteus medius"}});
    theApp().close();
}

TEST_CASE("the clinic's settings are changed and hold at once", "[journey][records]") {
    const RecordsClinic clinic;
    clinic.signIn();
    openFromMenu(1, "clinic.name");
    retype("clinic.name", "Riverside Practice");
    retype("clinic.address", "4 Quay Street");
    retype("clinic.phone", "020 7946 0100");
    Me::segment("clinic.pressureUnit", 1);
    Me::click("clinic.accept");
    waitForDialogsEnd("clinic");
    const ClinicProfile stored = clinic.profile();
    CHECK(stored.name == "Riverside Practice");
    CHECK(stored.address == "4 Quay Street");
    CHECK(stored.phone == "020 7946 0100");
    CHECK(stored.pressureUnit == PressureUnit::KgfPerCm2);
    CHECK(Me::see([] { return theApp().frame()->GetTitle(); }).StartsWith("Riverside Practice"));
    theApp().close();
}

TEST_CASE("a draft waits in the lists of the day until it is signed", "[journey][records]") {
    const RecordsClinic clinic;
    (void)clinic.addDraft(std::chrono::hours{50});
    clinic.signIn();
    const auto drafts = [] {
        return Me::see([] {
            const auto& tabs = Me::the<gui::CountedTabs>("lists.tabs");
            for (int i = 0; i < tabs.count(); ++i) {
                if (tabs.tab(i).text.StartsWith("Drafts")) {
                    return i;
                }
            }
            return -1;
        });
    };
    Me::waitFor("the lists are there", [] { return Me::find("lists.tabs") != nullptr; });
    REQUIRE(drafts() >= 0);
    Me::click("lists.tabs", [tab = drafts()](wxWindow& window) {
        return dynamic_cast<gui::CountedTabs&>(window).tabArea(tab);
    });
    CHECK(titles("lists.rows") == std::vector<std::string>{"Kovács, Ana"});
    clickRow("lists.rows", 0);
    Me::waitFor("it is open", [] { return Me::find("chart.map") != nullptr; });
    Me::click("rail.patients");
    Me::waitFor("the lists are there", [] { return Me::find("lists.tabs") != nullptr; });
    CHECK(drafts() >= 0); // still not signed
    theApp().close();
}

TEST_CASE("the patients are narrowed by what is typed", "[journey][records]") {
    const RecordsClinic clinic;
    Patient other = anna();
    other.familyName = "Weber";
    other.givenName = "Zoltan";
    clinic.addPatient(other);
    clinic.signIn();
    Me::waitFor("both are listed",
                [] { return Me::the<gui::RowList>("patients.list").count() == 2; });
    CHECK(Me::see([] { return Me::find("lists.nothing") != nullptr; })); // nobody waits
    Me::fill("patients.find.field", "weber");
    Me::waitFor("one is left", [] { return Me::the<gui::RowList>("patients.list").count() == 1; });
    Me::press("Return");
    Me::waitFor("the record is open", [] { return Me::find("patient.name") != nullptr; });
    CHECK(textOf("patient.name") == "Zoltan Weber");
    theApp().close();
}

TEST_CASE("a session starts from any page of the patient", "[journey][records]") {
    const RecordsClinic clinic;
    (void)clinic.addDraft(std::chrono::hours{2});
    clinic.openPatient();
    Me::click("rail.history");
    Me::waitFor("the history is shown", [] { return Me::find("history.list") != nullptr; });
    Me::click("topBar.start");
    Me::waitFor("the chart is open", [] { return Me::find("chart.map") != nullptr; });
    CHECK_FALSE(isThere("topBar.start")); // one is at it
    theApp().close();
}

TEST_CASE("every draft of a patient can be reached, whichever its case", "[journey][records]") {
    const RecordsClinic clinic;
    (void)clinic.addDraft(std::chrono::hours{50});
    (void)clinic.addDraft(std::chrono::hours{3});
    clinic.openPatient();
    Me::waitFor("the other one is listed", [] { return Me::find("overview.drafts") != nullptr; });
    REQUIRE(titles("overview.drafts").size() == 1);
    CHECK_THAT(titles("overview.drafts").front(), ContainsSubstring("Draft of"));
    // In a new case both are other drafts.
    Me::click("overview.newCase");
    Me::fill("case.complaint", "Neck pain");
    Me::chip("case.area", "Neck");
    Me::click("case.accept");
    waitForDialogsEnd("case");
    Me::waitFor("both are listed",
                [] { return Me::the<gui::RowList>("overview.drafts").count() == 2; });
    clickRow("overview.drafts", 1);
    Me::waitFor("it is open", [] { return Me::find("chart.map") != nullptr; });
    CHECK(Me::see([] { return Me::the<gui::ChartPage>("chart").presenter()->session().caseId; }) ==
          test::aCase().id);
    theApp().close();
}

TEST_CASE("after a power cut the session is opened where it was", "[journey][records]") {
    RecordsClinic clinic;
    clinic.openPatient();
    Me::press("F2");
    Me::waitFor("the chart is open", [] { return Me::find("chart.map") != nullptr; });
    Me::fill("note.assessment.editor.field", "Better.");
    Me::press("Tab");
    const auto isNoted = [] {
        const auto& notes = Me::shown().notes;
        return std::ranges::any_of(notes,
                                   [](const auto& each) { return each.note.text == "Better."; });
    };
    Me::waitFor("the note is stored", isNoted);
    const auto cut = clinic.temp() / "After.palpate";
    clinic.copyTo(cut);
    theApp().close();

    clinic.moveTo(cut);
    clinic.signIn();
    Me::waitFor("the chart is open again", [] { return Me::find("chart.map") != nullptr; });
    CHECK(Me::see(isNoted));
    CHECK_THAT(textOf("notice.text"), ContainsSubstring("ended unexpectedly"));
    theApp().close();

    // Ended as one ends it, nothing is opened by itself.
    clinic.signIn();
    CHECK_FALSE(isThere("chart.map"));
    theApp().close();
}
