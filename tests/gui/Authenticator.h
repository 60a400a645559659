// SPDX-License-Identifier: MIT
#pragma once

#include <chrono>
#include <string>

namespace palpate::journey {

/// What somebody's authenticator shows `ahead` of now for a secret in base32, blanks aside.
[[nodiscard]] std::string codeFor(const std::string& secret, std::chrono::seconds ahead = {});

} // namespace palpate::journey
