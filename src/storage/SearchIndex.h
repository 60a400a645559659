// SPDX-License-Identifier: MIT
#pragma once

#include "domain/Patient.h"
#include "domain/Session.h"
#include "storage/SearchText.h"
#include "storage/Store.h"

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>

namespace palpate::storage {

/// What stands beside a session's own text in its index row.
struct SessionSetting {
    std::int64_t patientNo = 0;
    std::string patientName; ///< with that of the record that goes on, when it was merged
    std::string complaint;
    std::int64_t goesOnNo = 0; ///< the record into which the patient's was merged; 0: none
};

/// Keeps the full-text rows. Changes are collected and written, sorted, before the transaction
/// commits: in the order of the index, so that bulk loading does not merge it over and over.
class SearchIndex {
public:
    SearchIndex(Connection& connection, Vocabulary vocabulary)
        : connection_{connection}, vocabulary_{std::move(vocabulary)} {}

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
    [[nodiscard]] const std::string& wordsOf(const std::string& key);

    struct PendingSession {
        bool isNew = false;
        std::optional<std::string> text; ///< empty: to be removed
    };
    Connection& connection_;
    Vocabulary vocabulary_;
    std::optional<Tokenizer> tokenizer_;
    std::unordered_map<std::string, std::string> words_;
    std::map<std::int64_t, PendingSession> sessions_;
    std::map<std::int64_t, std::optional<std::int64_t>> patients_; ///< row number to old recency
};

// Words that only the program searches for.
[[nodiscard]] std::string unlistedTag(); ///< of a patient: out of the daily list
[[nodiscard]] std::string patientTag(std::int64_t patientNo);
[[nodiscard]] std::string muscleTag(const MuscleKey& muscle);
[[nodiscard]] std::string muscleTag(const MuscleKey& muscle, Side side);
[[nodiscard]] std::string techniqueTag(const TechniqueKey& technique);

} // namespace palpate::storage
