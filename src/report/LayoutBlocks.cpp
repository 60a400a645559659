// SPDX-License-Identifier: MIT
#include "report/LayoutBlocks.h"

#include <array>
#include <utility>

namespace palpate::report {
namespace {

constexpr std::array<std::pair<std::string_view, LayoutBlock>, 6> kBlocks{{
    {"header", LayoutBlock::Header},
    {"summary-cards", LayoutBlock::SummaryCards},
    {"columns", LayoutBlock::Columns},
    {"signature", LayoutBlock::Signature},
    {"footnotes", LayoutBlock::Footnotes},
    {"page-break", LayoutBlock::PageBreak},
}};

} // namespace

std::optional<LayoutBlock> layoutBlockNamed(std::string_view name) noexcept {
    for (const auto& [known, block] : kBlocks) {
        if (known == name) {
            return block;
        }
    }
    return std::nullopt;
}

std::string layoutBlockNames() {
    std::string names;
    for (const auto& [name, block] : kBlocks) {
        names += names.empty() ? "" : ", ";
        names += name;
    }
    return names;
}

} // namespace palpate::report
