// SPDX-License-Identifier: MIT
#include "domain/Text.h"

#include "domain/Message.h"

#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>

#include <string>
#include <string_view>

using namespace palpate;
using namespace std::string_view_literals;

TEST_CASE("well-formed UTF-8 is accepted up to the last code point") {
    const auto text =
        GENERATE(""sv, "Ana Kovács"sv, "Ελένη"sv, "Дмитрий"sv, "漢字"sv, "\U0001F9B4"sv, "\x7f"sv,
                 "\xc2\x80"sv, "\xdf\xbf"sv, "\xe0\xa0\x80"sv, "\xed\x9f\xbf"sv, "\xee\x80\x80"sv,
                 "\xef\xbf\xbf"sv, "\xf0\x90\x80\x80"sv, "\xf4\x8f\xbf\xbf"sv);
    CAPTURE(text);
    CHECK(isValidUtf8(text));
}

TEST_CASE("damaged, overlong and forbidden bytes are refused") {
    const auto text = GENERATE("\x80"sv, "\xbf"sv, "a\xff"sv, "\xfe"sv,      // no lead byte
                               "\xc0\x80"sv, "\xc1\xbf"sv, "\xe0\x9f\xbf"sv, // overlong
                               "\xf0\x8f\xbf\xbf"sv,                         // overlong
                               "\xed\xa0\x80"sv, "\xed\xbf\xbf"sv,           // surrogates
                               "\xf4\x90\x80\x80"sv, "\xf5\x80\x80\x80"sv,   // beyond U+10FFFF
                               "\xc3"sv, "\xe2\x82"sv, "\xf0\x9f\xa6"sv,     // cut short at the end
                               "\xc3z"sv, "\xe2\x82z"sv, "\xf0\x9f\xa6z"sv,  // cut short inside
                               "a\0b"sv);                                    // NUL
    CAPTURE(text.size());
    CHECK_FALSE(isValidUtf8(text));
}

TEST_CASE("characters are counted, not bytes") {
    CHECK(lengthInCharacters("") == 0);
    CHECK(lengthInCharacters("Kovács") == 6);
    CHECK(lengthInCharacters("漢字\U0001F9B4") == 3);
}

TEST_CASE("white space goes at the ends and stays inside") {
    CHECK(trimmed("  two  words\t\r\n") == "two  words");
    CHECK(trimmed(" \n ").empty());
    CHECK(trimmed("").empty());
    CHECK(trimmed("é ") == "é");
}

SCENARIO("a sentence takes its arguments where it is shown") {
    const Message message{tr("Points without tenderness: {1} of {2}."), {"3", "6"}};
    CHECK(shown(message) == "Points without tenderness: 3 of 6.");
    WHEN("another language puts them in another order") {
        const auto translate = [](const std::string& id) {
            return id == "Points without tenderness: {1} of {2}."
                       ? std::string{"Von {2} Punkten ohne Empfindlichkeit: {1}."}
                       : id;
        };
        CHECK(shown(message, translate) == "Von 6 Punkten ohne Empfindlichkeit: 3.");
    }
    WHEN("an argument looks like a place, it is not filled in again") {
        CHECK(shown({"{1} and {2}", {"{2}", "x"}}) == "{2} and x");
    }
    WHEN("an argument is missing, or braces mean nothing") {
        CHECK(shown({"{1} and {2}", {"a"}}) == "a and {2}");
        CHECK(shown({"{0} {x} {1", {"a"}}) == "{0} {x} {1");
        CHECK(shown({"no place", {"a"}}) == "no place");
    }
}
