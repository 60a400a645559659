// SPDX-License-Identifier: MIT
#include "app/CoreDumps.h"
#include "cli/Program.h"

#include <iostream>

int main(int argc, char** argv) {
    palpate::app::forbidCoreDumps();
    return palpate::cli::run(argc, argv, std::cout, std::cerr);
}
