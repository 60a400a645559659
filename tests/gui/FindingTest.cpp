// SPDX-License-Identifier: MIT
// What finds and lists, by real clicks and keys, with made-up contents.
#include "app/OpenClinic.h"
#include "gui/Accessible.h"
#include "gui/CountedTabs.h"
#include "gui/DayLists.h"
#include "gui/Finder.h"
#include "gui/GuiTest.h"
#include "gui/LargeControls.h"
#include "gui/MistakeLines.h"
#include "gui/PillButton.h"
#include "gui/QueryCompletions.h"
#include "gui/RowList.h"
#include "gui/SearchField.h"
#include "gui/TextMarks.h"
#include "gui/Words.h"
#include "support/Builders.h"

#include <catch2/catch_test_macros.hpp>
#include <wx/sizer.h>

#include <string>
#include <vector>

namespace {

using namespace palpate;
using namespace palpate::gui;
using namespace palpate::guitest;

[[nodiscard]] FoundRow found(const wxString& title, const wxString& kind = "patient") {
    FoundRow row;
    row.title = title;
    row.kind = kind;
    return row;
}

/// A search field above a button, with a finder over both that finds what begins as typed.
struct Found {
    Found() {
        field = new SearchField{stage.panel(), "search", "Find anything"};
        other = new PillButton{stage.panel(), "other", "Other"};
        stage.add(field);
        stage.add(other);
        finder = new Finder{stage.panel(), "finder", *field, *clinic};
        finder->onAsk = [this](const wxString& text) {
            ++asks;
            if (!isSlow) {
                answer(text);
            }
        };
        finder->onHurry = [this] { answer(field->text()); };
        finder->onChoose = [this](std::size_t row) { chosen = finder->list().rows()[row].title; };
        stage.show();
    }
    void answer(const wxString& text) {
        std::vector<FoundRow> rows;
        for (const char* const name : {"Kovacs, Ana", "Kovacs, Bela", "Lee, Ana"}) {
            if (wxString{name}.Lower().StartsWith(text)) {
                rows.push_back(found(name));
            }
        }
        finder->show(std::move(rows), text);
    }
    void waitForRows(std::size_t count) const {
        waitFor("the rows are there",
                [&] { return finder->IsShown() && finder->list().rows().size() == count; });
    }

    test::OpenClinic clinic; ///< outlives the stage
    Stage stage;
    SearchField* field;
    PillButton* other;
    Finder* finder;
    bool isSlow = false;
    int asks = 0;
    wxString chosen;
};

[[nodiscard]] app::ClinicListView listOf(app::ClinicList list, const std::string& title,
                                         const std::vector<std::string>& names) {
    app::ClinicListView view;
    view.list = list;
    view.title = title;
    view.count = static_cast<int>(names.size());
    for (const std::string& name : names) {
        view.rows.push_back({.patient = test::aPatient().id,
                             .caseId = {},
                             .session = {},
                             .patientName = name,
                             .what = "Low back pain",
                             .when = "today"});
    }
    return view;
}

} // namespace

TEST_CASE("bytes of a text with accents are told as its characters", "[gui][finding]") {
    const std::string name = "Kovács, Łukasz";
    CHECK(charactersIn(name, 0) == 0);
    CHECK(charactersIn(name, 4) == 4); // "Kov" and the first byte of á
    CHECK(charactersIn(name, 5) == 4);
    CHECK(charactersIn(name, 1000) == 14);
    struct Span {
        std::size_t begin;
        std::size_t length;
    };
    const std::vector<Span> spans{{3, 2}, {9, 3}};
    CHECK(marksOf(name, spans) == std::vector<TextMark>{{3, 1}, {8, 2}});
}

