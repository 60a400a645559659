// SPDX-License-Identifier: MIT
#include "storage/OpenFile.h"

#include <fcntl.h>
#include <unistd.h>

#include <cerrno>

namespace palpate::storage {

OpenFile::OpenFile(const std::filesystem::path& path, int flags)
    : handle_{::open(path.c_str(), flags | O_CLOEXEC, 0600)} {}

OpenFile::~OpenFile() {
    if (isOpen()) {
        ::close(handle_);
    }
}

bool writeAll(const OpenFile& file, std::string_view content) {
    while (!content.empty()) {
        const auto written = ::write(file.handle(), content.data(), content.size());
        if (written < 0 && errno == EINTR) {
            continue;
        }
        if (written <= 0) {
            return false;
        }
        content.remove_prefix(static_cast<std::size_t>(written));
    }
    return true;
}

} // namespace palpate::storage
