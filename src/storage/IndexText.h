// SPDX-License-Identifier: MIT
#pragma once

#include "storage/SearchText.h"

#include <algorithm>
#include <functional>
#include <set>
#include <string>
#include <string_view>
#include <utility>

namespace palpate::storage {

/// Collects the text of one index row. A text that comes again, as the name of a muscle with every
/// point in it, is there once: it is found as well, and a common word's part of the index is
/// shorter.
class IndexText {
public:
    void text(std::string_view words) {
        if (words.empty() || !texts_.emplace(words).second) {
            return;
        }
        const auto begin = out_.size();
        out_ += folded(words);
        // A text must not be able to spell one of our own words: their mark becomes blanks.
        for (auto at = out_.find("\xEE\x80", begin); at != std::string::npos;
             at = out_.find("\xEE\x80", at + 3)) {
            std::fill_n(out_.begin() + static_cast<std::ptrdiff_t>(at),
                        std::min<std::size_t>(3, out_.size() - at), ' ');
        }
        out_ += kTextBorder;
    }
    void tag(const std::string& word) { tags_.insert(word); }
    [[nodiscard]] std::string result() {
        for (const auto& tag : tags_) {
            out_.append(tag).push_back(' ');
        }
        return std::move(out_);
    }

private:
    std::string out_;
    std::set<std::string, std::less<>> texts_;
    std::set<std::string> tags_;
};

} // namespace palpate::storage
