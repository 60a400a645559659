// SPDX-License-Identifier: MIT
#pragma once

#include "storage/Presence.h"
#include "storage/SessionRepository.h"
#include "storage/StoredSession.h"

#include <set>

namespace palpate::storage {

/// Which drafts this store charts, beside the rows of session_claim. All inside a transaction.
class SessionClaims {
public:
    explicit SessionClaims(const std::filesystem::path& clinicFolder) : presence_{clinicFolder} {}

    /// As SessionRepository::claim, of a draft.
    [[nodiscard]] std::optional<SessionHolder> claim(Engine& engine, const StoredSession& session,
                                                     ClaimWish wish);
    void release(Engine& engine, const SessionId& session);
    [[nodiscard]] std::optional<SessionHolder> holder(Engine& engine,
                                                      const SessionId& session) const;
    /// SessionTaken when another open store charts the draft, or has taken it from this one.
    void requireNotTaken(Engine& engine, const SessionId& session) const;
    /// Whether any open store charts the draft, this one too.
    [[nodiscard]] bool isCharted(Engine& engine, const SessionId& session) const;
    /// The newest claim of the person signed in whose program has ended without letting go.
    [[nodiscard]] std::optional<SessionId> leftOpen(Engine& engine) const;
    /// As `release` of each.
    void releaseAll(Engine& engine);
    /// Lets go of all: without a row being written, as the lock tells that we are gone.
    void end() noexcept;

private:
    Presence presence_;
    std::set<SessionId> ours_; ///< claimed here and not released, whoever has taken them since
};

} // namespace palpate::storage
