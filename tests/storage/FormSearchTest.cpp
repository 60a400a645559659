// SPDX-License-Identifier: MIT
// Forms are found by the words of their titles, questions and answers.
#include "storage/TestForms.h"

#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>
#include <catch2/matchers/catch_matchers_string.hpp>

namespace palpate::test {

namespace {

using Catch::Matchers::ContainsSubstring;

[[nodiscard]] FormRecord saying(std::uint32_t number, const std::string& words) {
    auto record = aForm(number);
    record.title = "Check-in " + std::to_string(number);
    record.answers.items = {{"q", "How is it?", {{words, {}}}, {}}};
    return record;
}

[[nodiscard]] std::vector<FormRecordId> found(storage::Store& store, std::string_view typed,
                                              int limit = 20) {
    std::vector<FormRecordId> ids;
    for (const auto& hit : store.forms().search(typed, limit)) {
        ids.push_back(hit.form);
    }
    return ids;
}

using Ids = std::vector<FormRecordId>;

} // namespace

SCENARIO("forms are found as sessions are, the newest first", "[storage]") {
    const OpenClinic clinic;
    auto& store = *clinic.store;
    store.forms().begin(saying(0, "stairs hurt, knéeling too"));
    store.forms().begin(saying(1, "kneeling is fine; stairs are not"));
    store.forms().begin(aForm(2));
    const Ids both{aForm(1).id, aForm(0).id};
    CHECK(found(store, "kneel") == both);
    CHECK(found(store, "KNEELING stairs") == both);
    CHECK(found(store, "check") == both);
    CHECK(found(store, "\"stairs hurt\"") == Ids{aForm(0).id});
    CHECK(found(store, "stairs -fine") == Ids{aForm(0).id});
    CHECK(found(store, "-fine") == Ids{aForm(2).id, aForm(0).id});
    CHECK(found(store, "kneel", 1) == Ids{aForm(1).id});
    CHECK(found(store, "kneel", 0).empty());
    CHECK(found(store, "kneel", -1).empty());
    CHECK(found(store, "eeling").empty());

    THEN("every kind of answer is found by its words, beneath other answers too") {
        for (const auto* typed : {"stabbing", "wörtlich", "wortl", "7", "07:30", "6.5", "2026-10",
                                  "naive", "km", "mri", "\"worst pain\"", "when"}) {
            CAPTURE(typed);
            CHECK(found(store, typed) == Ids{aForm(2).id});
        }
        CHECK(found(store, "false").empty());
    }
    THEN("a hit shows the match beside its question") {
        const auto hit = store.forms().search("hurt kneeling", 5).at(0);
        CHECK(hit.patient == aPatient().id);
        CHECK(hit.familyName == aPatient().familyName);
        CHECK(hit.title == "Check-in 0");
        CHECK(hit.at == aForm(0).begun);
        CHECK(hit.excerpt == "How is it?: stairs hurt, knéeling too");
    }
    WHEN("the answers change") {
        store.forms().keep(aForm(0).id, saying(0, "nothing hurts").answers,
                           saying(0, "stairs hurt, knéeling too").answers);
        CHECK(found(store, "stairs") == Ids{aForm(1).id});
        CHECK(found(store, "nothing") == Ids{aForm(0).id});
    }
    WHEN("one is completed with other answers, later") {
        auto record = completed(saying(0, "swimming"));
        record.completed = kNow + std::chrono::hours{9};
        store.forms().complete(record, {});
        CHECK(found(store, "stairs") == Ids{aForm(1).id});
        CHECK(found(store, "check") == Ids{aForm(0).id, aForm(1).id});
        CHECK(store.forms().search("swim", 5).at(0).at == *record.completed);
    }
    WHEN("one is put away") {
        store.forms().putAway(aForm(1).id);
        CHECK(found(store, "kneel") == Ids{aForm(0).id});
    }
    CHECK(store.verify().isSound());
}

TEST_CASE("no typed text is an error of the search of forms", "[storage]") {
    const OpenClinic clinic;
    auto& forms = clinic.store->forms();
    forms.begin(aForm());
    const std::string typed =
        GENERATE("\"", "\"open phrase", "-", "*", "pain OR", "AND", "NOT pain", "(", "NEAR(a b)",
                 "text:pain", "^pain", "'; DROP TABLE form_record;--", "\\", "%", "%_*\"'",
                 "\xEE\x80\x80"
                 "a",
                 "\xFF\xFE", "\xC3", "\t\n", "", "-\"pain", "\xE6\x82\xA3\xE8\x80\x85",
                 "\xF0\x9F\x92\x89", "99999999999999999999");
    std::string many;
    while (many.size() < 10'000) {
        many += typed + std::to_string(many.size()) + " ";
    }
    for (const auto& text : {typed, typed + typed, many, std::string(10'000, 'a')}) {
        CAPTURE(text.substr(0, 60));
        CHECK_NOTHROW(forms.search(text, 20));
    }
}

TEST_CASE("a text of signs alone finds no form, and no one can type a word of ours", "[storage]") {
    const OpenClinic clinic;
    clinic.store->forms().begin(saying(0, "\xEE\x80\x80"
                                          "a secret \xEE\x80\x80"
                                          "zz"));
    for (const auto* typed : {"", "  ", "→", "?!",
                              "\xEE\x80\x80"
                              "a",
                              "\xEE\x80\x80"
                              "zz"}) {
        CAPTURE(typed);
        CHECK(found(*clinic.store, typed).empty());
    }
    CHECK(found(*clinic.store, "secret").size() == 1);
}

TEST_CASE("a form with thousands of answers is kept and found", "[storage]") {
    const OpenClinic clinic;
    auto record = aForm();
    record.answers.items.clear();
    for (int i = 0; i < 5000; ++i) {
        const auto number = std::to_string(i);
        record.answers.items.push_back(
            {"q" + number, "Question " + number, {{"answer x" + number, {}}}, {}});
    }
    clinic.store->forms().begin(record);
    const bool isSame = clinic.store->forms().find(record.id) == record;
    CHECK(isSame);
    const auto hits = clinic.store->forms().search("x4321", 5);
    REQUIRE(hits.size() == 1);
    CHECK_THAT(hits[0].excerpt, ContainsSubstring("Question 4321: answer x4321"));
}

} // namespace palpate::test
