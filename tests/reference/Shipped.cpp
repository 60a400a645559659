// SPDX-License-Identifier: MIT
#include "reference/Shipped.h"

namespace palpate::test {

std::filesystem::path shippedTables() {
    return std::filesystem::path{PALPATE_SOURCE_DIR} / "src" / "reference" / "data";
}

const reference::Reference& shipped() {
    static const auto tables = reference::Reference::load(shippedTables());
    return tables;
}

} // namespace palpate::test
