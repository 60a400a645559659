// SPDX-License-Identifier: MIT
#include "storage/SearchText.h"

#include <sqlite3.h>

#include <array>
#include <utility>

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

std::string folded(std::string_view text) {
    // Letter with a mark, letter without: two bytes each.
    constexpr std::array kFolds{
        std::pair{"\xCE\x86", "\xCE\x91"}, std::pair{"\xCE\x88", "\xCE\x95"},
        std::pair{"\xCE\x89", "\xCE\x97"}, std::pair{"\xCE\x8A", "\xCE\x99"},
        std::pair{"\xCE\x8C", "\xCE\x9F"}, std::pair{"\xCE\x8E", "\xCE\xA5"},
        std::pair{"\xCE\x8F", "\xCE\xA9"}, std::pair{"\xCE\xAA", "\xCE\x99"},
        std::pair{"\xCE\xAB", "\xCE\xA5"}, std::pair{"\xCE\x90", "\xCE\xB9"},
        std::pair{"\xCE\xAC", "\xCE\xB1"}, std::pair{"\xCE\xAD", "\xCE\xB5"},
        std::pair{"\xCE\xAE", "\xCE\xB7"}, std::pair{"\xCE\xAF", "\xCE\xB9"},
        std::pair{"\xCE\xB0", "\xCF\x85"}, std::pair{"\xCF\x8A", "\xCE\xB9"},
        std::pair{"\xCF\x8B", "\xCF\x85"}, std::pair{"\xCF\x8C", "\xCE\xBF"},
        std::pair{"\xCF\x8D", "\xCF\x85"}, std::pair{"\xCF\x8E", "\xCF\x89"},
        std::pair{"\xCF\x82", "\xCF\x83"}, std::pair{"\xD0\x81", "\xD0\x95"},
        std::pair{"\xD1\x91", "\xD0\xB5"}};
    std::string out{text};
    for (std::size_t at = 0; at + 1 < out.size(); ++at) {
        const auto lead = static_cast<unsigned char>(out[at]);
        if (lead != 0xCE && lead != 0xCF && lead != 0xD0 && lead != 0xD1) {
            continue;
        }
        for (const auto& [marked, plain] : kFolds) {
            if (out[at] == marked[0] && out[at + 1] == marked[1]) {
                out[at] = plain[0];
                out[at + 1] = plain[1];
                break;
            }
        }
    }
    return out;
}

std::vector<Token> Tokenizer::tokens(std::string_view typed) const {
    const auto text = folded(typed);
    std::vector<Token> found;
    Collected collected{&found};
    if (handle_->methods.xTokenize(handle_->tokenizer, &collected, FTS5_TOKENIZE_QUERY, text.data(),
                                   static_cast<int>(text.size()), collect) != SQLITE_OK) {
        throw std::bad_alloc{};
    }
    return found;
}

} // namespace palpate::storage
