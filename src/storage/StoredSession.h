// SPDX-License-Identifier: MIT
#pragma once

#include "domain/Session.h"

#include <cstdint>
#include <optional>
#include <utility>

namespace palpate::storage {

/// A session with what only storage knows of it.
struct StoredSession {
    std::int64_t no = 0;
    std::int64_t searchKey = 0;
    std::int64_t caseNo = 0;
    std::int64_t patientNo = 0;
    Session session;
};

/// The session that was begun last, good only within the same transaction: bulk loading signs a
/// session without reading back what it has just written.
class JustBegun {
public:
    void remember(std::int64_t transaction, StoredSession stored) {
        transaction_ = transaction;
        stored_ = std::move(stored);
    }
    void forget() noexcept { stored_.reset(); }
    [[nodiscard]] std::optional<StoredSession> take(std::int64_t transaction, const SessionId& id) {
        auto taken = std::exchange(stored_, std::nullopt);
        return taken && transaction == transaction_ && taken->session.id == id ? std::move(taken)
                                                                               : std::nullopt;
    }

private:
    std::int64_t transaction_ = 0;
    std::optional<StoredSession> stored_;
};

} // namespace palpate::storage
