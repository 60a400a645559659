// SPDX-License-Identifier: MIT
#include "reference/Reference.h"
#include "reference/Shipped.h"
#include "support/Builders.h"
#include "support/Printing.h"

#include <catch2/catch_test_macros.hpp>

using namespace palpate;
using palpate::reference::Read;
using palpate::test::key;
using palpate::test::shipped;

TEST_CASE("every source is known by its citation and by how much of it was opened") {
    const auto* delphi = shipped().sources().find(key<SourceKey>("OSTELO2008"));
    REQUIRE(delphi != nullptr);
    CHECK(delphi->read == Read::Abstract);
    CHECK(delphi->citation.find("Spine 2008;33(1):90-94") != std::string::npos);
    CHECK(shipped().sources().find(key<SourceKey>("NOBODY1900")) == nullptr);
}

TEST_CASE(
    "a row says that its source is not yet checked only when none of its sources was opened") {
    const auto& sources = shipped().sources();
    const std::vector<SourceKey> unopened{key<SourceKey>("TS1"), key<SourceKey>("WERNER")};
    const std::vector<SourceKey> oneOpened{key<SourceKey>("TS1"), key<SourceKey>("HOU2002")};
    REQUIRE(sources.warningFor(unopened));
    CHECK(shown(*sources.warningFor(unopened)) == "source not yet checked");
    CHECK_FALSE(sources.warningFor(oneOpened));
    CHECK(sources.warningFor({}));
}

TEST_CASE("272 rows of alert and technique rest on sources that nobody has opened") {
    int unchecked = 0;
    for (const auto& row : shipped().alerts().rows()) {
        unchecked += shipped().sources().warningFor(row.sources) ? 1 : 0;
    }
    CHECK(unchecked == 272);
}

TEST_CASE("the same key never stands for two texts") {
    reference::Sources sources;
    const reference::Source one{key<SourceKey>("A1"), "A. Book. 2001.", Read::Full};
    CHECK(sources.add(one));
    CHECK(sources.add(one));
    CHECK(sources.all().size() == 1);
    auto other = one;
    other.read = Read::None;
    CHECK_FALSE(sources.add(other));
    REQUIRE(sources.all().size() == 1);
    CHECK(sources.all().front() == one);
}

TEST_CASE("tables can be moved, and what they pointed at stays") {
    auto first = reference::Reference::load(test::shippedTables());
    const auto* release = first.techniques().find(key<TechniqueKey>("pressure_release"));
    const auto second = std::move(first);
    CHECK(second.techniques().find(key<TechniqueKey>("pressure_release")) == release);
    CHECK(release->name == "Trigger point pressure release");
}
