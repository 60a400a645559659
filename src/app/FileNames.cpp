// SPDX-License-Identifier: MIT
#include "app/FileNames.h"

#include <string_view>

namespace palpate::app {

namespace {

/// A file system allows 255 bytes; some of them stay for a number and for what a sender adds.
constexpr std::size_t kLongestPerson = 120; // bytes

[[nodiscard]] std::size_t lengthAt(std::string_view text, std::size_t at) {
    std::size_t end = at + 1;
    while (end < text.size() && (static_cast<unsigned char>(text[end]) & 0xC0U) == 0x80U) {
        ++end;
    }
    return end - at;
}

/// Characters beyond ASCII that nobody sees in a name, or that turn the order of the others: C1
/// controls, blanks of other widths, marks of direction, line ends, the byte order mark.
[[nodiscard]] bool isUnseen(std::string_view character) {
    const auto between = [&](std::string_view first, std::string_view last) {
        return character.size() == first.size() && character >= first && character <= last;
    };
    return between("\xC2\x80", "\xC2\xA0") || between("\xE2\x80\x80", "\xE2\x80\x8B") ||
           between("\xE2\x80\x8E", "\xE2\x80\x8F") || between("\xE2\x80\xA8", "\xE2\x80\xAF") ||
           between("\xE2\x81\x9F", "\xE2\x81\xAF") || character == "\xE3\x80\x80" ||
           character == "\xEF\xBB\xBF";
}

[[nodiscard]] bool isPlain(char c) {
    return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

[[nodiscard]] std::string inFileName(std::string_view text) {
    std::string out;
    for (std::size_t at = 0; at < text.size();) {
        const auto character = text.substr(at, lengthAt(text, at));
        at += character.size();
        const bool keeps = character.size() == 1 ? isPlain(character[0]) : !isUnseen(character);
        if (out.size() + character.size() > kLongestPerson) {
            break;
        }
        if (keeps) {
            out += character;
        } else if (!out.empty() && out.back() != '-') {
            out += '-';
        }
    }
    return out.substr(0, out.find_last_not_of('-') + 1);
}

} // namespace

std::string reportFileName(const std::string& person, const std::string& templateName, Date day) {
    const auto name = inFileName(person);
    return (name.empty() ? "" : name + "-") + templateName + "-" + isoDate(day) + ".pdf";
}

std::filesystem::path freeName(const std::filesystem::path& folder, const std::string& fileName) {
    const std::filesystem::path wanted{fileName};
    auto file = folder / wanted;
    std::error_code unknown; // what can't be looked at is told when it is written
    for (int number = 2; std::filesystem::exists(file, unknown); ++number) {
        file = folder / (wanted.stem().string() + " " + std::to_string(number) +
                         wanted.extension().string());
    }
    return file;
}

} // namespace palpate::app
