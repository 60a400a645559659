// SPDX-License-Identifier: MIT
#pragma once

#include <compare>
#include <optional>

namespace palpate {

/// A whole number from 0 to 10. Two kinds never mix: the patient's pain is not the point's
/// tenderness.
template <class Tag> class ZeroToTen {
public:
    [[nodiscard]] static constexpr std::optional<ZeroToTen> from(int value) noexcept {
        return value >= 0 && value <= 10 ? std::optional{ZeroToTen{value}} : std::nullopt;
    }
    [[nodiscard]] constexpr int value() const noexcept { return value_; }
    friend constexpr auto operator<=>(ZeroToTen, ZeroToTen) noexcept = default;

private:
    constexpr explicit ZeroToTen(int value) noexcept : value_{value} {}
    int value_;
};

/// The patient's own rating of pain, numeric pain rating scale (NPRS): 0 none, 10 worst imaginable.
using PainScore = ZeroToTen<struct PainScoreTag>;
/// The patient's answer to pressing one point: 0 not tender, 10 unbearable.
using Tenderness = ZeroToTen<struct TendernessTag>;

/// Force per area at which touch turns to pain (pressure pain threshold). Kept in kilopascals.
class Pressure {
public:
    [[nodiscard]] static constexpr Pressure kilopascals(double v) noexcept { return Pressure{v}; }
    /// 1 kgf/cm2 = 98.0665 kPa. Source: [SI]
    [[nodiscard]] static constexpr Pressure kgfPerCm2(double v) noexcept {
        return Pressure{v * 98.0665};
    }
    [[nodiscard]] constexpr double inKilopascals() const noexcept { return kPa_; }
    [[nodiscard]] constexpr double inKgfPerCm2() const noexcept { return kPa_ / 98.0665; }
    friend constexpr auto operator<=>(Pressure, Pressure) noexcept = default;

private:
    constexpr explicit Pressure(double kPa) noexcept : kPa_{kPa} {}
    double kPa_;
};

} // namespace palpate
