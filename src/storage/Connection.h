// SPDX-License-Identifier: MIT
#pragma once

#include "domain/Calendar.h"
#include "domain/Error.h"
#include "domain/Id.h"
#include "storage/Crypto.h"

#include <SQLiteCpp/Database.h>
#include <SQLiteCpp/Statement.h>

#include <chrono>
#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

struct sqlite3_stmt;

namespace palpate::storage {

/// A statement and SQLite's own handle of it, which SQLiteCpp keeps to itself.
class Prepared {
public:
    /// SQLite::Exception where it can't be prepared.
    Prepared(SQLite::Database& database, const std::string& sql);
    [[nodiscard]] SQLite::Statement& statement() noexcept { return statement_; }
    [[nodiscard]] sqlite3_stmt& handle() noexcept { return *handle_; }

private:
    SQLite::Statement statement_;
    sqlite3_stmt* handle_;
};

/// One use of a prepared statement: values are bound in the order of its ?1, ?2 ..., and it is
/// reset at the end.
class Query {
public:
    explicit Query(Prepared& prepared) noexcept
        : statement_{&prepared.statement()}, row_{&prepared.handle()} {}
    Query(Query&& other) noexcept
        : statement_{std::exchange(other.statement_, nullptr)}, row_{other.row_},
          bound_{other.bound_} {}
    Query(const Query&) = delete;
    Query& operator=(const Query&) = delete;
    Query& operator=(Query&&) = delete;
    ~Query();

    template <class... Values> Query& with(const Values&... values) {
        (bind(values), ...);
        return *this;
    }
    /// Steps to the next row; false at the end.
    [[nodiscard]] bool next() { return statement_->executeStep(); }
    /// Runs a statement that gives no rows.
    void run() { static_cast<void>(statement_->executeStep()); }

    // Columns of the present row. They are read past SQLiteCpp, whose Column costs as much again as
    // the value: a long case is some hundred thousand of them.
    [[nodiscard]] bool isNull(int column) const;
    [[nodiscard]] std::int64_t integer(int column) const;
    [[nodiscard]] int number(int column) const { return static_cast<int>(integer(column)); }
    [[nodiscard]] double real(int column) const;
    [[nodiscard]] std::string text(int column) const { return std::string{view(column)}; }
    /// The text until the next row; empty for NULL.
    [[nodiscard]] std::string_view view(int column) const { return viewIn(column).value_or(""); }
    /// The same; nullopt for NULL.
    [[nodiscard]] std::optional<std::string_view> viewIn(int column) const;
    [[nodiscard]] Bytes bytes(int column) const;
    [[nodiscard]] Instant instant(int column) const {
        return Instant{std::chrono::seconds{integer(column)}};
    }
    template <class IdType> [[nodiscard]] IdType id(int column) const {
        return IdType::from(uuid(column));
    }
    [[nodiscard]] Uuid uuid(int column) const;
    template <std::size_t Size>
    [[nodiscard]] std::array<std::uint8_t, Size> fixed(int column) const {
        std::array<std::uint8_t, Size> out{};
        copyBytes(column, out);
        return out;
    }

private:
    void copyBytes(int column,
                   std::span<std::uint8_t> out) const; ///< throws StorageError unless just as long
    void bind(std::int64_t value) { statement_->bind(++bound_, value); }
    void bind(int value) { statement_->bind(++bound_, value); }
    void bind(double value) { statement_->bind(++bound_, value); }
    void bind(bool value) { statement_->bind(++bound_, value ? 1 : 0); }
    void bind(const std::string& value);
    void bind(std::string_view value);
    void bind(const char* value) = delete;
    void bind(ByteView value) {
        statement_->bind(++bound_, value.data(), static_cast<int>(value.size()));
    }
    void bind(const Bytes& value) { bind(ByteView{value}); }
    template <std::size_t Size> void bind(const std::array<std::uint8_t, Size>& value) {
        bind(ByteView{value});
    }
    void bind(const Uuid& value) { bind(ByteView{value.bytes()}); }
    template <class Tag> void bind(const Id<Tag>& value) { bind(value.value()); }
    template <class Tag> void bind(const Key<Tag>& value) { bind(value.text()); }
    void bind(Instant value) { bind(std::int64_t{value.time_since_epoch().count()}); }
    void bind(Date value) { bind(isoDate(value)); }
    template <class Value> void bind(const std::optional<Value>& value) {
        if (value) {
            bind(*value);
        } else {
            statement_->bind(++bound_);
        }
    }

    [[nodiscard]] ByteView blob(int column) const;

    SQLite::Statement* statement_;
    sqlite3_stmt* row_;
    int bound_ = 0;
};

/// Whether others may have the file open at the same time. Nobody else knows of a file that is just
/// being made: without locks it can be made where a network drive offers none.
enum class Sharing { Shared, Alone };

/// The opened, keyed and checked database file: the seam to SQLCipher. Transactions nest by
/// joining. A connection is one thread's at a time, whichever opened it: SQLite does not lock it
/// for every column that is read.
class Connection {
public:
    /// Opens and guards, in the order that toolchain facts ask for: key, first read,
    /// cipher_version, settings. The file must exist; an empty one becomes a new database. Throws
    /// StorageError.
    Connection(const std::filesystem::path& file, const Secret& rawKey,
               std::chrono::milliseconds patience, Sharing sharing = Sharing::Shared);

    [[nodiscard]] const std::filesystem::path& file() const noexcept { return file_; }
    /// Prepared once and kept; `sql` must be a string literal.
    [[nodiscard]] Query use(std::string_view sql);
    /// The text of every statement used so far: for looking at what the database does with it.
    [[nodiscard]] std::vector<std::string> statements() const;
    /// Runs `sql`, one or more statements, without values.
    void run(const std::string& sql);
    [[nodiscard]] std::int64_t lastRow() const;
    /// Rows changed since the file was opened.
    [[nodiscard]] std::int64_t changes() const;
    [[nodiscard]] int pragma(const std::string& name);
    [[nodiscard]] SQLite::Database& raw() noexcept { return database_; }
    /// From any thread: the statement that runs fails with SQLITE_INTERRUPT; without one nothing
    /// happens.
    void interrupt() noexcept;
    [[nodiscard]] static bool isInterruption(const SQLite::Exception& error) noexcept;

    void begin(bool forWriting);
    void commit();
    void rollback() noexcept;
    [[nodiscard]] bool isInTransaction() const;

    /// Runs `work`; a SQLite error leaves as the StorageError that tells what happened while
    /// `doing` ("storing the patient").
    template <class Work> decltype(auto) guarded(const char* doing, Work&& work) const {
        try {
            return work();
        } catch (const SQLite::Exception& error) {
            throw storageError(error, doing);
        }
    }
    [[nodiscard]] StorageError storageError(const SQLite::Exception& error,
                                            const char* doing) const;

private:
    std::filesystem::path file_;
    SQLite::Database database_;
    std::unordered_map<std::string_view, std::unique_ptr<Prepared>> statements_;
};

} // namespace palpate::storage