SCENARIO("things are found from the keyboard alone", "[gui][finding]") {
    GIVEN("a field whose finder answers at once") {
        Found it;
        it.other->SetFocus();
        waitFor("the button has the focus", [&] { return it.other->HasFocus(); });
        it.finder->open();
        it.waitForRows(3);
        CHECK_FALSE(it.finder->list().current()); // nothing is typed: nothing is meant
        WHEN("a beginning is typed") {
            typeText("ko");
            it.waitForRows(2);
            THEN("the best is chosen, Down goes on, Enter opens and the list goes") {
                CHECK(it.finder->list().current() == 0);
                CHECK(accessibleDescription(it.field->field()) == "1 of 2: patient: Kovacs, Ana");
                pressKey(WXK_DOWN);
                waitFor("the second is chosen", [&] { return it.finder->list().current() == 1; });
                CHECK(it.field->field().HasFocus());
                pressKey(WXK_RETURN);
                waitFor("it is opened", [&] { return it.chosen == "Kovacs, Bela"; });
                CHECK_FALSE(it.finder->IsShown());
            }
        }
        WHEN("Escape gives up") {
            typeText("ko");
            it.waitForRows(2);
            pressKey(WXK_ESCAPE);
            THEN("one is where one was, with an empty field") {
                waitFor("the focus is back", [&] { return it.other->HasFocus(); });
                CHECK_FALSE(it.finder->IsShown());
                CHECK(it.field->text().empty());
                CHECK(it.chosen.empty());
            }
        }
        WHEN("the focus goes elsewhere") {
            click(*it.other);
            THEN("the list goes too") {
                waitFor("it is closed", [&] { return !it.finder->IsShown(); });
            }
        }
    }
}

SCENARIO("nobody opens what an older text found", "[gui][finding]") {
    GIVEN("a finder that takes its time") {
        Found it;
        it.finder->open();
        it.waitForRows(3);
        it.isSlow = true;
        typeText("l");
        waitFor("it is asked", [&] { return it.asks == 2; });
        WHEN("a row of the older text is clicked") {
            click(it.finder->list(), middleOf(it.finder->list().area(0)));
            pump();
            THEN("nothing is opened") {
                CHECK(it.chosen.empty());
            }
        }
        WHEN("Enter comes before the answer") {
            pressKey(WXK_RETURN);
            THEN("what the text means is opened") {
                waitFor("it is opened", [&] { return it.chosen == "Lee, Ana"; });
            }
        }
    }
}

TEST_CASE("a found row is opened by a click, and is large enough for a finger", "[gui][finding]") {
    Found it;
    setLargeControls(true);
    it.finder->open();
    it.waitForRows(3);
    CHECK(it.finder->list().area(1).height >= it.stage.frame().FromDIP(44));
    CHECK(it.field->GetSize().y >= it.stage.frame().FromDIP(44));
    setLargeControls(false);
    it.finder->close();
    it.finder->open();
    it.waitForRows(3);
    click(it.finder->list(), middleOf(it.finder->list().area(1)));
    waitFor("it is opened", [&] { return it.chosen == "Kovacs, Bela"; });
}

TEST_CASE("more found rows than there is room for are reached by keys and by the wheel",
          "[gui][finding]") {
    test::OpenClinic clinic;
    Stage stage{{500, 300}};
    auto* field = new SearchField{stage.panel(), "search", "Find anything"};
    stage.add(field);
    auto* finder = new Finder{stage.panel(), "finder", *field, *clinic};
    std::vector<FoundRow> rows;
    for (int i = 0; i < 30; ++i) {
        rows.push_back(found(wxString::Format("Row %d", i)));
    }
    finder->onAsk = [&](const wxString& text) { finder->show(rows, text); };
    wxString chosen;
    finder->onChoose = [&](std::size_t row) { chosen = rows[row].title; };
    stage.show();
    finder->open();
    waitFor("it is open", [&] { return finder->IsShown(); });
    CHECK(finder->GetRect().GetBottom() < 300);
    const auto isInSight = [&](std::size_t row) {
        return wxRect{finder->list().GetClientSize()}.Contains(finder->list().area(row));
    };
    CHECK_FALSE(isInSight(12));
    for (int i = 0; i < 13; ++i) {
        pressKey(WXK_DOWN);
    }
    waitFor("the thirteenth is in sight",
            [&] { return finder->list().current() == 12 && isInSight(12); });
    turnWheel(finder->list(), {50, 50}, 20);
    waitFor("the first is in sight again", [&] { return isInSight(0); });
    click(finder->list(), middleOf(finder->list().area(0)));
    waitFor("it is chosen", [&] { return chosen == "Row 0"; });
}

