// SPDX-License-Identifier: MIT
#pragma once

#include "domain/Session.h"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace palpate::storage {

/// What is looked for; an empty member does not restrict.
struct SessionQuery {
    /// Words are beginnings of words, "quoted words" stand in this order, -word excludes. Case and
    /// accents do not matter; any text is allowed; one of signs alone finds nothing.
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

/// A place in the hits, which run newest first: what a page goes on behind. Good as long as the
/// session stands; sessions added meanwhile shift nothing.
using HitKey = std::int64_t;

/// Some hits of many.
struct HitPage {
    int limit = 50;
    std::optional<HitKey> behind = {}; ///< the key of the last hit of the page before
};

/// A session that a filter finds, with what of it a line may tell.
struct FoundSession {
    HitKey key = 0;
    SessionHit hit;
    CaseId caseId;
    PractitionerId practitioner;
    std::vector<Finding> findings; ///< all of the session, not only those that the filter means
    std::vector<Treatment> treatments;
    friend bool operator==(const FoundSession&, const FoundSession&) = default;
};
struct SessionPage {
    std::vector<FoundSession> hits; ///< newest first
    bool hasMore = false;
};

/// Counting stops here: "1,000+".
inline constexpr int kMostCounted = 1000;
struct HitCount {
    int count = 0;
    bool isMore = false; ///< there are, or may be, more
    friend bool operator==(const HitCount&, const HitCount&) = default;
};

/// A patient with sessions that a filter finds; the record that goes on answers for merged ones.
struct FoundPatient {
    FoundSession newest; ///< of the sessions found; its key is the place of the patient
    HitCount sessions;   ///< how many were found, to kMostCountedOfPatient
};
inline constexpr int kMostCountedOfPatient = 100;
struct PatientPage {
    std::vector<FoundPatient> hits; ///< by their newest session found, newest first
    bool hasMore = false;
};

} // namespace palpate::storage
