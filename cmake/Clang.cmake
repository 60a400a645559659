# SPDX-License-Identifier: MIT
# The toolchain of the sanitizer build: the newest Clang there is, 16 at least (older ones do not know enough C++20).
find_program(PALPATE_CLANGXX NAMES clang++-20 clang++-19 clang++-18 clang++-17 clang++-16 clang++ REQUIRED)
string(REPLACE "clang++" "clang" PALPATE_CLANG ${PALPATE_CLANGXX})
set(CMAKE_C_COMPILER ${PALPATE_CLANG})
set(CMAKE_CXX_COMPILER ${PALPATE_CLANGXX})
