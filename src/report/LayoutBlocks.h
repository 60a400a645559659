// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace palpate::report {

/// The fenced blocks that a template may use beside Markdown (docs/templates.md).
enum class LayoutBlock {
    Header,
    SummaryCards,
    Columns,
    Box,
    KeyValues,
    Address,
    Signature,
    Footnotes,
    PageBreak
};

[[nodiscard]] std::optional<LayoutBlock> layoutBlockNamed(std::string_view name) noexcept;
/// "header, summary-cards, ...", for messages.
[[nodiscard]] std::string layoutBlockNames();
[[nodiscard]] std::vector<std::string_view> layoutBlockList();

} // namespace palpate::report
