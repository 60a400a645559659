// SPDX-License-Identifier: MIT
#include "app/PlainLetters.h"

#include <catch2/catch_test_macros.hpp>

using namespace palpate::app;

using Texts = std::vector<std::string>;

TEST_CASE("words are found whatever their accents and case") {
    CHECK(plainWords("Kovács, Ana") == Texts{"kovacs", "ana"});
    CHECK(plainWords("ŁUCJA Þórunn Đặng") == Texts{"lucja", "torunn", "dặng"});
    CHECK(plainWords("O’Dowd 10:30 L4-L5") == Texts{"o", "dowd", "10", "30", "l4", "l5"});
    CHECK(plainWords("ΑΘΗΝΑ Боль") == Texts{"αθηνα", "боль"});
    CHECK(plainWords("Kova\xCC\x81"
                     "cs") == Texts{"kovacs"}); // an accent apart from its letter
    CHECK(plainWords("a×b÷c 🙂 d—e") == Texts{"a", "b", "c", "d", "e"});
    CHECK(plainWords("").empty());
    CHECK(plainWords("\xFF\xE2\x82 \xF0") == Texts{}); // no UTF-8
}

TEST_CASE("what begins a word is bold as far as it goes") {
    const std::string title = "Kovács, Ana · Ková";
    const auto bold = beginningsIn(title, {"kova", "an", "anab"});
    Texts texts;
    for (const auto& span : bold) {
        texts.push_back(title.substr(span.begin, span.length));
    }
    CHECK(texts == Texts{"Ková", "An", "Ková"});
    CHECK(beginningsIn(title, {"ovacs"}).empty());
    CHECK(eachBegins({"ko", "a"}, plainWords(title)));
    CHECK_FALSE(eachBegins({"ko", "b"}, plainWords(title)));
}
