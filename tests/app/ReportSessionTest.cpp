// SPDX-License-Identifier: MIT
#include "app/OpenClinic.h"
#include "app/ReportParts.h"
#include "app/ReportPlainWords.h"
#include "app/ReportWords.h"
#include "app/SentenceWords.h"
#include "app/VariedVisit.h"
#include "reference/Reference.h"
#include "support/Printing.h"

#include <catch2/catch_test_macros.hpp>

namespace palpate::app {

namespace {

[[nodiscard]] std::string text(const report::Fields& fields, std::string_view name) {
    const auto found = fields.values().find(name);
    return found != fields.values().end() ? found->second.text : "(none)";
}

/// Rows as "motion | first | now | usual".
[[nodiscard]] std::vector<std::string> motionRows(const CaseStory& story) {
    report::Fields fields;
    setMotions(fields, story, test::shippedKnowledge().reference());
    std::vector<std::string> rows{text(fields, "motionTitle")};
    for (const auto& row : fields.values().find("motions")->second.items) {
        rows.push_back(text(row, "motion") + " | " + text(row, "first") + " | " + text(row, "now") +
                       " | " + text(row, "usual"));
    }
    return rows;
}

} // namespace

SCENARIO("a report tells how far joints moved first and move now") {
    test::Visit first{0, -14};
    first.motion("lumbar.flexion", Side::Middle, 38)
        .motion("lumbar.lateral_flexion", Side::Right, 14, 20)
        .motion("lumbar.extension", Side::Middle, {}, 12);
    test::Visit now{1};
    now.motion("lumbar.flexion", Side::Middle, 54).motion("lumbar.extension", Side::Middle, {}, 19);
    GIVEN("motions of one joint") {
        CHECK(motionRows(storyOf(test::aCase(), {first.session(), now.session()})) ==
              std::vector<std::string>{"Lumbar", "flexion | 38° | 54° | 40–60°",
                                       "side-bending R | 14° | not measured | 15–25°",
                                       "extension, passive | 12° | 19° | 20–35°"});
    }
    GIVEN("one of another joint") {
        now.motion("jaw.opening", Side::Middle, 38);
        const auto rows = motionRows(storyOf(test::aCase(), {first.session(), now.session()}));
        CHECK(rows.front() == "Motion");
        CHECK(rows.at(1).starts_with("Lumbar flexion | "));
        CHECK(rows.back() == "Jaw opening | 38 mm | 38 mm | 40–55 mm");
    }
    GIVEN("none") {
        report::Fields fields;
        setMotions(fields, storyOf(test::aCase(), {test::aSession()}),
                   test::shippedKnowledge().reference());
        CHECK_FALSE(fields.values().find("hasMotions")->second.flag);
    }
}

SCENARIO("a patient reads motions in plain words, and how much further they go") {
    test::Visit first{0, -14};
    first.motion("lumbar.flexion", Side::Middle, 38)
        .motion("lumbar.lateral_flexion", Side::Right, 14)
        .motion("lumbar.rotation", Side::Left, 8);
    test::Visit now{1};
    now.motion("lumbar.flexion", Side::Middle, 54)
        .motion("lumbar.lateral_flexion", Side::Right, 14)
        .motion("lumbar.extension", Side::Middle, {}, 19);
    report::Fields fields;
    setMotions(fields, storyOf(test::aCase(), {first.session(), now.session()}),
               test::shippedKnowledge().reference());
    std::vector<std::string> rows;
    for (const auto& row : fields.values().find("motions")->second.items) {
        rows.push_back(text(row, "plain") + " | " + text(row, "change"));
    }
    // What was measured only then, or only now, has not changed in any way that is known.
    CHECK(rows == std::vector<std::string>{"lower back: bending forward | 16° more",
                                           "lower back: bending to the right | the same",
                                           "lower back: turning to the left | ",
                                           "lower back: bending back, moved by us | "});
}

TEST_CASE("every motion of the table has words for a patient") {
    for (const auto& motion : test::shippedKnowledge().reference().motions().all()) {
        const auto words = plainMotion(motion, motion.sided ? Side::Left : Side::Middle);
        INFO(motion.key.text());
        CHECK(words.find("{1}") == std::string::npos);
        CHECK_FALSE(words.empty());
    }
}

TEST_CASE("a diagnosis is explained where its name needs it") {
    CHECK(plainDiagnosis("Myalgia, other site") == "muscle pain");
    CHECK(plainDiagnosis("Fibromyalgia") == "long-lasting pain in many muscles");
    CHECK(plainDiagnosis("Lateral epicondylitis, left") == "tennis elbow");
    CHECK(plainDiagnosis("Other low back pain").empty());
    CHECK(plainDiagnosis("Spondylosis without myelopathy or radiculopathy, lumbar") ==
          "wear of the spine");
    CHECK(plainDiagnosis("Migraine without paraesthesia").empty());
    CHECK(plainDiagnosis("").empty());
}

TEST_CASE("a name loses its capital within a sentence, unless it is a proper one") {
    CHECK(uncapitalised("Anticoagulant") == "anticoagulant");
    CHECK(uncapitalised("Dry needling") == "dry needling");
    CHECK(uncapitalised("Post-isometric relaxation") == "post-isometric relaxation");
    for (const char* kept :
         {"TENS", "PNF stretch", "IASTM", "C5 on the left", "McKenzie extension", "Graston tool",
          "Thai massage", "Raynaud", "Ehlers-Danlos syndrome", "Crohn's disease", "X-ray", ""}) {
        CHECK(uncapitalised(kept) == kept);
    }
    CHECK(listedInSentence({"Cupping", "TENS", "Heat"}) == "cupping, TENS, heat");
}

SCENARIO("a report tells of the latest session and of what was corrected since") {
    auto before = test::signedAs(test::aSession(), test::aSignature());
    before.startedAt -= std::chrono::days{7};
    before.addenda = {test::anAddendum()};
    auto latest = test::aSession(1);
    latest.startedAt = test::kNow;
    latest.writtenAt = test::kNow;
    latest.note.at(static_cast<std::size_t>(NotePart::Treatment)) =
        test::written("Pressure release, as signed.");
    report::Fields fields;
    const auto filled = [&] {
        setLatestSession(fields, storyOf(test::aCase(), {before, latest}));
        return text(fields, "visit");
    };
    CHECK(filled() == "23 Nov 2026, 10:45");
    CHECK(text(fields, "treatment") == "Pressure release, as signed.");
    const auto& addenda = fields.values().find("addenda")->second.items;
    REQUIRE(addenda.size() == 1);
    CHECK(text(addenda.front(), "text") ==
          "Addendum of 23 Nov 2026 to the session of 16 Nov 2026: Point 1 was on the left. "
          "Reason: Wrong side typed.");
    WHEN("it was entered later, with its end and the next visit") {
        latest.endedAt = latest.startedAt + std::chrono::minutes{40};
        latest.writtenAt = latest.startedAt + std::chrono::days{3};
        latest.nextVisit = test::kToday;
        CHECK(filled() == "23 Nov 2026, 10:45–11:25; late entry, written 26 Nov 2026, 10:45; next "
                          "visit Mon 23 Nov 2026");
    }
}

} // namespace palpate::app
