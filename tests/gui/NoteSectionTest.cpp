// SPDX-License-Identifier: MIT
// One paragraph of a session: whose words it shows, what it proposes, what it compares with.
#include "gui/NoteSection.h"

#include "gui/GuiTest.h"
#include "gui/ScoreStrip.h"
#include "gui/Words.h"

#include <catch2/catch_test_macros.hpp>

using namespace palpate;
using namespace palpate::gui;
using namespace palpate::guitest;

TEST_CASE("a signed paragraph shows what was stored, never what would be composed now",
          "[gui][session]") {
    Stage stage;
    auto* section = new NoteSection{stage.panel(), NotePart::Plan, true};
    stage.add(section);
    stage.show();
    app::NoteView note;
    note.part = NotePart::Plan;
    note.note.authorship = Authorship::Composed;
    note.composed = "Review in a week.";
    section->render(note, false);
    CHECK(section->editor().text() == "Review in a week.");
    section->render(note, true);
    CHECK(section->editor().text().empty());
}

TEST_CASE("text that arrives in a field without the focus replaces its hint", "[gui][controls]") {
    Stage stage;
    auto* other = new ScoreStrip{stage.panel(), "pain", "Pain now"};
    auto* editor = new NoteEditor{stage.panel(), "note", "Note", "note on this point"};
    stage.add(other);
    stage.add(editor);
    stage.show();
    other->SetFocus();
    wxString told;
    editor->onText = [&](const wxString& text) { told = text; };
    REQUIRE(editor->text().empty());
    editor->field().SetInsertionPoint(4);
    editor->field().WriteText("no twitch");
    pump(20);
    CHECK(told == "no twitch");
    CHECK(editor->text() == "no twitch");
    CHECK(editor->field().GetValue() == "no twitch");
}

TEST_CASE("a snippet of the person signed in expands where one types", "[gui][session]") {
    Stage stage;
    auto* section = new NoteSection{stage.panel(), NotePart::Assessment, true};
    stage.add(section);
    stage.show();
    section->setSnippets(std::make_shared<const std::vector<Snippet>>(
        std::vector<Snippet>{{"ql", "quadratus lumborum"}}));
    std::string stored;
    section->onStore = [&](const std::string& text) { stored = text; };
    app::NoteView note;
    note.part = NotePart::Assessment;
    section->render(note, false);
    click(section->editor().field());
    pump();
    typeText("left ;ql tender");
    // Who types fast has typed on by then.
    waitFor("it is expanded",
            [&] { return section->editor().text() == "left quadratus lumborum tender"; });
    const std::string shown = fromWx(section->editor().text());
    section->flush();
    CHECK(stored == shown);
}

SCENARIO("last time's text is a grey proposal until it is taken", "[gui][session]") {
    Stage stage;
    auto* section = new NoteSection{stage.panel(), NotePart::Subjective, false};
    stage.add(section);
    stage.show();
    int taken = 0;
    section->onTakeProposal = [&] { ++taken; };
    app::NoteView note;
    note.part = NotePart::Subjective;
    note.proposal = "Slept seven hours.";
    note.proposalFrom = "18 Nov";
    section->render(note, false);
    CHECK(section->editor().text().empty());
    CHECK(namedAs<TextBlock>("note.subjective.proposal").text() == "18 Nov: Slept seven hours.");
    WHEN("its button is pressed") {
        click("note.subjective.takeProposal");
        CHECK(taken == 1);
    }
    WHEN("Ctrl and Right are pressed in the empty field") {
        click(section->editor().field());
        pump();
        pressKey(WXK_RIGHT, wxMOD_CONTROL);
        waitFor("it is taken", [&] { return taken == 1; });
    }
    WHEN("it was taken") {
        note.note = {note.proposal, Authorship::Copied};
        note.proposal.clear();
        section->render(note, false);
        CHECK(section->editor().origin() == NoteEditor::Origin::Copied);
        CHECK(named("note.subjective.confirm").IsShownOnScreen());
    }
}

SCENARIO("a written paragraph is compared with what the program would write", "[gui][session]") {
    Stage stage;
    auto* section = new NoteSection{stage.panel(), NotePart::Objective, true};
    stage.add(section);
    stage.show();
    int taken = 0;
    section->onTakeComposed = [&] { ++taken; };
    app::NoteView note;
    note.part = NotePart::Objective;
    note.note = {"My words.", Authorship::Written};
    note.composed = "Active point.";
    section->render(note, false);
    click("note.objective.compare");
    CHECK(namedAs<TextBlock>("note.objective.composed").text() == "Active point.");
    CHECK(section->editor().text() == "My words.");
    note.composed = "Active point, tenderness 6/10."; // it goes on while one compares
    section->render(note, false);
    CHECK(namedAs<TextBlock>("note.objective.composed").text() == note.composed);
    click("note.objective.takeComposed");
    CHECK(taken == 1);
}
