// SPDX-License-Identifier: MIT
// The words that begin so are read from FTS5's leaves: held against FTS5's own table of words.
#include "storage/BareIndex.h"
#include "support/Printing.h"

#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>
#include <catch2/generators/catch_generators_range.hpp>

#include <algorithm>
#include <random>
#include <set>

namespace palpate::test {

namespace {

using Words = std::vector<std::string>;

/// By FTS5's own table.
[[nodiscard]] std::set<std::string> allWords(BareIndex& index) {
    std::set<std::string> words;
    auto rows = index.connection().use("SELECT DISTINCT term FROM session_fts_word");
    while (rows.next()) {
        words.insert(rows.text(0));
    }
    return words;
}

[[nodiscard]] Words among(const std::set<std::string>& words, const std::string& so) {
    Words found;
    std::ranges::copy_if(words, std::back_inserter(found),
                         [&](const std::string& word) { return word.starts_with(so); });
    return found;
}

[[nodiscard]] bool holdsAll(const Words& all, const Words& some) {
    return std::ranges::includes(all, some);
}

/// Of few letters, so that many share their beginnings; some in nearly every row.
class Chance {
public:
    explicit Chance(unsigned seed) : chance_{seed} {}
    [[nodiscard]] int below(int end) { return std::uniform_int_distribution{0, end - 1}(chance_); }
    [[nodiscard]] std::string word() {
        static const Words common{"pain", "pressure", "press", "painful", "обувь"};
        if (below(3) > 0) {
            return common[static_cast<std::size_t>(below(static_cast<int>(common.size())))];
        }
        static const Words letters{"p", "a", "i", "n", "r", "e", "ж", "б", "痛"};
        std::string word;
        for (int i = 1 + below(7); i > 0; --i) {
            word += letters[static_cast<std::size_t>(below(static_cast<int>(letters.size())))];
        }
        return word;
    }
    [[nodiscard]] std::string text() {
        std::string text;
        for (int i = 1 + below(40); i > 0; --i) {
            text += *ever_.insert(word()).first + " ";
        }
        return text;
    }
    /// Every word that was in a text.
    [[nodiscard]] const std::set<std::string>& ever() const { return ever_; }

private:
    std::mt19937 chance_;
    std::set<std::string> ever_;
};

} // namespace

TEST_CASE("the words that begin so are those of FTS5's own table", "[storage]") {
    const auto seed = GENERATE(range(1U, 13U));
    const TestClinic clinic;
    BareIndex index{clinic};
    Chance chance{seed};
    index.option("pgsz", seed % 3 == 0 ? 976 : 64 << (seed % 3)); // of small ones there are many
    index.option("automerge", seed % 2 == 0 ? 2 : 8);
    int last = 0;
    for (int step = 0; step < 60; ++step) {
        switch (chance.below(8)) {
        case 0:
            index.remove(1 + chance.below(std::max(last, 1)));
            break;
        case 1: // parts that are packed half: their first leaves are gone
            index.option("merge", 1 + chance.below(12));
            break;
        case 2:
            if (chance.below(6) == 0) {
                storage::packWhole(index.connection(), "session_fts");
            }
            break;
        default: {
            index.connection().run("BEGIN");
            for (int i = 1 + chance.below(25); i > 0; --i) {
                index.put(++last, chance.text());
            }
            index.connection().run("COMMIT");
        }
        }
        if (step % 6 != 5) {
            continue;
        }
        const auto now = allWords(index);
        for (const std::string so : {"pain", "pres", "pressur", "painf", "обувь", "обув", "pai",
                                     "痛", "ap", "zzz", "нет", "a", "n"}) {
            CAPTURE(seed, step, so);
            const auto found = index.beginning(so);
            const auto there = among(now, so);
            if (!found) {
                CHECK(among(chance.ever(), so).size() > 64);
                continue;
            }
            CHECK(std::ranges::is_sorted(*found));
            CHECK(holdsAll(*found, there));
            CHECK(holdsAll(among(chance.ever(), so), *found));
        }
    }
}

TEST_CASE("words that are not yet committed are among those that begin so", "[storage]") {
    const TestClinic clinic;
    BareIndex index{clinic};
    index.put(1, "painting");
    index.connection().run("BEGIN");
    index.put(2, "painful pain");
    CHECK(index.beginning("pain") == Words{"pain", "painful", "painting"});
    index.connection().run("ROLLBACK");
    CHECK(index.beginning("pain") == Words{"painting"});
}

TEST_CASE("too many words that begin so are not named", "[storage]") {
    const TestClinic clinic;
    BareIndex index{clinic};
    std::string words;
    for (char a = 'a'; a <= 'e'; ++a) {
        for (char b = 'a'; b <= 'z'; ++b) {
            words += std::string{"pain"} + a + b + " ";
        }
    }
    index.put(1, words);
    CHECK_FALSE(index.beginning("pain"));
    CHECK(index.beginning("paina")->size() == 26);
}

TEST_CASE("a leaf that is not understood names no words, and is no error", "[storage]") {
    const TestClinic clinic;
    BareIndex index{clinic};
    index.put(1, "painful pain");
    for (const std::string block :
         {"x''", "x'00'", "x'0000FFFF'", "x'00000004FF'", "x'0000000404FFFFFFFFFFFF'",
          "x'0000000A04'", "zeroblob(40)", "x'0000000A067061696E0A04'"}) {
        CAPTURE(block);
        index.connection().run("UPDATE session_fts_data SET block = " + block + " WHERE id > 10");
        CHECK_FALSE(index.beginning("pain").value_or(Words{}) == Words{"pain", "painful"});
    }
    index.connection().run("DELETE FROM session_fts_data WHERE id > 10");
    CHECK_FALSE(index.beginning("pain"));
}

} // namespace palpate::test
