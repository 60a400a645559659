// SPDX-License-Identifier: MIT
#include "domain/Id.h"

#include <algorithm>

namespace palpate {

namespace {

constexpr std::string_view kHex = "0123456789abcdef";
constexpr std::uint32_t kCounterLimit = 1U << 12U; // rand_a of RFC 9562 holds 12 bits

[[nodiscard]] std::optional<std::uint8_t> hexDigit(char c) {
    if (c >= '0' && c <= '9') {
        return static_cast<std::uint8_t>(c - '0');
    }
    if (c >= 'a' && c <= 'f') {
        return static_cast<std::uint8_t>(c - 'a' + 10);
    }
    if (c >= 'A' && c <= 'F') {
        return static_cast<std::uint8_t>(c - 'A' + 10);
    }
    return std::nullopt;
}

[[nodiscard]] bool isDashPlace(std::size_t i) {
    return i == 8 || i == 13 || i == 18 || i == 23;
}

[[nodiscard]] std::mt19937_64 seededByTheSystem() {
    std::random_device device;
    std::seed_seq seed{device(), device(), device(), device(),
                       device(), device(), device(), device()};
    return std::mt19937_64{seed};
}

} // namespace

std::optional<Uuid> Uuid::parse(std::string_view text) {
    if (text.size() != 36) {
        return std::nullopt;
    }
    Bytes bytes{};
    std::size_t nibble = 0;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (isDashPlace(i)) {
            if (text[i] != '-') {
                return std::nullopt;
            }
            continue;
        }
        const auto digit = hexDigit(text[i]);
        if (!digit) {
            return std::nullopt;
        }
        auto& byte = bytes.at(nibble / 2);
        byte = static_cast<std::uint8_t>(nibble % 2 == 0 ? *digit << 4U : byte | *digit);
        ++nibble;
    }
    return Uuid{bytes};
}

std::string Uuid::text() const {
    std::string out;
    out.reserve(36);
    for (const auto byte : bytes_) {
        if (isDashPlace(out.size())) {
            out += '-';
        }
        out += kHex.at(byte >> 4U);
        out += kHex.at(byte & 0x0FU);
    }
    return out;
}

IdMaker::IdMaker(const Clock& clock) : clock_{clock}, chance_{seededByTheSystem()} {}

IdMaker::IdMaker(const Clock& clock, std::uint64_t seed) : clock_{clock}, chance_{seed} {}

Uuid IdMaker::next() {
    const auto now = clock_.preciseNow();
    if (now > last_) {
        last_ = now;
        counter_ = static_cast<std::uint32_t>(chance_() % (kCounterLimit / 2));
    } else if (++counter_ >= kCounterLimit) {
        last_ += std::chrono::milliseconds{1}; // the clock stood still or went back: keep rising
        counter_ = 0;
    }
    const auto time = static_cast<std::uint64_t>(last_.time_since_epoch().count());
    const auto chance = chance_();
    Uuid::Bytes bytes{};
    for (std::size_t i = 0; i < 6; ++i) {
        bytes.at(i) = static_cast<std::uint8_t>(time >> (8U * (5U - i)));
    }
    bytes[6] = static_cast<std::uint8_t>(0x70U | (counter_ >> 8U));
    bytes[7] = static_cast<std::uint8_t>(counter_);
    for (std::size_t i = 8; i < 16; ++i) {
        bytes.at(i) = static_cast<std::uint8_t>(chance >> (8U * (15U - i)));
    }
    bytes[8] = static_cast<std::uint8_t>((bytes[8] & 0x3FU) | 0x80U);
    return Uuid{bytes};
}

bool isKeyText(std::string_view text) noexcept {
    return !text.empty() && text.size() <= 80 && std::ranges::all_of(text, [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
               c == '_' || c == '.' || c == '-';
    });
}

} // namespace palpate
