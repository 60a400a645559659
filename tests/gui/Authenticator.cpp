// SPDX-License-Identifier: MIT
#include "gui/Authenticator.h"

#include <liboath/oath.h>

#include <array>
#include <cstdlib>
#include <ctime>
#include <memory>
#include <stdexcept>

namespace palpate::journey {

namespace {

constexpr unsigned kDigits = 6;

void require(int outcome) {
    if (outcome != OATH_OK) {
        throw std::runtime_error{oath_strerror(outcome)};
    }
}

} // namespace

std::string codeFor(const std::string& secret, std::chrono::seconds ahead) {
    require(oath_init());
    char* bytes = nullptr;
    std::size_t size = 0;
    require(oath_base32_decode(secret.data(), secret.size(), &bytes, &size));
    const std::unique_ptr<char, decltype(&std::free)> key{bytes, &std::free};
    std::array<char, kDigits + 1> code{};
    require(oath_totp_generate(bytes, size, std::time(nullptr) + ahead.count(),
                               OATH_TOTP_DEFAULT_TIME_STEP_SIZE, OATH_TOTP_DEFAULT_START_TIME,
                               kDigits, code.data()));
    return {code.data(), kDigits};
}

} // namespace palpate::journey
