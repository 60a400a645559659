// SPDX-License-Identifier: MIT
#include "reference/Alerts.h"

#include "reference/Shipped.h"
#include "support/Builders.h"
#include "support/Printing.h"

#include <catch2/catch_test_macros.hpp>

#include <algorithm>
#include <map>

using namespace palpate;
using namespace palpate::reference;
using palpate::test::key;
using palpate::test::shipped;

namespace {

[[nodiscard]] const Contraindication* row(std::string_view alert, std::string_view technique) {
    return shipped().alerts().rowFor(key<AlertKey>(alert), key<TechniqueKey>(technique));
}

} // namespace

TEST_CASE("48 alerts have 697 rows of what they mean for a technique") {
    const auto& alerts = shipped().alerts();
    CHECK(alerts.all().size() == 48);
    CHECK(alerts.rows().size() == 697);
    std::map<ContraindicationKind, int> counts;
    for (const auto& each : alerts.rows()) {
        ++counts[each.kind];
        CAPTURE(each.alert, each.technique);
        CHECK(alerts.rowFor(each.alert, each.technique) == &each);
        CHECK(shipped().techniques().find(each.technique) != nullptr);
    }
    CHECK(counts[ContraindicationKind::Absolute] == 102);
    CHECK(counts[ContraindicationKind::Relative] == 121);
    CHECK(counts[ContraindicationKind::Local] == 249);
    CHECK(counts[ContraindicationKind::Precaution] == 225);
}

SCENARIO("a patient takes a blood thinner and the therapist thinks of needling") {
    const auto* needling = row("anticoagulant", "dry_needling");
    REQUIRE(needling != nullptr);
    CHECK(needling->kind == ContraindicationKind::Relative);
    CHECK(needling->scope == ContraindicationScope::Whole);
    CHECK(needling->regions.empty());
    CHECK(needling->text.starts_with("Not an absolute contraindication."));
    CHECK(needling->sources.size() == 4);
    CHECK_FALSE(shipped().sources().warningFor(needling->sources));
    CHECK(shipped().alerts().meaningOf(needling->kind) ==
          "only after weighing the risk, adapted, often with medical agreement");
    THEN("the program knows what to ask and to note") {
        const auto* alert = shipped().alerts().find(key<AlertKey>("anticoagulant"));
        REQUIRE(alert != nullptr);
        CHECK(alert->label == "Anticoagulant");
        CHECK(alert->ask.ends_with("last blood test?"));
        CHECK(alert->record.find("INR") != std::string::npos);
        CHECK(alert->detailField == "drug");
        CHECK(alert->detailChoices.size() == 5);
    }
}

TEST_CASE("a pair without a row is not checked, and there are 743 of these") {
    int notChecked = 0;
    for (const auto& alert : shipped().alerts().all()) {
        for (const auto& technique : shipped().techniques().all()) {
            notChecked += shipped().alerts().rowFor(alert.key, technique.key) == nullptr ? 1 : 0;
        }
    }
    CHECK(notChecked == 1440 - 697);
    CHECK(row("anticoagulant", "no_such_technique") == nullptr);
    CHECK(row("no_such_alert", "dry_needling") == nullptr);
}

TEST_CASE("a row for some regions names them") {
    const auto* aneurysm = row("aortic_aneurysm", "spinal_manipulation");
    REQUIRE(aneurysm != nullptr);
    CHECK(aneurysm->kind == ContraindicationKind::Absolute);
    CHECK(aneurysm->scope == ContraindicationScope::Regions);
    CHECK(std::ranges::find(aneurysm->regions, key<RegionKey>("lumbar")) !=
          aneurysm->regions.end());
}
