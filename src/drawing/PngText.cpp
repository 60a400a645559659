// SPDX-License-Identifier: MIT
#include "drawing/PngText.h"

#include <algorithm>
#include <array>
#include <string_view>

namespace palpate::drawing {
namespace {

void putU32(std::string& out, std::uint32_t value) {
    for (const unsigned shift : {24U, 16U, 8U, 0U}) {
        out += static_cast<char>((value >> shift) & 0xFFU);
    }
}

/// As ISO 3309 and the PNG specification, annex D, define it.
std::uint32_t crcOf(std::string_view bytes) {
    std::uint32_t crc = 0xFFFFFFFFU;
    for (const char c : bytes) {
        crc ^= static_cast<unsigned char>(c);
        for (int bit = 0; bit < 8; ++bit) {
            crc = (crc & 1U) != 0 ? (crc >> 1U) ^ 0xEDB88320U : crc >> 1U;
        }
    }
    return ~crc;
}

void putChunk(std::string& out, std::string_view type, std::string_view data) {
    putU32(out, static_cast<std::uint32_t>(data.size()));
    const std::size_t start = out.size();
    out.append(type).append(data);
    putU32(out, crcOf(std::string_view{out}.substr(start)));
}

/// A zlib stream whose blocks are stored as they are.
std::string stored(std::string_view data) {
    std::string out{"\x78\x01", 2};
    constexpr std::size_t kMostInBlock = 0xFFFF;
    for (std::size_t at = 0; at < data.size() || at == 0; at += kMostInBlock) {
        const std::string_view block = data.substr(at, kMostInBlock);
        const auto length = static_cast<std::uint32_t>(block.size());
        out += static_cast<char>(at + block.size() >= data.size() ? 1 : 0);
        for (const std::uint32_t word : {length, ~length}) {
            out += static_cast<char>(word & 0xFFU);
            out += static_cast<char>((word >> 8U) & 0xFFU);
        }
        out += block;
    }
    std::uint32_t low = 1; // Adler-32
    std::uint32_t high = 0;
    constexpr std::uint32_t kPrime = 65521;
    for (const char c : data) {
        low = (low + static_cast<unsigned char>(c)) % kPrime;
        high = (high + low) % kPrime;
    }
    putU32(out, (high << 16U) | low);
    return out;
}

std::string base64(std::string_view bytes) {
    constexpr std::string_view kDigits =
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    std::string out;
    out.reserve((bytes.size() + 2) / 3 * 4);
    for (std::size_t at = 0; at < bytes.size(); at += 3) {
        const std::size_t count = std::min<std::size_t>(3, bytes.size() - at);
        std::uint32_t group = 0;
        for (std::size_t i = 0; i < 3; ++i) {
            group = (group << 8U) | (i < count ? static_cast<unsigned char>(bytes[at + i]) : 0U);
        }
        for (std::size_t i = 0; i < 4; ++i) {
            out += i <= count ? kDigits[(group >> (18U - 6U * i)) & 63U] : '=';
        }
    }
    return out;
}

} // namespace

bool isWhole(const Image& image) noexcept {
    return image.width > 0 && image.height > 0 &&
           image.pixels.size() / 4 / static_cast<std::size_t>(image.width) ==
               static_cast<std::size_t>(image.height);
}

std::string pngAsBase64(const Image& image) {
    const auto rowBytes = static_cast<std::size_t>(image.width) * 4;
    std::string rows;
    rows.reserve((rowBytes + 1) * static_cast<std::size_t>(image.height));
    for (std::size_t row = 0; row < static_cast<std::size_t>(image.height); ++row) {
        rows += '\0'; // no filter
        rows.append(reinterpret_cast<const char*>(image.pixels.data() + row * rowBytes), rowBytes);
    }
    std::string header;
    putU32(header, static_cast<std::uint32_t>(image.width));
    putU32(header, static_cast<std::uint32_t>(image.height));
    header.append("\x08\x06\x00\x00\x00", 5); // 8 bits, RGBA, not interlaced
    std::string file{"\x89PNG\r\n\x1A\n"};
    putChunk(file, "IHDR", header);
    putChunk(file, "IDAT", stored(rows));
    putChunk(file, "IEND", {});
    return base64(file);
}

} // namespace palpate::drawing
