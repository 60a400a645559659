// SPDX-License-Identifier: MIT
// Patients found by any part of a name, with one slip, by birth date and telephone number.
#include "storage/NameSlips.h"
#include "storage/TestClinic.h"
#include "storage/TypedDate.h"
#include "support/Printing.h"

#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>

#include <algorithm>
#include <random>

namespace palpate::test {

namespace {

/// Edits that make one text the other: letters changed, added, left out, or neighbours swapped.
[[nodiscard]] std::size_t edits(const std::string& a, const std::string& b) {
    std::vector<std::vector<std::size_t>> d(a.size() + 1, std::vector<std::size_t>(b.size() + 1));
    for (std::size_t i = 0; i <= a.size(); ++i) {
        for (std::size_t k = 0; k <= b.size(); ++k) {
            if (i == 0 || k == 0) {
                d[i][k] = i + k;
                continue;
            }
            d[i][k] = std::min({d[i - 1][k] + 1, d[i][k - 1] + 1,
                                d[i - 1][k - 1] + (a[i - 1] == b[k - 1] ? 0U : 1U)});
            if (i > 1 && k > 1 && a[i - 1] == b[k - 2] && a[i - 2] == b[k - 1]) {
                d[i][k] = std::min(d[i][k], d[i - 2][k - 2] + 1);
            }
        }
    }
    return d[a.size()][b.size()];
}

[[nodiscard]] bool isOneEditFromBeginning(const std::string& typed, const std::string& word) {
    for (std::size_t length = 0; length <= word.size(); ++length) {
        if (edits(typed, word.substr(0, length)) == 1) {
            return true;
        }
    }
    return false;
}

[[nodiscard]] std::string anyWord(std::mt19937& chance, std::size_t least, std::size_t most) {
    std::string word(least + chance() % (most - least + 1), ' ');
    std::ranges::generate(word, [&] { return static_cast<char>('a' + chance() % 3); });
    return word;
}

/// 0: begins so, 1: holds it, 2: but for one slip; 3: not at all.
[[nodiscard]] int likeness(const std::string& typed, const std::vector<std::string>& names) {
    int best = 3;
    for (const auto& name : names) {
        best = std::min(best, name.starts_with(typed)                                    ? 0
                              : name.find(typed) != std::string::npos                    ? 1
                              : typed.size() >= 4 && isOneEditFromBeginning(typed, name) ? 2
                                                                                         : 3);
    }
    return best;
}

} // namespace

TEST_CASE("a slip is one edit from a beginning of the word", "[storage]") {
    std::mt19937 chance{5};
    int slips = 0;
    for (int i = 0; i < 20'000; ++i) {
        const auto word = anyWord(chance, 0, 8);
        const auto typed = anyWord(chance, 1, 8);
        CAPTURE(typed, word);
        const bool isBeginning = word.starts_with(typed);
        REQUIRE((storage::isSlipOf(typed, word) || isBeginning) ==
                (isOneEditFromBeginning(typed, word) || isBeginning));
        slips += storage::isSlipOf(typed, word) ? 1 : 0;
    }
    CHECK(slips > 1000);
}

TEST_CASE("the patients found are those that a plain scan finds, best first", "[storage]") {
    std::mt19937 chance{GENERATE(1U, 2U)};
    TestClinic clinic;
    const auto store = clinic.open();
    std::vector<std::pair<PatientId, std::vector<std::string>>> people; // the newest last
    for (std::uint32_t i = 0; i < 150; ++i) {
        auto patient = aPatient(i);
        patient.givenName = anyWord(chance, 2, 5);
        patient.familyName = anyWord(chance, 4, 8);
        patient.preferredName = chance() % 4 == 0 ? anyWord(chance, 3, 6) : "";
        patient.birthDate.reset();
        patient.phone.clear();
        clinic.time.clock.advance(std::chrono::seconds{10});
        store->patients().add(patient);
        people.emplace_back(patient.id, std::vector{patient.givenName, patient.familyName});
        if (!patient.preferredName.empty()) {
            people.back().second.push_back(patient.preferredName);
        }
    }
    std::ranges::reverse(people);
    int slips = 0;
    for (int i = 0; i < 200; ++i) {
        std::vector<std::string> typed{anyWord(chance, 1, 7)};
        if (i % 3 == 0) {
            typed.push_back(anyWord(chance, 1, 6));
        }
        std::array<std::vector<PatientId>, 4> byLikeness;
        for (const auto& [id, names] : people) {
            int worst = 0;
            for (const auto& word : typed) {
                worst = std::max(worst, likeness(word, names));
            }
            byLikeness.at(static_cast<std::size_t>(worst)).push_back(id);
        }
        slips += byLikeness[2].empty() ? 0 : 1;
        auto expected = byLikeness[0];
        expected.insert(expected.end(), byLikeness[1].begin(), byLikeness[1].end());
        expected.insert(expected.end(), byLikeness[2].begin(), byLikeness[2].end());
        const auto text = typed.size() == 1 ? typed[0] : typed[0] + " " + typed[1];
        CAPTURE(text);
        std::vector<PatientId> found;
        for (const auto& row : store->patients().search(text, 1000)) {
            found.push_back(row.id);
        }
        CHECK(found == expected);
        const auto first = store->patients().search(text, 5);
        CHECK(first.size() == std::min<std::size_t>(5, expected.size()));
        CHECK(std::ranges::equal(first, std::span{expected}.first(first.size()), {},
                                 &storage::PatientRow::id));
    }
    CHECK(slips > 20);
}

TEST_CASE("a birth date is found as people write it", "[storage]") {
    TestClinic clinic;
    const auto store = clinic.open();
    auto ana = aPatient(0);
    ana.birthDate = Date{std::chrono::year{1980} / 3 / 14};
    auto eve = aPatient(1);
    eve.birthDate = Date{std::chrono::year{1980} / 4 / 3};
    for (auto* patient : {&ana, &eve}) {
        patient->phone.clear();
        store->patients().add(*patient);
    }
    const auto found = [&](const std::string& text, const Patient& patient) {
        const auto rows = store->patients().search(text, 10);
        return std::ranges::any_of(
            rows, [&](const storage::PatientRow& row) { return row.id == patient.id; });
    };
    for (const auto* text :
         {"1980-03-14", "14.03.1980", "14.3.80", "14/3/1980", "3/14/1980", "14-03-1980", "19800314",
          "14031980", "14 Mar 1980", "14 march 80", "March 14, 1980", "14th march 1980",
          "14-Mar-1980", "14 mar", "14.3.", "03/1980", "1980-03", "3.1980", "1980"}) {
        CAPTURE(text);
        CHECK(found(text, ana));
        CHECK(found(ana.givenName + " " + text, ana));
        CHECK(found(text, eve) == (std::string_view{text} == "1980"));
    }
    CHECK(found("3/4/1980", eve));
    CHECK(found("4/3/1980", eve)); // month first
    CHECK(found("03.04.1980", eve));
    CHECK_FALSE(found("04.03.1980", eve)); // dots are never month first
    CHECK_FALSE(found("31.2.1980", ana));
}

TEST_CASE("names are found in other scripts from the middle and with a slip", "[storage]") {
    TestClinic clinic;
    const auto store = clinic.open();
    auto ioannis = aPatient(0);
    ioannis.givenName = "\xCE\x99\xCF\x89\xCE\xAC\xCE\xBD\xCE\xBD\xCE\xB7\xCF\x82"; // Ιωάννης
    auto zoe = aPatient(1);
    zoe.givenName = "Zo\xC3\xAB";
    zoe.familyName = "M\xC3\xBCller-Bj\xC3\xB6rk";
    store->patients().add(ioannis);
    store->patients().add(zoe);
    const auto finds = [&](const std::string& text, const Patient& patient) {
        const auto rows = store->patients().search(text, 10);
        return rows.size() == 1 && rows[0].id == patient.id;
    };
    CHECK(finds("\xCE\xB1\xCE\xBD\xCE\xBD", ioannis));                 // ανν
    CHECK(finds("\xCE\xB9\xCE\xB1\xCF\x89\xCE\xBD\xCE\xBD", ioannis)); // ιαωνν, swapped
    CHECK(finds("ller", zoe));
    CHECK(finds("jork", zoe));
    CHECK(finds("bojrk zoe", zoe));
    CHECK(finds("muler", zoe));
    CHECK_FALSE(finds("bok", zoe)); // too short for a slip
}

} // namespace palpate::test
