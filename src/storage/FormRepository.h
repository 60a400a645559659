// SPDX-License-Identifier: MIT
#pragma once

#include "domain/FormRecord.h"
#include "domain/Screening.h"

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace palpate::storage {

class Engine;

/// A form that holds what was looked for.
struct FormHit {
    FormRecordId form;
    PatientId patient;
    std::string familyName;
    std::string givenName;
    std::string title;
    Instant at;          ///< completed, else begun
    std::string excerpt; ///< the match among its words
    friend bool operator==(const FormHit&, const FormHit&) = default;
};

/// Forms filled in. One being filled in can be changed and put away; a completed one is frozen by
/// the database. Every call may throw StorageError; nothing is changed then.
class FormRepository {
public:
    explicit FormRepository(Engine& engine) noexcept : engine_{engine} {}

    /// Stores a form being filled in. The caller has settled `problems(record)`. AccessDenied:
    /// `record.by` is not the person signed in. EditRefused: no such patient, case or session.
    void begin(const FormRecord& record);
    /// Replaces the answers of a form being filled in; `seen` are those that were read or written
    /// last. RecordChanged: another program has changed or completed it. Not audited one by one.
    void keep(const FormRecordId& id, const FormAnswers& answers, const FormAnswers& seen);
    /// Who answers from now on. RecordChanged: it was completed or put away meanwhile.
    void setFilledBy(const FormRecordId& id, FilledBy who);
    /// Freezes it with the answers that count, its score and the flags it raised, all in one
    /// transaction, audited. EditRefused: it is completed or put away already.
    /// AccessDenied: `record.by` is neither who began it nor the person signed in.
    void complete(const FormRecord& record, std::span<const RaisedFlag> flags);
    /// The same of a form whose kept answers are `seen`. RecordChanged: they are others meanwhile.
    void complete(const FormRecord& record, std::span<const RaisedFlag> flags,
                  const FormAnswers& seen);
    /// Takes a form being filled in out of the lists. Audited; its answers stay in the file.
    /// EditRefused: it is completed.
    void putAway(const FormRecordId& id);

    /// Newest first; with those of records merged into the patient's. Without those put away.
    [[nodiscard]] std::vector<FormRecord> ofPatient(const PatientId& patient) const;
    [[nodiscard]] std::optional<FormRecord> find(const FormRecordId& id) const;
    /// For a person who looks at it: audited. StorageError: there is none.
    [[nodiscard]] FormRecord open(const FormRecordId& id);
    /// Beginnings of words, as in the sessions' text, in titles, questions and answers; the newest
    /// first.
    [[nodiscard]] std::vector<FormHit> search(std::string_view typed, int limit) const;

private:
    void write(const FormRecord& record, std::span<const RaisedFlag> flags,
               const FormAnswers* seen);

    Engine& engine_;
};

} // namespace palpate::storage
