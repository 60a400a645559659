// SPDX-License-Identifier: MIT
#pragma once

#include "domain/Error.h"

#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>

namespace palpate::cli {

/// The bytes of a file that was named on the command line. Throws StorageError with that sentence,
/// of which {1} becomes the name.
[[nodiscard]] inline std::string givenFile(const std::string& file, const char* whyNot) {
    std::error_code ignored;
    std::ifstream in{file, std::ios::binary};
    std::string text{std::istreambuf_iterator<char>{in}, std::istreambuf_iterator<char>{}};
    if (std::filesystem::is_directory(file, ignored) || (!in.good() && !in.eof())) {
        throw StorageError{{whyNot, {file}}};
    }
    return text;
}

} // namespace palpate::cli
