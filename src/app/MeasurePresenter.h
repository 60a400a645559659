// SPDX-License-Identifier: MIT
#pragma once

#include "app/MeasureView.h"
#include "app/QuickAnswer.h"

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

namespace palpate::app {

struct SessionInside;

/// What was measured and tested in one session. Every edit is stored before the call returns; any
/// call may throw StorageError or EditRefused, and record and view are then unchanged.
class MeasurePresenter {
public:
    explicit MeasurePresenter(SessionInside& inside) noexcept : inside_{inside} {}

    /// Records what a line of words says: "lumbar sb r 22 p 25 pain 3", "slr l pos 60", "tension r
    /// ql 2". About a motion that was measured before in the session it adds what was not measured
    /// yet; measured again it replaces all of it, and the answer says what it was. What it leaves
    /// open comes back as choices, and nothing is stored until one is taken.
    [[nodiscard]] QuickAnswer record(const std::string& line,
                                     std::optional<std::size_t> choice = {});
    /// What the words typed so far may become; those of the case's region and those measured last
    /// time first when nothing is typed.
    [[nodiscard]] std::vector<MeasureChoice> choicesFor(const std::string& typed,
                                                        std::size_t limit = 12) const;

    void put(const RangeOfMotion& motion);
    void put(const TestResult& test);
    void remove(MotionAt at);
    void remove(TestAt at);

private:
    SessionInside& inside_;
};

} // namespace palpate::app
