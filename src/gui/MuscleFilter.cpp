// SPDX-License-Identifier: MIT
#include "gui/MuscleFilter.h"

#include "gui/MuscleTree.h"
#include "gui/Words.h"

#include <algorithm>
#include <cwctype>

namespace palpate::gui {

namespace {

[[nodiscard]] std::vector<std::wstring> wordsOf(const std::wstring& text) {
    std::vector<std::wstring> words;
    std::wstring word;
    for (const wchar_t letter : text) {
        if (std::iswalnum(static_cast<std::wint_t>(letter)) || letter > 0x7F) {
            word += static_cast<wchar_t>(std::towlower(static_cast<std::wint_t>(letter)));
        } else if (!word.empty()) {
            words.push_back(std::move(word));
            word.clear();
        }
    }
    if (!word.empty()) {
        words.push_back(std::move(word));
    }
    return words;
}

[[nodiscard]] std::wstring joined(const std::vector<std::wstring>& words) {
    std::wstring all = L" ";
    for (const std::wstring& word : words) {
        all += word + L" ";
    }
    return all;
}

[[nodiscard]] std::optional<Side> sideOf(const std::wstring& word) {
    return word == L"r" || word == L"right"  ? std::optional{Side::Right}
           : word == L"l" || word == L"left" ? std::optional{Side::Left}
                                             : std::nullopt;
}

} // namespace

MuscleFilter::MuscleFilter(const std::vector<MuscleItem>& muscles) {
    for (const MuscleItem& muscle : muscles) {
        Entry entry;
        const auto add = [&](const std::string& text) {
            const std::wstring words = joined(wordsOf(toWx(text).ToStdWstring()));
            entry.words += words;
            entry.names.push_back(words);
        };
        add(muscle.label);
        for (const std::string& word : muscle.words) {
            add(word);
        }
        entry.words += joined(wordsOf(toWx(muscle.group).ToStdWstring()));
        entries_.push_back(std::move(entry));
    }
}

std::vector<std::size_t> MuscleFilter::holding(const std::vector<std::wstring>& words) const {
    std::vector<std::size_t> left;
    for (std::size_t i = 0; i < entries_.size(); ++i) {
        const bool all = std::all_of(words.begin(), words.end(), [&](const std::wstring& word) {
            return entries_[i].words.find(L" " + word) != std::wstring::npos;
        });
        if (all) {
            left.push_back(i);
        }
    }
    return left;
}

FilteredMuscles MuscleFilter::matches(const wxString& typed) const {
    std::vector<std::wstring> words = wordsOf(typed.ToStdWstring());
    FilteredMuscles found;
    if (words.size() > 1) {
        if (const auto first = sideOf(words.front())) {
            found.side = first;
            words.erase(words.begin());
        } else if (const auto last = sideOf(words.back());
                   last && (words.back().size() > 1 || holding(words).empty())) {
            // "vastus l" is the lateralis; "ql l" the left one.
            found.side = last;
            words.pop_back();
        }
    }
    found.left = holding(words);
    if (words.empty()) {
        return found;
    }
    if (found.left.size() == 1) {
        found.meant = found.left.front();
        return found;
    }
    const std::wstring whole = joined(words);
    std::vector<std::size_t> exact;
    for (const std::size_t i : found.left) {
        const std::vector<std::wstring>& names = entries_[i].names;
        if (std::find(names.begin(), names.end(), whole) != names.end()) {
            exact.push_back(i);
        }
    }
    if (exact.size() == 1) {
        found.meant = exact.front();
    }
    return found;
}

} // namespace palpate::gui
