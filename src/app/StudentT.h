// SPDX-License-Identifier: MIT
#pragma once

namespace palpate::app {

/// What a mean's standard error is multiplied by for half of its 95 % confidence interval: the
/// 97.5 % point of Student's t with so many degrees of freedom, at least 1.
[[nodiscard]] double studentT95(long long degrees) noexcept;

} // namespace palpate::app
