// SPDX-License-Identifier: MIT
#pragma once

#include "storage/Connection.h"
#include "storage/Crypto.h"
#include "storage/Verification.h"

#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace palpate::storage {

class Engine;

/// Counts a fault and keeps it, unless there are too many to read.
void fault(CheckResult& result, Message message);

/// What is wrong, one line each, of a row that SQLite gives when asked about its pages: one may
/// hold many, under a heading. Empty: the row is `sound`.
[[nodiscard]] std::vector<std::string> faultsIn(const std::string& row, std::string_view sound);

/// Runs a pragma that lists what is wrong in rows; `sound` is the row that says that nothing is.
void listFrom(Engine& engine, CheckResult& result, const std::string& pragma,
              std::string_view sound);

void checkSearchIndex(Engine& engine, CheckResult& result);
void checkDocuments(Engine& engine, CheckResult& result);
void checkDisclosures(Engine& engine, CheckResult& result);
void checkForms(Engine& engine, CheckResult& result);
void checkRaisedFlags(Engine& engine, CheckResult& result);
void checkAmendments(Engine& engine, CheckResult& result);
void checkEmergencies(Engine& engine, CheckResult& result);
void checkDestructions(Engine& engine, CheckResult& result);

/// Of rows `a` of the trail: what they tell of is not gone because its record was destroyed.
inline constexpr std::string_view kNotDestroyed =
    " AND NOT EXISTS (SELECT 1 FROM destruction x WHERE x.patient = a.patient)";

/// By identity, the hash of the detail that the trail keeps of its making; empty where the detail
/// was lawfully erased.
using Told = std::unordered_map<Uuid, std::optional<Digest>>;
/// `rows`: identity and detail.
[[nodiscard]] Told toldBy(Query rows);
/// Whether the trail tells the same; what it tells is struck off.
[[nodiscard]] bool isAsTold(Told& told, const Uuid& id, std::string_view detail);

} // namespace palpate::storage
