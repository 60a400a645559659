// SPDX-License-Identifier: MIT
#pragma once

#include "domain/Patient.h"
#include "domain/Session.h"
#include "storage/SearchTags.h"
#include "storage/SearchText.h"
#include "storage/Store.h"

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>

namespace palpate::storage {

class IndexText;

/// Keeps the full-text rows. Changes are collected and written, sorted, before the transaction
/// commits: in the order of the index, so that bulk loading does not merge it over and over.
class SearchIndex {
public:
    SearchIndex(Connection& connection, Vocabulary vocabulary, PaintedRegions painted)
        : connection_{connection}, vocabulary_{std::move(vocabulary)}, painted_{
                                                                           std::move(painted)} {}

    /// Replaces the row `searchKey` (`isNew`: there is none yet).
    void put(std::int64_t searchKey, bool isNew, const Session& session,
             const SessionSetting& setting);
    void remove(std::int64_t searchKey);
    /// The patient's row must be written again; `oldRecency` is the key it is indexed under, if it
    /// is.
    void patientChanged(std::int64_t patientNo, std::optional<std::int64_t> oldRecency);

    void flush();
    void forget() noexcept; ///< the transaction was undone
    [[nodiscard]] const Tokenizer& tokenizer();
    [[nodiscard]] std::string textOf(const Session& session, const SessionSetting& setting);

private:
    void addFlags(IndexText& text, const SessionId& session);
    [[nodiscard]] const std::string& wordsOf(const std::string& key);
    /// Empty: there is no such patient.
    [[nodiscard]] std::optional<std::pair<std::int64_t, std::string>> rowOf(std::int64_t patientNo);

    struct PendingSession {
        bool isNew = false;
        std::optional<std::string> text; ///< empty: to be removed
    };
    Connection& connection_;
    Vocabulary vocabulary_;
    PaintedRegions painted_;
    std::optional<Tokenizer> tokenizer_;
    std::unordered_map<std::string, std::string> words_;
    std::map<std::int64_t, PendingSession> sessions_;
    std::map<std::int64_t, std::optional<std::int64_t>> patients_; ///< row number to old recency
};

} // namespace palpate::storage