SCENARIO("words are completed while a search is typed", "[gui][finding]") {
    GIVEN("a field that knows two muscles and a field with a value") {
        Stage stage;
        auto* field = new SearchField{stage.panel(), "query", "Search"};
        auto* other = new PillButton{stage.panel(), "other", "Other"};
        stage.add(field);
        stage.add(other);
        auto* completions = new QueryCompletions{stage.panel(), "completions", "Search", *field};
        completions->complete = [](const std::string& head) {
            std::vector<QueryCompletions::Completion> out;
            const auto last = head.find_last_of(' ');
            const std::string before = last == std::string::npos ? "" : head.substr(0, last + 1);
            const std::string word = last == std::string::npos ? head : head.substr(last + 1);
            for (const char* const each : {"psoas", "piriformis", "state:", "state:active"}) {
                if (std::string{each}.rfind(word, 0) == 0 && word != each) {
                    out.push_back({before + each, each, "muscle"});
                }
            }
            return out;
        };
        int downs = 0;
        int enters = 0;
        completions->onDown = [&] { ++downs; };
        field->onText = [&](const wxString&) { completions->typed(); };
        field->onEnter = [&] { ++enters; };
        stage.show();
        click(field->field());
        typeText("left p");
        waitFor("both are offered", [&] { return completions->list().rows().size() == 2; });
        WHEN("Tab is pressed") {
            pressKey(WXK_TAB);
            THEN("the first comes into the text and one goes on typing") {
                waitFor("it is taken", [&] { return field->text() == "left psoas "; });
                CHECK_FALSE(completions->isOpen());
                typeText("x");
                waitFor("behind it", [&] { return field->text() == "left psoas x"; });
            }
        }
        WHEN("the second is chosen") {
            pressKey(WXK_DOWN);
            pressKey(WXK_DOWN);
            pressKey(WXK_RETURN);
            THEN("Enter takes it and searches nothing") {
                waitFor("it is taken", [&] { return field->text() == "left piriformis "; });
                CHECK(enters == 0);
            }
        }
        WHEN("a field is taken that wants a value") {
            pressKey(WXK_BACK);
            typeText("st");
            waitFor("it is offered", [&] { return completions->list().rows().size() == 2; });
            pressKey(WXK_TAB);
            THEN("its values are offered at once, before what stands behind the caret") {
                waitFor("the value is offered", [&] {
                    return field->text() == "left state:" && completions->isOpen() &&
                           completions->list().rows().size() == 1;
                });
                click(completions->list(), middleOf(completions->list().area(0)));
                waitFor("it is taken", [&] { return field->text() == "left state:active "; });
            }
        }
        WHEN("Escape is pressed") {
            pressKey(WXK_ESCAPE);
            THEN("only the list goes; then Down leads on and Enter searches") {
                waitFor("it is folded", [&] { return !completions->isOpen(); });
                CHECK(field->text() == "left p");
                pressKey(WXK_DOWN);
                pressKey(WXK_RETURN);
                waitFor("both are told", [&] { return downs == 1 && enters == 1; });
            }
        }
    }
}

