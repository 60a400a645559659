// SPDX-License-Identifier: MIT
#pragma once

#include "domain/Retention.h"

#include <optional>
#include <string>
#include <vector>

namespace palpate::app {

class Clinic;

/// A rule in words.
struct RetentionLine {
    RetentionRule rule;
    std::string country;
    std::string profession; ///< "Physiotherapist", "Every profession"
    std::string kept;       ///< "8 years after the last session, and until the patient is 26"
    std::string source;
};

/// Until when one record is kept, in words.
struct RetentionState {
    RetentionEnd end;
    std::optional<Date> lastSession; ///< in its own time zone
    bool mayBeDestroyed = false;     ///< the day has come
    std::string until; ///< "May be destroyed since 11 Mar 2026", or why it can't be told
    std::string rule;  ///< "Germany: 10 years after the last session (BGB ...)"; empty: none
};

struct DueRecord {
    PatientId patient;
    std::string name;
    std::string lastSeen; ///< "Last session 10 Mar 2018", "No session; added 3 Jan 2017"
    RetentionState state;
};
struct DueRecords {
    std::vector<DueRecord> records; ///< the longest unseen first
    bool isCut = false;             ///< there are more that were not looked at
    std::string hint;               ///< what to do first, when nothing can be told; else empty
};

/// How long the clinic keeps its records, and which it need not keep any longer. Owners only, else
/// AccessDenied (audited). Each call may throw StorageError.
class RecordKeeping {
public:
    explicit RecordKeeping(Clinic& clinic);

    /// The clinic's own table; until it has one, the shipped one.
    [[nodiscard]] std::vector<RetentionLine> rules() const;
    [[nodiscard]] bool isShipped() const;
    /// Throws EditRefused with the first problem.
    void setRules(const std::vector<RetentionRule>& rules);
    /// The shipped table again.
    void reset();
    /// What must stand beside the table.
    [[nodiscard]] std::string advice() const;

    /// Of the table, each once.
    [[nodiscard]] std::vector<std::string> countries() const;
    /// Whose rules count; empty: not chosen.
    [[nodiscard]] std::optional<std::string> country() const;
    /// Throws EditRefused when no rule is of that country.
    void setCountry(const std::string& country);

    /// Those that may be destroyed, and those of which it can't be told; at most `limit` of the
    /// longest unseen are looked at.
    [[nodiscard]] DueRecords due(int limit = 500) const;
    /// Whether it is due or not. Throws StorageError when there is no such record, or it was merged
    /// into another.
    [[nodiscard]] DueRecord recordOf(const PatientId& patient) const;

private:
    [[nodiscard]] std::vector<RetentionRule> table() const;
    [[nodiscard]] std::vector<RetentionRule> rulesThatCount() const;

    Clinic& clinic_;
};

/// A profession as a table of rules names it, also none.
[[nodiscard]] std::string ruleProfession(const std::optional<Profession>& profession);

} // namespace palpate::app
