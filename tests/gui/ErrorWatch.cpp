// SPDX-License-Identifier: MIT
#include "gui/ErrorWatch.h"

#if defined(__SANITIZE_ADDRESS__)
#include <sanitizer/common_interface_defs.h>
#endif

#include <unistd.h>

#include <algorithm>
#include <array>
#include <cstdint>
#include <cstdio>
#include <stdexcept>

namespace palpate::guitest {

ErrorWatch::ErrorWatch() : real_{dup(STDERR_FILENO)}, file_{-1} {
    if (std::FILE* const file = std::tmpfile()) { // closed with the process
        file_ = fileno(file);
    }
    if (real_ < 0 || file_ < 0 || dup2(file_, STDERR_FILENO) < 0) {
        throw std::runtime_error{"stderr cannot be watched"};
    }
#if defined(__SANITIZE_ADDRESS__)
    __sanitizer_set_report_fd(reinterpret_cast<void*>(static_cast<std::intptr_t>(real_)));
#endif
}

std::string ErrorWatch::complaints() {
    std::fflush(stderr);
    std::string text;
    std::array<char, 4096> block{};
    for (ssize_t got = 0; (got = pread(file_, block.data(), block.size(), read_)) > 0;) {
        read_ += got;
        text.append(block.data(), static_cast<std::size_t>(got));
    }
    if (!text.empty() && write(real_, text.data(), text.size()) < 0) {
        return "stderr cannot be written\n";
    }
    std::string lines;
    for (std::size_t begin = 0; begin < text.size();) {
        const std::size_t end = std::min(text.find('\n', begin), text.size());
        const std::string line = text.substr(begin, end - begin);
        for (const char* const kind : {"-WARNING **", "-CRITICAL **", "-ERROR **"}) {
            if (line.find(kind) != std::string::npos) {
                lines += line + '\n';
            }
        }
        begin = end + 1;
    }
    return lines;
}

} // namespace palpate::guitest
