// SPDX-License-Identifier: MIT
#pragma once

#include "domain/Body.h"
#include "domain/Id.h"
#include "domain/Scores.h"

#include <array>
#include <optional>
#include <string>
#include <string_view>

namespace palpate {

/// A sign is one of three things; "not assessed" is never "absent".
enum class Sign { NotAssessed, Absent, Present };
/// Whether the patient recognises the pain that the point gives as theirs.
enum class Recognition { NotAssessed, No, Partly, Yes };
/// The practitioner's judgement of a point. Source: [DELPHI2018]
enum class State { Active, Latent, Resolved };
/// A second axis beside the state. Source: [TS1]
enum class Relation { Primary, Satellite, Key };

/// How a point known from before was found against last time, in one word of the practitioner.
/// Still: found as last time. Better, Worse: changed. Gone: no longer there.
enum class Settled { Still, Better, Worse, Gone };

/// The signs looked for at a point, recorded one by one. Source of the list: [DELPHI2018], [TS1]
struct Signs {
    Sign tautBand = Sign::NotAssessed;
    Sign tenderSpot = Sign::NotAssessed; ///< hypersensitive spot in the band
    Sign referredPain = Sign::NotAssessed;
    Recognition recognised = Recognition::NotAssessed;
    Sign twitch = Sign::NotAssessed; ///< local twitch response
    Sign jump = Sign::NotAssessed;   ///< jump sign
    friend bool operator==(const Signs&, const Signs&) = default;
};

/// A point in a muscle of this patient that keeps its identity from session to session.
struct TriggerPoint {
    TriggerPointId id;
    int number =
        1; ///< 1, 2, 3 ... within its case, given once and kept: what map, list and report show
    friend bool operator==(const TriggerPoint&, const TriggerPoint&) = default;
};

/// What was found at one trigger point in one session, before treatment.
struct Finding {
    TriggerPoint point;
    BodyPoint at;     ///< that day's place; a later session may differ
    MuscleKey muscle; ///< the atlas part of that day
    Side side = Side::Middle;
    Layer layer = Layer::Superficial; ///< the layer that was on top when it was marked
    std::optional<ReferencePointKey>
        referencePoint; ///< the known point it matches; empty: none chosen
    Signs signs;
    std::optional<Tenderness> tenderness; ///< before treatment; empty: not assessed
    std::optional<Pressure> threshold;    ///< pressure pain threshold; empty: not measured
    std::optional<State> state;           ///< the practitioner's judgement; empty: not assessed
    std::optional<Relation> relation;     ///< empty: not judged
    std::string note;
    std::optional<Settled> settled = {}; ///< empty: not compared with last time
    friend bool operator==(const Finding&, const Finding&) = default;
};

/// Whether anything at all was entered about the point in that session (a place alone is nothing).
[[nodiscard]] bool isAssessed(const Finding& finding) noexcept;

/// The finding of a new session for a point known from `earlier`: same identity, place, muscle,
/// side and reference point; everything else not assessed. Nothing is copied as if seen.
[[nodiscard]] Finding carriedFrom(const Finding& earlier);

/// The finding of a new session for a point known from `earlier`, settled by one word. Still takes
/// over the judgement, the tenderness and the relation of last time: the word says that they were
/// found again. Better and Worse take over nothing. Gone judges the point resolved. See
/// docs/decisions/0011.
[[nodiscard]] Finding settledFrom(const Finding& earlier, Settled settled);

[[nodiscard]] std::string_view name(Sign sign) noexcept;
[[nodiscard]] std::optional<Sign> parseSign(std::string_view text) noexcept;
[[nodiscard]] std::string_view name(Recognition recognition) noexcept;
[[nodiscard]] std::optional<Recognition> parseRecognition(std::string_view text) noexcept;
[[nodiscard]] std::string_view name(Settled settled) noexcept;
[[nodiscard]] std::optional<Settled> parseSettled(std::string_view text) noexcept;
[[nodiscard]] std::string_view name(State state) noexcept;
[[nodiscard]] std::optional<State> parseState(std::string_view text) noexcept;
[[nodiscard]] std::string_view name(Relation relation) noexcept;
[[nodiscard]] std::optional<Relation> parseRelation(std::string_view text) noexcept;

} // namespace palpate
