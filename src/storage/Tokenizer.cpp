// SPDX-License-Identifier: MIT
#include "storage/SearchText.h"

#include <sqlite3.h>

namespace palpate::storage {

struct Tokenizer::Handle {
    fts5_tokenizer methods{};
    Fts5Tokenizer* tokenizer = nullptr; ///< owned
};

namespace {

[[nodiscard]] fts5_api* apiOf(SQLite::Database& database) {
    fts5_api* api = nullptr;
    sqlite3_stmt* statement = nullptr;
    // SQLiteCpp binds no pointers; this is the documented way to FTS5's own functions.
    if (sqlite3_prepare_v2(database.getHandle(), "SELECT fts5(?1)", -1, &statement, nullptr) ==
        SQLITE_OK) {
        sqlite3_bind_pointer(statement, 1, &api, "fts5_api_ptr", nullptr);
        sqlite3_step(statement);
    }
    sqlite3_finalize(statement);
    return api;
}

struct Collected {
    std::vector<Token>* tokens;
};

/// Called by FTS5 for each word; must not throw through C.
int collect(void* context, int flags, const char* word, int length, int begin, int end) noexcept {
    if ((flags & FTS5_TOKEN_COLOCATED) != 0) {
        return SQLITE_OK;
    }
    try {
        static_cast<Collected*>(context)->tokens->push_back(
            {std::string(word, static_cast<std::size_t>(length)), static_cast<std::size_t>(begin),
             static_cast<std::size_t>(end)});
        return SQLITE_OK;
    } catch (const std::bad_alloc&) {
        return SQLITE_NOMEM;
    }
}

} // namespace

Tokenizer::Tokenizer(Connection& connection) : handle_{std::make_unique<Handle>()} {
    auto* api = apiOf(connection.raw());
    void* context = nullptr;
    std::array arguments{"remove_diacritics", "2"}; // as in the CREATE VIRTUAL TABLE statements
    if (api == nullptr ||
        api->xFindTokenizer(api, "unicode61", &context, &handle_->methods) != SQLITE_OK ||
        handle_->methods.xCreate(context, arguments.data(), 2, &handle_->tokenizer) != SQLITE_OK) {
        throw StorageError{
            {tr("The database library lacks full-text search; install Palpate again."), {}}};
    }
}

Tokenizer::~Tokenizer() {
    if (handle_->tokenizer != nullptr) {
        handle_->methods.xDelete(handle_->tokenizer);
    }
}

std::vector<Token> Tokenizer::tokens(std::string_view text) const {
    std::vector<Token> found;
    Collected collected{&found};
    if (handle_->methods.xTokenize(handle_->tokenizer, &collected, FTS5_TOKENIZE_QUERY, text.data(),
                                   static_cast<int>(text.size()), collect) != SQLITE_OK) {
        throw std::bad_alloc{};
    }
    return found;
}

} // namespace palpate::storage
