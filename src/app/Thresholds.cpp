// SPDX-License-Identifier: MIT
#include "app/Thresholds.h"

#include "app/SentenceWords.h"
#include "domain/Message.h"
#include "reference/Reference.h"

#include <algorithm>

namespace palpate::app {

namespace {

[[nodiscard]] Threshold thresholdOf(const reference::ImportantChange& row,
                                    const reference::Reference& reference) {
    Threshold threshold{.points = row.value,
                        .population = row.population,
                        .sourceUnchecked = reference.sources().warningFor(row.sources).has_value()};
    if (!row.sources.empty()) {
        if (const auto* source = reference.sources().find(row.sources.front())) {
            threshold.citation = source->citation;
            threshold.source = shortCitation(source->citation);
        }
    }
    return threshold;
}

/// A figure for one activity says nothing of the mean of several.
[[nodiscard]] bool isOfTotal(const reference::ImportantChange& row) {
    return row.unit.find("single") == std::string::npos;
}

[[nodiscard]] bool isFor(const reference::ImportantChange& row, BodyArea area) {
    return std::ranges::count(row.appliesTo, area) != 0;
}

} // namespace

std::string shortCitation(const std::string& citation) {
    const auto space = citation.find(' ');
    const auto second = space == std::string::npos ? std::string{} : citation.substr(space + 1);
    // "Childs JD, ..." is a person with initials, "American Medical Association. ..." is none.
    const auto initials = second.find_first_not_of("ABCDEFGHIJKLMNOPQRSTUVWXYZ");
    const bool isPerson = initials != 0 && initials != std::string::npos &&
                          (second[initials] == ',' || second[initials] == '.' ||
                           second[initials] == ' ' || second[initials] == ';');
    const auto author = citation.substr(0, isPerson ? space : citation.find(". "));
    for (std::size_t i = 0; i + 4 <= citation.size(); ++i) {
        const auto year = citation.substr(i, 4);
        const bool isYear = (year.starts_with("19") || year.starts_with("20")) &&
                            year.find_first_not_of("0123456789") == std::string::npos;
        if (isYear) {
            return author + " " + year;
        }
    }
    return author;
}

std::string Threshold::grounds() const {
    return population + (source.empty() ? "" : "; " + source) +
           (sourceUnchecked ? std::string{"; "} + tr("source not yet checked") : "");
}

std::string Threshold::footnote() const {
    const auto named = citation.empty() ? population : population + ": " + citation;
    return sourceUnchecked ? shown({tr("{1} (source not yet checked)"), {named}}) : named;
}

std::string Threshold::figure() const {
    return plainNumber(points);
}

Thresholds thresholdsOf(const reference::MeasureKey& measure, BodyArea area,
                        const reference::Reference& reference) {
    Thresholds known;
    const auto& measures = reference.outcomeMeasures();
    if (const auto* row = measures.preferredChange(measure, area)) {
        known.matters = thresholdOf(*row, reference);
    }
    if (const auto* row = measures.preferredPercentChange(measure, area)) {
        known.mattersPercent = thresholdOf(*row, reference);
    }
    for (const auto* row : measures.detectableChanges(measure, area)) {
        if (!row->isPercent() && isOfTotal(*row) &&
            (!known.detectable || row->value > known.detectable->points)) {
            known.detectable = thresholdOf(*row, reference);
        }
    }
    if (const auto* rated = measures.find(measure)) {
        for (const auto& row : rated->changes) {
            const bool fits = isFor(row, area) || (!known.anchor && isFor(row, BodyArea::Any));
            if (row.kind == reference::ChangeKind::Anchor && fits) {
                known.anchor = thresholdOf(row, reference);
            }
        }
    }
    return known;
}

} // namespace palpate::app
