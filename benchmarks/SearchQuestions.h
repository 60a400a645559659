// SPDX-License-Identifier: MIT
#pragma once

#include "domain/SessionFilter.h"

#include <cstdint>
#include <filesystem>
#include <random>
#include <string>
#include <string_view>
#include <vector>

namespace SQLite {
class Database;
}

namespace palpate::bench {

/// As `palpatectl demo` names the owner of a clinic.
inline constexpr std::string_view kUser = "demo";
/// The patient whom the benchmark opens has so many sessions.
inline constexpr int kLongCase = 500;

/// As palpatectl takes it: PALPATE_PASSWORD. Throws std::runtime_error when it is not set.
[[nodiscard]] std::string password();

/// What stands in a clinic, from a sample of it: questions are made of this.
struct Vocabulary {
    struct Person {
        std::string family;
        std::string given;
        std::string born; ///< "1984-03-09"; empty: not asked
        std::string phone;
    };
    /// A point, what was done at it, and where else the session could be found by.
    struct Fact {
        std::string muscle;
        Side side = Side::Middle;
        std::string technique;
        std::string state; ///< as the clinic's file spells it
        int tenderness = 0;
        std::string diagnosis;
        Instant at{};
    };

    std::vector<Person> people;
    std::vector<std::string> common; ///< words that stand in over a tenth of the sessions
    std::vector<std::string> rare;   ///< all others
    std::vector<Fact> facts;

    /// Of 3,000 sessions and 3,000 patients at places of the clinic that chance gives, the same for
    /// the same clinic. Throws std::runtime_error when there are too few to ask about.
    [[nodiscard]] static Vocabulary of(SQLite::Database& clinic);
};

/// Questions as people ask them of that clinic, the same for the same seed.
class Questions {
public:
    /// The vocabulary must outlive it.
    Questions(std::uint32_t seed, const Vocabulary& of) : of_{of}, chance_{seed} {}
    [[nodiscard]] std::string person(); ///< a keystroke of a name, a date or a number
    [[nodiscard]] SessionFilter text();
    [[nodiscard]] SessionFilter combined();

private:
    [[nodiscard]] int below(int limit) {
        return static_cast<int>(chance_() % static_cast<std::uint32_t>(limit));
    }
    template <class List> [[nodiscard]] const auto& one(const List& list) {
        return list.at(static_cast<std::size_t>(below(static_cast<int>(list.size()))));
    }
    [[nodiscard]] std::string part(const std::string& whole, std::size_t from, int most);
    /// A fifth of them are common.
    [[nodiscard]] std::string word() { return below(5) == 0 ? one(of_.common) : one(of_.rare); }

    const Vocabulary& of_;
    std::mt19937 chance_;
};

} // namespace palpate::bench
