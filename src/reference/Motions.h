// SPDX-License-Identifier: MIT
#pragma once

#include "domain/Id.h"
#include "domain/Measurement.h"
#include "domain/Message.h"
#include "reference/Names.h"
#include "reference/Sources.h"

#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace palpate::reference {

/// One motion of one joint, and its usual range in adults.
struct KnownMotion {
    MotionKey key;
    std::string joint;                   ///< "lumbar": rows of one joint have the same
    std::string motion;                  ///< "lateral_flexion"
    std::string label;                   ///< "Lumbar side-bending"
    std::vector<std::string> alsoCalled; ///< "lumbar lateral flexion", "lx sb" ...
    std::string unit;                    ///< "degrees", "mm", "cm"
    double low = 0;                      ///< usual range, in that unit
    double high = 0;
    double min = 0; ///< a guard against slips of typing, not a limit of nature
    double max = 0;
    double step = 1; ///< for spinners; a value between two steps is allowed
    bool sided = false;
    bool lowerIsBetter = false;
    std::string note; ///< may be empty
    std::vector<SourceKey> sources;
    friend bool operator==(const KnownMotion&, const KnownMotion&) = default;
};

/// Where a value lies beside the usual range. Compare with the other side first.
enum class BesideRange { Below, Within, Above };
[[nodiscard]] BesideRange besideRange(const KnownMotion& motion, double value) noexcept;
/// Whether the value is short of the usual: below the range, or above it where lower is better.
[[nodiscard]] bool isLimited(const KnownMotion& motion, double value) noexcept;

/// rom.json.
class Motions {
public:
    /// Adds the file's sources to `sources`. Throws DataError naming file, row and field.
    [[nodiscard]] static Motions load(const std::filesystem::path& file, Sources& sources);

    /// In the order of the table.
    [[nodiscard]] const std::vector<KnownMotion>& all() const noexcept { return motions_; }
    /// nullptr when there is none. It lives as long as this table.
    [[nodiscard]] const KnownMotion* find(const MotionKey& key) const noexcept;
    /// The motions of which the whole text is a name or short form.
    [[nodiscard]] std::vector<MotionKey> lookUp(std::string_view text) const;
    /// Those of lookUp(), then those with a name in which each typed word begins a word, in any
    /// order: "sb lum". At most `limit`.
    [[nodiscard]] std::vector<MotionKey> search(std::string_view typed, std::size_t limit) const;
    /// Why the measurement can't be taken, one sentence; empty when it can.
    [[nodiscard]] std::optional<Message> problem(const RangeOfMotion& measured) const;

private:
    std::vector<KnownMotion> motions_;
    std::unordered_map<MotionKey, std::size_t> places_;
    Names names_;
};

} // namespace palpate::reference
