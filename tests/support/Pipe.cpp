// SPDX-License-Identifier: MIT
#include "support/Pipe.h"

#include <poll.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstdint>
#include <cstring>
#include <system_error>

namespace palpate::test {

Pipe::Pipe() {
    if (::pipe(ends_.data()) != 0) {
        throw std::system_error{errno, std::generic_category(), "a pipe"};
    }
}

Pipe::~Pipe() {
    ::close(ends_[0]);
    closeWriting();
}

void Pipe::closeWriting() noexcept {
    if (ends_[1] >= 0) {
        ::close(ends_[1]);
        ends_[1] = -1;
    }
}

void Pipe::say(char word, std::string_view payload) const {
    std::string text(1, word);
    const auto length = static_cast<std::uint32_t>(payload.size());
    text.append(reinterpret_cast<const char*>(&length), sizeof length).append(payload);
    for (std::string_view rest{text}; !rest.empty();) {
        const auto written = ::write(ends_[1], rest.data(), rest.size());
        if (written <= 0) {
            ::_exit(3);
        }
        rest.remove_prefix(static_cast<std::size_t>(written));
    }
}

bool Pipe::hear(std::chrono::steady_clock::time_point until) {
    std::array<char, 65536> chunk{};
    for (;;) {
        const auto left =
            std::chrono::ceil<std::chrono::milliseconds>(until - std::chrono::steady_clock::now());
        pollfd wait{ends_[0], POLLIN, 0};
        if (::poll(&wait, 1, std::max(0, static_cast<int>(left.count()))) <= 0) {
            return true;
        }
        const auto got = ::read(ends_[0], chunk.data(), chunk.size());
        if (got <= 0) {
            return false;
        }
        heard_.append(chunk.data(), static_cast<std::size_t>(got));
    }
}

void Pipe::hearFirst() {
    while (heard_.empty() &&
           hear(std::chrono::steady_clock::now() + std::chrono::milliseconds{1})) {
    }
}

void Pipe::hearOut() {
    while (hear(std::chrono::steady_clock::now() + std::chrono::seconds{1})) {
    }
}

std::vector<Said> Pipe::said() const {
    std::vector<Said> all;
    constexpr std::size_t kHead = 1 + sizeof(std::uint32_t);
    for (std::string_view rest{heard_}; rest.size() >= kHead;) {
        std::uint32_t length = 0;
        std::memcpy(&length, rest.data() + 1, sizeof length);
        if (rest.size() < kHead + length) {
            break;
        }
        all.push_back({rest[0], std::string{rest.substr(kHead, length)}});
        rest.remove_prefix(kHead + length);
    }
    return all;
}

} // namespace palpate::test
