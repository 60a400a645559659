// SPDX-License-Identifier: MIT
#include "app/Cautions.h"

#include "app/OpenClinic.h"
#include "app/Words.h"
#include "atlas/BodyMap.h"
#include "reference/Reference.h"
#include "support/Builders.h"
#include "support/TempFolder.h"

#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>

#include <algorithm>
#include <fstream>
#include <iterator>
#include <map>

namespace palpate::app {

namespace {

using reference::ContraindicationKind;
using test::key;

[[nodiscard]] const reference::Reference& tables() {
    return test::shippedKnowledge().reference();
}
[[nodiscard]] Alert alert(std::string_view kind, std::string detail = {}) {
    return {.kind = key<AlertKey>(kind), .detail = std::move(detail)};
}
[[nodiscard]] TreatedPlace place(std::string_view region, Side side = Side::Right) {
    return {.regions = {key<RegionKey>(region)}, .side = side};
}
[[nodiscard]] std::vector<Caution> cautions(std::vector<Alert> alerts, std::string_view technique,
                                            const std::optional<TreatedPlace>& where) {
    return cautionsFor(alerts, key<TechniqueKey>(technique), where, tables());
}
[[nodiscard]] Caution caution(std::string_view kind, std::string_view technique,
                              const std::optional<TreatedPlace>& where) {
    const auto all = cautions({alert(kind)}, technique, where);
    REQUIRE(all.size() == 1);
    return all.front();
}
[[nodiscard]] std::optional<TreatedPlace> placed(const TreatmentTarget& target,
                                                 const Session& session = test::aSession()) {
    return placeOf(target, session, test::shippedKnowledge().map(), tables());
}
[[nodiscard]] bool lies(const std::optional<TreatedPlace>& where, std::string_view region) {
    REQUIRE(where);
    return std::ranges::find(where->regions, key<RegionKey>(region)) != where->regions.end();
}

[[nodiscard]] CautionKind asCaution(ContraindicationKind kind) {
    static const std::map<ContraindicationKind, CautionKind> kinds{
        {ContraindicationKind::Absolute, CautionKind::Absolute},
        {ContraindicationKind::Relative, CautionKind::Relative},
        {ContraindicationKind::Local, CautionKind::Local},
        {ContraindicationKind::Precaution, CautionKind::Precaution}};
    return kinds.at(kind);
}

/// The shipped tables with the labels and other names of all alerts handed on to the next one.
[[nodiscard]] reference::Reference withSwappedLabels(const test::TempFolder& folder) {
    const auto shipped = std::filesystem::path{PALPATE_SOURCE_DIR} / "src" / "reference" / "data";
    for (const auto& entry : std::filesystem::directory_iterator{shipped}) {
        std::filesystem::copy_file(entry.path(), folder.path() / entry.path().filename());
    }
    const auto file = folder.path() / "contraindications.json";
    std::ifstream in{file};
    std::string content{std::istreambuf_iterator<char>{in}, {}};
    in.close();
    const auto& alerts = tables().alerts().all();
    std::size_t from = 0;
    for (std::size_t i = 0; i < alerts.size(); ++i) {
        const auto sound = "\"label\": \"" + alerts[i].label + "\"";
        const auto at = content.find(sound, from);
        REQUIRE(at != std::string::npos);
        const auto swapped = "\"label\": \"" + alerts[(i + 1) % alerts.size()].label + "\"";
        content.replace(at, sound.size(), swapped);
        from = at + swapped.size();
    }
    std::ofstream{file, std::ios::trunc} << content;
    return reference::Reference::load(folder.path());
}

} // namespace

TEST_CASE("every alert meets every technique: 697 with the table's row word for word, 743 not "
          "checked, none silent") {
    int rows = 0;
    int notChecked = 0;
    for (const auto& known : tables().alerts().all()) {
        for (const auto& technique : tables().techniques().all()) {
            CAPTURE(known.key.text(), technique.key.text());
            const auto found =
                cautionsFor(std::vector<Alert>{{known.key, {}}}, technique.key, {}, tables());
            REQUIRE(found.size() == 1);
            const auto& one = found.front();
            CHECK(one.alert == known.key);
            CHECK(one.label == known.label);
            const auto* row = tables().alerts().rowFor(known.key, technique.key);
            if (row == nullptr) {
                ++notChecked;
                CHECK(one.kind == CautionKind::NotChecked);
                CHECK_FALSE(one.needsReason);
                CHECK(one.text == "Not checked for this technique, which does not mean safe.");
                CHECK(one.sources.empty());
                continue;
            }
            ++rows;
            CHECK(one.kind == asCaution(row->kind));
            CHECK(one.text == row->text);
            CHECK(one.meaning == tables().alerts().meaningOf(row->kind));
            CHECK(one.sources.starts_with(row->sources.front().text()));
            // Where nothing is known of the place, whatever isn't a mere precaution asks.
            CHECK(one.needsReason == (row->kind != ContraindicationKind::Precaution));
            CHECK(one.holds == (row->scope == reference::ContraindicationScope::Whole
                                    ? CautionHolds::Here
                                    : CautionHolds::AskPlace));
            CHECK_FALSE(summaryOf(found).label.empty());
        }
    }
    CHECK(rows == 697);
    CHECK(notChecked == 743);
}

TEST_CASE("an alert meets a technique by its key, whatever it is called") {
    const test::TempFolder folder;
    const auto swapped = withSwappedLabels(folder);
    REQUIRE(swapped.alerts().find(key<AlertKey>("anticoagulant"))->label == "Antiplatelet drug");
    int differences = 0;
    for (const auto& known : tables().alerts().all()) {
        for (const auto& technique : tables().techniques().all()) {
            const std::vector<Alert> alerts{{known.key, "Pacemaker, pregnancy"}};
            auto one = cautionsFor(alerts, technique.key, {}, swapped).front();
            const auto other = cautionsFor(alerts, technique.key, {}, tables()).front();
            differences += one.label != other.label ? 1 : 0;
            one.label = other.label;
            CAPTURE(known.key.text(), technique.key.text());
            CHECK(one == other);
        }
    }
    CHECK(differences == 1440);
}

SCENARIO("what calls for a reason") {
    GIVEN("a row of the whole body") {
        const auto thinner = caution("anticoagulant", "dry_needling", place("calf"));
        CHECK(thinner.kind == CautionKind::Relative);
        CHECK(thinner.holds == CautionHolds::Here);
        CHECK(thinner.needsReason);
        CHECK(thinner.readyReason.empty());
        CHECK(headingOf(thinner) == "Anticoagulant: only after weighing the risk, adapted, often "
                                    "with medical agreement");
    }
    GIVEN("a row of some regions") {
        THEN("it holds in these") {
            const auto here = caution("aortic_aneurysm", "spinal_manipulation", place("lumbar"));
            CHECK(here.kind == CautionKind::Absolute);
            CHECK(here.holds == CautionHolds::Here);
            CHECK(here.needsReason);
        }
        THEN("elsewhere it is told quietly") {
            const auto there =
                caution("aortic_aneurysm", "spinal_manipulation", place("neck_posterior"));
            CHECK(there.holds == CautionHolds::Elsewhere);
            CHECK_FALSE(there.needsReason);
            CHECK(there.text == "No thrust to the thoracic or lumbar spine with a known or "
                                "suspected aneurysm.");
            CHECK(headingOf(there).starts_with("Aortic aneurysm: elsewhere (lower thoracic region, "
                                               "lumbar region, sacrum, "));
        }
        THEN("before the place is known it asks") {
            const auto unknown = caution("aortic_aneurysm", "spinal_manipulation", {});
            CHECK(unknown.holds == CautionHolds::AskPlace);
            CHECK(unknown.needsReason);
            CHECK_FALSE(unknown.readyReason.empty());
        }
    }
    GIVEN("a row of the site of the problem, which the record doesn't hold") {
        const auto site = caution("skin_lesion_or_wound", "massage_relaxation", place("calf"));
        CHECK(site.kind == CautionKind::Local);
        CHECK(site.holds == CautionHolds::AskPlace);
        CHECK(site.needsReason);
        CHECK(site.readyReason == "Not at the site of the problem.");
    }
    GIVEN("a device whose place the alert leaves open, and a row that names the chest") {
        const auto belly = caution("pacemaker_or_implant", "percussion", place("abdomen_lower"));
        CHECK(belly.holds == CautionHolds::AskPlace);
        CHECK(belly.needsReason);
    }
    GIVEN("a precaution") {
        const auto care = caution("pneumothorax_risk", "cupping", place("scapular"));
        CHECK(care.kind == CautionKind::Precaution);
        CHECK(care.holds == CautionHolds::Here);
        CHECK_FALSE(care.needsReason);
    }
}

TEST_CASE("alerts that nobody asked for are told, alerts that were asked and are none are not") {
    const auto notAsked = cautionsFor({}, key<TechniqueKey>("dry_needling"), {}, tables());
    REQUIRE(notAsked.size() == 1);
    CHECK(notAsked.front().kind == CautionKind::NotAsked);
    CHECK_FALSE(notAsked.front().alert);
    CHECK_FALSE(notAsked.front().needsReason);
    CHECK(notAsked.front().text ==
          "The patient's alerts were not asked, so nothing could be checked.");
    CHECK(summaryOf(notAsked).label == "Alerts: not asked");
    CHECK(cautions({}, "dry_needling", {}).empty());
    CHECK(summaryOf({}).label.empty());
    CHECK_FALSE(summaryOf({}).worst);
}

TEST_CASE("the worst comes first, what is elsewhere last, and a chip tells it in a few words") {
    const auto all = cautions({alert("thyroid_disease"), alert("pneumothorax_risk"),
                               alert("aortic_aneurysm"), alert("anticoagulant", "warfarin")},
                              "dry_needling", place("lumbar"));
    REQUIRE(all.size() == 4);
    CHECK(all[0].alert == key<AlertKey>("anticoagulant"));
    CHECK(all[0].label == "Anticoagulant (warfarin)");
    CHECK(all[1].kind == CautionKind::NotChecked); // thyroid disease
    CHECK(all[2].holds == CautionHolds::Elsewhere);
    CHECK(all[3].holds == CautionHolds::Elsewhere);
    const auto summary = summaryOf(all);
    CHECK(summary.worst == CautionKind::Relative);
    CHECK(summary.needsReason);
    CHECK(summary.label == "Anticoagulant (warfarin): weigh the risk, and 1 more");
}

TEST_CASE("two records of one alert are one caution with both details") {
    const auto both = cautions(
        {alert("metal_implant", "left hip"), alert("asthma"), alert("metal_implant", "right knee")},
        "ultrasound", {});
    CHECK(both.size() == 2);
    CHECK(std::ranges::any_of(both, [](const Caution& one) {
        return one.label == "Metal implant or joint replacement (left hip; right knee)";
    }));
}

TEST_CASE("an alert or a technique that the tables lack is not checked, never safe") {
    const auto unknown = caution("moon_sickness", "dry_needling", {});
    CHECK(unknown.kind == CautionKind::NotChecked);
    CHECK(unknown.label == "moon_sickness");
    CHECK(caution("anticoagulant", "moxibustion", {}).kind == CautionKind::NotChecked);
}

TEST_CASE("a reason counts for its own alert, and an empty one for none") {
    const auto all = cautions({alert("anticoagulant"), alert("fragile_skin"), alert("asthma")},
                              "dry_needling", place("calf"));
    const auto asked = withoutReason(all, {});
    REQUIRE_FALSE(asked.empty());
    CHECK(asked.front() == key<AlertKey>("anticoagulant"));
    std::vector<WentOn> reasons{{key<AlertKey>("anticoagulant"), ""},
                                {key<AlertKey>("asthma"), "inhaler at hand"}};
    CHECK(withoutReason(all, reasons) == asked);
    reasons.front().reason = "INR 2.1 this week, physician agrees";
    CHECK(withoutReason(all, reasons).size() == asked.size() - 1);
}

SCENARIO("where a treatment is given is told by its target") {
    GIVEN("a region") {
        const auto where = placed(RegionTarget{key<RegionKey>("lumbar"), Side::Right});
        CHECK(where == place("lumbar"));
    }
    GIVEN("a joint") {
        CHECK(lies(placed(JointTarget{key<JointKey>("C5"), Side::Left}), "neck_posterior"));
        CHECK(lies(placed(JointTarget{key<JointKey>("C0-C1"), Side::Middle}), "occiput"));
        CHECK(lies(placed(JointTarget{key<JointKey>("L5-S1"), Side::Middle}), "sacrum"));
        CHECK_FALSE(placed(JointTarget{key<JointKey>("C9"), Side::Middle}));
    }
    GIVEN("a muscle") {
        const auto lumborum =
            placed(MuscleTarget{key<MuscleKey>("quadratus_lumborum"), Side::Right});
        CHECK(lies(lumborum, "lumbar"));
        CHECK_FALSE(lies(lumborum, "abdomen_lower"));
        CHECK(lumborum->side == Side::Right);
        const auto psoas = placed(MuscleTarget{key<MuscleKey>("psoas_major"), Side::Left});
        CHECK(lies(psoas, "abdomen_lower"));
        CHECK(lies(placed(MuscleTarget{key<MuscleKey>("biceps_brachii"), Side::Left}),
                   "arm_anterior"));
    }
    GIVEN("a point") {
        auto session = test::aSession();
        session.findings.push_back(test::aFindingOn("quadratus_lumborum", 1));
        session.findings.back().at = {View::Posterior, 424, 684};
        CHECK(placed(session.findings.back().point.id, session) == place("lumbar"));
        THEN("the psoas, marked on the back, is still reached through the belly") {
            session.findings.back().muscle = key<MuscleKey>("psoas_major");
            const auto where = placed(session.findings.back().point.id, session);
            CHECK(lies(where, "lumbar"));
            CHECK(lies(where, "abdomen_lower"));
        }
        THEN("a point that the session doesn't have is nowhere") {
            CHECK_FALSE(placed(test::aPoint(7).id, session));
        }
    }
}

TEST_CASE("every muscle of the map has a place, and that place is on the body") {
    const auto& map = test::shippedKnowledge().map();
    for (const auto& muscle : map.muscles()) {
        CAPTURE(muscle.key.text(), name(muscle.side));
        const auto where = placed(MuscleTarget{muscle.key, muscle.side});
        CHECK(where.has_value());
    }
}

} // namespace palpate::app
