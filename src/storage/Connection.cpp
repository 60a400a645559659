// SPDX-License-Identifier: MIT
// The key functions of sqlite3.h are only declared with this name set.
#define SQLITE_HAS_CODEC
#include "storage/Connection.h"

#include "domain/Text.h"

#include <SQLiteCpp/Exception.h>

#include <sqlite3.h>

#include <algorithm>
#include <array>

namespace palpate::storage {

namespace {

constexpr sqlite3_int64 kPageSize = 4096;

[[nodiscard]] StorageError damaged(const std::filesystem::path& file, const std::string& how) {
    return StorageError{
        {tr("{1} is damaged or cut short ({2}); nothing was changed. Restore it from a backup."),
         {file.string(), how}}};
}

void guardThere(const std::filesystem::path& file) {
    std::error_code failure;
    if (!std::filesystem::is_regular_file(file, failure)) {
        throw StorageError{
            {tr("{1} is missing; the folder is no clinic, or it must be restored from a backup."),
             {file.string()}}};
    }
}

[[nodiscard]] bool hasLog(const std::filesystem::path& file) {
    auto log = file;
    log += "-wal";
    std::error_code failure;
    const auto size = std::filesystem::file_size(log, failure);
    return !failure && size > 0;
}

/// What can be told before SQLCipher sees the file: it would otherwise fail late, and print on its
/// own. Read through SQLite's own handle and no other: closing a second handle would drop every
/// lock that this process has on the file (POSIX), and another program would then take the clinic
/// for free and delete the log into which this one goes on writing.
void guardContent(SQLite::Database& database, const std::filesystem::path& file) {
    sqlite3_file* content = nullptr;
    if (sqlite3_file_control(database.getHandle(), "main", SQLITE_FCNTL_FILE_POINTER, &content) !=
            SQLITE_OK ||
        content == nullptr || content->pMethods == nullptr) {
        throw damaged(file, "it can't be read");
    }
    constexpr std::string_view kPlain{"SQLite format 3\0", 16};
    std::array<char, kPlain.size()> start{};
    const int outcome =
        content->pMethods->xRead(content, start.data(), static_cast<int>(start.size()), 0);
    if (outcome == SQLITE_OK && std::string_view{start.data(), start.size()} == kPlain) {
        throw StorageError{
            {tr("{1} is a database of another program: it is not encrypted. Nothing was changed."),
             {file.string()}}};
    }
    sqlite3_int64 size = 0;
    // With a log the end may be torn: the disk was full, or lost its power, while a page was taken
    // over from the log, which still holds it whole and is read in its place.
    if (content->pMethods->xFileSize(content, &size) == SQLITE_OK && size % kPageSize != 0 &&
        !hasLog(file)) {
        throw damaged(file, "its length is no multiple of a page");
    }
}

void giveKey(SQLite::Database& database, const Secret& rawKey) {
    constexpr std::string_view kHex = "0123456789abcdef";
    Secret literal{rawKey.view().size() * 2 + 3}; // x'..': a raw key, no derivation by SQLCipher
    auto out = literal.bytes();
    std::size_t at = 0;
    out[at++] = 'x';
    out[at++] = '\'';
    for (const auto byte : rawKey.view()) {
        out[at++] = static_cast<std::uint8_t>(kHex[byte >> 4U]);
        out[at++] = static_cast<std::uint8_t>(kHex[byte & 15U]);
    }
    out[at++] = '\'';
    if (sqlite3_key_v2(database.getHandle(), "main", out.data(), static_cast<int>(at)) !=
        SQLITE_OK) {
        throw StorageError{
            {tr("The database library took no key: it is not SQLCipher. Install Palpate again."),
             {}}};
    }
}

/// Plain SQLite ignores a key without a word and would write a readable file.
void guardCipher(SQLite::Database& database) {
    SQLite::Statement version{database, "PRAGMA cipher_version"};
    if (!version.executeStep() || version.getColumn(0).getString().empty()) {
        throw StorageError{{tr("The database library is not SQLCipher and would store patients' "
                               "records unencrypted; "
                               "nothing was opened. Install Palpate again."),
                            {}}};
    }
}

/// The newest statement of that text: SQLite lists the newest first.
[[nodiscard]] sqlite3_stmt* handleOf(sqlite3* database, const std::string& sql) {
    sqlite3_stmt* handle = nullptr;
    do {
        handle = sqlite3_next_stmt(database, handle);
    } while (handle != nullptr && sqlite3_sql(handle) != sql);
    if (handle == nullptr) {
        throw StorageError{{tr("SQLite has lost a statement; start Palpate again."), {}}};
    }
    return handle;
}

} // namespace

Prepared::Prepared(SQLite::Database& database, const std::string& sql)
    : statement_{database, sql}, handle_{handleOf(database.getHandle(), sql)} {}

Query::~Query() {
    if (statement_ != nullptr) {
        statement_->tryReset();
        try {
            statement_->clearBindings();
        } catch (const SQLite::Exception&) {
            return; // sqlite3_clear_bindings never fails; the wrapper only declares that it may
        }
    }
}

void Query::bind(const std::string& value) {
    if (!isValidUtf8(value)) {
        throw StorageError{{tr("A text is not valid UTF-8 and was not stored."), {}}};
    }
    statement_->bind(++bound_, value);
}

void Query::bind(std::string_view value) {
    bind(std::string{value});
}

bool Query::isNull(int column) const {
    return sqlite3_column_type(row_, column) == SQLITE_NULL;
}

std::int64_t Query::integer(int column) const {
    return sqlite3_column_int64(row_, column);
}

double Query::real(int column) const {
    return sqlite3_column_double(row_, column);
}

std::optional<std::string_view> Query::viewIn(int column) const {
    const auto* const text = reinterpret_cast<const char*>(sqlite3_column_text(row_, column));
    if (text == nullptr) {
        return std::nullopt;
    }
    return std::string_view{text, static_cast<std::size_t>(sqlite3_column_bytes(row_, column))};
}

ByteView Query::blob(int column) const {
    const auto* const data = static_cast<const std::uint8_t*>(sqlite3_column_blob(row_, column));
    return data == nullptr
               ? ByteView{}
               : ByteView{data, static_cast<std::size_t>(sqlite3_column_bytes(row_, column))};
}

Bytes Query::bytes(int column) const {
    const auto value = blob(column);
    return {value.begin(), value.end()};
}

void Query::copyBytes(int column, std::span<std::uint8_t> out) const {
    const auto value = blob(column);
    if (value.size() != out.size()) {
        throw StorageError{
            {tr("A stored value has a wrong length; check the clinic with \"verify\"."), {}}};
    }
    std::ranges::copy(value, out.begin());
}

Uuid Query::uuid(int column) const {
    return Uuid{fixed<16>(column)};
}

Connection::Connection(const std::filesystem::path& file, const Secret& rawKey,
                       std::chrono::milliseconds patience, Sharing sharing)
    : file_{file}, database_{[&] {
          guardThere(file);
          try {
              return SQLite::Database{file.string(), SQLite::OPEN_READWRITE | SQLite::OPEN_NOMUTEX,
                                      0, sharing == Sharing::Alone ? "unix-none" : ""};
          } catch (const SQLite::Exception& error) {
              throw StorageError{
                  {tr("{1} can't be opened for writing: {2}."), {file.string(), error.what()}}};
          }
      }()} {
    guarded("opening the clinic", [&] {
        guardContent(database_, file_);
        giveKey(database_, rawKey);
        // SQLCipher writes to stderr when a page is damaged; the guards below tell it in a sentence
        // instead.
        database_.exec("PRAGMA cipher_log_level = NONE");
        guardCipher(database_);
        database_.setBusyTimeout(static_cast<int>(patience.count()));
        database_.execAndGet("SELECT count(*) FROM sqlite_master");
        if (sqlite3_db_readonly(database_.getHandle(), "main") != 0) {
            throw StorageError{
                {tr("{1} can't be written; check the rights of the file."), {file_.string()}}};
        }
    });
}

Query Connection::use(std::string_view sql) {
    auto& statement = statements_[sql];
    if (!statement) {
        statement = std::make_unique<Prepared>(database_, std::string{sql});
    }
    return Query{*statement};
}

std::vector<std::string> Connection::statements() const {
    std::vector<std::string> texts;
    for (const auto& [sql, statement] : statements_) {
        texts.emplace_back(sql);
    }
    return texts;
}

void Connection::run(const std::string& sql) {
    database_.exec(sql);
}

std::int64_t Connection::lastRow() const {
    return database_.getLastInsertRowid();
}

std::int64_t Connection::changes() const {
    return sqlite3_total_changes64(database_.getHandle());
}

int Connection::pragma(const std::string& name) {
    return database_.execAndGet("PRAGMA " + name).getInt();
}

void Connection::interrupt() noexcept {
    sqlite3_interrupt(database_.getHandle());
}

bool Connection::isInterruption(const SQLite::Exception& error) noexcept {
    return (error.getErrorCode() & 0xFF) == SQLITE_INTERRUPT;
}

void Connection::begin(bool forWriting) {
    database_.exec(forWriting ? "BEGIN IMMEDIATE" : "BEGIN");
}

void Connection::commit() {
    database_.exec("COMMIT");
}

void Connection::rollback() noexcept {
    // A full disk may have rolled back already. Nothing is left to be told: the first error is on
    // its way.
    while (isInTransaction() && sqlite3_exec(database_.getHandle(), "ROLLBACK", nullptr, nullptr,
                                             nullptr) == SQLITE_INTERRUPT) {
        // A search that is given up is interrupted from another thread, which may hit this too.
    }
}

bool Connection::isInTransaction() const {
    return sqlite3_get_autocommit(database_.getHandle()) == 0;
}

StorageError Connection::storageError(const SQLite::Exception& error, const char* doing) const {
    const auto file = file_.string();
    const std::string cause = error.what();
    switch (error.getErrorCode() & 0xFF) {
    case SQLITE_FULL:
        return StorageError{{tr("The disk is full: {1} could not grow while {2}. Nothing was "
                                "changed; free some space "
                                "and try again."),
                             {file, doing}}};
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
        return StorageError{
            {tr("Another program kept {1} locked for too long while {2}; nothing was changed. Try "
                "again."),
             {file, doing}}};
    case SQLITE_READONLY:
    case SQLITE_CANTOPEN:
    case SQLITE_PERM:
        return StorageError{{tr("{1} can't be written while {2} ({3}); check the rights of the "
                                "folder and its disk."),
                             {file, doing, cause}}};
    case SQLITE_NOTADB:
    case SQLITE_CORRUPT:
        return damaged(file_, cause);
    case SQLITE_IOERR:
        return StorageError{
            {tr("The disk failed while {2}: {1} could not be read or written ({3}). Nothing was "
                "changed."),
             {file, doing, cause}}};
    default:
        return StorageError{
            {tr("{2} failed in {1}: {3}. Nothing was changed."), {file, doing, cause}}};
    }
}

} // namespace palpate::storage
