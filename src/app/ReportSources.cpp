// SPDX-License-Identifier: MIT
#include "app/ReportSources.h"

#include "app/CaseStory.h"
#include "app/SentenceWords.h"
#include "domain/Message.h"
#include "reference/Reference.h"

#include <algorithm>

namespace palpate::app {

namespace {

/// The article that Palpate grew from: beside another source it adds no evidence to a row.
constexpr std::string_view kOwnArticle = "SEED";

} // namespace

std::string sourceWords(std::span<const std::vector<SourceKey>> rows,
                        const reference::Reference& reference) {
    std::vector<std::string> checked;
    std::vector<std::string> unchecked;
    for (const auto& row : rows) {
        auto& group = reference.sources().warningFor(row) ? unchecked : checked;
        for (const auto& key : row) {
            if (key.text() == kOwnArticle && row.size() > 1) {
                continue;
            }
            const auto* source = reference.sources().find(key);
            const auto words =
                source != nullptr ? shortCitation(source->citation) : "[" + key.text() + "]";
            if (std::ranges::count(group, words) == 0) {
                group.push_back(words);
            }
        }
    }
    std::vector<std::string> parts;
    if (!checked.empty()) {
        parts.push_back(joined(checked, "; "));
    }
    if (!unchecked.empty()) {
        parts.push_back(shown({tr("source not yet checked: {1}"), {joined(unchecked, "; ")}}));
    }
    return joined(parts, "; ");
}

std::string sourcesNote(const std::string& what, std::span<const std::vector<SourceKey>> rows,
                        const reference::Reference& reference) {
    const auto words = sourceWords(rows, reference);
    return words.empty() ? std::string{} : shown({tr("{1}: {2}"), {what, words}});
}

} // namespace palpate::app
