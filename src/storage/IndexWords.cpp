// SPDX-License-Identifier: MIT
#include "storage/IndexWords.h"

#include "storage/Fts5Number.h"

#include <sqlite3.h>

#include <algorithm>
#include <cstdint>
#include <set>

namespace palpate::storage {

namespace {

constexpr std::size_t kMostWords = 64;   // for one beginning
constexpr std::size_t kMostLeaves = 200; // of one part: more have more words than that

// Of FTS5's layout.
constexpr char kMainIndex = '0';    // before each word; others before those of the prefix indexes
constexpr char kBehindAll = '\xFF'; // no byte of UTF-8
constexpr int kSegmentShift = 37;   // a leaf's row: its part's number, then its own
constexpr std::int64_t kMostOfSegment = (std::int64_t{1} << 31) - 1;
constexpr std::size_t kLeafHead = 4; // where the first row is; how long without the words' places

[[nodiscard]] ByteView bytesOf(const std::string& text) {
    return {reinterpret_cast<const std::uint8_t*>(text.data()), text.size()};
}

/// The words that begin on a leaf, in order.
class Leaf {
public:
    explicit Leaf(ByteView bytes) : bytes_{bytes} {
        if (bytes.size() >= kLeafHead) {
            end_ = bytes[2] * 256U + bytes[3];
            place_ = end_;
        }
        isSound_ = bytes.size() >= kLeafHead && end_ >= kLeafHead && end_ <= bytes.size();
    }
    /// False: there is none, or it is not understood.
    [[nodiscard]] bool next() {
        if (!isSound_ || place_ == bytes_.size()) {
            return false;
        }
        at_ += number(place_, bytes_.size());
        auto at = at_;
        const auto kept = isFirst_ ? 0 : number(at, end_);
        const auto length = number(at, end_);
        isFirst_ = false;
        isSound_ = isSound_ && kept <= word_.size() && at <= end_ && length <= end_ - at;
        if (isSound_) {
            word_.resize(kept);
            word_.append(reinterpret_cast<const char*>(bytes_.data() + at), length);
        }
        return isSound_;
    }
    [[nodiscard]] const std::string& word() const { return word_; }
    [[nodiscard]] bool isSound() const { return isSound_; }

private:
    [[nodiscard]] std::size_t number(std::size_t& at, std::size_t end) {
        const auto value = fts5Number(bytes_, at, end);
        isSound_ = isSound_ && value;
        return value.value_or(0);
    }

    ByteView bytes_;
    std::size_t end_ = 0;   ///< of rows and words; the words' places follow
    std::size_t place_ = 0; ///< where the next word's place stands
    std::size_t at_ = 0;    ///< where the present word stands
    std::string word_;
    bool isFirst_ = true;
    bool isSound_ = false;
};

/// Collects from one part of the index after the other.
class Collector {
public:
    Collector(Connection& connection, const WordTable& table, const std::string& beginning)
        : connection_{connection}, table_{table}, first_{kMainIndex + beginning}, end_{first_ +
                                                                                       kBehindAll} {
    }

    /// False: too many, or not understood.
    [[nodiscard]] bool collect() {
        std::int64_t segment = 0;
        for (;;) {
            {
                auto row = connection_.use(table_.segmentAfter);
                if (!row.with(segment).next() || row.isNull(0)) {
                    return true;
                }
                segment = row.integer(0);
            }
            const auto leaves = leavesOf(segment);
            if (leaves.size() > kMostLeaves ||
                !std::ranges::all_of(leaves, [&](auto leaf) { return read(segment, leaf); })) {
                return false;
            }
        }
    }
    [[nodiscard]] std::vector<std::string> words() const { return {words_.begin(), words_.end()}; }

private:
    /// Leaves whose words have all gone to another part are no longer there; what names them is.
    [[nodiscard]] std::vector<std::int64_t> leavesOf(std::int64_t segment) {
        const auto first = firstLeafOf(segment);
        auto before = connection_.use(table_.leafBefore);
        const auto found = before.with(segment, bytesOf(first_)).next() ? before.integer(0) : 0;
        std::vector<std::int64_t> leaves{std::max(first, found)};
        auto behind = connection_.use(table_.leavesBetween);
        behind.with(segment, bytesOf(first_), bytesOf(end_));
        while (behind.next() && leaves.size() <= kMostLeaves) {
            if (behind.integer(0) > leaves.back()) {
                leaves.push_back(behind.integer(0));
            }
        }
        return leaves;
    }

    [[nodiscard]] std::int64_t firstLeafOf(std::int64_t segment) {
        const auto from = segment << kSegmentShift;
        auto row = connection_.use(table_.firstLeaf);
        return row.with(from, from + kMostOfSegment).next() && !row.isNull(0)
                   ? row.integer(0) - from
                   : 0;
    }

    [[nodiscard]] bool read(std::int64_t segment, std::int64_t number) {
        auto row = connection_.use(table_.leaf);
        if (!row.with((segment << kSegmentShift) + number).next()) {
            return false;
        }
        const auto bytes = row.bytes(0);
        Leaf leaf{bytes};
        while (leaf.next() && leaf.word() < end_) {
            if (leaf.word() >= first_ && words_.insert(leaf.word().substr(1)).second &&
                words_.size() > kMostWords) {
                return false;
            }
        }
        return leaf.isSound();
    }

    Connection& connection_;
    const WordTable& table_;
    std::string first_; ///< as FTS5 keeps the word
    std::string end_;   ///< behind all that begin so
    std::set<std::string> words_;
};

/// By FTS5's own table, which knows also what was written but not yet committed.
[[nodiscard]] std::optional<std::vector<std::string>>
wordsOneByOne(Connection& connection, std::string_view next, const std::string& beginning) {
    std::vector<std::string> words;
    auto from = beginning;
    for (;;) {
        auto row = connection.use(next);
        if (!row.with(from).next()) {
            return words;
        }
        auto word = row.text(0);
        if (!word.starts_with(beginning)) {
            return words;
        }
        if (words.size() == kMostWords) {
            return std::nullopt;
        }
        from = word + '\x01'; // the least word after it
        words.push_back(std::move(word));
    }
}

} // namespace

WordTable::WordTable(const std::string& index)
    : segmentAfter{"SELECT min(segid) FROM " + index + "_idx WHERE segid > ?1"},
      firstLeaf{"SELECT min(id) FROM " + index + "_data WHERE id BETWEEN ?1 AND ?2"},
      leafBefore{"SELECT pgno / 2 FROM " + index +
                 "_idx WHERE segid = ?1 AND term <= ?2 ORDER BY term DESC LIMIT 1"},
      leavesBetween{"SELECT pgno / 2 FROM " + index +
                    "_idx WHERE segid = ?1 AND term > ?2 AND term < ?3 ORDER BY term"},
      leaf{"SELECT block FROM " + index + "_data WHERE id = ?1"},
      nextWord{"SELECT term FROM " + index + "_word WHERE term >= ?1 LIMIT 1"} {}

const WordTable& sessionWords() {
    static const WordTable table{"session_fts"};
    return table;
}

const WordTable& formWords() {
    static const WordTable table{"form_fts"};
    return table;
}

std::optional<std::vector<std::string>>
wordsBeginning(Connection& connection, const WordTable& table, const std::string& beginning) {
    if (sqlite3_txn_state(connection.raw().getHandle(), "main") == SQLITE_TXN_WRITE) {
        return wordsOneByOne(connection, table.nextWord, beginning);
    }
    Collector collector{connection, table, beginning};
    return collector.collect() ? std::optional{collector.words()} : std::nullopt;
}

} // namespace palpate::storage
