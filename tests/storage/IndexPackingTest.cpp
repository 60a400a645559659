// SPDX-License-Identifier: MIT
// An index that is packed whole in steps, while it is written and searched.
#include "storage/BareIndex.h"
#include "support/Printing.h"

#include <SQLiteCpp/Exception.h>
#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>
#include <catch2/generators/catch_generators_range.hpp>

#include <map>
#include <random>

namespace palpate::test {

namespace {

constexpr storage::WholePacking kSmall{.fromPages = 30, .pagesAStep = 2};

/// Of small pages, so that there are many.
class Index : public BareIndex {
public:
    explicit Index(const TestClinic& clinic) : BareIndex{clinic} { option("pgsz", 128); }

    [[nodiscard]] storage::IndexShape shape() {
        return storage::shapeOf(connection(), "session_fts").value();
    }
    /// A leaf's row: its part's number, then its own; others tell of leaves, or of deletions.
    [[nodiscard]] std::int64_t leaves() {
        return number(connection().use(
            "SELECT count(*) FROM session_fts_data WHERE id >> 37 BETWEEN 1 AND 65535 AND "
            "((id >> 31) & 63) = 0"));
    }
    [[nodiscard]] std::int64_t rowsWith(const std::string& word) {
        auto rows = connection().use("SELECT count(*) FROM session_fts WHERE session_fts MATCH ?1");
        rows.with(word);
        return number(std::move(rows));
    }
    void check() { option("integrity-check", 0); }

private:
    [[nodiscard]] static std::int64_t number(storage::Query row) {
        return row.next() ? row.integer(0) : -1;
    }
};

/// Writes and removes rows of few words, and remembers them.
class Writer {
public:
    Writer(Index& index, unsigned seed) : index_{index}, chance_{seed} {}

