// SPDX-License-Identifier: MIT
#include "app/FormSources.h"

#include "app/ReportSources.h"
#include "reference/Reference.h"

#include <algorithm>
#include <vector>

namespace palpate::app {

namespace {

using Rows = std::vector<std::vector<SourceKey>>;

void addRow(const std::vector<std::string>& named, Rows& rows) {
    std::vector<SourceKey> row;
    for (const auto& text : named) {
        if (const auto key = SourceKey::from(text)) {
            row.push_back(*key);
        }
    }
    if (!row.empty() && std::ranges::find(rows, row) == rows.end()) {
        rows.push_back(std::move(row));
    }
}

void addItems(const std::vector<forms::Item>& items, Rows& rows) {
    for (const auto& item : items) {
        addRow(item.sources, rows);
        addItems(item.items, rows);
    }
}

} // namespace

std::string formSources(const forms::Questionnaire& form, const reference::Reference& reference) {
    Rows rows;
    addRow(form.sources, rows);
    addItems(form.items, rows);
    return sourceWords(rows, reference);
}

} // namespace palpate::app
