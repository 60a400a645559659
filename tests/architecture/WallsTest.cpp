// SPDX-License-Identifier: MIT
#include "architecture/Rules.h"

#include <catch2/catch_test_macros.hpp>

using namespace palpate::architecture;

namespace {

const std::filesystem::path kRoot{PALPATE_SOURCE_DIR};

[[nodiscard]] LayerTable table() {
    return readLayerTable(std::filesystem::path{PALPATE_BINARY_DIR} / "layers.txt");
}

void expectNone(const std::vector<Violation>& violations) {
    for (const auto& violation : violations) {
        UNSCOPED_INFO(shown(violation));
    }
    CHECK(violations.empty());
}

} // namespace

TEST_CASE("the layer table holds the rooms that have code") {
    const auto rooms = table();
    for (const auto* room : {"domain", "reference"}) {
        CAPTURE(room);
        REQUIRE(rooms.contains(room));
        CHECK_FALSE(rooms.at(room).contract.empty());
    }
    CHECK(rooms.at("domain").uses.empty());
    CHECK(rooms.at("domain").hides.empty());
}

TEST_CASE("every arrow goes down the house and every wall holds") {
    expectNone(checkArrows(table()));
}

TEST_CASE("no room includes what it may not, and SQL stays in storage") {
    expectNone(checkRooms(kRoot, table()));
}

TEST_CASE("every source begins with its licence") {
    expectNone(checkLicences(kRoot));
}
