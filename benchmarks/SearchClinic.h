// SPDX-License-Identifier: MIT
#pragma once

#include "domain/SessionFilter.h"
#include "storage/Store.h"

#include <array>
#include <cstdint>
#include <filesystem>
#include <random>
#include <string>
#include <string_view>
#include <vector>

namespace palpate::bench {

inline constexpr std::string_view kUser = "bench";
inline constexpr std::string_view kPassword = "benchmark";
/// The patient whom the benchmark opens has so many.
inline constexpr int kLongCase = 500;

/// Makes the clinic at `folder`: `sessions` sessions of a tenth as many patients, each with four
/// findings, three treatments and a note of 40 words, a fifth of whose kinds stand in more than a
/// tenth of the sessions. Believable sizes, not believable medicine. The same for the same number.
void makeClinic(const std::filesystem::path& folder, int sessions);

/// Questions as people ask them, the same for the same seed.
class Questions {
public:
    explicit Questions(std::uint32_t seed) : chance_{seed} {}
    [[nodiscard]] std::string person(); ///< a keystroke of a name, a date or a number
    [[nodiscard]] SessionFilter text();
    [[nodiscard]] SessionFilter combined();

private:
    [[nodiscard]] int below(int limit) {
        return static_cast<int>(chance_() % static_cast<std::uint32_t>(limit));
    }
    [[nodiscard]] std::string word();
    std::mt19937 chance_;
};

/// Of the patient with the long case.
[[nodiscard]] std::string longCaseName();

} // namespace palpate::bench