    [[nodiscard]] int below(int end) { return std::uniform_int_distribution{0, end - 1}(chance_); }
    void write(int rows) {
        index_.connection().begin(true);
        for (int i = 0; i < rows; ++i) {
            std::string text;
            for (int words = 1 + below(12); words > 0; --words) {
                text += kWords.at(static_cast<std::size_t>(below(4))) + " w" +
                        std::to_string(below(500)) + " ";
            }
            index_.put(++last_, text);
            rows_[last_] = text;
        }
        if (below(2) == 0 && !rows_.empty()) {
            const auto row = std::next(rows_.begin(), below(static_cast<int>(rows_.size())));
            index_.remove(row->first);
            rows_.erase(row);
        }
        index_.connection().commit();
    }
    /// In how many rows a word stands, by reading them all.
    [[nodiscard]] std::int64_t scan(const std::string& word) const {
        return std::ranges::count_if(rows_, [&](const auto& row) {
            return (" " + row.second).find(" " + word + " ") != std::string::npos;
        });
    }
    [[nodiscard]] std::int64_t rows() const { return std::ssize(rows_); }
    void compare() {
        for (const std::string word : {"pain", "hip", "w1", "w77", "w499"}) {
            CAPTURE(word);
            CHECK(index_.rowsWith(word) == scan(word));
        }
    }

private:
    inline static const std::vector<std::string> kWords{"pain", "neck", "hip", "press"};
    Index& index_;
    std::mt19937 chance_;
    std::int64_t last_ = 0;
    std::map<std::int64_t, std::string> rows_;
};

/// A clinic whose index has two parts alike.
struct TwoParts {
    TwoParts() {
        writer.write(400);
        writer.write(400);
    }
    TestClinic clinic;
    Index index{clinic};
    Writer writer{index, 1};
};

int packAll(Index& index) {
    int steps = 0;
    while (storage::packSome(index.connection(), kSmall)) {
        REQUIRE(++steps < 10'000);
    }
    return steps;
}

} // namespace

TEST_CASE("an index is as large as its leaves, however it was written and packed", "[storage]") {
    const auto seed = GENERATE(range(1U, 9U));
    const TestClinic clinic;
    Index index{clinic};
    Writer writer{index, seed};
    for (int step = 0; step < 80; ++step) {
        writer.write(1 + writer.below(10));
        if (writer.below(3) == 0) {
            index.option("merge", writer.below(20) - 10);
        }
        CAPTURE(seed, step);
        const auto shape = index.shape();
        // Leaves that were packed already go when their packing comes to its end.
        REQUIRE(shape.pages <= index.leaves());
        REQUIRE((shape.isBeingPacked || shape.pages == index.leaves()));
        CHECK(shape.largest <= shape.pages);
        CHECK(shape.deleted <= shape.rows);
    }
    storage::packWhole(index.connection(), "session_fts");
    CHECK(index.shape() == storage::IndexShape{.pages = index.leaves(),
                                               .largest = index.leaves(),
                                               .parts = 1,
                                               .rows = writer.rows(),
                                               .deleted = 0,
                                               .isBeingPacked = false});
}

TEST_CASE("an index is packed whole in steps, while others write in it", "[storage]") {
    const auto seed = GENERATE(range(1U, 9U));
    const TestClinic clinic;
    Index index{clinic};
    Writer writer{index, seed};
    const bool isByStepsOnly = seed % 2 == 0; // else each writing carries a packing on
    index.option("automerge", isByStepsOnly ? 0 : 2);
    for (int i = 0; i < 60; ++i) {
        writer.write(8);
    }
    CAPTURE(seed);
    REQUIRE(index.shape().parts > 1);
    int steps = 0;
    for (; storage::packSome(index.connection(), kSmall); ++steps) {
        REQUIRE(steps < 10'000);
        if (steps % 3 == 0 && steps < 60) { // and somebody stores and searches in between
            writer.write(1);
            writer.compare();
        }
    }
    CHECK(steps > (isByStepsOnly ? 10 : 0));
    writer.compare();
    index.check();
    const auto shape = index.shape();
    CHECK_FALSE(shape.isBeingPacked);
    CHECK((shape.pages - shape.largest) * 8 <= shape.pages);
    CHECK(shape.deleted * 8 <= shape.rows);
    CHECK_FALSE(storage::packSome(index.connection(), kSmall));
}

TEST_CASE("an index is packed again once an eighth has come to it", "[storage]") {
    TwoParts two;
    auto& [clinic, index, writer] = two;
    CHECK(packAll(index) > 1);
    CHECK(index.shape().parts == 1);
    const auto pages = index.shape().pages;
    writer.write(3);
    CHECK(index.shape().parts > 1);
    CHECK(packAll(index) == 0);
    while ((index.shape().pages - index.shape().largest) * 8 <= index.shape().pages) {
        writer.write(20);
    }
    CHECK(packAll(index) > 1);
    CHECK(index.shape().parts == 1);
    CHECK(index.shape().pages > pages);
    writer.compare();
    index.check();
}

TEST_CASE("an index is packed again once an eighth of its rows is deleted", "[storage]") {
    const TestClinic clinic;
    Index index{clinic};
    Writer writer{index, 1};
    writer.write(300);
    index.put(10'000, "zygapophyseal");
    writer.write(300);
    packAll(index);
    index.remove(10'000);
    const auto zygs = [&] { return index.beginning("zyg")->size(); };
    for (int row = 1; row < 70; ++row) {
        CHECK(packAll(index) == 0);
        index.remove(row);
    }
    CHECK(zygs() == 1);
    for (int row = 70; row < 80; ++row) {
        index.remove(row);
    }
    CHECK(packAll(index) > 1);
    CHECK(zygs() == 0); // what no row has any more is gone
    CHECK(index.shape().deleted == 0);
    index.check();
}

TEST_CASE("a small index is left as it is", "[storage]") {
    const TestClinic clinic;
    Index index{clinic};
    Writer writer{index, 1};
    for (int i = 0; i < 20; ++i) {
        writer.write(8);
    }
    const auto shape = index.shape();
    const auto changes = index.connection().changes();
    CHECK_FALSE(storage::packSome(index.connection()));
    CHECK(index.shape() == shape);
    CHECK(index.connection().changes() == changes);
}

TEST_CASE("packing waits for nobody who writes", "[storage]") {
    TwoParts two;
    auto& [clinic, index, writer] = two;
    Index other{clinic};
    const auto patience = index.connection().pragma("busy_timeout");
    const auto shape = index.shape();
    other.connection().begin(true);
    CHECK_FALSE(storage::packSome(index.connection(), kSmall));
    CHECK_FALSE(index.connection().isInTransaction());
    CHECK(index.connection().pragma("busy_timeout") == patience);
    other.connection().rollback();
    CHECK(index.shape() == shape);
    CHECK(storage::packSome(index.connection(), kSmall));
    writer.compare();
}

TEST_CASE("a full disk stops packing and harms nothing", "[storage]") {
    TwoParts two;
    auto& [clinic, index, writer] = two;
    auto& file = index.connection();
    file.run("CREATE TABLE filling (bytes BLOB); PRAGMA max_page_count = " +
             std::to_string(file.pragma("page_count") + 8));
    CHECK_THROWS_AS(
        [&] {
            for (;;) { // also what was free in it
                file.run("INSERT INTO filling VALUES (zeroblob(1000))");
            }
        }(),
        SQLite::Exception);
    CHECK_FALSE(storage::packSome(file, {.fromPages = 30, .pagesAStep = 100'000}));
    CHECK_FALSE(file.isInTransaction());
    writer.compare();
    index.check();
    file.run("PRAGMA max_page_count = 1000000");
    CHECK(packAll(index) > 1);
    CHECK(index.shape().parts == 1);
    writer.compare();
    index.check();
}

TEST_CASE("a structure that is not understood has no shape and is not packed", "[storage]") {
    const TestClinic clinic;
    Index index{clinic};
    index.put(1, "pain");
    for (const std::string block :
         {"x''", "x'00000004'", "x'00000004FF000001'", "x'00000004FF00000101'",
          "x'00000004FF000001010500'", "x'00000004FF000001FFFFFFFFFFFFFFFFFF01'", "zeroblob(7)",
          "x'00000004FF0000010101010001010101'"}) {
        CAPTURE(block);
        index.connection().run("UPDATE session_fts_data SET block = " + block + " WHERE id = 10");
        CHECK_FALSE(storage::shapeOf(index.connection(), "session_fts"));
        CHECK_FALSE(storage::packSome(index.connection(), {.fromPages = 0, .pagesAStep = 5}));
    }
    index.connection().run("DELETE FROM session_fts_data WHERE id = 10");
    CHECK_FALSE(storage::shapeOf(index.connection(), "session_fts"));
}

TEST_CASE("a clinic packs neither inside a change nor once signed out", "[storage]") {
    TestClinic clinic;
    auto store = clinic.open();
    CHECK_FALSE(store->packSome());
    store->atomically([&] { CHECK_FALSE(store->packSome()); });
    store->signOut();
    CHECK_FALSE(store->packSome());
}

} // namespace palpate::test
