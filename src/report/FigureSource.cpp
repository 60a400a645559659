// SPDX-License-Identifier: MIT
#include "report/FigureSource.h"

#include <algorithm>
#include <charconv>

namespace palpate::report {

std::optional<double> FigureRequest::number(std::string_view parameter) const {
    const auto found = parameters.find(parameter);
    double value = 0;
    if (found == parameters.end() ||
        std::from_chars(found->second.data(), found->second.data() + found->second.size(), value)
                .ec != std::errc{}) {
        return std::nullopt;
    }
    return value;
}

double FigureRequest::wantedWidth() const {
    return std::min(width, number("width").value_or(width));
}

} // namespace palpate::report
