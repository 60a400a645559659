// SPDX-License-Identifier: MIT
#include "reference/Names.h"

#include "reference/Words.h"

#include <algorithm>
#include <utility>

namespace palpate::reference {

namespace {

[[nodiscard]] std::string joined(const std::vector<std::string>& words) {
    std::string text;
    for (const auto& word : words) {
        text += (text.empty() ? "" : " ") + word;
    }
    return text;
}

} // namespace

void Names::add(std::size_t row, std::string_view name) {
    auto words = wordsOf(folded(name));
    if (words.empty()) {
        return;
    }
    auto& rows = whole_[joined(words)];
    if (std::ranges::find(rows, row) == rows.end()) {
        rows.insert(std::ranges::upper_bound(rows, row), row);
    }
    names_.push_back({row, std::move(words)});
}

std::vector<std::size_t> Names::lookUp(std::string_view text) const {
    const auto found = whole_.find(joined(wordsOf(folded(text))));
    return found == whole_.end() ? std::vector<std::size_t>{} : found->second;
}

std::vector<std::size_t> Names::search(std::string_view typed, std::size_t limit) const {
    const auto words = wordsOf(folded(typed));
    auto found = lookUp(typed);
    if (!words.empty()) {
        std::vector<std::size_t> more;
        for (const auto& name : names_) {
            const bool isNew = std::ranges::find(found, name.row) == found.end() &&
                               std::ranges::find(more, name.row) == more.end();
            if (isNew && eachBeginsAWord(words, name.words)) {
                more.push_back(name.row);
            }
        }
        std::ranges::sort(more);
        found.insert(found.end(), more.begin(), more.end());
    }
    if (found.size() > limit) {
        found.resize(limit);
    }
    return found;
}

} // namespace palpate::reference
