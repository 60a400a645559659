// SPDX-License-Identifier: MIT
#pragma once

#include "reference/Reference.h"

#include <filesystem>

namespace palpate::test {

/// The folder of the tables as they are shipped.
[[nodiscard]] std::filesystem::path shippedTables();
/// Those tables, loaded once a test program; they never change.
[[nodiscard]] const reference::Reference& shipped();

} // namespace palpate::test
