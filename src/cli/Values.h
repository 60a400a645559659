// SPDX-License-Identifier: MIT
#pragma once

#include "cli/WrongUsage.h"
#include "domain/Calendar.h"
#include "domain/Id.h"

#include <optional>
#include <string>

namespace palpate::cli {

/// An identity as typed behind `option`. Throws WrongUsage when it is none.
template <class SomeId>
[[nodiscard]] SomeId idFrom(const std::string& typed, const std::string& option) {
    const auto id = SomeId::parse(typed);
    if (!id) {
        throw WrongUsage{{tr("{1} {2} is no id; copy one from the lists, such as "
                             "0192f3a0-7c1e-7d40-9b2a-1f0e3d4c5b6a."),
                          {option, typed}}};
    }
    return *id;
}

/// A day as typed behind `option`, empty when the option was not used. Throws WrongUsage when it
/// is none.
[[nodiscard]] inline std::optional<Date> dayFrom(const std::string& typed,
                                                 const std::string& option) {
    if (typed.empty()) {
        return std::nullopt;
    }
    const auto day = parseIsoDate(typed);
    if (!day) {
        throw WrongUsage{{tr("{1} {2} is no day; write it as 2026-11-23."), {option, typed}}};
    }
    return day;
}

} // namespace palpate::cli
