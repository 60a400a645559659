// SPDX-License-Identifier: MIT
#include "app/Snippets.h"

#include "app/OpenClinic.h"
#include "domain/Error.h"
#include "support/Printing.h"

#include <catch2/catch_test_macros.hpp>
#include <catch2/matchers/catch_matchers_string.hpp>

namespace palpate::app {

namespace {

const std::vector<Snippet> kSnippets{
    {"ql", "quadratus lumborum"}, {"heat", "Wärme, 15 min"}, {"home-2", "Heat.\nStretch."}};

/// The text after typing; '|' marks the caret in both.
[[nodiscard]] std::string typedInto(std::string text) {
    const auto caret = text.find('|');
    text.erase(caret, 1);
    const auto out = expanded(text, caret, kSnippets);
    if (!out) {
        return "unchanged";
    }
    auto shown = out->text;
    return shown.insert(out->caret, "|");
}

} // namespace

TEST_CASE("a shortcut becomes its text, and one types on behind it") {
    CHECK(typedInto(";ql |") == "quadratus lumborum |");
    CHECK(typedInto(";ql |tender") == "quadratus lumborum |tender");
    CHECK(typedInto("Tender ;ql | on the right") == "Tender quadratus lumborum| on the right");
    CHECK(typedInto("a\n;ql\n|b") == "a\nquadratus lumborum\n|b"); // Enter
    CHECK(typedInto("a\t;ql\t|") == "a\tquadratus lumborum|");     // Tab
    CHECK(typedInto("(;ql\t|)") == "(quadratus lumborum|)");
    CHECK(typedInto(";QL |") == "quadratus lumborum |");
    CHECK(typedInto("früh ;heat |Äpfel") == "früh Wärme, 15 min |Äpfel");
    CHECK(typedInto(";home-2 |") == "Heat.\nStretch. |");
    CHECK(typedInto("a; ;ql |") == "a; quadratus lumborum |");
}

TEST_CASE("what is no shortcut stays as it is") {
    CHECK(typedInto(";qx |") == "unchanged");
    CHECK(typedInto(";q|") == "unchanged");
    CHECK(typedInto(";ql|") == "unchanged"); // no blank yet
    CHECK(typedInto("|;ql ") == "unchanged");
    CHECK(typedInto(";ql | ") != "unchanged");
    CHECK(typedInto(";ql a |") == "unchanged"); // the blank before the caret is another one
    CHECK(typedInto("pain;ql |") == "unchanged");
    CHECK(typedInto("früh;ql |") == "unchanged");
    CHECK(typedInto(";;ql |") == "unchanged");
    CHECK(typedInto("; |") == "unchanged");
    CHECK(typedInto(" |") == "unchanged");
    CHECK(typedInto("|") == "unchanged");
    CHECK_FALSE(expanded(";ql ", 5, kSnippets).has_value());
    CHECK_FALSE(expanded(";ql ", 4, {}).has_value());
}

SCENARIO("a practitioner keeps snippets") {
    test::OpenClinic clinic;
    CHECK(snippets(*clinic).empty());
    addSnippet(*clinic, {";ql", "quadratus lumborum "}); // typed as it is used
    CHECK(snippets(*clinic) == std::vector{Snippet{"ql", "quadratus lumborum "}});
    const auto first = [](const std::vector<Message>& all) {
        return all.empty() ? std::string{} : shown(all.front());
    };
    CHECK(first(problems(*clinic, {"QL", "x"})) ==
          "Shortcut: ;QL is taken; choose another or change that one.");
    CHECK_THROWS_AS(addSnippet(*clinic, {"QL", "x"}), EditRefused);
    CHECK(problems(*clinic, {"QL", "x"}, "ql").empty()); // itself
    CHECK(first(problems(*clinic, {"q l", "x"})) ==
          "Shortcut: takes 1 to 20 letters, digits, '-' or '_', as in ql.");
    CHECK(first(problems(*clinic, {"gm", ""})) ==
          "Text: is missing; write what the shortcut stands for.");

    changeSnippet(*clinic, "ql", {"QL2", "both quadrati"});
    clinic.reopen();
    CHECK(snippets(*clinic) == std::vector{Snippet{"QL2", "both quadrati"}});
    CHECK_THROWS_AS(changeSnippet(*clinic, "ql", {"ql", "x"}), EditRefused);
    removeSnippet(*clinic, "ql2");
    CHECK(snippets(*clinic).empty());
    CHECK_THROWS_AS(removeSnippet(*clinic, "ql2"), EditRefused);
}

} // namespace palpate::app
