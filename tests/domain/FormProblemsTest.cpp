// SPDX-License-Identifier: MIT
// What keeps a form, a deed about a raised flag or an item of home care from being stored.
#include "domain/CarePlan.h"
#include "domain/FormRecord.h"
#include "domain/Screening.h"
#include "support/Builders.h"

#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>
#include <catch2/matchers/catch_matchers_string.hpp>

#include <functional>
#include <limits>

namespace palpate::test {

namespace {

using Catch::Matchers::ContainsSubstring;

[[nodiscard]] FormRecord aForm() {
    return {.id = idOf<FormRecordId>(700),
            .patient = aPatient().id,
            .title = "Check-in",
            .answers = {"https://example.org/check-in",
                        "",
                        {{"q", "How is it?", {{std::string{"fine"}, {}}, {2.5, {}}}, {}}}},
            .by = aPractitioner().id,
            .begun = kNow};
}

[[nodiscard]] FlagDeed aDeed(FlagDeedKind kind) {
    return {.id = idOf<FlagDeedId>(850),
            .kind = kind,
            .whom = kind == FlagDeedKind::GoesOn ? "" : "Dr M. Patel",
            .reason = kind == FlagDeedKind::GoesOn ? "known, unchanged" : "",
            .done = kNow,
            .written = kNow,
            .by = aPractitioner().id};
}

[[nodiscard]] CarePlanItem anItem() {
    return {.id = idOf<CarePlanItemId>(870),
            .caseId = aCase().id,
            .item = key<HomeCareKey>("walking"),
            .start = kToday,
            .by = aPractitioner().id,
            .written = kNow};
}

[[nodiscard]] Date daysOn(int days) {
    return Date{std::chrono::sys_days{kToday} + std::chrono::days{days}};
}

/// The only sentence.
[[nodiscard]] std::string theProblem(const std::vector<Message>& problems) {
    REQUIRE(problems.size() == 1);
    return shown(problems.front());
}

struct Fault {
    std::function<void(FormRecord&)> make;
    const char* said;
};

} // namespace

TEST_CASE("a form that can't be stored says why", "[domain]") {
    CHECK(problems(aForm()).empty());
    const std::vector<Fault> faults{
        {[](FormRecord& form) { form.title = " "; }, "Title: is missing"},
        {[](FormRecord& form) { form.title = std::string(501, 'x'); }, "longer than 500"},
        {[](FormRecord& form) { form.answers.formUrl.clear(); }, "no address"},
        {[](FormRecord& form) { form.answers.formVersion = "\xFF"; }, "Version of the form"},
        {[](FormRecord& form) { form.completed = kNow - std::chrono::seconds{1}; },
         "before the form was begun"},
        {[](FormRecord& form) { form.score = 3; }, "of no outcome measure"},
        {[](FormRecord& form) { form.measure = "n p"; }, "key of no outcome measure"},
        {[](FormRecord& form) {
             form.measure = "nprs";
             form.score = std::numeric_limits<double>::quiet_NaN();
         },
         "not a number"},
        {[](FormRecord& form) {
             form.answers.items[0].answers[1].value = std::numeric_limits<double>::infinity();
         },
         "Question q: the answer is not a number"},
        {[](FormRecord& form) { form.answers.items[0].answers[0].value = std::string{"\xC3"}; },
         "Question q: contains characters"},
        {[](FormRecord& form) {
             form.answers.items[0].answers[0].value = Coding{"", "", "\xC3"};
         },
         "Question q: contains characters"},
        {[](FormRecord& form) { form.answers.items[0].linkId.clear(); }, "belongs to no question"},
        {[](FormRecord& form) {
             for (int i = 0; i < 70; ++i) {
                 AnsweredItem outer{"g", "", {}, std::move(form.answers.items)};
                 form.answers.items = {std::move(outer)};
             }
         },
         "more than 60 levels"},
        {[](FormRecord& form) {
             form.answers.items.resize(20'001, AnsweredItem{"q", "", {}, {}});
         },
         "more than can be kept"},
        {[](FormRecord& form) {
             form.answers.items[0].answers[0].value = std::string(4'000'001, 'x');
         },
         "more than can be kept"}};
    for (std::size_t i = 0; i < faults.size(); ++i) {
        CAPTURE(i);
        auto form = aForm();
        faults[i].make(form);
        CHECK_THAT(theProblem(problems(form)), ContainsSubstring(faults[i].said));
    }
    auto scored = aForm();
    scored.measure = "nprs"; // a measure without a score: not all was answered
    scored.completed = kNow;
    CHECK(problems(scored).empty());
}

TEST_CASE("a deed names somebody, or gives a reason to go on", "[domain]") {
    const auto kind = GENERATE(FlagDeedKind::Told, FlagDeedKind::Referred, FlagDeedKind::GoesOn);
    CHECK(parseFlagDeedKind(name(kind)) == kind);
    CHECK(problems(aDeed(kind)).empty());
    auto bare = aDeed(kind);
    bare.whom = bare.reason = " \n";
    CHECK_THAT(theProblem(problems(bare)), ContainsSubstring("is missing"));
    auto late = aDeed(kind);
    late.done += std::chrono::seconds{1};
    CHECK_THAT(theProblem(problems(late)), ContainsSubstring("in the future"));
    auto wordy = aDeed(kind);
    wordy.reason = std::string(2'001, 'x');
    CHECK_THAT(theProblem(problems(wordy)), ContainsSubstring("longer than 2000"));
    CHECK_FALSE(parseFlagDeedKind("settled").has_value());
}

TEST_CASE("home care that can't be stored says why", "[domain]") {
    CHECK(problems(anItem()).empty());
    auto item = anItem();
    item.review = daysOn(0);
    item.stopped = daysOn(0);
    item.stoppedBecause = "better";
    CHECK(problems(item).empty());
    item = anItem();
    item.review = daysOn(-1);
    CHECK_THAT(theProblem(problems(item)), ContainsSubstring("Review: lies before"));
    item = anItem();
    item.stopped = daysOn(-1);
    CHECK_THAT(theProblem(problems(item)), ContainsSubstring("Stopped: lies before"));
    item = anItem();
    item.stoppedBecause = "worse";
    CHECK_THAT(theProblem(problems(item)), ContainsSubstring("goes on"));
    item = anItem();
    item.dose = std::string(501, 'x');
    CHECK_THAT(theProblem(problems(item)), ContainsSubstring("longer than 500"));
    item = anItem();
    item.because = {key<FactorKey>("stress"), key<FactorKey>("sitting"), key<FactorKey>("stress")};
    CHECK_THAT(theProblem(problems(item)), ContainsSubstring("twice"));
}

TEST_CASE("who filled in a form has a stored word", "[domain]") {
    for (const auto who : {FilledBy::Practitioner, FilledBy::Patient}) {
        CHECK(parseFilledBy(name(who)) == who);
    }
    CHECK_FALSE(parseFilledBy("nobody").has_value());
}

} // namespace palpate::test
