// SPDX-License-Identifier: MIT
#include "domain/Treatment.h"

namespace palpate {

bool isAt(const Treatment& treatment, const TriggerPointId& point) noexcept {
    const auto* target = std::get_if<TriggerPointId>(&treatment.target);
    return target != nullptr && *target == point;
}

} // namespace palpate
