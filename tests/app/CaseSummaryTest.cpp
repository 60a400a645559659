// SPDX-License-Identifier: MIT
// The paragraph that is read if nothing else is, of cases of all kinds and for each reader: read
// them as somebody who wants to find a claim too many.
#include "app/CaseStory.h"
#include "app/OpenClinic.h"
#include "app/VariedVisit.h"
#include "reference/Reference.h"
#include "support/Approval.h"
#include "support/Printing.h"

#include <catch2/catch_test_macros.hpp>

#include <algorithm>
#include <functional>
#include <set>

namespace palpate::app {

namespace {

using test::Visit;

constexpr auto kLeft = Side::Left;
constexpr auto kRight = Side::Right;

struct Told {
    std::string name;  ///< of its approved text
    std::string about; ///< what is special about it
    Case record = test::aCase();
    std::vector<Session> sessions;
    bool hasOtherCases = false;
};

[[nodiscard]] std::string page(const Told& told) {
    const auto& tables = test::shippedKnowledge().reference();
    const auto story = storyOf(told.record, told.sessions);
    std::string text = told.about + "\n";
    for (const auto& [heading, audience] :
         {std::pair{"physician", Audience::Clinician}, std::pair{"patient", Audience::Patient},
          std::pair{"insurer", Audience::Insurer}}) {
        Footnotes notes;
        const Wording wording{
            .audience = audience, .notes = &notes, .hasOtherCases = told.hasOtherCases};
        text += std::string{"\n"} + heading + "\n" +
                test::wrapped(summaryOf(story, tables, wording)) + "\n";
        for (const auto& note : notes.texts()) {
            text += "  " + notes.mark(note) + " " + note + "\n";
        }
    }
    return text;
}

/// The week's visit of the case, pain and one point on the right as told.
[[nodiscard]] Visit visit(std::uint32_t week, std::optional<int> painNow) {
    Visit made{week, static_cast<int>(week) * 7 - 42};
    if (painNow) {
        made.session().painNow = test::pain(*painNow);
    }
    return made;
}
[[nodiscard]] Session closed(Visit made) {
    return test::signedAs(made.session(), test::aSignature());
}
[[nodiscard]] Session onePoint(std::uint32_t week, std::optional<int> painNow, int tender,
                               State state, Side side = kRight) {
    auto made = visit(week, painNow);
    made.point("quadratus_lumborum", side, state, tender);
    return closed(made);
}

[[nodiscard]] Case lowBack() {
    auto record = test::aCase();
    record.area = BodyArea::LowBack;
    return record;
}
[[nodiscard]] Case withGoals(bool firstReached, bool secondReached) {
    auto record = lowBack();
    const auto day = Date{std::chrono::sys_days{test::kToday} - std::chrono::days{14}};
    record.goals = {{.id = test::idOf<GoalId>(900),
                     .text = "Sit for 1 h without pain",
                     .reached = firstReached ? std::optional{day} : std::nullopt},
                    {.id = test::idOf<GoalId>(901),
                     .text = "Lift 10 kg without pain",
                     .reached = secondReached ? std::optional{day} : std::nullopt}};
    return record;
}

[[nodiscard]] Session fourPoints(std::uint32_t week, int painNow) {
    auto made = visit(week, painNow);
    made.point("quadratus_lumborum", kRight, State::Active, 7)
        .point("gluteus_medius", kRight, State::Active, 6)
        .point("piriformis", kRight, State::Latent, 4)
        .point("quadratus_lumborum", kLeft, State::Active, 5);
    return closed(made);
}

[[nodiscard]] std::vector<Told> improving() {
    auto later = visit(6, 3);
    later.carry(fourPoints(0, 7))
        .state(1, State::Active)
        .tender(1, 4)
        .state(2, State::Latent)
        .tender(2, 2)
        .state(3, State::Latent)
        .tender(3, 2)
        .state(4, State::Resolved)
        .tender(4, 0);
    auto resolved = visit(6, 0);
    resolved.carry(fourPoints(0, 7));
    for (int number = 1; number <= 4; ++number) {
        resolved.state(number, State::Resolved).tender(number, 0);
    }
    auto neck = test::aCase();
    neck.area = BodyArea::Neck;
    return {{"better",
             "Better by more than matters; points on both sides",
             lowBack(),
             {fourPoints(0, 7), closed(later)}},
            {"resolved-all",
             "Pain gone and all points resolved",
             lowBack(),
             {fourPoints(0, 7), closed(resolved)}},
            {"within-error",
             "Better, but by less than can be told from chance",
             neck,
             {onePoint(0, 6, 6, State::Active), onePoint(6, 4, 4, State::Active)}},
            {"below-what-matters",
             "Better by one point only",
             lowBack(),
             {onePoint(0, 6, 6, State::Active), onePoint(6, 5, 6, State::Active)}},
            {"equals-what-matters",
             "Better by exactly what matters",
             lowBack(),
             {onePoint(0, 6, 6, State::Active), onePoint(6, 4, 4, State::Active)}},
            {"no-own-figure",
             "A complaint without a figure of its own: that of any pain is used",
             [] {
                 auto record = test::aCase();
                 record.area = BodyArea::AnkleFoot;
                 return record;
             }(),
             {onePoint(0, 6, 6, State::Active), onePoint(6, 2, 2, State::Latent)}}};
}

[[nodiscard]] std::vector<Told> notImproving() {
    auto back = onePoint(4, 4, 5, State::Active);
    auto added = visit(5, 4);
    added.carry(onePoint(0, 5, 6, State::Active))
        .state(1, State::Active)
        .tender(1, 5)
        .point("soleus", kLeft, State::Active, 6);
    return {{"worse",
             "Worse by more than matters",
             lowBack(),
             {onePoint(0, 3, 4, State::Latent), onePoint(6, 8, 8, State::Active)}},
            {"stalled",
             "Unchanged at both ends, worse and better in between",
             lowBack(),
             {onePoint(0, 5, 6, State::Active), onePoint(2, 8, 8, State::Active),
              onePoint(4, 3, 4, State::Active), onePoint(6, 5, 6, State::Active)}},
            {"new-point",
             "A point that was not there at first",
             lowBack(),
             {onePoint(0, 5, 6, State::Active), closed(added)}},
            {"point-back",
             "A point that had resolved and is back",
             lowBack(),
             {onePoint(0, 6, 6, State::Active), onePoint(2, 3, 0, State::Resolved), back}},
            {"flare-in-between",
             "Better, after a flare that both ends hide",
             lowBack(),
             {onePoint(0, 6, 6, State::Active), onePoint(3, 9, 8, State::Active),
              onePoint(6, 3, 3, State::Latent)}}};
}

[[nodiscard]] std::vector<Told> withGaps() {
    auto nothing = visit(0, std::nullopt);
    nothing.unseen("quadratus_lumborum", kRight).unseen("gluteus_medius", kLeft);
    auto unasked = visit(6, std::nullopt);
    unasked.carry(onePoint(0, 7, 7, State::Active)).state(1, State::Latent).tender(1, 3);
    auto unseen = visit(6, 4);
    unseen.carry(fourPoints(0, 7)).state(1, State::Active).tender(1, 5);
    auto lateFirst = visit(0, std::nullopt);
    lateFirst.point("quadratus_lumborum", kRight, State::Active, 7);
    auto draft = onePoint(6, 3, 3, State::Latent);
    draft.signature.reset();
    auto bare = visit(0, 5);
    auto retested = visit(6, 4);
    return {
        {"one-session", "One session only", lowBack(), {onePoint(0, 5, 5, State::Active)}},
        {"nothing-assessed",
         "One session in which nothing was assessed",
         lowBack(),
         {closed(nothing)}},
        {"pain-not-asked-last",
         "Pain was not asked at the last visit",
         lowBack(),
         {onePoint(0, 7, 7, State::Active), onePoint(3, 5, 5, State::Active), closed(unasked)}},
        {"pain-asked-once",
         "Pain was asked once, in the middle",
         lowBack(),
         {closed(lateFirst), onePoint(3, 5, 5, State::Active), closed(unasked)}},
        {"pain-first-asked-later",
         "Pain was asked from the second visit on",
         lowBack(),
         {closed(lateFirst), onePoint(2, 6, 6, State::Active), onePoint(6, 3, 3, State::Latent)}},
        {"points-not-seen",
         "Three of four points were not looked at again",
         lowBack(),
         {fourPoints(0, 7), closed(unseen)}},
        {"draft",
         "The newest session is a draft",
         lowBack(),
         {onePoint(0, 7, 7, State::Active), draft}},
        {"no-point", "Pain only, no point marked", lowBack(), {closed(bare), closed(retested)}}};
}

[[nodiscard]] std::vector<Told> withMore() {
    auto passiveFirst = visit(0, 6);
    passiveFirst.motion("lumbar.extension", Side::Middle, {}, 10)
        .motion("lumbar.lateral_flexion", kRight, {}, 12);
    auto passiveNow = visit(6, 5);
    passiveNow.motion("lumbar.extension", Side::Middle, {}, 12)
        .motion("lumbar.lateral_flexion", kRight, {}, 22);
    auto free = visit(6, 2);
    free.motion("lumbar.flexion", Side::Middle, 58)
        .motion("lumbar.lateral_flexion", kRight, 24)
        .motion("lumbar.lateral_flexion", kLeft, 25);
    auto discharged = withGoals(true, true);
    discharged.status = CaseStatus::Discharged;
    discharged.closed = test::kToday;
    discharged.outcome = "back at work without pain";
    auto referred = withGoals(false, false);
    referred.status = CaseStatus::ReferredOn;
    referred.referredTo = "Dr M. Patel";
    auto bilateral = visit(0, 6);
    bilateral.point("gluteus_medius", kRight, State::Active, 6)
        .point("gluteus_medius", kLeft, State::Active, 6)
        .point("piriformis", kLeft, State::Latent, 3);
    auto bilateralNow = visit(6, 5);
    bilateralNow.carry(bilateral.session())
        .state(1, State::Active)
        .tender(1, 5)
        .state(2, State::Active)
        .tender(2, 5)
        .state(3, State::Resolved)
        .tender(3, 0);
    return {{"passive-motion",
             "Only passive motion was measured, some of it still short",
             lowBack(),
             {closed(passiveFirst), closed(passiveNow)}},
            {"full-motion",
             "All motions measured are back in their usual range",
             lowBack(),
             {closed(passiveFirst), closed(free)}},
            {"goals-half-reached",
             "One goal reached, one not",
             withGoals(true, false),
             {onePoint(0, 7, 7, State::Active), onePoint(6, 3, 2, State::Latent)}},
            {"goals-not-reached",
             "No goal reached yet",
             withGoals(false, false),
             {onePoint(0, 7, 7, State::Active), onePoint(6, 6, 6, State::Active)}},
            {"discharged",
             "Discharged with both goals reached",
             discharged,
             {onePoint(0, 7, 7, State::Active), onePoint(6, 0, 0, State::Resolved)}},
            {"referred-on",
             "Referred on without a day and without an outcome",
             referred,
             {onePoint(0, 7, 7, State::Active), onePoint(3, 8, 8, State::Active)}},
            {"two-cases",
             "The patient has another case, which is none of the reader's business",
             lowBack(),
             {onePoint(0, 6, 6, State::Active), onePoint(6, 3, 2, State::Latent)},
             true},
            {"bilateral",
             "The same muscle on both sides",
             lowBack(),
             {closed(bilateral), closed(bilateralNow)}}};
}

[[nodiscard]] std::vector<Told> allCases() {
    std::vector<Told> all;
    for (auto&& part : {improving(), notImproving(), withGaps(), withMore()}) {
        all.insert(all.end(), part.begin(), part.end());
    }
    return all;
}

} // namespace

TEST_CASE("the summaries of all kinds of cases read as approved") {
    const auto cases = allCases();
    CHECK(cases.size() >= 20);
    std::set<std::string> names;
    for (const auto& told : cases) {
        INFO(told.name);
        CHECK(names.insert(told.name).second);
        test::checkApproved("app/summary-" + told.name + ".txt", page(told));
    }
}

TEST_CASE("no summary has a slip of the pen, and each source is named once") {
    for (const auto& told : allCases()) {
        auto text = page(told);
        std::ranges::replace(text, '\n', ' ');
        INFO(text);
        for (const auto* slip : {" ,", " .", "..", ",,", ";;", "()", "( ", " )", "{", "the the",
                                 "nan", " 1 points", " 1 visits", "1 of 1 motions"}) {
            CHECK(text.find(slip) == std::string::npos);
        }
    }
}

TEST_CASE("a summary never claims what the data do not hold") {
    for (const auto& told : allCases()) {
        INFO(told.name);
        const auto story = storyOf(told.record, told.sessions);
        Footnotes notes;
        const auto text = summaryOf(story, test::shippedKnowledge().reference(),
                                    {.audience = Audience::Clinician, .notes = &notes});
        const auto says = [&](const char* words) { return text.find(words) != std::string::npos; };
        const auto asked = std::ranges::count_if(
            told.sessions, [](const Session& each) { return each.painNow.has_value(); });
        CHECK((says("fallen") || says("risen") || says("unchanged")) == (asked > 1));
        const auto change = painChange(story, test::shippedKnowledge().reference());
        CHECK(says("fallen") == (change && change->delta() < 0));
        CHECK(says("risen") == (change && change->delta() > 0));
        if (change && change->mayBeChance() && change->delta() != 0) {
            CHECK(says("told from chance"));
            CHECK_FALSE(says("matter"));
        }
        CHECK(says("draft") == std::ranges::any_of(told.sessions, [](const Session& each) {
                  return !isSigned(each);
              }));
    }
}

} // namespace palpate::app
