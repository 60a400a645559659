// SPDX-License-Identifier: MIT
#pragma once

#include "domain/Message.h"

#include <algorithm>
#include <cstdint>
#include <string_view>
#include <vector>

namespace palpate::storage {

enum class Check {
    CipherPages,     ///< every page's authentication code
    Structure,       ///< tables, indexes, constraints
    ForeignKeys,     ///< every reference leads somewhere
    SearchIndex,     ///< sound, and every session and patient in it
    AuditChain,      ///< each row's hash, and the hash of the row before
    AuditDetails,    ///< each detail fits its row; a missing one was erased by an audited act
    SignedHeads,     ///< the chain still holds every head that was signed
    SigningKeys,     ///< the public keys of keys.json and of the database agree
    SignedSessions,  ///< each signed session's digest and signature
    Addenda,         ///< each addendum's signature
    Documents,       ///< each kept document's bytes and digest, as the trail tells of it
    Disclosures,     ///< each disclosure, as the trail tells of it
    Forms,           ///< each form that was completed or put away, its digest and the trail
    RaisedFlags,     ///< each raised flag and what was done about it, as the trail tells of it
    Amendments,      ///< each request and answer, as the trail tells of it
    Emergencies,     ///< each opening in an emergency, as the trail tells of it
    Destructions,    ///< each destroyed record, as the trail tells of it; nothing of it is left
    FilePermissions, ///< nobody but the owner may read or write
};

/// The word of a check for lists and --json: "audit_chain".
[[nodiscard]] std::string_view name(Check check) noexcept;
/// The check as a sentence for a person.
[[nodiscard]] Message title(Check check);

struct CheckResult {
    Check check = Check::Structure;
    std::int64_t examined = 0;   ///< rows, pages or files looked at
    std::vector<Message> faults; ///< each names the place; at most the first 20
    std::int64_t faultCount = 0;
    [[nodiscard]] bool isSound() const noexcept { return faultCount == 0; }
};

/// What `Store::verify` found, one result a check, in the order of `Check`.
struct VerificationReport {
    std::vector<CheckResult> checks;
    [[nodiscard]] bool isSound() const {
        return std::ranges::all_of(checks, [](const CheckResult& c) { return c.isSound(); });
    }
};

} // namespace palpate::storage
