// SPDX-License-Identifier: MIT
#pragma once

#include <catch2/catch_test_macros.hpp>

#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <string_view>

namespace palpate::test {

/// Broken at spaces, so that in what is approved a change of a word is a change of few lines.
[[nodiscard]] inline std::string wrapped(std::string text) {
    constexpr std::size_t kLine = 96;
    std::size_t begin = 0;
    while (text.size() - begin > kLine) {
        const auto space = text.rfind(' ', begin + kLine);
        if (space == std::string::npos || space <= begin) {
            break;
        }
        text[space] = '\n';
        begin = space + 1;
    }
    return text;
}

/// Compares a text byte for byte with tests/approved/NAME (such as "drawing/chart.svg"). When it
/// differs or nothing is approved yet, what was received is left beside it as chart.received.svg
/// and the story fails with that path; `tests/approve` accepts it once it has been looked at.
inline void checkApproved(std::string_view name, std::string_view received) {
    const auto approvedFile = std::filesystem::path{PALPATE_SOURCE_DIR} / "tests/approved" / name;
    auto receivedFile = approvedFile;
    receivedFile.replace_extension(".received" + approvedFile.extension().string());

    std::ifstream stream{approvedFile, std::ios::binary};
    const bool isThere = stream.good();
    const std::string approved{std::istreambuf_iterator<char>{stream}, {}};
    if (isThere && approved == received) {
        std::filesystem::remove(receivedFile);
        SUCCEED("as approved");
        return;
    }
    std::filesystem::create_directories(receivedFile.parent_path());
    std::ofstream{receivedFile, std::ios::binary} << received;
    FAIL_CHECK("not as approved: look at " << receivedFile.string()
                                           << " and run tests/approve if it is right");
}

} // namespace palpate::test
