// SPDX-License-Identifier: MIT
#include "domain/Wipe.h"
#include "storage/Crypto.h"
#include "storage/TypedKey.h"

#include <sodium.h>

#include <algorithm>

namespace palpate::storage {

namespace {

/// Digits and letters without I, L, O and U: none is taken for another in print or over the
/// telephone.
constexpr std::string_view kAlphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
constexpr std::size_t kDataSymbols = 34;
constexpr std::size_t kGroup = 5;

/// Twice `v` in the field of 32 elements built on x^5 + x^2 + 1.
[[nodiscard]] unsigned doubled(unsigned v) {
    return (v & 16U) != 0 ? ((v << 1U) & 31U) ^ 5U : v << 1U;
}

/// A weighted sum, each place counting twice the next: one wrong symbol always changes it, and so
/// does the swap of two different neighbours.
[[nodiscard]] unsigned checkOf(std::string_view symbols) {
    unsigned sum = 0;
    for (const char c : symbols) {
        sum = doubled(sum ^ static_cast<unsigned>(kAlphabet.find(c)));
    }
    return sum;
}

} // namespace

RecoveryKey::~RecoveryKey() {
    sodium_memzero(text_.data(), text_.size());
}

bool RecoveryKey::isWellFormed() const {
    return recoverySymbols(text_).has_value();
}

std::string randomSymbols(std::size_t count) {
    const auto chance = Secret::random(count);
    std::string symbols;
    symbols.reserve(count + 1); // one allocation, also with a check symbol
    for (const auto byte : chance.view()) {
        symbols +=
            kAlphabet[byte % kAlphabet.size()]; // 256 is a multiple of 32: no symbol is favoured
    }
    return symbols;
}

std::string inGroups(std::string_view symbols, std::size_t group) {
    std::string shown;
    shown.reserve(symbols.size() * 2);
    for (std::size_t i = 0; i < symbols.size(); ++i) {
        shown += i > 0 && i % group == 0 ? "-" : "";
        shown += symbols[i];
    }
    return shown;
}

std::string readAsKey(std::string_view typed) {
    std::string out;
    out.reserve(typed.size()); // one allocation, wiped by the caller or short-lived
    for (char c : typed) {
        if (c == ' ' || c == '-' || c == '\n' || c == '\r' || c == '\t') {
            continue;
        }
        c = c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
        out += c == 'O' ? '0' : c == 'I' || c == 'L' ? '1' : c;
    }
    return out;
}

std::optional<std::array<std::uint8_t, 32>> readAsHash(std::string_view typed) {
    std::string digits{typed};
    std::erase(digits, ' ');
    std::array<std::uint8_t, 32> hash{};
    const auto bytes = bytesOfHex(digits);
    if (!bytes || bytes->size() != hash.size()) {
        return std::nullopt;
    }
    std::ranges::copy(*bytes, hash.begin());
    return hash;
}

std::optional<std::string> typedSymbols(std::string_view typed, std::size_t count) {
    auto out = readAsKey(typed);
    const bool fits = out.size() == count && out.find_first_not_of(kAlphabet) == std::string::npos;
    return fits ? std::optional{std::move(out)} : std::nullopt;
}

std::optional<std::string> recoverySymbols(std::string_view typed) {
    auto symbols = typedSymbols(typed, kDataSymbols + 1);
    if (!symbols) {
        return std::nullopt;
    }
    const char check = symbols->back();
    symbols->pop_back();
    return kAlphabet[checkOf(*symbols)] == check ? symbols : std::nullopt;
}

RecoveryKey makeRecoveryKey() {
    auto symbols = randomSymbols(kDataSymbols);
    symbols += kAlphabet[checkOf(symbols)];
    auto shown = inGroups(symbols, kGroup);
    RecoveryKey key{shown};
    wipe(symbols);
    wipe(shown);
    return key;
}

} // namespace palpate::storage
