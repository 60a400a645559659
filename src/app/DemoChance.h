// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <cstdint>
#include <iterator>

namespace palpate::app {

/// Chance that repeats: the same draws for the same seed on every machine, which the
/// distributions of the standard library do not promise. Eight bytes, so that every invented
/// person has a stream of their own (SplitMix64).
class DemoChance {
public:
    explicit DemoChance(std::uint64_t seed) noexcept : state_{seed} {}
    /// The stream of person or thing number `of` within `seed`.
    DemoChance(std::uint64_t seed, std::uint64_t of) noexcept : state_{seed} {
        state_ = bits() ^ (of * 0xD1B54A32D192ED03U);
        state_ = bits();
    }

    std::uint64_t bits() noexcept {
        state_ += 0x9E3779B97F4A7C15U;
        auto mixed = state_;
        mixed = (mixed ^ (mixed >> 30U)) * 0xBF58476D1CE4E5B9U;
        mixed = (mixed ^ (mixed >> 27U)) * 0x94D049BB133111EBU;
        return mixed ^ (mixed >> 31U);
    }
    /// From 0 up to, not including, 1.
    [[nodiscard]] double unit() noexcept { return static_cast<double>(bits() >> 11U) * 0x1.0p-53; }
    /// Each of low to high equally often.
    [[nodiscard]] int between(int low, int high) noexcept {
        return low + static_cast<int>(unit() * (static_cast<double>(high) - low + 1));
    }
    [[nodiscard]] double between(double low, double high) noexcept {
        return low + unit() * (high - low);
    }
    [[nodiscard]] bool happens(double probability) noexcept { return unit() < probability; }
    /// About normal: mean 0, deviation 1, never beyond 6.
    [[nodiscard]] double spread() noexcept {
        double sum = -6;
        for (int i = 0; i < 12; ++i) {
            sum += unit();
        }
        return sum;
    }
    /// One of `items`, which must not be empty; it stays theirs.
    template <class Items> [[nodiscard]] const auto& from(const Items& items) noexcept {
        return items[static_cast<std::size_t>(unit() * static_cast<double>(std::size(items)))];
    }
    /// One of `items`, which must not be empty, as often as its member `weight` says.
    template <class Items> [[nodiscard]] const auto& weighted(const Items& items) noexcept {
        double total = 0;
        for (const auto& item : items) {
            total += item.weight;
        }
        auto left = unit() * total;
        for (const auto& item : items) {
            left -= item.weight;
            if (left < 0) {
                return item;
            }
        }
        return items[std::size(items) - 1];
    }

private:
    std::uint64_t state_;
};

} // namespace palpate::app