SCENARIO("what waits in the clinic is chosen from", "[gui][finding]") {
    GIVEN("two lists that hold something and one that does not") {
        Stage stage;
        auto* lists = new DayLists{stage.panel()};
        stage.add(lists, 1);
        std::string opened;
        int wanted = 0;
        lists->onOpen = [&](const app::ClinicListRow& row) { opened = row.patientName; };
        lists->onMore = [&](app::ClinicList, int limit) { wanted = limit; };
        lists->render({listOf(app::ClinicList::Today, "Today", {}),
                       listOf(app::ClinicList::Drafts, "Drafts", {"Kovacs, Ana"}),
                       listOf(app::ClinicList::Silent, "Silent", {"Lee, Bo", "Orr, Cy"})});
        stage.show();
        auto& tabs = namedAs<CountedTabs>("lists.tabs");
        auto& rows = namedAs<RowList>("lists.rows");
        THEN("the empty one is not there, and the first that holds something is shown") {
            REQUIRE(tabs.count() == 2);
            CHECK(tabs.tab(0).text == "Drafts");
            CHECK(tabs.tab(0).count == "1");
            CHECK(tabs.selected() == 0);
            CHECK(rows.count() == 1);
            CHECK(accessibleDescription(tabs) == "Drafts 1");
        }
        WHEN("the other is clicked, and its second row") {
            click(tabs, middleOf(tabs.tabArea(1)));
            waitFor("its rows are shown", [&] { return rows.count() == 2; });
            click(rows, middleOf(rows.rowArea(1)));
            THEN("that one is opened") {
                waitFor("it is opened", [&] { return opened == "Orr, Cy"; });
            }
            AND_WHEN("the lists are read anew and it holds something yet") {
                lists->render({listOf(app::ClinicList::Today, "Today", {"Poe, Di"}),
                               listOf(app::ClinicList::Silent, "Silent", {"Lee, Bo"})});
                THEN("it is still the one that is shown") {
                    CHECK(tabs.selected() == 1);
                    CHECK(rows.row(0).title == "Lee, Bo");
                }
            }
        }
        WHEN("keys go from one to the other") {
            tabs.SetFocus();
            pressKey(WXK_DOWN);
            THEN("its rows are shown") {
                waitFor("they are", [&] { return rows.count() == 2; });
                CHECK(wanted == 0); // all there are are here
            }
        }
        WHEN("there are more than were brought") {
            auto many = listOf(app::ClinicList::Today, "Today", {"Lee, Bo", "Orr, Cy"});
            many.count = 1000;
            many.isMore = true;
            lists->render({many});
            THEN("more are asked for, and counted as more") {
                waitFor("they are asked for", [&] { return wanted > 2; });
                CHECK(tabs.tab(0).count == "1000+");
            }
        }
        WHEN("nothing waits any more") {
            lists->render({listOf(app::ClinicList::Today, "Today", {})});
            THEN("it says so") {
                CHECK(lists->isEmpty());
            }
        }
    }
}

TEST_CASE("a list asks for more rows only where its end comes near", "[gui][finding]") {
    Stage stage{{400, 300}};
    auto* list = new RowList{stage.panel(), "rows", "Rows", 0};
    stage.add(list, 1);
    std::vector<ListRow> rows(100);
    for (std::size_t i = 0; i < rows.size(); ++i) {
        rows[i].title = wxString::Format("Row %zu", i);
    }
    int asked = 0;
    list->onNearEnd = [&] { ++asked; };
    list->setRows(rows);
    stage.show();
    pump();
    CHECK(asked == 0);
    list->SetFocus();
    pressKey(WXK_END);
    waitFor("it asks", [&] { return asked == 1; });
    pressKey(WXK_UP);
    pressKey(WXK_DOWN);
    pump();
    CHECK(asked == 1); // once for the same rows
    rows.resize(150, rows[0]);
    list->setRows(rows);
    pump();
    CHECK(asked == 1); // the end is far away again
    turnWheel(*list, {50, 50}, -400);
    waitFor("it asks again", [&] { return asked == 2; });
}

TEST_CASE("a mistake's line leads to its place", "[gui][finding]") {
    Stage stage;
    auto* lines = new MistakeLines{stage.panel(), "mistake"};
    stage.add(lines);
    std::size_t pressed = 99;
    lines->onPress = [&](std::size_t which) { pressed = which; };
    stage.show();
    CHECK_FALSE(lines->IsShown());
    lines->set({{"since:90x", "is no time ago."}, {"state:red", "is no state."}});
    stage.panel()->Layout();
    waitFor("they are shown", [&] { return lines->IsShown(); });
    CHECK(accessibleName(named("mistake.1")).Contains("state:red"));
    click("mistake.1");
    waitFor("it is told", [&] { return pressed == 1; });
    lines->set({});
    CHECK_FALSE(lines->IsShown());
}
