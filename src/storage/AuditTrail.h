// SPDX-License-Identifier: MIT
#pragma once

#include "domain/Clock.h"
#include "domain/Id.h"

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace palpate::storage {

class Engine;
struct CheckResult;

/// What was done.
enum class AuditKind {
    SignIn,
    FailedSignIn,
    SignOut,
    View,
    Create,
    Change,
    Discard,
    Sign,
    Addendum,
    Print,
    Export,
    Erase,
    Migrate,
    TakeOver,  ///< of a draft that another open program charts
    Complete,  ///< of a form
    Refuse,    ///< of what a person has no right to
    Emergency, ///< a restricted record was opened all the same
    Destroy,   ///< of a whole record
    Lock,      ///< of the screen
    Unlock,
};

/// What it was done to.
enum class AuditSubject {
    Clinic,
    Practitioner,
    Patient,
    Case,
    Session,
    AuditRow,
    ContactNote,
    Document,
    Disclosure,
    Template, ///< named in the detail
    Form,
    RaisedFlag,
    FlagDeed, ///< what was done about a raised flag
    CarePlanItem,
    Restriction, ///< of who may open a record
    Amendment,   ///< a patient's request to change the record
    Retention,   ///< the rules of it
};

/// One row of the trail.
struct AuditEntry {
    std::int64_t seq = 0; ///< 1, 2, 3 ... without a gap
    Instant at;
    PractitionerId by;
    AuditKind kind = AuditKind::View;
    std::optional<PatientId> patient; ///< whose record it touched
    AuditSubject subject = AuditSubject::Clinic;
    std::optional<Uuid> subjectId;
    std::string detail; ///< lines; those of a change begin with "-" (old) or "+" (new). Empty: none
                        ///< or erased
    bool detailErased = false; ///< the row stands, its detail was lawfully removed
    friend bool operator==(const AuditEntry&, const AuditEntry&) = default;
};

/// Which rows are wanted; an empty member does not restrict.
struct AuditFilter {
    std::optional<PatientId> patient;
    std::optional<PractitionerId> practitioner;
    std::optional<AuditKind> kind;
    std::optional<Instant> from;           ///< at or after
    std::optional<Instant> to;             ///< before
    std::optional<std::int64_t> beforeSeq; ///< the next page: only rows older than this one
    int limit = 100;
};

/// What rows are put in the order of; those that are alike newest first.
enum class AuditSort {
    Time,
    Who,    ///< by the name as it is now
    What,   ///< by kind, then by subject
    Record, ///< by family name, those about no record last
};
/// A stretch of the rows that a filter lets through (`beforeSeq` and `limit` of it do not count).
struct AuditPageWish {
    AuditFilter filter;
    AuditSort sort = AuditSort::Time;
    bool isAscending = false; ///< oldest, or A, first
    std::int64_t skipped = 0;
    int limit = 100;
};
/// A row with the names that belong to it now.
struct NamedAuditEntry {
    AuditEntry entry;
    std::string who;
    std::string record;             ///< empty: about no record, or one that is gone
    std::optional<Instant> session; ///< when the session began that it is about
    friend bool operator==(const NamedAuditEntry&, const NamedAuditEntry&) = default;
};

/// Whose record rows may be about.
struct AuditPatient {
    PatientId id;
    std::string name;      ///< given and family name
    std::string birthDate; ///< ISO 8601; empty: not known
};

/// The newest row: whoever has noted it can tell later whether anything before it was altered.
struct TrailHead {
    std::int64_t count = 0;
    std::array<std::uint8_t, 32>
        hash{}; ///< BLAKE2b-256 of the row, which holds that of the one before
    friend bool operator==(const TrailHead&, const TrailHead&) = default;
};

/// Who did or saw what, when: append-only, each row holding the hash of the one before it. The
/// repositories write their rows themselves, in the transaction of the act.
class AuditTrail {
public:
    explicit AuditTrail(Engine& engine) noexcept : engine_{engine} {}

    /// For acts that change no record: a report printed, an export written.
    void record(AuditKind kind, std::optional<PatientId> patient, std::string_view detail);
    /// Of what the person signed in has no right to: `act` in words, "to read the audit trail". At
    /// most one row a minute for the same act on the same record, so that a loop can't flood the
    /// trail.
    void recordRefusal(std::optional<PatientId> patient, std::string_view act);
    /// Newest first. AccessDenied: the front desk.
    [[nodiscard]] std::vector<AuditEntry> list(const AuditFilter& filter) const;
    /// Rows about a patient include those of records that were merged into theirs.
    [[nodiscard]] std::vector<NamedAuditEntry> page(const AuditPageWish& wish) const;
    /// Patients whose name, or family name, begins so, by name; for whoever reads the trail alone.
    [[nodiscard]] std::vector<AuditPatient> patientsNamed(std::string_view beginning,
                                                          int limit) const;
    /// How many rows the filter lets through.
    [[nodiscard]] std::int64_t count(const AuditFilter& filter) const;
    [[nodiscard]] TrailHead head() const;
    /// Reads the whole trail: its hashes, its details and its signed heads, one result each. Part
    /// of `Store::verify`.
    [[nodiscard]] std::vector<CheckResult> check() const;
    /// Removes the detail of a row, for the law's sake; the row, its hash and this removal stay.
    /// Owners only, else AccessDenied. `reason` is kept.
    void eraseDetail(std::int64_t seq, std::string_view reason);

private:
    Engine& engine_;
};

/// The words of stored rows: "sign_in", "view" ...
[[nodiscard]] std::string_view name(AuditKind kind) noexcept;
[[nodiscard]] std::optional<AuditKind> parseAuditKind(std::string_view text) noexcept;
[[nodiscard]] std::string_view name(AuditSubject subject) noexcept;
[[nodiscard]] std::optional<AuditSubject> parseAuditSubject(std::string_view text) noexcept;

} // namespace palpate::storage
