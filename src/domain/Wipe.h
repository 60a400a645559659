// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <string>
#include <utility>

namespace palpate {

/// Zeroes that the compiler does not leave out although nobody reads them afterwards.
void wipe(void* from, std::size_t bytes) noexcept;
/// Overwrites all the room that the text has and empties it. Copies that were made of it stay.
void wipe(std::string& text) noexcept;

/// Wipes a password when the block ends in which it is needed, however it ends. The text must
/// outlive this.
class WipedAtEnd {
public:
    explicit WipedAtEnd(std::string& text) noexcept : text_{text} {}
    WipedAtEnd(const WipedAtEnd&) = delete;
    WipedAtEnd& operator=(const WipedAtEnd&) = delete;
    ~WipedAtEnd() { wipe(text_); }

private:
    std::string& text_;
};

/// A password that somebody hands over, wiped when this goes.
class WipedText {
public:
    explicit WipedText(std::string&& text) : text_{std::move(text)} { wipe(text); }
    WipedText(const WipedText&) = delete;
    WipedText& operator=(const WipedText&) = delete;
    ~WipedText() { wipe(text_); }
    [[nodiscard]] const std::string& text() const noexcept { return text_; }

private:
    std::string text_;
};

} // namespace palpate
