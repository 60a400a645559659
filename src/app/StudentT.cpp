// SPDX-License-Identifier: MIT
#include "app/StudentT.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace palpate::app {

namespace {

constexpr double kShare = 0.95;
constexpr double kNormal = 1.959963984540054; ///< the 97.5 % point of the normal distribution
constexpr long long kMostSummed = 200;        ///< beyond, the expansion is exact to six decimals

/// How much lies between -t and t. Finite sums for whole degrees of freedom: Abramowitz and Stegun,
/// Handbook of Mathematical Functions, 26.7.3 and 26.7.4.
[[nodiscard]] double within(double t, long long degrees) noexcept {
    const double angle = std::atan(t / std::sqrt(static_cast<double>(degrees)));
    const double cosine = std::cos(angle);
    const bool isOdd = degrees % 2 == 1;
    double term = isOdd ? cosine : 1;
    double sum = degrees == 1 ? 0 : term;
    for (long long k = isOdd ? 3 : 2; k <= degrees - 2; k += 2) {
        term *= cosine * cosine * static_cast<double>(k - 1) / static_cast<double>(k);
        sum += term;
    }
    sum *= std::sin(angle);
    return isOdd ? 2 / std::numbers::pi * (angle + sum) : sum;
}

/// From the normal point x: Abramowitz and Stegun, 26.7.5.
[[nodiscard]] double expanded(long long degrees) noexcept {
    const double n = static_cast<double>(degrees);
    const double x = kNormal;
    const double x3 = x * x * x;
    const double x5 = x3 * x * x;
    return x + (x3 + x) / (4 * n) + (5 * x5 + 16 * x3 + 3 * x) / (96 * n * n);
}

} // namespace

double studentT95(long long degrees) noexcept {
    degrees = std::max(degrees, 1LL);
    if (degrees > kMostSummed) {
        return expanded(degrees);
    }
    double low = kNormal;
    double high = 13; // of one degree of freedom it is 12.7
    for (int i = 0; i < 60; ++i) {
        const double middle = (low + high) / 2;
        (within(middle, degrees) < kShare ? low : high) = middle;
    }
    return (low + high) / 2;
}

} // namespace palpate::app
