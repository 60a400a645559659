// SPDX-License-Identifier: MIT
#include "app/People.h"
#include "domain/Text.h"

#include <zxcvbn.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <string_view>

namespace palpate::app {

namespace {

/// Source: [NIST80063B4], section 3.1.1.2, for a password that stands alone; see
/// docs/decisions/0018-passwords.md.
constexpr std::size_t kLeastCharacters = 15;
constexpr std::size_t kMostBytes = 1000; // our own choice: what nobody types
constexpr int kEnough = 4;

/// Guesses at which each level begins, as powers of ten. Source: [WHEELER2016], section 5: from the
/// last on it withstands an attack on the stolen files.
constexpr std::array kLevelBegins{3.0, 6.0, 8.0, 10.0};

/// Names as a guesser tries them: whole and word by word.
[[nodiscard]] std::vector<std::string> guessable(const std::vector<std::string>& known) {
    std::vector<std::string> words{"palpate"};
    for (const auto& name : known) {
        std::string word;
        for (const char c : name + " ") {
            if (c == ' ' || c == '.' || c == ',' || c == '-' || c == '@') {
                words.push_back(word);
                word.clear();
            } else {
                word += c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
            }
        }
    }
    std::erase_if(words, [](const std::string& word) { return word.size() < 3; });
    return words;
}

/// What most of the password is made of.
[[nodiscard]] const char* adviceFor(int kind) {
    const int part = kind & ~int{MULTIPLE_MATCH};
    const bool isName = part == USER_MATCH || part == USER_LEET_MATCH;
    switch (part != kind && !isName ? int{REPEATS_MATCH} : part) {
    case USER_MATCH:
    case USER_LEET_MATCH:
        return tr("Too easy to guess: it holds a name that is tried first. Take words that have "
                  "nothing to do with you or the clinic.");
    case REPEATS_MATCH:
        return tr("Too easy to guess: it repeats itself. Take words that do not belong together.");
    case SEQUENCE_MATCH:
    case SPATIAL_MATCH:
        return tr("Too easy to guess: it runs along the alphabet, the numbers or the keyboard. "
                  "Take words that do not belong together.");
    case DATE_MATCH:
    case YEAR_MATCH:
        return tr("Too easy to guess: it holds a date. Take words that do not belong together.");
    default:
        return tr("Too easy to guess: it is made of common words or passwords. Add words that do "
                  "not belong to the others.");
    }
}

struct Estimate {
    double powerOfTen = 0; ///< of the guesses that find it
    int kind = 0;          ///< ZxcTypeMatch_t of the longest part
};

[[nodiscard]] Estimate estimated(const std::string& password,
                                 const std::vector<std::string>& known) {
    const auto words = guessable(known);
    std::vector<const char*> list;
    for (const auto& word : words) {
        list.push_back(word.c_str());
    }
    list.push_back(nullptr);
    ZxcMatch_t* parts = nullptr;
    const double bits = ZxcvbnMatch(password.c_str(), list.data(), &parts);
    Estimate estimate{bits * std::log10(2.0), 0};
    int longest = 0;
    for (const auto* part = parts; part != nullptr; part = part->Next) {
        if (part->Length > longest) {
            longest = part->Length;
            estimate.kind = part->Type;
        }
    }
    ZxcvbnFreeInfo(parts);
    return estimate;
}

} // namespace

PasswordVerdict judgePassword(const std::string& password, const std::vector<std::string>& known) {
    if (!isValidUtf8(password) || password.size() > kMostBytes) {
        return {false, 0,
                shown({tr("A password can't be longer than {1} bytes and must be plain text."),
                       {std::to_string(kMostBytes)}})};
    }
    const auto estimate = estimated(password, known);
    const auto level = static_cast<int>(
        std::ranges::count_if(kLevelBegins, [&](double at) { return estimate.powerOfTen >= at; }));
    if (const auto length = lengthInCharacters(password); length < kLeastCharacters) {
        return {false, std::min(level, kEnough - 1),
                shown({tr("Too short: {1} of at least {2} characters. Take four words or more that "
                          "do not belong together."),
                       {std::to_string(length), std::to_string(kLeastCharacters)}})};
    }
    if (level < kEnough) {
        return {false, level, shown({adviceFor(estimate.kind), {}})};
    }
    return {true, level, shown({tr("Strong."), {}})};
}

} // namespace palpate::app
