// SPDX-License-Identifier: MIT
#pragma once

#include "domain/Case.h"
#include "reference/OutcomeMeasures.h"

#include <optional>
#include <string>

namespace palpate::reference {
class Reference;
}

namespace palpate::app {

/// A published figure against which a change is held, in points of its scale or in percent of the
/// first score.
struct Threshold {
    double points = 0;
    std::string population;
    std::string source;   ///< "Childs 2005"; may be empty
    std::string citation; ///< whole; may be empty
    bool sourceUnchecked = false;
    /// "low back pain in physiotherapy; Childs 2005; source not yet checked".
    [[nodiscard]] std::string grounds() const;
    /// "low back pain in physiotherapy: Childs JD, ... (source not yet checked)": for a footnote.
    [[nodiscard]] std::string footnote() const;
    /// "2", "1.5".
    [[nodiscard]] std::string figure() const;
};

/// What is known of how much change matters on a measure, for the area of the complaint, else for
/// any. Each is empty when no row says so.
struct Thresholds {
    std::optional<Threshold> matters;        ///< smallest important change, points
    std::optional<Threshold> mattersPercent; ///< the same in percent of the first score
    std::optional<Threshold> detectable;     ///< the largest known: below it a change may be chance
    std::optional<Threshold> anchor;         ///< of ratings of change: where they begin to count
};
[[nodiscard]] Thresholds thresholdsOf(const reference::MeasureKey& measure, BodyArea area,
                                      const reference::Reference& reference);

/// "Childs JD, Piva SR, ... Spine 2005;30" becomes "Childs 2005".
[[nodiscard]] std::string shortCitation(const std::string& citation);

} // namespace palpate::app
