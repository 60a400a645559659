// SPDX-License-Identifier: MIT
#pragma once

#include "domain/Id.h"
#include "reference/Names.h"
#include "reference/Sources.h"

#include <cstddef>
#include <filesystem>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace palpate::reference {

/// Where the complaint is for which a question is asked. General: of everybody.
enum class FlagRegion { LowBack, Neck, Headache, Shoulder, Chest, HipLeg, General };

/// How soon somebody must be seen.
struct Urgency {
    std::string key;     ///< "emergency", "urgent", "soon", "monitor"
    std::string meaning; ///< "emergency care now"
    friend bool operator==(const Urgency&, const Urgency&) = default;
};

/// A screening question whose "yes" may call for a physician. It supports a trained practitioner;
/// alone most of them say little.
struct KnownRedFlag {
    RedFlagKey key;
    std::vector<FlagRegion> regions; ///< never empty
    std::string ask;                 ///< the question to the person
    std::string pointsTo;            ///< "cauda equina syndrome"
    std::size_t urgency = 0;         ///< place in RedFlags::urgencies(): 0 is the most pressing
    std::string action;              ///< what the practitioner does
    std::vector<std::string> strongerWith;
    Confidence confidence = Confidence::Low; ///< in the advice, not a test's accuracy
    std::vector<SourceKey> sources;
    friend bool operator==(const KnownRedFlag&, const KnownRedFlag&) = default;
};

/// red-flags.json.
class RedFlags {
public:
    /// Adds the file's sources to `sources`. Throws DataError naming file, row and field.
    [[nodiscard]] static RedFlags load(const std::filesystem::path& file, Sources& sources);

    /// In the order of the table.
    [[nodiscard]] const std::vector<KnownRedFlag>& all() const noexcept { return flags_; }
    /// The most pressing first; never empty.
    [[nodiscard]] const std::vector<Urgency>& urgencies() const noexcept { return urgencies_; }
    /// nullptr when there is none. It lives as long as this table.
    [[nodiscard]] const KnownRedFlag* find(const RedFlagKey& key) const noexcept;
    [[nodiscard]] const Urgency* findUrgency(std::string_view key) const noexcept;
    [[nodiscard]] const Urgency& urgencyOf(const KnownRedFlag& flag) const {
        return urgencies_.at(flag.urgency);
    }
    /// What to bear in mind with all of them: "judge clusters, course and the whole person".
    [[nodiscard]] const std::string& note() const noexcept { return note_; }
    /// Those asked for one of the regions, the most pressing first; of one urgency those that name
    /// a region before the general ones, then in the order of the table.
    [[nodiscard]] std::vector<const KnownRedFlag*>
    concerning(std::span<const FlagRegion> regions) const;
    /// Those in whose question or meaning each typed word begins a word, in any order; at most
    /// `limit`.
    [[nodiscard]] std::vector<RedFlagKey> search(std::string_view typed, std::size_t limit) const;

private:
    std::vector<KnownRedFlag> flags_;
    std::vector<Urgency> urgencies_;
    std::string note_;
    std::unordered_map<RedFlagKey, std::size_t> places_;
    Names names_;
};

} // namespace palpate::reference
