// SPDX-License-Identifier: MIT
#include "domain/Wipe.h"

#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>

#include <algorithm>
#include <array>
#include <span>
#include <stdexcept>
#include <string>

using namespace palpate;

namespace {

/// The room that the text has for itself, also behind its end.
[[nodiscard]] bool isZero(const std::string& text) {
    // An empty text still owns its room, which nothing has been written to since.
    return std::ranges::all_of(std::span{text.data(), text.capacity()},
                               [](char c) { return c == '\0'; });
}

} // namespace

TEST_CASE("what was a password is zero, long or short", "[wipe]") {
    std::string password = GENERATE("short", "a pass phrase that has no room in the text itself");
    const char* const where = password.data();
    wipe(password);
    CHECK(password.empty());
    CHECK(password.data() == where);
    CHECK(isZero(password));
}

TEST_CASE("the end of a longer text before is wiped too", "[wipe]") {
    std::string password = "a pass phrase that has no room in the text itself";
    password.resize(3);
    wipe(password);
    CHECK(isZero(password));
}

TEST_CASE("only the bytes that are named are wiped", "[wipe]") {
    std::array bytes{'a', 'b', 'c', 'd'};
    wipe(bytes.data() + 1, 2);
    CHECK(bytes == std::array{'a', '\0', '\0', 'd'});
}

TEST_CASE("a password is wiped at the end of its block, also by an exception", "[wipe]") {
    std::string password = "a pass phrase that has no room in the text itself";
    try {
        const WipedAtEnd wiped{password};
        throw std::runtime_error{"the disk is full"};
    } catch (const std::runtime_error&) {
        CHECK(isZero(password));
    }
}
