// SPDX-License-Identifier: MIT
#include "report/LayoutBlocks.h"

#include <array>
#include <utility>

namespace palpate::report {
namespace {

constexpr std::array<std::pair<std::string_view, LayoutBlock>, 9> kBlocks{{
    {"header", LayoutBlock::Header},
    {"summary-cards", LayoutBlock::SummaryCards},
    {"columns", LayoutBlock::Columns},
    {"box", LayoutBlock::Box},
    {"key-values", LayoutBlock::KeyValues},
    {"address", LayoutBlock::Address},
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

std::vector<std::string_view> layoutBlockList() {
    std::vector<std::string_view> names;
    names.reserve(kBlocks.size());
    for (const auto& [name, block] : kBlocks) {
        names.push_back(name);
    }
    return names;
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
