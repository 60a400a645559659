// SPDX-License-Identifier: MIT
#pragma once

#include "domain/Body.h"

#include <cstddef>
#include <optional>
#include <span>
#include <string_view>

namespace palpate::app {

/// A bony landmark of the atlas near a joint.
struct JointMark {
    std::string_view joint;    ///< key in joints.json
    std::string_view landmark; ///< id in the atlas
};
/// The best of each joint first.
[[nodiscard]] std::span<const JointMark> jointMarks() noexcept;

/// The single vertebrae from above: "C1" to "L5", then "S1".
[[nodiscard]] std::span<const std::string_view> spine() noexcept;
/// Its place among these; empty for what is no single vertebra.
[[nodiscard]] std::optional<std::size_t> levelOf(std::string_view id) noexcept;

[[nodiscard]] constexpr bool isFrontOrBack(View view) noexcept {
    return view == View::Anterior || view == View::Posterior;
}

} // namespace palpate::app
