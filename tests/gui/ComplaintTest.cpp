// SPDX-License-Identifier: MIT
#include <catch2/catch_test_macros.hpp>

#include <cstdio>

// Hidden: run by itself to see that the watch on stderr (main.cpp) does fail the program.
TEST_CASE("a complaint of the toolkit is noticed", "[.][complaint]") {
    std::fputs("(test:1): Gtk-WARNING **: made up to see that it is noticed\n", stderr);
    SUCCEED();
}
