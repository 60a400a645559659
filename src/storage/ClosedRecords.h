// SPDX-License-Identifier: MIT
#pragma once

#include "domain/Error.h"
#include "domain/Practitioner.h"
#include "storage/Connection.h"

#include <cstdint>
#include <string>
#include <vector>

namespace palpate::storage {

class Engine;

/// Which records are restricted, and which of them are closed to a person, at one moment. Merged
/// records count as one.
class ClosedRecords {
public:
    ClosedRecords() = default; ///< none
    /// Inside a transaction.
    ClosedRecords(Connection& connection, const Practitioner& who, Instant now);

    /// Whether nothing at all is closed to the person: then no look-up needs to care.
    [[nodiscard]] bool isEmpty() const noexcept { return closedNos_.empty(); }
    [[nodiscard]] bool isRestricted(const PatientId& patient) const;
    [[nodiscard]] bool isClosed(const PatientId& patient) const;
    [[nodiscard]] bool isClosed(std::int64_t patientNo) const;
    /// Those closed, in the order in which they were added.
    [[nodiscard]] std::vector<PatientId> closed() const;
    /// Their row numbers, ascending, those of merged records among them.
    [[nodiscard]] const std::vector<std::int64_t>& closedNos() const noexcept { return closedNos_; }
    /// The same as a JSON array, for a statement's json_each.
    [[nodiscard]] std::string closedNosText() const;

private:
    struct Record {
        std::int64_t no = 0;
        PatientId id;
        bool isClosed = false;
    };
    std::vector<Record> restricted_;      ///< ascending by number
    std::vector<std::int64_t> closedNos_; ///< ascending
};

/// What is thrown for a closed record. Inside a transaction.
[[nodiscard]] RecordRestricted restricted(Connection& connection, const PatientId& patient);

/// Throws RecordRestricted when the record is closed to the person signed in. Inside a transaction.
void requireOpenTo(Engine& engine, const PatientId& patient);
/// The record that the case or the session is in; nothing happens when there is no such.
void requireOpenTo(Engine& engine, const CaseId& caseId);
void requireOpenTo(Engine& engine, const SessionId& session);

} // namespace palpate::storage
