// SPDX-License-Identifier: MIT
#pragma once

#include "domain/Id.h"
#include "domain/Message.h"

#include <optional>
#include <span>
#include <string>
#include <unordered_map>
#include <vector>

namespace palpate::reference {

/// How much of a source was opened for the row that cites it. List: compared with the list by
/// program.
enum class Read { Full, Excerpt, Abstract, List, None };

/// How firmly a row is known; what each step means for a table is in docs/sources.md.
enum class Confidence { High, Medium, Low };

struct Source {
    SourceKey key;
    std::string citation;
    Read read = Read::None;
    friend bool operator==(const Source&, const Source&) = default;
};

/// Every source that a table cites, each once.
class Sources {
public:
    /// In the order in which they were added.
    [[nodiscard]] const std::vector<Source>& all() const noexcept { return sources_; }
    /// nullptr when no table cites it.
    [[nodiscard]] const Source* find(const SourceKey& key) const noexcept;
    /// "source not yet checked" when nothing that the row cites was opened; empty when at least one
    /// was.
    [[nodiscard]] std::optional<Message> warningFor(std::span<const SourceKey> ofRow) const;

    /// Adds a source. False, and nothing changed, when the key stands for another text already.
    [[nodiscard]] bool add(const Source& source);

private:
    std::vector<Source> sources_;
    std::unordered_map<SourceKey, std::size_t> places_;
};

} // namespace palpate::reference
