// SPDX-License-Identifier: MIT
#include "storage/IndexPacking.h"

#include "storage/Fts5Number.h"

#include <SQLiteCpp/Exception.h>

#include <sqlite3.h>

#include <algorithm>
#include <array>

namespace palpate::storage {

namespace {

constexpr int kManyParts = 8;
/// Those that hold what was written of each visit; of 100,000 patients the third is packed whole
/// within a second.
const std::array<std::string, 2> kLargeIndexes{"session_fts", "form_fts"};

/// Reads FTS5's row of an index's structure (the comment at the head of SQLite's fts5_index.c):
/// levels, of each its parts and how many of them are being packed into one of the next level.
class StructureReader {
public:
    explicit StructureReader(ByteView bytes) : bytes_{bytes} {}

    [[nodiscard]] std::optional<IndexShape> read() {
        constexpr std::array<std::uint8_t, 4> kSecondLayout{0xFF, 0, 0, 1};
        at_ = kCookie;
        if (bytes_.size() < kCookie + kSecondLayout.size()) {
            return std::nullopt;
        }
        const bool isSecond =
            std::ranges::equal(bytes_.subspan(kCookie, kSecondLayout.size()), kSecondLayout);
        if (isSecond) {
            at_ += kSecondLayout.size();
        }
        const auto levels = number();
        const auto parts = number();
        static_cast<void>(number()); // how many pages were ever written
        std::uint64_t seen = 0;
        for (std::uint64_t level = 0; isSound_ && level < levels; ++level) {
            shape_.isBeingPacked = number() > 0 || shape_.isBeingPacked;
            const auto here = number();
            for (std::uint64_t part = 0; isSound_ && part < here; ++part) {
                readPart(isSecond);
            }
            seen += here;
        }
        return isSound_ && seen == parts ? std::optional{shape_} : std::nullopt;
    }

private:
    static constexpr std::size_t kCookie = 4;

    void readPart(bool isSecond) {
        static_cast<void>(number()); // the part's own
        const auto first = number();
        const auto last = number();
        if (isSecond) {
            static_cast<void>(number()); // from the writing
            static_cast<void>(number()); // to the writing
            static_cast<void>(number()); // pages of its deletions
            shape_.deleted += signedNumber();
            shape_.rows += signedNumber();
        }
        if (isSound_ && first > 0 && last >= first) { // else nothing is in it yet, or any more
            const auto pages = static_cast<std::int64_t>(last - first + 1);
            ++shape_.parts;
            shape_.pages += pages;
            shape_.largest = std::max(shape_.largest, pages);
        }
    }

    [[nodiscard]] std::int64_t signedNumber() { return static_cast<std::int64_t>(number()); }
    [[nodiscard]] std::uint64_t number() {
        const auto value = fts5Number(bytes_, at_, bytes_.size());
        isSound_ = isSound_ && value;
        return value.value_or(0);
    }

    ByteView bytes_;
    std::size_t at_ = 0;
    bool isSound_ = true;
    IndexShape shape_;
};

/// Whether so much lies beside the largest part, or is deleted, that all is worth being written
/// again.
[[nodiscard]] bool isLoose(const IndexShape& shape) {
    constexpr std::int64_t kOneIn = 8;
    return (shape.pages - shape.largest) * kOneIn > shape.pages ||
           shape.deleted * kOneIn > shape.rows;
}

[[nodiscard]] bool isDue(const IndexShape& shape, const WholePacking& how) {
    return shape.pages >= how.fromPages && (shape.isBeingPacked || isLoose(shape));
}

/// While it lives, another program's lock is refused at once.
class NoWaiting {
public:
    explicit NoWaiting(Connection& connection)
        : connection_{connection}, patience_{connection.pragma("busy_timeout")} {
        connection_.raw().setBusyTimeout(0);
    }
    NoWaiting(const NoWaiting&) = delete;
    NoWaiting& operator=(const NoWaiting&) = delete;
    ~NoWaiting() { sqlite3_busy_timeout(connection_.raw().getHandle(), patience_); }

private:
    Connection& connection_;
    int patience_; ///< milliseconds
};

/// Whether something came of it.
[[nodiscard]] bool packStep(Connection& connection, const std::string& index,
                            const WholePacking& how) {
    constexpr int kChangesOfNothing = 1; // the command counts as one
    const NoWaiting noWaiting{connection};
    const auto before = connection.changes();
    connection.begin(true);
    const auto shape = shapeOf(connection, index);
    // A negative number has FTS5 begin to pack all parts into one; a positive one goes on with
    // what was begun. To begin again meanwhile would be to write all of it once more.
    const bool goesOn = !shape || shape->isBeingPacked;
    setIndexOption(connection, index, "merge", goesOn ? how.pagesAStep : -how.pagesAStep);
    connection.commit();
    return connection.changes() - before > kChangesOfNothing;
}

} // namespace

void setIndexOption(Connection& connection, const std::string& index, const std::string& option,
                    int value) {
    connection.run("INSERT INTO " + index + " (" + index + ", rank) VALUES ('" + option + "', " +
                   std::to_string(value) + ")");
}

void packWhole(Connection& connection, const std::string& index) {
    connection.run("INSERT INTO " + index + " (" + index + ") VALUES ('optimize')");
}

std::optional<IndexShape> shapeOf(Connection& connection, const std::string& index) {
    Prepared structure{connection.raw(), "SELECT block FROM " + index + "_data WHERE id = 10"};
    Query row{structure};
    if (!row.next()) {
        return std::nullopt;
    }
    const auto bytes = row.bytes(0);
    return StructureReader{bytes}.read();
}

bool isScattered(Connection& connection) {
    return std::ranges::any_of(kFullTextIndexes, [&](const std::string& index) {
        const auto shape = shapeOf(connection, index);
        return shape && shape->parts > kManyParts;
    });
}

void gather(Connection& connection) {
    constexpr int kPages = 3000;
    for (const auto& index : kLargeIndexes) {
        setIndexOption(connection, index, "merge", kPages);
    }
    const auto patients = shapeOf(connection, "patient_fts");
    if (patients && patients->parts > kManyParts) {
        packWhole(connection, "patient_fts");
    }
}

bool packSome(Connection& connection, const WholePacking& how) {
    try {
        const auto* const due = std::ranges::find_if(kLargeIndexes, [&](const std::string& index) {
            const auto shape = shapeOf(connection, index);
            return shape && isDue(*shape, how);
        });
        return due != kLargeIndexes.end() && packStep(connection, *due, how);
    } catch (const SQLite::Exception&) {
        connection.rollback();
        return false; // another program writes, the disk is full or can't be read
    }
}

} // namespace palpate::storage
