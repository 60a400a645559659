// SPDX-License-Identifier: MIT
#include "domain/CarePlan.h"

#include "domain/FieldText.h"
#include "domain/Text.h"

#include <algorithm>

namespace palpate {

std::vector<Message> problems(const CarePlanItem& item) {
    constexpr std::size_t kLongest = 500;
    std::vector<Message> out;
    checkText(out, tr("Dose"), item.dose, kLongest);
    checkText(out, tr("Reason for stopping"), item.stoppedBecause, kLongest);
    if (item.review && *item.review < item.start) {
        out.push_back({tr("Review: lies before the start; correct one of the two days."), {}});
    }
    if (item.stopped && *item.stopped < item.start) {
        out.push_back({tr("Stopped: lies before the start; correct one of the two days."), {}});
    }
    if (!item.stopped && !trimmed(item.stoppedBecause).empty()) {
        out.push_back({tr("Reason for stopping: the item goes on; say when it was stopped, or take "
                          "the reason out."),
                       {}});
    }
    auto factors = item.because;
    std::ranges::sort(factors);
    if (std::ranges::adjacent_find(factors) != factors.end()) {
        out.push_back({tr("Because of: a factor stands there twice; take one out."), {}});
    }
    return out;
}

} // namespace palpate
