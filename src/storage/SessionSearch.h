// SPDX-License-Identifier: MIT
#pragma once

#include "domain/Session.h"

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

namespace palpate::storage {

/// What is looked for; an empty member does not restrict.
struct SessionQuery {
    /// Words are beginnings of words, "quoted words" stand in this order, -word excludes. Case and
    /// accents do not matter; any text is allowed.
    std::string text;
    std::optional<PatientId> patient;
    std::optional<MuscleKey> muscle; ///< with a finding or a treatment in it
    std::optional<Side> side;        ///< of `muscle`; alone it does not restrict
    std::optional<TechniqueKey> technique;
    std::optional<Instant> from; ///< started at or after
    std::optional<Instant> to;   ///< started before
    int limit = 50;
};

/// A stretch of text that matched, in bytes.
struct TextSpan {
    std::size_t begin = 0;
    std::size_t length = 0;
    friend bool operator==(const TextSpan&, const TextSpan&) = default;
};

struct SessionHit {
    SessionId session;
    PatientId patient;       ///< the record that goes on, when the session's own was merged
    std::string patientName; ///< "Ana Kovács"
    Instant startedAt;
    bool isSigned = false;
    std::string
        snippet; ///< some words around the first match; the note's beginning when no word matched
    std::vector<TextSpan> matches; ///< in `snippet`, in order
    friend bool operator==(const SessionHit&, const SessionHit&) = default;
};

} // namespace palpate::storage
