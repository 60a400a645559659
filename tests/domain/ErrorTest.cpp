// SPDX-License-Identifier: MIT
#include "domain/Error.h"

#include <catch2/catch_test_macros.hpp>
#include <catch2/matchers/catch_matchers_string.hpp>

#include <new>
#include <stdexcept>

using namespace palpate;

TEST_CASE("an error says its sentence in English and keeps it for translation") {
    const StorageError error{{tr("The disk is full; free {1} MB and try again."), {"20"}}};
    CHECK(std::string{error.what()} == "The disk is full; free 20 MB and try again.");
    CHECK(error.message().arguments == std::vector<std::string>{"20"});
    CHECK(describe(error) == error.what());
    CHECK(describe(error, [](const std::string&) { return std::string{"Platte voll: {1}"}; }) ==
          "Platte voll: 20");
}

TEST_CASE("an error is caught by what the caller can do about it") {
    CHECK_THROWS_AS(throw SchemaTooNew({"x", {}}), StorageError);
    CHECK_THROWS_AS(throw EditRefused({"x", {}}), Error);
    CHECK_THROWS_AS(throw DataError({"x", {}}), std::runtime_error);
}

TEST_CASE("a foreign exception becomes one sentence too") {
    CHECK_THAT(describe(std::out_of_range{"vector::at"}),
               Catch::Matchers::ContainsSubstring("vector::at"));
    CHECK_THAT(describe(std::bad_alloc{}), Catch::Matchers::ContainsSubstring("memory"));
}
