// SPDX-License-Identifier: MIT
#pragma once

#include "domain/Case.h"
#include "domain/Id.h"
#include "reference/Sources.h"

#include <filesystem>
#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

namespace palpate::reference {

using MeasureKey = Key<struct MeasureKeyTag>; ///< row of outcome-measures.json, such as "nprs"

/// Mcid: minimal clinically important difference. Mic: minimal important change. Mdc: minimal
/// detectable change, below which a change may be chance. Anchor: a step of the scale itself.
/// CutOff: a difference taken as abnormal.
enum class ChangeKind { Mcid, Mic, Mdc, Anchor, CutOff };
enum class Direction { LowerIsBetter, HigherIsBetter };

/// One published figure of how much change matters.
struct ImportantChange {
    double value = 0;
    std::string unit; ///< "points", "percent of baseline", "mm" ...
    ChangeKind kind = ChangeKind::Mcid;
    std::string population;          ///< in whom it was found
    std::vector<BodyArea> appliesTo; ///< Any: mixed, or not bound to an area
    bool preferred = false;          ///< the one to use for its areas and kind
    std::vector<SourceKey> sources;

    [[nodiscard]] bool isPercent() const noexcept {
        return unit.starts_with("percent of baseline");
    }
    friend bool operator==(const ImportantChange&, const ImportantChange&) = default;
};

struct MeasureScale {
    double min = 0;
    double max = 0;
    double step = 1;
    std::string unit;
    friend bool operator==(const MeasureScale&, const MeasureScale&) = default;
};

/// One item of a measure whose total is their mean or sum.
struct MeasureItem {
    std::string id;
    std::string about; ///< what it asks, not the wording of the questionnaire
    double min = 0;
    double max = 0;
    friend bool operator==(const MeasureItem&, const MeasureItem&) = default;
};

struct OutcomeMeasure {
    MeasureKey key;
    std::string name;
    std::string abbreviation;
    std::string construct; ///< what it measures
    MeasureScale scale;
    Direction direction = Direction::LowerIsBetter;
    std::string scoring;
    std::vector<ImportantChange> changes;
    std::vector<MeasureItem> items; ///< empty: the total only
    std::string licence;
    std::string loinc; ///< empty: none that is sure
    std::string note;  ///< may be empty
    Confidence confidence = Confidence::Low;
    std::vector<SourceKey> sources;
    friend bool operator==(const OutcomeMeasure&, const OutcomeMeasure&) = default;
};

/// outcome-measures.json.
class OutcomeMeasures {
public:
    /// Adds the file's sources to `sources`. Throws DataError naming file, row and field.
    [[nodiscard]] static OutcomeMeasures load(const std::filesystem::path& file, Sources& sources);

    [[nodiscard]] const std::vector<OutcomeMeasure>& all() const noexcept { return measures_; }
    /// nullptr when there is none. It lives as long as this table.
    [[nodiscard]] const OutcomeMeasure* find(const MeasureKey& key) const noexcept;

    /// The smallest important change (MCID or MIC) to use for the area, in units of the scale: its
    /// preferred row, else that of `Any`; nullptr when neither has one. Never a row in percent. It
    /// lives as long as this table.
    [[nodiscard]] const ImportantChange* preferredChange(const MeasureKey& measure,
                                                         BodyArea area) const noexcept;
    /// The same in percent of the baseline.
    [[nodiscard]] const ImportantChange* preferredPercentChange(const MeasureKey& measure,
                                                                BodyArea area) const noexcept;
    /// The rows of minimal detectable change for the area, else those of `Any`. A change that is
    /// important but smaller than these may still be chance: show both.
    [[nodiscard]] std::vector<const ImportantChange*> detectableChanges(const MeasureKey& measure,
                                                                        BodyArea area) const;

private:
    std::vector<OutcomeMeasure> measures_;
    std::unordered_map<MeasureKey, std::size_t> places_;
};

} // namespace palpate::reference
