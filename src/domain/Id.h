// SPDX-License-Identifier: MIT
#pragma once

#include "domain/Clock.h"

#include <array>
#include <compare>
#include <cstdint>
#include <functional>
#include <optional>
#include <random>
#include <string>
#include <string_view>

namespace palpate {

/// 16 bytes in network order; text form is the 36 characters of RFC 9562, lower case.
class Uuid {
public:
    using Bytes = std::array<std::uint8_t, 16>;

    explicit Uuid(const Bytes& bytes) noexcept : bytes_{bytes} {}
    /// Empty unless `text` is exactly 8-4-4-4-12 hexadecimal digits.
    [[nodiscard]] static std::optional<Uuid> parse(std::string_view text);
    [[nodiscard]] std::string text() const;
    [[nodiscard]] const Bytes& bytes() const noexcept { return bytes_; }
    friend auto operator<=>(const Uuid&, const Uuid&) noexcept = default;

private:
    Bytes bytes_;
};

/// Makes version-7 UUIDs (RFC 9562, section 5.7): 48 bits of Unix milliseconds, then a counter,
/// then chance. Those of one maker rise strictly, also within one millisecond. The clock must
/// outlive it. Not thread-safe.
class IdMaker {
public:
    /// Chance from the operating system.
    explicit IdMaker(const Clock& clock);
    /// The same identifiers for the same seed and the same readings of the clock: demonstration
    /// data, tests.
    IdMaker(const Clock& clock, std::uint64_t seed);

    [[nodiscard]] Uuid next();

private:
    const Clock& clock_;
    std::mt19937_64 chance_;
    Milliseconds last_{};
    std::uint32_t counter_ = 0;
};

/// Identity of one kind of record: a UUIDv7, made here and never by the database, so that the
/// records of two computers can meet. Two kinds never mix, and a bare string never becomes one.
template <class Tag> class Id {
public:
    [[nodiscard]] static Id create(IdMaker& maker) { return Id{maker.next()}; }
    [[nodiscard]] static std::optional<Id> parse(std::string_view text) {
        const auto uuid = Uuid::parse(text);
        return uuid ? std::optional<Id>{Id{*uuid}} : std::nullopt;
    }
    [[nodiscard]] static Id from(const Uuid& value) noexcept { return Id{value}; }
    [[nodiscard]] const Uuid& value() const noexcept { return value_; }
    [[nodiscard]] std::string text() const { return value_.text(); }
    friend auto operator<=>(const Id&, const Id&) noexcept = default;

private:
    explicit Id(Uuid value) noexcept : value_{value} {}
    Uuid value_;
};

using PractitionerId = Id<struct PractitionerTag>;
using PatientId = Id<struct PatientTag>;
using CaseId = Id<struct CaseTag>;
using SessionId = Id<struct SessionTag>;
using TriggerPointId = Id<struct TriggerPointTag>;
using TreatmentId = Id<struct TreatmentTag>;
using AddendumId = Id<struct AddendumTag>;
using PainAreaId = Id<struct PainAreaTag>;
using GoalId = Id<struct GoalTag>;
using ContactNoteId = Id<struct ContactNoteTag>;
using ConsentId = Id<struct ConsentTag>;
using DocumentId = Id<struct DocumentTag>;
using DisclosureId = Id<struct DisclosureTag>;

/// Key of a row in a shipped table (atlas, reference), such as "quadratus_lumborum". Never empty.
template <class Tag> class Key {
public:
    /// Empty unless `text` is 1 to 80 of a-z, A-Z, 0-9, '_', '.', '-'.
    [[nodiscard]] static std::optional<Key> from(std::string_view text);
    [[nodiscard]] const std::string& text() const noexcept { return text_; }
    friend auto operator<=>(const Key&, const Key&) = default;

private:
    explicit Key(std::string text) : text_{std::move(text)} {}
    std::string text_;
};

[[nodiscard]] bool isKeyText(std::string_view text) noexcept;

template <class Tag> std::optional<Key<Tag>> Key<Tag>::from(std::string_view text) {
    return isKeyText(text) ? std::optional<Key>{Key{std::string{text}}} : std::nullopt;
}

using MuscleKey = Key<struct MuscleKeyTag>;                 ///< atlas muscle part, without side
using RegionKey = Key<struct RegionKeyTag>;                 ///< atlas body region, without side
using TechniqueKey = Key<struct TechniqueKeyTag>;           ///< row of techniques.json
using LogFieldKey = Key<struct LogFieldKeyTag>;             ///< row of log-fields.json
using ReferencePointKey = Key<struct ReferencePointKeyTag>; ///< row of trigger-points.json
using AlertKey = Key<struct AlertKeyTag>;       ///< row of contraindications.json, alerts
using MotionKey = Key<struct MotionKeyTag>;     ///< row of rom.json: one motion of one joint
using TestKey = Key<struct TestKeyTag>;         ///< row of tests.json
using HomeCareKey = Key<struct HomeCareKeyTag>; ///< row of home-care.json
using JointKey =
    Key<struct JointKeyTag>; ///< vertebra, segment or joint: "C5", "L4-L5", "sacroiliac"
using RedFlagKey = Key<struct RedFlagKeyTag>; ///< row of red-flags.json
using SourceKey = Key<struct SourceKeyTag>;   ///< a source of a clinical fact

} // namespace palpate

template <> struct std::hash<palpate::Uuid> {
    std::size_t operator()(const palpate::Uuid& uuid) const noexcept {
        return std::hash<std::string_view>{}(
            // The bytes are plain data; a view of them is only hashed, never kept.
            std::string_view{reinterpret_cast<const char*>(uuid.bytes().data()), 16});
    }
};
template <class Tag> struct std::hash<palpate::Id<Tag>> {
    std::size_t operator()(const palpate::Id<Tag>& id) const noexcept {
        return std::hash<palpate::Uuid>{}(id.value());
    }
};
template <class Tag> struct std::hash<palpate::Key<Tag>> {
    std::size_t operator()(const palpate::Key<Tag>& key) const noexcept {
        return std::hash<std::string>{}(key.text());
    }
};
