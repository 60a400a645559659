// SPDX-License-Identifier: MIT
#include "cli/Program.h"

#include <iostream>

int main(int argc, char** argv) {
    return palpate::cli::run(argc, argv, std::cout, std::cerr);
}
