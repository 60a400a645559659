// SPDX-License-Identifier: MIT
// Drawn pain of two sessions, held against each other.
#include "app/SessionDifference.h"
#include "atlas/Areas.h"

#include <array>
#include <span>

namespace palpate::app {

namespace {

/// Views that are added to each other.
struct Kind {
    std::span<const View> views;
    bool onArm;
    const char* words;
};
constexpr std::array kSummed{View::Anterior, View::Posterior};
constexpr std::array kSides{View::Left, View::Right};
constexpr std::array kSoles{View::Plantar};
constexpr std::array kKinds{Kind{kSummed, false, ""}, Kind{kSides, false, tr("side views")},
                            Kind{kSides, true, tr("arms from the side")},
                            Kind{kSoles, false, tr("soles")}};

[[nodiscard]] std::vector<Polygon> drawnIn(const Session& session, View view, bool onArm) {
    std::vector<Polygon> drawn;
    for (const auto& area : session.painAreas) {
        if (area.view == view && area.onArm == onArm) {
            drawn.insert(drawn.end(), area.shape.begin(), area.shape.end());
        }
    }
    return drawn;
}

struct Sums {
    double then = 0;
    double now = 0;
    double common = 0;
    [[nodiscard]] double united() const noexcept { return then + now - common; }
};

[[nodiscard]] Sums sumsOf(const Kind& kind, const Session& earlier, const Session& later) {
    Sums sums;
    for (const auto view : kind.views) {
        const auto then = drawnIn(earlier, view, kind.onArm);
        const auto now = drawnIn(later, view, kind.onArm);
        sums.then += then.empty() ? 0 : atlas::unionArea(then).value;
        sums.now += now.empty() ? 0 : atlas::unionArea(now).value;
        sums.common += then.empty() || now.empty() ? 0 : atlas::commonArea(then, now).value;
    }
    return sums;
}

} // namespace

std::optional<AreaComparison> compareAreas(const Clinic& /*clinic*/, const Session& earlier,
                                           const Session& later) {
    std::optional<AreaComparison> comparison;
    bool isMore = false;
    for (const auto& kind : kKinds) {
        const auto sums = sumsOf(kind, earlier, later);
        if (sums.then > 0 && sums.now > 0 && !comparison) {
            constexpr double kPercent = 100;
            comparison = {.thenCm2 = sums.then,
                          .nowCm2 = sums.now,
                          .overlapPercent = kPercent * sums.common / sums.united(),
                          .plane = kind.words,
                          .isWhole = true};
        } else {
            isMore = isMore || sums.then > 0 || sums.now > 0;
        }
    }
    if (comparison) {
        comparison->isWhole = !isMore;
    }
    return comparison;
}

} // namespace palpate::app
