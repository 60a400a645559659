// SPDX-License-Identifier: MIT
#pragma once

#include "domain/Id.h"
#include "domain/Message.h"
#include "domain/Session.h"
#include "reference/MuscleNames.h"
#include "reference/Names.h"
#include "reference/Sources.h"
#include "reference/Techniques.h"

#include <filesystem>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace palpate::reference {

/// Self-care that may be agreed on with a patient.
struct KnownHomeCare {
    HomeCareKey key;
    std::string name;
    std::string group; ///< "self_care", "prevention", "lifestyle", "safety"
    std::string what;
    std::string dose; ///< in words, made from the ranges of the table: "hold 20–30 s, 2–3 times,
                      ///< 1–2 times a day"; a proposal for HomeCareItem::dose; may be empty
    std::vector<std::string> cautions;
    Evidence evidence = Evidence::Weak;
    std::string evidenceNote;       ///< may be empty
    std::vector<MuscleKey> muscles; ///< for which it is meant; with `regions` empty: for all
    std::vector<RegionKey> regions;
    std::vector<SourceKey> sources;
    friend bool operator==(const KnownHomeCare&, const KnownHomeCare&) = default;
};

/// home-care.json.
class HomeCare {
public:
    /// Adds the file's sources to `sources`. Throws DataError naming file, row and field. A target
    /// that is no muscle of `names` is a region.
    [[nodiscard]] static HomeCare load(const std::filesystem::path& file, const MuscleNames& names,
                                       Sources& sources);

    /// In the order of the table.
    [[nodiscard]] const std::vector<KnownHomeCare>& all() const noexcept { return items_; }
    /// nullptr when there is none. It lives as long as this table.
    [[nodiscard]] const KnownHomeCare* find(const HomeCareKey& key) const noexcept;
    /// Those meant for one of the muscles or regions, in the order of the table.
    [[nodiscard]] std::vector<const KnownHomeCare*>
    meantFor(std::span<const MuscleKey> muscles, std::span<const RegionKey> regions) const;
    /// Those with a name, group or description in which each typed word begins a word, in any
    /// order: by name first. At most `limit`.
    [[nodiscard]] std::vector<HomeCareKey> search(std::string_view typed, std::size_t limit) const;
    /// Why the item can't be taken, one sentence; empty when it can.
    [[nodiscard]] std::optional<Message> problem(const HomeCareItem& item) const;

private:
    std::vector<KnownHomeCare> items_;
    std::unordered_map<HomeCareKey, std::size_t> places_;
    Names names_;  ///< name and group
    Names others_; ///< and what it is
};

} // namespace palpate::reference
