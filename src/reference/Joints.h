// SPDX-License-Identifier: MIT
#pragma once

#include "domain/Id.h"
#include "domain/Message.h"
#include "domain/Treatment.h"
#include "reference/LogFields.h"
#include "reference/Names.h"
#include "reference/Sources.h"

#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace palpate::reference {

enum class JointKind { Vertebra, Segment, Joint };
/// Whether a side is said with it. Never: it lies in the midline. May: a level of the spine as a
/// whole, or of one side. Must: there are two.
enum class JointSides { Never, May, Must };

/// A vertebra, a segment of the spine or another joint.
struct KnownJoint {
    JointKey key;                        ///< "C5", "L4-L5", "sacroiliac"
    std::string label;                   ///< "C5", "sacroiliac joint": as within a sentence
    std::vector<std::string> alsoCalled; ///< "SIJ", "SI", "atlas"
    JointKind kind = JointKind::Joint;
    JointSides sides = JointSides::Must;
    std::vector<RegionKey> regions; ///< of the skin over it, at least one
    std::string logged; ///< how the log's `joint_level` says it; empty for a single vertebra
    std::vector<SourceKey> sources;
    friend bool operator==(const KnownJoint&, const KnownJoint&) = default;
};

/// joints.json: what `joint_level` of the treatment log names, and the single vertebrae.
class Joints {
public:
    /// Adds the file's sources to `sources`. Throws DataError naming file, row and field; a choice
    /// of `joint_level` without a row, but for "other", is one.
    [[nodiscard]] static Joints load(const std::filesystem::path& file, const LogFields& fields,
                                     Sources& sources);

    /// In the order of the table: from the head down.
    [[nodiscard]] const std::vector<KnownJoint>& all() const noexcept { return joints_; }
    /// nullptr when there is none. It lives as long as this table.
    [[nodiscard]] const KnownJoint* find(const JointKey& key) const noexcept;
    /// The joints whose label or other name the whole text is. Case, white space, hyphens and the
    /// letter of a second level don't matter: "l4 5", "L4/5" and "L4-L5" are the same.
    [[nodiscard]] std::vector<JointKey> lookUp(std::string_view text) const;
    /// Those of lookUp(), then those with a name in which each typed word begins a word; at most
    /// `limit`.
    [[nodiscard]] std::vector<JointKey> search(std::string_view typed, std::size_t limit) const;
    /// Why that can't be a target: a joint that the table lacks, or a wrong side.
    [[nodiscard]] std::optional<Message> problem(const JointTarget& target) const;

private:
    std::vector<KnownJoint> joints_;
    std::unordered_map<JointKey, std::size_t> places_;
    Names names_;
};

} // namespace palpate::reference
