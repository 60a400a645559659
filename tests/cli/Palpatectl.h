// SPDX-License-Identifier: MIT
#pragma once

#include <filesystem>
#include <string>
#include <vector>

namespace palpate::test {

/// What a process left behind.
struct Outcome {
    int status = -1; ///< exit status; 128 and the signal's number when it was killed
    std::string out;
    std::string errors;
};

struct Environment {
    std::vector<std::string> set; ///< "NAME=value"
    std::string input;            ///< what stdin holds; never a terminal
};

/// Runs a program with arguments, no shell between. PALPATE_USER and PALPATE_PASSWORD of this
/// process are not handed on.
[[nodiscard]] Outcome ran(const std::string& program, const std::vector<std::string>& arguments,
                          const Environment& environment = {});
/// The built palpatectl with the password "correct horse".
[[nodiscard]] Outcome palpatectl(const std::vector<std::string>& arguments);
/// The same with nothing that says a password.
[[nodiscard]] Outcome palpatectlWithoutPassword(const std::vector<std::string>& arguments);

/// A demonstration clinic of 12 patients (seed 7, last day 2026-11-23), made once for all stories
/// of a program; they only read it.
[[nodiscard]] const std::filesystem::path& sharedDemo();

} // namespace palpate::test
